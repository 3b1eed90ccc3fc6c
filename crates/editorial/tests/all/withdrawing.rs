//! What was taken off the site, who takes part in that, and what it takes to come back.

use content::ids::ArticleId;
use editorial::signing::{self, Withdrawal, WithdrawalStep};
use editorial::{Act, Caller, Refusal, writing};
use storage::{Lookup, on_both_databases};

use crate::newsroom::{Newsroom, person};

async fn withdraw(
    room: &Newsroom,
    caller: &Caller,
    id: ArticleId,
    step: WithdrawalStep,
) -> Result<Withdrawal, Refusal> {
    signing::withdraw(&room.desk, caller, id, step).await
}

fn ask() -> WithdrawalStep {
    WithdrawalStep::Ask {
        printed: "Its author asked us to.".to_owned(),
    }
}

fn emergency() -> WithdrawalStep {
    WithdrawalStep::Emergency {
        printed: "A person could be recognised.".to_owned(),
    }
}

async fn join(room: &Newsroom, caller: &Caller, id: ArticleId) -> Result<Withdrawal, Refusal> {
    let act = room.asked(caller, id).await.id;
    withdraw(room, caller, id, WithdrawalStep::Join { act }).await
}

async fn rewrite(room: &Newsroom, id: ArticleId, words: &str) {
    let section = room.section(&room.dana, id, 0).await;
    room.write(&room.dana, id, section, words).await.unwrap();
}

/// Signed and approved anew, and live.
async fn sign_and_publish(room: &Newsroom, id: ArticleId) {
    room.sign(&room.amina, id).await.unwrap();
    room.approve(&room.dana, id).await.unwrap();
    room.publish(id).await.unwrap();
}

on_both_databases! {
    async fn what_comes_back_prints_the_day_it_was_signed_again(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let Lookup::Found(first) = room.page().await else { panic!("gone") };
        withdraw(&room, &room.dana, id, emergency()).await.unwrap();
        room.clock.pass(time::Duration::days(40));
        let again = room.desk.now();
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.priya, id).await.unwrap();
        room.publish(id).await.unwrap();
        let Lookup::Found(page) = room.page().await else { panic!("gone") };
        assert_eq!(page.sections[0].body, first.sections[0].body);
        let author = &page.sections[0].contributors[0];
        assert_eq!(author.signed_at, Some(again));
        assert_eq!(author.permission.as_ref().unwrap().granted_at, again);
        let named: Vec<_> =
            page.countersigners.iter().map(|one| (one.byline.name.as_str(), one.at)).collect();
        assert_eq!(named, [("Priya Pattern", again)]);

        // A successor that asks only for what changed keeps the day of the signature that counts.
        room.clock.pass(time::Duration::days(2));
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        room.send(id).await;
        room.publish(id).await.unwrap();
        let Lookup::Found(page) = room.page().await else { panic!("gone") };
        assert_eq!(page.sections[0].contributors[0].signed_at, Some(again));
        assert_eq!(page.countersigners.len(), 1);
    }

    async fn what_two_took_down_one_does_not_put_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        withdraw(&room, &room.dana, id, ask()).await.unwrap();
        join(&room, &room.amina, id).await.unwrap();
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let sent = room.send(id).await;
        assert_eq!(sent.links.len(), 1, "the author is asked again");
        assert_eq!(room.state(id).await, "proof_out");
        let refused = room.publish(id).await.unwrap_err();
        let Refusal::FailedChecks(findings) = refused else { panic!("{refused:?}") };
        let codes: Vec<&str> = findings.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["not_signed", "not_approved"]);
        assert!(matches!(room.page().await, Lookup::Gone(_)));
        sign_and_publish(&room, id).await;
        assert!(matches!(room.page().await, Lookup::Found(_)));
    }

    async fn an_old_text_does_not_return_on_old_signatures(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        let old = room.digest(id).await;
        room.publish(id).await.unwrap();
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        rewrite(&room, id, "<p>Better words.</p>").await;
        room.send(id).await;
        sign_and_publish(&room, id).await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        rewrite(&room, id, "<p>Begin with a walk.</p>").await;
        let sent = room.send(id).await;
        assert_eq!(sent.released.revision_digest, old, "it is the same text");
        assert_eq!(sent.links.len(), 1);
        assert!(room.publish(id).await.is_err());
        sign_and_publish(&room, id).await;
    }

    async fn what_readers_have_by_countersignature_stays_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, _) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        room.write(&room.dana, id, first, "<p>Start smaller still.</p>").await.unwrap();
        let sent = room.send(id).await;
        let asked: Vec<_> = sent.links.iter().map(|link| link.person.id).collect();
        assert_eq!(asked, [person(&room.amina)]);
    }

    async fn a_withdrawal_brings_a_text_under_way_back_to_the_editors(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        rewrite(&room, id, "<p>Better words.</p>").await;
        let sent = room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
        withdraw(&room, &room.dana, id, emergency()).await.unwrap();
        assert_eq!(room.state(id).await, "in_review");
        assert!(matches!(room.open_link(&sent.links[0]).await, Err(Refusal::NoSuchLink)));
        assert_eq!(room.send(id).await.links.len(), 1);
    }

    async fn one_of_the_two_is_an_editor(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
        withdraw(&room, &room.amina, id, ask()).await.unwrap();
        let authors = join(&room, &room.tomas, id).await.unwrap_err();
        assert!(matches!(authors, Refusal::NotAllowed(_)), "{authors:?}");
        let state = |view: writing::DraftView| view.public.unwrap().state.state();
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(state(view), "live");
        assert_eq!(join(&room, &room.dana, id).await.unwrap(), Withdrawal::Done);
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(state(view), "withdrawn");
    }

    async fn who_agrees_names_what_they_read(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        withdraw(&room, &room.dana, id, ask()).await.unwrap();
        let asked = room.asked(&room.amina, id).await;
        assert_eq!(asked.reason.as_deref(), Some("Its author asked us to."));
        assert_eq!(asked.asked_by.id, person(&room.dana));
        assert!(!asked.emergency);
        let another = WithdrawalStep::Join { act: room.desk.id() };
        let refused = withdraw(&room, &room.amina, id, another).await.unwrap_err();
        assert!(matches!(refused, Refusal::Conflict(_)), "{refused:?}");
        assert!(matches!(room.page().await, Lookup::Found(_)));
        let again = withdraw(&room, &room.priya, id, ask()).await.unwrap_err();
        assert!(matches!(again, Refusal::Conflict(_)), "{again:?}");
        withdraw(&room, &room.amina, id, WithdrawalStep::Join { act: asked.id }).await.unwrap();
        let Lookup::Gone(tombstone) = room.page().await else { panic!("still there") };
        assert_eq!(Some(tombstone.reason), asked.reason);
    }

    async fn a_review_after_an_emergency_is_found_and_spares_the_successor(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        withdraw(&room, &room.dana, id, emergency()).await.unwrap();
        let desks = writing::queue(&room.desk, &room.priya).await.unwrap();
        let waiting = &desks.groups[0];
        assert_eq!(waiting.key, "awaiting_you");
        let row = waiting.items.iter().find(|row| row.id == id).expect("in the queue");
        assert!(row.joint_act.as_ref().is_some_and(|act| act.emergency));
        let own = writing::queue(&room.desk, &room.dana).await.unwrap();
        assert!(own.groups.iter().all(|group| group.items.iter().all(|row| row.id != id)));
        let view = writing::open_draft(&room.desk, &room.priya, id).await.unwrap();
        assert!(view.may.contains(&Act::Withdraw));
        let act = view.joint_act.unwrap().id;

        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        rewrite(&room, id, "<p>Nobody can be recognised.</p>").await;
        room.send(id).await;
        sign_and_publish(&room, id).await;
        let late = withdraw(&room, &room.priya, id, WithdrawalStep::Join { act }).await.unwrap_err();
        assert!(matches!(late, Refusal::WrongState(_)), "{late:?}");
        assert!(matches!(room.page().await, Lookup::Found(_)));
    }

    async fn a_review_after_an_emergency_ends_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        withdraw(&room, &room.dana, id, emergency()).await.unwrap();
        join(&room, &room.priya, id).await.unwrap();
        let view = writing::open_draft(&room.desk, &room.priya, id).await.unwrap();
        assert!(view.joint_act.is_none() && !view.may.contains(&Act::Withdraw));
    }

    async fn whose_words_are_live_keeps_a_say_in_them(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        writing::set_contributors(&room.desk, &room.dana, id, section, &[person(&room.tomas).into()])
            .await.unwrap();
        let view = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        assert!(view.may.contains(&Act::Withdraw) && !view.may.contains(&Act::Edit));
        assert!(!view.mine);
        let own = writing::my_articles(&room.desk, &room.amina).await.unwrap();
        assert!(own.iter().any(|row| row.id == id));
        // Whose name stands over the draft alone has none in what readers have.
        let other = withdraw(&room, &room.tomas, id, ask()).await.unwrap_err();
        assert!(matches!(other, Refusal::NotAllowed(_)), "{other:?}");
        withdraw(&room, &room.dana, id, ask()).await.unwrap();
        let told = room.letters_to(&room.amina).await.pop().unwrap();
        assert!(told["sentence"].as_str().unwrap().contains("taken off the site"), "{told}");
        join(&room, &room.amina, id).await.unwrap();
        assert!(matches!(room.page().await, Lookup::Gone(_)));
    }

    async fn an_author_asks_and_an_editor_agrees_and_nobody_else(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let stranger = withdraw(&room, &room.tomas, id, ask()).await.unwrap_err();
        assert!(matches!(stranger, Refusal::NotFound), "{stranger:?}");
        withdraw(&room, &room.amina, id, ask()).await.unwrap();
        let act = room.asked(&room.dana, id).await.id;
        let step = WithdrawalStep::Join { act };
        let stranger = withdraw(&room, &room.tomas, id, step.clone()).await.unwrap_err();
        assert!(matches!(stranger, Refusal::NotFound), "{stranger:?}");
        assert_eq!(withdraw(&room, &room.dana, id, step).await.unwrap(), Withdrawal::Done);
    }

    async fn who_began_an_article_leaves_it_with_the_names(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        writing::set_contributors(&room.desk, &room.amina, id, section, &[person(&room.tomas).into()])
            .await.unwrap();
        // Not submitted yet: it is still the one she began.
        writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        signing::submit(&room.desk, &room.tomas, id, true).await.unwrap();
        let gone = writing::open_draft(&room.desk, &room.amina, id).await.unwrap_err();
        assert!(matches!(gone, Refusal::NotFound), "{gone:?}");
        let refused = signing::recall(&room.desk, &room.amina, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotFound), "{refused:?}");
        let own = writing::my_articles(&room.desk, &room.amina).await.unwrap();
        assert!(own.is_empty());
        signing::recall(&room.desk, &room.tomas, id).await.unwrap();
    }
}
