//! Tables, whose parts people leave out.

use super::super::tree::CellForm;
use super::{Flow, FlowKind, Frame, TreeBuilder};

impl TreeBuilder {
    pub(crate) fn start_table(&mut self) {
        if matches!(
            self.frames.last(),
            Some(Frame::Table { .. } | Frame::Row { .. })
        ) {
            self.end_table();
        }
        self.start_container(Frame::Table {
            before: Vec::new(),
            rows: Vec::new(),
            head: false,
        });
    }

    pub(crate) fn end_table(&mut self) {
        if let Some(table) = self.table() {
            self.close_to(table);
            self.close();
        }
    }

    pub(crate) fn row_group(&mut self, in_head: bool) {
        if self.within_table()
            && let Some(Frame::Table { head, rows, .. }) = self.frames.last_mut()
        {
            *head = in_head && rows.iter().all(|row| row.head);
        }
    }

    pub(crate) fn start_row(&mut self) {
        if self.within_table() {
            self.frames.push(Frame::Row { cells: Vec::new() });
        }
    }

    pub(crate) fn end_row(&mut self) {
        self.within_table();
    }

    pub(crate) fn start_cell(&mut self, form: CellForm) {
        self.end_cell();
        if matches!(self.frames.last(), Some(Frame::Table { .. })) {
            self.frames.push(Frame::Row { cells: Vec::new() });
        }
        if matches!(self.frames.last(), Some(Frame::Row { .. })) {
            self.frames.push(Frame::Flow(Flow::new(FlowKind::Cell(
                form,
                self.marks.len(),
            ))));
        }
    }

    /// Ends the cell under way; what was open in it ends too.
    pub(crate) fn end_cell(&mut self) {
        match self.table() {
            Some(table) if matches!(self.frames.get(table + 1), Some(Frame::Row { .. })) => {
                self.close_to(table + 1);
            }
            Some(table) => self.close_to(table),
            None => self.boundary(),
        }
    }

    pub(crate) fn start_caption(&mut self) {
        if self.within_table() {
            self.frames.push(Frame::Flow(Flow::new(FlowKind::Stray)));
        }
    }

    fn table(&self) -> Option<usize> {
        self.frames
            .iter()
            .rposition(|frame| matches!(frame, Frame::Table { .. }))
    }

    /// Closes all within the innermost table; false outside tables.
    fn within_table(&mut self) -> bool {
        let table = self.table();
        match table {
            Some(table) => self.close_to(table),
            None => self.boundary(),
        }
        table.is_some()
    }
}
