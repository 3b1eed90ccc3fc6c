//! Tells what a file is that is no Word document, so that its author hears what to do.

use memchr::memmem;

use crate::Unreadable;

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const ZIP: &[u8] = b"PK\x03\x04";

/// How far into a file its kind is looked for, in bytes.
const LOOKED_AT: usize = 4096;

/// Passes what may be a package, and names everything else.
pub(crate) fn may_be_package(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.starts_with(ZIP) {
        return Ok(());
    }
    if bytes.starts_with(OLE) {
        let holds = |name: &str| memmem::find(bytes, &utf16(name)).is_some();
        return Err(if holds("EncryptedPackage") {
            Unreadable::PasswordProtected
        } else if holds("WordDocument") {
            Unreadable::OldWord
        } else if holds("Workbook") || holds("PowerPoint Document") {
            Unreadable::OtherOffice
        } else {
            Unreadable::NotWord
        });
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let start = String::from_utf8_lossy(start)
        .replace('\0', "")
        .to_ascii_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    Err(if start.starts_with("{\\rtf") {
        Unreadable::RichText
    } else if start.starts_with("%pdf-") {
        Unreadable::Pdf
    } else if start.starts_with("<?xml") && is_word_xml(start) {
        Unreadable::WordXml
    } else if start.contains("<html") || start.starts_with("mime-version:") {
        Unreadable::WebPage
    } else {
        Unreadable::NotWord
    })
}

/// What a package is, by the names of its parts, where it has no Word document in it.
pub(crate) fn other_package(has: impl Fn(&str) -> bool) -> Unreadable {
    if has("index/document.iwa") || has("index.zip") || has("index.xml") {
        Unreadable::Pages
    } else if has("mimetype") && has("content.xml") {
        Unreadable::OpenDocument
    } else if has("xl/workbook.xml") || has("xl/workbook.bin") || has("ppt/presentation.xml") {
        Unreadable::OtherOffice
    } else {
        Unreadable::NotWord
    }
}

fn is_word_xml(start: &str) -> bool {
    [
        "schemas.microsoft.com/office/word/2003/wordml",
        "schemas.microsoft.com/office/2006/xmlpackage",
        "progid=\"word.document\"",
    ]
    .iter()
    .any(|sign| start.contains(sign))
}

fn utf16(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
