//! Topics as labels with addresses and counts.

use content::public::{TopicCount, TopicRef};
use serde::Serialize;

/// One row of an index of topics.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TopicLink {
    pub(crate) label: String,
    pub(crate) path: String,
    pub(crate) articles: u64,
}

/// A topic as a row.
pub(crate) fn link(count: &TopicCount) -> TopicLink {
    TopicLink {
        label: count.topic.label.clone(),
        path: path(&count.topic),
        articles: count.articles,
    }
}

/// Where a topic's page is.
pub(crate) fn path(topic: &TopicRef) -> String {
    format!("/topics/{}", topic.slug)
}

/// The groups alone. Empty ones are left out, unless all are empty.
pub(crate) fn groups(topics: &[TopicCount]) -> Vec<TopicLink> {
    shown(topics.iter().filter(|count| count.group.is_none()))
}

/// Rows with something behind them; all of them when none has.
pub(crate) fn shown<'a>(topics: impl Iterator<Item = &'a TopicCount> + Clone) -> Vec<TopicLink> {
    let full: Vec<TopicLink> = topics
        .clone()
        .filter(|count| count.articles > 0)
        .map(link)
        .collect();
    if full.is_empty() {
        topics.map(link).collect()
    } else {
        full
    }
}
