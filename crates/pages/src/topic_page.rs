//! The page of all topics, and the page of one.

use content::ids::TopicId;
use content::public::{TopicCount, TopicRef};
use content::topic::Topic;
use minijinja::{context, value::Serde};
use serde::Serialize;

use crate::card::ComposedCard;
use crate::frame::Frame;
use crate::pages::{PageError, Pages};
use crate::paging::{self, Paging};
use crate::place::Slots;
use crate::topic_link::{self, TopicLink};

/// Articles on one page of a list.
pub const PER_PAGE: u64 = 20;

/// What stands on the page of one topic or group.
#[derive(Debug)]
pub struct TopicPage {
    /// The topic.
    pub topic: Topic,
    /// The group it stands in.
    pub group: Option<TopicRef>,
    /// The topics of a group.
    pub topics: Vec<TopicCount>,
    /// The articles of this page, newest first.
    pub cards: Vec<ComposedCard>,
    /// How many there are in all.
    pub total: u64,
    /// Which page, from 1.
    pub page: u64,
}

#[derive(Debug, Serialize)]
struct Group {
    fragment: String,
    label: String,
    path: String,
    articles: u64,
    topics: Vec<TopicLink>,
}

impl Pages {
    /// The page of all topics.
    pub fn topics(&self, topics: &[TopicCount]) -> Result<String, PageError> {
        let frame = Frame::new("Topics", "/topics", self.facts())
            .current("topics")
            .described("Everything published here, by topic.");
        let content = context! { groups => Serde(groups(topics)) };
        self.render("topics.html", &frame, &Slots::default(), content)
    }

    /// The page of one topic.
    pub fn topic(&self, page: &TopicPage) -> Result<String, PageError> {
        let site = self.facts();
        let mut slots = Slots::default();
        let path = format!("/topics/{}", page.topic.slug);
        let address = |number| paging::address(&path, number);
        let described = format!(
            "Articles about {}, written and signed by clinicians.",
            page.topic.label.to_lowercase()
        );
        let frame = Frame::new(&page.topic.label, &address(page.page), site)
            .current("topics")
            .described(&described)
            .unindexed(page.total == 0)
            .flagged(page.topic.flag, site);
        let group = page.group.as_ref().map(|group| {
            Serde(TopicLink {
                label: group.label.clone(),
                path: topic_link::path(group),
                articles: 0,
            })
        });
        let cards: Vec<ComposedCard> = if page.topics.is_empty() {
            page.cards
                .iter()
                .cloned()
                .map(ComposedCard::without_topic)
                .collect()
        } else {
            page.cards.clone()
        };
        let content = context! {
            label => page.topic.label.as_str(),
            introduction => page.topic.introduction.as_str(),
            group,
            topics => Serde(topic_link::shown(page.topics.iter())),
            cards => slots.cards(&cards),
            total => page.total,
            paging => Serde(Paging::new(page.page, paging::count(page.total, PER_PAGE), address)),
        };
        self.render("topic.html", &frame, &slots, content)
    }
}

fn groups(topics: &[TopicCount]) -> Vec<Group> {
    let all = topics.iter().filter(|count| count.group.is_none());
    let empty = topics.iter().all(|count| count.articles == 0);
    all.filter(|count| empty || count.articles > 0)
        .map(|count| Group {
            fragment: format!("topic-{}", count.topic.slug),
            label: count.topic.label.clone(),
            path: topic_link::path(&count.topic),
            articles: count.articles,
            topics: topic_link::shown(of(topics, &count.topic.id)),
        })
        .collect()
}

fn of<'a>(
    topics: &'a [TopicCount],
    id: &'a TopicId,
) -> impl Iterator<Item = &'a TopicCount> + Clone {
    topics
        .iter()
        .filter(move |count| count.group.as_ref() == Some(id))
}
