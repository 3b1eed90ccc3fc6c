//! Going through the lists of a plan, article by article list, and keeping a tally.
//!
//! The lists of one word after the other are read from end to end into arrays with one place
//! for each article. For an index of some hundred thousand articles this costs less than
//! advancing many lists together, tells how many words each article answers in the same pass,
//! and leaves the ranking free.

mod filters;
mod phrases;
mod words;

use content::ids::TopicId;
use tantivy::SegmentReader;
use tantivy::schema::IndexRecordOption;

use super::lexicon::Lexicon;
use super::lists::each;
use super::plan::Plan;
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
/// Under a topic that a reader in danger needs first.
const URGENT: u8 = 16;

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
    is_urgent: bool,
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

    /// Marks the articles under topics that a reader in danger needs first.
    pub(super) fn note_urgent(
        &mut self,
        lexicon: &Lexicon<'_>,
        topics: &[TopicId],
    ) -> Result<(), SearchError> {
        self.is_urgent = !topics.is_empty();
        let mut base = 0;
        for segment in lexicon.searcher.segment_readers() {
            let inverted = segment.inverted_index(lexicon.fields.topic_id)?;
            let flags = &mut self.flags[base..];
            for topic in topics {
                each(&inverted, &topic.0, IndexRecordOption::Basic, |doc, _| {
                    flags[doc as usize] |= URGENT;
                })?;
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

    /// Whether some articles may come before what answers best.
    pub(super) const fn is_urgent(&self) -> bool {
        self.is_urgent
    }

    /// What is known of an article that the filters leave.
    pub(super) fn at(&self, place: usize) -> Option<Entry> {
        let is_left = self.flags[place] & (EXCLUDED | self.wanted_flags) == self.wanted_flags;
        is_left.then(|| Entry {
            answered: self.answered[place],
            is_exact: self.flags[place] & INEXACT == 0,
            score: self.score[place],
            is_urgent: self.flags[place] & URGENT != 0,
        })
    }
}

/// What was found out about one article.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) answered: u16,
    pub(super) is_exact: bool,
    pub(super) score: f32,
    pub(super) is_urgent: bool,
}

/// One segment and its places in the tally.
struct Part<'t, 's> {
    tally: &'t mut Tally,
    lexicon: &'t Lexicon<'s>,
    segment: &'t SegmentReader,
    ord: u32,
    base: usize,
}
