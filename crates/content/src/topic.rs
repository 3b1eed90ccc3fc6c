//! The two-level taxonomy and the words readers type for it.

use serde::{Deserialize, Serialize};

use crate::ids::TopicId;

/// What a topic asks of the pages that carry it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Nothing special.
    #[default]
    None,
    /// Suicide or self-harm: the help box first.
    Crisis,
    /// Abuse: the help box and the way out.
    Abuse,
    /// Eating disorders: the help box.
    EatingDisorder,
}

/// How a synonym relates to its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A reader's words lead to the topic, not back.
    OneWay,
    /// The two mean the same.
    Equal,
}

/// Words that readers type. Never shown as a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Synonym {
    /// Kept whole, however many words.
    pub phrase: String,
    /// Which way it leads.
    pub direction: Direction,
}

/// A topic or a group of topics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Lasting number.
    pub id: TopicId,
    /// The group it stands in; `None` for a group.
    pub group: Option<TopicId>,
    /// Neutral words for the screen.
    pub label: String,
    /// The address, without `/topics/`.
    pub slug: String,
    /// A sentence or two under the heading, plain text.
    pub introduction: String,
    /// What its pages need.
    pub flag: Flag,
    /// Order on the page of topics.
    pub position: u32,
    /// What readers type for it.
    pub synonyms: Vec<Synonym>,
}
