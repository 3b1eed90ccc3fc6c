//! An article as the index takes it. Made from a publication; drafts never get here.

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::{ArticleId, TopicId};
use content::public::TopicRef;
use content::publication::Standing;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Everything of one publication that can be searched for or shown as a hit. Plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchDocument {
    /// The article; one document each.
    pub article_id: ArticleId,
    /// Its address, without `/articles/`.
    pub slug: String,
    /// As published.
    pub title: String,
    /// As published; may be empty.
    pub summary: String,
    /// The question, in `expert_answers`.
    pub question: Option<String>,
    /// In the order printed.
    pub sections: Vec<SearchSection>,
    /// All names, in the order printed.
    pub bylines: Vec<Byline>,
    /// The profile of each byline, in the same order.
    pub author_slugs: Vec<String>,
    /// Main topic first.
    pub topics: Vec<TopicRef>,
    /// The groups those topics stand in.
    pub groups: Vec<GroupRef>,
    /// Whether readers may rely on it.
    pub standing: Standing,
    /// How it came about.
    pub mode: Mode,
    /// When it was first public.
    #[serde(with = "time::serde::rfc3339")]
    pub first_published_at: OffsetDateTime,
    /// When this text was made public.
    #[serde(with = "time::serde::rfc3339")]
    pub published_at: OffsetDateTime,
    /// Language tag.
    pub language: String,
}

/// One section, its markup taken off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchSection {
    /// The line over it, such as "Juno Wintergreen, MA, LPC".
    pub byline_text: String,
    /// The names in it.
    pub names: Vec<String>,
    /// The letters in it.
    pub letters: Vec<String>,
    /// The words.
    pub body_text: String,
}

/// A group of topics: one can filter by it, and its label is found like a word of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRef {
    /// Lasting number.
    pub id: TopicId,
    /// Neutral words.
    pub label: String,
}
