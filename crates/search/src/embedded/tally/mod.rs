//! Going through the lists of a plan, article by article list, and keeping a tally.
//!
//! The lists of one word after the other are read from end to end into arrays with one place
//! for each article. For an index of some hundred thousand articles this costs less than
//! advancing many lists together, tells how many words each article answers in the same pass,
//! and leaves the ranking free.

use tantivy::query::{EnableScoring, PhraseQuery, Query};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, SegmentReader, TERMINATED, Term};

use super::lexicon::Lexicon;
use super::lists::{body_lengths, each, short_lengths};
use super::plan::{Exclusion, Plan, Slot, Spelt, Stand};
use crate::index::SearchError;

/// What a word weighs by where it stands.
mod weight {
    pub(super) const TITLE: f32 = 10.0;
    pub(super) const QUESTION: f32 = 6.0;
    pub(super) const TOPIC: f32 = 4.0;
    /// The topic is meant but its words are others.
    pub(super) const STAND_IN: f32 = 3.0;
    pub(super) const BYLINE: f32 = 3.0;
    pub(super) const SUMMARY: f32 = 2.0;
    pub(super) const BODY: f32 = 1.0;
    /// Added for each word too common to look for that the title has as well.
    pub(super) const COMMON: f32 = 0.5;
    /// Added to an article whose title is the query.
    pub(super) const WHOLE_TITLE: f32 = 1_000.0;
    /// Added, as a part of the above, to a word just as it was typed.
    pub(super) const AS_TYPED: f32 = 0.1;
}

/// An answer to some word is not the word itself.
const INEXACT: u8 = 1;
/// Holds what was excluded.
const EXCLUDED: u8 = 2;
/// Under the topic asked for.
const UNDER_TOPIC: u8 = 4;
/// By the author asked for.
const BY_AUTHOR: u8 = 8;

/// Filters as terms.
#[derive(Clone, Copy, Default)]
pub(super) struct Filters<'q> {
    pub(super) topic: Option<&'q str>,
    pub(super) author: Option<&'q str>,
}

/// One place for each article, the segments one after the other.
#[derive(Default)]
pub(super) struct Tally {
    score: Vec<f32>,
    answered: Vec<u16>,
    flags: Vec<u8>,
    /// The best of several stems within one field and word.
    best: Vec<f32>,
    touched: Vec<u32>,
    wanted_flags: u8,
}

impl Tally {
    /// Goes through all lists of a plan.
    pub(super) fn run(
        &mut self,
        lexicon: &Lexicon<'_>,
        plan: &Plan,
        filters: Filters<'_>,
    ) -> Result<(), SearchError> {
        let segments = lexicon.searcher.segment_readers();
        let places = segments
            .iter()
            .map(|segment| segment.max_doc() as usize)
            .sum();
        self.reset(places);
        self.wanted_flags = (u8::from(filters.topic.is_some()) * UNDER_TOPIC)
            | (u8::from(filters.author.is_some()) * BY_AUTHOR);
        let mut base = 0;
        for (ord, segment) in (0..).zip(segments) {
            let mut part = Part {
                tally: self,
                lexicon,
                segment,
                ord,
                base,
            };
            part.filter(filters)?;
            part.exclude(&plan.excluded)?;
            for (place, slot) in plan.slots.iter().enumerate() {
                part.slot(slot, 1 << place)?;
            }
            part.common(&plan.common)?;
            part.whole_title(&plan.whole)?;
            part.stand_ins(plan, true)?;
            for (place, phrase) in plan.phrases.iter().enumerate() {
                part.phrase(phrase, 1 << (plan.slots.len() + place))?;
            }
            // What is less than exact comes last, when all better answers are known.
            part.stand_ins(plan, false)?;
            for (place, slot) in plan.slots.iter().enumerate() {
                part.inexact(slot, 1 << place)?;
            }
            base += segment.max_doc() as usize;
        }
        Ok(())
    }

    fn reset(&mut self, places: usize) {
        fn clear<T: Clone + Default>(places: &mut Vec<T>, length: usize) {
            places.clear();
            places.resize(length, T::default());
        }
        clear(&mut self.score, places);
        clear(&mut self.answered, places);
        clear(&mut self.flags, places);
        clear(&mut self.best, places);
        self.touched.clear();
    }

    /// What is known of an article that the filters leave.
    pub(super) fn at(&self, place: usize) -> Option<Entry> {
        let is_left = self.flags[place] & (EXCLUDED | self.wanted_flags) == self.wanted_flags;
        is_left.then(|| Entry {
            answered: self.answered[place],
            is_exact: self.flags[place] & INEXACT == 0,
            score: self.score[place],
        })
    }
}

/// What was found out about one article.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) answered: u16,
    pub(super) is_exact: bool,
    pub(super) score: f32,
}

/// One segment and its places in the tally.
struct Part<'t, 's> {
    tally: &'t mut Tally,
    lexicon: &'t Lexicon<'s>,
    segment: &'t SegmentReader,
    ord: u32,
    base: usize,
}

impl Part<'_, '_> {
    fn filter(&mut self, filters: Filters<'_>) -> Result<(), SearchError> {
        let fields = self.lexicon.fields;
        let both = [
            (filters.topic, fields.topic_id, UNDER_TOPIC),
            (filters.author, fields.author_slug, BY_AUTHOR),
        ];
        for (term, field, flag) in both {
            if let Some(term) = term {
                self.flag(field, term, flag)?;
            }
        }
        Ok(())
    }

    fn exclude(&mut self, excluded: &[Exclusion]) -> Result<(), SearchError> {
        for exclusion in excluded {
            match exclusion {
                Exclusion::Stems(stems) => {
                    for stem in stems {
                        self.flag(self.lexicon.fields.all_stems, stem, EXCLUDED)?;
                    }
                }
                Exclusion::Phrase(phrase) => {
                    for doc in self.in_a_row(self.lexicon.fields.all, phrase)? {
                        self.tally.flags[self.base + doc as usize] |= EXCLUDED;
                    }
                }
            }
        }
        Ok(())
    }

    fn flag(&mut self, field: Field, term: &str, flag: u8) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(field)?;
        let flags = &mut self.tally.flags[self.base..];
        each(&inverted, term, IndexRecordOption::Basic, |doc, _| {
            flags[doc as usize] |= flag;
        })
    }

    /// One word: where it stands as itself, and what its other stems add to the score.
    fn slot(&mut self, slot: &Slot, bit: u16) -> Result<(), SearchError> {
        let fields = self.lexicon.fields;
        // An article under the topic that is meant gets the rest as a stand-in.
        let topic = if slot.means_topic {
            weight::TOPIC - weight::STAND_IN
        } else {
            weight::TOPIC
        };
        let stems = [
            (fields.title_stems, weight::TITLE),
            (fields.question_stems, weight::QUESTION),
            (fields.topic_stems, topic),
            (fields.byline_stems, weight::BYLINE),
            (fields.summary_stems, weight::SUMMARY),
            (fields.all_stems, weight::BODY),
        ];
        for (field, weight) in stems {
            self.stems(field, weight * slot.rarity, slot)?;
        }
        let typed = [
            (fields.title, weight::TITLE),
            (fields.question, weight::QUESTION),
            (fields.all, weight::BODY),
        ];
        for (field, weight) in typed {
            let inverted = self.segment.inverted_index(field)?;
            let more = weight * slot.rarity * weight::AS_TYPED;
            for word in &slot.plain {
                let score = &mut self.tally.score[self.base..];
                each(&inverted, word, IndexRecordOption::Basic, |doc, _| {
                    score[doc as usize] += more;
                })?;
            }
        }
        let inverted = self.segment.inverted_index(fields.all_stems)?;
        let answered = &mut self.tally.answered[self.base..];
        for answer in slot.stems.iter().filter(|answer| answer.is_exact) {
            each(
                &inverted,
                &answer.stem,
                IndexRecordOption::Basic,
                |doc, _| {
                    answered[doc as usize] |= bit;
                },
            )?;
        }
        Ok(())
    }

    fn common(&mut self, words: &[String]) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(self.lexicon.fields.title)?;
        for word in words {
            let score = &mut self.tally.score[self.base..];
            each(&inverted, word, IndexRecordOption::Basic, |doc, _| {
                score[doc as usize] += weight::COMMON;
            })?;
        }
        Ok(())
    }

    fn whole_title(&mut self, whole: &str) -> Result<(), SearchError> {
        let field = self.lexicon.fields.whole_title;
        let inverted = self.segment.inverted_index(field)?;
        let score = &mut self.tally.score[self.base..];
        each(&inverted, whole, IndexRecordOption::Basic, |doc, _| {
            score[doc as usize] += weight::WHOLE_TITLE;
        })
    }

    /// Adds the best that any stem of a word scores in a field.
    fn stems(&mut self, field: Field, weight: f32, slot: &Slot) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(field)?;
        let norms = self.segment.get_fieldnorms_reader(field)?;
        let is_body = field == self.lexicon.fields.all_stems;
        let option = if is_body {
            IndexRecordOption::WithFreqs
        } else {
            IndexRecordOption::Basic
        };
        let lengths = if is_body {
            body_lengths(inverted.total_num_tokens(), self.segment.max_doc())
        } else {
            short_lengths()
        };
        let is_single = slot.stems.len() == 1;
        let tally = &mut *self.tally;
        let (score, best) = (&mut tally.score[self.base..], &mut tally.best[self.base..]);
        for answer in &slot.stems {
            let weight = weight * answer.quality;
            each(&inverted, &answer.stem, option, |doc, often| {
                let length = lengths[usize::from(norms.fieldnorm_id(doc))];
                let value = if is_body {
                    weight * often / (often + length)
                } else {
                    weight * length
                };
                let place = doc as usize;
                if is_single {
                    score[place] += value;
                } else if value > best[place] {
                    if best[place] == 0.0 {
                        tally.touched.push(doc);
                    }
                    score[place] += value - best[place];
                    best[place] = value;
                }
            })?;
        }
        for doc in tally.touched.drain(..) {
            best[doc as usize] = 0.0;
        }
        Ok(())
    }

    /// Marks the articles that answer a word only by a typo or a beginning.
    fn inexact(&mut self, slot: &Slot, bit: u16) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(self.lexicon.fields.all_stems)?;
        let answered = &mut self.tally.answered[self.base..];
        let flags = &mut self.tally.flags[self.base..];
        for answer in slot.stems.iter().filter(|answer| !answer.is_exact) {
            each(
                &inverted,
                &answer.stem,
                IndexRecordOption::Basic,
                |doc, _| {
                    if answered[doc as usize] & bit == 0 {
                        answered[doc as usize] |= bit;
                        flags[doc as usize] |= INEXACT;
                    }
                },
            )?;
        }
        Ok(())
    }

    fn stand_ins(&mut self, plan: &Plan, exact: bool) -> Result<(), SearchError> {
        for stand_in in plan
            .stand_ins
            .iter()
            .filter(|stand_in| stand_in.is_exact == exact)
        {
            let covered = plan.slots.iter().enumerate();
            let rarity: f32 = covered
                .filter(|(place, _)| stand_in.bits & (1 << place) != 0)
                .map(|(_, slot)| slot.rarity)
                .sum();
            let (docs, weight) = match &stand_in.what {
                Stand::Topic(id) => {
                    let mut docs = Vec::new();
                    let inverted = self.segment.inverted_index(self.lexicon.fields.topic_id)?;
                    each(&inverted, id, IndexRecordOption::Basic, |doc, _| {
                        docs.push(doc);
                    })?;
                    (docs, weight::STAND_IN)
                }
                Stand::Words(words) => {
                    let phrase = [words.clone()];
                    (
                        self.in_a_row(self.lexicon.fields.all, &phrase)?,
                        weight::BODY,
                    )
                }
            };
            for doc in docs {
                let place = self.base + doc as usize;
                if !exact && self.tally.answered[place] & stand_in.bits != stand_in.bits {
                    self.tally.flags[place] |= INEXACT;
                }
                self.tally.answered[place] |= stand_in.bits;
                self.tally.score[place] += weight * rarity;
            }
        }
        Ok(())
    }

    fn phrase(&mut self, phrase: &Spelt, bit: u16) -> Result<(), SearchError> {
        let fields = self.lexicon.fields;
        let places = [
            (fields.all, weight::BODY),
            (fields.title, weight::TITLE),
            (fields.question, weight::QUESTION),
        ];
        for (field, weight) in places {
            for doc in self.in_a_row(field, phrase)? {
                let place = self.base + doc as usize;
                self.tally.answered[place] |= bit;
                self.tally.score[place] += weight;
            }
        }
        Ok(())
    }

    /// The articles with these words in a row, in any of the spellings.
    fn in_a_row(&self, field: Field, phrase: &[Vec<String>]) -> Result<Vec<u32>, SearchError> {
        let mut docs = Vec::new();
        for words in phrase {
            if let [word] = &words[..] {
                let inverted = self.segment.inverted_index(field)?;
                each(&inverted, word, IndexRecordOption::Basic, |doc, _| {
                    docs.push(doc);
                })?;
                continue;
            }
            let terms = words
                .iter()
                .map(|word| Term::from_field_text(field, word))
                .collect();
            let searcher = self.lexicon.searcher;
            let weight =
                PhraseQuery::new(terms).weight(EnableScoring::disabled_from_searcher(searcher))?;
            let mut found = weight.scorer(searcher.segment_reader(self.ord), 1.0)?;
            let mut doc = found.doc();
            while doc != TERMINATED {
                docs.push(doc);
                doc = found.advance();
            }
        }
        docs.sort_unstable();
        docs.dedup();
        Ok(docs)
    }
}
