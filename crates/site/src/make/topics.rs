//! The index of topics, and the page of one.

use pages::TopicPage;
use storage::{Lookup, Snapshot};

use crate::kept::Made;
use crate::living::{self, Living};
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
    let Some(known) = living::by_slug(topics, slug) else {
        return Err(Absent::Unknown);
    };
    let listed = living.all_on(&known.id, snapshot).await?;
    let Some(cards) = living::page(&listed, page, snapshot).await? else {
        return Err(Absent::Unknown);
    };
    let topic = match snapshot.topic(slug).await? {
        Lookup::Found(topic) => topic,
        Lookup::Moved(slug) => return Err(Absent::Moved(format!("/topics/{slug}"))),
        Lookup::Gone(_) | Lookup::Unknown => return Err(Absent::Unknown),
    };
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
        cards,
        total: listed.len() as u64,
        topic,
        page,
    };
    Ok(Made::html(living.pages.topic(&page)?))
}
