//! A text that came by mail: the editor gives it in, its author signs it like everybody.

use content::article::Kind;
use content::ids::{ArticleId, TopicId};
use editorial::people;
use editorial::writing::{self, NewArticle};
use editorial::{Act, Refusal, signing};
use storage::on_both_databases;

use crate::newsroom::Newsroom;

async fn typed_in(room: &Newsroom, who: content::ids::PersonId) -> ArticleId {
    let new = NewArticle {
        kind: Kind::Article,
        title: "Letters to a teenager".to_owned(),
        contributor: Some(who),
    };
    let id = writing::begin_article(&room.desk, &room.dana, new)
        .await
        .unwrap();
    let section = room.section(&room.dana, id, 0).await;
    room.write(&room.dana, id, section, "<p>As it came.</p>")
        .await
        .unwrap();
    writing::set_topics(&room.desk, &room.dana, id, &[TopicId("5.1".to_owned())])
        .await
        .unwrap();
    id
}

on_both_databases! {
    async fn an_editor_gives_in_what_came_from_somebody_without_an_account(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let ruth = people::add_person(&room.desk, &room.dana, "Ruth Example, MA, LPC")
            .await.unwrap().person.person.id;
        let id = typed_in(&room, ruth).await;
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert!(view.may.contains(&Act::SubmitForAuthor) && !view.may.contains(&Act::Submit));
        let ticked = signing::submit(&room.desk, &room.dana, id, true).await.unwrap_err();
        assert!(matches!(ticked, Refusal::NotAllowed(_)), "nobody ticks for her: {ticked:?}");
        let other = signing::submit_for_author(&room.desk, &room.priya, id).await.unwrap_err();
        assert!(matches!(other, Refusal::NotAllowed(_)), "she did not receive it: {other:?}");
        signing::submit_for_author(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "submitted");

        let lines = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let line = lines.iter().find(|line| line.act == "submit_for_author").expect("on record");
        assert_eq!(line.detail["came_from"][0], ruth.to_string());
        assert!(!lines.iter().any(|line| line.act == "submit"));

        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(sent.links.len(), 1, "her own signature is asked for");
        room.approve(&room.priya, id).await.unwrap();
        let digest = room.digest(id).await;
        let early = signing::publish(&room.desk, &room.priya, id, digest).await;
        assert!(early.is_err(), "not without her signature");
    }

    async fn what_an_editor_gives_in_again_is_not_taken_as_seen(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let ruth = room.a_guest("Ruth Example, MA, LPC").await;
        let id = typed_in(&room, ruth).await;
        signing::submit_for_author(&room.desk, &room.dana, id).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        let answer = signing::Answer { reason: "A word".to_owned(), message: String::new() };
        signing::request_changes(&room.desk, &room.dana, id, answer).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>As the editor wrote.</p>").await.unwrap();
        signing::submit_for_author(&room.desk, &room.dana, id).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        let sent = room.send(id).await;
        let hers = room.open_link(&sent.links[0]).await.unwrap();
        let proof = signing::proof(&room.desk, &hers, id).await.unwrap();
        let marked = &proof.sections[0].marked_html;
        assert!(marked.contains("<ins") && marked.contains("<del"), "{marked}");
        let tx = room.desk.storage.look().await.unwrap();
        let newest = storage::revisions::newest(&tx, id).await.unwrap().unwrap();
        let before = storage::revisions::list_before(&tx, &newest).await.unwrap();
        let dana = crate::newsroom::person(&room.dana);
        assert!(before.iter().all(|text| text.frozen_by == Some(dana)));
    }

    async fn who_can_sign_in_submits_for_themselves(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = typed_in(&room, crate::newsroom::person(&room.amina)).await;
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert!(!view.may.contains(&Act::SubmitForAuthor));
        let refused = signing::submit_for_author(&room.desk, &room.dana, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
    }

    async fn the_same_approval_twice_in_one_call_is_one(db: TestDatabase) {
        use content::signature::ApprovalKind::Editorial;
        let room = Newsroom::open(db).await;
        let id = room.signed().await;
        let digest = room.digest(id).await;
        signing::approve(&room.desk, &room.dana, id, digest, &[Editorial, Editorial]).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }
}
