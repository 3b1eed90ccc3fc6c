//! The names in a document's markup: Word's own namespaces and those of the strict standard.

use roxmltree::Node;

const MAIN: &[&str] = &[
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const RELATIONSHIPS: &[&str] = &[
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const DRAWING: &[&str] = &[
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
];
const PLACED_DRAWING: &[&str] = &[
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
];
const MATHS: &[&str] = &[
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const VML: &str = "urn:schemas-microsoft-com:vml";
const VML_OFFICE: &str = "urn:schemas-microsoft-com:office:office";
const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const WORD_2012: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
const SHAPES: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
const GROUPS: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
const CANVASES: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas";
const DRAWING_2010: &str = "http://schemas.microsoft.com/office/drawing/2010/main";
const PLACED_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing";

/// How many kinds of markup one branch may ask for.
const MOST_REQUIRED: usize = 16;

/// Whose an element or attribute is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// Word's own.
    Main,
    /// Drawings, and their place in a text.
    Drawing,
    /// Formulas.
    Maths,
    /// The choice between markup for new and old readers.
    Compatibility,
    /// Drawings of older versions.
    Vml,
    /// Anything else.
    Other,
}

/// An element's namespace and name.
pub(crate) fn name<'a>(node: Node<'a, '_>) -> (Space, &'a str) {
    let local = node.tag_name().name();
    let Some(space) = node.tag_name().namespace() else {
        return (Space::Other, local);
    };
    let space = if MAIN.contains(&space) {
        Space::Main
    } else if DRAWING.contains(&space) || PLACED_DRAWING.contains(&space) {
        Space::Drawing
    } else if MATHS.contains(&space) {
        Space::Maths
    } else if space == COMPATIBILITY {
        Space::Compatibility
    } else if space == VML || space == VML_OFFICE {
        Space::Vml
    } else {
        Space::Other
    };
    (space, local)
}

/// Whether this is Word's own element of that name.
pub(crate) fn is(node: Node<'_, '_>, wanted: &str) -> bool {
    name(node) == (Space::Main, wanted)
}

/// Word's own child element of that name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, wanted))
}

/// Word's own child elements of that name.
pub(crate) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &'a str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(*child, wanted))
}

/// Word's own attribute of that name.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    MAIN.iter()
        .find_map(|space| node.attribute((*space, wanted)))
}

/// The attribute `val` of Word's own child element of that name.
pub(crate) fn value<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    attribute(child(node, wanted)?, "val")
}

/// The number in the attribute `val` of a child.
pub(crate) fn number<T: std::str::FromStr>(node: Node<'_, '_>, wanted: &str) -> Option<T> {
    value(node, wanted)?.trim().parse().ok()
}

/// A property that is on, off or not said: `<w:b/>`, `<w:b w:val="0"/>`.
pub(crate) fn switch(node: Node<'_, '_>, wanted: &str) -> Option<bool> {
    let property = child(node, wanted)?;
    Some(!matches!(
        attribute(property, "val"),
        Some("0" | "false" | "off" | "none")
    ))
}

/// The id of a relationship in an attribute such as `r:embed`.
pub(crate) fn relationship<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    RELATIONSHIPS
        .iter()
        .find_map(|space| node.attribute((*space, wanted)))
        .filter(|id| !id.is_empty())
}

/// An attribute that Word 2010 or 2012 added.
pub(crate) fn newer<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    let spaces = [WORD_2010, WORD_2012];
    spaces
        .iter()
        .find_map(|space| node.attribute((*space, wanted)))
}

/// The one branch of an `AlternateContent` that is to be read: the first whose markup is known
/// here, or what is meant for older readers.
pub(crate) fn branch<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let branches = || {
        node.children()
            .filter(|child| name(*child).0 == Space::Compatibility)
    };
    let known = |choice: &Node<'a, 'i>| {
        let required = choice.attribute("Requires").unwrap_or_default();
        let mut required = required.split_whitespace().take(MOST_REQUIRED);
        required.all(|prefix| {
            choice
                .lookup_namespace_uri(Some(prefix))
                .is_some_and(is_known)
        })
    };
    branches()
        .find(|child| child.tag_name().name() == "Choice" && known(child))
        .or_else(|| branches().find(|child| child.tag_name().name() == "Fallback"))
}

fn is_known(space: &str) -> bool {
    let newer = [
        WORD_2010,
        WORD_2012,
        SHAPES,
        GROUPS,
        CANVASES,
        DRAWING_2010,
        PLACED_2010,
    ];
    // A chart of a newer kind is told as what it is, and not shown as the picture beside it.
    newer.contains(&space)
        || space.ends_with("/chartex")
        || space == VML
        || MAIN.contains(&space)
        || DRAWING.contains(&space)
        || PLACED_DRAWING.contains(&space)
}
