//! Reminders of missing signatures, with a clock that is moved.

use content::ids::ArticleId;
use editorial::signing::{self, SignedContributor};
use editorial::{Caller, Job, Nudge, Refusal, unsealed, writing};
use serde_json::Value;
use storage::{jobs, on_both_databases};
use time::Duration;

use crate::newsroom::{Newsroom, person};

/// A house that sends letters, with a proof out to Amina and Tomas.
async fn two_asked(database: storage::testing::TestDatabase) -> (Newsroom, ArticleId) {
    let mut room = Newsroom::open(database).await;
    room.sends_letters();
    let (id, ..) = room.expert_answers().await;
    room.submit_and_review(id).await;
    room.send(id).await;
    (room, id)
}

/// The reminders that are due, as the worker finds them. `forget` says that their jobs are done.
async fn due(room: &Newsroom, forget: bool) -> Vec<(uuid::Uuid, u8)> {
    let tx = room.desk.storage.begin().await.unwrap();
    let mut found = Vec::new();
    for job in jobs::list(&tx).await.unwrap() {
        if job.kind != "remind" || job.run_at > room.desk.now() {
            continue;
        }
        let Ok(Job::Remind { request, number }) = serde_json::from_value(job.payload) else {
            panic!("not a reminder");
        };
        found.push((request, number));
        if forget {
            jobs::finish(&tx, job.id).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    found
}

/// Lets time pass, and the worker do what is due then.
async fn after(room: &Newsroom, days: i64) {
    room.clock.pass(Duration::days(days));
    for (request, number) in due(room, true).await {
        signing::remind_when_due(&room.desk, request, number)
            .await
            .unwrap();
    }
}

async fn reminders_to(room: &Newsroom, caller: &Caller) -> Vec<Value> {
    let mut letters = room.letters_to(caller).await;
    letters.retain(|letter| letter["letter"] == "reminder");
    letters
}

async fn of(room: &Newsroom, by: &Caller, id: ArticleId, whom: &Caller) -> SignedContributor {
    let signatures = signing::signatures(&room.desk, by, id).await.unwrap();
    let all = signatures.sections.into_iter();
    all.flat_map(|section| section.contributors)
        .find(|one| one.person.id == person(whom))
        .unwrap()
}

async fn acts(room: &Newsroom, id: ArticleId, act: &str) -> usize {
    let history = writing::history(&room.desk, &room.dana, id).await.unwrap();
    history.iter().filter(|line| line.act == act).count()
}

/// What the letters of a kind to somebody open, as they leave.
async fn links_in(room: &Newsroom, caller: &Caller, kind: &str) -> Vec<Option<String>> {
    let tx = room.desk.storage.look().await.unwrap();
    let all = jobs::list(&tx).await.unwrap();
    drop(tx);
    let address = room.address(caller).await;
    let mut urls = Vec::new();
    for job in all {
        if let Ok(Job::MailLink { to, letter, link }) = serde_json::from_value(job.payload.clone())
            && to == address
            && job.payload["letter"]["letter"] == kind
        {
            let sent = unsealed(&room.desk, letter, link).await.unwrap();
            urls.push(sent.map(|letter| {
                serde_json::to_value(letter).unwrap()["url"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            }));
        }
    }
    urls
}

async fn opens(room: &Newsroom, url: &str) -> Caller {
    let token = url.rsplit('/').next().unwrap();
    signing::open_proof_link(&room.desk, token).await.unwrap().0
}

on_both_databases! {
    async fn who_does_not_sign_is_reminded_twice_and_then_no_more(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        after(&room, 2).await;
        assert!(reminders_to(&room, &room.amina).await.is_empty());
        after(&room, 1).await;
        let first = reminders_to(&room, &room.amina).await;
        assert_eq!(first.len(), 1);
        assert_eq!(first[0]["nudge"], serde_json::to_value(Nudge::First).unwrap());
        assert_eq!(first[0]["name"], "Amina Example");
        after(&room, 3).await;
        assert_eq!(reminders_to(&room, &room.amina).await.len(), 1);
        after(&room, 1).await;
        let both = reminders_to(&room, &room.amina).await;
        assert_eq!(both.len(), 2);
        assert_eq!(both[1]["nudge"], serde_json::to_value(Nudge::Last).unwrap());
        for _ in 0..30 {
            after(&room, 1).await;
        }
        assert_eq!(reminders_to(&room, &room.amina).await.len(), 2);
        assert_eq!(reminders_to(&room, &room.tomas).await.len(), 2);
        assert_eq!(acts(&room, id, "remind").await, 4);
        let shown = of(&room, &room.dana, id, &room.amina).await;
        let days: Vec<_> =
            shown.reminded.iter().map(|at| (*at - shown.asked_at.unwrap()).whole_days()).collect();
        assert_eq!(days, [3, 7]);
    }

    async fn a_reminder_carries_a_link_that_works_and_leaves_the_first(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        let first = links_in(&room, &room.amina, "proof").await.remove(0).unwrap();
        after(&room, 3).await;
        let reminder = links_in(&room, &room.amina, "reminder").await.remove(0).unwrap();
        opens(&room, &first).await;
        let holder = opens(&room, &reminder).await;
        room.clock.pass(Duration::days(12));
        let ended = signing::open_proof_link(&room.desk, first.rsplit('/').next().unwrap()).await;
        assert!(matches!(ended, Err(Refusal::NoSuchLink)), "{ended:?}");
        room.sign(&holder, id).await.unwrap();
        let shown = of(&room, &room.dana, id, &room.amina).await;
        assert!(shown.signed_at.is_some() && shown.link_shown_to.is_none());
    }

    async fn who_has_signed_is_left_alone(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        room.sign(&room.amina, id).await.unwrap();
        after(&room, 3).await;
        assert!(reminders_to(&room, &room.amina).await.is_empty());
        assert_eq!(reminders_to(&room, &room.tomas).await.len(), 1);
        // His reminder has not left yet, and need not any more.
        room.sign(&room.tomas, id).await.unwrap();
        assert_eq!(links_in(&room, &room.tomas, "reminder").await, [None]);
    }

    async fn a_new_proof_starts_anew(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        let section = room.section(&room.dana, id, 0).await;
        after(&room, 2).await;
        room.write(&room.dana, id, section, "<p>Start very small.</p>").await.unwrap();
        room.send(id).await;
        after(&room, 2).await;
        assert!(reminders_to(&room, &room.amina).await.is_empty(), "the old proof is gone");
        after(&room, 1).await;
        assert_eq!(reminders_to(&room, &room.amina).await.len(), 1);
    }

    async fn whose_signature_fell_is_asked_and_reminded_anew(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, section) = room.an_article().await;
        let both = [person(&room.amina).into(), person(&room.tomas).into()];
        writing::set_contributors(&room.desk, &room.amina, id, section, &both).await.unwrap();
        room.submit_and_review(id).await;
        room.write(&room.dana, id, section, "<p>Begin with a long walk.</p>").await.unwrap();
        room.send(id).await;
        room.sign(&room.tomas, id).await.unwrap();
        after(&room, 2).await;
        // She puts her earlier words back, and his signature falls with that.
        let shown = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        let own = signing::Signing {
            digest: shown.digest,
            declarations: crate::newsroom::nothing_to_declare(),
            put_back: vec![(section, 1)],
        };
        signing::attest(&room.desk, &room.amina, id, own).await.unwrap();
        after(&room, 1).await;
        assert!(reminders_to(&room, &room.tomas).await.is_empty(), "he was asked a day ago");
        after(&room, 2).await;
        assert_eq!(reminders_to(&room, &room.tomas).await.len(), 1);
        assert!(reminders_to(&room, &room.amina).await.is_empty());
    }

    async fn an_objection_ends_the_reminders(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        signing::object(&room.desk, &room.amina, id, "Not like this.", signing::Extent::SomethingIsWrong)
            .await.unwrap();
        after(&room, 9).await;
        assert!(reminders_to(&room, &room.amina).await.is_empty());
        assert!(reminders_to(&room, &room.tomas).await.is_empty());
    }

    async fn an_editor_stops_them_for_an_article(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        let refused = signing::set_reminders(&room.desk, &room.amina, id, false).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(_))), "{refused:?}");
        signing::set_reminders(&room.desk, &room.dana, id, false).await.unwrap();
        signing::set_reminders(&room.desk, &room.dana, id, false).await.unwrap();
        assert_eq!(acts(&room, id, "stop_reminders").await, 1);
        after(&room, 3).await;
        assert!(reminders_to(&room, &room.amina).await.is_empty());
        let shown = signing::signatures(&room.desk, &room.dana, id).await.unwrap();
        assert!(!shown.automatic_reminders);
        // By hand it goes on; and by itself again, once it may.
        signing::remind(&room.desk, &room.dana, id, person(&room.amina)).await.unwrap();
        signing::set_reminders(&room.desk, &room.dana, id, true).await.unwrap();
        after(&room, 4).await;
        assert_eq!(reminders_to(&room, &room.amina).await.len(), 2);
        assert_eq!(reminders_to(&room, &room.tomas).await.len(), 1);
    }

    async fn by_hand_once_a_day(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        let remind = async || {
            signing::remind(&room.desk, &room.dana, id, person(&room.amina)).await
        };
        assert!(of(&room, &room.dana, id, &room.amina).await.way.unwrap().can_remind);
        remind().await.unwrap();
        let again = remind().await;
        assert!(matches!(&again, Err(Refusal::Conflict(words)) if words.contains("tomorrow")), "{again:?}");
        assert!(!of(&room, &room.dana, id, &room.amina).await.way.unwrap().can_remind);
        room.clock.pass(Duration::hours(60));
        remind().await.unwrap();
        // What falls due within a day of that is not sent on top of it.
        room.clock.pass(Duration::hours(12));
        after(&room, 0).await;
        let letters = reminders_to(&room, &room.amina).await;
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().all(|letter| letter["nudge"] == "editor"));
        assert_eq!(reminders_to(&room, &room.tomas).await.len(), 1);
        let refused = signing::remind(&room.desk, &room.tomas, id, person(&room.amina)).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(_))), "{refused:?}");
        room.sign(&room.amina, id).await.unwrap();
        room.clock.pass(Duration::days(2));
        assert!(matches!(remind().await, Err(Refusal::Conflict(_))));
    }

    async fn without_letters_nobody_is_reminded(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        assert!(due(&room, false).await.is_empty());
        after(&room, 8).await;
        assert_eq!(acts(&room, id, "remind").await, 0);
        let refused = signing::remind(&room.desk, &room.dana, id, person(&room.amina)).await;
        assert!(matches!(&refused, Err(Refusal::Conflict(words)) if words.contains("link")), "{refused:?}");
    }

    async fn two_workers_send_one(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        room.clock.pass(Duration::days(3));
        let (request, number) = due(&room, false).await[0];
        let once = || signing::remind_when_due(&room.desk, request, number);
        let (one, other) = tokio::join!(once(), once());
        one.unwrap();
        other.unwrap();
        // A worker that ended before it said that it was done has done it all the same.
        room.clock.pass(Duration::days(2));
        once().await.unwrap();
        assert_eq!(acts(&room, id, "remind").await, 1);
    }

    async fn addresses_are_shown_to_editors_alone(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        let to_editor = of(&room, &room.dana, id, &room.tomas).await;
        assert_eq!(to_editor.way.unwrap().mailed_to.as_deref(), Some("tomas-sample@house.example"));
        let to_author = of(&room, &room.amina, id, &room.tomas).await;
        assert!(to_author.way.is_none());
        assert!(to_author.asked_at.is_some());
        let made = signing::copy_proof_link(&room.desk, &room.dana, id, person(&room.tomas)).await;
        made.unwrap();
        let way = of(&room, &room.dana, id, &room.tomas).await.way.unwrap();
        assert_eq!(way.copied.unwrap().0.id, person(&room.dana));
        let tx = room.desk.storage.begin().await.unwrap();
        storage::requests::forget_addresses(&tx, room.desk.now() + Duration::days(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(of(&room, &room.dana, id, &room.tomas).await.way.unwrap().mailed_to.is_none());
    }

    async fn the_database_keeps_reminders_as_they_were_sent(db: TestDatabase) {
        let (room, id) = two_asked(db).await;
        after(&room, 3).await;
        let raw = async |sql: &str| storage::testing::raw(&room.database, sql).await.map(|_| ());
        let refused = crate::schema::refused_with;
        refused(raw("UPDATE reminders SET number = 2").await, "permanent");
        refused(raw("DELETE FROM reminders").await, "never deleted");
        refused(raw("DELETE FROM signature_requests").await, "never deleted");
        refused(raw("UPDATE signature_requests SET mailed_to = 'x@y.example'").await, "stays");
        let id_of = if room.database.address.starts_with("sqlite") { "randomblob(16)" } else { "gen_random_uuid()" };
        let twice = format!("INSERT INTO reminders SELECT {id_of}, request_id, number, sent_by, at FROM reminders");
        assert!(raw(&twice).await.is_err(), "the first reminder was sent twice");
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Start very small.</p>").await.unwrap();
        room.send(id).await;
        let late = twice.replace("request_id, number", "request_id, 2");
        refused(raw(&late).await, "not asked any more");
    }
}
