//! Clinicians without an account are invited to write in an article.

use content::ids::{ArticleId, PersonId};
use editorial::accounts::{self, InvitationView, LinkUse, Visitor};
use editorial::{Caller, Job, Refusal, signing, unsealed, writing};
use storage::on_both_databases;
use time::Duration;

use crate::newsroom::{Newsroom, hire, person};

const ADDRESS: &str = "wren@house.example";

/// Amina's article with somebody new in its byline.
async fn with_wren(room: &Newsroom) -> (ArticleId, PersonId) {
    let (id, section) = room.an_article().await;
    let wren = editorial::people::name_contributor(&room.desk, &room.amina, id, "Wren Pattern, MA")
        .await
        .unwrap()
        .id;
    let over = [person(&room.amina).into(), wren.into()];
    writing::set_contributors(&room.desk, &room.amina, id, section, &over)
        .await
        .unwrap();
    (id, wren)
}

async fn invite(
    room: &Newsroom,
    by: &Caller,
    id: ArticleId,
    whom: PersonId,
    to: &str,
) -> Result<accounts::SentInvitation, Refusal> {
    accounts::invite_to_write(&room.desk, by, id, whom, to).await
}

async fn sent(room: &Newsroom, by: &Caller, id: ArticleId) -> Vec<InvitationView> {
    let all = accounts::invitations(&room.desk, by, id).await.unwrap();
    all.sent
}

fn token(url: &str) -> String {
    url.rsplit('/').next().unwrap().to_owned()
}

async fn accept(room: &Newsroom, token: &str) -> Result<accounts::NewSession, Refusal> {
    let visitor = Visitor {
        address: None,
        browser: "Firefox on Linux".to_owned(),
    };
    let given = LinkUse {
        password: Some("lake under quiet snow".to_owned()),
        ..LinkUse::default()
    };
    accounts::use_link(&room.desk, &visitor, token, &given).await
}

fn conflict<T: std::fmt::Debug>(result: Result<T, Refusal>, words: &str) {
    match result {
        Err(Refusal::Conflict(said)) => assert!(said.contains(words), "{said}"),
        other => panic!("not refused: {other:?}"),
    }
}

on_both_databases! {
    async fn the_letter_names_the_article_and_no_job_keeps_its_title(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, wren) = with_wren(&room).await;
        let invited = invite(&room, &room.amina, id, wren, ADDRESS).await.unwrap();
        assert!(invited.delivery.mailed && invited.delivery.url.is_none());
        let tx = room.desk.storage.look().await.unwrap();
        let job = storage::jobs::list(&tx).await.unwrap().pop().unwrap();
        drop(tx);
        assert!(!job.payload.to_string().contains("Evenings"), "{}", job.payload);
        let Ok(Job::MailLink { to, letter, link }) = serde_json::from_value(job.payload) else {
            panic!("no letter with a link");
        };
        assert_eq!(to, ADDRESS);
        let letter = unsealed(&room.desk, letter, link).await.unwrap().unwrap();
        let letter = serde_json::to_value(letter).unwrap();
        assert_eq!(letter["title"], "Evenings without a quarrel");
        assert_eq!(letter["by"], "Amina Example, MA, LPC");
        accept(&room, &token(letter["url"].as_str().unwrap())).await.unwrap();
        let view = sent(&room, &room.amina, id).await.remove(0);
        assert!(view.accepted_at.is_some());
        conflict(invite(&room, &room.amina, id, wren, ADDRESS).await, "has an account already");
    }

    async fn who_waits_sees_what_came_of_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, wren) = with_wren(&room).await;
        let all = accounts::invitations(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(all.can_be_invited.iter().map(|one| one.id).collect::<Vec<_>>(), [wren]);
        let invited = invite(&room, &room.amina, id, wren, "Wren@House.example").await.unwrap();
        let url = invited.delivery.url.unwrap();
        let view = sent(&room, &room.amina, id).await.remove(0);
        assert_eq!((view.address.as_str(), view.opened_at, view.accepted_at), (ADDRESS, None, None));
        room.clock.pass(Duration::hours(5));
        accounts::look_at_link(&room.desk, &token(&url)).await.unwrap();
        let opened = room.desk.now();
        room.clock.pass(Duration::hours(5));
        accounts::look_at_link(&room.desk, &token(&url)).await.unwrap();
        let view = sent(&room, &room.dana, id).await.remove(0);
        assert_eq!(view.opened_at, Some(opened), "the first time");
        assert_eq!(view.address, ADDRESS, "editors see it whole");
        let session = accept(&room, &token(&url)).await.unwrap();
        drop(session);
        let all = accounts::invitations(&room.desk, &room.amina, id).await.unwrap();
        assert!(all.can_be_invited.is_empty() && all.sent[0].accepted_at.is_some());
        let section = room.section(&room.dana, id, 0).await;
        // Whose name stands there too, and did not send it, sees its beginning.
        let over = [person(&room.amina).into(), wren.into(), person(&room.tomas).into()];
        writing::set_contributors(&room.desk, &room.amina, id, section, &over).await.unwrap();
        assert_eq!(sent(&room, &room.tomas, id).await[0].address, "w…@house.example");
    }

    async fn an_invitation_is_sent_again_to_another_address(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, wren) = with_wren(&room).await;
        invite(&room, &room.amina, id, wren, ADDRESS).await.unwrap();
        conflict(invite(&room, &room.amina, id, wren, ADDRESS).await, "less than an hour ago");
        invite(&room, &room.amina, id, wren, "pattern@house.example").await.unwrap();
        room.clock.pass(Duration::hours(2));
        invite(&room, &room.amina, id, wren, "pattern@house.example").await.unwrap();
        let all = sent(&room, &room.amina, id).await;
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].address, "pattern@house.example");
        assert_eq!(all[0].sent_at, room.desk.now());
        let taken = invite(&room, &room.amina, id, wren, "tomas-sample@house.example").await;
        assert!(matches!(taken, Err(Refusal::Invalid(_))), "{taken:?}");
    }

    async fn what_was_taken_back_opens_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, wren) = with_wren(&room).await;
        let url = invite(&room, &room.amina, id, wren, ADDRESS).await.unwrap().delivery.url.unwrap();
        let view = sent(&room, &room.amina, id).await.remove(0);
        accounts::withdraw_invitation(&room.desk, &room.amina, id, view.id).await.unwrap();
        accounts::withdraw_invitation(&room.desk, &room.amina, id, view.id).await.unwrap();
        let refused = accept(&room, &token(&url)).await;
        assert!(matches!(refused, Err(Refusal::NoSuchLink)));
        assert!(sent(&room, &room.amina, id).await[0].withdrawn_at.is_some());
        let again = invite(&room, &room.amina, id, wren, ADDRESS).await.unwrap();
        let url = again.delivery.url.unwrap();
        accept(&room, &token(&url)).await.unwrap();
        let accepted = accounts::withdraw_invitation(&room.desk, &room.amina, id, view.id).await;
        conflict(accepted, "was accepted");
    }

    async fn who_approves_does_not_choose_where_letters_go(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, wren) = with_wren(&room).await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        for editor in [&room.dana, &room.priya] {
            let refused = invite(&room, editor, id, wren, ADDRESS).await;
            assert!(matches!(refused, Err(Refusal::NotAllowed(_))), "{refused:?}");
            let all = accounts::invitations(&room.desk, editor, id).await.unwrap();
            assert!(all.can_be_invited.is_empty(), "offered what is refused");
        }
    }

    async fn nobody_is_invited_into_a_name_that_is_known(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let known = room.a_guest("Wren Pattern, MA").await;
        let refused = invite(&room, &room.amina, id, known, ADDRESS).await;
        assert!(matches!(&refused, Err(Refusal::Invalid(errors)) if errors[0].code == "not_named"));
        let over = [person(&room.amina).into(), known.into()];
        writing::set_contributors(&room.desk, &room.amina, id, section, &over).await.unwrap();
        let (other, second) = room.an_article().await;
        writing::set_contributors(&room.desk, &room.amina, other, second, &over).await.unwrap();
        conflict(invite(&room, &room.amina, id, known, ADDRESS).await, "an owner has to");
        let owner = hire(&room.desk, "Olu Model", &[], &[storage::accounts::Role::Owner]).await;
        invite(&room, &owner, id, known, ADDRESS).await.unwrap();
        let stranger = invite(&room, &room.tomas, id, known, ADDRESS).await;
        assert!(matches!(stranger, Err(Refusal::NotAllowed(_) | Refusal::NotFound)), "{stranger:?}");
    }
}
