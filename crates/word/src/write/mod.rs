//! Writes what was read as HTML.

mod lists;
mod table;

use content::clean_html;

use crate::Unreadable;
use crate::blocks::{Block, Paragraph, Piece, Words};
use crate::styles::{Height, Role};

/// What the pieces of a text became: pictures may have been left out.
pub(crate) struct Shown {
    /// For each picture of the text its place among those that were kept, with its description.
    pub(crate) images: Vec<Option<(usize, Option<String>)>>,
    /// How many levels the headings are raised, so that the first is one below the title.
    pub(crate) raised: u8,
}

pub(crate) struct Writer<'a> {
    html: String,
    shown: &'a Shown,
}

/// The HTML of blocks; refused when it is longer than an article can be.
pub(crate) fn html(blocks: &[Block], shown: &Shown) -> Result<String, Unreadable> {
    let mut writer = Writer {
        html: String::new(),
        shown,
    };
    writer.blocks(blocks)?;
    Ok(writer.html)
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Unreadable> {
        let mut rest = blocks;
        while let Some(block) = rest.first() {
            let taken = match block {
                Block::Paragraph(Paragraph { place: Some(_), .. }) => self.list(rest)?,
                Block::Paragraph(Paragraph {
                    role: Role::Quote, ..
                }) => self.quote(rest)?,
                Block::Paragraph(paragraph) => {
                    self.paragraph(paragraph)?;
                    1
                }
                Block::Table(table) => {
                    self.table(table)?;
                    1
                }
                Block::Rule => {
                    self.html.push_str("<hr>");
                    1
                }
            };
            rest = &rest[taken..];
        }
        Ok(())
    }

    fn quote(&mut self, blocks: &[Block]) -> Result<usize, Unreadable> {
        self.html.push_str("<blockquote>");
        let mut taken = 0;
        for block in blocks {
            match block {
                Block::Paragraph(paragraph)
                    if paragraph.role == Role::Quote && paragraph.place.is_none() =>
                {
                    self.boxed("p", paragraph)?;
                }
                _ => break,
            }
            taken += 1;
        }
        self.html.push_str("</blockquote>");
        Ok(taken)
    }

    fn paragraph(&mut self, paragraph: &Paragraph) -> Result<(), Unreadable> {
        let tag = match paragraph.role {
            Role::Title => "h2",
            Role::Heading(level) => match level.saturating_sub(self.shown.raised) {
                0 | 1 => "h2",
                2 => "h3",
                _ => "h4",
            },
            _ => "p",
        };
        self.boxed(tag, paragraph)
    }

    fn boxed(&mut self, tag: &str, paragraph: &Paragraph) -> Result<(), Unreadable> {
        let start = self.html.len();
        self.open(tag);
        let inside = self.html.len();
        self.pieces(&paragraph.pieces)?;
        if self.html.len() == inside {
            self.html.truncate(start);
        } else {
            self.close(tag);
        }
        Ok(())
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Result<(), Unreadable> {
        let has_words = |piece: &Piece| match piece {
            Piece::Words(words) => !words.text.trim().is_empty(),
            Piece::Image(index) => self.shown.images[*index].is_some(),
            Piece::Note(_) => true,
            Piece::Break => false,
        };
        // What stands before the first words and after the last shows nothing.
        let Some(first) = pieces.iter().position(has_words) else {
            return Ok(());
        };
        let last = pieces.iter().rposition(has_words).unwrap_or(first);
        for (index, piece) in pieces.iter().enumerate().take(last + 1).skip(first) {
            match piece {
                Piece::Words(words) => {
                    let mut text = words.text.as_str();
                    if index == first {
                        text = text.trim_start();
                    }
                    if index == last {
                        text = text.trim_end();
                    }
                    self.words(text, words);
                }
                Piece::Break => self.html.push_str("<br>"),
                Piece::Image(index) => self.image(*index),
                Piece::Note(index) => {
                    let number = index + 1;
                    let note = format!("<sup><a href=\"word-note:{index}\">{number}</a></sup>");
                    self.html.push_str(&note);
                }
            }
            if self.html.len() > clean_html::LONGEST {
                return Err(Unreadable::TooLong);
            }
        }
        Ok(())
    }

    /// Marks hold words alone; the space round them stays outside.
    fn words(&mut self, text: &str, words: &Words) {
        let inner = text.trim();
        if inner.is_empty() {
            return self.escaped(text);
        }
        let start = text.len() - text.trim_start().len();
        self.escaped(&text[..start]);
        let form = words.form;
        let mut tags = Vec::new();
        tags.extend(form.bold.then_some("strong"));
        tags.extend(form.italic.then_some("em"));
        tags.extend(match form.height {
            Height::Line => None,
            Height::Below => Some("sub"),
            Height::Above => Some("sup"),
        });
        if let Some(address) = &words.link {
            self.html.push_str("<a href=\"");
            self.escaped(address);
            self.html.push_str("\">");
        }
        for tag in &tags {
            self.open(tag);
        }
        self.escaped(inner);
        for tag in tags.iter().rev() {
            self.close(tag);
        }
        if words.link.is_some() {
            self.html.push_str("</a>");
        }
        self.escaped(&text[start + inner.len()..]);
    }

    fn image(&mut self, index: usize) {
        if let Some((place, alt)) = &self.shown.images[index] {
            let place = place.to_string();
            self.html
                .extend(["<img src=\"word-image:", &place, "\" alt=\""]);
            self.escaped(alt.as_deref().unwrap_or_default());
            self.html.push_str("\">");
        }
    }

    fn open(&mut self, tag: &str) {
        self.html.extend(["<", tag, ">"]);
    }

    fn close(&mut self, tag: &str) {
        self.html.extend(["</", tag, ">"]);
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                c => self.html.push(c),
            }
        }
    }
}
