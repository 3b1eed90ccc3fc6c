//! What a search comes back with.

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::ArticleId;
use content::public::{Card, TopicRef};
use content::publication::Standing;
use time::OffsetDateTime;

use crate::snippet::Snippet;

/// A page of hits and what they have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// Best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
    /// All topics of all hits, most frequent first.
    pub topics: Vec<TopicFacet>,
    /// The most frequent authors of all hits.
    pub authors: Vec<AuthorFacet>,
    /// A spelling that finds something, offered when nothing was found.
    pub did_you_mean: Option<Suggestion>,
    /// The topics that the reader's words stand for, whether or not anything was found. The
    /// help box goes by their flags.
    pub expanded_topics: Vec<TopicRef>,
}

/// An article that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article_id: ArticleId,
    /// Its address, without `/articles/`.
    pub slug: String,
    /// As published.
    pub title: String,
    /// The title with the words found marked.
    pub marked_title: Snippet,
    /// The passage that shows why it was found.
    pub snippet: Snippet,
    /// All names, in the order printed.
    pub bylines: Vec<Byline>,
    /// Main topic first.
    pub topics: Vec<TopicRef>,
    /// Whether readers may rely on it; a retracted article is found, and must be shown as one.
    pub standing: Standing,
    /// How it came about.
    pub mode: Mode,
    /// When it was first public.
    pub first_published_at: OffsetDateTime,
    /// When this text was made public.
    pub published_at: OffsetDateTime,
    /// Language tag.
    pub language: String,
}

impl Hit {
    /// Whether what was found is the very text that readers have: the index may lag behind it.
    #[must_use]
    pub fn is_of(&self, card: &Card) -> bool {
        self.article_id == card.article_id
            && self.title == card.title
            && self.published_at == card.published_at
    }
}

/// A topic and how many of the hits carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicFacet {
    /// The topic.
    pub topic: TopicRef,
    /// Hits that carry it, under all filters.
    pub articles: u64,
}

/// An author and how many of the hits are by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorFacet {
    /// The address of the profile, without `/authors/`.
    pub slug: String,
    /// The name as last printed; the slug where there was none.
    pub name: String,
    /// Hits by them, under all filters.
    pub articles: u64,
}

/// Another spelling of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// To search for.
    pub text: String,
    /// To show, with the changed words marked.
    pub marked: Snippet,
}
