//! What is no Word document, and the sentence that its author reads.

use word::{MOST_BYTES, Unreadable};

use crate::sample::{Parts, TYPES, refusal, sample};

#[test]
fn other_files_are_called_by_their_names() {
    let xml_2003 = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\
                    <w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>";
    let flat = "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>";
    for (bytes, expected) in [
        (Vec::new(), Unreadable::Empty),
        (
            b"Dear editor, here is my article.".to_vec(),
            Unreadable::NotWord,
        ),
        (vec![0, 159, 146, 150, 1, 2, 3], Unreadable::NotWord),
        (
            b"<!DOCTYPE html><html><body>Hello</body></html>".to_vec(),
            Unreadable::WebPage,
        ),
        (xml_2003.into(), Unreadable::WordXml),
        (flat.into(), Unreadable::WordXml),
        (sample("office-article.doc"), Unreadable::OldWord),
        (sample("office-article.rtf"), Unreadable::RichText),
        (sample("office-article.pdf"), Unreadable::Pdf),
        (sample("office-article.odt"), Unreadable::OpenDocument),
        (sample("picture.png"), Unreadable::NotWord),
    ] {
        assert_eq!(refusal(&bytes), expected);
    }
}

#[test]
fn other_packages_are_called_by_their_names() {
    let packed = |names: &[&str]| {
        Parts(
            names
                .iter()
                .map(|name| ((*name).to_owned(), b"x".to_vec()))
                .collect(),
        )
        .pack()
    };
    assert_eq!(refusal(&packed(&["holiday.txt"])), Unreadable::NotWord);
    assert_eq!(
        refusal(&packed(&["Index/Document.iwa", "preview.jpg"])),
        Unreadable::Pages
    );
    assert_eq!(
        refusal(&packed(&["xl/workbook.xml"])),
        Unreadable::OtherOffice
    );
    assert_eq!(
        refusal(&packed(&["ppt/presentation.xml"])),
        Unreadable::OtherOffice
    );
}

#[test]
fn documents_with_a_password_say_how_to_take_it_off() {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    locked.resize(1024, 0);
    locked.extend(name);
    assert_eq!(refusal(&locked), Unreadable::PasswordProtected);
}

#[test]
fn documents_with_programs_in_them_are_not_opened() {
    let article = || Parts::of("node-article.docx");
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    for hostile in [
        article().set("word/vbaProject.bin", *b"program"),
        article().set("elsewhere/VBAPROJECT.BIN", *b"program"),
        article().swap(
            TYPES,
            main,
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        article().swap(
            TYPES,
            main,
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        ),
        article().swap(
            TYPES,
            "</Types>",
            "<Override PartName=\"/word/hidden.bin\" \
            ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>",
        ),
    ] {
        assert_eq!(refusal(&hostile.pack()), Unreadable::Macros);
    }
}

#[test]
fn a_large_file_is_refused_by_its_size() {
    let mut large = sample("node-article.docx");
    large.resize(MOST_BYTES + 1, 0);
    assert_eq!(
        refusal(&large),
        Unreadable::TooLarge {
            bytes: MOST_BYTES + 1
        }
    );
    assert!(
        refusal(&large)
            .to_string()
            .contains("21 MB, and at most 20 MB")
    );
}

#[test]
fn pictures_alone_are_no_text() {
    assert_eq!(
        refusal(&sample("python-without-words.docx")),
        Unreadable::NoText
    );
}

#[test]
fn every_refusal_says_that_nothing_was_changed_and_what_to_do() {
    let part = "word/document.xml".to_owned();
    for refusal in [
        Unreadable::Empty,
        Unreadable::TooLarge {
            bytes: MOST_BYTES + 1,
        },
        Unreadable::NotWord,
        Unreadable::OldWord,
        Unreadable::PasswordProtected,
        Unreadable::RichText,
        Unreadable::Pdf,
        Unreadable::OpenDocument,
        Unreadable::Pages,
        Unreadable::WordXml,
        Unreadable::WebPage,
        Unreadable::OtherOffice,
        Unreadable::Macros,
        Unreadable::Truncated,
        Unreadable::Damaged { part: part.clone() },
        Unreadable::UnpacksTooLarge,
        Unreadable::TooManyParts,
        Unreadable::DuplicateParts,
        Unreadable::Declarations { part },
        Unreadable::TooDeep,
        Unreadable::Encoding,
        Unreadable::TooLong,
        Unreadable::NoText,
    ] {
        let sentence = refusal.to_string();
        assert!(
            sentence.to_lowercase().contains("nothing was changed"),
            "{sentence}"
        );
        let advice = [
            "please", "Please", "Open it", "In Word", "In Pages", "Copy its", "in Word",
        ];
        assert!(
            advice.iter().any(|word| sentence.contains(word)),
            "{sentence}"
        );
        assert!(
            !sentence.contains("xml") && !sentence.contains("zip"),
            "{sentence}"
        );
    }
}
