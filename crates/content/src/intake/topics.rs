//! The topics that the words of a text lead to. They are suggested and never set.

use std::collections::HashMap;

use crate::clean_html::CleanHtml;
use crate::clean_html::tree::Block;
use crate::ids::TopicId;
use crate::seed::topics::{Ambiguous, ambiguous, spellings};
use crate::topic::Topic;

use super::leaves::{is_heading, line};

/// The most that are suggested.
const MOST: usize = 3;

/// Less than this is chance.
const LEAST: usize = 6;

/// How much a word counts in the title, in a heading and in the text.
const TITLE: usize = 6;
const HEADING: usize = 3;
const TEXT: usize = 1;

/// In the text a phrase counts this often at most: one word said over and over is one thought.
const OFTEN: usize = 4;

/// At most three topics, the likeliest first: those whose labels and synonyms stand as whole
/// words in title, headings and text. Words of several meanings count only where their letters
/// tell which is meant.
#[must_use]
pub fn suggested(title: &str, body: &CleanHtml, topics: &[Topic]) -> Vec<TopicId> {
    let words = Words::new();
    let blocks = body.blocks();
    let headings: Vec<String> = blocks
        .iter()
        .filter_map(line)
        .filter(|(leaf, _)| is_heading(leaf.tag))
        .map(|(_, words)| words)
        .collect();
    let places = [
        (words.of(title), TITLE, 1),
        (words.of(&headings.join(" . ")), HEADING, 2),
        (words.of(&text(&blocks, body)), TEXT, OFTEN),
    ];
    let mut scores: Vec<(usize, usize)> = topics
        .iter()
        .enumerate()
        .filter(|(_, topic)| topic.group.is_some())
        .map(|(at, topic)| (words.score(topic, &places), at))
        .collect();
    scores.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    let best = scores.first().map_or(0, |(score, _)| *score);
    scores
        .into_iter()
        .take(MOST)
        .filter(|(score, _)| *score >= LEAST && *score * 3 >= best)
        .map(|(_, at)| topics[at].id.clone())
        .collect()
}

fn text(blocks: &[Block], body: &CleanHtml) -> String {
    // A heading counts as such and not once more.
    let is_prose = |block: &Block| !line(block).is_some_and(|(leaf, _)| is_heading(leaf.tag));
    if blocks.iter().all(is_prose) {
        return body.to_text();
    }
    let prose: Vec<Block> = blocks.iter().filter(|one| is_prose(one)).cloned().collect();
    crate::clean_html::write::text(&prose)
}

/// Words as they were typed, and settled: small letters, American spelling.
struct Place {
    typed: Vec<String>,
    settled: Vec<String>,
}

struct Words {
    american: HashMap<String, String>,
    ambiguous: Vec<Ambiguous>,
}

impl Words {
    fn new() -> Self {
        Self {
            american: spellings().into_iter().collect(),
            ambiguous: ambiguous(),
        }
    }

    fn of(&self, text: &str) -> Place {
        let text = text.replace('’', "'");
        let typed: Vec<String> = text
            .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '+'))
            .map(|word| word.trim_matches('\''))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let settled = typed.iter().map(|word| self.settled(word)).collect();
        Place { typed, settled }
    }

    fn settled(&self, word: &str) -> String {
        let small = word.to_lowercase();
        let small = small
            .strip_suffix("'s")
            .map_or(small.clone(), str::to_owned);
        self.american.get(&small).cloned().unwrap_or(small)
    }

    fn score(&self, topic: &Topic, places: &[(Place, usize, usize)]) -> usize {
        let label = topic.label.as_str();
        let parts = label.split(" and ").filter(|part| *part != label);
        let synonyms = topic.synonyms.iter().map(|one| one.phrase.as_str());
        let only_here = |one: &&Ambiguous| one.topics == [topic.id.clone()];
        let letters = self.ambiguous.iter().filter(only_here);
        let phrases = [(label, 3)]
            .into_iter()
            .chain(parts.map(|part| (part, 2)))
            .chain(synonyms.map(|phrase| (phrase, if phrase.contains(' ') { 3 } else { 1 })))
            .chain(letters.map(|one| (one.word.as_str(), 1)));
        phrases
            .map(|(phrase, weight)| {
                let counted = places.iter().map(|(place, worth, often)| {
                    self.times(phrase, topic, place).min(*often) * worth
                });
                weight * counted.sum::<usize>()
            })
            .sum()
    }

    /// How often a phrase stands in a place as whole words, one at its end as one or many.
    fn times(&self, phrase: &str, topic: &Topic, place: &Place) -> usize {
        let wanted = self.of(phrase);
        let (Some(last), length) = (wanted.settled.last(), wanted.settled.len()) else {
            return 0;
        };
        let many = format!("{last}s");
        let unclear = self
            .ambiguous
            .iter()
            .find(|one| one.is(phrase) || { length == 1 && one.word.to_lowercase() == *last });
        let is_here = |at: usize| {
            let (words, end) = (&place.settled[at..at + length], length - 1);
            words[..end] == wanted.settled[..end] && (words[end] == *last || words[end] == many)
        };
        (0..=place.settled.len().saturating_sub(length))
            .filter(|at| at + length <= place.settled.len() && is_here(*at))
            .filter(|at| match unclear {
                None => true,
                Some(one) => one.topics == [topic.id.clone()] && one.is(&place.typed[*at]),
            })
            .count()
    }
}
