//! XML that may come from anybody: decoded, looked through, and only then made a tree.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use roxmltree::{Document, ParsingOptions};

use crate::Unreadable;

/// Elements within each other, at most. A box in a cell in a box stands at about forty.
const DEEPEST: usize = 128;

/// Nodes of a tree, at most: a book of 100,000 words has about as many.
const MOST_NODES: u32 = 300_000;

/// Attributes of one part, at most, and of one of its elements.
const MOST_ATTRIBUTES: usize = 300_000;
const MOST_ON_ONE: usize = 128;

/// Namespaces known at one place, at most. Word declares about forty.
const MOST_NAMESPACES: usize = 500;

/// What their names may cost: each element that declares one copies those around it.
const MOST_COPIED: usize = 1_000_000;

/// The characters of a part. Unicode's encodings are read, others refused.
pub(crate) fn decode(bytes: Vec<u8>, part: &str) -> Result<String, Unreadable> {
    let utf16 = |order: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.map_err(|_| damaged(part))
    };
    let mut text = match bytes.as_slice() {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => utf16(u16::from_le_bytes)?,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => utf16(u16::from_be_bytes)?,
        _ => {
            let named = declared(&bytes);
            if !named.is_empty() && !matches!(named.as_str(), "utf-8" | "utf8" | "us-ascii") {
                return Err(Unreadable::Encoding);
            }
            String::from_utf8(bytes).map_err(|_| damaged(part))?
        }
    };
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Refuses what no tree should be made of: declarations, and nests and crowds without measure.
pub(crate) fn look_through(text: &str, part: &str) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(text);
    let mut seen = Seen::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                seen.element(&tag, part)?;
                if seen.within.len() > DEEPEST {
                    return Err(Unreadable::TooDeep);
                }
            }
            Ok(Event::Empty(tag)) => {
                seen.element(&tag, part)?;
                seen.within.pop();
            }
            Ok(Event::End(_)) => {
                seen.within.pop();
            }
            Ok(Event::DocType(_)) => {
                return Err(Unreadable::Declarations {
                    part: part.to_owned(),
                });
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(damaged(part)),
        }
    }
}

/// The tree of a text that was looked through.
pub(crate) fn tree<'text>(text: &'text str, part: &str) -> Result<Document<'text>, Unreadable> {
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Unreadable::TooLong,
        roxmltree::Error::DtdDetected => Unreadable::Declarations {
            part: part.to_owned(),
        },
        _ => damaged(part),
    })
}

#[derive(Default)]
struct Seen {
    /// How many namespaces are known within each open element.
    within: Vec<usize>,
    attributes: usize,
    copied: usize,
}

impl Seen {
    fn element(&mut self, tag: &BytesStart<'_>, part: &str) -> Result<(), Unreadable> {
        let mut on_this = 0;
        let mut declared = 0;
        for attribute in tag.attributes().with_checks(false).flatten() {
            on_this += 1;
            declared += usize::from(attribute.key.as_namespace_binding().is_some());
            if on_this > MOST_ON_ONE {
                return Err(damaged(part));
            }
        }
        let around = self.within.last().copied().unwrap_or_default();
        if declared > 0 {
            self.copied += around + declared;
        }
        self.attributes += on_this;
        self.within.push(around + declared);
        if around + declared > MOST_NAMESPACES || self.copied > MOST_COPIED {
            return Err(damaged(part));
        }
        if self.attributes > MOST_ATTRIBUTES {
            return Err(Unreadable::TooLong);
        }
        Ok(())
    }
}

/// The encoding named in the first line, in lower case.
fn declared(bytes: &[u8]) -> String {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_ascii_lowercase();
    let line = start.split("?>").next().unwrap_or_default();
    let named = line
        .starts_with("<?xml")
        .then(|| line.split_once("encoding"))
        .flatten();
    let quoted = named.map(|(_, rest)| rest.trim_start_matches([' ', '=', '\t']));
    let quoted = quoted.and_then(|rest| rest.get(1..)).unwrap_or_default();
    let end = quoted.find(['"', '\'']).unwrap_or(0);
    quoted[..end].to_owned()
}

fn damaged(part: &str) -> Unreadable {
    Unreadable::Damaged {
        part: part.to_owned(),
    }
}
