//! Search. What was asked is neither logged nor kept.

use ::search::{SearchQuery, SearchResults};
use content::byline;
use content::ids::TopicId;
use editorial::Refusal;
use poem::http::StatusCode;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::shapes::{Mode, Status, title};
use super::{Reading, failed};
use crate::article_shapes::TopicRef;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::problem::Problem;
use crate::shapes::{Answer, Byline};

pub(crate) struct Search;

/// The most hits answered at once.
const MOST: usize = 50;
const USUAL: usize = 10;

/// An article that was found.
#[derive(Clone, Debug, Object)]
struct Hit {
    title: String,
    url: String,
    slug: String,
    /// All names in one line.
    byline: String,
    bylines: Vec<Byline>,
    /// The passage that shows why; HTML that holds text and `mark` and nothing else.
    snippet: String,
    topics: Vec<TopicRef>,
    mode: Mode,
    status: Status,
}

/// A topic and how many of the hits carry it.
#[derive(Clone, Debug, Object)]
struct TopicFacet {
    topic: TopicRef,
    articles: u64,
}

/// An author and how many of the hits are by them.
#[derive(Clone, Debug, Object)]
struct AuthorFacet {
    slug: String,
    name: String,
    articles: u64,
}

/// What the hits have in common, under all filters.
#[derive(Clone, Debug, Object)]
struct Facets {
    topics: Vec<TopicFacet>,
    authors: Vec<AuthorFacet>,
}

/// What was found.
#[derive(Clone, Debug, Object)]
struct Found {
    /// Best first.
    items: Vec<Hit>,
    total: u64,
    facets: Facets,
    /// A spelling that finds something, when nothing was found.
    did_you_mean: OrNull<String>,
}

#[OpenApi(tag = "Tag::Reading")]
impl Search {
    /// Find public articles
    #[oai(path = "/search", method = "get")]
    async fn search(
        &self,
        reading: Reading,
        q: Query<Option<String>>,
        topic: Query<Option<String>>,
        author: Query<Option<String>>,
        limit: Query<Option<usize>>,
    ) -> Answer<Found> {
        let topic = match topic.0 {
            Some(wanted) => Some(topic_id(&reading, &wanted).await?),
            None => None,
        };
        let query = SearchQuery {
            text: q.0.unwrap_or_default(),
            topic,
            author: author.0,
            offset: 0,
            limit: limit.0.unwrap_or(USUAL).clamp(1, MOST),
        };
        let Some(index) = &reading.state.index else {
            return Err(away());
        };
        let results = index.search(&query).await.map_err(|error| {
            tracing::error!(%error, "the search engine failed under a call of the API");
            away()
        })?;
        Ok(Json(found(results, &reading)))
    }
}

fn away() -> Problem {
    let words = "Search is not working just now. You can still read by topic.";
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "search_away", words)
}

/// A topic by number or address.
async fn topic_id(reading: &Reading, wanted: &str) -> Result<TopicId, Problem> {
    let all = reading.snapshot.taxonomy().await.map_err(failed)?;
    all.into_iter()
        .find(|topic| topic.id.0 == wanted || topic.slug == wanted)
        .map(|topic| topic.id)
        .ok_or_else(|| Refusal::field("topic", "unknown_topic", "There is no such topic.").into())
}

fn found(results: SearchResults, reading: &Reading) -> Found {
    let site = &reading.state.site;
    Found {
        items: results
            .hits
            .into_iter()
            .map(|hit| Hit {
                title: title(&hit.title, hit.standing),
                url: site.url(&format!("/articles/{}", hit.slug)),
                slug: hit.slug,
                byline: byline::join(&hit.bylines),
                bylines: hit.bylines.into_iter().map(Byline::from).collect(),
                snippet: hit.snippet.as_html().to_owned(),
                topics: hit.topics.into_iter().map(TopicRef::from).collect(),
                mode: hit.mode.into(),
                status: hit.standing.into(),
            })
            .collect(),
        total: results.total,
        facets: Facets {
            topics: results
                .topics
                .into_iter()
                .map(|facet| TopicFacet {
                    topic: facet.topic.into(),
                    articles: facet.articles,
                })
                .collect(),
            authors: results
                .authors
                .into_iter()
                .map(|facet| AuthorFacet {
                    slug: facet.slug,
                    name: facet.name,
                    articles: facet.articles,
                })
                .collect(),
        },
        did_you_mean: results.did_you_mean.map(|one| one.text).into(),
    }
}
