//! Reads markup of any quality, by the tokens of the web's own parser.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::builder::TreeBuilder;
use super::policy::{self, Content, Part};
use super::tree::{Block, CellForm, ListKind, Mark, Scope};

/// What was read, and how often something was left out, by its plain name.
pub(crate) struct Read {
    pub(crate) blocks: Vec<Block>,
    pub(crate) dropped: BTreeMap<&'static str, u32>,
}

/// Reads any string as a text.
pub(crate) fn read(html: &str) -> Read {
    let state = State {
        tree: TreeBuilder::new(),
        dropped: BTreeMap::new(),
        skipping: None,
        after_pre: false,
    };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(state)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    // The sink never asks for a script to be run, so one call reads everything.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let state = tokenizer.sink.0.into_inner();
    Read {
        blocks: state.tree.finish(),
        dropped: state.dropped,
    }
}

struct Sink(RefCell<State>);

struct State {
    tree: TreeBuilder,
    dropped: BTreeMap<&'static str, u32>,
    skipping: Option<Skipping>,
    after_pre: bool,
}

/// Inside an element that is dropped with its content.
struct Skipping {
    name: String,
    depth: usize,
    foreign: bool,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        let after_pre = std::mem::take(&mut state.after_pre);
        match token {
            Token::TagToken(tag) => return state.tag(&tag),
            Token::CharacterTokens(text) if state.skipping.is_none() => {
                let text = if after_pre {
                    text.strip_prefix('\n').unwrap_or(&text)
                } else {
                    &text
                };
                state.tree.text(text);
            }
            Token::CommentToken(_) if state.skipping.is_none() => state.count("comment"),
            // Neither parts a break line from the `<pre>` before it.
            Token::ParseError(_) | Token::NullCharacterToken => state.after_pre = after_pre,
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn count(&mut self, what: &'static str) {
        *self.dropped.entry(what).or_default() += 1;
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let part = policy::part(&tag.name);
        if let Some(skipping) = &mut self.skipping {
            let ended = match tag.kind {
                StartTag if skipping.foreign && breaks_out(&part) => {
                    self.skipping = None;
                    return self.tag(tag);
                }
                StartTag if *tag.name == *skipping.name && !tag.self_closing => {
                    skipping.depth += 1;
                    false
                }
                EndTag if *tag.name == *skipping.name => {
                    skipping.depth -= 1;
                    skipping.depth == 0
                }
                _ => false,
            };
            if ended {
                self.skipping = None;
            }
            return TokenSinkResult::Continue;
        }
        match tag.kind {
            StartTag => self.start(tag, part),
            EndTag => {
                self.end(part);
                TokenSinkResult::Continue
            }
        }
    }

    fn start(&mut self, tag: &Tag, part: Part) -> TokenSinkResult<()> {
        if tag
            .attrs
            .iter()
            .any(|attribute| attribute.name.local.starts_with("on"))
        {
            self.count("event handler");
        }
        match part {
            Part::Leaf(leaf) => {
                self.tree.start_leaf(leaf);
                self.after_pre = leaf == super::tree::LeafTag::Pre;
            }
            Part::List(ListKind::Numbered { .. }) => {
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
                self.tree.start_list(ListKind::Numbered {
                    start: start.unwrap_or(1),
                });
            }
            Part::List(kind) => self.tree.start_list(kind),
            Part::Item => self.tree.start_item(),
            Part::Quote => self.tree.start_quote(),
            Part::Rule => self.tree.rule(),
            Part::LineBreak => self.tree.line_break(),
            Part::Mark(Mark::Abbr(_)) => {
                let title = attribute(tag, "title").map(crate::draft::plain_line);
                self.tree
                    .start_mark(Mark::Abbr(title.filter(|title| !title.is_empty())));
            }
            Part::Mark(mark) => self.tree.start_mark(mark),
            Part::Link => self.link(tag),
            Part::Image => match attribute(tag, "src").and_then(policy::image) {
                Some(sha256) => self.tree.image(sha256),
                None => self.count("image"),
            },
            Part::Table => self.tree.start_table(),
            Part::RowGroup { head } => self.tree.row_group(head),
            Part::Row => self.tree.start_row(),
            Part::Cell { header } => self.tree.start_cell(cell_form(tag, header)),
            Part::Caption => self.tree.start_caption(),
            Part::Boundary => self.tree.boundary(),
            Part::Nothing(what) => what.into_iter().for_each(|what| self.count(what)),
            Part::Void(what) => self.count(what),
            Part::Skip(what, content) => return self.skip(tag, what, content),
        }
        TokenSinkResult::Continue
    }

    fn link(&mut self, tag: &Tag) {
        let address = match attribute(tag, "href").map(policy::link) {
            Some(Ok(address)) => Some(address),
            Some(Err(what)) => {
                self.count(what);
                None
            }
            None => None,
        };
        self.tree.start_link(address);
    }

    fn skip(&mut self, tag: &Tag, what: &'static str, content: Content) -> TokenSinkResult<()> {
        self.count(what);
        let foreign = content == Content::Foreign;
        if foreign && tag.self_closing {
            return TokenSinkResult::Continue;
        }
        self.skipping = Some(Skipping {
            name: tag.name.to_string(),
            depth: 1,
            foreign,
        });
        match content {
            Content::Markup | Content::Foreign => TokenSinkResult::Continue,
            Content::Raw => TokenSinkResult::RawData(RawKind::Rawtext),
            Content::Characters => TokenSinkResult::RawData(RawKind::Rcdata),
            Content::Script => TokenSinkResult::RawData(RawKind::ScriptData),
        }
    }

    fn end(&mut self, part: Part) {
        match part {
            Part::Leaf(_) | Part::Boundary | Part::Caption => self.tree.boundary(),
            Part::List(_) => self.tree.end_list(),
            Part::Item => self.tree.end_item(),
            Part::Quote => self.tree.end_quote(),
            Part::LineBreak => self.tree.line_break(),
            Part::Mark(mark) => self.tree.end_mark(mark.name()),
            Part::Link => self.tree.end_mark("a"),
            Part::Table => self.tree.end_table(),
            Part::RowGroup { .. } => self.tree.row_group(false),
            Part::Row => self.tree.end_row(),
            Part::Cell { .. } => self.tree.end_cell(),
            Part::Rule | Part::Image | Part::Nothing(_) | Part::Void(_) | Part::Skip(..) => {}
        }
    }
}

/// Elements that end a drawing or formula somebody forgot to close.
fn breaks_out(part: &Part) -> bool {
    !matches!(
        part,
        Part::Nothing(_)
            | Part::Void(_)
            | Part::Image
            | Part::Skip(..)
            | Part::Link
            | Part::Mark(_)
    )
}

fn attribute<'tag>(tag: &'tag Tag, name: &str) -> Option<&'tag str> {
    let found = tag
        .attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name);
    found.map(|attribute| &*attribute.value)
}

fn cell_form(tag: &Tag, header: bool) -> CellForm {
    let span = |name| {
        let span = attribute(tag, name).and_then(|span| span.trim().parse::<u16>().ok());
        span.filter(|span| (1..=1000).contains(span))
    };
    let scope = match attribute(tag, "scope")
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("row") => Some(Scope::Row),
        Some("col") => Some(Scope::Col),
        Some("rowgroup") => Some(Scope::RowGroup),
        Some("colgroup") => Some(Scope::ColGroup),
        _ => None,
    };
    CellForm {
        header,
        colspan: span("colspan"),
        rowspan: span("rowspan"),
        scope,
    }
}
