//! Accounts from the command line.

use crate::program::{Server, run};

const ADD: [&str; 7] = [
    "account",
    "add",
    "amy@house.example",
    "--name",
    "Jo Example, MA, LPC",
    "--role",
    "author",
];

#[tokio::test]
async fn an_account_is_added_listed_disabled_and_linked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let added = run(data, &ADD, "").await;
    assert_eq!(added.code, Some(0), "{added:?}");
    assert!(added.out.contains("/admin/"), "{added:?}");

    let again = run(data, &ADD, "").await;
    assert_eq!((again.code, again.out.as_str()), (Some(1), ""));
    assert_eq!(again.err.lines().count(), 1, "{again:?}");

    let piped = [
        "account",
        "add",
        "bo@house.example",
        "--name",
        "Bo",
        "--role",
        "editor",
        "--role",
        "owner",
        "--password-stdin",
    ];
    let short = run(data, &piped, "short\n").await;
    assert_eq!(short.code, Some(1));
    assert!(short.err.contains("at least 12"), "{short:?}");
    let added = run(data, &piped, "lake under quiet snow\n").await;
    assert_eq!(added.code, Some(0), "{added:?}");
    assert!(!added.out.contains("http"), "{added:?}");

    let listed = run(data, &["account", "list"], "").await.out;
    assert!(
        listed.contains("amy@house.example (Jo Example, MA, LPC; author)"),
        "{listed}"
    );
    assert!(
        listed.contains("bo@house.example (Bo; editor, owner)"),
        "{listed}"
    );

    assert_eq!(
        run(data, &["account", "disable", "amy@house.example"], "")
            .await
            .code,
        Some(0)
    );
    let listed = run(data, &["account", "list"], "").await.out;
    assert!(listed.contains("author, disabled"), "{listed}");
    assert_eq!(
        run(data, &["account", "link", "amy@house.example"], "")
            .await
            .code,
        Some(1)
    );
    assert_eq!(
        run(data, &["account", "enable", "amy@house.example"], "")
            .await
            .code,
        Some(0)
    );
    assert!(
        run(data, &["account", "link", "amy@house.example"], "")
            .await
            .out
            .contains("http")
    );
    let last = run(data, &["account", "disable", "bo@house.example"], "").await;
    assert_eq!(last.code, Some(1));
    let nobody = run(data, &["account", "link", "x@house.example"], "").await;
    assert!(nobody.err.contains("x@house.example"), "{nobody:?}");

    let server = Server::start(data, &[]).await;
    server
        .browser()
        .sign_in("bo@house.example", "lake under quiet snow")
        .await;
}

#[tokio::test]
async fn a_link_names_the_address_that_people_use_or_says_that_it_may_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let added = run(data, &ADD, "").await;
    assert!(added.out.contains("http://127.0.0.1:8080/"), "{added:?}");
    assert!(added.out.contains("--public-url"), "{added:?}");

    let server = Server::start(data, &[]).await;
    let link = ["account", "link", "amy@house.example"];
    let answered = format!("http://{}/", server.host);
    for _ in 0..2 {
        let linked = run(data, &link, "").await;
        assert!(linked.out.contains(&answered), "{linked:?}");
        assert!(linked.out.contains("last answered"), "{linked:?}");
    }
    server.terminate();
    assert_eq!(server.ended().await, Some(0));
    let linked = run(data, &link, "").await;
    assert!(linked.out.contains(&answered), "{linked:?}");

    let named = [&link[..], &["--public-url", "https://journal.example"]].concat();
    let linked = run(data, &named, "").await;
    assert!(
        linked.out.contains("https://journal.example/"),
        "{linked:?}"
    );
    assert_eq!(linked.out.lines().count(), 2, "{linked:?}");
}

#[tokio::test]
async fn an_address_that_is_taken_is_told_with_a_way_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(&folder.path().join("one"), &[]).await;
    let other = folder.path().join("two");
    let refused = run(&other, &["serve", "--listen", &server.host], "").await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.err.contains(&server.host), "{refused:?}");
    assert!(refused.err.contains("--listen 127.0.0.1:"), "{refused:?}");
    assert_eq!(refused.err.trim_end().lines().count(), 1, "{refused:?}");
    assert!(!other.exists(), "nothing was begun");
}

#[tokio::test]
async fn the_doctor_makes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("not").join("yet");
    let looked = run(&data, &["doctor"], "").await;
    assert_eq!(looked.code, Some(1), "{looked:?}");
    assert!(looked.out.contains("There is no data folder"), "{looked:?}");
    assert_eq!(looked.out.matches("WRONG").count(), 1, "{looked:?}");
    assert!(!folder.path().join("not").exists());
}

#[tokio::test]
async fn what_cannot_be_understood_is_two() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(
        run(folder.path(), &["publish-everything"], "").await.code,
        Some(2)
    );
    assert_eq!(
        run(folder.path(), &["account", "add", "a@b.example"], "")
            .await
            .code,
        Some(2)
    );
}

#[tokio::test]
async fn the_doctor_finds_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let early = run(data, &["doctor"], "").await;
    assert_eq!(early.code, Some(1));
    assert!(early.out.contains("no database yet"), "{early:?}");
    let migrated = run(data, &["migrate"], "").await;
    assert_eq!(migrated.code, Some(0), "{migrated:?}");
    let looked = run(data, &["doctor", "--mail"], "").await;
    assert!(
        looked.out.contains("ok     The record of acts is whole."),
        "{looked:?}"
    );
    assert!(
        looked.out.contains("WRONG  Mail is not set up"),
        "{looked:?}"
    );
    let reindexed = run(data, &["reindex"], "").await;
    assert!(reindexed.out.contains("0 articles"), "{reindexed:?}");
    let described = run(data, &["openapi"], "").await;
    assert!(described.out.starts_with('{'), "{described:?}");
}
