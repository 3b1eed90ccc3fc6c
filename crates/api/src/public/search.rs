//! Search. What was asked is neither logged nor kept.

use std::time::Duration;

use ::search::{Hit as FoundHit, SearchQuery, SearchResults, Snippet};
use content::byline;
use content::ids::{ArticleId, TopicId};
use content::public::Card;
use editorial::Refusal;
use poem::http::StatusCode;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::shapes::{Mode, ShortDisclaimer, Status, title};
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
/// An engine that has not answered by then is away.
const PATIENCE: Duration = Duration::from_secs(3);

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
    /// What is pinned to it, in a few words each; the article has them in full.
    disclaimers: Vec<ShortDisclaimer>,
    /// Who paid, in the words that were signed.
    sponsorship: OrNull<String>,
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
        let Reading { snapshot, state } = reading;
        // Waiting for the engine must not hold a connection.
        drop(snapshot);
        let Some(index) = &state.index else {
            return Err(away());
        };
        let results = match tokio::time::timeout(PATIENCE, index.search(&query)).await {
            Ok(Ok(results)) => results,
            Ok(Err(error)) => {
                tracing::error!(%error, "the search engine failed under a call of the API");
                return Err(away());
            }
            Err(_) => {
                tracing::error!("the search engine did not answer a call of the API in time");
                return Err(away());
            }
        };
        let snapshot = state.reader.snapshot().await.map_err(failed)?;
        Ok(Json(found(results, &Reading { snapshot, state }).await?))
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

/// The index may lag behind: what is not public any more is left out, and the words are those
/// that readers have now.
async fn found(results: SearchResults, reading: &Reading) -> Result<Found, Problem> {
    let ids: Vec<ArticleId> = results.hits.iter().map(|hit| hit.article_id).collect();
    let cards = reading.snapshot.cards(&ids).await.map_err(failed)?;
    let gone = (ids.len() - cards.len()) as u64;
    let slugs: Vec<&str> = results
        .authors
        .iter()
        .map(|one| one.slug.as_str())
        .collect();
    let names = reading
        .snapshot
        .author_names(&slugs)
        .await
        .map_err(failed)?;
    let items = cards.into_iter().map(|card| {
        let hit = results.hits.iter().find(|hit| hit.is_of(&card));
        item(card, hit, reading)
    });
    Ok(Found {
        items: items.collect(),
        total: results.total.saturating_sub(gone),
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
                .filter_map(|facet| {
                    let name = names.get(&facet.slug)?.clone();
                    Some(AuthorFacet {
                        slug: facet.slug,
                        name,
                        articles: facet.articles,
                    })
                })
                .collect(),
        },
        did_you_mean: results.did_you_mean.map(|one| one.text).into(),
    })
}

fn item(card: Card, hit: Option<&FoundHit>, reading: &Reading) -> Hit {
    let snippet = hit.map_or_else(|| Snippet::plain(&card.summary), |hit| hit.snippet.clone());
    Hit {
        title: title(&card.title, card.standing),
        url: reading.state.site.url(&format!("/articles/{}", card.slug)),
        slug: card.slug,
        byline: byline::join(&card.bylines),
        bylines: card.bylines.into_iter().map(Byline::from).collect(),
        snippet: snippet.as_html().to_owned(),
        topics: card.topics.into_iter().map(TopicRef::from).collect(),
        mode: card.mode.into(),
        status: card.standing.into(),
        disclaimers: card.disclaimers.into_iter().map(Into::into).collect(),
        sponsorship: card.sponsorship.into(),
    }
}
