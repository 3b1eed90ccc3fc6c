//! Search, with an engine and without.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
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

use crate::library::{Library, START};

/// What an engine does with a question.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Answers,
    Away,
    Panics,
}

/// Finds what it was told of for every question with words in it.
struct Engine {
    mood: Mood,
    hits: Arc<Mutex<Vec<Hit>>>,
}

fn topic() -> TopicRef {
    TopicRef {
        id: TopicId("8.4".to_owned()),
        label: "Sleep".to_owned(),
        slug: "sleep".to_owned(),
        flag: Flag::None,
    }
}

const TITLE: &str = "Skip sleep & be <well>";

fn hit(article: ArticleId) -> Hit {
    Hit {
        article_id: article,
        slug: "an-old-address".to_owned(),
        title: TITLE.to_owned(),
        marked_title: serde("Skip <mark>sleep</mark> &amp; be &lt;well&gt;"),
        snippet: serde("so <mark>sleep</mark> &lt;b&gt;"),
        bylines: Vec::new(),
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
        match self.mood {
            Mood::Answers => {}
            Mood::Away => return Err(SearchError::Stopped),
            Mood::Panics => panic!("the engine of this test panics"),
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
        Ok(SearchResults {
            hits: self.hits.lock().unwrap().clone(),
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

async fn library(db: TestDatabase, mood: Mood) -> (Library, Arc<Mutex<Vec<Hit>>>) {
    let hits = Arc::default();
    let engine = Engine {
        mood,
        hits: Arc::clone(&hits),
    };
    (Library::with_index(db, Some(Arc::new(engine))).await, hits)
}

on_both_databases!(what_is_found_is_marked_and_says_what_it_is);
async fn what_is_found_is_marked_and_says_what_it_is(db: TestDatabase) {
    let (library, hits) = library(db, Mood::Answers).await;
    let live = library.publish(TITLE, "8.4").await;
    let bad = library.publish("Skip breakfast", "8.4").await;
    library.retract(bad).await;
    *hits.lock().unwrap() = vec![hit(live), hit(bad)];
    let page = library.page("/search?q=sleep").await;
    for must in [
        "47 articles",
        "Skip <mark>sleep</mark> &amp; be &lt;well&gt;",
        "so <mark>sleep</mark> &lt;b&gt;",
        "Ilse Marwick-Dunne, LPC",
        "Imported, not signed here. Information, not treatment.",
        "<b class=\"flag\">Retracted:</b> Skip breakfast",
        "Please do not rely on this article.",
        "href=\"/search?q=sleep&amp;topic=sleep\"",
        "href=\"/search?q=sleep&amp;page=2\"",
        "value=\"sleep\"",
    ] {
        assert!(page.contains(must), "{must}:\n{page}");
    }
    assert!(page.contains("<title>Search – The Lantern Room</title>"));
}

on_both_databases!(an_index_that_lags_tells_no_words_that_readers_do_not_have);
async fn an_index_that_lags_tells_no_words_that_readers_do_not_have(db: TestDatabase) {
    let (library, hits) = library(db, Mood::Answers).await;
    let kept = library.publish("Another title now", "8.4").await;
    let gone = library.publish("Gone from here", "8.4").await;
    *hits.lock().unwrap() = vec![hit(gone), hit(kept)];
    library.withdraw(gone).await;
    let page = library.page("/search?q=sleep").await;
    assert!(page.contains("46 articles"), "{page}");
    assert!(page.contains("href=\"/articles/another-title-now\">Another title now</a>"));
    for lost in [
        "Gone from here",
        "be &lt;well&gt;",
        "so <mark>",
        "an-old-address",
    ] {
        assert!(!page.contains(lost), "{lost}:\n{page}");
    }
    library.withdraw(kept).await;
    assert!(
        library
            .page("/search?q=sleep")
            .await
            .contains("Nothing found")
    );
}

on_both_databases!(a_panic_becomes_a_calm_page);
async fn a_panic_becomes_a_calm_page(db: TestDatabase) {
    let (library, _) = library(db, Mood::Panics).await;
    let response = library.get("/search?q=sleep").await;
    response.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    response.assert_header("cache-control", "no-store");
    response.assert_header_exist("content-security-policy");
    let page = response.0.into_body().into_string().await.unwrap();
    assert!(page.contains("Get help now"), "{page}");
    library.get("/").await.assert_status_is_ok();
}

on_both_databases!(other_words_are_offered_when_nothing_is_found);
async fn other_words_are_offered_when_nothing_is_found(db: TestDatabase) {
    let (library, _) = library(db, Mood::Answers).await;
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
    let found = library.publish(TITLE, "8.4").await;
    for mood in [Mood::Answers, Mood::Away] {
        let hits = Arc::new(Mutex::new(vec![hit(found)]));
        library = library.behind(Some(Arc::new(Engine { mood, hits }))).await;
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
    let (mut library, hits) = library(db, Mood::Away).await;
    let away = Engine {
        mood: Mood::Away,
        hits,
    };
    for index in [Some(Arc::new(away) as Arc<dyn SearchIndex>), None] {
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
