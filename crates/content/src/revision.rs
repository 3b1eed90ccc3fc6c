//! Frozen texts: the words that people sign, in the exact form that is hashed.

use serde::{Deserialize, Serialize};

use crate::article::Kind;
use crate::byline::Byline;
use crate::clean_html::CleanHtml;
use crate::declaration::Declarations;
use crate::digest::Digest;
use crate::ids::{ArticleId, SectionId};

/// The part of a text that stands under one section's bylines. Section digest v1 is over this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionText {
    /// The article it belongs to.
    pub article_id: ArticleId,
    /// Itself.
    pub section_id: SectionId,
    /// Present in `expert_answers`: the question that is answered.
    pub question: Option<String>,
    /// Present in an `article`: title and summary stand under its byline.
    pub head: Option<Head>,
    /// As printed, in order.
    pub bylines: Vec<Byline>,
    /// The words.
    pub body: CleanHtml,
    /// What the contributors declare.
    pub declarations: Declarations,
}

/// Title and summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// One line, plain text.
    pub title: String,
    /// A sentence or two, plain text; may be empty.
    pub summary: String,
}

/// The frame round the sections. Revision digest v1 is over this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameText {
    /// The article.
    pub article_id: ArticleId,
    /// What it is made of.
    pub kind: Kind,
    /// Language tag, such as `en`.
    pub language: String,
    /// Title and summary.
    pub head: Head,
    /// In the order printed.
    pub section_digests: Vec<Digest>,
}
