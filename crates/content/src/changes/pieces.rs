//! A text as a row of pieces, each knowing the boxes it stands in, and back.

use std::collections::HashMap;

use super::align::Aligned;
use super::words::{self, Token};
use crate::clean_html::tree::{Block, Cell, CellForm, Leaf, LeafTag, ListKind, Mark, Picture, Row};
use crate::clean_html::write;

/// Words, a rule, an image or an empty cell.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) path: Vec<Container>,
    pub(super) content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Content {
    Leaf(Leaf),
    Rule(Option<Mark>),
    Image(Picture),
    Empty,
}

/// A box: which one it is, and of what kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Container {
    id: usize,
    pub(super) kind: ContainerKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ContainerKind {
    Quote,
    List(ListKind),
    Item,
    Table,
    Row { head: bool },
    Cell(CellForm),
}

/// What the rule is called where only words can stand.
const RULE_IN_WORDS: &str = "———";

/// What an image is called where only words can stand.
const IMAGE_IN_WORDS: &str = "[picture]";

impl Piece {
    pub(super) fn text(&self) -> String {
        match &self.content {
            Content::Leaf(leaf) => write::leaf_text(leaf),
            Content::Rule(_) => RULE_IN_WORDS.to_owned(),
            Content::Image(_) => IMAGE_IN_WORDS.to_owned(),
            Content::Empty => String::new(),
        }
    }

    /// The outermost table it stands in.
    pub(super) fn table(&self) -> Option<usize> {
        let mut tables = self.path.iter().filter(|c| c.kind == ContainerKind::Table);
        tables.next().map(|table| table.id)
    }

    /// The element round its words. Words directly in an item are like a paragraph in it.
    pub(super) fn tag(&self) -> Option<LeafTag> {
        match &self.content {
            Content::Leaf(leaf) if leaf.tag == LeafTag::Bare => Some(LeafTag::P),
            Content::Leaf(leaf) => Some(leaf.tag),
            Content::Rule(_) | Content::Image(_) | Content::Empty => None,
        }
    }

    /// Whether both stand in boxes of the same kinds, under the same element.
    pub(super) fn same_place(&self, other: &Self) -> bool {
        self.tag() == other.tag()
            && self.path.len() == other.path.len()
            && self
                .path
                .iter()
                .zip(&other.path)
                .all(|(a, b)| a.kind == b.kind)
    }

    pub(super) fn with(&self, tag: LeafTag, tokens: &[Token]) -> Self {
        let leaf = Leaf {
            tag,
            runs: words::runs(tokens),
        };
        Self {
            path: self.path.clone(),
            content: Content::Leaf(leaf),
        }
    }

    /// The piece with the words that are chosen from its own; `None` when there are none left.
    pub(super) fn chosen(&self, choose: &dyn Fn(&[Token]) -> Vec<Token>) -> Option<Self> {
        match &self.content {
            Content::Leaf(leaf) => {
                let tokens = choose(&words::tokens(leaf));
                (!tokens.is_empty()).then(|| self.with(leaf.tag, &tokens))
            }
            Content::Rule(_) | Content::Image(_) | Content::Empty => {
                let line = Token {
                    text: RULE_IN_WORDS.to_owned(),
                    marks: Vec::new(),
                };
                let chosen = choose(&[line]).pop()?;
                let mark = chosen.marks.first().cloned();
                let content = match &self.content {
                    Content::Rule(_) => Content::Rule(mark),
                    Content::Image(picture) => Content::Image(Picture {
                        mark,
                        ..picture.clone()
                    }),
                    _ => Content::Empty,
                };
                Some(Self {
                    path: self.path.clone(),
                    content,
                })
            }
        }
    }
}

/// All pieces of a text, in order.
pub(super) fn flatten(blocks: &[Block]) -> Vec<Piece> {
    let mut flattener = Flattener {
        pieces: Vec::new(),
        path: Vec::new(),
        next: 0,
    };
    flattener.blocks(blocks);
    flattener.pieces
}

struct Flattener {
    pieces: Vec<Piece>,
    path: Vec<Container>,
    next: usize,
}

impl Flattener {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Leaf(leaf) => self.push(Content::Leaf(leaf.clone())),
                Block::Rule(_) => self.push(Content::Rule(None)),
                Block::Image(picture) => self.push(Content::Image(picture.clone())),
                Block::Quote(content) => {
                    self.within(ContainerKind::Quote, |inner| inner.blocks(content));
                }
                Block::List(kind, items) => self.within(ContainerKind::List(*kind), |list| {
                    for item in items {
                        list.within(ContainerKind::Item, |inner| inner.blocks(item));
                    }
                }),
                Block::Table(rows) => self.within(ContainerKind::Table, |table| {
                    for row in rows {
                        table.row(row);
                    }
                }),
            }
        }
    }

    fn row(&mut self, row: &Row) {
        self.within(ContainerKind::Row { head: row.head }, |inner| {
            for cell in &row.cells {
                inner.within(ContainerKind::Cell(cell.form), |inner| {
                    inner.blocks(&cell.content);
                    if cell.content.is_empty() {
                        inner.push(Content::Empty);
                    }
                });
            }
        });
    }

    fn push(&mut self, content: Content) {
        self.pieces.push(Piece {
            path: self.path.clone(),
            content,
        });
    }

    fn within(&mut self, kind: ContainerKind, content: impl FnOnce(&mut Self)) {
        self.next += 1;
        self.path.push(Container {
            id: self.next,
            kind,
        });
        content(self);
        self.path.pop();
    }
}

/// The earlier pieces, in the boxes of the later text where those are known to be the same.
pub(super) fn moved_into(old: &[Piece], new: &[Piece], rows: &[Aligned]) -> Vec<Piece> {
    let mut known: HashMap<usize, usize> = HashMap::new();
    for row in rows {
        if let Aligned::Same { old: from, new: to } | Aligned::Both { old: from, new: to } = *row {
            for (from, to) in old[from].path.iter().zip(&new[to].path) {
                known.entry(from.id).or_insert(to.id);
            }
        }
    }
    let foreign = new
        .iter()
        .flat_map(|piece| &piece.path)
        .map(|c| c.id)
        .max()
        .unwrap_or(0);
    let moved = |container: &Container| {
        let id = known
            .get(&container.id)
            .copied()
            .unwrap_or(foreign + container.id);
        Container {
            id,
            kind: container.kind,
        }
    };
    let piece = |piece: &Piece| Piece {
        path: piece.path.iter().map(moved).collect(),
        content: piece.content.clone(),
    };
    old.iter().map(piece).collect()
}

/// The blocks of these pieces, whose first `depth` boxes are already there.
pub(super) fn rebuild(pieces: &[Piece], depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in pieces.chunk_by(|a, b| same_box(a, b, depth)) {
        let Some(container) = group[0].path.get(depth) else {
            blocks.extend(group.iter().filter_map(|piece| match &piece.content {
                Content::Leaf(leaf) => Some(Block::Leaf(leaf.clone())),
                Content::Rule(mark) => Some(Block::Rule(mark.clone())),
                Content::Image(picture) => Some(Block::Image(picture.clone())),
                Content::Empty => None,
            }));
            continue;
        };
        blocks.push(match container.kind {
            ContainerKind::List(kind) => {
                let items = group.chunk_by(|a, b| same_box(a, b, depth + 1));
                Block::List(kind, items.map(|item| held(item, depth + 2)).collect())
            }
            ContainerKind::Table => {
                let rows = group.chunk_by(|a, b| same_box(a, b, depth + 1));
                Block::Table(rows.map(|row| rebuilt_row(row, depth + 1)).collect())
            }
            _ => Block::Quote(rebuild(group, depth + 1)),
        });
    }
    blocks
}

fn rebuilt_row(pieces: &[Piece], depth: usize) -> Row {
    let kind = |piece: &Piece, depth: usize| piece.path.get(depth).map(|container| container.kind);
    let head = kind(&pieces[0], depth) == Some(ContainerKind::Row { head: true });
    let cells = pieces
        .chunk_by(|a, b| same_box(a, b, depth + 1))
        .map(|cell| {
            let form = match kind(&cell[0], depth + 1) {
                Some(ContainerKind::Cell(form)) => form,
                _ => CellForm::default(),
            };
            Cell {
                form,
                content: held(cell, depth + 2),
            }
        });
    Row {
        head,
        cells: cells.collect(),
    }
}

/// What an item or cell holds: one bare leaf, or blocks.
fn held(pieces: &[Piece], depth: usize) -> Vec<Block> {
    let mut blocks = rebuild(pieces, depth);
    if blocks.len() > 1 {
        for block in &mut blocks {
            if let Block::Leaf(leaf) = block
                && leaf.tag == LeafTag::Bare
            {
                leaf.tag = LeafTag::P;
            }
        }
    }
    blocks
}

fn same_box(a: &Piece, b: &Piece, depth: usize) -> bool {
    match (a.path.get(depth), b.path.get(depth)) {
        (Some(a), Some(b)) => a.id == b.id,
        (None, None) => true,
        _ => false,
    }
}
