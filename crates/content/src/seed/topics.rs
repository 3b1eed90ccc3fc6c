//! The first taxonomy: twelve groups, sixty-two topics, and the words that lead to them.

use serde::Deserialize;

use crate::ids::TopicId;
use crate::topic::{Direction, Flag, Synonym, Topic};

const TAXONOMY: &str = include_str!("../../data/taxonomy.json");
const AMBIGUOUS: &str = include_str!("../../data/ambiguous.json");

/// How the letters of an ambiguous word must stand to be taken for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letters {
    /// Only in capitals: `SAD` is a condition, `sad` a feeling.
    Capitals,
    /// However they are typed.
    Any,
}

/// A word that must not be expanded alone as if it had one meaning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Ambiguous {
    /// As it is usually written.
    pub word: String,
    /// When it counts at all.
    pub letters: Letters,
    /// All topics to offer, likeliest first; none when it leads nowhere alone.
    pub topics: Vec<TopicId>,
    /// Why it is ambiguous, for editors.
    pub note: String,
}

impl Ambiguous {
    /// Whether a reader's word, as typed, is this one.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        match self.letters {
            Letters::Capitals => typed == self.word,
            Letters::Any => typed.to_lowercase() == self.word.to_lowercase(),
        }
    }
}

#[derive(Deserialize)]
struct Taxonomy {
    groups: Vec<GroupRow>,
    spellings: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct GroupRow {
    id: TopicId,
    label: String,
    slug: String,
    introduction: String,
    topics: Vec<TopicRow>,
}

#[derive(Deserialize)]
struct TopicRow {
    id: TopicId,
    label: String,
    slug: String,
    #[serde(default)]
    flag: Flag,
    introduction: String,
    one_way: Vec<String>,
    #[serde(default)]
    equal: Vec<String>,
}

/// All groups and topics, each group before its topics, in the order of the page of topics.
#[must_use]
pub fn topics() -> Vec<Topic> {
    let mut topics = Vec::new();
    for group in taxonomy().groups {
        let group_id = group.id.clone();
        topics.push(Topic {
            id: group.id,
            group: None,
            label: group.label,
            slug: group.slug,
            introduction: group.introduction,
            flag: Flag::None,
            position: 0,
            synonyms: Vec::new(),
        });
        topics.extend(
            group
                .topics
                .into_iter()
                .map(|row| row.under(group_id.clone())),
        );
    }
    for (position, topic) in (1..).zip(&mut topics) {
        topic.position = position;
    }
    topics
}

/// Pairs of words that are one word in British and American spelling, in that order.
#[must_use]
pub fn spellings() -> Vec<(String, String)> {
    taxonomy().spellings
}

/// The words that need more than one answer, or none.
#[must_use]
pub fn ambiguous() -> Vec<Ambiguous> {
    serde_json::from_str(AMBIGUOUS).expect("ambiguous.json is read by the tests of this module")
}

fn taxonomy() -> Taxonomy {
    serde_json::from_str(TAXONOMY).expect("taxonomy.json is read by the tests of this module")
}

impl TopicRow {
    fn under(self, group: TopicId) -> Topic {
        let one_way = self
            .one_way
            .into_iter()
            .map(|phrase| (phrase, Direction::OneWay));
        let equal = self
            .equal
            .into_iter()
            .map(|phrase| (phrase, Direction::Equal));
        Topic {
            id: self.id,
            group: Some(group),
            label: self.label,
            slug: self.slug,
            introduction: self.introduction,
            flag: self.flag,
            position: 0,
            synonyms: one_way
                .chain(equal)
                .map(|(phrase, direction)| Synonym { phrase, direction })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn led_to(phrase: &str) -> Vec<String> {
        topics()
            .into_iter()
            .filter(|topic| {
                topic
                    .synonyms
                    .iter()
                    .any(|s| s.phrase.eq_ignore_ascii_case(phrase))
            })
            .map(|topic| topic.id.0)
            .collect()
    }

    #[test]
    fn twelve_groups_hold_sixty_two_topics() {
        let topics = topics();
        assert_eq!(topics.iter().filter(|t| t.group.is_none()).count(), 12);
        assert_eq!(topics.iter().filter(|t| t.group.is_some()).count(), 62);
        for (index, topic) in topics.iter().enumerate() {
            assert_eq!(topic.position as usize, index + 1);
        }
    }

    #[test]
    fn numbers_labels_and_slugs_are_unique_and_numbers_name_their_group() {
        let topics = topics();
        let unique = |of: fn(&Topic) -> &str| topics.iter().map(of).collect::<HashSet<_>>().len();
        assert_eq!(unique(|t| &t.id.0), topics.len());
        assert_eq!(unique(|t| &t.label), topics.len());
        assert_eq!(unique(|t| &t.slug), topics.len());
        for topic in &topics {
            let group = topic.id.0.split_once('.').map(|(group, _)| group);
            assert_eq!(group, topic.group.as_ref().map(|g| g.0.as_str()));
            assert!(
                topic
                    .slug
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-')
            );
        }
    }

    #[test]
    fn each_has_an_introduction_of_one_to_three_sentences_without_digits() {
        for topic in topics() {
            let sentences = topic.introduction.matches(['.', '?']).count();
            assert!((1..=3).contains(&sentences), "{}", topic.id);
            assert!(
                !topic.introduction.contains(|c: char| c.is_ascii_digit()),
                "{}",
                topic.id
            );
            assert!(topic.introduction.chars().count() <= 220, "{}", topic.id);
        }
    }

    #[test]
    fn the_five_flagged_topics_carry_their_flags() {
        let flagged: Vec<_> = topics()
            .into_iter()
            .filter(|t| t.flag != Flag::None)
            .map(|t| (t.id.0, t.flag))
            .collect();
        assert_eq!(
            flagged,
            [
                ("1.5".to_owned(), Flag::Crisis),
                ("3.3".to_owned(), Flag::Abuse),
                ("3.4".to_owned(), Flag::Abuse),
                ("4.1".to_owned(), Flag::EatingDisorder),
                ("4.4".to_owned(), Flag::Crisis),
            ]
        );
    }

    #[test]
    fn what_readers_type_leads_to_one_topic() {
        for (phrase, id) in [
            ("marriage counseling", "5.1"),
            ("marriage counselling", "5.1"),
            ("couples counselling", "5.1"),
            ("PPD", "1.3"),
            ("my dog died", "7.2"),
            ("my partner hits me", "3.3"),
            ("generalised anxiety", "2.1"),
            ("can't sleep", "8.4"),
            ("BPD", "10.4"),
        ] {
            assert_eq!(led_to(phrase), [id], "{phrase}");
        }
    }

    #[test]
    fn no_phrase_leads_to_two_topics_or_is_typed_twice() {
        let mut seen = HashSet::new();
        for topic in topics() {
            for synonym in topic.synonyms {
                assert_eq!(synonym.phrase, synonym.phrase.trim());
                assert!(
                    seen.insert(synonym.phrase.to_lowercase()),
                    "{}",
                    synonym.phrase
                );
            }
        }
    }

    #[test]
    fn ambiguous_words_point_to_topics_and_are_not_expanded_alone() {
        let ids: HashSet<_> = topics().into_iter().map(|t| t.id).collect();
        for word in ambiguous() {
            assert!(
                word.topics.iter().all(|id| ids.contains(id)),
                "{}",
                word.word
            );
            assert!(!word.note.is_empty());
            if word.letters == Letters::Capitals || word.topics.is_empty() {
                assert!(led_to(&word.word).is_empty(), "{}", word.word);
            }
        }
    }

    #[test]
    fn capitals_tell_a_condition_from_a_feeling() {
        let words = ambiguous();
        let sad = words.iter().find(|w| w.word == "SAD").expect("listed");
        assert!(sad.is("SAD") && !sad.is("sad") && !sad.is("Sad"));
        let bpd = words.iter().find(|w| w.word == "BPD").expect("listed");
        assert!(bpd.is("bpd") && bpd.is("BPD"));
    }

    #[test]
    fn spellings_are_pairs_of_single_words_and_name_no_word_twice() {
        let mut seen = HashSet::new();
        for (british, american) in spellings() {
            assert_ne!(british, american);
            for word in [british, american] {
                assert!(word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
                assert!(seen.insert(word.clone()), "{word}");
            }
        }
    }
}
