//! Keeping the search index at the site's version: changes after the one it stands for are taken
//! in, and where that is not enough it is made anew while the old one answers.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use content::ids::ArticleId;
use content::public::SiteVersion;
use content::topic::Topic;
use search::{
    Batch, DocumentSource, SearchDocument, SearchIndex, SourceError, Spellings, Vocabulary,
};
use storage::site_state::{self, PublicChange, Subject};
use storage::{Snapshot, Storage, StorageError, persons, publications};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::Failure;
use crate::document::document;

/// Changes taken in at a time.
const BATCH: u64 = 200;
/// Articles read at a time when everything is read.
const PAGE: usize = 100;
/// How long it waits to be told of a version before it looks by itself.
const LOOK: Duration = Duration::from_secs(5);
/// How long it rests after a failure.
const REST: Duration = Duration::from_secs(2);

/// Folds what changes into the index.
#[derive(Clone)]
pub struct Folder {
    storage: Storage,
    index: Arc<dyn SearchIndex>,
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// The index stands for the present version.
    UpToDate,
    /// Some changes were taken in; there may be more.
    Some,
    /// It was made anew.
    Rebuilt,
}

impl Folder {
    /// A folder of this index.
    pub fn new(storage: Storage, index: Arc<dyn SearchIndex>) -> Self {
        Self { storage, index }
    }

    /// Folds until `stop`, woken by new versions.
    pub async fn run(self, stop: CancellationToken) {
        let mut versions = self.storage.versions();
        let folding = async {
            loop {
                versions.mark_unchanged();
                match self.step().await {
                    Ok(Folded::UpToDate) => {
                        // Told or not, it looks again after a while.
                        let _ = timeout(LOOK, versions.changed()).await;
                    }
                    Ok(Folded::Some) => {}
                    Ok(Folded::Rebuilt) => tracing::info!("the search index was made anew"),
                    Err(error) => {
                        tracing::warn!(%error, "the search index is behind");
                        sleep(REST).await;
                    }
                }
            }
        };
        stop.run_until_cancelled(folding).await;
    }

    /// Does the next thing there is to do.
    ///
    /// # Errors
    /// When the database or the engine fails; nothing was lost, and the next step tries again.
    pub async fn step(&self) -> Result<Folded, Failure> {
        let snapshot = self.storage.reader().snapshot().await?;
        let version = snapshot.site_version().await?;
        let folded = self.index.folded().await;
        if folded.as_ref() == Some(&version) {
            return Ok(Folded::UpToDate);
        }
        let changes = match folded {
            Some(folded) if folded.epoch == version.epoch => {
                self.changes(&folded, &version).await?
            }
            _ => None,
        };
        let Some(changes) = changes else {
            drop(snapshot);
            return self.rebuild().await;
        };
        let reached = SiteVersion {
            version: changes.last().map_or(version.version, |last| last.version),
            ..version
        };
        let taxonomy = snapshot.taxonomy().await?;
        let (mut upsert, mut remove) = (Vec::new(), Vec::new());
        for article in self.articles(&changes).await? {
            match read(&snapshot, article, &taxonomy).await? {
                Some(document) => upsert.push(document),
                None => remove.push(article),
            }
        }
        drop(snapshot);
        self.index
            .fold(Batch {
                upsert,
                remove,
                reached,
            })
            .await
            .map_err(engine)?;
        Ok(Folded::Some)
    }

    /// Makes the index anew from everything that is public.
    ///
    /// # Errors
    /// As [`Folder::step`].
    pub async fn rebuild(&self) -> Result<Folded, Failure> {
        let snapshot = self.storage.reader().snapshot().await?;
        let reached = snapshot.site_version().await?;
        let taxonomy = snapshot.taxonomy().await?;
        let ids = snapshot.article_ids().await?;
        drop(snapshot);
        self.index
            .set_vocabulary(vocabulary(taxonomy.clone()))
            .await
            .map_err(engine)?;
        let everything = Everything {
            storage: self.storage.clone(),
            taxonomy,
            left: ids.into_iter(),
        };
        self.index
            .rebuild(Box::new(everything), reached)
            .await
            .map_err(engine)?;
        Ok(Folded::Rebuilt)
    }

    /// What happened between two versions; `None` when only a new index will do: rows are
    /// missing, the index is ahead, the topics changed, whose words are in every document, or
    /// an article was erased, whose words an index keeps in its files after it has removed it.
    async fn changes(
        &self,
        folded: &SiteVersion,
        version: &SiteVersion,
    ) -> Result<Option<Vec<PublicChange>>, StorageError> {
        if folded.version > version.version {
            return Ok(None);
        }
        let tx = self.storage.look().await?;
        let mut changes = site_state::changes_after(&tx, folded.version, BATCH).await?;
        changes.retain(|change| change.version <= version.version);
        let is_whole = changes
            .first()
            .is_some_and(|first| first.version == folded.version + 1);
        let anew = changes
            .iter()
            .any(|change| change.subject == Subject::Topics || change.what == "erase");
        Ok((is_whole && !anew).then_some(changes))
    }

    /// The articles that these changes touch, each once.
    async fn articles(&self, changes: &[PublicChange]) -> Result<Vec<ArticleId>, StorageError> {
        let mut articles = Vec::new();
        let mut people = Vec::new();
        for change in changes {
            match change.subject {
                Subject::Article(id) => articles.push(id),
                Subject::Person(id) => people.push(id),
                Subject::Topics | Subject::Help | Subject::Site => {}
            }
        }
        if !people.is_empty() {
            let tx = self.storage.look().await?;
            // A merge makes one person of several; all their articles are touched.
            let mut all = persons::identities(&tx, &people).await?;
            for id in all.clone() {
                let merged = persons::list_merged_into(&tx, id).await?;
                all.extend(merged);
            }
            all.extend(people);
            articles.extend(publications::articles_of(&tx, &all).await?);
        }
        articles.sort_unstable();
        articles.dedup();
        Ok(articles)
    }
}

/// An article as the index takes it. One whose stored text is not what was signed cannot be
/// read, and so is not to be found either; the others are not kept waiting for it.
async fn read(
    snapshot: &Snapshot,
    id: ArticleId,
    taxonomy: &[Topic],
) -> Result<Option<SearchDocument>, StorageError> {
    match snapshot.publication(id).await {
        Ok(publication) => Ok(publication.map(|found| document(&found, taxonomy))),
        Err(error @ StorageError::Contradiction { .. }) => {
            tracing::error!(%error, article = %id, "an article cannot be read");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn engine(error: search::SearchError) -> Failure {
    Failure::because("The search index could not be kept", error)
}

/// What readers' words stand for, by these topics.
#[must_use]
pub fn vocabulary(topics: Vec<Topic>) -> Vocabulary {
    let pairs = content::seed::topics::spellings();
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(one, other)| (one.as_str(), other.as_str()))
        .collect();
    Vocabulary::new(topics, Spellings::new(&pairs))
}

/// All public articles, page by page, each page at its own moment: what changes meanwhile is
/// folded afterwards.
struct Everything {
    storage: Storage,
    taxonomy: Vec<Topic>,
    left: std::vec::IntoIter<ArticleId>,
}

impl Everything {
    async fn page(&mut self, snapshot: &Snapshot) -> Result<Vec<SearchDocument>, StorageError> {
        let mut page = Vec::new();
        while page.len() < PAGE
            && let Some(id) = self.left.next()
        {
            page.extend(read(snapshot, id, &self.taxonomy).await?);
        }
        Ok(page)
    }
}

#[async_trait]
impl DocumentSource for Everything {
    async fn next_page(&mut self) -> Result<Vec<SearchDocument>, SourceError> {
        let snapshot = self.storage.reader().snapshot().await?;
        Ok(self.page(&snapshot).await?)
    }
}
