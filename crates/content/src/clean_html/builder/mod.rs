//! Puts the parts of a text together as they arrive, however badly they are nested.
//!
//! Each part costs the same however long the text is, and nesting has a limit: a text can
//! therefore not be written so that cleaning it takes for ever.

mod marks;
mod table;

use super::tree::{Block, Cell, CellForm, Leaf, LeafTag, ListKind, Picture, Row, Run};
use crate::digest::Digest;
use marks::ActiveMark;

/// Quotations, lists and tables within each other, at most; deeper ones lose their box.
const DEEPEST: usize = 12;

/// A text being put together.
pub(crate) struct TreeBuilder {
    frames: Vec<Frame>,
    marks: Vec<ActiveMark>,
    containers: usize,
}

enum Frame {
    Flow(Flow),
    List {
        kind: ListKind,
        items: Vec<Vec<Block>>,
    },
    Table {
        before: Vec<Block>,
        rows: Vec<Row>,
        head: bool,
    },
    Row {
        cells: Vec<Cell>,
    },
}

struct Flow {
    kind: FlowKind,
    blocks: Vec<Block>,
    leaf: Option<(LeafTag, Vec<Run>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FlowKind {
    Root,
    Quote,
    Item,
    /// Words inside a table but in no cell; they are moved before it.
    Stray,
    /// Remembers how many marks were active outside.
    Cell(CellForm, usize),
}

impl TreeBuilder {
    pub(crate) fn new() -> Self {
        Self {
            frames: vec![Frame::Flow(Flow::new(FlowKind::Root))],
            marks: Vec::new(),
            containers: 0,
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            self.close();
        }
        match self.frames.pop() {
            Some(Frame::Flow(flow)) => flow.into_blocks(),
            _ => Vec::new(),
        }
    }

    /// Words. Outside `pre` every white space but the no-break space has become a space.
    pub(crate) fn text(&mut self, text: &str) {
        let preformatted = self.open_tag() == Some(LeafTag::Pre);
        let text: String = text
            .chars()
            .filter_map(|c| settle(c, preformatted))
            .collect();
        if text.is_empty() {
            return;
        }
        if self.open_tag().is_none() {
            if text.chars().all(|c| c == ' ') {
                return;
            }
            self.start_leaf(LeafTag::Bare);
        }
        self.push_run(text);
    }

    pub(crate) fn line_break(&mut self) {
        if self.open_tag().is_some() {
            self.push_run("\n".to_owned());
        }
    }

    pub(crate) fn start_leaf(&mut self, tag: LeafTag) {
        let flow = self.flow();
        flow.end_leaf();
        flow.leaf = Some((tag, Vec::new()));
    }

    /// Ends the paragraph under way, if one is.
    pub(crate) fn boundary(&mut self) {
        if let Some(Frame::Flow(flow)) = self.frames.last_mut() {
            flow.end_leaf();
        }
    }

    pub(crate) fn rule(&mut self) {
        let flow = self.flow();
        flow.end_leaf();
        flow.blocks.push(Block::Rule(None));
    }

    pub(crate) fn image(&mut self, sha256: Digest) {
        let flow = self.flow();
        flow.end_leaf();
        flow.blocks
            .push(Block::Image(Picture { sha256, mark: None }));
    }

    pub(crate) fn start_quote(&mut self) {
        self.start_container(Frame::Flow(Flow::new(FlowKind::Quote)));
    }

    pub(crate) fn end_quote(&mut self) {
        let is_quote = |frame: &Frame| {
            matches!(
                frame,
                Frame::Flow(Flow {
                    kind: FlowKind::Quote,
                    ..
                })
            )
        };
        self.end(is_quote, |frame| {
            is_cell(frame) || matches!(frame, Frame::Table { .. })
        });
    }

    pub(crate) fn start_list(&mut self, kind: ListKind) {
        self.start_container(Frame::List {
            kind,
            items: Vec::new(),
        });
    }

    pub(crate) fn end_list(&mut self) {
        self.end(|frame| matches!(frame, Frame::List { .. }), is_cell);
    }

    pub(crate) fn start_item(&mut self) {
        let list = self
            .frames
            .iter()
            .rposition(|frame| matches!(frame, Frame::List { .. }));
        let wall = self.frames.iter().rposition(|frame| {
            !matches!(
                frame,
                Frame::List { .. }
                    | Frame::Flow(Flow {
                        kind: FlowKind::Item,
                        ..
                    })
            )
        });
        match list {
            Some(list) if wall < Some(list) => self.close_to(list),
            _ => self.start_list(ListKind::Bulleted),
        }
        if matches!(self.frames.last(), Some(Frame::List { .. })) {
            self.frames.push(Frame::Flow(Flow::new(FlowKind::Item)));
        }
    }

    pub(crate) fn end_item(&mut self) {
        let is_item = |frame: &Frame| {
            matches!(
                frame,
                Frame::Flow(Flow {
                    kind: FlowKind::Item,
                    ..
                })
            )
        };
        self.end(is_item, |frame| {
            is_cell(frame) || matches!(frame, Frame::List { .. })
        });
    }

    fn push_run(&mut self, text: String) {
        let marks = self.present_marks();
        if let Some((_, runs)) = &mut self.flow().leaf {
            match runs.last_mut() {
                Some(run) if run.marks == marks => run.text.push_str(&text),
                _ => runs.push(Run { text, marks }),
            }
        }
    }

    fn open_tag(&self) -> Option<LeafTag> {
        match self.frames.last() {
            Some(Frame::Flow(flow)) => flow.leaf.as_ref().map(|(tag, _)| *tag),
            _ => None,
        }
    }

    /// The place where blocks may be put, opened if the text did not open one.
    fn flow(&mut self) -> &mut Flow {
        let implied = match self.frames.last_mut() {
            Some(Frame::List { items, .. }) => {
                let blocks = items.pop().unwrap_or_default();
                Some(Flow {
                    blocks,
                    ..Flow::new(FlowKind::Item)
                })
            }
            Some(Frame::Table { .. }) => Some(Flow::new(FlowKind::Stray)),
            Some(Frame::Row { .. }) => Some(Flow::new(FlowKind::Cell(
                CellForm::default(),
                self.marks.len(),
            ))),
            Some(Frame::Flow(_)) => None,
            None => Some(Flow::new(FlowKind::Root)),
        };
        self.frames.extend(implied.map(Frame::Flow));
        match self.frames.last_mut() {
            Some(Frame::Flow(flow)) => flow,
            _ => unreachable!("a flow was pushed if there was none"),
        }
    }

    fn start_container(&mut self, frame: Frame) {
        self.flow().end_leaf();
        if self.containers < DEEPEST {
            self.containers += 1;
            self.frames.push(frame);
        }
    }

    fn end(&mut self, wanted: impl Fn(&Frame) -> bool, wall: impl Fn(&Frame) -> bool) {
        let found = self
            .frames
            .iter()
            .rposition(|frame| wanted(frame) || wall(frame));
        match found {
            Some(index) if wanted(&self.frames[index]) => {
                self.close_to(index);
                self.close();
            }
            _ => self.boundary(),
        }
    }

    fn close_to(&mut self, index: usize) {
        while self.frames.len() > index + 1 {
            self.close();
        }
    }

    /// Closes the innermost frame and gives what it holds to the one around it.
    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let blocks = match frame {
            Frame::Flow(flow) => return self.close_flow(flow),
            Frame::Row { cells } => {
                if let Some(Frame::Table { rows, head, .. }) = self.frames.last_mut()
                    && !cells.is_empty()
                {
                    rows.push(Row { head: *head, cells });
                }
                return;
            }
            Frame::List { items, .. } if items.is_empty() => Vec::new(),
            Frame::List { kind, items } => vec![Block::List(kind, items)],
            Frame::Table {
                mut before, rows, ..
            } => {
                if !rows.is_empty() {
                    before.push(Block::Table(rows));
                }
                before
            }
        };
        self.containers -= 1;
        self.flow().blocks.extend(blocks);
    }

    fn close_flow(&mut self, flow: Flow) {
        let kind = flow.kind;
        let content = flow.into_blocks();
        match (kind, self.frames.last_mut()) {
            (FlowKind::Item, Some(Frame::List { items, .. })) if !content.is_empty() => {
                items.push(content);
            }
            (FlowKind::Stray, Some(Frame::Table { before, .. })) => before.extend(content),
            (FlowKind::Cell(form, outer), Some(Frame::Row { cells })) => {
                self.marks.truncate(outer);
                cells.push(Cell { form, content });
            }
            (FlowKind::Quote, _) => {
                self.containers -= 1;
                if !content.is_empty() {
                    self.flow().blocks.push(Block::Quote(content));
                }
            }
            _ => {}
        }
    }
}

impl Flow {
    fn new(kind: FlowKind) -> Self {
        Self {
            kind,
            blocks: Vec::new(),
            leaf: None,
        }
    }

    fn end_leaf(&mut self) {
        if let Some((tag, runs)) = self.leaf.take() {
            let leaf = Leaf::settled(tag, runs);
            if !leaf.is_blank() {
                self.blocks.push(Block::Leaf(leaf));
            }
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.end_leaf();
        let alone = self.blocks.len() == 1;
        let may_be_bare = matches!(self.kind, FlowKind::Item | FlowKind::Cell(..)) && alone;
        if !may_be_bare {
            for block in &mut self.blocks {
                if let Block::Leaf(leaf) = block
                    && leaf.tag == LeafTag::Bare
                {
                    leaf.tag = LeafTag::P;
                }
            }
        }
        self.blocks
    }
}

fn is_cell(frame: &Frame) -> bool {
    matches!(
        frame,
        Frame::Flow(Flow {
            kind: FlowKind::Cell(..),
            ..
        })
    )
}

/// One character as it may stand in a text.
fn settle(c: char, preformatted: bool) -> Option<char> {
    match c {
        '\n' | '\t' if preformatted => Some(c),
        '\r' if preformatted => Some('\n'),
        '\n' | '\t' | '\r' | '\u{c}' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if crate::draft::is_hidden(c) => None,
        _ => Some(c),
    }
}
