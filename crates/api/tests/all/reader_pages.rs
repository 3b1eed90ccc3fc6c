//! The page that readers will be given, before they are: for those who sign and edit.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App};
use crate::story::declarations;

impl Answer {
    fn page(&self) -> String {
        self.is(StatusCode::OK);
        assert_eq!(self.headers["content-type"], "text/html; charset=utf-8");
        String::from_utf8(self.bytes.clone()).expect("words")
    }
}

on_both_databases!(a_proof_is_the_page_that_readers_will_be_given);
async fn a_proof_is_the_page_that_readers_will_be_given(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, token) = app.proof_out(&author, &editor).await;
    let by_link = app.get(&format!("/sign/{token}/page")).await;
    let page = by_link.page();
    for words in [
        "Not published",
        "Quiet evenings",
        "Jo Example</a>, MA, LPC",
        "Begin with a walk.",
        "Given with the last signature.",
        "In an emergency.",
    ] {
        assert!(page.contains(words), "{words} is missing in {page}");
    }
    let house = content::seed::disclaimers::disclaimers();
    for kind in content::disclaimer::Mode::Countersigned.required() {
        let text = house.iter().find(|one| one.kind == *kind).expect("a text");
        assert!(page.contains(&text.body), "{} is missing", text.body);
    }

    for (name, value) in [
        ("cache-control", "private, no-store"),
        ("x-robots-tag", "noindex"),
        ("x-frame-options", "SAMEORIGIN"),
        ("referrer-policy", "no-referrer"),
    ] {
        assert_eq!(by_link.headers[name], value, "{name}");
    }
    let policy = by_link.headers["content-security-policy"]
        .to_str()
        .expect("words");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(policy.contains("frame-ancestors 'self'"), "{policy}");

    // The same for its author and for an editor who is signed in.
    for by in [&author, &editor] {
        let path = format!("/articles/{id}/proof/page");
        let same = app.call(by, Method::GET, &path, None).await;
        assert_eq!(same.page(), page);
    }
}

on_both_databases!(opening_the_page_of_a_link_signs_nothing_and_it_can_be_read_after_signing);
async fn opening_the_page_of_a_link_signs_nothing_and_it_can_be_read_after_signing(
    db: TestDatabase,
) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, token) = app.proof_out(&author, &editor).await;
    app.get(&format!("/sign/{token}/page")).await.page();
    let signatures = format!("/articles/{id}/signatures");
    let before = app.call(&editor, Method::GET, &signatures, None).await;
    assert_eq!(
        before.json["sections"][0]["contributors"][0]["signed_at"],
        json!(null)
    );
    let proof = app.get(&format!("/sign/{token}")).await;
    let signature = json!({"digest": proof.json["digest"], "declarations": declarations()});
    app.post(&format!("/sign/{token}"), signature)
        .await
        .is(StatusCode::OK);
    let read = app.get(&format!("/sign/{token}/page")).await.page();
    assert!(read.contains("Begin with a walk."), "{read}");
    assert!(read.contains("Wrote this text and signed it on"), "{read}");
}

on_both_databases!(nobody_else_can_open_a_page_that_is_not_public);
async fn nobody_else_can_open_a_page_that_is_not_public(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let other = app
        .somebody(
            "other@example.org",
            "Oda Other",
            &[storage::accounts::Role::Author],
        )
        .await;
    let (id, token) = app.proof_out(&author, &editor).await;
    for path in [
        format!("/articles/{id}/proof/page"),
        format!("/drafts/{id}/page"),
    ] {
        app.get(&path)
            .await
            .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
        app.call(&other, Method::GET, &path, None)
            .await
            .is_problem(StatusCode::NOT_FOUND, "not_found");
    }
    let altered = format!("{}x", &token[..token.len() - 1]);
    app.get(&format!("/sign/{altered}/page"))
        .await
        .is_problem(StatusCode::NOT_FOUND, "no_such_link");
    // A fresh link ends the one before.
    let fresh = format!("/articles/{id}/proof/links/{}", author.person);
    app.call(&editor, Method::POST, &fresh, None)
        .await
        .is(StatusCode::OK);
    app.get(&format!("/sign/{token}/page"))
        .await
        .is_problem(StatusCode::NOT_FOUND, "no_such_link");
}

on_both_databases!(a_draft_is_shown_as_it_stands_and_cleaned);
async fn a_draft_is_shown_as_it_stands_and_cleaned(db: TestDatabase) {
    let app = App::new(db);
    let author = app.author().await;
    let (id, _) = app.draft(&author).await;
    let path = format!("/drafts/{id}/page");
    let page = app.call(&author, Method::GET, &path, None).await.page();
    assert!(page.contains("Not published"), "{page}");
    assert!(page.contains("Begin with a walk."), "{page}");
    assert!(page.contains("Jo Example</a>, MA, LPC"), "{page}");
}

on_both_databases!(a_proof_says_who_asks_for_which_site_and_until_when);
async fn a_proof_says_who_asks_for_which_site_and_until_when(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, token) = app.proof_out(&author, &editor).await;
    let by_link = app.get(&format!("/sign/{token}")).await;
    assert_eq!(by_link.json["site_name"], "Fernway Journal");
    assert_eq!(by_link.json["site_contact"], json!(null));
    assert_eq!(by_link.json["asked_by"]["byline"]["name"], "Edith Editor");
    let expiry = by_link.json["link_expires_at"].as_str().expect("a time");
    let fortnight = app.desk.now() + time::Duration::days(14);
    assert!(
        expiry.starts_with(&fortnight.date().to_string()),
        "{expiry}"
    );
    let path = format!("/articles/{id}/proof");
    let by_account = app.call(&author, Method::GET, &path, None).await;
    assert_eq!(by_account.json["link_expires_at"], json!(null));
    assert_eq!(
        by_account.json["asked_by"]["byline"]["name"],
        "Edith Editor"
    );
}
