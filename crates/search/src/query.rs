//! What a reader asks.

use content::ids::TopicId;

/// The most hits that one answer holds.
pub const MAX_LIMIT: usize = 100;

/// The furthest a reader can page.
pub const MAX_OFFSET: usize = 10_000;

/// A query with its filters. `text` may be anything at all.
///
/// A text without one word to look for finds what the filters leave, newest first, and nothing
/// when there are no filters.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// As typed: words, `"phrases"`, `-exclusions`. A last word with nothing after it may be
    /// the beginning of one.
    pub text: String,
    /// Only articles under this topic or group.
    pub topic: Option<TopicId>,
    /// Only articles by the person with this slug.
    pub author: Option<String>,
    /// Hits to pass over; at most [`MAX_OFFSET`].
    pub offset: usize,
    /// Hits wanted; at most [`MAX_LIMIT`].
    pub limit: usize,
}

impl SearchQuery {
    /// The first ten hits for a text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            limit: 10,
            ..Self::default()
        }
    }

    /// Only under a topic or group.
    #[must_use]
    pub fn under(mut self, topic: TopicId) -> Self {
        self.topic = Some(topic);
        self
    }

    /// Only by the person with this slug.
    #[must_use]
    pub fn by(mut self, author_slug: impl Into<String>) -> Self {
        self.author = Some(author_slug.into());
        self
    }

    /// Another page of hits.
    #[must_use]
    pub const fn page(mut self, offset: usize, limit: usize) -> Self {
        self.offset = offset;
        self.limit = limit;
        self
    }
}

/// Leaves the text out: what a reader typed must not reach a log by way of `{:?}`.
impl std::fmt::Debug for SearchQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchQuery")
            .field("offset", &self.offset)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}
