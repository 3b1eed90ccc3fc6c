//! The engine that lives in this process: tantivy, in one folder.
//!
//! The line a query follows: `answer` reads it, `plan` turns it into lists, each word a `slot`,
//! by way of `lexicon`, `tally` goes through them, `ranking` (with `danger`, `proximity` and
//! `facets`) makes a page of the outcome. The line an article follows: `schema` takes it apart,
//! `folder` keeps it.

mod answer;
mod danger;
mod facets;
mod folder;
mod lexicon;
mod lists;
mod plan;
mod proximity;
mod ranking;
mod schema;
mod slot;
mod suggest;
mod tally;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use async_trait::async_trait;
use content::public::SiteVersion;
use tantivy::Term;
use tantivy::merge_policy::{LogMergePolicy, NoMergePolicy};
use tokio::sync::Semaphore;

use self::folder::{Folder, Generation};
use self::tally::Tally;
use crate::document::SearchDocument;
use crate::index::{Batch, DocumentSource, SearchError, SearchIndex};
use crate::query::SearchQuery;
use crate::results::SearchResults;
use crate::vocabulary::Vocabulary;

/// A search index in a folder that this process holds alone.
pub struct EmbeddedIndex {
    shared: Arc<Shared>,
    /// As many searches at a time as there are processors; the others wait without a thread.
    turns: Semaphore,
    rebuilding: tokio::sync::Mutex<()>,
}

struct Shared {
    folder: Folder,
    current: RwLock<Arc<Generation>>,
    vocabulary: RwLock<Arc<Vocabulary>>,
    /// Tallies to use again.
    tallies: Mutex<Vec<Tally>>,
}

impl EmbeddedIndex {
    /// Opens the index in a folder, making both when missing. An index that is damaged or of
    /// another format is thrown away: it opens empty, with nothing folded.
    ///
    /// Reads every file once to know that it is whole; not for an async thread.
    pub fn open(folder: &Path, vocabulary: Vocabulary) -> Result<Self, SearchError> {
        let folder = Folder::hold(folder)?;
        let current = folder.open_current()?;
        let shared = Shared {
            folder,
            current: RwLock::new(Arc::new(current)),
            vocabulary: RwLock::new(Arc::new(vocabulary)),
            tallies: Mutex::default(),
        };
        let turns = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self {
            shared: Arc::new(shared),
            turns: Semaphore::new(turns),
            rebuilding: tokio::sync::Mutex::default(),
        })
    }

    /// Runs blocking work off the async threads; a panic in it ends that work alone.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Shared) -> Result<T, SearchError> + Send + 'static,
    ) -> Result<T, SearchError> {
        let shared = Arc::clone(&self.shared);
        tokio::task::spawn_blocking(move || work(&shared))
            .await
            .unwrap_or(Err(SearchError::Stopped))
    }
}

impl Shared {
    fn current(&self) -> Arc<Generation> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn vocabulary(&self) -> Arc<Vocabulary> {
        Arc::clone(
            &self
                .vocabulary
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    fn search(&self, query: &SearchQuery) -> Result<SearchResults, SearchError> {
        let tallies = || self.tallies.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tally = tallies().pop().unwrap_or_default();
        let answer = answer::answer(&self.current(), &self.vocabulary(), &mut tally, query);
        tallies().push(tally);
        answer
    }

    fn fold(&self, batch: &Batch) -> Result<(), SearchError> {
        let generation = self.current();
        let mut writer = generation
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let taken = (|| {
            for article in &batch.remove {
                writer.delete_term(Term::from_field_text(
                    generation.fields.article_id,
                    &article.to_string(),
                ));
            }
            put(&generation, &writer, &batch.upsert)?;
            generation.commit(&mut writer, &batch.reached)
        })();
        if taken.is_err() {
            writer.rollback()?;
        }
        taken
    }

    /// Puts a rebuilt index in the place of the old one.
    fn exchange(&self, rebuilt: Generation, reached: &SiteVersion) -> Result<(), SearchError> {
        {
            let mut writer = rebuilt
                .writer
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            writer.commit()?;
            let parts = rebuilt.reader.searcher().index().searchable_segment_ids()?;
            if parts.len() > 1 {
                writer.merge(&parts).wait()?;
            }
            writer.set_merge_policy(Box::new(LogMergePolicy::default()));
            rebuilt.commit(&mut writer, reached)?;
        }
        self.folder.choose(&rebuilt)?;
        let number = rebuilt.number();
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(rebuilt);
        self.folder.clear(number);
        Ok(())
    }
}

/// Hands articles to the writer, each in the place of its former self.
fn put(
    generation: &Generation,
    writer: &tantivy::IndexWriter,
    articles: &[SearchDocument],
) -> Result<(), SearchError> {
    let schema = writer.index().schema();
    for article in articles {
        let id = article.article_id.to_string();
        writer.delete_term(Term::from_field_text(generation.fields.article_id, &id));
        writer.add_document(schema::document(&generation.fields, &schema, article)?)?;
    }
    Ok(())
}

#[async_trait]
impl SearchIndex for EmbeddedIndex {
    async fn folded(&self) -> Option<SiteVersion> {
        self.run(|shared| Ok(shared.current().folded()))
            .await
            .ok()
            .flatten()
    }

    async fn fold(&self, batch: Batch) -> Result<(), SearchError> {
        self.run(move |shared| shared.fold(&batch)).await
    }

    async fn rebuild(
        &self,
        mut documents: Box<dyn DocumentSource>,
        reached: SiteVersion,
    ) -> Result<(), SearchError> {
        let _alone = self.rebuilding.lock().await;
        let rebuilt = self.run(|shared| {
            let rebuilt = shared.folder.create()?;
            // Merged once, at the end; merges on the way would only be in its way.
            let writer = rebuilt
                .writer
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            writer.set_merge_policy(Box::new(NoMergePolicy));
            drop(writer);
            Ok(rebuilt)
        });
        let rebuilt = Arc::new(rebuilt.await?);
        let outcome = async {
            loop {
                let page = documents.next_page().await.map_err(SearchError::Source)?;
                if page.is_empty() {
                    break;
                }
                let rebuilt = Arc::clone(&rebuilt);
                self.run(move |_| {
                    let writer = rebuilt
                        .writer
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner);
                    put(&rebuilt, &writer, &page)
                })
                .await?;
            }
            Ok(())
        }
        .await;
        match (outcome, Arc::into_inner(rebuilt)) {
            (Ok(()), Some(rebuilt)) => {
                self.run(move |shared| shared.exchange(rebuilt, &reached))
                    .await
            }
            (outcome, rebuilt) => {
                drop(rebuilt);
                self.run(|shared| {
                    shared.folder.clear(shared.current().number());
                    Ok(())
                })
                .await?;
                outcome.and(Err(SearchError::Stopped))
            }
        }
    }

    async fn search(&self, query: &SearchQuery) -> Result<SearchResults, SearchError> {
        let _turn = self
            .turns
            .acquire()
            .await
            .map_err(|_| SearchError::Stopped)?;
        let query = query.clone();
        self.run(move |shared| shared.search(&query)).await
    }

    async fn count(&self) -> Result<u64, SearchError> {
        self.run(|shared| Ok(shared.current().reader.searcher().num_docs()))
            .await
    }

    async fn set_vocabulary(&self, vocabulary: Vocabulary) -> Result<(), SearchError> {
        let mut current = self
            .shared
            .vocabulary
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *current = Arc::new(vocabulary);
        Ok(())
    }
}
