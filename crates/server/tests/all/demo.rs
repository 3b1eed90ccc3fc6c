//! The demo is whole.

use std::collections::BTreeSet;

use countersign::config::{Config, Flags};
use countersign::{demo, house, seed};
use editorial::{Clock as _, SystemClock};
use storage::{audit, on_both_databases};

use crate::program::{Server, run};

on_both_databases! {
    async fn every_state_is_there_and_the_record_is_whole(database: TestDatabase) {
        let config = Config::load(&Flags::default(), []).expect("settings");
        let url = "http://127.0.0.1:8080".to_owned();
        let desk = house::desk(&config, database.storage.clone(), url);
        seed::house_texts(&desk.storage, SystemClock.now()).await.expect("house texts");
        demo::load(&desk).await.expect("a demo");

        let snapshot = desk.storage.reader().snapshot().await.expect("a look");
        assert_eq!(snapshot.newest(50).await.expect("a list").len(), 17);
        let tx = desk.storage.look().await.expect("a look");
        assert_eq!(audit::first_broken(&tx).await.expect("a record"), None);
        let under_way = storage::queue::list_under_way(&tx).await.expect("a queue");
        let states: BTreeSet<_> =
            under_way.iter().filter_map(|row| Some(row.candidate.as_ref()?.state.state())).collect();
        let wanted = ["approved", "changes_requested", "in_review", "proof_out", "submitted"];
        assert_eq!(states, BTreeSet::from(wanted));
    }
}

#[tokio::test]
async fn a_demo_is_served_kept_and_never_mixed_with_anything_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("demo");
    let mut server = Server::begin_command("demo", &data, &[]);
    server.ready().await;
    let browser = server.browser();
    for credential in demo::credentials().expect("accounts") {
        browser
            .clone()
            .sign_in(&credential.email, demo::PASSWORD)
            .await;
        server.out.with(&credential.email).await;
    }
    let page = browser.get("/").await.is(200);
    let start = page.body.find("/articles/").expect("an article");
    let path = page.body[start..]
        .split('"')
        .next()
        .expect("its address")
        .to_owned();
    browser.get(&path).await.is(200);
    server.terminate();
    assert_eq!(server.ended().await, Some(0));

    let mut server = Server::begin_command("demo", &data, &[]);
    server.ready().await;
    server.browser().get(&path).await.is(200);
    server.terminate();
    assert_eq!(server.ended().await, Some(0));

    let other = folder.path().join("other");
    assert_eq!(run(&other, &["migrate"], "").await.code, Some(0));
    let refused = run(&other, &["demo", "--listen", "127.0.0.1:0"], "").await;
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("other than a demo"), "{refused:?}");
    let open = run(&data, &["demo", "--listen", "0.0.0.0:0"], "").await;
    assert_eq!(open.code, Some(1), "{open:?}");
}
