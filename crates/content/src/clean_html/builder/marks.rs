//! What is said of the words that come: opened and closed in any order, as people do.

use super::super::tree::Mark;
use super::{Flow, FlowKind, Frame, TreeBuilder};

/// A mark that is open, however often.
pub(super) struct ActiveMark {
    pub(super) mark: Mark,
    pub(super) opened: usize,
}

impl TreeBuilder {
    pub(crate) fn start_mark(&mut self, mark: Mark) {
        let inner = self.marks_of_cell();
        match self.marks[inner..]
            .iter_mut()
            .find(|active| active.mark.name() == mark.name())
        {
            Some(active) => active.opened += 1,
            None => self.marks.push(ActiveMark { mark, opened: 1 }),
        }
    }

    pub(crate) fn end_mark(&mut self, name: &str) {
        let inner = self.marks_of_cell();
        let found = self.marks[inner..]
            .iter()
            .rposition(|active| active.mark.name() == name);
        if let Some(index) = found.map(|index| index + inner) {
            self.marks[index].opened -= 1;
            if self.marks[index].opened == 0 {
                self.marks.remove(index);
            }
        }
    }

    /// A link ends the one before it, wherever that was opened.
    pub(crate) fn start_link(&mut self, address: Option<String>) {
        let inner = self.marks_of_cell();
        let mut index = 0;
        self.marks.retain(|active| {
            index += 1;
            index <= inner || !matches!(active.mark, Mark::Link(_))
        });
        if let Some(address) = address {
            self.marks.push(ActiveMark {
                mark: Mark::Link(address),
                opened: 1,
            });
        }
    }

    /// What is said of words that come now; an inner mark stands for an outer one of its kind.
    pub(super) fn present_marks(&self) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for active in &self.marks {
            match marks
                .iter_mut()
                .find(|mark| mark.name() == active.mark.name())
            {
                Some(mark) => *mark = active.mark.clone(),
                None => marks.push(active.mark.clone()),
            }
        }
        marks
    }

    /// How many marks were open outside the present cell, whose end ends all in it.
    fn marks_of_cell(&self) -> usize {
        let cell = self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Flow(Flow {
                kind: FlowKind::Cell(_, outer),
                ..
            }) => Some(*outer),
            _ => None,
        });
        cell.unwrap_or(0)
    }
}
