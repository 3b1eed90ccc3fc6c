//! The container: a zip of parts that point at each other. Names of parts are keys and never
//! paths; nothing outside the bytes at hand is ever opened.

mod content_types;
mod relationships;

use std::collections::HashMap;
use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::{Unreadable, kind, xml};
use content_types::ContentTypes;
pub(crate) use relationships::{Relationships, Target};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The most parts that a document may be made of. One with fifty pictures has about seventy.
pub const MOST_PARTS: usize = 2_000;

/// The most that is unpacked of one document, in bytes. What is counted is what comes out, not
/// what the file says of itself.
pub const MOST_UNPACKED: usize = 40 * 1024 * 1024;

/// The largest XML part, in bytes: several times a long book.
const MOST_XML: usize = 12 * 1024 * 1024;

const ENTRY: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const RELATIONSHIPS: &str = "_rels/.rels";

/// An opened document.
pub(crate) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    parts: HashMap<String, usize>,
    types: ContentTypes,
    left: usize,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        if bytes.len() > MOST_BYTES {
            return Err(Unreadable::TooLarge { bytes: bytes.len() });
        }
        kind::may_be_package(bytes)?;
        // Asked before the library makes a table of them.
        if memmem::find_iter(bytes, ENTRY).count() > 2 * MOST_PARTS {
            return Err(Unreadable::TooManyParts);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            if memmem::find(bytes, END).is_none() {
                Unreadable::Truncated
            } else {
                damaged("the container")
            }
        })?;
        if zip.len() > MOST_PARTS {
            return Err(Unreadable::TooManyParts);
        }
        let mut parts = HashMap::new();
        for index in 0..zip.len() {
            let Some(Ok(name)) = zip.name_for_index(index) else {
                continue;
            };
            if let Some(key) = key(&name)
                && parts.insert(key, index).is_some()
            {
                return Err(Unreadable::DuplicateParts);
            }
        }
        if zip.has_duplicate_names() {
            return Err(Unreadable::DuplicateParts);
        }
        let mut package = Self {
            zip,
            parts,
            types: ContentTypes::default(),
            left: MOST_UNPACKED,
        };
        if let Some(text) = package.xml("[Content_Types].xml")? {
            package.types = ContentTypes::read(&xml::tree(&text, "[Content_Types].xml")?);
        }
        Ok(package)
    }

    /// The name of the part with the text, once it is sure that this is a document without
    /// programs in it.
    pub(crate) fn document(&mut self) -> Result<String, Unreadable> {
        let has_macros = self.types.has_macros()
            || self
                .parts
                .keys()
                .any(|name| name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml"));
        let named = self.relationships_at(RELATIONSHIPS, "")?;
        let named = named.first("officeDocument").map(str::to_owned);
        let found = named.filter(|name| self.has(name) && self.types.may_be_document(name));
        let found = found.or_else(|| self.types.document(|name| self.has(name)));
        match found {
            Some(_) if has_macros => Err(Unreadable::Macros),
            Some(name) => Ok(name),
            None => Err(kind::other_package(|name| self.has(name))),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        key(name).is_some_and(|key| self.parts.contains_key(&key))
    }

    /// An XML part as text that is safe to make a tree of, if it is there.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(bytes) = self.inflate(name, MOST_XML)? else {
            return Ok(None);
        };
        let text = xml::decode(bytes, name)?;
        xml::look_through(&text, name)?;
        Ok(Some(text))
    }

    /// Any part, if it is there.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        self.inflate(name, MOST_UNPACKED)
    }

    /// Where a part points to.
    pub(crate) fn relationships(&mut self, part: &str) -> Result<Relationships, Unreadable> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let separator = if folder.is_empty() { "" } else { "/" };
        self.relationships_at(&format!("{folder}{separator}_rels/{file}.rels"), folder)
    }

    fn relationships_at(&mut self, name: &str, folder: &str) -> Result<Relationships, Unreadable> {
        Ok(match self.xml(name)? {
            Some(text) => Relationships::read(&xml::tree(&text, name)?, folder),
            None => Relationships::default(),
        })
    }

    fn inflate(&mut self, name: &str, most: usize) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(index) = key(name).and_then(|key| self.parts.get(&key).copied()) else {
            return Ok(None);
        };
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
                Unreadable::PasswordProtected
            }
            _ => damaged(name),
        })?;
        let most = most.min(self.left);
        let told = usize::try_from(file.size()).unwrap_or(most).min(most);
        let mut bytes = Vec::with_capacity(told + 1);
        file.take(most as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| damaged(name))?;
        if bytes.len() > most {
            return Err(Unreadable::UnpacksTooLarge);
        }
        self.left -= bytes.len();
        Ok(Some(bytes))
    }
}

/// A part's name as it is compared: in lower case, from the root; nothing if it leads outside.
fn key(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let name = name.trim_start_matches('/');
    let leads_outside = name.split('/').any(|step| step == ".." || step == ".");
    (!leads_outside && !name.is_empty() && !name.ends_with('/')).then(|| name.to_ascii_lowercase())
}

fn damaged(part: &str) -> Unreadable {
    Unreadable::Damaged {
        part: part.to_owned(),
    }
}
