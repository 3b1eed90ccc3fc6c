//! What a search leaves out, and where it looks alone.

use tantivy::schema::{Field, IndexRecordOption};

use super::{BY_AUTHOR, EXCLUDED, Filters, Part, UNDER_TOPIC};
use crate::embedded::lists::each;
use crate::embedded::plan::Exclusion;
use crate::index::SearchError;

impl Part<'_, '_> {
    pub(super) fn filter(&mut self, filters: Filters<'_>) -> Result<(), SearchError> {
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

    pub(super) fn exclude(&mut self, excluded: &[Exclusion]) -> Result<(), SearchError> {
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
}
