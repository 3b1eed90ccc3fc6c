//! The list of references of a text as it came.

use super::leaves::{is_heading, line, lines};
use crate::clean_html::tree::{Block, LeafTag};
use crate::reference::{self, LONGEST_LIST, Reference, ReferenceInput, parse_list, pasted};

/// What was found of a list.
pub(super) struct List {
    /// The works, named from `r1` on.
    pub(super) references: Vec<Reference>,
    /// How many blocks stand before the place where it stood; all, where there was none.
    pub(super) at: usize,
    /// Whether there is a list that was left where it stands.
    pub(super) left: bool,
}

/// Takes the last list of references out of the text, from its heading to the next one.
pub(super) fn take(blocks: &mut Vec<Block>) -> List {
    let none = |at, left| List {
        references: Vec::new(),
        at,
        left,
    };
    let Some(heading) = blocks.iter().rposition(is_heading_of_list) else {
        return none(blocks.len(), false);
    };
    let after = &blocks[heading + 1..];
    let length = after.iter().take_while(|block| belongs(block)).count();
    let mut found = Vec::new();
    after[..length]
        .iter()
        .for_each(|block| lines(block, &mut found));
    let works = pasted(&found.join("\n"), 1);
    if works.is_empty() {
        return none(heading, false);
    }
    let is_plain = !matches!(&blocks[heading], Block::Leaf(leaf) if is_heading(leaf.tag));
    if is_plain && !works.iter().any(is_work) {
        return none(blocks.len(), false);
    }
    if works.len() > LONGEST_LIST
        || parse_list(works.iter().map(ReferenceInput::from).collect()).is_err()
    {
        return none(heading, true);
    }
    let kept: Vec<Block> = blocks[heading + 1..heading + 1 + length]
        .iter()
        .filter(|block| matches!(block, Block::Image(_)))
        .cloned()
        .collect();
    blocks.splice(heading..=heading + length, kept);
    List {
        references: works,
        at: heading,
        left: false,
    }
}

/// Whether it names a work so that others can find it, and not some words.
pub(super) fn is_work(one: &Reference) -> bool {
    let authors = one.authors.contains(',') || one.authors.ends_with('.');
    let title = !one.title.starts_with(char::is_lowercase);
    one.doi.is_some() || one.pmid.is_some() || (authors && !one.year.is_empty() && title)
}

/// Whether a reference can be kept.
pub(super) fn can_be_kept(one: &Reference) -> bool {
    parse_list(vec![one.into()]).is_ok()
}

fn is_heading_of_list(block: &Block) -> bool {
    line(block).is_some_and(|(leaf, words)| {
        (is_heading(leaf.tag) || leaf.tag == LeafTag::P) && reference::is_heading(&words)
    })
}

/// Whether a block can be part of a list: another heading, a table or a line about the author
/// ends it.
fn belongs(block: &Block) -> bool {
    match block {
        Block::Leaf(leaf) => {
            !is_heading(leaf.tag)
                && !line(block).is_some_and(|(_, words)| super::bylines::is_about(&words))
        }
        Block::List(..) | Block::Image(_) => true,
        Block::Rule(_) | Block::Quote(_) | Block::Table(_) => false,
    }
}
