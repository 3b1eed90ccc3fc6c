//! Puts the parts of a text together as they arrive, however badly they are nested.
//!
//! Each part costs the same however long the text is, and nesting has a limit: a text can
//! therefore not be written so that cleaning it takes for ever.

use super::tree::{Block, Cell, CellForm, Leaf, LeafTag, ListKind, Mark, Row, Run};

/// Quotations, lists and tables within each other, at most; deeper ones lose their box.
const DEEPEST: usize = 12;

/// A text being put together.
pub(crate) struct TreeBuilder {
    frames: Vec<Frame>,
    marks: Vec<ActiveMark>,
    containers: usize,
}

struct ActiveMark {
    mark: Mark,
    opened: usize,
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
        flow.blocks.push(Block::Rule);
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

    fn push_run(&mut self, text: String) {
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
