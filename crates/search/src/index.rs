//! The seam between the site and its search engines.

use async_trait::async_trait;
use content::ids::ArticleId;
use content::public::SiteVersion;

use crate::document::SearchDocument;
use crate::query::SearchQuery;
use crate::results::SearchResults;
use crate::vocabulary::Vocabulary;

/// A search index, whichever engine keeps it.
///
/// One caller folds. It reads [`folded`](Self::folded), applies the public changes after that
/// version with [`fold`](Self::fold), and calls [`rebuild`](Self::rebuild) when the answer is
/// `None` or names an epoch or version that the site no longer knows.
#[async_trait]
pub trait SearchIndex: Send + Sync {
    /// The site version that searches answer for; `None` when there is nothing to go by.
    async fn folded(&self) -> Option<SiteVersion>;

    /// Takes in a batch, all of it or none. Searches started afterwards see it.
    async fn fold(&self, batch: Batch) -> Result<(), SearchError>;

    /// Makes a new index of everything while the old one answers, then puts it in its place.
    ///
    /// `reached` is the version that the documents were read at. What is folded meanwhile goes
    /// to the old index only; after the change [`folded`](Self::folded) says `reached`, and
    /// the caller folds again from there.
    async fn rebuild(
        &self,
        documents: Box<dyn DocumentSource>,
        reached: SiteVersion,
    ) -> Result<(), SearchError>;

    /// Answers a reader. No text is refused.
    async fn search(&self, query: &SearchQuery) -> Result<SearchResults, SearchError>;

    /// How many articles can be found.
    async fn count(&self) -> Result<u64, SearchError>;

    /// Searches started afterwards know these topics and synonyms.
    async fn set_vocabulary(&self, vocabulary: Vocabulary) -> Result<(), SearchError>;
}

/// Changes that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Articles that are new or changed; of two with one id the later counts.
    pub upsert: Vec<SearchDocument>,
    /// Articles that readers may no longer find. Removed before `upsert` is taken in.
    pub remove: Vec<ArticleId>,
    /// The site version that the index stands for afterwards.
    pub reached: SiteVersion,
}

/// Whatever kept a [`DocumentSource`] from giving its next page.
pub type SourceError = Box<dyn std::error::Error + Send + Sync>;

/// Where a rebuild reads from, a page at a time, so that no one holds everything in memory.
#[async_trait]
pub trait DocumentSource: Send {
    /// The next page; an empty one is the end.
    async fn next_page(&mut self) -> Result<Vec<SearchDocument>, SourceError>;
}

/// A [`DocumentSource`] over documents at hand.
pub struct Documents<I>(pub I);

/// How many documents [`Documents`] hands over at a time.
const PAGE: usize = 500;

#[async_trait]
impl<I: Iterator<Item = SearchDocument> + Send> DocumentSource for Documents<I> {
    async fn next_page(&mut self) -> Result<Vec<SearchDocument>, SourceError> {
        Ok(self.0.by_ref().take(PAGE).collect())
    }
}

/// Why the index could not do what it was asked. Never about the text of a query.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Another process has the folder.
    #[error("the search index in {0} is open in another process; only one may serve it")]
    Locked(std::path::PathBuf),
    /// The folder cannot be read or written.
    #[error("the folder of the search index: {0}")]
    Folder(#[from] std::io::Error),
    /// The engine failed.
    #[error("the search engine: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// A stored document is not in the form written.
    #[error("a stored document: {0}")]
    Stored(#[from] serde_json::Error),
    /// The source of a rebuild failed; the old index is still in place.
    #[error("reading the documents to index: {0}")]
    Source(#[source] SourceError),
    /// The engine stopped in the middle of a piece of work.
    #[error("the search engine stopped in the middle of its work")]
    Stopped,
}
