//! An article on its way through the API, and what is refused on that way.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::App;
use crate::story::{declarations, save};

on_both_databases!(an_article_goes_from_a_draft_to_readers_and_off_again);
async fn an_article_goes_from_a_draft_to_readers_and_off_again(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, _) = app.draft(&author).await;

    app.act(&author, &id, "submit", json!({"statement": true}))
        .await
        .is(StatusCode::NO_CONTENT);
    let queue = app.call(&editor, Method::GET, "/queue", None).await;
    let unassigned = queue.json["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .find(|group| group["key"] == "unassigned")
        .expect("the group");
    assert_eq!(unassigned["items"][0]["id"], id.as_str());
    app.act(&editor, &id, "start-review", json!({}))
        .await
        .is(StatusCode::NO_CONTENT);
    let sent = app.act(&editor, &id, "proof", json!({})).await;
    let link = sent.is(StatusCode::OK).json["links"][0]["url"]
        .as_str()
        .expect("a link")
        .to_owned();

    // By the link, without a session and without a password.
    let token = App::token(&link);
    let proof = app.get(&format!("/sign/{token}")).await;
    assert_eq!(proof.is(StatusCode::OK).json["can_sign"], true);
    assert_eq!(proof.json["statement"].as_array().map(Vec::len), Some(3));
    let signature = json!({"digest": proof.json["digest"], "declarations": declarations()});
    app.post(&format!("/sign/{token}"), signature.clone())
        .await
        .is(StatusCode::OK);
    app.post(&format!("/sign/{token}"), signature)
        .await
        .is_problem(StatusCode::CONFLICT, "already_signed");

    let digest = app.digest(&editor, &id).await;
    let approval = json!({"digest": digest, "kinds": ["editorial"]});
    app.act(&editor, &id, "approve", approval)
        .await
        .is(StatusCode::NO_CONTENT);
    let published = app
        .act(&editor, &id, "publish", json!({"digest": digest}))
        .await;
    assert_eq!(
        published.is(StatusCode::OK).json["url"],
        "http://127.0.0.1:8080/articles/quiet-evenings"
    );

    let list = app.get("/articles").await;
    assert_eq!(
        list.is(StatusCode::OK).json["items"][0]["byline"],
        "Jo Example, MA, LPC"
    );
    let page = app.get("/articles/quiet-evenings").await;
    assert_eq!(
        page.is(StatusCode::OK).json["byline"],
        "Jo Example, MA, LPC"
    );
    assert_eq!(page.json["disclaimers"].as_array().map(Vec::len), Some(2));
    assert!(
        page.json["body_html"]
            .as_str()
            .expect("a body")
            .contains("Begin with a walk.")
    );

    let ask = json!({"printed": "Its author asked us to."});
    let asked = app.act(&editor, &id, "withdraw", ask).await;
    assert_eq!(asked.is(StatusCode::OK).json["done"], false);
    let path = format!("/drafts/{id}");
    let open = app.call(&author, Method::GET, &path, None).await;
    let act = &open.is(StatusCode::OK).json["joint_act"];
    assert_eq!(act["reason"], "Its author asked us to.");
    let joined = app
        .act(&author, &id, "withdraw", json!({"confirm": act["id"]}))
        .await;
    assert_eq!(joined.is(StatusCode::OK).json["done"], true);
    app.get("/articles/quiet-evenings")
        .await
        .is_problem(StatusCode::GONE, "withdrawn");
    let list = app.get("/articles").await;
    assert_eq!(list.json["items"], json!([]));
}

on_both_databases!(a_save_names_the_version_it_was_based_on);
async fn a_save_names_the_version_it_was_based_on(db: TestDatabase) {
    let app = App::new(db);
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    let path = format!("/drafts/{id}/sections/{section}");
    let body = |text: &str| json!({"save_id": save(), "body_html": text});
    app.put_as(&author, &path, None, body("<p>a</p>"))
        .await
        .is_problem(StatusCode::PRECONDITION_REQUIRED, "no_version");
    for malformed in ["2", "\"two\"", "W/\"2\"", "*", "\"\""] {
        app.put_as(&author, &path, Some(malformed), body("<p>a</p>"))
            .await
            .is_problem(StatusCode::BAD_REQUEST, "bad_version");
    }
    let stale = app
        .put_as(&author, &path, Some("\"1\""), body("<p>a</p>"))
        .await;
    stale.is_problem(StatusCode::PRECONDITION_FAILED, "stale");
    assert_eq!(stale.json["current"]["version"], 2);
    assert_eq!(
        stale.json["current"]["body_html"],
        "<p>Begin with a walk.</p>"
    );
    let saved = app
        .put_as(&author, &path, Some("\"2\""), body("<p>Then rest.</p>"))
        .await;
    assert_eq!(saved.is(StatusCode::OK).json["version"], 3);
}

on_both_databases!(search_says_plainly_that_it_is_away);
async fn search_says_plainly_that_it_is_away(db: TestDatabase) {
    let app = App::new(db);
    app.get("/search?q=anything")
        .await
        .is_problem(StatusCode::SERVICE_UNAVAILABLE, "search_away");
}

on_both_databases!(nothing_of_a_draft_can_be_read_without_a_session);
async fn nothing_of_a_draft_can_be_read_without_a_session(db: TestDatabase) {
    let app = App::new(db);
    let author = app.author().await;
    let (id, _) = app.draft(&author).await;
    for path in [
        format!("/drafts/{id}"),
        format!("/drafts/{id}/history"),
        format!("/articles/{id}/proof"),
        format!("/articles/{id}/signatures"),
        "/queue".to_owned(),
        "/articles/mine".to_owned(),
    ] {
        app.get(&path)
            .await
            .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
    }
    app.get(&format!("/articles/{id}"))
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
}
