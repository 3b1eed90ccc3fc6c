//! Words in a row, and what stands in for words.

use tantivy::query::{EnableScoring, PhraseQuery, Query};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, TERMINATED, Term};

use super::{INEXACT, Part, weight};
use crate::embedded::lists::each;
use crate::embedded::plan::{Plan, Spelt, Stand};
use crate::index::SearchError;

impl Part<'_, '_> {
    pub(super) fn stand_ins(&mut self, plan: &Plan, exact: bool) -> Result<(), SearchError> {
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

    pub(super) fn phrase(&mut self, phrase: &Spelt, bit: u16) -> Result<(), SearchError> {
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
    pub(super) fn in_a_row(
        &self,
        field: Field,
        phrase: &[Vec<String>],
    ) -> Result<Vec<u32>, SearchError> {
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
