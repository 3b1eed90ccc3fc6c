//! Several servers on one PostgreSQL.

use std::time::{Duration, Instant};

use serde_json::json;
use storage::jobs;
use storage::testing::{Engine, TestDatabase};

use crate::http::Browser;
use crate::newsroom::{AUTHOR, EDITOR, Newsroom, PASSWORD};
use crate::post_office::PostOffice;
use crate::program::{Server, until};

/// A node of its own, with its own search index.
fn node(folder: &tempfile::TempDir, name: &str, address: &str, mail: u16) -> Server {
    let data = folder.path().join(name);
    std::fs::create_dir(&data).expect("a folder");
    let settings = format!(
        "[smtp]\nhost = \"127.0.0.1\"\nport = {mail}\ntls = \"none\"\nfrom = \"desk@house.example\"\n"
    );
    std::fs::write(data.join("countersign.toml"), settings).expect("settings");
    Server::begin(&data, &["--database-url", address])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_start_at_once_share_the_work_and_learn_from_each_other() {
    let database = TestDatabase::empty(Engine::Postgres).await;
    let office = PostOffice::open().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut one = node(&folder, "one", &database.address, office.port);
    let mut other = node(&folder, "other", &database.address, office.port);
    tokio::join!(one.ready(), other.ready());

    let room = Newsroom::open(&database.storage).await;
    let wish = json!({"email": AUTHOR});
    for _ in 0..4 {
        one.browser().post("/api/v1/links", &wish).await.is(202);
    }
    until("letters", async || {
        (office.letters().len() >= 4).then_some(())
    })
    .await;
    until("the jobs to be done", async || {
        let tx = database.storage.look().await.expect("a look");
        jobs::list(&tx)
            .await
            .expect("jobs")
            .is_empty()
            .then_some(())
    })
    .await;
    assert_eq!(office.letters().len(), 4, "each once");

    let (id, digest) = room.approved("Lanternwater evenings").await;
    let editor = one.browser().sign_in(EDITOR, PASSWORD).await;
    let body = json!({"digest": digest.to_string()});
    editor
        .post(&format!("/api/v1/articles/{id}/publish"), &body)
        .await
        .is(200);
    let published = Instant::now();
    for server in [&one, &other] {
        until("the page", async || page(&server.browser()).await).await;
        until("the hit", async || hit(&server.browser()).await).await;
    }
    let took = published.elapsed();
    assert!(took < Duration::from_secs(2), "{took:?}");
    for server in [one, other] {
        server.terminate();
        assert_eq!(server.ended().await, Some(0));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_remind_once() {
    let database = TestDatabase::new(Engine::Postgres).await;
    let mut room = Newsroom::open(&database.storage).await;
    room.sends_letters();
    // The clock of this room stands in the past: by now every reminder is due, and the second
    // would follow at once on the first, which it does not.
    let count = 5;
    for number in 0..count {
        room.proof_out(&format!("Lanternwater evenings {number}"))
            .await;
    }
    let office = PostOffice::open().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut one = node(&folder, "one", &database.address, office.port);
    let mut other = node(&folder, "other", &database.address, office.port);
    tokio::join!(one.ready(), other.ready());
    until("the jobs to be done", async || {
        let tx = database.storage.look().await.expect("a look");
        jobs::list(&tx)
            .await
            .expect("jobs")
            .is_empty()
            .then_some(())
    })
    .await;
    let reminders = office.letters();
    assert_eq!(
        reminders.len(),
        count,
        "the links of the proofs have run out"
    );
    assert!(
        reminders
            .iter()
            .all(|letter| letter.data.contains("Your article waits for you"))
    );
    for server in [one, other] {
        server.terminate();
        assert_eq!(server.ended().await, Some(0));
    }
}

async fn page(browser: &Browser) -> Option<()> {
    let page = browser.get("/articles/lanternwater-evenings").await;
    (page.status == 200).then_some(())
}

async fn hit(browser: &Browser) -> Option<()> {
    let hits = browser.get("/api/v1/search?q=lanternwater").await.json();
    (hits["items"].as_array()?.len() == 1).then_some(())
}
