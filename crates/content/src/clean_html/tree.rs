//! Clean text as a tree: what the editor can make and nothing else.
//!
//! The tree cannot hold anything that the policy forbids, so writing it needs no checks.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

use crate::digest::Digest;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Block {
    /// Words.
    Leaf(Leaf),
    /// A thematic break; on a proof it may be marked as added or removed.
    Rule(Option<Mark>),
    /// An image that is kept here, by its digest; what is said of it stands beside the text.
    Image(Picture),
    /// A quotation.
    Quote(Vec<Block>),
    /// A list; each item holds one bare leaf, or blocks without any.
    List(ListKind, Vec<Vec<Block>>),
    /// A table.
    Table(Vec<Row>),
}

/// An image in its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Picture {
    pub(crate) sha256: Digest,
    /// On a proof it may be marked as added or removed.
    pub(crate) mark: Option<Mark>,
}

/// Bulleted, or numbered from somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ListKind {
    Bulleted,
    Numbered { start: i32 },
}

/// Words under one block element.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Leaf {
    pub(crate) tag: LeafTag,
    pub(crate) runs: Vec<Run>,
}

/// The element round a leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LeafTag {
    /// None of its own: the words stand directly in a list item or table cell.
    Bare,
    P,
    H2,
    H3,
    H4,
    Pre,
}

impl LeafTag {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Bare => "",
            Self::P => "p",
            Self::H2 => "h2",
            Self::H3 => "h3",
            Self::H4 => "h4",
            Self::Pre => "pre",
        }
    }
}

/// A row of a table; head rows stand before all others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Row {
    pub(crate) head: bool,
    pub(crate) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    pub(crate) form: CellForm,
    pub(crate) content: Vec<Block>,
}

/// What a cell says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct CellForm {
    pub(crate) header: bool,
    pub(crate) colspan: Option<u16>,
    pub(crate) rowspan: Option<u16>,
    pub(crate) scope: Option<Scope>,
}

/// What a header cell stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    Row,
    Col,
    RowGroup,
    ColGroup,
}

impl Scope {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Col => "col",
            Self::RowGroup => "rowgroup",
            Self::ColGroup => "colgroup",
        }
    }
}

/// Words under the same marks. A line break is a `\n`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
}

/// What is said of words. The reader makes all but the last two.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    Strong,
    Em,
    Sub,
    Sup,
    Code,
    Cite,
    Q,
    Abbr(Option<String>),
    Link(String),
    /// On a proof only: these words are new in the change of this number.
    Added(u32),
    /// On a proof only: these words are gone in the change of this number.
    Removed(u32),
}

impl Mark {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Em => "em",
            Self::Sub => "sub",
            Self::Sup => "sup",
            Self::Code => "code",
            Self::Cite => "cite",
            Self::Q => "q",
            Self::Abbr(_) => "abbr",
            Self::Link(_) => "a",
            Self::Added(_) => "ins",
            Self::Removed(_) => "del",
        }
    }
}

impl Leaf {
    /// The leaf with its white space settled, its runs merged and its text in NFC.
    pub(crate) fn settled(tag: LeafTag, runs: Vec<Run>) -> Self {
        let runs = if tag == LeafTag::Pre {
            runs
        } else {
            collapse(runs)
        };
        let mut merged: Vec<Run> = Vec::with_capacity(runs.len());
        for run in runs {
            match merged.last_mut() {
                Some(last) if last.marks == run.marks => last.text.push_str(&run.text),
                _ => merged.push(run),
            }
        }
        for run in &mut merged {
            run.text = without_stray_solidus(&run.text.nfc().collect::<String>());
        }
        if tag == LeafTag::Pre
            && let Some(first) = merged.first_mut().filter(|run| run.marks.is_empty())
        {
            // A parser drops a line break that follows `<pre>`.
            first.text = first.text.trim_start_matches('\n').to_owned();
        }
        merged.retain(|run| !run.text.is_empty());
        Self { tag, runs: merged }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.runs
            .iter()
            .all(|run| run.text.chars().all(char::is_whitespace))
    }
}

/// White space as a browser shows it: runs become one space, none at the ends of a line.
/// A no-break space stays where it stands alone.
fn collapse(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    let mut space: Option<Run> = None;
    let mut breaks: Option<Run> = None;
    let mut line_is_empty = true;
    for Run { text, marks } in runs {
        let mut kept = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' => {
                    space = None;
                    line_is_empty = true;
                    if !out.is_empty() || !kept.is_empty() {
                        match &mut breaks {
                            Some(run) => run.text.push('\n'),
                            None => {
                                breaks = Some(Run {
                                    text: "\n".to_owned(),
                                    marks: marks.clone(),
                                });
                            }
                        }
                    }
                }
                ' ' | '\u{a0}' => match &mut space {
                    Some(run) => run.text.replace_range(.., " "),
                    None => {
                        space = Some(Run {
                            text: c.to_string(),
                            marks: marks.clone(),
                        });
                    }
                },
                _ => {
                    let space = space.take().filter(|_| !line_is_empty);
                    for waiting in [breaks.take(), space].into_iter().flatten() {
                        if waiting.marks == marks {
                            kept.push_str(&waiting.text);
                        } else {
                            let before = std::mem::take(&mut kept);
                            if !before.is_empty() {
                                out.push(Run {
                                    text: before,
                                    marks: marks.clone(),
                                });
                            }
                            out.push(waiting);
                        }
                    }
                    kept.push(c);
                    line_is_empty = false;
                }
            }
        }
        if !kept.is_empty() {
            out.push(Run { text: kept, marks });
        }
    }
    out
}

/// Without a combining long solidus that follows a tag: NFC would join it to the `>`.
fn without_stray_solidus(text: &str) -> String {
    let mut leading = true;
    text.chars()
        .filter(|&c| {
            let stray = leading && c == '\u{338}';
            leading = c == '\n' || (leading && canonical_combining_class(c) != 0);
            !stray
        })
        .collect()
}
