//! A text between being read and being written.

use std::rc::Rc;

use crate::numbering::Place;
use crate::styles::{Height, Role};

#[derive(Debug)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    Table(Table),
    Rule,
}

#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) role: Role,
    pub(crate) place: Option<Place>,
    /// Stands in from the margin without being an item.
    pub(crate) indented: bool,
    pub(crate) pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Words(Words),
    Break,
    Image(usize),
    /// The index of a note.
    Note(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) form: Form,
    pub(crate) link: Option<Rc<str>>,
}

/// How words differ from those around them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) height: Height,
}

#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
    pub(crate) first_column_heads: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) heads: bool,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) column: usize,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) merge: Merge,
    pub(crate) blocks: Vec<Block>,
}

/// Whether a cell is one with the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Merge {
    None,
    Begins,
    Continues,
}

impl Paragraph {
    /// The words alone, with line breaks.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => text.push_str(&words.text),
                Piece::Break => text.push('\n'),
                Piece::Image(_) | Piece::Note(_) => {}
            }
        }
        text.trim().to_owned()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Words(words) => words.text.trim().is_empty(),
            Piece::Break => true,
            Piece::Image(_) | Piece::Note(_) => false,
        })
    }
}

/// The words of a text alone, a line for each paragraph.
pub(crate) fn text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    collect(blocks, &mut lines);
    lines.join("\n")
}

fn collect(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                lines.extend(Some(paragraph.text()).filter(|line| !line.is_empty()));
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| collect(&cell.blocks, lines));
            }
            Block::Rule => {}
        }
    }
}
