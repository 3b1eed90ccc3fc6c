//! Lists of articles: an author's own, and the editors' queue.

use editorial::writing;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::article_shapes::Row;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::shapes::{Answer, Page};

pub(crate) struct Desks;

/// A group of the editors' queue.
#[derive(Object)]
struct QueueGroup {
    /// A stable word.
    key: String,
    label: String,
    items: Vec<Row>,
}

/// The editors' queue; counts come from it.
#[derive(Object)]
struct Queue {
    groups: Vec<QueueGroup>,
}

#[OpenApi(tag = "Tag::Writing")]
impl Desks {
    /// The caller's own articles
    #[oai(path = "/articles/mine", method = "get")]
    async fn mine(&self, by: SignedIn) -> Answer<Page<Row>> {
        Ok(Json(Page::whole(
            writing::my_articles(&by.desk, &by.caller).await?,
        )))
    }

    /// The editors' queue, in groups
    #[oai(path = "/queue", method = "get")]
    async fn queue(&self, by: SignedIn) -> Answer<Queue> {
        let desks = writing::queue(&by.desk, &by.caller).await?;
        Ok(Json(Queue {
            groups: desks
                .groups
                .into_iter()
                .map(|group| QueueGroup {
                    key: group.key.to_owned(),
                    label: group.label.to_owned(),
                    items: group.items.into_iter().map(Row::from).collect(),
                })
                .collect(),
        }))
    }
}
