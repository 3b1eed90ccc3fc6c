//! What changed between two texts, word by word, so that a person can read it on a proof,
//! and can put earlier words back change by change.
//!
//! Both texts become a row of pieces (`pieces`), pieces that belong together are found
//! (`align`), and in those the words that differ (`words`). Everything here depends on the
//! two texts alone: a number names the same change whenever they are compared.

mod align;
mod comparison;
mod pieces;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use crate::clean_html::tree::Block;
use crate::clean_html::{self, CleanHtml, write};
use comparison::Comparison;

/// What happened to some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// They are new.
    Added,
    /// They are gone.
    Removed,
    /// They stand where others stood.
    Replaced,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Counts from 1 in the order of the text.
    pub number: u32,
    /// What happened.
    pub kind: ChangeKind,
    /// The earlier words, plain text; empty when added.
    pub before: String,
    /// The present words, plain text; empty when removed.
    pub after: String,
}

/// A text with its changes marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The later text with `<ins>` and `<del>`, each naming its change in `data-change`.
    pub html: String,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

/// There is no change of this number between the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no change number {0} between these texts")]
pub struct NoSuchChange(pub u32);

/// The later text with everything marked that differs from the earlier one.
#[must_use]
pub fn marked(before: &CleanHtml, after: &CleanHtml) -> Marked {
    Comparison::of(before, after).marked()
}

/// The later text with the earlier words of just these changes.
pub fn put_back(
    before: &CleanHtml,
    after: &CleanHtml,
    numbers: &[u32],
) -> Result<CleanHtml, NoSuchChange> {
    let blocks = Comparison::of(before, after).put_back(numbers)?;
    let first = numbers.first().copied().unwrap_or_default();
    clean_html::settle(&blocks).map_err(|_| NoSuchChange(first))
}

/// The same as [`marked`] for two plain texts.
#[must_use]
pub fn marked_text(before: &str, after: &str) -> Marked {
    Comparison::of_plain(before, after).marked()
}

/// The same as [`put_back`] for two plain texts.
pub fn put_back_text(before: &str, after: &str, numbers: &[u32]) -> Result<String, NoSuchChange> {
    let blocks = Comparison::of_plain(before, after).put_back(numbers)?;
    let leaves = blocks.iter().filter_map(|block| match block {
        Block::Leaf(leaf) => Some(write::leaf_text(leaf)),
        _ => None,
    });
    Ok(leaves.collect())
}
