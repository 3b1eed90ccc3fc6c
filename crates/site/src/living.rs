//! What many pages of one version share: the help directory, the day, the index of topics.

use content::public::{TopicCount, TopicRef};
use pages::{Pages, SiteFacts};
use storage::{Snapshot, StorageError};
use tokio::sync::OnceCell;

/// Read once for each version.
#[derive(Debug)]
pub(crate) struct Living {
    pub(crate) pages: Pages,
    topics: OnceCell<Vec<TopicCount>>,
    sitemap_size: OnceCell<u64>,
}

impl Living {
    /// What this moment says.
    pub(crate) async fn read(snapshot: &Snapshot, pages: &Pages) -> Result<Self, StorageError> {
        let facts = SiteFacts {
            help: snapshot.help().await?,
            as_of: Some(snapshot.today().await?),
            ..pages.facts().clone()
        };
        Ok(Self {
            pages: pages.with_facts(facts),
            topics: OnceCell::new(),
            sitemap_size: OnceCell::new(),
        })
    }

    /// All topics with their counts; read when the first page needs them.
    pub(crate) async fn topics(&self, snapshot: &Snapshot) -> Result<&[TopicCount], StorageError> {
        Ok(self.topics.get_or_try_init(|| snapshot.topics()).await?)
    }

    /// How many addresses the sitemap has at the most, but for those of the house.
    pub(crate) async fn sitemap_size(&self, snapshot: &Snapshot) -> Result<u64, StorageError> {
        let read = || snapshot.sitemap_size();
        Ok(*self.sitemap_size.get_or_try_init(read).await?)
    }
}

/// The topic of this slug.
pub(crate) fn by_slug<'a>(topics: &'a [TopicCount], slug: &str) -> Option<&'a TopicRef> {
    topics
        .iter()
        .map(|count| &count.topic)
        .find(|topic| topic.slug == slug)
}
