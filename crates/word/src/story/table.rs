//! Tables.

use std::collections::HashMap;

use roxmltree::Node;

use super::{Flow, Story};
use crate::blocks::{Block, Cell, Merge, Row, Table};
use crate::names::{attribute, child, is, number, switch, value};

/// The most columns that one cell may reach across; Word's own limit for a row.
const MOST_COLUMNS: usize = 63;

impl Story<'_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>, flow: &mut Flow) {
        let mut table = Table::default();
        let properties = child(node, "tblPr");
        let style = properties.and_then(|properties| value(properties, "tblStyle"));
        let look = properties.and_then(|properties| child(properties, "tblLook"));
        self.rows(node, &mut table.rows);
        if table.rows.is_empty() {
            return;
        }
        if let [row] = table.rows.as_mut_slice()
            && let [cell] = row.cells.as_mut_slice()
        {
            // A box round some words, not a table of anything.
            flow.blocks.append(&mut cell.blocks);
            return;
        }
        let styles = &self.house.styles;
        let heads_said = table.rows[0].heads;
        let several = table.rows.len() > 1;
        if !heads_said && several && looks(look, "firstRow", 0x20) && styles.marks_first_row(style)
        {
            table.rows[0].heads = true;
        }
        table.first_column_heads =
            looks(look, "firstColumn", 0x80) && styles.marks_first_column(style);
        join_cells(&mut table.rows);
        flow.blocks.push(Block::Table(table));
    }

    fn rows(&mut self, node: Node<'_, '_>, rows: &mut Vec<Row>) {
        for element in node.children().filter(Node::is_element) {
            if is(element, "tr") {
                rows.extend(self.row(element));
            } else if is(element, "sdt") {
                if let Some(content) = self.content_of_control(element) {
                    self.rows(content, rows);
                }
            } else if is(element, "customXml") {
                self.rows(element, rows);
            } else {
                self.anchor(element, element.tag_name().name());
            }
        }
    }

    fn row(&mut self, node: Node<'_, '_>) -> Option<Row> {
        let properties = child(node, "trPr");
        if let Some(properties) = properties {
            let changes = properties.children();
            let changes = changes.filter(|child| is(*child, "ins") || is(*child, "del"));
            let mut stays = true;
            for change in changes {
                stays &= self.stays(change);
            }
            if !stays {
                return None;
            }
        }
        let skipped: Option<usize> = properties.and_then(|of| number(of, "gridBefore"));
        let mut row = Row {
            heads: properties.and_then(|of| switch(of, "tblHeader")) == Some(true),
            cells: Vec::new(),
        };
        let skipped = skipped.unwrap_or(0).min(MOST_COLUMNS);
        if skipped > 0 {
            row.cells.push(Cell {
                column: 0,
                columns: skipped,
                rows: 1,
                merge: Merge::None,
                blocks: Vec::new(),
            });
        }
        self.cells(node, &mut row, &mut { skipped });
        Some(row).filter(|row| !row.cells.is_empty())
    }

    fn cells(&mut self, node: Node<'_, '_>, row: &mut Row, column: &mut usize) {
        for element in node.children().filter(Node::is_element) {
            if is(element, "tc") {
                self.cell(element, row, column);
            } else if is(element, "sdt") {
                if let Some(content) = self.content_of_control(element) {
                    self.cells(content, row, column);
                }
            } else if is(element, "customXml") {
                self.cells(element, row, column);
            } else {
                self.anchor(element, element.tag_name().name());
            }
        }
    }

    fn cell(&mut self, node: Node<'_, '_>, row: &mut Row, column: &mut usize) {
        let properties = child(node, "tcPr");
        let change =
            properties.and_then(|of| child(of, "cellIns").or_else(|| child(of, "cellDel")));
        if let Some(change) = change
            && !self.stays(change)
        {
            return;
        }
        let columns: Option<usize> = properties.and_then(|of| number(of, "gridSpan"));
        let columns = columns.unwrap_or(1).clamp(1, MOST_COLUMNS);
        let merged = |way| {
            let merged = properties.and_then(|of| child(of, way))?;
            Some(attribute(merged, "val").unwrap_or("continue"))
        };
        let merge = match merged("vMerge") {
            Some("restart") => Merge::Begins,
            Some(_) => Merge::Continues,
            None => Merge::None,
        };
        let blocks = self.blocks(node);
        match row.cells.last_mut() {
            // The older way to say that a cell is one with the cell before it.
            Some(before) if merged("hMerge").is_some_and(|val| val != "restart") => {
                before.columns += columns;
                before.blocks.extend(blocks);
            }
            _ => row.cells.push(Cell {
                column: *column,
                columns,
                rows: 1,
                merge,
                blocks,
            }),
        }
        *column += columns;
    }
}

/// Makes one cell of cells that are merged downwards.
fn join_cells(rows: &mut [Row]) {
    let mut open: HashMap<usize, (usize, usize)> = HashMap::new();
    for index in 0..rows.len() {
        let (above, here) = rows.split_at_mut(index);
        let mut kept = Vec::with_capacity(here[0].cells.len());
        let mut still_open = HashMap::new();
        for mut cell in std::mem::take(&mut here[0].cells) {
            let begun = open.get(&cell.column).copied();
            match (cell.merge, begun) {
                (Merge::Continues, Some((row, position))) => {
                    let first: &mut Cell = &mut above[row].cells[position];
                    first.rows += 1;
                    first.blocks.append(&mut cell.blocks);
                    still_open.insert(cell.column, (row, position));
                }
                (Merge::None, _) => kept.push(cell),
                (Merge::Begins | Merge::Continues, _) => {
                    still_open.insert(cell.column, (index, kept.len()));
                    kept.push(cell);
                }
            }
        }
        here[0].cells = kept;
        open = still_open;
    }
}

/// Whether a table says that its style's look for a part is to be used.
fn looks(look: Option<Node<'_, '_>>, part: &str, bit: u32) -> bool {
    let Some(look) = look else { return false };
    match attribute(look, part) {
        Some(said) => matches!(said, "1" | "true" | "on"),
        None => attribute(look, "val")
            .and_then(|val| u32::from_str_radix(val, 16).ok())
            .is_some_and(|bits| bits & bit != 0),
    }
}
