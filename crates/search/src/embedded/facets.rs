//! Counting topics and authors of everything that was found.

use std::collections::HashMap;

use content::ids::TopicId;
use content::public::TopicRef;
use tantivy::columnar::StrColumn;
use tantivy::{DocAddress, Searcher};

use super::schema::{AUTHOR_COLUMN, StoredAuthor, TOPIC_COLUMN};
use crate::index::SearchError;
use crate::results::{AuthorFacet, TopicFacet};
use crate::vocabulary::Vocabulary;

/// Authors given back, at most.
const MAX_AUTHORS: usize = 50;

/// Counts by value, for each segment.
pub(super) struct Facets {
    topics: Vec<Option<Counter>>,
    authors: Vec<Option<Counter>>,
}

struct Counter {
    column: StrColumn,
    counts: Vec<u64>,
}

impl Counter {
    fn open(searcher: &Searcher, name: &str) -> Result<Vec<Option<Self>>, SearchError> {
        let segments = searcher.segment_readers().iter();
        let columns = segments.map(|segment| segment.fast_fields().str(name));
        columns
            .map(|column| {
                Ok(column?.map(|column| Self {
                    counts: vec![0; column.num_terms()],
                    column,
                }))
            })
            .collect()
    }

    fn count(&mut self, doc: u32) {
        for value in self.column.term_ords(doc) {
            if let Some(count) = usize::try_from(value)
                .ok()
                .and_then(|at| self.counts.get_mut(at))
            {
                *count += 1;
            }
        }
    }

    /// The values that occurred, as stored.
    fn values(&self) -> Result<Vec<(String, u64)>, SearchError> {
        let mut values = Vec::new();
        for (value, count) in (0..).zip(&self.counts) {
            let mut text = String::new();
            if *count > 0 && self.column.ord_to_str(value, &mut text)? {
                values.push((text, *count));
            }
        }
        Ok(values)
    }
}

impl Facets {
    pub(super) fn new(searcher: &Searcher) -> Result<Self, SearchError> {
        Ok(Self {
            topics: Counter::open(searcher, TOPIC_COLUMN)?,
            authors: Counter::open(searcher, AUTHOR_COLUMN)?,
        })
    }

    /// Counts an article that was found.
    pub(super) fn count(&mut self, found: DocAddress) {
        let segment = found.segment_ord as usize;
        for counters in [&mut self.topics, &mut self.authors] {
            if let Some(counter) = &mut counters[segment] {
                counter.count(found.doc_id);
            }
        }
    }

    /// All topics, the most frequent first, as they are called now.
    pub(super) fn topics(&self, vocabulary: &Vocabulary) -> Result<Vec<TopicFacet>, SearchError> {
        let mut found: HashMap<TopicId, TopicFacet> = HashMap::new();
        for counter in self.topics.iter().flatten() {
            for (stored, articles) in counter.values()? {
                let stored: TopicRef = serde_json::from_str(&stored)?;
                let facet = found
                    .entry(stored.id.clone())
                    .or_insert_with(|| TopicFacet {
                        topic: vocabulary.topic(&stored.id).unwrap_or(stored),
                        articles: 0,
                    });
                facet.articles += articles;
            }
        }
        let mut topics: Vec<_> = found.into_values().collect();
        topics.sort_by(|a, b| {
            b.articles
                .cmp(&a.articles)
                .then_with(|| a.topic.id.cmp(&b.topic.id))
        });
        Ok(topics)
    }

    /// The most frequent authors.
    pub(super) fn authors(&self) -> Result<Vec<AuthorFacet>, SearchError> {
        let mut found: HashMap<String, AuthorFacet> = HashMap::new();
        for counter in self.authors.iter().flatten() {
            for (stored, articles) in counter.values()? {
                let StoredAuthor { slug, name } = serde_json::from_str(&stored)?;
                let facet = found.entry(slug.clone()).or_insert(AuthorFacet {
                    slug,
                    name,
                    articles: 0,
                });
                facet.articles += articles;
            }
        }
        let mut authors: Vec<_> = found.into_values().collect();
        authors.sort_by(|a, b| {
            b.articles
                .cmp(&a.articles)
                .then_with(|| a.slug.cmp(&b.slug))
        });
        authors.truncate(MAX_AUTHORS);
        Ok(authors)
    }
}
