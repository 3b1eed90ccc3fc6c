//! The documents, and copies of them with something changed inside.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use word::{Manuscript, TrackedChanges, Unreadable};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(crate) const DOCUMENT: &str = "word/document.xml";
pub(crate) const TYPES: &str = "[Content_Types].xml";

/// The bytes of a document that `make target/documents/.made` wrote.
pub(crate) fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| {
        panic!("{name} is missing ({error}). Please run: make target/documents/.made")
    })
}

/// The text with all changes accepted.
pub(crate) fn accepted(name: &str) -> Manuscript {
    read(&sample(name))
}

/// The text with all changes refused.
pub(crate) fn refused(name: &str) -> Manuscript {
    word::read(&sample(name), TrackedChanges::Refuse).expect("a document that can be read")
}

pub(crate) fn read(bytes: &[u8]) -> Manuscript {
    word::read(bytes, TrackedChanges::Accept).expect("a document that can be read")
}

pub(crate) fn refusal(bytes: &[u8]) -> Unreadable {
    word::read(bytes, TrackedChanges::Accept).expect_err("a file that is refused")
}

/// A document's parts, to be changed and packed again.
pub(crate) struct Parts(pub(crate) Vec<(String, Vec<u8>)>);

impl Parts {
    pub(crate) fn of(name: &str) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(sample(name))).expect("a zip");
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            parts.push((file.name().expect("its name").into_owned(), bytes));
        }
        Self(parts)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        let part = self.0.iter().find(|(part, _)| part == name);
        let (_, bytes) = part.expect("a part of that name");
        String::from_utf8(bytes.clone()).expect("text")
    }

    pub(crate) fn set(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.0.retain(|(part, _)| part != name);
        self.0.push((name.to_owned(), bytes.into()));
        self
    }

    /// Changes words of a part that must be there.
    pub(crate) fn swap(self, name: &str, old: &str, new: &str) -> Self {
        let text = self.text(name);
        assert!(text.contains(old), "{name} says nowhere: {old}");
        self.set(name, text.replace(old, new))
    }

    /// Changes every part of text.
    pub(crate) fn swap_everywhere(mut self, old: &str, new: &str) -> Self {
        for (_, bytes) in &mut self.0 {
            if let Ok(text) = String::from_utf8(bytes.clone()) {
                *bytes = text.replace(old, new).into_bytes();
            }
        }
        self
    }

    pub(crate) fn rename(mut self, old: &str, new: &str) -> Self {
        for (part, _) in &mut self.0 {
            if part == old {
                new.clone_into(part);
            }
        }
        self
    }

    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            let options = SimpleFileOptions::default();
            writer
                .start_file(name.as_str(), options)
                .expect("a part begins");
            writer.write_all(bytes).expect("a part is written");
        }
        writer.finish().expect("a zip").into_inner()
    }
}

/// Changes bytes of a packed document, all the places where they stand.
pub(crate) fn patched(mut packed: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let mut found = 0;
    for at in 0..packed.len() - old.len() {
        if packed[at..].starts_with(old) {
            packed[at..at + old.len()].copy_from_slice(new);
            found += 1;
        }
    }
    assert!(found > 0, "the bytes stand nowhere");
    packed
}

/// The text in one line a block, so that a part of it can be told by eye.
#[track_caller]
pub(crate) fn holds(manuscript: &Manuscript, html: &str) {
    let all = &manuscript.html;
    assert!(all.contains(html), "nowhere: {html}\nin: {all}");
}

#[track_caller]
pub(crate) fn lacks(manuscript: &Manuscript, html: &str) {
    let all = &manuscript.html;
    assert!(!all.contains(html), "there is: {html}\nin: {all}");
}

/// What was left out, as its author reads it.
pub(crate) fn left_out(manuscript: &Manuscript) -> Vec<String> {
    manuscript
        .left_out
        .iter()
        .map(ToString::to_string)
        .collect()
}
