//! What the labels of another system stand for here.

use std::collections::HashMap;

use content::ids::TopicId;
use content::seed::import_topics::import_topics;
use content::seed::topics::spellings;
use content::topic::Topic;

/// The most topics that an article may have.
pub(super) const MOST: usize = 6;

/// Topics by label, by synonym, and by the table for imports, in this order.
#[derive(Debug)]
pub(super) struct TopicMap {
    by_words: HashMap<String, Vec<TopicId>>,
    american: HashMap<String, String>,
}

impl TopicMap {
    pub(super) fn of(topics: &[Topic]) -> Self {
        let american = spellings().into_iter().collect();
        let mut map = Self {
            by_words: HashMap::new(),
            american,
        };
        // Groups cannot be chosen.
        let topics: Vec<&Topic> = topics
            .iter()
            .filter(|topic| topic.group.is_some())
            .collect();
        for topic in &topics {
            map.add(&topic.label, vec![topic.id.clone()]);
        }
        for topic in &topics {
            for synonym in &topic.synonyms {
                map.add(&synonym.phrase, vec![topic.id.clone()]);
            }
        }
        for (label, ids) in import_topics() {
            let here = |id: &TopicId| topics.iter().any(|topic| topic.id == *id);
            let ids: Vec<TopicId> = ids.into_iter().filter(here).collect();
            if !ids.is_empty() {
                map.add(&label, ids);
            }
        }
        map
    }

    fn add(&mut self, words: &str, ids: Vec<TopicId>) {
        let words = self.settled(words);
        self.by_words.entry(words).or_insert(ids);
    }

    /// The topics that a label stands for; none when nobody has said.
    pub(super) fn find(&self, label: &str) -> &[TopicId] {
        self.by_words
            .get(&self.settled(label))
            .map_or(&[], Vec::as_slice)
    }

    /// Small letters, American spelling, "and" for "&", hyphens as spaces.
    fn settled(&self, label: &str) -> String {
        let label = label.to_lowercase().replace('&', " and ").replace('’', "'");
        let words = label.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '/'));
        let words: Vec<&str> = words
            .filter(|word| !word.is_empty())
            .map(|word| self.american.get(word).map_or(word, String::as_str))
            .collect();
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_lead_to_topics_however_they_are_written() {
        let map = TopicMap::of(&content::seed::topics::topics());
        for (label, ids) in [
            ("Depression", &["1.1"][..]),
            ("depression ", &["1.1"]),
            ("Children & Adolescents", &["6.3"]),
            ("self-harm", &["4.4"]),
            ("Self_Harm", &["4.4"]),
            ("Counselling Fundamentals", &["12.1"]),
            ("LGBTQ", &["11.1"]),
            ("Alzheimer’s", &["6.4"]),
            ("Anxiety", &["2.1"]),
            ("Mood", &[]),
            ("Behavioral Change", &[]),
            ("", &[]),
        ] {
            let found: Vec<&str> = map.find(label).iter().map(|id| id.0.as_str()).collect();
            assert_eq!(found, ids, "{label}");
        }
    }

    #[test]
    fn topics_that_the_site_does_not_have_are_not_found() {
        let map = TopicMap::of(&[]);
        assert!(map.find("Anxiety").is_empty());
    }
}
