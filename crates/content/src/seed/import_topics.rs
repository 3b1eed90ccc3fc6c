//! What the labels of other systems stand for, where neither our labels nor our synonyms say.
//!
//! A label that could mean several things, such as "Behavioral Change", stands in no line:
//! it is kept as the import's own label and an editor decides.

use std::collections::BTreeMap;

use crate::ids::TopicId;

const TABLE: &str = include_str!("../../data/import_topics.json");

/// Topics by label: in small letters and American spelling, with "and" for "&".
#[must_use]
pub fn import_topics() -> BTreeMap<String, Vec<TopicId>> {
    serde_json::from_str(TABLE).expect("import_topics.json is read by the tests of this module")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::topics::{spellings, topics};

    #[test]
    fn each_label_leads_to_topics_and_not_to_groups() {
        let topics = topics();
        for (label, ids) in import_topics() {
            assert!(!ids.is_empty(), "{label}");
            for id in ids {
                assert!(
                    topics
                        .iter()
                        .any(|topic| topic.id == id && topic.group.is_some()),
                    "{label} leads to {id}"
                );
            }
        }
    }

    #[test]
    fn labels_are_written_as_they_are_looked_up() {
        let british: Vec<String> = spellings()
            .into_iter()
            .map(|(british, _)| british)
            .collect();
        for label in import_topics().keys() {
            assert!(
                label.chars().all(|c| c.is_ascii_lowercase() || c == ' '),
                "{label}"
            );
            assert!(
                label
                    .split(' ')
                    .all(|word| !british.iter().any(|one| one == word)),
                "{label}"
            );
        }
    }
}
