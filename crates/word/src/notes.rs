//! Footnotes and endnotes.

use std::collections::HashMap;

use roxmltree::Document;

use crate::blocks::{self, Block};
use crate::gathered::{Gathered, House};
use crate::left_out::Thing;
use crate::manuscript::NoteKind;
use crate::names::{attribute, children};
use crate::package::{Package, Relationships};
use crate::{Unreadable, story, xml};

/// A note that is read and not yet written.
pub(crate) struct Read {
    pub(crate) kind: NoteKind,
    pub(crate) blocks: Vec<Block>,
    pub(crate) text: String,
}

/// Reads the notes that were cited, in their order.
pub(crate) fn read(
    package: &mut Package<'_>,
    document: &Relationships,
    house: &House,
    gathered: &mut Gathered,
) -> Result<Vec<Read>, Unreadable> {
    let cited = gathered.cited.order.clone();
    gathered.cited.closed = true;
    let mut found: HashMap<(NoteKind, String), Vec<Block>> = HashMap::new();
    for (kind, relationship, element) in [
        (NoteKind::Footnote, "footnotes", "footnote"),
        (NoteKind::Endnote, "endnotes", "endnote"),
    ] {
        if !cited.iter().any(|(cited, _)| *cited == kind) {
            continue;
        }
        let Some(part) = document.first(relationship) else {
            continue;
        };
        let Some(text) = package.xml(part)? else {
            continue;
        };
        let relationships = package.relationships(part)?;
        let tree = xml::tree(&text, part)?;
        let mut by_id = by_id(&tree, element);
        for (_, id) in cited.iter().filter(|(cited, _)| *cited == kind) {
            if let Some(node) = by_id.remove(id.as_str()) {
                let blocks = story::read(node, house, &relationships, gathered);
                found.insert((kind, id.clone()), blocks);
            }
        }
    }
    let notes = cited.into_iter().map(|(kind, id)| {
        let blocks = found.remove(&(kind, id)).unwrap_or_else(|| {
            gathered.left_out.add(Thing::MissingNote);
            Vec::new()
        });
        Read {
            kind,
            text: blocks::text(&blocks),
            blocks,
        }
    });
    Ok(notes.collect())
}

fn by_id<'a, 'i>(
    tree: &'a Document<'i>,
    element: &'a str,
) -> HashMap<&'a str, roxmltree::Node<'a, 'i>> {
    children(tree.root_element(), element)
        .filter_map(|node| Some((attribute(node, "id")?, node)))
        .collect()
}
