//! What contributors do with a proof: sign, put words back, object; and taking a text back.

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};
use crate::openapi::SOME_ID;
use crate::story::{declarations, id_of};

impl App {
    async fn proof(&self, by: &Browser, id: &str) -> Value {
        let path = format!("/articles/{id}/proof");
        let answer = self.call(by, Method::GET, &path, None).await;
        answer.is(StatusCode::OK).json.clone()
    }

    /// An article whose words the editor changed before the proof went out.
    async fn edited(&self, author: &Browser, editor: &Browser) -> (String, String) {
        let id = self.in_review(author, editor).await;
        let section = id_of(&self.open(editor, &id).await["sections"][0]);
        self.write(editor, &id, &section, "<p>Begin with a long talk.</p>")
            .await
            .is(StatusCode::OK);
        let token = self.send_proof(editor, &id).await;
        (id, token)
    }

    async fn put_back(&self, by: &Browser, id: &str, section: &str, number: u64) -> Answer {
        let body = json!({
            "digest": self.digest(by, id).await, "declarations": declarations(),
            "put_back": [{"section_id": section, "number": number}],
        });
        self.act(by, id, "attest", body).await
    }
}

on_both_databases!(an_author_signs_in_her_account);
async fn an_author_signs_in_her_account(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, token) = app.proof_out(&author, &editor).await;
    let digest = app.digest(&author, &id).await;
    let before = app.everything(&editor, &id).await;
    let mut open = declarations();
    open["interests"] = json!({"answer": "not_asked"});
    let unanswered = json!({"digest": digest, "declarations": open});
    app.act(&author, &id, "attest", unanswered)
        .await
        .is_invalid("interests", "not_answered");
    let signature = json!({"digest": digest, "declarations": declarations()});
    app.act(&editor, &id, "attest", signature)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    assert_eq!(before, app.everything(&editor, &id).await);

    let signed = app.sign(&author, &id).await;
    assert_eq!(
        signed.is(StatusCode::OK).json["digest"],
        app.digest(&editor, &id).await
    );
    let proof = app.proof(&author, &id).await;
    assert_eq!(proof["can_sign"], false);
    assert_eq!(proof["signed_at"], "2026-03-02T09:00:00Z");
    app.sign(&author, &id)
        .await
        .is_problem(StatusCode::CONFLICT, "already_signed");
    // The link to the same proof has nothing left to sign.
    let signature = json!({"digest": signed.json["digest"], "declarations": declarations()});
    app.post(&format!("/sign/{token}"), signature)
        .await
        .is_problem(StatusCode::CONFLICT, "already_signed");
}

on_both_databases!(earlier_words_are_put_back_and_signed_in_one_visit);
async fn earlier_words_are_put_back_and_signed_in_one_visit(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, _) = app.edited(&author, &editor).await;
    app.approve(&editor, &id).await.is(StatusCode::NO_CONTENT);
    let sent = app.digest(&editor, &id).await;
    let proof = app.proof(&author, &id).await;
    let section = proof["sections"][0]["section_id"].as_str().expect("an id");
    let changes = proof["sections"][0]["changes"].as_array().expect("a list");
    let number = changes[0]["number"].as_u64().expect("a number");

    let before = app.everything(&editor, &id).await;
    app.put_back(&author, &id, SOME_ID, number)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    app.put_back(&author, &id, section, 99)
        .await
        .is_problem(StatusCode::CONFLICT, "stale_digest");
    app.put_back(&editor, &id, section, number)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    assert_eq!(before, app.everything(&editor, &id).await);

    let all: Vec<Value> = changes
        .iter()
        .map(|change| json!({"section_id": section, "number": change["number"]}))
        .collect();
    let body = json!({"digest": sent, "declarations": declarations(), "put_back": all});
    let signed = app.act(&author, &id, "attest", body).await;
    let present = &signed.is(StatusCode::OK).json["digest"];
    assert_ne!(present, &sent);
    assert_eq!(present, &app.digest(&editor, &id).await);
    let proof = app.proof(&editor, &id).await;
    assert_eq!(
        proof["sections"][0]["body_html"],
        "<p>Begin with a walk.</p>"
    );
    // The approval was of the other text.
    assert_eq!(app.state(&editor, &id).await, "proof_out");
    app.publish(&editor, &id)
        .await
        .is_problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");
    app.approve(&editor, &id).await.is(StatusCode::NO_CONTENT);
    assert_eq!(app.state(&editor, &id).await, "approved");
}

on_both_databases!(an_objection_stops_the_text_by_either_door);
async fn an_objection_stops_the_text_by_either_door(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    for by_link in [false, true] {
        let (id, token) = app.proof_out(&author, &editor).await;
        let before = app.everything(&editor, &id).await;
        let say = async |body: Value| {
            if by_link {
                app.post(&format!("/sign/{token}/object"), body).await
            } else {
                app.act(&author, &id, "object", body).await
            }
        };
        say(json!({"message": " "}))
            .await
            .is_invalid("message", "no_message");
        say(json!({"message": "x".repeat(5001)}))
            .await
            .is_invalid("message", "too_long");
        app.act(&editor, &id, "object", json!({"message": "No."}))
            .await
            .is_problem(StatusCode::FORBIDDEN, "not_allowed");
        assert_eq!(before, app.everything(&editor, &id).await);

        say(json!({"message": "These are not my words.", "never": true}))
            .await
            .is(StatusCode::NO_CONTENT);
        let draft = app.open(&editor, &id).await;
        assert_eq!(draft["candidate"]["state"], "in_review");
        assert_eq!(draft["objection"]["message"], "These are not my words.");
        assert_eq!(draft["objection"]["never"], true);
        let own = app.open(&author, &id).await;
        assert_eq!(own["objection"], json!(null), "for editors alone");
        let after = say(json!({"message": "Once more."})).await;
        assert!(after.status.is_client_error(), "{}", after.status);
    }
}

on_both_databases!(a_signature_objected_to_is_asked_for_again);
async fn a_signature_objected_to_is_asked_for_again(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let id = app.approved(&author, &editor).await;
    app.act(&author, &id, "object", json!({"message": "Wait."}))
        .await
        .is(StatusCode::NO_CONTENT);
    app.send_proof(&editor, &id).await;
    assert_eq!(app.proof(&author, &id).await["can_sign"], true);
    app.publish(&editor, &id)
        .await
        .is_problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");
}

on_both_databases!(taking_a_text_back_ends_its_links);
async fn taking_a_text_back_ends_its_links(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, token) = app.proof_out(&author, &editor).await;
    app.act(&author, &id, "recall", json!({}))
        .await
        .is(StatusCode::NO_CONTENT);
    app.get(&format!("/sign/{token}"))
        .await
        .is_problem(StatusCode::NOT_FOUND, "no_such_link");
    // It is hers to write again.
    let section = id_of(&app.open(&author, &id).await["sections"][0]);
    app.write(&author, &id, &section, "<p>Begin again.</p>")
        .await
        .is(StatusCode::OK);
}

on_both_databases!(an_answer_of_the_editors_reaches_the_author);
async fn an_answer_of_the_editors_reaches_the_author(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    for (act, state) in [
        ("request-changes", "changes_requested"),
        ("decline", "declined"),
    ] {
        let id = app.in_review(&author, &editor).await;
        let before = app.everything(&editor, &id).await;
        app.act(&editor, &id, act, json!({"reason": " "}))
            .await
            .is_invalid("reason", "no_reason");
        let long = json!({"reason": "Length", "message": "x".repeat(5001)});
        app.act(&editor, &id, act, long)
            .await
            .is_invalid("message", "too_long");
        assert_eq!(before, app.everything(&editor, &id).await);
        let answer = json!({"reason": "Length", "message": "Half of it would do."});
        app.act(&editor, &id, act, answer)
            .await
            .is(StatusCode::NO_CONTENT);
        let seen = app.open(&author, &id).await["candidate"].clone();
        assert_eq!(seen["state"], state);
        assert_eq!(seen["reason"], "Length");
        assert_eq!(seen["message"], "Half of it would do.");
    }
}

on_both_databases!(a_successor_leaves_readers_what_they_have);
async fn a_successor_leaves_readers_what_they_have(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    for (by, state) in [(&author, "draft"), (&editor, "in_review")] {
        let id = app.live(&author, &editor).await;
        let slug = app.open(&editor, &id).await["slug"].clone();
        let page = format!("/articles/{}", slug.as_str().expect("an address"));
        let before = app.get(&page).await.is(StatusCode::OK).json.clone();
        app.act(by, &id, "revise", json!({}))
            .await
            .is(StatusCode::NO_CONTENT);
        assert_eq!(app.state(&editor, &id).await, state);
        let section = id_of(&app.open(by, &id).await["sections"][0]);
        app.write(by, &id, &section, "<p>Other words.</p>")
            .await
            .is(StatusCode::OK);
        assert_eq!(app.get(&page).await.json, before);
        app.act(by, &id, "revise", json!({}))
            .await
            .is_problem(StatusCode::CONFLICT, "wrong_state");
    }
}
