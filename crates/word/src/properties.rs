//! What the document says of itself.

use roxmltree::Document;

const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

/// The longest property that is believed, in characters.
const LONGEST: usize = 400;

#[derive(Default)]
pub(crate) struct Properties {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) language: Option<String>,
}

impl Properties {
    pub(crate) fn read(tree: &Document<'_>) -> Self {
        let property = |name: &str| {
            let node = tree
                .root_element()
                .children()
                .find(|node| node.has_tag_name((DUBLIN_CORE, name)))?;
            let words: Vec<&str> = node.text()?.split_whitespace().collect();
            let text: String = words.join(" ").chars().take(LONGEST).collect();
            Some(text).filter(|text| !text.is_empty())
        };
        Self {
            title: property("title"),
            author: property("creator"),
            language: property("language"),
        }
    }
}
