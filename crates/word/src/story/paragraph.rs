//! One paragraph: what it is, its place in a list, and its words.

use std::mem;

use roxmltree::Node;

use super::run::Line;
use super::{Flow, Story, properties_of};
use crate::blocks::{Block, Paragraph, Piece};
use crate::gathered::Change;
use crate::left_out::Thing;
use crate::names::{child, is, number, value};
use crate::numbering::{Marking, Place};
use crate::styles::{Role, indent};

impl Story<'_> {
    pub(super) fn paragraph(&mut self, node: Node<'_, '_>, flow: &mut Flow) {
        let (properties, changed) = properties_of(node, "pPr", self.house.changes);
        if let Some(mark) = changed {
            self.note(Change::Form, mark);
        }
        let styles = &self.house.styles;
        let style = properties
            .and_then(|properties| value(properties, "pStyle"))
            .or_else(|| styles.default_paragraph());
        let outline: Option<u8> =
            properties.and_then(|properties| number(properties, "outlineLvl"));
        let role = match (styles.role(style), outline) {
            (Role::Body | Role::Heading(_), Some(level @ 0..=8)) => Role::Heading(level + 1),
            (role, _) => role,
        };
        let own_indent = properties.and_then(indent);
        let role = match role {
            Role::Body if self.leaves_list(properties, style) => Role::Continued,
            role => role,
        };
        let mut line = Line::new(role, styles.look(style), mem::take(&mut flow.carried));
        self.inline(node, &mut line, None);
        self.count_paragraph(&line);
        let ends = self.ends(node);
        if !ends {
            flow.carried = line.pieces;
            flow.blocks.append(&mut line.after);
            return;
        }
        self.gathered.anchors.line_ends();
        let mut paragraph = Paragraph {
            role,
            indented: own_indent.or_else(|| styles.indent(style)) > Some(0),
            place: None,
            pieces: line.pieces,
        };
        if paragraph.is_blank() {
            let ruled = properties
                .and_then(|properties| child(properties, "pBdr"))
                .is_some_and(|border| child(border, "bottom").is_some());
            if ruled && !self.is_silent() {
                flow.blocks.push(Block::Rule);
            }
        } else {
            paragraph.place = self.place(properties, style);
            if matches!(role, Role::Heading(_) | Role::Title) {
                paragraph.unmark();
                let numbered = paragraph.place.take();
                if numbered.is_some_and(|place| place.marking == Marking::Number) {
                    self.gathered.left_out.add(Thing::NumberedHeading);
                }
            }
            flow.blocks.push(Block::Paragraph(paragraph));
        }
        flow.blocks.append(&mut line.after);
    }

    /// Whether the paragraph ends here, or its end was taken out.
    fn ends(&mut self, node: Node<'_, '_>) -> bool {
        let mark = child(node, "pPr").and_then(|properties| child(properties, "rPr"));
        let Some(mark) = mark else { return true };
        let changes = mark.children().filter(|child| {
            ["ins", "del", "moveFrom", "moveTo"]
                .iter()
                .any(|name| is(*child, name))
        });
        // An end that was put in by one and taken out by another is told by both.
        let mut ends = true;
        for change in changes {
            ends &= self.stays(change);
        }
        ends
    }

    fn place(&mut self, properties: Option<Node<'_, '_>>, style: Option<&str>) -> Option<Place> {
        let own = properties.and_then(|properties| child(properties, "numPr"));
        let own_list = own.and_then(|own| value(own, "numId"));
        let own_level: Option<u8> = own.and_then(|own| number(own, "ilvl"));
        let of_style = self.house.styles.list(style);
        let (list, level) = match (own_list, of_style) {
            (Some(list), _) => (list, own_level),
            (None, Some((list, level))) => (list, own_level.or(level)),
            (None, None) => return None,
        };
        let level = level.or_else(|| own.map(|_| 0));
        let mut place = self.gathered.numbering.next(list, level, style)?;
        let of_style = match own_list {
            Some(_) => None,
            None => self.house.styles.indent(style),
        };
        let own = properties.and_then(indent);
        place.indent = own.or(of_style).or(place.indent);
        Some(place).filter(|place| place.marking != Marking::Nothing)
    }

    /// Whether a paragraph says that it has no mark where its style gives it none either: so
    /// `LibreOffice` writes a second paragraph of an item.
    fn leaves_list(&self, properties: Option<Node<'_, '_>>, style: Option<&str>) -> bool {
        let own = properties.and_then(|properties| child(properties, "numPr"));
        own.and_then(|own| value(own, "numId")) == Some("0")
            && self.house.styles.list(style).is_none()
    }

    fn count_paragraph(&mut self, line: &Line) {
        let left_out = &mut self.gathered.left_out;
        for (seen, thing) in [
            (line.hidden, Thing::HiddenParagraph),
            (line.struck, Thing::StruckParagraph),
            (line.underlined, Thing::UnderlinedParagraph),
        ] {
            left_out.add_times(thing, usize::from(seen));
        }
    }
}

impl Paragraph {
    /// Takes away marks that all its words have: a heading is bold as it is.
    fn unmark(&mut self) {
        let words = || {
            self.pieces.iter().filter_map(|piece| match piece {
                Piece::Words(words) if !words.text.trim().is_empty() => Some(words.form),
                _ => None,
            })
        };
        let all_bold = words().all(|form| form.bold);
        let all_italic = words().all(|form| form.italic);
        for piece in &mut self.pieces {
            if let Piece::Words(words) = piece {
                words.form.bold &= !all_bold;
                words.form.italic &= !all_italic;
            }
        }
    }
}
