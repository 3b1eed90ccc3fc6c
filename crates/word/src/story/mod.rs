//! Walks through one part of a document that holds paragraphs: the body, a note, a comment.

mod drawing;
mod field;
mod paragraph;
mod run;
mod table;

use roxmltree::Node;

use crate::blocks::{Block, Paragraph, Piece};
use crate::gathered::{Change, Gathered, House};
use crate::left_out::Thing;
use crate::manuscript::TrackedChanges;
use crate::names::{Space, attribute, branch, child, is, name, switch, value};
use crate::package::Relationships;
use field::Field;

/// The walk.
pub(crate) struct Story<'a> {
    house: &'a House,
    relationships: &'a Relationships,
    gathered: &'a mut Gathered,
    fields: Vec<Field>,
    /// How many fields begin within those, too deep to be looked at.
    deeper_fields: usize,
    /// Whether every field that begins also ends. Where one does not, nothing is dropped for
    /// standing within a field, or the rest of the text would be.
    fields_end: bool,
    /// How many changes the walk is within.
    within_changes: usize,
}

/// Blocks as they are read.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    /// The words of a paragraph whose end was taken out; they begin the next one.
    carried: Vec<Piece>,
}

/// Reads all blocks within an element.
pub(crate) fn read(
    node: Node<'_, '_>,
    house: &House,
    relationships: &Relationships,
    gathered: &mut Gathered,
) -> Vec<Block> {
    let mut story = Story {
        house,
        relationships,
        gathered,
        fields: Vec::new(),
        deeper_fields: 0,
        fields_end: field::all_end(node, house.changes),
        within_changes: 0,
    };
    story.blocks(node)
}

impl Story<'_> {
    /// The blocks of a box of its own: the body, a cell, a text box.
    fn blocks(&mut self, node: Node<'_, '_>) -> Vec<Block> {
        let mut flow = Flow::default();
        self.flow(node, &mut flow);
        if !flow.carried.is_empty() {
            flow.blocks.push(Block::Paragraph(Paragraph {
                pieces: flow.carried,
                ..Paragraph::default()
            }));
        }
        flow.blocks
    }

    fn flow(&mut self, node: Node<'_, '_>, flow: &mut Flow) {
        for element in node.children().filter(Node::is_element) {
            match name(element) {
                (Space::Main, "p") => self.paragraph(element, flow),
                (Space::Main, "tbl") => self.table(element, flow),
                (Space::Main, "sdt") => {
                    if let Some(content) = self.content_of_control(element) {
                        self.flow(content, flow);
                    }
                }
                (Space::Main, "ins" | "moveTo" | "del" | "moveFrom") => {
                    let stays = self.stays(element);
                    self.within_changes += 1;
                    if stays {
                        self.flow(element, flow);
                    }
                    self.within_changes -= 1;
                }
                (Space::Main, "altChunk") => self.gathered.left_out.add(Thing::EmbeddedFile),
                (Space::Main, "sectPr") => {}
                (Space::Main, local) if !self.anchor(element, local) => self.flow(element, flow),
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = branch(element) {
                        self.flow(branch, flow);
                    }
                }
                (Space::Maths, "oMath" | "oMathPara") => {
                    self.gathered.left_out.add(Thing::Formula);
                }
                _ => {}
            }
        }
    }

    /// What a content control holds, unless that is a table of contents or a prompt to type.
    fn content_of_control<'n, 'i>(&mut self, control: Node<'n, 'i>) -> Option<Node<'n, 'i>> {
        if let Some(properties) = child(control, "sdtPr") {
            if switch(properties, "showingPlcHdr") == Some(true) {
                return None;
            }
            let gallery =
                child(properties, "docPartObj").and_then(|object| value(object, "docPartGallery"));
            if gallery == Some("Table of Contents") {
                self.gathered.left_out.add(Thing::Contents);
                return None;
            }
        }
        child(control, "sdtContent")
    }

    /// Counts a change and says whether what it marks belongs to the text.
    fn stays(&mut self, mark: Node<'_, '_>) -> bool {
        let change = match mark.tag_name().name() {
            "ins" | "cellIns" => Change::Insertion,
            "del" | "cellDel" => Change::Deletion,
            "moveTo" => Change::MoveTo,
            _ => Change::MoveFrom,
        };
        self.note(change, mark);
        let comes = matches!(change, Change::Insertion | Change::MoveTo);
        comes == (self.house.changes == TrackedChanges::Accept)
    }

    fn note(&mut self, change: Change, mark: Node<'_, '_>) {
        let author = attribute(mark, "author").unwrap_or_default();
        self.gathered.changes.note(change, author);
    }

    /// Handles marks where comments begin and end.
    fn anchor(&mut self, element: Node<'_, '_>, local: &str) -> bool {
        let id = attribute(element, "id").unwrap_or_default();
        match local {
            "commentRangeStart" => self.gathered.anchors.begin(id),
            "commentRangeEnd" => self.gathered.anchors.end(id),
            "commentReference" => self.gathered.anchors.place(id),
            _ => return false,
        }
        true
    }

    /// Whether the words here are shown at all: not those that say what a field is, nor the
    /// results of fields that are dropped.
    fn is_silent(&self) -> bool {
        self.fields
            .iter()
            .any(|field| !field.shows(self.fields_end))
    }
}

/// The properties of an element as they are to be read: the earlier ones where a change of form
/// is refused.
fn properties_of<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &str,
    changes: TrackedChanges,
) -> (Option<Node<'a, 'i>>, Option<Node<'a, 'i>>) {
    let Some(properties) = child(node, wanted) else {
        return (None, None);
    };
    let change = properties
        .children()
        .find(|child| is(*child, "rPrChange") || is(*child, "pPrChange"));
    match change {
        Some(mark) if changes == TrackedChanges::Refuse => (child(mark, wanted), change),
        _ => (Some(properties), change),
    }
}
