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
        })
    }

    /// All topics with their counts; read when the first page needs them.
    pub(crate) async fn topics(&self, snapshot: &Snapshot) -> Result<&[TopicCount], StorageError> {
        Ok(self.topics.get_or_try_init(|| snapshot.topics()).await?)
    }
}

/// The topic of this slug.
pub(crate) fn by_slug<'a>(topics: &'a [TopicCount], slug: &str) -> Option<&'a TopicRef> {
    topics
        .iter()
        .map(|count| &count.topic)
        .find(|topic| topic.slug == slug)
}
