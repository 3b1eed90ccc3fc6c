//! From readers' own words to topics.
//!
//! A reader who types "marriage counseling" means topic 5.1. The way is one-way: an article is
//! found under what its topic is called by readers, but the topic never stands in for the
//! words. It is asked when a query is read, never when an article is indexed.

use std::collections::{HashMap, HashSet};

use content::ids::TopicId;
use content::public::TopicRef;
use content::topic::{Direction, Flag, Topic};

use crate::spelling::Spellings;
use crate::words::{distance, words};

/// Words of several meanings, which lead nowhere when they stand alone: low or downwards,
/// seasonal or sad, eating disorder or erectile, a therapy or a verb.
const AMBIGUOUS: &[&str] = &[
    "aa",
    "abuse",
    "act",
    "blue",
    "bpd",
    "did",
    "down",
    "ed",
    "sad",
    "stuck",
    "trauma",
    "withdrawal",
];

/// Words after which a topic is what the reader does not mean.
const NEGATIONS: &[&str] = &[
    "arent", "isnt", "never", "no", "non", "not", "wasnt", "without",
];

/// Letters below which a word is never taken for a misspelt one.
const MIN_CORRECTED: usize = 5;
/// How much rarer than its correction a word of the articles must be to be taken for a misspelling.
const RARER: u64 = 20;

/// The topics and the words readers type for them.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    topics: Vec<Topic>,
    spellings: Spellings,
    /// Places in `topics` by phrase, in settled words.
    phrases: HashMap<String, Vec<usize>>,
    /// The settled words of all phrases.
    words: HashSet<String>,
    /// Words of the longest phrase.
    longest: usize,
}

/// What a run of a reader's words stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The topic.
    pub topic: TopicRef,
    /// The first word of the run.
    pub from: usize,
    /// The word after the last.
    pub to: usize,
    /// Whether a word was taken for a misspelling to get here.
    pub is_corrected: bool,
    /// Other words for just the same thing, to be looked for as well.
    pub equals: Vec<Vec<String>>,
}

impl Vocabulary {
    /// A vocabulary of these topics, in which these spellings are equal.
    #[must_use]
    pub fn new(topics: Vec<Topic>, spellings: Spellings) -> Self {
        let mut vocabulary = Self {
            spellings,
            ..Self::default()
        };
        for (place, topic) in topics.iter().enumerate() {
            if topic.group.is_none() {
                continue;
            }
            let said = topic.synonyms.iter().map(|synonym| synonym.phrase.as_str());
            for phrase in said.chain([topic.label.as_str()]) {
                vocabulary.learn(phrase, place);
            }
        }
        vocabulary.topics = topics;
        vocabulary
    }

    fn learn(&mut self, phrase: &str, place: usize) {
        let settled: Vec<_> = words(phrase)
            .iter()
            .map(|word| self.settle(&word.text))
            .collect();
        let is_ambiguous = matches!(&settled[..], [word] if AMBIGUOUS.contains(&word.as_str()));
        if settled.is_empty() || is_ambiguous {
            return;
        }
        self.longest = self.longest.max(settled.len());
        self.words.extend(settled.iter().cloned());
        let places = self.phrases.entry(settled.join(" ")).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// Spellings that mean the same.
    #[must_use]
    pub const fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    /// A topic as it is called now.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<TopicRef> {
        self.topics
            .iter()
            .find(|topic| topic.id == *id)
            .map(reference)
    }

    /// The topics with a flag.
    pub fn flagged(&self, flag: Flag) -> impl Iterator<Item = &TopicId> {
        let flagged = self.topics.iter().filter(move |topic| topic.flag == flag);
        flagged.map(|topic| &topic.id)
    }

    /// All words of all phrases, settled.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// The topics that folded words stand for; the longest phrase wins, and is kept whole.
    ///
    /// `articles_with` says how many articles hold a word: one that hardly any holds, close to
    /// a word of this vocabulary, is taken for a misspelling of it.
    pub fn meanings(&self, read: &[&str], articles_with: impl Fn(&str) -> u64) -> Vec<Meaning> {
        let settled: Vec<String> = read
            .iter()
            .map(|word| self.correct(word, &articles_with))
            .collect();
        let mut found = Vec::new();
        let mut from = 0;
        while from < settled.len() {
            let negated = from > 0 && NEGATIONS.contains(&read[from - 1]);
            let longest = self.longest.min(settled.len() - from);
            let run = (1..=longest).rev().find_map(|length| {
                let phrase = settled[from..from + length].join(" ");
                self.phrases
                    .get_key_value(&phrase)
                    .map(|(phrase, places)| (length, phrase, places))
            });
            let Some((length, phrase, places)) = run else {
                from += 1;
                continue;
            };
            if !negated {
                let typed = read[from..from + length].iter().zip(&settled[from..]);
                let is_corrected = typed
                    .into_iter()
                    .any(|(word, one)| self.settle(word) != *one);
                found.extend(places.iter().map(|place| Meaning {
                    topic: reference(&self.topics[*place]),
                    from,
                    to: from + length,
                    is_corrected,
                    equals: self.equals(&self.topics[*place], phrase),
                }));
            }
            from += length;
        }
        found
    }

    /// The label and the equal synonyms of a topic, when the phrase is one of them itself.
    fn equals(&self, topic: &Topic, phrase: &str) -> Vec<Vec<String>> {
        let equal = topic
            .synonyms
            .iter()
            .filter(|s| s.direction == Direction::Equal);
        let said: Vec<Vec<String>> = equal
            .map(|synonym| synonym.phrase.as_str())
            .chain([topic.label.as_str()])
            .map(|phrase| words(phrase).into_iter().map(|word| word.text).collect())
            .collect();
        let settled = |words: &[String]| {
            words
                .iter()
                .map(|word| self.settle(word))
                .collect::<Vec<_>>()
                .join(" ")
        };
        if said.iter().any(|words| settled(words) == phrase) {
            said.into_iter()
                .filter(|words| settled(words) != phrase)
                .collect()
        } else {
            Vec::new()
        }
    }

    /// One form for all spellings and for singular and plural.
    fn settle(&self, word: &str) -> String {
        let word = self.spellings.settle(word);
        match word.strip_suffix('s') {
            Some(one) if one.len() > 2 && !one.ends_with(['s', 'u', 'i']) => one
                .strip_suffix("ie")
                .map_or_else(|| one.to_owned(), |stem| format!("{stem}y")),
            _ => word,
        }
    }

    fn correct(&self, word: &str, articles_with: impl Fn(&str) -> u64) -> String {
        let settled = self.settle(word);
        let letters = settled.chars().count();
        if self.words.contains(&settled) || letters < MIN_CORRECTED {
            return settled;
        }
        let most = if letters < 8 { 1 } else { 2 };
        let near = self
            .words
            .iter()
            .filter(|known| known.chars().count() >= MIN_CORRECTED)
            .filter_map(|known| Some((distance(&settled, known, most)?, known)))
            .min();
        match near {
            Some((_, known))
                if articles_with(word).saturating_mul(RARER) <= articles_with(known) =>
            {
                known.clone()
            }
            _ => settled,
        }
    }
}

fn reference(topic: &Topic) -> TopicRef {
    TopicRef {
        id: topic.id.clone(),
        label: topic.label.clone(),
        slug: topic.slug.clone(),
        flag: topic.flag,
    }
}

#[cfg(test)]
mod tests {
    use content::topic::Synonym;

    use super::*;

    fn topic(id: &str, label: &str, synonyms: &[(&str, Direction)]) -> Topic {
        Topic {
            id: TopicId(id.into()),
            group: id.split_once('.').map(|(group, _)| TopicId(group.into())),
            label: label.into(),
            slug: label.to_lowercase().replace(' ', "-"),
            introduction: String::new(),
            flag: Flag::None,
            position: 0,
            synonyms: synonyms
                .iter()
                .map(|(phrase, direction)| Synonym {
                    phrase: (*phrase).into(),
                    direction: *direction,
                })
                .collect(),
        }
    }

    fn vocabulary() -> Vocabulary {
        use Direction::{Equal, OneWay};
        let topics = vec![
            topic(
                "1.1",
                "Depression",
                &[("feeling low", OneWay), ("down", OneWay)],
            ),
            topic(
                "1.3",
                "Postnatal mental health",
                &[("postpartum depression", OneWay)],
            ),
            topic("1.4", "Seasonal depression", &[("SAD", OneWay)]),
            topic(
                "2.2",
                "Panic",
                &[("panic attacks", OneWay), ("can't breathe", OneWay)],
            ),
            topic("3.1", "PTSD", &[("post traumatic stress disorder", Equal)]),
            topic(
                "5.1",
                "Couples therapy",
                &[("marriage counselling", OneWay)],
            ),
            topic("5", "Couples", &[]),
        ];
        Vocabulary::new(topics, Spellings::default())
    }

    fn ids(text: &str) -> Vec<String> {
        let read = words(text);
        let read: Vec<_> = read.iter().map(|word| word.text.as_str()).collect();
        vocabulary()
            .meanings(&read, |_| 0)
            .into_iter()
            .map(|m| m.topic.id.0)
            .collect()
    }

    #[test]
    fn readers_words_lead_to_topics_in_any_spelling() {
        assert_eq!(ids("marriage counseling near me"), ["5.1"]);
        assert_eq!(ids("couple therapy"), ["5.1"]);
        assert_eq!(ids("I can’t breathe"), ["2.2"]);
        assert_eq!(ids("panic attack at night"), ["2.2"]);
        assert_eq!(ids("marraige counseling"), ["5.1"]);
    }

    #[test]
    fn phrases_are_kept_whole() {
        assert_eq!(ids("postpartum depression"), ["1.3"]);
        assert!(ids("counselling for my marriage").is_empty());
    }

    #[test]
    fn ambiguous_and_negated_words_lead_nowhere() {
        for text in [
            "down",
            "SAD",
            "sad",
            "not depression",
            "without panic attacks",
        ] {
            assert!(ids(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn equal_words_stand_for_each_other() {
        let meanings = vocabulary().meanings(&["ptsd"], |_| 0);
        assert_eq!(
            meanings[0].equals,
            [["post", "traumatic", "stress", "disorder"]]
        );
    }
}
