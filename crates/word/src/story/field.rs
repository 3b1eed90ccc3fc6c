//! Fields: what Word works out. Their results are kept; what only makes sense on paper is not.

use std::rc::Rc;

use roxmltree::Node;

use super::Story;
use super::run::Line;
use crate::left_out::Thing;
use crate::manuscript::TrackedChanges;
use crate::names::{attribute, is};

/// The longest instruction that is read, in bytes.
const LONGEST: usize = 4096;

/// Fields within each other that are looked at; those within are kept as they are.
const DEEPEST: usize = 16;

/// A field under way.
#[derive(Default)]
pub(super) struct Field {
    instruction: String,
    /// Whether its result has begun.
    answered: bool,
    kind: Kind,
}

#[derive(Clone, Default)]
enum Kind {
    #[default]
    Kept,
    Link(Rc<str>),
    Dropped,
}

impl Field {
    /// Whether words here are for readers.
    pub(super) fn shows(&self, fields_end: bool) -> bool {
        !fields_end || (self.answered && !matches!(self.kind, Kind::Dropped))
    }
}

impl Story<'_> {
    /// A mark that begins, parts or ends a field.
    pub(super) fn field_mark(&mut self, mark: Node<'_, '_>) {
        match attribute(mark, "fldCharType") {
            Some("begin") if self.fields.len() >= DEEPEST => self.deeper_fields += 1,
            Some("separate") if self.deeper_fields > 0 => {}
            Some("end") if self.deeper_fields > 0 => self.deeper_fields -= 1,
            Some("begin") => {
                self.fields.push(Field::default());
                if mark.children().any(|child| is(child, "ffData")) {
                    self.gathered.left_out.add(Thing::FormControl);
                }
            }
            Some("separate") => {
                if let Some(mut field) = self.fields.pop() {
                    field.kind = self.kind(&field.instruction);
                    field.answered = true;
                    self.fields.push(field);
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop()
                    && !field.answered
                {
                    // A field without a result can still be one that readers miss.
                    self.kind(&field.instruction);
                }
            }
            _ => {}
        }
    }

    /// More of what a field is told to do.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut()
            && !field.answered
            && field.instruction.len() + text.len() <= LONGEST
        {
            field.instruction.push_str(text);
        }
    }

    /// A field whose result stands in the element itself.
    pub(super) fn simple_field(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let instruction = attribute(node, "instr").unwrap_or_default();
        if self.fields.len() >= DEEPEST {
            return self.inline(node, line, None);
        }
        let kind = self.kind(instruction);
        let within = self.fields.len();
        self.fields.push(Field {
            answered: true,
            kind,
            ..Field::default()
        });
        self.inline(node, line, None);
        self.fields.truncate(within);
    }

    /// The address of the innermost field that is a link.
    pub(super) fn field_link(&self) -> Option<Rc<str>> {
        self.fields
            .iter()
            .rev()
            .find_map(|field| match &field.kind {
                Kind::Link(address) => Some(Rc::clone(address)),
                _ => None,
            })
    }

    fn kind(&mut self, instruction: &str) -> Kind {
        let mut words = words(instruction).into_iter();
        let name = words.next().unwrap_or_default().to_ascii_uppercase();
        match name.as_str() {
            "HYPERLINK" => {
                let mut address = None;
                while let Some(word) = words.next() {
                    match word.as_str() {
                        // A place within the document, a window, a tip.
                        "\\l" | "\\t" | "\\o" | "\\m" => drop(words.next()),
                        "\\n" | "\\h" => {}
                        _ => address = address.or(Some(word)),
                    }
                }
                let link = address.and_then(|address| self.address(&address));
                link.map_or(Kind::Kept, Kind::Link)
            }
            "TOC" | "INDEX" | "TOA" => {
                self.gathered.left_out.add(Thing::Contents);
                Kind::Dropped
            }
            "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "PAGEREF" => {
                self.gathered.left_out.add(Thing::PageNumber);
                Kind::Dropped
            }
            "XE" | "TC" | "RD" | "TA" => Kind::Dropped,
            "EQ" => {
                self.gathered.left_out.add(Thing::Formula);
                Kind::Dropped
            }
            _ => Kind::Kept,
        }
    }
}

/// Whether the fields that begin within an element end there, as far as they belong to the text.
pub(super) fn all_end(node: Node<'_, '_>, changes: TrackedChanges) -> bool {
    let mut open = 0_usize;
    for mark in node.descendants().filter(|node| is(*node, "fldChar")) {
        let belongs =
            !mark
                .ancestors()
                .take_while(|above| *above != node)
                .any(|above| match changes {
                    TrackedChanges::Accept => is(above, "del") || is(above, "moveFrom"),
                    TrackedChanges::Refuse => is(above, "ins") || is(above, "moveTo"),
                });
        match attribute(mark, "fldCharType") {
            Some("begin") if belongs => open += 1,
            Some("end") if belongs => match open.checked_sub(1) {
                Some(less) => open = less,
                None => return false,
            },
            _ => {}
        }
    }
    open == 0
}

/// The words of an instruction; quotes hold words together and a backslash escapes.
fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut signs = instruction.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' | '“' | '”' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            '\\' if quoted => {
                let next = signs.next_if(|next| matches!(next, '\\' | '"'));
                word.get_or_insert_default().push(next.unwrap_or(c));
            }
            c if c.is_whitespace() && !quoted => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn instructions_are_read_as_word_writes_them() {
        let read = words(r#" HYPERLINK "https://example.org/a b" \o "A tip" "#);
        assert_eq!(
            read,
            ["HYPERLINK", "https://example.org/a b", "\\o", "A tip"]
        );
        assert_eq!(
            words(r#"HYPERLINK \l "_Toc1""#),
            ["HYPERLINK", "\\l", "_Toc1"]
        );
        assert_eq!(words(r#"X "C:\\a\\b""#), ["X", r"C:\a\b"]);
        assert!(words("  ").is_empty());
    }
}
