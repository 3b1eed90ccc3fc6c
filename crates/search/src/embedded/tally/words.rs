//! Single words: where they stand, and what that is worth.

use tantivy::schema::{Field, IndexRecordOption};

use super::{INEXACT, Part, weight};
use crate::embedded::lists::{body_lengths, each, short_lengths};
use crate::embedded::slot::Slot;
use crate::index::SearchError;

impl Part<'_, '_> {
    /// One word: where it stands as itself, and what its other stems add to the score.
    pub(super) fn slot(&mut self, slot: &Slot, bit: u16) -> Result<(), SearchError> {
        let fields = self.lexicon.fields;
        self.answered_exactly(slot, bit)?;
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
            self.stems(field, weight * slot.rarity, slot, bit)?;
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
        Ok(())
    }

    fn answered_exactly(&mut self, slot: &Slot, bit: u16) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(self.lexicon.fields.all_stems)?;
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

    pub(super) fn common(&mut self, words: &[String]) -> Result<(), SearchError> {
        let inverted = self.segment.inverted_index(self.lexicon.fields.title)?;
        for word in words {
            let score = &mut self.tally.score[self.base..];
            each(&inverted, word, IndexRecordOption::Basic, |doc, _| {
                score[doc as usize] += weight::COMMON;
            })?;
        }
        Ok(())
    }

    pub(super) fn whole_title(&mut self, whole: &str) -> Result<(), SearchError> {
        let field = self.lexicon.fields.whole_title;
        let inverted = self.segment.inverted_index(field)?;
        let score = &mut self.tally.score[self.base..];
        each(&inverted, whole, IndexRecordOption::Basic, |doc, _| {
            score[doc as usize] += weight::WHOLE_TITLE;
        })
    }

    /// Adds the best that any stem of a word scores in a field. What is only near to the word
    /// adds nothing to an article that holds the word itself: "wife" in a title is no reason to
    /// put an article first that says "life".
    fn stems(
        &mut self,
        field: Field,
        weight: f32,
        slot: &Slot,
        bit: u16,
    ) -> Result<(), SearchError> {
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
        let answered = &tally.answered[self.base..];
        for answer in &slot.stems {
            let weight = weight * answer.quality;
            each(&inverted, &answer.stem, option, |doc, often| {
                let place = doc as usize;
                if !answer.is_exact && answered[place] & bit != 0 {
                    return;
                }
                let length = lengths[usize::from(norms.fieldnorm_id(doc))];
                let value = if is_body {
                    weight * often / (often + length)
                } else {
                    weight * length
                };
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
    pub(super) fn inexact(&mut self, slot: &Slot, bit: u16) -> Result<(), SearchError> {
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
}
