//! Tables.

use super::Writer;
use crate::Unreadable;
use crate::blocks::{Block, Cell, Paragraph, Piece, Table};
use crate::styles::Role;

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), Unreadable> {
        let heads = table.rows.iter().take_while(|row| row.heads).count();
        // A table of headings alone heads nothing.
        let heads = if heads == table.rows.len() { 0 } else { heads };
        self.open("table");
        for (index, row) in table.rows.iter().enumerate() {
            if index == 0 && heads > 0 {
                self.open("thead");
            }
            if index == heads {
                self.open("tbody");
            }
            self.open("tr");
            for cell in &row.cells {
                let heads_row = table.first_column_heads && cell.column == 0;
                self.cell(cell, index < heads, heads_row)?;
            }
            self.close("tr");
            if index + 1 == heads {
                self.close("thead");
            }
        }
        self.close("tbody");
        self.close("table");
        Ok(())
    }

    fn cell(&mut self, cell: &Cell, heads: bool, heads_row: bool) -> Result<(), Unreadable> {
        let heads_row = heads_row && !heads && !cell.blocks.is_empty();
        let tag = if heads || heads_row { "th" } else { "td" };
        self.html.extend(["<", tag]);
        for (name, span) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
            if span > 1 {
                self.html
                    .extend([" ", name, "=\"", &span.to_string(), "\""]);
            }
        }
        if heads_row {
            self.html.push_str(" scope=\"row\"");
        }
        self.html.push('>');
        match cell.blocks.as_slice() {
            [
                Block::Paragraph(
                    paragraph @ Paragraph {
                        place: None,
                        role: Role::Body,
                        ..
                    },
                ),
            ] => {
                if tag == "th" {
                    self.pieces(&unbolded(paragraph))?;
                } else {
                    self.pieces(&paragraph.pieces)?;
                }
            }
            blocks => self.blocks(blocks)?,
        }
        self.close(tag);
        Ok(())
    }
}

/// The words of a heading cell, which is bold as it is.
fn unbolded(paragraph: &Paragraph) -> Vec<Piece> {
    let mut pieces = paragraph.pieces.clone();
    let all_bold = pieces.iter().all(|piece| match piece {
        Piece::Words(words) => words.form.bold || words.text.trim().is_empty(),
        _ => true,
    });
    for piece in &mut pieces {
        if let Piece::Words(words) = piece {
            words.form.bold &= !all_bold;
        }
    }
    pieces
}
