//! What each part is, as the package declares it.

use std::collections::HashMap;

use roxmltree::Document;

const DOCUMENT: &[&str] = &[
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
];
const DOCUMENT_WITH_MACROS: &[&str] = &[
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
];
const MACROS: &str = "application/vnd.ms-office.vbaproject";

#[derive(Default)]
pub(super) struct ContentTypes {
    by_ending: HashMap<String, String>,
    by_name: Vec<(String, String)>,
}

impl ContentTypes {
    pub(super) fn read(tree: &Document<'_>) -> Self {
        let mut types = Self::default();
        for entry in tree.root_element().children() {
            let kind = entry.attribute("ContentType").map(str::to_ascii_lowercase);
            let ending = entry.attribute("Extension").map(str::to_ascii_lowercase);
            let name = entry.attribute("PartName");
            match (kind, ending, name) {
                (Some(kind), Some(ending), _) => {
                    types.by_ending.insert(ending, kind);
                }
                (Some(kind), None, Some(name)) => {
                    let name = name.trim_start_matches('/').to_owned();
                    types.by_name.push((name, kind));
                }
                _ => {}
            }
        }
        types
    }

    /// Whether a part may hold the text: it says so, or says nothing of itself.
    pub(super) fn may_be_document(&self, name: &str) -> bool {
        let kind = self.kind(name);
        kind.is_none_or(|kind| is_document(kind) || kind.ends_with("/xml"))
    }

    /// A part that says that it holds the text.
    pub(super) fn document(&self, has: impl Fn(&str) -> bool) -> Option<String> {
        let mut parts = self.by_name.iter();
        let found = parts.find(|(name, kind)| is_document(kind) && has(name));
        found.map(|(name, _)| name.clone())
    }

    pub(super) fn has_macros(&self) -> bool {
        let mut kinds = self
            .by_name
            .iter()
            .map(|(_, kind)| kind)
            .chain(self.by_ending.values());
        kinds.any(|kind| kind == MACROS || DOCUMENT_WITH_MACROS.contains(&kind.as_str()))
    }

    fn kind(&self, name: &str) -> Option<&str> {
        let named = self
            .by_name
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        named.map(|(_, kind)| kind.as_str()).or_else(|| {
            let kind = self.by_ending.get(&ending?.to_ascii_lowercase());
            kind.map(String::as_str)
        })
    }
}

fn is_document(kind: &str) -> bool {
    DOCUMENT.contains(&kind) || DOCUMENT_WITH_MACROS.contains(&kind)
}
