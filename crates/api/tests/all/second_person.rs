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
