//! A new site, from an empty folder to an owner who is signed in.

use serde_json::json;

use crate::program::Server;

#[tokio::test]
async fn the_first_link_makes_the_owner_and_the_next_start_prints_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]).await;
    let printed = server.out.with("/admin/").await;
    let token = printed.rsplit('/').next().expect("a token").to_owned();
    let mut browser = server.browser();

    browser.get("/healthz").await.is(200);
    let link = browser
        .get(&format!("/api/v1/links/{token}"))
        .await
        .is(200)
        .json();
    assert_eq!(
        (&link["purpose"], &link["valid"]),
        (&json!("first_run"), &json!(true))
    );
    let owner = json!({
        "name": "Dana Specimen",
        "email": "dana@house.example",
        "password": "lake under quiet snow",
    });
    let answer = browser
        .post(&format!("/api/v1/links/{token}"), &owner)
        .await
        .is(200);
    browser.keep_cookie(&answer);
    let session = browser.get("/api/v1/session").await.is(200).json();
    assert_eq!(
        session["account"]["roles"],
        json!(["author", "editor", "owner"])
    );
    browser
        .post(&format!("/api/v1/links/{token}"), &owner)
        .await
        .is(404);

    server.terminate();
    assert_eq!(server.ended().await, Some(0));
    let server = Server::start(folder.path(), &[]).await;
    let again = server
        .browser()
        .sign_in("dana@house.example", "lake under quiet snow")
        .await;
    again.get("/api/v1/session").await.is(200);
    assert!(!server.out.all().iter().any(|line| line.contains("/admin/")));
}

#[tokio::test]
async fn a_new_site_answers_readers_and_editors() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &["--no-worker"]).await;
    let browser = server.browser();

    let home = browser.get("/").await.is(200);
    assert!(home.header("set-cookie").is_none());
    browser.get("/topics").await.is(200);
    browser.get("/help").await.is(200);
    browser.get("/api/openapi.json").await.is(200);
    browser.get("/nowhere").await.is(404);

    let admin = browser.get("/admin/articles/anything").await;
    assert_eq!(admin.header("cache-control"), Some("no-store"));
    let policy = admin.header("content-security-policy").expect("a policy");
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self';"),
        "{policy}"
    );
    assert_eq!(admin.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(
        browser.get("/admin").await.is(308).header("location"),
        Some("/admin/")
    );
    browser
        .get("/admin/assets/../../../etc/passwd")
        .await
        .is(404);

    let ready = crate::program::until("the index", async || {
        let ready = browser.get("/readyz").await;
        (ready.status == 200).then(|| ready.json())
    })
    .await;
    assert_eq!(ready["search"]["lag"], 0);
}

#[tokio::test]
async fn a_second_server_says_that_the_address_or_the_index_is_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]).await;
    let second = crate::program::run(folder.path(), &["serve", "--listen", &server.host], "").await;
    assert_eq!(second.code, Some(1));
    assert!(second.err.contains(&server.host), "{second:?}");
    let third = crate::program::run(folder.path(), &["serve", "--listen", "127.0.0.1:0"], "").await;
    assert_eq!(third.code, Some(1));
    assert!(third.err.contains("in use by another process"), "{third:?}");
}
