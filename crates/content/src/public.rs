//! What lists show: short forms of publications, topics and people.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::article::Kind;
use crate::byline::Byline;
use crate::disclaimer::{DisclaimerKind, Mode};
use crate::ids::{ArticleId, PersonId, TopicId};
use crate::publication::Standing;
use crate::topic::Flag;

/// A topic as a label with an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicRef {
    /// Lasting number.
    pub id: TopicId,
    /// Neutral words.
    pub label: String,
    /// The address, without `/topics/`.
    pub slug: String,
    /// What its pages need.
    pub flag: Flag,
}

/// A disclaimer as lists carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortDisclaimer {
    /// What it is about.
    pub kind: DisclaimerKind,
    /// A few words, plain text.
    pub short: String,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The article.
    pub article_id: ArticleId,
    /// Its address, without `/articles/`.
    pub slug: String,
    /// What it is made of.
    pub kind: Kind,
    /// As published.
    pub title: String,
    /// As published; may be empty.
    pub summary: String,
    /// All names, in the order printed.
    pub bylines: Vec<Byline>,
    /// Main topic first.
    pub topics: Vec<TopicRef>,
    /// How it came about.
    pub mode: Mode,
    /// Whether readers may rely on it.
    pub standing: Standing,
    /// Pinned when it was published, in order.
    pub disclaimers: Vec<ShortDisclaimer>,
    /// Who paid, in the words that were signed; `None` where nobody did.
    pub sponsorship: Option<String>,
    /// When it was first public.
    #[serde(with = "time::serde::rfc3339")]
    pub first_published_at: OffsetDateTime,
    /// When this text was made public.
    #[serde(with = "time::serde::rfc3339")]
    pub published_at: OffsetDateTime,
}

/// A topic in the index, with what can be read under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicCount {
    /// The topic.
    pub topic: TopicRef,
    /// The group it stands in.
    pub group: Option<TopicId>,
    /// Articles readers may open under it.
    pub articles: u64,
}

/// An author in the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorCount {
    /// The person.
    pub id: PersonId,
    /// The address, without `/authors/`.
    pub slug: String,
    /// Name and letters now.
    pub byline: Byline,
    /// Articles readers may open by this person.
    pub articles: u64,
}

/// A page of a list that can be continued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// How many there are in all.
    pub total: u64,
}

/// Where an article stands among all that readers may open: newest first, and by name where
/// two became public in one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When it was first public.
    pub first_published_at: OffsetDateTime,
    /// The article.
    pub article_id: ArticleId,
}

/// A part of a list that goes on from a place, whatever was put above it meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    /// What is in it.
    pub items: Vec<T>,
    /// The place of the last of them; `None` at the end of the list.
    pub next: Option<Place>,
}

/// What stands at the address of an article that was taken off the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// Its address, without `/articles/`.
    pub slug: String,
    /// Its last public title; `None` when erased.
    pub title: Option<String>,
    /// Why, in words for readers.
    pub reason: String,
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub since: OffsetDateTime,
}

/// Which text is current: see `docs/architecture.md`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SiteVersion {
    /// New after a restore.
    pub epoch: String,
    /// Counts each change that readers can see.
    pub version: i64,
}
