//! The index of topics, and the page of one.

use pages::{PER_PAGE, TopicPage, compose_card};
use storage::{Lookup, Snapshot};

use crate::kept::Made;
use crate::living::Living;
use crate::site::Absent;

pub(super) async fn all(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    Ok(Made::html(
        living.pages.topics(living.topics(snapshot).await?)?,
    ))
}

pub(super) async fn one(
    slug: &str,
    page: u64,
    snapshot: &Snapshot,
    living: &Living,
) -> Result<Made, Absent> {
    let topics = living.topics(snapshot).await?;
    let total = topics.iter().find(|count| count.topic.slug == slug);
    let offset = (page - 1).saturating_mul(PER_PAGE);
    if page > 1 && total.is_none_or(|count| offset >= count.articles) {
        return Err(Absent::Unknown);
    }
    let topic = match snapshot.topic(slug).await? {
        Lookup::Found(topic) => topic,
        Lookup::Moved(slug) => return Err(Absent::Moved(format!("/topics/{slug}"))),
        Lookup::Gone(_) | Lookup::Unknown => return Err(Absent::Unknown),
    };
    let found = snapshot.articles_on(&topic.id, offset, PER_PAGE).await?;
    let page = TopicPage {
        group: topics
            .iter()
            .find(|count| Some(&count.topic.id) == topic.group.as_ref())
            .map(|count| count.topic.clone()),
        topics: topics
            .iter()
            .filter(|count| count.group.as_ref() == Some(&topic.id))
            .cloned()
            .collect(),
        cards: found.items.iter().map(compose_card).collect(),
        total: found.total,
        topic,
        page,
    };
    Ok(Made::html(living.pages.topic(&page)?))
}
