//! Acts that take two: withdrawal, amendment, erasure.

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::accounts::Role;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};

const PAGE: &str = "/articles/quiet-evenings";

struct House {
    app: App,
    author: Browser,
    editor: Browser,
    second: Browser,
    stranger: Browser,
    /// Live, by the author.
    id: String,
}

impl House {
    async fn open(db: TestDatabase) -> Self {
        let app = App::new(db);
        let (author, editor) = (app.author().await, app.editor().await);
        let (second, stranger) = (app.second_editor().await, app.stranger().await);
        let id = app.live(&author, &editor).await;
        Self {
            app,
            author,
            editor,
            second,
            stranger,
            id,
        }
    }

    async fn act(&self, by: &Browser, act: &str, body: Value) -> Answer {
        self.app.act(by, &self.id, act, body).await
    }

    async fn confirm(&self, by: &Browser, act: &str) -> Answer {
        let path = format!("/drafts/{}", self.id);
        let asked = self.app.call(&self.editor, Method::GET, &path, None).await;
        let id = match &asked.json["joint_act"]["id"] {
            Value::Null => json!("018f3c4e-7a10-7000-8000-000000000001"),
            id => id.clone(),
        };
        self.act(by, act, json!({"confirm": id})).await
    }

    async fn everything(&self) -> Value {
        self.app.everything(&self.editor, &self.id).await
    }

    /// That the article is as it was, once more.
    async fn as_before(&self, before: &Value) {
        assert_eq!(before, &self.everything().await);
    }
}

const INVALID: (StatusCode, &str) = (StatusCode::UNPROCESSABLE_ENTITY, "invalid");

on_both_databases!(a_withdrawal_takes_two);
async fn a_withdrawal_takes_two(db: TestDatabase) {
    let house = House::open(db).await;
    let before = house.everything().await;
    house
        .act(&house.editor, "withdraw", json!({"printed": " "}))
        .await
        .is_problem(INVALID.0, INVALID.1);
    house
        .confirm(&house.second, "withdraw")
        .await
        .is_problem(StatusCode::CONFLICT, "wrong_state");
    house.as_before(&before).await;

    let ask = json!({"printed": "Its author asked us to."});
    let asked = house.act(&house.editor, "withdraw", ask.clone()).await;
    assert_eq!(asked.is(StatusCode::OK).json["done"], false);
    house.app.get(PAGE).await.is(StatusCode::OK);
    let before = house.everything().await;
    house
        .act(&house.second, "withdraw", ask)
        .await
        .is_problem(StatusCode::CONFLICT, "conflict");
    house
        .confirm(&house.editor, "withdraw")
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .confirm(&house.stranger, "withdraw")
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
    house.as_before(&before).await;

    let joined = house.confirm(&house.author, "withdraw").await;
    assert_eq!(joined.is(StatusCode::OK).json["done"], true);
    house
        .app
        .get(PAGE)
        .await
        .is_problem(StatusCode::GONE, "withdrawn");
    let public = &house.app.open(&house.author, &house.id).await["public"];
    assert_eq!(public["state"], "withdrawn");
    assert_eq!(public["reason"], "Its author asked us to.");
    house
        .confirm(&house.second, "withdraw")
        .await
        .is_problem(StatusCode::CONFLICT, "wrong_state");
}

on_both_databases!(an_author_asks_and_an_editor_agrees);
async fn an_author_asks_and_an_editor_agrees(db: TestDatabase) {
    let house = House::open(db).await;
    let ask = json!({"printed": "I see it otherwise now."});
    let asked = house.act(&house.author, "withdraw", ask).await;
    assert_eq!(asked.is(StatusCode::OK).json["done"], false);
    let joined = house.confirm(&house.editor, "withdraw").await;
    assert_eq!(joined.is(StatusCode::OK).json["done"], true);
    house
        .app
        .get(PAGE)
        .await
        .is_problem(StatusCode::GONE, "withdrawn");
}

on_both_databases!(in_an_emergency_one_editor_does_it_and_another_reviews);
async fn in_an_emergency_one_editor_does_it_and_another_reviews(db: TestDatabase) {
    let house = House::open(db).await;
    let before = house.everything().await;
    let now = json!({"printed": "It could do harm.", "emergency": true});
    house
        .act(&house.author, "withdraw", now.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .act(&house.stranger, "withdraw", now.clone())
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
    house.as_before(&before).await;
    house.app.get(PAGE).await.is(StatusCode::OK);

    let done = house.act(&house.editor, "withdraw", now).await;
    assert_eq!(done.is(StatusCode::OK).json["done"], true);
    house
        .app
        .get(PAGE)
        .await
        .is_problem(StatusCode::GONE, "withdrawn");
    house
        .confirm(&house.editor, "withdraw")
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .confirm(&house.second, "withdraw")
        .await
        .is(StatusCode::OK);
    // Reviewed once.
    house
        .confirm(&house.second, "withdraw")
        .await
        .is_problem(StatusCode::CONFLICT, "wrong_state");
}

on_both_databases!(an_amendment_takes_two_who_are_none_of_its_authors);
async fn an_amendment_takes_two_who_are_none_of_its_authors(db: TestDatabase) {
    let house = House::open(db).await;
    let (editor, second) = (&house.editor, &house.second);
    house
        .act(editor, "revise", json!({}))
        .await
        .is(StatusCode::NO_CONTENT);
    assert_eq!(house.app.state(editor, &house.id).await, "in_review");
    let section = house.app.open(editor, &house.id).await["sections"][0]["id"].clone();
    let section = section.as_str().expect("an id");
    house
        .app
        .write(
            editor,
            &house.id,
            section,
            "<p>Begin with a short walk.</p>",
        )
        .await
        .is(StatusCode::OK);
    let before = house.everything().await;
    for body in [
        json!({}),
        json!({"class": "typo", "digest": "0".repeat(64)}),
        json!({"digest": "no digest"}),
    ] {
        house
            .act(editor, "amend", body)
            .await
            .is_problem(INVALID.0, INVALID.1);
    }
    let propose = json!({"class": "factual"});
    house
        .act(&house.author, "amend", propose.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house.as_before(&before).await;

    let proposed = house.act(editor, "amend", propose).await;
    let digest = proposed.is(StatusCode::OK).json["digest"].clone();
    assert_eq!(proposed.json["published"], json!(null));
    let before = house.everything().await;
    let join = json!({"digest": digest});
    house
        .act(editor, "amend", join.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .act(&house.author, "amend", join.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .act(second, "amend", json!({"digest": "0".repeat(64)}))
        .await
        .is_problem(StatusCode::CONFLICT, "stale_digest");
    house.as_before(&before).await;

    let joined = house.act(second, "amend", join.clone()).await;
    let url = &joined.is(StatusCode::OK).json["published"]["url"];
    assert_eq!(url, "http://127.0.0.1:8080/articles/quiet-evenings");
    let page = house.app.get(PAGE).await;
    let words = page.is(StatusCode::OK).json.to_string();
    assert!(words.contains("Begin with a short walk."), "{words}");
    assert!(
        words.contains("Amended by the editors on 2 March 2026; the author has not reviewed"),
        "{words}"
    );
    house
        .act(second, "amend", join)
        .await
        .is_problem(StatusCode::CONFLICT, "wrong_state");
}

on_both_databases!(an_author_who_is_an_editor_does_not_amend_her_own_text);
async fn an_author_who_is_an_editor_does_not_amend_her_own_text(db: TestDatabase) {
    let app = App::new(db);
    let editor = app.editor().await;
    let both = [Role::Author, Role::Editor];
    let author = app
        .somebody("priya@example.org", "Priya Pattern, MA", &both)
        .await;
    let id = app.live(&author, &editor).await;
    app.act(&editor, &id, "revise", json!({}))
        .await
        .is(StatusCode::NO_CONTENT);
    let section = app.open(&editor, &id).await["sections"][0]["id"].clone();
    let section = section.as_str().expect("an id");
    app.write(&editor, &id, section, "<p>Another walk.</p>")
        .await
        .is(StatusCode::OK);
    let before = app.everything(&editor, &id).await;
    app.act(&author, &id, "amend", json!({"class": "typo"}))
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    assert_eq!(before, app.everything(&editor, &id).await);
    let proposed = app
        .act(&editor, &id, "amend", json!({"class": "typo"}))
        .await;
    let join = json!({"digest": proposed.is(StatusCode::OK).json["digest"]});
    let before = app.everything(&editor, &id).await;
    app.act(&author, &id, "amend", join)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    assert_eq!(before, app.everything(&editor, &id).await);
}

on_both_databases!(what_was_erased_before_publication_is_shown_as_gone);
async fn what_was_erased_before_publication_is_shown_as_gone(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor, second) = (
        app.author().await,
        app.editor().await,
        app.second_editor().await,
    );
    let id = app.in_review(&author, &editor).await;
    assert_eq!(
        app.open(&editor, &id).await["public"]["state"],
        "unpublished"
    );
    let ask = json!({"reason": "A client could be recognised."});
    app.act(&editor, &id, "erase", ask).await.is(StatusCode::OK);
    let act = app.open(&second, &id).await["joint_act"]["id"].clone();
    app.act(&second, &id, "erase", json!({"confirm": act}))
        .await
        .is(StatusCode::OK);
    let public = app.open(&editor, &id).await["public"].clone();
    assert_eq!(public["state"], "withdrawn", "{public}");
    assert!(
        public["url"].is_null() && !public["since"].is_null(),
        "{public}"
    );
    let listed = app.call(&editor, Method::GET, "/drafts", None).await;
    assert!(
        listed.json["items"][0]["public"]["state"] == "withdrawn",
        "{listed:?}"
    );
}

on_both_databases!(an_erasure_takes_two_editors_and_a_reason);
async fn an_erasure_takes_two_editors_and_a_reason(db: TestDatabase) {
    let house = House::open(db).await;
    let before = house.everything().await;
    house
        .act(&house.editor, "erase", json!({"reason": ""}))
        .await
        .is_problem(INVALID.0, INVALID.1);
    let ask = json!({"reason": "A client could be recognised."});
    house
        .act(&house.author, "erase", ask.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .confirm(&house.second, "erase")
        .await
        .is_problem(StatusCode::CONFLICT, "wrong_state");
    house.as_before(&before).await;

    let asked = house.act(&house.editor, "erase", ask.clone()).await;
    assert_eq!(asked.is(StatusCode::OK).json["done"], false);
    house.app.get(PAGE).await.is(StatusCode::OK);
    let before = house.everything().await;
    house
        .act(&house.second, "erase", ask)
        .await
        .is_problem(StatusCode::CONFLICT, "conflict");
    house
        .confirm(&house.editor, "erase")
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house
        .confirm(&house.author, "erase")
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    house.as_before(&before).await;

    let done = house.confirm(&house.second, "erase").await;
    assert_eq!(done.is(StatusCode::OK).json["done"], true);
    house
        .app
        .get(PAGE)
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
    let draft = house.app.open(&house.editor, &house.id).await;
    assert!(!draft.to_string().contains("Begin with a walk."), "{draft}");
    assert_eq!(draft["public"]["state"], "withdrawn");
    for told in ["url", "reason"] {
        assert!(
            draft["public"][told].is_null(),
            "readers are told nothing: {draft}"
        );
    }
    let path = format!("/drafts/{}/history", house.id);
    let history = house
        .app
        .call(&house.editor, Method::GET, &path, None)
        .await;
    let acts = history.json["items"].as_array().expect("a list").clone();
    for act in ["publish", "erase"] {
        assert!(acts.iter().any(|line| line["act"] == act), "{acts:#?}");
    }
}
