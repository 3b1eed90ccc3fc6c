//! HTML that can be trusted. It has two doors: [`sanitize`], and the opening of a signed text.
//!
//! What is typed or pasted is read as tokens (`reader`), put together as a tree that can hold
//! nothing but what the editor makes (`builder`, `tree`), written again (`write`) and then
//! given to ammonia, which must find nothing to take away. The result is what comes out
//! unchanged when the whole way is gone once more.

mod builder;
mod contents;
mod policy;
mod reader;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tree;
pub(crate) mod write;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::digest::Digest;

/// The name of the form that bodies are kept in, part of what is signed.
pub const FORMAT: &str = "countersign-html";

/// The number of the cleaning rules. Part of what is signed is the lowest number whose rules
/// let the text stand as it is: 1 without images and citations, else 2.
pub const POLICY: u32 = 2;

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 2 * 1024 * 1024;

/// How often a text is read again before it is refused.
const ROUNDS: usize = 4;

/// HTML made by [`sanitize`], or read back from a text whose digest was checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CleanHtml {
    html: String,
    policy: u32,
}

impl CleanHtml {
    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.html
    }

    /// The lowest number of the rules under which it stands as it is: [`POLICY`] or an earlier one.
    #[must_use]
    pub const fn policy(&self) -> u32 {
        self.policy
    }

    /// The words alone, one line for each paragraph, heading, item and line break.
    #[must_use]
    pub fn to_text(&self) -> String {
        write::text(&self.blocks())
    }

    /// How many words it has. A dash standing alone is none.
    #[must_use]
    pub fn words(&self) -> usize {
        let text = self.to_text();
        text.split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .count()
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.to_text().trim().is_empty()
    }

    /// The images in it, each once, in order.
    #[must_use]
    pub fn images(&self) -> Vec<Digest> {
        contents::images(&self.blocks())
    }

    /// The same text without these images.
    pub fn without_images(&self, gone: &[Digest]) -> Result<Self, Unclean> {
        settle(&contents::without_images(self.blocks(), gone))
    }

    /// The addresses of its links and citations, in order.
    #[must_use]
    pub fn link_addresses(&self) -> Vec<String> {
        contents::links(&self.blocks())
    }

    pub(crate) fn blocks(&self) -> Vec<tree::Block> {
        reader::read(&self.html).blocks
    }

    /// For a text whose digest was checked, and nobody else.
    pub(crate) fn from_signed(html: String, policy: u32) -> Self {
        Self { html, policy }
    }
}

impl Serialize for CleanHtml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.html)
    }
}

/// What [`sanitize`] made, and what it left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text.
    pub html: CleanHtml,
    /// What was left out, by name.
    pub dropped: Vec<Dropped>,
}

/// Something that was left out, in plain words: "2 scripts".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// One of them, such as `script` or `image`.
    pub what: String,
    /// How many.
    pub times: u32,
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.times == 1 {
            return write!(f, "1 {}", self.what);
        }
        let (head, tail) = match self.what.find(" of ").or_else(|| self.what.find(" with")) {
            Some(end) => self.what.split_at(end),
            None => (self.what.as_str(), ""),
        };
        write!(f, "{} {head}s{tail}", self.times)
    }
}

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unclean {
    /// More than [`LONGEST`] bytes.
    #[error("the text is too long: {bytes} bytes, and at most {LONGEST} can be read")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Reading it again kept changing it.
    #[error("the text is nested in a way that cannot be read safely")]
    Unsettled,
}

/// Makes clean HTML from any string: what the editor can make, and nothing else.
pub fn sanitize(html: &str) -> Result<Cleaned, Unclean> {
    if html.len() > LONGEST {
        return Err(Unclean::TooLong { bytes: html.len() });
    }
    let read = reader::read(html);
    let clean = settle(&read.blocks)?;
    let dropped = read.dropped.into_iter();
    let dropped = dropped
        .map(|(what, times)| Dropped {
            what: what.to_owned(),
            times,
        })
        .collect();
    Ok(Cleaned {
        html: clean,
        dropped,
    })
}

/// The blocks as clean HTML: written, read by ammonia and read again until nothing changes.
pub(crate) fn settle(blocks: &[tree::Block]) -> Result<CleanHtml, Unclean> {
    let mut html = round(blocks);
    for _ in 0..ROUNDS {
        let again = round(&reader::read(&html).blocks);
        if again == html {
            return Ok(CleanHtml {
                policy: contents::policy(blocks),
                html,
            });
        }
        html = again;
    }
    Err(Unclean::Unsettled)
}

/// An address of the web, of mail or of a telephone as it may stand in a text, or in plain
/// words what is wrong with it.
pub fn link_address(typed: &str) -> Result<String, &'static str> {
    policy::link(typed)
}

fn round(blocks: &[tree::Block]) -> String {
    policy::ammonia().clean(&write::html(blocks)).to_string()
}
