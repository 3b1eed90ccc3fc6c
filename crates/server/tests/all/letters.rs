//! Letters over a real conversation with a mail server.

use std::sync::Arc;

use content::ids::JobId;
use countersign::config::{Smtp, Tls};
use countersign::worker::{Outcome, Post, drain, run_one};
use editorial::accounts::{Invitation, invite, look_at_link};
use editorial::{Desk, SiteFacts};
use storage::accounts::Role;
use storage::jobs::{self, StoredJob};
use storage::on_both_databases;
use storage::testing::{TestDatabase, places_of};
use time::Duration;

use crate::newsroom::Newsroom;
use crate::post_office::PostOffice;

fn post(port: u16) -> Post {
    let smtp = Smtp {
        host: "127.0.0.1".to_owned(),
        port,
        login: None,
        from: "Fernway <desk@fernway.example>"
            .parse()
            .expect("an address"),
        tls: Tls::None,
    };
    let site = pages::SiteFacts::new("Fernway Journal", "http://127.0.0.1:8080");
    Post::new(Some(&smtp), site).expect("a post office")
}

async fn kept(desk: &Desk) -> Vec<StoredJob> {
    let tx = desk.storage.look().await.expect("a look");
    jobs::list(&tx).await.expect("the jobs")
}

/// A desk that has one letter to send.
async fn with_a_letter(database: &TestDatabase, to: &str) -> (Newsroom, Desk) {
    let room = Newsroom::open(&database.storage).await;
    let site = SiteFacts {
        mail: true,
        ..(*room.desk.site).clone()
    };
    let desk = Desk {
        site: Arc::new(site),
        ..room.desk.clone()
    };
    let invitation = Invitation {
        email: to.to_owned(),
        name: "Wren Pattern".to_owned(),
        letters: None,
        person: None,
        roles: vec![Role::Author],
    };
    invite(&desk, &room.editor, &invitation)
        .await
        .expect("invited");
    (room, desk)
}

on_both_databases! {
    async fn a_letter_is_sent_once_and_forgotten(database: TestDatabase) {
        let (_room, desk) = with_a_letter(&database, "wren@house.example").await;
        let stored = kept(&desk).await[0].payload.to_string();
        assert!(stored.contains("/admin/in/\""), "no secret is kept: {stored}");
        let office = PostOffice::open().await;
        assert_eq!(drain(&desk, &post(office.port)).await, Ok(1));
        let letters = office.letters();
        assert_eq!(letters.len(), 1);
        let letter = &letters[0];
        assert!(letter.to.contains("wren@house.example"), "{letter:?}");
        assert!(letter.from.contains("desk@fernway.example"), "{letter:?}");
        assert!(letter.data.contains("Dear Wren Pattern,"), "{letter:?}");
        assert!(letter.data.contains("http://127.0.0.1:8080/admin/"), "{letter:?}");
        assert!(letter.data.to_lowercase().contains("message-id:"), "{letter:?}");
        assert!(kept(&desk).await.is_empty());
        let data = letter.data.replace("=\r\n", "");
        let (_, rest) = data.split_once("/admin/in/").expect("a link");
        let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        assert_eq!(token.len(), 64, "{data}");
        let seen = look_at_link(&desk, &token).await.expect("it opens");
        assert_eq!(seen.name.as_deref(), Some("Wren Pattern"));
        assert_eq!(places_of(&database, &token).await, [""; 0]);
        post(office.port).greet().await.expect("greeted");
    }

    async fn while_the_mail_server_is_down_a_letter_waits(database: TestDatabase) {
        let (room, desk) = with_a_letter(&database, "wren@house.example").await;
        // A port at which nobody listens.
        let port = PostOffice::open().await.port;
        let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let nobody = closed.local_addr().expect("an address").port();
        drop(closed);
        for minutes in [1, 5, 15, 60] {
            let begun = desk.now();
            assert_eq!(run_one(&desk, &post(nobody)).await, Ok(Outcome::PutBack));
            let jobs = kept(&desk).await;
            assert_eq!(jobs[0].run_at, begun + Duration::minutes(minutes));
            assert!(jobs[0].last_error.is_some());
            assert_eq!(run_one(&desk, &post(port)).await, Ok(Outcome::Nothing), "not before");
            room.clock.pass(Duration::minutes(minutes));
        }
        assert_eq!(run_one(&desk, &post(nobody)).await, Ok(Outcome::GivenUp));
        let jobs = kept(&desk).await;
        assert!(jobs[0].failed_at.is_some(), "{jobs:?}");
        assert_eq!(jobs[0].payload, serde_json::json!({}), "not what it was to tell");
        assert_eq!(run_one(&desk, &post(port)).await, Ok(Outcome::Nothing));
    }

    async fn a_letter_whose_link_ended_is_not_sent(database: TestDatabase) {
        let (room, desk) = with_a_letter(&database, "wren@house.example").await;
        room.clock.pass(Duration::days(15));
        let office = PostOffice::open().await;
        assert_eq!(run_one(&desk, &post(office.port)).await, Ok(Outcome::Done));
        assert!(office.letters().is_empty());
    }

    async fn an_address_that_is_refused_is_given_up(database: TestDatabase) {
        let (_room, desk) = with_a_letter(&database, "nobody@house.example").await;
        let office = PostOffice::open().await;
        assert_eq!(run_one(&desk, &post(office.port)).await, Ok(Outcome::GivenUp));
        let jobs = kept(&desk).await;
        assert!(jobs[0].last_error.as_deref().is_some_and(|why| why.contains("no such person")));
    }

    async fn work_of_another_version_is_given_up_and_kept(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let tx = room.desk.storage.begin().await.expect("a transaction");
        let payload = serde_json::json!({"job": "fly"});
        let id = JobId(room.desk.id());
        jobs::insert(&tx, id, "fly", payload, room.desk.now()).await.expect("kept");
        tx.commit().await.expect("kept");
        let office = PostOffice::open().await;
        assert_eq!(run_one(&room.desk, &post(office.port)).await, Ok(Outcome::GivenUp));
        assert_eq!(kept(&room.desk).await.len(), 1);
    }

    async fn a_missing_signature_is_asked_for_again_after_three_days_and_seven(database: TestDatabase) {
        let mut room = Newsroom::open(&database.storage).await;
        room.sends_letters();
        let id = room.proof_out("Lanternwater evenings").await;
        let office = PostOffice::open().await;
        let work = async || drain(&room.desk, &post(office.port)).await.expect("work");
        work().await;
        assert_eq!(office.letters().len(), 1, "the proof");
        room.clock.pass(Duration::days(3) - Duration::seconds(1));
        assert_eq!(work().await, 0);
        room.clock.pass(Duration::seconds(1));
        // The reminder, and the letter that it leaves to the same worker.
        assert_eq!(work().await, 2);
        room.clock.pass(Duration::days(4));
        work().await;
        room.clock.pass(Duration::days(30));
        assert_eq!(work().await, 0);
        let letters = office.letters();
        assert_eq!(letters.len(), 3);
        assert!(kept(&room.desk).await.is_empty());
        for letter in &letters[1..] {
            let data = letter.data.replace("=\r\n", "");
            assert!(letter.to.contains(crate::newsroom::AUTHOR), "{letter:?}");
            assert!(data.contains("Subject: Your article waits for you"), "{data}");
            assert!(!data.contains("Lanternwater"), "no title in a letter: {data}");
            assert!(data.contains("no longer want it published"), "{data}");
        }
        // The link of the last letter signs.
        let data = letters[2].data.replace("=\r\n", "");
        assert!(data.contains("last reminder"), "{data}");
        let (_, rest) = data.split_once("/admin/sign/").expect("a link");
        let token: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        room.clock.pass(Duration::days(-30));
        let opened = editorial::signing::open_proof_link(&room.desk, &token).await.expect("it opens");
        assert_eq!(opened.1, id);
        assert_eq!(places_of(&database, &token).await, [""; 0]);
    }

    async fn a_reminder_that_was_begun_and_not_ended_is_sent_once(database: TestDatabase) {
        let mut room = Newsroom::open(&database.storage).await;
        room.sends_letters();
        room.proof_out("Lanternwater evenings").await;
        let office = PostOffice::open().await;
        drain(&room.desk, &post(office.port)).await.expect("work");
        room.clock.pass(Duration::days(3));
        // A worker takes the reminder, writes its letter, and ends before it says so.
        let tx = room.desk.storage.begin().await.expect("a transaction");
        let lease = room.desk.now() + Duration::minutes(1);
        let taken = jobs::take_due(&tx, room.desk.now(), lease).await.expect("taken").expect("one");
        tx.commit().await.expect("taken");
        let Ok(editorial::Job::Remind { request, number }) = serde_json::from_value(taken.payload) else {
            panic!("another job");
        };
        editorial::signing::remind_when_due(&room.desk, request, number).await.expect("reminded");
        room.clock.pass(Duration::minutes(2));
        drain(&room.desk, &post(office.port)).await.expect("work");
        assert_eq!(office.letters().len(), 2, "the proof, and one reminder");
    }
}
