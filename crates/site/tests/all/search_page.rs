//! Search, with an engine and without.

use std::sync::Arc;

use async_trait::async_trait;
use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::{ArticleId, TopicId};
use content::public::{SiteVersion, TopicRef};
use content::publication::Standing;
use content::topic::Flag;
use poem::http::StatusCode;
use search::{
    Batch, DocumentSource, Hit, SearchError, SearchIndex, SearchQuery, SearchResults, Suggestion,
    TopicFacet, Vocabulary,
};
use storage::on_both_databases;
use storage::testing::TestDatabase;
use uuid::Uuid;

use crate::library::{Library, START};

/// Finds one article for every question with words in it, unless told to be away.
struct Engine {
    away: bool,
}

fn topic() -> TopicRef {
    TopicRef {
        id: TopicId("8.4".to_owned()),
        label: "Sleep".to_owned(),
        slug: "sleep".to_owned(),
        flag: Flag::None,
    }
}

fn hit() -> Hit {
    Hit {
        article_id: ArticleId(Uuid::nil()),
        slug: "skip-sleep".to_owned(),
        title: "Skip sleep & be <well>".to_owned(),
        marked_title: serde("Skip <mark>sleep</mark> &amp; be &lt;well&gt;"),
        snippet: serde("so <mark>sleep</mark> &lt;b&gt;"),
        bylines: vec![Byline {
            name: "Teodoro Pell".to_owned(),
            letters: vec!["LCSW".to_owned()],
        }],
        topics: vec![topic()],
        standing: Standing::Live,
        mode: Mode::Countersigned,
        first_published_at: START,
        published_at: START,
        language: "en".to_owned(),
    }
}

fn serde(html: &str) -> search::Snippet {
    serde_json::from_value(serde_json::Value::String(html.to_owned())).unwrap()
}

#[async_trait]
impl SearchIndex for Engine {
    async fn folded(&self) -> Option<SiteVersion> {
        None
    }
    async fn fold(&self, _: Batch) -> Result<(), SearchError> {
        Ok(())
    }
    async fn rebuild(&self, _: Box<dyn DocumentSource>, _: SiteVersion) -> Result<(), SearchError> {
        Ok(())
    }
    async fn search(&self, query: &SearchQuery) -> Result<SearchResults, SearchError> {
        if self.away {
            return Err(SearchError::Stopped);
        }
        if query.text.contains("zzyx") {
            let marked = serde("<mark>sleep</mark>");
            let did_you_mean = Some(Suggestion {
                text: "sleep".to_owned(),
                marked,
            });
            return Ok(SearchResults {
                did_you_mean,
                ..SearchResults::default()
            });
        }
        let retracted = Hit {
            standing: Standing::Retracted,
            slug: "gone-bad".to_owned(),
            ..hit()
        };
        Ok(SearchResults {
            hits: vec![hit(), retracted],
            total: 47,
            topics: vec![TopicFacet {
                topic: topic(),
                articles: 31,
            }],
            ..SearchResults::default()
        })
    }
    async fn count(&self) -> Result<u64, SearchError> {
        Ok(1)
    }
    async fn set_vocabulary(&self, _: Vocabulary) -> Result<(), SearchError> {
        Ok(())
    }
}

fn engine(away: bool) -> Arc<dyn SearchIndex> {
    Arc::new(Engine { away })
}

on_both_databases!(what_is_found_is_marked_and_says_what_it_is);
async fn what_is_found_is_marked_and_says_what_it_is(db: TestDatabase) {
    let library = Library::with_index(db, Some(engine(false))).await;
    let page = library.page("/search?q=sleep").await;
    for must in [
        "47 articles",
        "Skip <mark>sleep</mark> &amp; be &lt;well&gt;",
        "so <mark>sleep</mark> &lt;b&gt;",
        "Teodoro Pell, LCSW",
        "<b class=\"flag\">Retracted:</b>",
        "Please do not rely on this article.",
        "href=\"/search?q=sleep&amp;topic=sleep\"",
        "href=\"/search?q=sleep&amp;page=2\"",
        "value=\"sleep\"",
    ] {
        assert!(page.contains(must), "{must}:\n{page}");
    }
    assert!(page.contains("<title>Search – The Lantern Room</title>"));
}

on_both_databases!(other_words_are_offered_when_nothing_is_found);
async fn other_words_are_offered_when_nothing_is_found(db: TestDatabase) {
    let library = Library::with_index(db, Some(engine(false))).await;
    let page = library.page("/search?q=zzyx").await;
    assert!(page.contains("Nothing found for these words"));
    assert!(page.contains("href=\"/search?q=sleep\""));
    assert!(page.contains("Or look through the topics"));
    let none = library.page("/search?q=sleep&topic=no-such-topic").await;
    assert!(none.contains("Nothing found"));
}

on_both_databases!(danger_in_the_words_brings_help_first);
async fn danger_in_the_words_brings_help_first(db: TestDatabase) {
    let mut library = Library::open(db).await;
    for away in [false, true] {
        library = library.behind(Some(engine(away))).await;
        for (query, line) in [
            (
                "he+hurts+me+cant+leave",
                "National Domestic Violence Hotline",
            ),
            ("want+to+kill+myself", "988 Suicide"),
        ] {
            let response = library.get(&format!("/search?q={query}")).await;
            let page = response.0.into_body().into_string().await.unwrap();
            let help = page.find(line).unwrap_or_else(|| panic!("{query}: {page}"));
            assert!(help < page.find("role=\"search\"").unwrap(), "{query}");
        }
    }
}

on_both_databases!(an_engine_that_is_away_leaves_the_topics);
async fn an_engine_that_is_away_leaves_the_topics(db: TestDatabase) {
    let mut library = Library::open(db).await;
    for index in [Some(engine(true)), None] {
        library = library.behind(index).await;
        let response = library.get("/search?q=sleep").await;
        response.assert_status(StatusCode::SERVICE_UNAVAILABLE);
        response.assert_header("cache-control", "no-store");
        let page = response.0.into_body().into_string().await.unwrap();
        assert!(page.contains("Search is not working just now"));
        assert!(page.contains("You can still read by topic."));
        assert!(page.contains("href=\"/topics/"));
        library.get("/search").await.assert_status_is_ok();
    }
}
