//! An article on its way through the API, and what is refused on that way.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App};
use crate::story::{declarations, save};

on_both_databases!(an_article_goes_from_a_draft_to_readers_and_off_again);
async fn an_article_goes_from_a_draft_to_readers_and_off_again(db: TestDatabase) {
    let app = App::new(db).await;
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
    let joined = app
        .act(&author, &id, "withdraw", json!({"confirm": true}))
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
    let app = App::new(db).await;
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

on_both_databases!(a_save_retried_after_a_lost_answer_is_no_conflict);
async fn a_save_retried_after_a_lost_answer_is_no_conflict(db: TestDatabase) {
    let app = App::new(db).await;
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    let path = format!("/drafts/{id}/sections/{section}");
    let body = json!({"save_id": save(), "body_html": "<p>Once.</p>"});
    let first = app
        .put_as(&author, &path, Some("\"2\""), body.clone())
        .await;
    let again = app.put_as(&author, &path, Some("\"2\""), body).await;
    assert_eq!(first.is(StatusCode::OK).json, again.is(StatusCode::OK).json);
}

on_both_databases!(a_text_that_is_too_large_is_refused_and_nothing_is_lost);
async fn a_text_that_is_too_large_is_refused_and_nothing_is_lost(db: TestDatabase) {
    let app = App::new(db).await;
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    let path = format!("/drafts/{id}/sections/{section}");
    let body = json!({"save_id": save(), "body_html": "x".repeat(10 * 1024 * 1024)});
    app.put_as(&author, &path, Some("\"2\""), body)
        .await
        .is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let kept = app
        .call(&author, Method::GET, &format!("/drafts/{id}"), None)
        .await;
    assert_eq!(
        kept.json["sections"][0]["body_html"],
        "<p>Begin with a walk.</p>"
    );
}

on_both_databases!(hostile_markup_never_comes_back);
async fn hostile_markup_never_comes_back(db: TestDatabase) {
    let app = App::new(db).await;
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    let path = format!("/drafts/{id}/sections/{section}");
    let hostile = [
        "<script>alert(1)</script><p>a</p>",
        "<p style=\"position:fixed\" onclick=\"x()\">a</p>",
        "<p><a href=\"javascript:alert(1)\">a</a></p>",
        "<p><a href=\" jAvAsCrIpT&#58;alert(1)\">a</a></p>",
        "<p><a href=\"data:text/html,<script>\">a</a></p>",
        "<svg><p><style><img src=x onerror=alert(1)></style></p></svg><p>a</p>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>",
        "<p>a<img src=x onerror=alert(1)></p>",
        "<iframe src=\"//x.example\"></iframe><p>a</p>",
    ];
    for (version, html) in (2..).zip(hostile) {
        let body = json!({"save_id": save(), "body_html": html});
        let current = app
            .call(&author, Method::GET, &format!("/drafts/{id}"), None)
            .await;
        let version = current.json["sections"][0]["version"]
            .as_i64()
            .unwrap_or(version);
        let saved = app
            .put_as(&author, &path, Some(&format!("\"{version}\"")), body)
            .await;
        let kept = saved.is(StatusCode::OK).json["body_html"]
            .as_str()
            .expect("html")
            .to_lowercase();
        for word in [
            "script", "onclick", "onerror", "style", "data:", "svg", "math", "iframe", "img",
        ] {
            assert!(!kept.contains(word), "{html} left {word}: {kept}");
        }
    }
}

on_both_databases!(another_site_changes_nothing);
async fn another_site_changes_nothing(db: TestDatabase) {
    let app = App::new(db).await;
    let author = app.author().await;
    let (id, _) = app.draft(&author).await;
    let path = format!("/v1/articles/{id}/submit");
    let send = |headers: &[(&'static str, &'static str)]| {
        let mut request = app
            .bare(Method::POST, &path)
            .header("cookie", author.cookie());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body_json(&json!({"statement": true})).send()
    };
    for headers in [
        &[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ][..],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[],
    ] {
        Answer::of(send(headers).await)
            .await
            .is_problem(StatusCode::FORBIDDEN, "wrong_origin");
    }
    Answer::of(send(&[("origin", "http://127.0.0.1:8080")]).await)
        .await
        .is(StatusCode::NO_CONTENT);
}

on_both_databases!(yesterdays_digest_and_an_altered_link_sign_nothing);
async fn yesterdays_digest_and_an_altered_link_sign_nothing(db: TestDatabase) {
    let app = App::new(db).await;
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, _) = app.draft(&author).await;
    app.act(&author, &id, "submit", json!({"statement": true}))
        .await;
    app.act(&editor, &id, "start-review", json!({})).await;
    let sent = app.act(&editor, &id, "proof", json!({})).await;
    let token = App::token(sent.json["links"][0]["url"].as_str().expect("a link"));
    let other = "0".repeat(64);
    let signature = json!({"digest": other, "declarations": declarations()});
    app.post(&format!("/sign/{token}"), signature.clone())
        .await
        .is_problem(StatusCode::CONFLICT, "stale_digest");
    let approval = json!({"digest": other, "kinds": ["editorial"]});
    app.act(&editor, &id, "approve", approval)
        .await
        .is_problem(StatusCode::CONFLICT, "stale_digest");
    let publish = json!({"digest": other});
    app.act(&editor, &id, "publish", publish)
        .await
        .is_problem(StatusCode::CONFLICT, "stale_digest");
    let altered: String = token.chars().rev().collect();
    app.get(&format!("/sign/{altered}"))
        .await
        .is_problem(StatusCode::NOT_FOUND, "no_such_link");
    app.post(&format!("/sign/{altered}"), signature)
        .await
        .is_problem(StatusCode::NOT_FOUND, "no_such_link");
    // Publishing without the signature says who is missing.
    let digest = app.digest(&editor, &id).await;
    app.act(
        &editor,
        &id,
        "approve",
        json!({"digest": digest, "kinds": ["editorial"]}),
    )
    .await
    .is(StatusCode::NO_CONTENT);
    let refused = app
        .act(&editor, &id, "publish", json!({"digest": digest}))
        .await;
    refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");
    assert_eq!(refused.json["errors"][0]["code"], "not_signed");
    // The author may not publish at all.
    app.act(&author, &id, "publish", json!({"digest": digest}))
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
}

on_both_databases!(a_section_without_a_clinician_is_not_submitted);
async fn a_section_without_a_clinician_is_not_submitted(db: TestDatabase) {
    let app = App::new(db).await;
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    let path = format!("/drafts/{id}/sections/{section}/contributors");
    app.call(
        &author,
        Method::PUT,
        &path,
        Some(json!({"contributors": []})),
    )
    .await
    .is(StatusCode::NO_CONTENT);
    let refused = app
        .act(&author, &id, "submit", json!({"statement": true}))
        .await;
    refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "failed_checks");
    assert_eq!(refused.json["errors"][0]["code"], "no_byline");
}

on_both_databases!(search_says_plainly_that_it_is_away);
async fn search_says_plainly_that_it_is_away(db: TestDatabase) {
    let app = App::new(db).await;
    app.get("/search?q=anything")
        .await
        .is_problem(StatusCode::SERVICE_UNAVAILABLE, "search_away");
}

on_both_databases!(nothing_of_a_draft_can_be_read_without_a_session);
async fn nothing_of_a_draft_can_be_read_without_a_session(db: TestDatabase) {
    let app = App::new(db).await;
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
