//! Where parts point to: other parts by name, or addresses outside, which are never followed.

use std::collections::HashMap;
use std::rc::Rc;

use roxmltree::Document;

/// What a part points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Another part of the document.
    Part(Rc<str>),
    /// An address, for readers to follow.
    Outside(Rc<str>),
}

struct Relationship {
    kind: String,
    target: Target,
}

#[derive(Default)]
pub(crate) struct Relationships {
    by_id: HashMap<String, Relationship>,
    order: Vec<String>,
}

impl Relationships {
    pub(super) fn read(tree: &Document<'_>, folder: &str) -> Self {
        let mut all = Self::default();
        for entry in tree.root_element().children() {
            let (Some(id), Some(kind), Some(target)) = (
                entry.attribute("Id"),
                entry.attribute("Type"),
                entry.attribute("Target"),
            ) else {
                continue;
            };
            let outside = entry
                .attribute("TargetMode")
                .is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
            let target = if outside {
                Some(Target::Outside(target.into()))
            } else {
                resolve(folder, target).map(|name| Target::Part(name.into()))
            };
            let Some(target) = target else { continue };
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            all.order.push(id.to_owned());
            all.by_id
                .insert(id.to_owned(), Relationship { kind, target });
        }
        all
    }

    /// The first part of a kind, such as `styles`.
    pub(crate) fn first(&self, kind: &str) -> Option<&str> {
        self.all(kind).next()
    }

    /// The parts of a kind, in order.
    pub(crate) fn all(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.order.iter().filter_map(move |id| {
            let found = self.by_id.get(id)?;
            match &found.target {
                Target::Part(name) if found.kind == kind => Some(&**name),
                _ => None,
            }
        })
    }

    pub(crate) fn target(&self, id: &str) -> Option<&Target> {
        self.by_id.get(id).map(|found| &found.target)
    }
}

/// The name of the part that a target means, seen from a folder; nothing if it leads outside.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let target = target.split(['#', '?']).next().unwrap_or_default();
    let target = percent_decoded(&target.replace('\\', "/"));
    let mut steps: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        steps.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            _ => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

fn percent_decoded(target: &str) -> String {
    let mut bytes = Vec::with_capacity(target.len());
    let mut rest = target.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .filter(|_| first == b'%')
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| target.to_owned())
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_names_within_the_document_or_nothing() {
        let resolved = |target| resolve("word", target);
        assert_eq!(
            resolved("media/a%20b.png").as_deref(),
            Some("word/media/a b.png")
        );
        assert_eq!(
            resolved("/docs/notes.xml").as_deref(),
            Some("docs/notes.xml")
        );
        assert_eq!(resolved("../custom/x.xml").as_deref(), Some("custom/x.xml"));
        assert_eq!(resolved("..\\..\\etc\\passwd"), None);
        assert_eq!(resolved("../../etc/passwd"), None);
        assert_eq!(resolved("%2e%2e/%2e%2e/etc/passwd"), None);
    }
}
