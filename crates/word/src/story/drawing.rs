//! Pictures, text boxes and what else is drawn.

use std::mem;

use roxmltree::Node;

use super::Story;
use super::run::Line;
use crate::blocks::{Block, Piece};
use crate::gathered::Picture;
use crate::left_out::Thing;
use crate::names::{Space, branch, name, relationship};
use crate::package::Target;

/// The longest description that is carried over, in characters.
const LONGEST_ALT: usize = 2_000;

/// What the drawing says of itself.
#[derive(Clone, Default)]
struct Described {
    alt: Option<String>,
    decorative: bool,
}

impl Story<'_> {
    /// A drawing of Word 2007 and later.
    pub(super) fn drawing(&mut self, node: Node<'_, '_>, line: &mut Line) {
        for placed in node.children().filter(Node::is_element) {
            let about = placed
                .children()
                .find(|child| name(*child) == (Space::Drawing, "docPr"));
            if about.is_some_and(|about| about.attribute("hidden") == Some("1")) {
                continue;
            }
            let described = about.map(describe).unwrap_or_default();
            if !self.drawn(placed, line, &described) {
                self.gathered.left_out.add(Thing::Shape);
            }
        }
    }

    /// Goes through a drawing; says whether anything in it was carried over or counted.
    fn drawn(&mut self, node: Node<'_, '_>, line: &mut Line, described: &Described) -> bool {
        let mut found = false;
        for element in node.children().filter(Node::is_element) {
            found |= match name(element) {
                (Space::Main, "txbxContent") => {
                    self.text_box(element, line);
                    true
                }
                (Space::Drawing, "graphicData") => {
                    let kind = element.attribute("uri").unwrap_or_default();
                    self.graphic(kind) || self.drawn(element, line, described)
                }
                (Space::Drawing, "blip") => {
                    self.picture(element, line, described);
                    true
                }
                (Space::Compatibility, "AlternateContent") => {
                    branch(element).is_some_and(|branch| self.drawn(branch, line, described))
                }
                // A picture within a group has a description of its own.
                (_, "pic") => {
                    let about = element
                        .descendants()
                        .find(|below| below.tag_name().name() == "cNvPr")
                        .map(describe);
                    let about = about.filter(|own| described.alt.is_none() && own.alt.is_some());
                    self.drawn(element, line, &about.unwrap_or_else(|| described.clone()))
                }
                _ => self.drawn(element, line, described),
            };
        }
        found
    }

    /// Counts what is drawn by another program than Word.
    fn graphic(&mut self, kind: &str) -> bool {
        let thing = if kind.ends_with("/chart") || kind.ends_with("/chartex") {
            Thing::Chart
        } else if kind.ends_with("/diagram") {
            Thing::Diagram
        } else {
            return false;
        };
        self.gathered.left_out.add(thing);
        true
    }

    fn picture(&mut self, blip: Node<'_, '_>, line: &mut Line, described: &Described) {
        match relationship(blip, "embed") {
            Some(id) => self.show(id, line, described),
            None => self.gathered.left_out.add(Thing::LinkedPicture),
        }
    }

    /// A drawing of older versions.
    pub(super) fn old_drawing(&mut self, node: Node<'_, '_>, line: &mut Line) {
        for element in node.children().filter(Node::is_element) {
            match name(element) {
                (Space::Main, "txbxContent") => self.text_box(element, line),
                (Space::Vml, "imagedata") => {
                    let alt = node.attribute("alt").and_then(tidy);
                    let described = Described {
                        alt,
                        decorative: false,
                    };
                    match relationship(element, "id") {
                        Some(id) => self.show(id, line, &described),
                        None => self.gathered.left_out.add(Thing::LinkedPicture),
                    }
                }
                (Space::Vml, "rect") if is_rule(element) => line.after.push(Block::Rule),
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = branch(element) {
                        self.old_drawing(branch, line);
                    }
                }
                _ => self.old_drawing(element, line),
            }
        }
    }

    fn show(&mut self, id: &str, line: &mut Line, described: &Described) {
        let part = match self.relationships.target(id) {
            Some(Target::Part(part)) => part,
            Some(Target::Outside(_)) => {
                return self.gathered.left_out.add(Thing::LinkedPicture);
            }
            None => return self.gathered.left_out.add(Thing::MissingPicture),
        };
        self.gathered.changes.unchanged();
        let pictures = &mut self.gathered.pictures;
        line.pieces.push(Piece::Image(pictures.len()));
        pictures.push(Picture {
            part: part.clone(),
            alt: described.alt.clone(),
            decorative: described.decorative,
        });
    }

    /// Words in a box go below the paragraph that the box is tied to.
    fn text_box(&mut self, content: Node<'_, '_>, line: &mut Line) {
        let around = mem::take(&mut self.fields);
        let deeper = mem::take(&mut self.deeper_fields);
        let blocks = self.blocks(content);
        self.fields = around;
        self.deeper_fields = deeper;
        if !blocks.is_empty() {
            self.gathered.left_out.add(Thing::TextBox);
            line.after.extend(blocks);
        }
    }
}

fn describe(about: Node<'_, '_>) -> Described {
    let alt = about.attribute("descr").and_then(tidy);
    Described {
        alt: alt.or_else(|| about.attribute("title").and_then(tidy)),
        decorative: about.descendants().any(|below| {
            below.tag_name().name() == "decorative"
                && matches!(below.attribute("val"), Some("1" | "true"))
        }),
    }
}

/// A description without what Word says of having written it.
fn tidy(alt: &str) -> Option<String> {
    let words: Vec<&str> = alt.split_whitespace().collect();
    let mut alt = words.join(" ");
    for note in [
        "Description automatically generated",
        "AI-generated content may be incorrect.",
    ] {
        if let Some(own) = alt.strip_suffix(note) {
            alt.truncate(own.trim_end().len());
        }
    }
    let alt: String = alt.chars().take(LONGEST_ALT).collect();
    Some(alt).filter(|alt| !alt.is_empty())
}

fn is_rule(rect: Node<'_, '_>) -> bool {
    rect.attributes()
        .any(|attribute| attribute.name() == "hr" && attribute.value().starts_with('t'))
}
