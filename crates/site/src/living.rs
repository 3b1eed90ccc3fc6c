//! What many pages of one version share: the help directory, the day, the index of topics, and
//! which articles a list holds.

use std::sync::Arc;

use content::ids::{ArticleId, PersonId, TopicId};
use content::public::{Card, TopicCount, TopicRef};
use moka::future::Cache;
use pages::{ComposedCard, PER_PAGE, Pages, SiteFacts, compose_card};
use storage::{Snapshot, StorageError};
use tokio::sync::OnceCell;

use crate::version::Stamp;

/// As many of the newest as are looked at to find three that may stand below an article.
const CANDIDATES: u64 = 8;
/// How many articles all lists together may name: 16 bytes each.
const NAMES: u64 = 250_000;
/// A site has fewer topics.
const TOPICS: u64 = 1_000;

/// A list that has pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum List {
    On(TopicId),
    By(PersonId),
}

/// Read once for each version, each part when the first page needs it. Two who come at once
/// may both read it; waiting for each other would hold connections.
#[derive(Debug)]
pub(crate) struct Living {
    pub(crate) stamp: Stamp,
    pub(crate) pages: Pages,
    topics: OnceCell<Vec<TopicCount>>,
    sitemap_size: OnceCell<u64>,
    lists: Cache<List, Arc<[ArticleId]>>,
    newest: Cache<Option<TopicId>, Arc<[Card]>>,
}

impl Living {
    /// What this moment says.
    pub(crate) async fn read(
        stamp: Stamp,
        snapshot: &Snapshot,
        pages: &Pages,
    ) -> Result<Self, StorageError> {
        let facts = SiteFacts {
            help: snapshot.help().await?,
            as_of: Some(snapshot.today().await?),
            ..pages.facts().clone()
        };
        let lists = Cache::builder()
            .max_capacity(NAMES)
            .weigher(|_: &List, names: &Arc<[ArticleId]>| {
                u32::try_from(names.len() + 1).unwrap_or(u32::MAX)
            })
            .build();
        Ok(Self {
            stamp,
            pages: pages.with_facts(facts),
            topics: OnceCell::new(),
            sitemap_size: OnceCell::new(),
            lists,
            newest: Cache::new(TOPICS),
        })
    }

    /// All topics with their counts.
    pub(crate) async fn topics(&self, snapshot: &Snapshot) -> Result<&[TopicCount], StorageError> {
        Ok(self.topics.get_or_try_init(|| snapshot.topics()).await?)
    }

    /// How many addresses the sitemap has at the most, but for those of the house.
    pub(crate) async fn sitemap_size(&self, snapshot: &Snapshot) -> Result<u64, StorageError> {
        let read = || snapshot.sitemap_size();
        Ok(*self.sitemap_size.get_or_try_init(read).await?)
    }

    /// Which articles stand under a topic or a group, newest first.
    pub(crate) async fn all_on(
        &self,
        topic: &TopicId,
        snapshot: &Snapshot,
    ) -> Result<Arc<[ArticleId]>, StorageError> {
        self.all(List::On(topic.clone()), snapshot).await
    }

    /// Which articles a person has, newest first.
    pub(crate) async fn all_by(
        &self,
        person: PersonId,
        snapshot: &Snapshot,
    ) -> Result<Arc<[ArticleId]>, StorageError> {
        self.all(List::By(person), snapshot).await
    }

    async fn all(&self, list: List, snapshot: &Snapshot) -> Result<Arc<[ArticleId]>, StorageError> {
        if let Some(names) = self.lists.get(&list).await {
            return Ok(names);
        }
        let names: Arc<[ArticleId]> = match &list {
            List::On(topic) => snapshot.all_on(topic).await?,
            List::By(person) => snapshot.all_by(*person).await?,
        }
        .into();
        self.lists.insert(list, Arc::clone(&names)).await;
        Ok(names)
    }

    /// The newest articles under a topic, or of all.
    pub(crate) async fn newest_on(
        &self,
        topic: Option<&TopicId>,
        snapshot: &Snapshot,
    ) -> Result<Arc<[Card]>, StorageError> {
        let key = topic.cloned();
        if let Some(cards) = self.newest.get(&key).await {
            return Ok(cards);
        }
        let cards: Arc<[Card]> = match topic {
            Some(topic) => snapshot.newest_on(topic, CANDIDATES).await?,
            None => snapshot.newest(CANDIDATES).await?,
        }
        .into();
        self.newest.insert(key, Arc::clone(&cards)).await;
        Ok(cards)
    }
}

/// The cards on a page of a list, counted from 1; `None` where the list has no such page.
pub(crate) async fn page(
    list: &[ArticleId],
    page: u64,
    snapshot: &Snapshot,
) -> Result<Option<Vec<ComposedCard>>, StorageError> {
    let per_page = usize::try_from(PER_PAGE).unwrap_or(20);
    let before = usize::try_from(page - 1)
        .unwrap_or(usize::MAX)
        .saturating_mul(per_page);
    if page > 1 && before >= list.len() {
        return Ok(None);
    }
    let end = before.saturating_add(per_page).min(list.len());
    let cards = snapshot.cards(&list[before..end]).await?;
    Ok(Some(cards.iter().map(compose_card).collect()))
}

/// The topic of this slug.
pub(crate) fn by_slug<'a>(topics: &'a [TopicCount], slug: &str) -> Option<&'a TopicRef> {
    topics
        .iter()
        .map(|count| &count.topic)
        .find(|topic| topic.slug == slug)
}
