//! Going through the words of a text, wherever they stand.

use crate::clean_html::tree::{Block, Leaf, LeafTag, Mark, Run};
use crate::clean_html::write::leaf_text;

/// How the address of a note's mark begins; its number follows, from 0.
const NOTE: &str = "#ref-note";

/// Gives every leaf to `change`, in order.
pub(super) fn each(blocks: &mut [Block], change: &mut dyn FnMut(&mut Leaf)) {
    for block in blocks {
        match block {
            Block::Leaf(leaf) => change(leaf),
            Block::Quote(content) => each(content, change),
            Block::List(_, items) => items.iter_mut().for_each(|item| each(item, change)),
            Block::Table(rows) => {
                for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
                    each(&mut cell.content, change);
                }
            }
            Block::Rule(_) | Block::Image(_) => {}
        }
    }
}

/// The number of the note whose mark this is.
pub(super) fn note(run: &Run) -> Option<usize> {
    run.marks.iter().find_map(|mark| match mark {
        Mark::Link(address) => address.strip_prefix(NOTE)?.parse().ok(),
        _ => None,
    })
}

/// The words of a leaf without the marks of its notes.
pub(super) fn words(leaf: &Leaf) -> String {
    let runs = leaf.runs.iter().filter(|run| note(run).is_none());
    let text: String = runs.map(|run| run.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a block that is one leaf, if there are any.
pub(super) fn line(block: &Block) -> Option<(&Leaf, String)> {
    let Block::Leaf(leaf) = block else {
        return None;
    };
    Some((leaf, words(leaf))).filter(|(_, words)| !words.is_empty())
}

pub(super) const fn is_heading(tag: LeafTag) -> bool {
    matches!(tag, LeafTag::H2 | LeafTag::H3 | LeafTag::H4)
}

/// A paragraph of the marks of a leaf's notes, where it has any: they outlive its words.
pub(super) fn notes_of(leaf: &Leaf) -> Option<Block> {
    let runs: Vec<Run> = leaf
        .runs
        .iter()
        .filter(|run| note(run).is_some())
        .cloned()
        .collect();
    (!runs.is_empty()).then(|| Block::Leaf(Leaf::settled(LeafTag::P, runs)))
}

/// The lines of a block: of a leaf each line, of a list each item.
pub(super) fn lines(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Leaf(leaf) => {
            let mut text = leaf_text(leaf);
            for run in &leaf.runs {
                for mark in &run.marks {
                    if let Mark::Link(address) = mark
                        && address.starts_with("http")
                        && !text.contains(address.as_str())
                    {
                        text.push(' ');
                        text.push_str(address);
                    }
                }
            }
            out.push(text);
        }
        Block::Quote(content) => content.iter().for_each(|one| lines(one, out)),
        Block::List(_, items) => items.iter().flatten().for_each(|one| lines(one, out)),
        Block::Table(_) | Block::Rule(_) | Block::Image(_) => {}
    }
}
