//! What is picked up on the way through a text.

use std::collections::HashMap;
use std::rc::Rc;

use crate::left_out::Tally;
use crate::manuscript::{NoteKind, Tracked, TrackedChanges};
use crate::numbering::Numbering;
use crate::styles::Styles;

/// How much of a quote is kept, in characters.
const LONGEST_QUOTE: usize = 1_000;
/// How much is kept of what stands before it, in characters.
const LONGEST_BEFORE: usize = 40;
/// Comments that are read, at most.
pub(crate) const MOST_COMMENTS: usize = 1_000;
/// Notes that are read, at most.
pub(crate) const MOST_NOTES: usize = 1_000;
/// Authors of changes that are named, at most.
const MOST_AUTHORS: usize = 50;

/// What holds for all parts of a document.
pub(crate) struct House {
    pub(crate) styles: Styles,
    pub(crate) changes: TrackedChanges,
}

/// What was picked up.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) numbering: Numbering,
    pub(crate) pictures: Vec<Picture>,
    pub(crate) cited: Cited,
    pub(crate) anchors: Anchors,
    pub(crate) changes: Changes,
    pub(crate) left_out: Tally,
}

/// A picture that the text shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Picture {
    pub(crate) part: Rc<str>,
    pub(crate) alt: Option<String>,
    pub(crate) decorative: bool,
}

/// The notes that the text cites, in order.
#[derive(Default)]
pub(crate) struct Cited {
    pub(crate) order: Vec<(NoteKind, String)>,
    indexes: HashMap<(NoteKind, String), usize>,
    /// Whether the text is read and its notes are next.
    pub(crate) closed: bool,
}

impl Cited {
    /// The place of a note among all; nothing if it comes too late or there are too many.
    pub(crate) fn index(&mut self, kind: NoteKind, id: &str) -> Option<usize> {
        let key = (kind, id.to_owned());
        if let Some(index) = self.indexes.get(&key) {
            return Some(*index);
        }
        let index = self.order.len();
        if self.closed || index >= MOST_NOTES {
            return None;
        }
        self.order.push(key.clone());
        self.indexes.insert(key, index);
        Some(index)
    }
}

/// The words that comments are about.
#[derive(Default)]
pub(crate) struct Anchors {
    pub(crate) all: Vec<Anchor>,
    indexes: HashMap<String, usize>,
    open: Vec<usize>,
    line: String,
}

#[derive(Default)]
pub(crate) struct Anchor {
    pub(crate) id: String,
    pub(crate) quote: String,
    pub(crate) before: String,
    length: usize,
}

impl Anchors {
    pub(crate) fn begin(&mut self, id: &str) {
        if self.all.len() >= MOST_COMMENTS || self.indexes.contains_key(id) {
            return;
        }
        let kept = self.line.chars().count().saturating_sub(LONGEST_BEFORE);
        self.indexes.insert(id.to_owned(), self.all.len());
        self.open.push(self.all.len());
        self.all.push(Anchor {
            id: id.to_owned(),
            before: self.line.chars().skip(kept).collect(),
            ..Anchor::default()
        });
    }

    pub(crate) fn end(&mut self, id: &str) {
        if let Some(index) = self.indexes.get(id) {
            self.open.retain(|open| open != index);
        }
    }

    /// A comment about a place between words.
    pub(crate) fn place(&mut self, id: &str) {
        if !self.indexes.contains_key(id) {
            self.begin(id);
            self.end(id);
        }
    }

    pub(crate) fn words(&mut self, text: &str) {
        self.line.push_str(text);
        // Only the end of a line is ever asked for.
        if self.line.len() > 8 * LONGEST_BEFORE {
            let kept = self.line.chars().count().saturating_sub(LONGEST_BEFORE);
            self.line = self.line.chars().skip(kept).collect();
        }
        let all = &mut self.all;
        self.open.retain(|index| {
            let anchor = &mut all[*index];
            for c in text.chars().take(LONGEST_QUOTE - anchor.length) {
                anchor.quote.push(c);
                anchor.length += 1;
            }
            anchor.length < LONGEST_QUOTE
        });
    }

    pub(crate) fn line_ends(&mut self) {
        self.words("\n");
        self.line.clear();
    }
}

/// What kind of change is being counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Insertion,
    Deletion,
    MoveFrom,
    MoveTo,
    Form,
}

/// Counts unsettled changes; one stretch by one person counts once.
#[derive(Default)]
pub(crate) struct Changes {
    tracked: Tracked,
    from: usize,
    to: usize,
    last: Option<(Change, String)>,
}

impl Changes {
    pub(crate) fn note(&mut self, change: Change, author: &str) {
        let authors = &mut self.tracked.authors;
        if authors.len() < MOST_AUTHORS && !authors.iter().any(|known| known == author) {
            authors.push(author.to_owned());
        }
        let goes_on = |(last, by): &(Change, String)| *last == change && by == author;
        if self.last.as_ref().is_some_and(goes_on) {
            return;
        }
        match change {
            Change::Insertion => self.tracked.insertions += 1,
            Change::Deletion => self.tracked.deletions += 1,
            Change::MoveFrom => self.from += 1,
            Change::MoveTo => self.to += 1,
            Change::Form => self.tracked.formatting += 1,
        }
        self.last = Some((change, author.to_owned()));
    }

    /// Words that nobody changed part one stretch from the next.
    pub(crate) fn unchanged(&mut self) {
        self.last = None;
    }

    pub(crate) fn told(mut self) -> Tracked {
        self.tracked.moves = self.from.max(self.to);
        self.tracked
    }
}
