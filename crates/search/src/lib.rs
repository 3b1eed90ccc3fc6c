//! The search index: what goes in, what is asked, what comes back, and the engines behind it.
//!
//! [`document`] is an article as the index takes it, [`query`] what a reader asks, [`results`]
//! what the page shows. [`index`] is the seam: one trait, with [`embedded`] as the engine that
//! needs no other process. [`vocabulary`] leads readers' own words to topics; it is asked when
//! a query is read, so that editing a synonym needs no new index.
//!
//! Queries are readers' secrets: nothing in this crate logs one.

pub mod document;
pub mod embedded;
pub mod index;
pub mod parse;
pub mod query;
pub mod results;
pub mod snippet;
pub mod spelling;
pub mod stop_words;
pub mod vocabulary;
pub mod words;

pub use document::{GroupRef, SearchDocument, SearchSection};
pub use embedded::EmbeddedIndex;
pub use index::{Batch, DocumentSource, Documents, SearchError, SearchIndex, SourceError};
pub use query::SearchQuery;
pub use results::{AuthorFacet, Hit, SearchResults, Suggestion, TopicFacet};
pub use snippet::Snippet;
pub use spelling::Spellings;
pub use vocabulary::Vocabulary;
