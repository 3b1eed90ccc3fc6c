//! Input that no form makes: too large, not text, hostile, out of date. What is refused leaves
//! everything as it was.

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};
use crate::openapi::SOME_ID;
use crate::story::{declarations, save};

/// Every call that takes JSON, on this article.
fn calls_with_json(article: &str, section: &str) -> Vec<(Method, String)> {
    let document: Value = serde_json::from_str(&api::document()).expect("JSON");
    let mut calls = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, call) in methods.as_object().expect("methods") {
            if call["requestBody"]["content"]["application/json"].is_null() {
                continue;
            }
            let path = path
                .replace("/articles/{id}", &format!("/articles/{article}"))
                .replace("{article}", article)
                .replace("{section}", section)
                .replace("{id}", SOME_ID)
                .replace("{token}", "token");
            calls.push((method.to_uppercase().parse().expect("a method"), path));
        }
    }
    assert!(calls.len() > 20, "{}", calls.len());
    calls
}

/// Sends these bytes as JSON to every call that takes some.
async fn refused_everywhere(
    app: &App,
    by: &Browser,
    article: &str,
    bytes: &[u8],
    (status, code): (StatusCode, &str),
) {
    let section = app.open(by, article).await["sections"][0]["id"].clone();
    let before = app.everything(by, article).await;
    for (method, path) in calls_with_json(article, section.as_str().expect("an id")) {
        let request = app
            .request(method, &path)
            .header("cookie", by.cookie())
            .header("if-match", "\"1\"")
            .content_type("application/json")
            .body(bytes.to_vec());
        let answer = Answer::of(request.send().await).await;
        assert_eq!(answer.status, status, "{path}");
        answer.is_problem(status, code);
    }
    assert_eq!(before, app.everything(by, article).await);
}

on_both_databases!(ten_megabytes_are_refused_by_every_call);
async fn ten_megabytes_are_refused_by_every_call(db: TestDatabase) {
    let app = App::new(db);
    let (author, owner) = (app.author().await, app.owner().await);
    let id = app.submitted(&author).await;
    let text = json!({"body_html": "x".repeat(10 * 1024 * 1024)}).to_string();
    let too_large = (StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    refused_everywhere(&app, &owner, &id, text.as_bytes(), too_large).await;

    let path = "/people/me/photo";
    let photo = app
        .request(Method::PUT, path)
        .header("cookie", owner.cookie())
        .content_type("image/png")
        .body(vec![0; 10 * 1024 * 1024]);
    Answer::of(photo.send().await)
        .await
        .is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
}

on_both_databases!(bytes_that_are_no_text_are_refused_by_every_call);
async fn bytes_that_are_no_text_are_refused_by_every_call(db: TestDatabase) {
    let app = App::new(db);
    let (author, owner) = (app.author().await, app.owner().await);
    let id = app.submitted(&author).await;
    let not_understood = (StatusCode::BAD_REQUEST, "bad_request");
    for bytes in [
        &b"{\"email\": \"\xff\xfe\"}"[..],
        // A surrogate written in UTF-8, and an overlong slash.
        b"{\"title\": \"\xed\xa0\x80\"}",
        b"{\"title\": \"\xc0\xaf\"}",
        // Half a pair, which JSON can write and no text can hold.
        b"{\"title\": \"\\ud800\"}",
    ] {
        refused_everywhere(&app, &owner, &id, bytes, not_understood).await;
    }
}

on_both_databases!(one_broken_letter_in_a_true_body_loses_nothing);
/// Well-formed bodies in which one letter is no UTF-8: everything before it was understood.
async fn one_broken_letter_in_a_true_body_loses_nothing(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, token) = app.proof_out(&author, &editor).await;
    let section = app.open(&author, &id).await["sections"][0]["id"].clone();
    let section = section.as_str().expect("an id");
    let digest = app.digest(&author, &id).await;
    let mut wrong = declarations();
    wrong["interests"] = json!({"answer": "yes", "details": "BROKEN"});
    let signature = json!({"digest": digest, "declarations": wrong});
    let before = app.everything(&editor, &id).await;
    for (method, path, body) in [
        (
            Method::POST,
            "/session".to_owned(),
            json!({"email": author.email, "password": "BROKEN"}),
        ),
        (
            Method::PUT,
            format!("/drafts/{id}/head"),
            json!({"save_id": save(), "title": "BROKEN", "summary": ""}),
        ),
        (
            Method::PUT,
            format!("/drafts/{id}/sections/{section}"),
            json!({"save_id": save(), "body_html": "<p>BROKEN</p>"}),
        ),
        (
            Method::POST,
            format!("/articles/{id}/attest"),
            signature.clone(),
        ),
        (Method::POST, format!("/sign/{token}"), signature),
        (
            Method::POST,
            format!("/articles/{id}/object"),
            json!({"message": "BROKEN"}),
        ),
    ] {
        for by in [&author, &editor] {
            let mut bytes = body.to_string().into_bytes();
            let at = bytes.windows(6).position(|six| six == b"BROKEN");
            bytes[at.expect("the word")] = 0xff;
            let request = app
                .request(method.clone(), &path)
                .header("cookie", by.cookie())
                .header("if-match", "\"2\"")
                .content_type("application/json")
                .body(bytes);
            Answer::of(request.send().await)
                .await
                .is_problem(StatusCode::BAD_REQUEST, "bad_request");
        }
    }
    assert_eq!(before, app.everything(&editor, &id).await);
}

on_both_databases!(addresses_that_are_no_text_are_no_trouble);
async fn addresses_that_are_no_text_are_no_trouble(db: TestDatabase) {
    let app = App::new(db);
    let owner = app.owner().await;
    // The router itself cannot read these, before any call is asked.
    for path in [
        "/articles/%ff",
        "/drafts/%ff",
        "/links/%ff",
        "/sign/%ff",
        "/articles/%ff/proof",
        "/%ff",
    ] {
        let answer = app.call(&owner, Method::GET, path, None).await;
        answer.is_problem(StatusCode::BAD_REQUEST, "bad_request");
        let words = "This address cannot be read: a part of it is not text.";
        assert_eq!(answer.json["detail"], words, "{path}");
    }
    for path in [
        "/drafts?q=%ff",
        "/people?q=%ff",
        "/drafts?after=%ff",
        "/drafts?after=18446744073709551616",
        "/articles?limit=-1",
    ] {
        let answer = app.call(&owner, Method::GET, path, None).await;
        if answer.status != StatusCode::OK {
            answer.is_problem(StatusCode::BAD_REQUEST, "bad_request");
        }
    }
}

/// What is sent, and what stays: the words, and nothing that acts.
const HOSTILE: [(&str, &str); 18] = [
    ("<script>alert(1)</script><p>words</p>", "<p>words</p>"),
    ("<p>wo<script>alert(1)</script>rds</p>", "<p>words</p>"),
    (
        "<style>p{position:fixed}</style><p>words</p>",
        "<p>words</p>",
    ),
    (
        "<p style=\"position:fixed\" onclick=\"x()\" id=\"x\">words</p>",
        "<p>words</p>",
    ),
    (
        "<p><a href=\"javascript:alert(1)\">words</a></p>",
        "<p>words</p>",
    ),
    (
        "<p><a href=\" jAvAsCrIpT&#58;alert(1)\">words</a></p>",
        "<p>words</p>",
    ),
    (
        "<p><a href=\"java\nscript:alert(1)\">words</a></p>",
        "<p>words</p>",
    ),
    (
        "<p><a href=\"data:text/html,<script>alert(1)</script>\">words</a></p>",
        "<p>words</p>",
    ),
    ("<p><a href=\"vbscript:x\">words</a></p>", "<p>words</p>"),
    (
        "<p>words<img src=\"data:image/png;base64,AA==\" onerror=\"alert(1)\"></p>",
        "<p>words</p>",
    ),
    (
        "<svg><p><style><img src=x onerror=alert(1)></style></p></svg><p>words</p>",
        "<p>words</p>",
    ),
    (
        "<svg><script>alert(1)</script></svg><p>words</p>",
        "<p>words</p>",
    ),
    (
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>words</p>",
        "<p>words</p>",
    ),
    (
        "<p>words</p><iframe src=\"//x.example\"></iframe>",
        "<p>words</p>",
    ),
    (
        "<p>words</p><iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<p>words</p>",
    ),
    (
        "<form action=\"//x.example\"><p>words</p></form>",
        "<p>words</p>",
    ),
    (
        "<p>words</p><!--<script>alert(1)</script>-->",
        "<p>words</p>",
    ),
    (
        "<p>words</p><template><script>alert(1)</script></template>",
        "<p>words</p>",
    ),
];

on_both_databases!(of_hostile_markup_the_words_stay);
async fn of_hostile_markup_the_words_stay(db: TestDatabase) {
    let app = App::new(db);
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    for (sent, kept) in HOSTILE {
        let saved = app.write(&author, &id, &section, sent).await;
        assert_eq!(saved.is(StatusCode::OK).json["body_html"], kept, "{sent}");
        let draft = app.open(&author, &id).await;
        assert_eq!(draft["sections"][0]["body_html"], kept, "{sent}");
    }
}

on_both_databases!(a_stale_save_keeps_both_texts);
async fn a_stale_save_keeps_both_texts(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let id = app.in_review(&author, &editor).await;
    let section = app.open(&editor, &id).await["sections"][0]["id"].clone();
    let section = section.as_str().expect("an id");
    let head = format!("/drafts/{id}/head");
    let named = |title: &str| json!({"save_id": save(), "title": title, "summary": ""});
    app.put_as(&editor, &head, Some("\"1\""), named("Still evenings"))
        .await
        .is(StatusCode::OK);
    let before = app.everything(&editor, &id).await;

    let stale = app
        .put_as(&editor, &head, Some("\"1\""), named("Loud evenings"))
        .await;
    stale.is_problem(StatusCode::PRECONDITION_FAILED, "stale");
    let current = &stale.json["current"];
    assert_eq!(current["title"], "Still evenings");
    assert_eq!(current["version"], 2);
    assert_eq!(current["saved_by"], "Edith Editor");
    assert_eq!(current["saved_by_caller"], true);

    let path = format!("/drafts/{id}/sections/{section}");
    let text = json!({"save_id": save(), "body_html": "<p>Another walk.</p>"});
    let stale = app.put_as(&editor, &path, Some("\"1\""), text).await;
    stale.is_problem(StatusCode::PRECONDITION_FAILED, "stale");
    let current = &stale.json["current"];
    assert_eq!(current["body_html"], "<p>Begin with a walk.</p>");
    assert_eq!(current["version"], 2);
    assert_eq!(current["saved_by"], "Jo Example");
    assert_eq!(current["saved_by_caller"], false);

    let path = format!("{path}/declarations");
    app.put_as(&editor, &path, Some("\"1\""), declarations())
        .await
        .is_problem(StatusCode::PRECONDITION_FAILED, "stale");
    assert_eq!(before, app.everything(&editor, &id).await);
}

on_both_databases!(a_save_retried_after_a_lost_answer_is_answered_as_before);
async fn a_save_retried_after_a_lost_answer_is_answered_as_before(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, section) = app.draft(&author).await;
    let head = json!({"save_id": save(), "title": "Still evenings", "summary": ""});
    let text = json!({"save_id": save(), "body_html": "<p>Once.</p>"});
    for (path, version, body) in [
        (format!("/drafts/{id}/head"), "\"1\"", head),
        (format!("/drafts/{id}/sections/{section}"), "\"2\"", text),
    ] {
        let first = app
            .put_as(&author, &path, Some(version), body.clone())
            .await;
        let after = app.everything(&editor, &id).await;
        let again = app.put_as(&author, &path, Some(version), body).await;
        assert_eq!(first.is(StatusCode::OK).json, again.is(StatusCode::OK).json);
        assert_eq!(after, app.everything(&editor, &id).await);
    }
}

on_both_databases!(a_section_without_a_clinician_goes_nowhere);
async fn a_section_without_a_clinician_goes_nowhere(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let nobody = json!({"contributors": []});
    let contributors =
        |section: &str, id: &str| format!("/drafts/{id}/sections/{section}/contributors");

    let (id, section) = app.draft(&author).await;
    let path = contributors(&section, &id);
    app.call(&author, Method::PUT, &path, Some(nobody.clone()))
        .await
        .is(StatusCode::NO_CONTENT);
    let before = app.everything(&editor, &id).await;
    let refused = app
        .act(&author, &id, "submit", json!({"statement": true}))
        .await;
    refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");
    assert_eq!(refused.json["errors"][0]["code"], "no_byline");
    assert_eq!(before, app.everything(&editor, &id).await);

    // The editor takes the name away after it was submitted: no proof goes out.
    let id = app.in_review(&author, &editor).await;
    let section = app.open(&editor, &id).await["sections"][0]["id"].clone();
    let path = contributors(section.as_str().expect("an id"), &id);
    app.call(&editor, Method::PUT, &path, Some(nobody))
        .await
        .is(StatusCode::NO_CONTENT);
    let before = app.everything(&editor, &id).await;
    let refused = app.act(&editor, &id, "proof", json!({})).await;
    refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");
    assert_eq!(refused.json["errors"][0]["code"], "no_byline");
    assert_eq!(before, app.everything(&editor, &id).await);
}
