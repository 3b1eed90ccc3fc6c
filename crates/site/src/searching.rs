//! A reader's question. Its words are never logged, kept or cached.

use std::time::Duration;

use content::crisis::{CrisisHit, crisis};
use content::ids::ArticleId;
use content::public::TopicCount;
use content::topic::Flag;
use pages::{Facet, Fragment, Outcome, PER_PAGE, Results, SearchPage, compose_card};
use poem::http::StatusCode;
use search::{SearchQuery, SearchResults};
use storage::{Snapshot, StorageError};

use crate::headers;
use crate::kept::Made;
use crate::living;
use crate::place::Asked;
use crate::site::{Site, SiteError};

/// An engine that has not answered by then is away.
const PATIENCE: Duration = Duration::from_secs(3);

impl Site {
    /// The page of a search, whatever the engine does.
    pub(crate) async fn search(&self, asked: &Asked) -> Result<Made, SiteError> {
        let (snapshot, living) = self.moment().await?;
        let topics = living.topics(&snapshot).await?.to_vec();
        drop(snapshot);
        let (outcome, expanded) = self.look_for(asked, &topics).await?;
        let away = matches!(outcome, Outcome::Away);
        let page = SearchPage {
            query: asked.words.clone(),
            topic: asked.topic.clone(),
            author: asked.author.clone(),
            page: asked.page,
            flag: flag(&asked.words, &expanded),
            outcome,
            topics,
        };
        let mut made = Made::html(living.pages.search(&page)?);
        made.cache = headers::NO_STORE;
        made.listed = false;
        Ok(if away {
            made.with_status(StatusCode::SERVICE_UNAVAILABLE)
        } else {
            made
        })
    }

    /// What comes of it, and the flags of the topics that the words stand for.
    async fn look_for(
        &self,
        asked: &Asked,
        topics: &[TopicCount],
    ) -> Result<(Outcome, Vec<Flag>), SiteError> {
        let filtered = asked.topic.is_some() || asked.author.is_some();
        if asked.words.trim().is_empty() && !filtered {
            return Ok((Outcome::Blank, Vec::new()));
        }
        let Some(index) = &self.index else {
            return Ok((Outcome::Away, Vec::new()));
        };
        let Some(query) = query(asked, topics) else {
            return Ok((Outcome::Nothing { suggestion: None }, Vec::new()));
        };
        match tokio::time::timeout(PATIENCE, index.search(&query)).await {
            Ok(Ok(results)) => {
                let flags = results
                    .expanded_topics
                    .iter()
                    .map(|topic| topic.flag)
                    .collect();
                let (snapshot, _) = self.moment().await?;
                Ok((outcome(results, &snapshot).await?, flags))
            }
            Ok(Err(error)) => {
                tracing::error!(%error, "the search engine failed");
                Ok((Outcome::Away, Vec::new()))
            }
            Err(_) => {
                tracing::error!("the search engine did not answer in time");
                Ok((Outcome::Away, Vec::new()))
            }
        }
    }
}

/// The question as the engine takes it; `None` when it names a topic that is none.
fn query(asked: &Asked, topics: &[TopicCount]) -> Option<SearchQuery> {
    let topic = match &asked.topic {
        None => None,
        Some(slug) => Some(living::by_slug(topics, slug)?.id.clone()),
    };
    let per_page = usize::try_from(PER_PAGE).unwrap_or(20);
    let page = usize::try_from(asked.page - 1).unwrap_or(usize::MAX);
    Some(SearchQuery {
        text: asked.words.clone(),
        topic,
        author: asked.author.clone(),
        offset: page.saturating_mul(per_page),
        limit: per_page,
    })
}

/// What the page must bring: danger in the words comes before what the topics say.
fn flag(words: &str, expanded: &[Flag]) -> Flag {
    match crisis(words) {
        Some(CrisisHit::Crisis) => Flag::Crisis,
        Some(CrisisHit::Abuse) => Flag::Abuse,
        None => [Flag::Abuse, Flag::Crisis, Flag::EatingDisorder]
            .into_iter()
            .find(|flag| expanded.contains(flag))
            .unwrap_or_default(),
    }
}

/// What the page shows. The index may lag behind, so that each hit is looked up: what is not
/// public any more is left out, and the words are those that readers have now.
async fn outcome(results: SearchResults, snapshot: &Snapshot) -> Result<Outcome, StorageError> {
    let ids: Vec<ArticleId> = results.hits.iter().map(|hit| hit.article_id).collect();
    let cards = snapshot.cards(&ids).await?;
    let gone = (ids.len() - cards.len()) as u64;
    let suggestion = results.did_you_mean.map(|one| one.text);
    if cards.is_empty() {
        return Ok(Outcome::Nothing { suggestion });
    }
    Ok(Outcome::Found(Results {
        cards: cards
            .iter()
            .map(|card| {
                let composed = compose_card(card);
                match results.hits.iter().find(|hit| hit.is_of(card)) {
                    Some(hit) => composed.with_hits(
                        &fragments(hit.marked_title.as_html()),
                        &fragments(hit.snippet.as_html()),
                    ),
                    None => composed,
                }
            })
            .collect(),
        total: results.total.saturating_sub(gone),
        suggestion,
        facets: results
            .topics
            .into_iter()
            .map(|facet| Facet {
                label: facet.topic.label,
                slug: facet.topic.slug,
                count: facet.articles,
            })
            .collect(),
    }))
}

/// The engine's passage, whose only markup is `<mark>`, as text with and without hits.
fn fragments(html: &str) -> Vec<Fragment> {
    let mut all = Vec::new();
    let mut push = |text: &str, hit: bool| {
        if !text.is_empty() {
            all.push(Fragment {
                text: unescape(text),
                hit,
            });
        }
    };
    for (at, part) in html.split("<mark>").enumerate() {
        match part.split_once("</mark>") {
            Some((hit, rest)) if at > 0 => {
                push(hit, true);
                push(rest, false);
            }
            _ => push(part, false),
        }
    }
    all
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_text_again() {
        let found = fragments("a &amp;lt; <mark>b</mark> c<mark>d</mark>");
        let plain: Vec<_> = found
            .iter()
            .map(|one| (one.text.as_str(), one.hit))
            .collect();
        assert_eq!(
            plain,
            [("a &lt; ", false), ("b", true), (" c", false), ("d", true)]
        );
    }

    #[test]
    fn danger_in_the_words_comes_first() {
        assert_eq!(flag("i want to die", &[Flag::Abuse]), Flag::Crisis);
        assert_eq!(
            flag("bread", &[Flag::EatingDisorder, Flag::Abuse]),
            Flag::Abuse
        );
        assert_eq!(flag("bread", &[]), Flag::None);
    }
}
