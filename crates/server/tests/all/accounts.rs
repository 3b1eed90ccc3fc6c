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
