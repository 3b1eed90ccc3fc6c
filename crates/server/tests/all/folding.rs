//! The search index follows the site.

use std::sync::Arc;

use api::{ApiState, PublicState, TrustedProxies};
use countersign::folding::{Folded, Folder};
use countersign::index;
use editorial::signing::{WithdrawalStep, withdraw};
use pages::{Pages, SiteFacts, Theme};
use poem::Endpoint;
use poem::test::TestClient;
use search::{SearchIndex, SearchQuery};
use site::Site;
use storage::on_both_databases;
use storage::site_state::{Subject, bump};
use storage::testing::raw;

use crate::newsroom::Newsroom;

async fn found(index: &Arc<dyn SearchIndex>, words: &str) -> usize {
    index
        .search(&SearchQuery::new(words))
        .await
        .expect("an answer")
        .hits
        .len()
}

/// What a reader is answered.
async fn told<E: Endpoint>(at: &TestClient<E>, path: &str) -> (u16, String) {
    let response = at.get(path).send().await.0;
    let status = response.status().as_u16();
    (
        status,
        response.into_body().into_string().await.expect("text"),
    )
}

on_both_databases! {
    async fn before_the_fold_no_word_of_what_went_away_is_told(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let place = tempfile::tempdir().expect("a folder");
        let index = index::open(place.path().to_owned(), &database.storage).await.expect("an index");
        let id = room.publish("Evenings without a quarrel").await;
        let folder = Folder::new(database.storage.clone(), Arc::clone(&index));
        assert_eq!(folder.step().await, Ok(Folded::Rebuilt));

        let facts = SiteFacts::new("Fernway Journal", "http://127.0.0.1:8080");
        let pages = Pages::new(Theme::built_in(), facts.clone());
        let reader = database.storage.reader();
        let site = Site::open(reader.clone(), Some(Arc::clone(&index)), pages.clone()).await.expect("a site");
        let site = TestClient::new(site);
        let public = PublicState { reader, index: Some(Arc::clone(&index)), site: facts };
        let proxies = TrustedProxies::default();
        let api = TestClient::new(api::routes(ApiState { desk: room.desk.clone(), public, proxies, pages }));

        let (_, page) = told(&site, "/search?q=lanternwater").await;
        for must in ["Evenings without a quarrel", "<mark>lanternwater</mark>", "Views of those named."] {
            assert!(page.contains(must), "{must}: {page}");
        }
        let (_, answer) = told(&api, "/api/v1/search?q=lanternwater").await;
        let json: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        let hit = &json["items"][0];
        assert_eq!(hit["title"], "Evenings without a quarrel");
        assert_eq!(hit["sponsorship"], serde_json::Value::Null);
        let short = serde_json::json!([
            {"kind": "views_of_author", "short": "Views of those named."},
            {"kind": "not_medical_advice", "short": "Information, not treatment."},
        ]);
        assert_eq!(hit["disclaimers"], short);
        assert_eq!(json["facets"]["authors"][0]["name"], "Amina Example");
        let (_, list) = told(&api, "/api/v1/articles").await;
        let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
        assert_eq!(list["items"][0]["disclaimers"], short);
        let (status, _) = told(&api, "/api/v1/articles?after=18446744073709551615").await;
        assert_eq!(status, 400);

        let gone = WithdrawalStep::Emergency { printed: "It was out of date.".to_owned() };
        withdraw(&room.desk, &room.editor, id, gone).await.expect("withdrawn");
        assert_eq!(found(&index, "lanternwater").await, 1, "the index does not know yet");
        let (_, page) = told(&site, "/search?q=lanternwater").await;
        assert!(page.contains("Nothing found for these words"), "{page}");
        let (_, answer) = told(&api, "/api/v1/search?q=lanternwater").await;
        for words in [&page, &answer] {
            // The words that were asked for stand in the field.
            let words = words.replace("value=\"lanternwater\"", "");
            for lost in ["Evenings without", "lanternwater", "Amina Example"] {
                assert!(!words.contains(lost), "{lost}: {words}");
            }
        }
    }

    async fn what_is_public_is_found_and_what_went_away_is_not(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let place = tempfile::tempdir().expect("a folder");
        let open = async || {
            index::open(place.path().to_owned(), &database.storage).await.expect("an index")
        };
        let index = open().await;
        let folder = Folder::new(database.storage.clone(), Arc::clone(&index));
        let step = async || folder.step().await.expect("a step");

        assert_eq!(step().await, Folded::Rebuilt, "a new index knows no version");
        assert_eq!(step().await, Folded::UpToDate);
        let id = room.publish("Evenings without a quarrel").await;
        room.approved("Not public").await;
        assert_eq!(step().await, Folded::Some);
        assert_eq!(step().await, Folded::UpToDate);
        assert_eq!(found(&index, "lanternwater").await, 1);
        assert_eq!(found(&index, "marriage counselling").await, 1, "by its topic");
        drop((folder, index));
        let index = open().await;
        assert_eq!(found(&index, "marriage counselling").await, 1, "after a start too");
        let folder = Folder::new(database.storage.clone(), Arc::clone(&index));
        let step = async || folder.step().await.expect("a step");
        assert_eq!(step().await, Folded::UpToDate);

        let tx = room.desk.storage.begin().await.expect("a transaction");
        let person = room.author.person().expect("somebody");
        bump(&tx, Subject::Person(person), "rename", room.desk.now()).await.expect("counted");
        bump(&tx, Subject::Site, "day", room.desk.now()).await.expect("counted");
        tx.commit().await.expect("kept");
        assert_eq!(step().await, Folded::Some);
        assert_eq!(step().await, Folded::UpToDate);

        let printed = "It was out of date.".to_owned();
        let gone = WithdrawalStep::Emergency { printed };
        withdraw(&room.desk, &room.editor, id, gone).await.expect("withdrawn");
        assert_eq!(step().await, Folded::Some);
        assert_eq!(found(&index, "lanternwater").await, 0);

        let tx = room.desk.storage.begin().await.expect("a transaction");
        bump(&tx, Subject::Topics, "edit", room.desk.now()).await.expect("counted");
        tx.commit().await.expect("kept");
        assert_eq!(step().await, Folded::Rebuilt, "topics are in every document");

        raw(&database, "UPDATE site_state SET epoch = 'restored'").await.expect("restored");
        assert_eq!(step().await, Folded::Rebuilt);
        raw(&database, "UPDATE site_state SET version = version - 1").await.expect("restored");
        assert_eq!(step().await, Folded::Rebuilt, "the index was ahead");
    }
}
