//! Notes of a text as it came: those that name a work become citations of it, the others stand
//! at the end.

use super::leaves::{each, note};
use super::references::{can_be_kept, is_work};
use super::{NoteText, Unclean};
use crate::clean_html::sanitize;
use crate::clean_html::tree::{Block, Leaf, LeafTag, ListKind, Mark, Run};
use crate::reference::{LONGEST_LIST, Reference, pasted};

/// What became of the notes.
pub(super) struct Placed {
    pub(super) at_end: usize,
    pub(super) citing: usize,
}

/// What the mark of a note becomes.
enum Became {
    /// A citation of this reference.
    Citation(usize),
    /// A number in the list at the end.
    Number(usize),
}

/// Puts the notes into their places, and the works they name under `references`.
pub(super) fn place(
    blocks: &mut Vec<Block>,
    notes: &[NoteText],
    references: &mut Vec<Reference>,
) -> Result<Placed, Unclean> {
    let mut became = Vec::with_capacity(notes.len());
    let mut at_end: Vec<Vec<Block>> = Vec::new();
    for one in notes {
        if let Some(at) = cites(one, references) {
            became.push(Became::Citation(at));
        } else {
            at_end.push(item(one)?);
            became.push(Became::Number(at_end.len()));
        }
    }
    each(blocks, &mut |leaf| put_marks(leaf, &became, references));
    let placed = Placed {
        citing: notes.len() - at_end.len(),
        at_end: at_end.len(),
    };
    if !at_end.is_empty() {
        blocks.push(Block::Leaf(Leaf::settled(LeafTag::H2, plain("Notes"))));
        blocks.push(Block::List(ListKind::Numbered { start: 1 }, at_end));
    }
    Ok(placed)
}

fn plain(text: &str) -> Vec<Run> {
    vec![Run {
        text: text.to_owned(),
        marks: Vec::new(),
    }]
}

/// The place of the work that a note names and nothing else; a new one is added.
fn cites(note: &NoteText, references: &mut Vec<Reference>) -> Option<usize> {
    let text = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = ["See ", "see ", "Cf. ", "cf. "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(&text);
    let next = references.len() + 1;
    let mut works = pasted(text, next);
    if works.len() != 1 {
        return None;
    }
    let work = works.remove(0);
    if !is_work(&work) || !can_be_kept(&work) {
        return None;
    }
    let same = |one: &Reference| {
        (work.doi.is_some() && one.doi == work.doi)
            || (one.authors == work.authors && one.year == work.year && one.title == work.title)
    };
    if let Some(at) = references.iter().position(same) {
        return Some(at);
    }
    if references.len() >= LONGEST_LIST {
        return None;
    }
    references.push(work);
    Some(references.len() - 1)
}

/// A note as an item of the list at the end.
fn item(note: &NoteText) -> Result<Vec<Block>, Unclean> {
    let blocks = sanitize(&note.html)?.html.blocks();
    if blocks.is_empty() {
        let words = if note.text.trim().is_empty() {
            "–"
        } else {
            note.text.trim()
        };
        return Ok(vec![Block::Leaf(Leaf::settled(LeafTag::P, plain(words)))]);
    }
    Ok(blocks)
}

fn put_marks(leaf: &mut Leaf, became: &[Became], references: &[Reference]) {
    if leaf.runs.iter().all(|run| note(run).is_none()) {
        return;
    }
    let mut runs: Vec<Run> = Vec::with_capacity(leaf.runs.len());
    for run in leaf.runs.drain(..) {
        let Some(number) = note(&run) else {
            runs.push(run);
            continue;
        };
        let kept = |mark: &Mark| matches!(mark, Mark::Strong | Mark::Em);
        let marks: Vec<Mark> = run
            .marks
            .iter()
            .filter(|mark| kept(mark))
            .cloned()
            .collect();
        match became.get(number) {
            Some(Became::Citation(at)) => {
                let reference = &references[*at];
                let close = runs.last().is_some_and(|last| !ends_open(&last.text));
                if close {
                    runs.push(Run {
                        text: " ".to_owned(),
                        marks: Vec::new(),
                    });
                }
                let link = Mark::Link(reference.id.address());
                runs.push(Run {
                    text: reference.citation(),
                    marks: [link].into_iter().chain(marks).collect(),
                });
            }
            Some(Became::Number(number)) => runs.push(Run {
                text: number.to_string(),
                marks: marks.into_iter().chain([Mark::Sup]).collect(),
            }),
            None => {}
        }
    }
    *leaf = Leaf::settled(leaf.tag, runs);
}

fn ends_open(text: &str) -> bool {
    text.ends_with(|c: char| c.is_whitespace() || c == '(')
}
