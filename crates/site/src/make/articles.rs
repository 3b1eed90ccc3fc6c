//! The page of one article.

use content::publication::Publication;
use pages::{ArticlePage, ComposedCard, compose, compose_card};
use storage::{Lookup, Snapshot, StorageError};

use super::absent;
use crate::kept::Made;
use crate::living::Living;
use crate::site::Absent;

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
            let next = next(&publication, snapshot, living).await?;
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
    living: &Living,
) -> Result<Vec<ComposedCard>, StorageError> {
    let topic = publication.topics.first().map(|topic| &topic.id);
    let newest = living.newest_on(topic, snapshot).await?;
    Ok(newest
        .iter()
        .filter(|card| card.article_id != publication.article_id)
        .map(compose_card)
        .collect())
}
