//! The words that articles hold, and those near to a reader's.

use std::cell::RefCell;
use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Searcher, TERMINATED, Term};

use super::schema::Fields;
use crate::index::SearchError;
use crate::stop_words::is_stop_word;
use crate::words::distance;

/// Other words that one word may stand for, at most.
pub(super) const MAX_NEAR: usize = 50;
/// Words of the articles looked at for one word of a query, in each part of the index.
const MAX_SEEN: usize = 20_000;

/// A look into the dictionaries of the index.
pub(super) struct Lexicon<'s> {
    pub(super) searcher: &'s Searcher,
    pub(super) fields: Fields,
    /// What was found near to words already asked for.
    known_near: RefCell<HashMap<String, Vec<Known>>>,
}

/// A word of the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) word: String,
    /// Edits that lead to it.
    pub(super) edits: usize,
    /// Articles that hold it.
    pub(super) articles: u64,
}

impl<'s> Lexicon<'s> {
    pub(super) fn new(searcher: &'s Searcher, fields: Fields) -> Self {
        Self {
            searcher,
            fields,
            known_near: RefCell::default(),
        }
    }

    /// How many articles hold a word as it stands.
    pub(super) fn articles_with(&self, word: &str) -> Result<u64, SearchError> {
        self.count(self.fields.all, word)
    }

    /// Whether an article that is still there holds a word. The dictionaries keep the words of
    /// articles that were taken out until their part of the index is written anew; what a
    /// reader is shown must not come from those.
    pub(super) fn is_held(&self, word: &str) -> Result<bool, SearchError> {
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.all)?;
            let Some(info) = inverted.terms().get(word.as_bytes())? else {
                continue;
            };
            let Some(alive) = segment.alive_bitset() else {
                return Ok(true);
            };
            let mut postings =
                inverted.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
            while postings.doc() != TERMINATED {
                if alive.is_alive(postings.doc()) {
                    return Ok(true);
                }
                postings.advance();
            }
        }
        Ok(false)
    }

    /// How many articles hold a word of this stem.
    pub(super) fn articles_with_stem(&self, stem: &str) -> Result<u64, SearchError> {
        self.count(self.fields.all_stems, stem)
    }

    fn count(&self, field: Field, term: &str) -> Result<u64, SearchError> {
        let mut articles = 0;
        for segment in self.searcher.segment_readers() {
            let found = segment
                .inverted_index(field)?
                .terms()
                .get(term.as_bytes())?;
            articles += found.map_or(0, |info| u64::from(info.doc_freq));
        }
        Ok(articles)
    }

    /// Words that a word may be a typo of: none for a word below four letters, else those one
    /// edit away. A word from eight letters on that is unknown, and near to none, may be two
    /// edits away.
    pub(super) fn mistyped(&self, word: &str) -> Result<Vec<Known>, SearchError> {
        if let Some(near) = self.known_near.borrow().get(word) {
            return Ok(near.clone());
        }
        let letters = word.chars().count();
        let mut near = if letters < 4 {
            Vec::new()
        } else {
            self.near(word, 1)?
        };
        if near.is_empty() && letters >= 8 && self.articles_with(word)? == 0 {
            near = self.near(word, 2)?;
        }
        self.known_near
            .borrow_mut()
            .insert(word.to_owned(), near.clone());
        Ok(near)
    }

    /// Words that a word of three letters may be a typo of: one edit away, begun as it is and no
    /// shorter. Anything else would be most words of three letters.
    pub(super) fn mistyped_short(&self, word: &str) -> Result<Vec<Known>, SearchError> {
        let mut near = self.near(word, 1)?;
        near.retain(|known| known.word.chars().next() == word.chars().next());
        near.retain(|known| known.word.len() >= word.len());
        Ok(near)
    }

    /// Words at most this many edits away, the nearest and most frequent first. Never the word
    /// itself, a word too common to look for, or a number.
    pub(super) fn near(&self, word: &str, edits: u8) -> Result<Vec<Known>, SearchError> {
        if word.contains(|sign: char| sign.is_ascii_digit()) {
            return Ok(Vec::new());
        }
        let term = Term::from_field_text(self.fields.all, word);
        let automaton = FuzzyTermQuery::new(term, edits, true).automaton()?;
        let mut seen: HashMap<String, u64> = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.all)?;
            let mut stream = inverted.terms().search(&automaton).into_stream()?;
            for _ in 0..MAX_SEEN {
                if !stream.advance() {
                    break;
                }
                count(&mut seen, stream.key(), stream.value().doc_freq);
            }
        }
        let near = seen.into_iter().filter_map(|(other, articles)| {
            let edits = distance(word, &other, usize::from(edits))?;
            let is_other = edits > 0 && !is_stop_word(&other);
            is_other.then_some(Known {
                word: other,
                edits,
                articles,
            })
        });
        Ok(best(near.collect()))
    }

    /// Words that begin with this one, the most frequent first.
    pub(super) fn beginning(&self, start: &str) -> Result<Vec<Known>, SearchError> {
        let mut seen: HashMap<String, u64> = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let inverted = segment.inverted_index(self.fields.all)?;
            let mut stream = inverted
                .terms()
                .range()
                .gt(start.as_bytes())
                .into_stream()?;
            for _ in 0..MAX_SEEN {
                if !stream.advance() || !stream.key().starts_with(start.as_bytes()) {
                    break;
                }
                count(&mut seen, stream.key(), stream.value().doc_freq);
            }
        }
        let known = seen.into_iter().filter(|(word, _)| !is_stop_word(word));
        Ok(best(
            known
                .map(|(word, articles)| Known {
                    word,
                    edits: 0,
                    articles,
                })
                .collect(),
        ))
    }

    /// Two words that were written as one.
    pub(super) fn split(&self, word: &str) -> Result<Option<[String; 2]>, SearchError> {
        let mut found: Option<(u64, [String; 2])> = None;
        for (at, _) in word.char_indices().skip(3) {
            let (left, right) = word.split_at(at);
            if right.chars().count() < 3 {
                break;
            }
            let articles = self.articles_with(left)?.min(self.articles_with(right)?);
            if articles > found.as_ref().map_or(0, |(most, _)| *most) {
                found = Some((articles, [left.to_owned(), right.to_owned()]));
            }
        }
        Ok(found.map(|(_, parts)| parts))
    }
}

fn count(seen: &mut HashMap<String, u64>, key: &[u8], articles: u32) {
    if let Ok(word) = std::str::from_utf8(key) {
        *seen.entry(word.to_owned()).or_default() += u64::from(articles);
    }
}

fn best(mut known: Vec<Known>) -> Vec<Known> {
    known.sort_unstable_by(|a, b| {
        (a.edits, std::cmp::Reverse(a.articles), &a.word).cmp(&(
            b.edits,
            std::cmp::Reverse(b.articles),
            &b.word,
        ))
    });
    known.truncate(MAX_NEAR);
    known
}
