//! Two people, one text: what is not exactly that is refused, and nothing changes by it.

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::accounts::Role;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};
use crate::story::declarations;

/// A refusal, and the proof that it was all.
async fn refused(
    app: &App,
    looks: &Browser,
    id: &str,
    call: impl AsyncFnOnce() -> Answer,
    (status, code): (StatusCode, &str),
) -> Answer {
    let before = app.everything(looks, id).await;
    let answer = call().await;
    answer.is_problem(status, code);
    assert_eq!(before, app.everything(looks, id).await);
    answer
}

const NOT_ALLOWED: (StatusCode, &str) = (StatusCode::FORBIDDEN, "not_allowed");
const STALE_DIGEST: (StatusCode, &str) = (StatusCode::CONFLICT, "stale_digest");
const FAILED_CHECKS: (StatusCode, &str) = (StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");

fn approval(digest: &str) -> Value {
    json!({"digest": digest, "kinds": ["editorial"]})
}

on_both_databases!(yesterdays_text_is_not_signed_approved_or_published);
async fn yesterdays_text_is_not_signed_approved_or_published(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let second = app.second_editor().await;
    // It was signed and approved, so that nothing but the digest is wrong with it.
    let id = app.approved(&author, &editor).await;
    let yesterday = app.digest(&editor, &id).await;
    let section = app.open(&editor, &id).await["sections"][0]["id"].clone();
    app.write(
        &editor,
        &id,
        section.as_str().expect("an id"),
        "<p>Another text.</p>",
    )
    .await
    .is(StatusCode::OK);
    let token = app.send_proof(&editor, &id).await;
    assert_ne!(app.digest(&editor, &id).await, yesterday);

    let signature = json!({"digest": yesterday, "declarations": declarations()});
    let attest = async || app.act(&author, &id, "attest", signature.clone()).await;
    refused(&app, &editor, &id, attest, STALE_DIGEST).await;
    let path = format!("/sign/{token}");
    let by_link = async || app.post(&path, signature.clone()).await;
    refused(&app, &editor, &id, by_link, STALE_DIGEST).await;
    let approve = async || app.act(&second, &id, "approve", approval(&yesterday)).await;
    refused(&app, &editor, &id, approve, STALE_DIGEST).await;
    let named = json!({"digest": yesterday});
    let publish = async || app.act(&second, &id, "publish", named.clone()).await;
    refused(&app, &editor, &id, publish, STALE_DIGEST).await;

    app.sign(&author, &id).await.is(StatusCode::OK);
    app.approve(&second, &id).await.is(StatusCode::NO_CONTENT);
    assert_eq!(app.state(&editor, &id).await, "approved");
    refused(&app, &editor, &id, publish, STALE_DIGEST).await;
    app.publish(&editor, &id).await.is(StatusCode::OK);
}

on_both_databases!(one_missing_signature_stops_the_publication);
async fn one_missing_signature_stops_the_publication(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let other = app.stranger().await;
    let id = app.answers(&[&author, &other]).await;
    app.bring_out(&author, &editor, &id).await;
    app.sign(&author, &id).await.is(StatusCode::OK);
    app.approve(&editor, &id).await.is(StatusCode::NO_CONTENT);
    let publish = async || app.publish(&editor, &id).await;
    let answer = refused(&app, &editor, &id, publish, FAILED_CHECKS).await;
    assert_eq!(answer.json["errors"][0]["code"], "not_signed");
    assert_eq!(
        answer.json["detail"],
        "It cannot be published yet. Sam Stranger has not signed the present text of answer 2."
    );
    assert_eq!(app.state(&editor, &id).await, "proof_out");
}

on_both_databases!(a_text_without_a_second_person_is_not_published);
async fn a_text_without_a_second_person_is_not_published(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let id = app.signed(&author, &editor).await;
    let publish = async || app.publish(&editor, &id).await;
    let answer = refused(&app, &editor, &id, publish, FAILED_CHECKS).await;
    assert_eq!(answer.json["errors"][0]["code"], "not_approved");
}

on_both_databases!(an_author_does_not_approve_whatever_their_role);
async fn an_author_does_not_approve_whatever_their_role(db: TestDatabase) {
    let app = App::new(db);
    let editor = app.editor().await;
    let all = [Role::Author, Role::Editor, Role::Owner];
    let author = app
        .somebody("priya@example.org", "Priya Pattern, MA", &all)
        .await;
    let id = app.signed(&author, &editor).await;
    let approve = async || app.approve(&author, &id).await;
    refused(&app, &editor, &id, approve, NOT_ALLOWED).await;
    // Nor does publishing go round it.
    let publish = async || app.publish(&author, &id).await;
    let answer = refused(&app, &editor, &id, publish, FAILED_CHECKS).await;
    assert_eq!(answer.json["errors"][0]["code"], "not_approved");
}

fn may_approve(draft: &Value) -> bool {
    let acts = draft["may"].as_array().expect("acts");
    acts.iter().any(|act| act == "approve")
}

/// The group of the queue in which somebody finds an article.
async fn group_of(app: &App, by: &Browser, id: &str) -> String {
    let queue = app.call(by, Method::GET, "/queue", None).await;
    let groups = queue.json["groups"].as_array().expect("groups").clone();
    let has = |group: &&Value| {
        let items = group["items"].as_array().expect("items");
        items.iter().any(|one| one["id"] == id)
    };
    let found = groups.iter().find(has).expect("a group");
    found["key"].as_str().expect("a word").to_owned()
}

on_both_databases!(who_would_be_refused_is_told_beforehand_and_who_can_instead);
async fn who_would_be_refused_is_told_beforehand_and_who_can_instead(db: TestDatabase) {
    let app = App::new(db);
    let (editor, owner) = (app.editor().await, app.owner().await);
    let both = [Role::Author, Role::Editor];
    let author = app
        .somebody("amy@example.org", "Jo Example, MA, LPC", &both)
        .await;
    let (id, _) = app.proof_out(&author, &editor).await;
    // The author signs in a session that began by a link which the owner was shown.
    let path = format!("/accounts/{}/link", author.account);
    let link = app.call(&owner, Method::POST, &path, None).await;
    let token = App::token(link.json["url"].as_str().expect("a link"));
    let entered = app.post(&format!("/links/{token}"), json!({})).await;
    let by_link = author.in_another(&entered);
    app.sign(&by_link, &id).await.is(StatusCode::OK);

    let signatures = format!("/articles/{id}/signatures");
    let look = async |by: &Browser| {
        let answer = app.call(by, Method::GET, &signatures, None).await;
        let others: Vec<String> = answer.json["second_person"]["others"]
            .as_array()
            .expect("persons")
            .iter()
            .map(|one| one["byline"]["name"].as_str().expect("a name").to_owned())
            .collect();
        (answer.json["second_person"]["refused"].clone(), others)
    };
    for tied in [&owner, &author] {
        assert!(!may_approve(&app.open(tied, &id).await));
        let (told, others) = look(tied).await;
        let approve = async || app.approve(tied, &id).await;
        let refusal = refused(&app, &editor, &id, approve, NOT_ALLOWED).await;
        assert_eq!(told, refusal.json["detail"]);
        assert_eq!(others, ["Edith Editor"]);
        assert_ne!(group_of(&app, tied, &id).await, "awaiting_you");
    }
    assert!(may_approve(&app.open(&editor, &id).await));
    assert_eq!(group_of(&app, &editor, &id).await, "awaiting_you");
    let (told, others) = look(&editor).await;
    assert_eq!((told, others.len()), (Value::Null, 0));
    app.approve(&editor, &id).await.is(StatusCode::NO_CONTENT);
}

on_both_databases!(who_approves_is_the_business_of_editors);
async fn who_approves_is_the_business_of_editors(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, _) = app.proof_out(&author, &editor).await;
    let path = format!("/articles/{id}/signatures");
    let seen = app.call(&author, Method::GET, &path, None).await;
    assert_eq!(seen.json["second_person"], Value::Null);
}

on_both_databases!(an_author_under_a_merged_name_does_not_approve);
async fn an_author_under_a_merged_name_does_not_approve(db: TestDatabase) {
    let app = App::new(db);
    let (editor, second) = (app.editor().await, app.second_editor().await);
    let id = app.in_review(&app.author().await, &editor).await;
    let section = app.open(&editor, &id).await["sections"][0]["id"].clone();
    let path = format!(
        "/drafts/{id}/sections/{}/contributors",
        section.as_str().expect("an id")
    );
    let typed = json!({"contributors": [], "typed": "D. Specimen, LPC"});
    app.call(&editor, Method::PUT, &path, Some(typed))
        .await
        .is(StatusCode::NO_CONTENT);
    let token = app.send_proof(&editor, &id).await;
    let signature =
        json!({"digest": app.digest(&editor, &id).await, "declarations": declarations()});
    app.post(&format!("/sign/{token}"), signature)
        .await
        .is(StatusCode::OK);
    let draft = app.open(&editor, &id).await;
    let author = draft["sections"][0]["contributors"][0]["id"].clone();

    let tx = app.desk.storage.begin().await.expect("a transaction");
    let [from, into] = [author.as_str().expect("an id"), &second.person]
        .map(|id| content::ids::PersonId(id.parse().expect("an id")));
    storage::persons::merge(&tx, from, into)
        .await
        .expect("one person");
    tx.commit().await.expect("merged");

    let approve = async || app.approve(&second, &id).await;
    refused(&app, &editor, &id, approve, NOT_ALLOWED).await;
    app.approve(&editor, &id).await.is(StatusCode::NO_CONTENT);
}

on_both_databases!(an_author_does_not_publish);
async fn an_author_does_not_publish(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let stranger = app.stranger().await;
    let id = app.approved(&author, &editor).await;
    let publish = async || app.publish(&author, &id).await;
    refused(&app, &editor, &id, publish, NOT_ALLOWED).await;
    let named = json!({"digest": app.digest(&editor, &id).await});
    let publish = async || app.act(&stranger, &id, "publish", named).await;
    let not_found = (StatusCode::NOT_FOUND, "not_found");
    refused(&app, &editor, &id, publish, not_found).await;
}
