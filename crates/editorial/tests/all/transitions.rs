//! The steps of a text under way: who may take each, and who may not.

use content::ids::ArticleId;
use editorial::signing::{self, Answer, Extent};
use editorial::{Caller, Refusal, writing};
use storage::on_both_databases;

use crate::newsroom::Newsroom;

fn because() -> Answer {
    Answer {
        reason: "Outside our topics".to_owned(),
        message: "Thank you.".to_owned(),
    }
}

async fn changes_requested(room: &Newsroom) -> ArticleId {
    let id = room.in_review().await;
    signing::request_changes(&room.desk, &room.dana, id, because())
        .await
        .unwrap();
    id
}

async fn declined(room: &Newsroom) -> ArticleId {
    let id = room.in_review().await;
    signing::decline(&room.desk, &room.dana, id, because())
        .await
        .unwrap();
    id
}

async fn write(room: &Newsroom, by: &Caller, id: ArticleId, html: &str) -> Result<(), Refusal> {
    let section = room.section(&room.dana, id, 0).await;
    room.write(by, id, section, html).await.map(|_| ())
}

fn not_allowed(result: Result<(), Refusal>) {
    let refused = result.unwrap_err();
    assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
}

fn not_found(result: Result<(), Refusal>) {
    let refused = result.unwrap_err();
    assert!(matches!(refused, Refusal::NotFound), "{refused:?}");
}

fn wrong_state(result: Result<(), Refusal>) {
    let refused = result.unwrap_err();
    assert!(matches!(refused, Refusal::WrongState(_)), "{refused:?}");
}

on_both_databases! {
    async fn an_editor_declines_what_is_in_review(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        not_allowed(signing::decline(&room.desk, &room.amina, id, because()).await);
        not_found(signing::decline(&room.desk, &room.tomas, id, because()).await);
        assert_eq!(room.state(id).await, "in_review");
        signing::decline(&room.desk, &room.dana, id, because()).await.unwrap();
        assert_eq!(room.state(id).await, "declined");
        wrong_state(signing::decline(&room.desk, &room.dana, id, because()).await);
        wrong_state(write(&room, &room.amina, id, "<p>But.</p>").await);
    }

    async fn its_author_submits_again_after_changes_were_asked_for(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = changes_requested(&room).await;
        wrong_state(write(&room, &room.dana, id, "<p>By an editor.</p>").await);
        write(&room, &room.amina, id, "<p>Begin with two walks.</p>").await.unwrap();
        not_allowed(signing::submit(&room.desk, &room.dana, id, true).await);
        not_found(signing::submit(&room.desk, &room.tomas, id, true).await);
        assert_eq!(room.state(id).await, "changes_requested");
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        assert_eq!(room.state(id).await, "submitted");
    }

    async fn an_authors_recall_reaches_every_state_before_publication(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for id in [
            room.submitted().await,
            room.in_review().await,
            changes_requested(&room).await,
            room.proof_out().await,
            room.signed().await,
            room.approved().await,
        ] {
            let state = room.state(id).await;
            not_allowed(signing::recall(&room.desk, &room.dana, id).await);
            not_found(signing::recall(&room.desk, &room.tomas, id).await);
            assert_eq!(room.state(id).await, state);
            signing::recall(&room.desk, &room.amina, id).await.unwrap();
            assert_eq!(room.state(id).await, "draft", "from {state}");
            write(&room, &room.amina, id, "<p>Once more.</p>").await.unwrap();
        }
        let id = declined(&room).await;
        wrong_state(signing::recall(&room.desk, &room.amina, id).await);
        let id = room.live().await;
        wrong_state(signing::recall(&room.desk, &room.amina, id).await);
    }

    async fn an_editors_change_brings_a_frozen_text_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for id in [room.proof_out().await, room.approved().await] {
            wrong_state(write(&room, &room.amina, id, "<p>By its author.</p>").await);
            not_found(write(&room, &room.tomas, id, "<p>By another.</p>").await);
            write(&room, &room.dana, id, "<p>Begin with a long walk.</p>").await.unwrap();
            assert_eq!(room.state(id).await, "in_review");
            // What was signed before does not stand for the new words.
            assert_eq!(room.send(id).await.links.len(), 1);
            assert!(room.publish(id).await.is_err());
        }
    }

    async fn an_objection_brings_a_proof_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for id in [room.proof_out().await, room.approved().await] {
            let object = |by: &Caller| {
                let (desk, by) = (room.desk.clone(), by.clone());
                async move {
                    signing::object(&desk, &by, id, "No.", Extent::SomethingIsWrong).await
                }
            };
            not_allowed(object(&room.dana).await);
            not_found(object(&room.tomas).await);
            object(&room.amina).await.unwrap();
            assert_eq!(room.state(id).await, "in_review");
            wrong_state(object(&room.amina).await);
        }
    }

    async fn a_no_can_be_followed_by_another_try(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = declined(&room).await;
        not_found(signing::revise(&room.desk, &room.tomas, id).await);
        signing::revise(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(room.state(id).await, "draft");
        wrong_state(signing::revise(&room.desk, &room.amina, id).await);
        let by_editor = declined(&room).await;
        signing::revise(&room.desk, &room.dana, by_editor).await.unwrap();
        assert_eq!(room.state(by_editor).await, "in_review");
    }

    async fn only_contributors_sign(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let text = room.digest(id).await;
        not_allowed(room.sign_text(&room.dana, id, text).await.map(|_| ()));
        not_found(room.sign_text(&room.tomas, id, text).await.map(|_| ()));
        assert_eq!(writing::open_draft(&room.desk, &room.dana, id).await.unwrap().candidate
            .and_then(|one| one.revision()).map(|one| one.revision_digest), Some(text));
    }
}
