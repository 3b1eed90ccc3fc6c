//! The page of one article.

use content::ids::TopicId;
use content::publication::Publication;
use pages::{ArticlePage, ComposedCard, compose, compose_card};
use storage::{Lookup, Snapshot, StorageError};

use super::absent;
use crate::kept::Made;
use crate::living::Living;
use crate::site::Absent;

/// As many as are looked at to find three that may stand below an article.
const CANDIDATES: u64 = 8;

pub(super) async fn article(
    slug: &str,
    snapshot: &Snapshot,
    living: &Living,
) -> Result<Made, Absent> {
    match snapshot.article(slug).await? {
        Lookup::Unknown => Err(Absent::Unknown),
        Lookup::Moved(slug) => Err(Absent::Moved(format!("/articles/{slug}"))),
        Lookup::Gone(tombstone) => absent::tombstone(&tombstone, snapshot, living).await,
        Lookup::Found(publication) => {
            let article = compose(&publication, living.pages.facts());
            let listed = article.is_indexable();
            let next = next(&publication, snapshot).await?;
            let mut made = Made::html(living.pages.article(&ArticlePage { article, next })?);
            made.listed = listed;
            Ok(made)
        }
    }
}

/// The article that had this path in another system.
pub(super) async fn old(path: &str, snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    match snapshot.old_path(path).await? {
        Lookup::Found(slug) | Lookup::Moved(slug) => {
            Err(Absent::Moved(format!("/articles/{slug}")))
        }
        Lookup::Gone(tombstone) => absent::tombstone(&tombstone, snapshot, living).await,
        Lookup::Unknown => Err(Absent::Unknown),
    }
}

/// The newest others under the same main topic.
async fn next(
    publication: &Publication,
    snapshot: &Snapshot,
) -> Result<Vec<ComposedCard>, StorageError> {
    let topic: Option<&TopicId> = publication.topics.first().map(|topic| &topic.id);
    let found = match topic {
        Some(topic) => snapshot.newest_on(topic, CANDIDATES).await?,
        None => snapshot.newest_after(None, CANDIDATES).await?.items,
    };
    Ok(found
        .iter()
        .filter(|card| card.article_id != publication.article_id)
        .map(compose_card)
        .collect())
}
