//! Headings of a body: their fragments, their level on the page, and the list of contents.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde::Serialize;

use crate::escape;
use crate::markup::{self, Piece};

/// A place on the page that the list of contents leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    /// The fragment.
    pub(crate) id: String,
    /// What it is called, as markup.
    pub(crate) label: String,
}

/// Fragments that the page itself uses.
const TAKEN: &[&str] = &[
    "main",
    "about-article",
    "please-note",
    "in-this",
    "related",
    "by",
    "corrections",
];

/// Fragments already used on one page.
#[derive(Debug)]
pub(crate) struct Fragments(HashSet<String>);

impl Fragments {
    /// Only those of the page itself are taken.
    pub(crate) fn new() -> Self {
        Self(TAKEN.iter().map(|&word| word.to_owned()).collect())
    }

    /// Takes this fragment, or the next free one made from it.
    pub(crate) fn take(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut count = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{wanted}-{count}");
            count += 1;
        }
        id
    }
}

/// Gives each heading a fragment, moves it `down` levels, marks lists of sources, and answers
/// with the topmost headings.
pub(crate) fn number(html: &str, down: usize, fragments: &mut Fragments) -> (String, Vec<Place>) {
    let all: Vec<Piece<'_>> = markup::pieces(html).collect();
    let mut out = String::with_capacity(html.len() + 256);
    let mut places = Vec::new();
    for (at, piece) in all.iter().enumerate() {
        match *piece {
            Piece::Open { name, source } if level(name).is_some() => {
                let label = label_of(&all[at + 1..], name);
                let moved = lower(name, down);
                let kept = markup::attribute(source, "id");
                let id = fragments.take(kept.unwrap_or(&fragment(&label)));
                let class = if is_sources(&label) {
                    " class=\"sources\""
                } else {
                    ""
                };
                // Writing to a string cannot fail.
                let _ = write!(out, "<{moved} id=\"{id}\"{class}>");
                if name == "h2" {
                    places.push(Place {
                        id,
                        label: escape::html(&label),
                    });
                }
            }
            Piece::Close { name, .. } if level(name).is_some() => {
                let _ = write!(out, "</{}>", lower(name, down));
            }
            Piece::Text(source) | Piece::Open { source, .. } | Piece::Close { source, .. } => {
                out.push_str(source);
            }
        }
    }
    (out, places)
}

fn level(name: &str) -> Option<usize> {
    let digit = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&digit).then_some(digit)
}

fn lower(name: &str, down: usize) -> String {
    let level = level(name).unwrap_or(2).max(2);
    format!("h{}", (level + down).min(6))
}

fn label_of(rest: &[Piece<'_>], name: &str) -> String {
    let mut label = String::new();
    for piece in rest {
        match piece {
            Piece::Text(text) => label.push_str(&markup::unescape(text)),
            Piece::Close { name: closed, .. } if *closed == name => break,
            _ => {}
        }
    }
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_sources(label: &str) -> bool {
    matches!(
        label.to_lowercase().trim_end_matches(':'),
        "references" | "sources" | "further reading" | "notes and references"
    )
}

/// Letters and digits joined by hyphens; never empty.
pub(crate) fn fragment(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') && c != '’' && c != '\'' {
            id.push('-');
        }
        if id.len() > 60 {
            break;
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() {
        "part".to_owned()
    } else {
        id.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_get_fragments_and_levels() {
        let mut fragments = Fragments::new();
        let html = "<h2>What’s <em>this</em>?</h2><p>a</p><h3>Main</h3><h2>What’s this?</h2>\
                    <h2>References</h2><ol><li>x</li></ol>";
        let (out, places) = number(html, 0, &mut fragments);
        assert_eq!(
            out,
            "<h2 id=\"whats-this\">What’s <em>this</em>?</h2><p>a</p><h3 id=\"main-2\">Main</h3>\
             <h2 id=\"whats-this-2\">What’s this?</h2>\
             <h2 id=\"references\" class=\"sources\">References</h2><ol><li>x</li></ol>"
        );
        assert_eq!(places.len(), 3);
        let (out, _) = number("<h1>A</h1><h2>B</h2><h6>C</h6>", 1, &mut fragments);
        assert_eq!(
            out,
            "<h3 id=\"a\">A</h3><h3 id=\"b\">B</h3><h6 id=\"c\">C</h6>"
        );
    }
}
