//! What a contributor is shown on a proof, and that this is what gets signed.

use content::article::Kind;
use content::declaration::{Answer, Declarations};
use content::draft::HeadInput;
use content::ids::{ArticleId, SectionId, TopicId};
use editorial::signing::{self, ProofView, Signing};
use editorial::writing::{self, NewArticle};
use editorial::{Caller, Refusal, people};
use storage::{Lookup, on_both_databases};

use crate::newsroom::{Newsroom, nothing_to_declare, person, save};

async fn proof(room: &Newsroom, by: &Caller, id: ArticleId) -> ProofView {
    signing::proof(&room.desk, by, id).await.unwrap()
}

fn words(proof: &ProofView, section: SectionId) -> usize {
    let section = proof.sections.iter().find(|one| one.id == section).unwrap();
    section.changes.len()
}

async fn retitle(
    room: &Newsroom,
    id: ArticleId,
    title: &str,
    summary: &str,
    question: Option<&str>,
) {
    let head = HeadInput {
        title: title.to_owned(),
        summary: summary.to_owned(),
        question: question.map(str::to_owned),
    };
    let version = writing::open_draft(&room.desk, &room.dana, id)
        .await
        .unwrap()
        .head
        .version;
    writing::save_head(&room.desk, &room.dana, id, version, save(), head)
        .await
        .unwrap();
}

/// One text by Amina and Tomas, in review.
async fn by_two(room: &Newsroom) -> (ArticleId, SectionId) {
    let (id, section) = room.an_article().await;
    let both = [person(&room.amina).into(), person(&room.tomas).into()];
    writing::set_contributors(&room.desk, &room.amina, id, section, &both)
        .await
        .unwrap();
    room.submit_and_review(id).await;
    (id, section)
}

on_both_databases! {
    async fn a_new_title_and_summary_are_changes_to_read(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let id = room.in_review().await;
        retitle(&room, id, "Evenings without any quarrel", "How to begin.", None).await;
        room.send(id).await;
        let shown = proof(&room, &room.amina, id).await;
        assert_eq!(shown.marked_head.changes, 2);
        assert!(shown.marked_head.title.contains("<del") && shown.marked_head.title.contains("any"));
        assert!(shown.marked_head.summary.contains("<ins"), "{}", shown.marked_head.summary);
        assert_eq!(words(&shown, shown.sections[0].id), 0);
        let letter = room.letters_to(&room.amina).await.pop().unwrap();
        assert_eq!((&letter["letter"], &letter["changes"]), (&"proof".into(), &2.into()));
    }

    async fn a_new_question_is_a_change_to_read(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        room.submit_and_review(id).await;
        let question = "We have not talked for months. How do we begin?";
        retitle(&room, id, "How do we begin to talk?", "", Some(question)).await;
        room.send(id).await;
        for author in [&room.amina, &room.tomas] {
            let shown = proof(&room, author, id).await;
            assert_eq!(shown.marked_head.changes, 1);
            let marked = shown.marked_head.question.unwrap();
            assert!(marked.contains("weeks") && marked.contains("months"), "{marked}");
        }
    }

    async fn an_unchanged_text_has_nothing_marked(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let shown = proof(&room, &room.amina, id).await;
        assert_eq!(shown.marked_head.changes, 0);
        assert_eq!(shown.marked_head.title, "Evenings without a quarrel");
        assert_eq!(shown.sections[0].marked_byline, "Amina Example, MA, LPC");
        assert_eq!(words(&shown, shown.sections[0].id), 0);
    }

    async fn signatures_of_others_hide_no_change(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, _) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.write(&room.dana, id, first, "<p>Start very small.</p>").await.unwrap();
        room.send(id).await;
        let before = words(&proof(&room, &room.amina, id).await, first);
        assert_eq!(before, 1);
        // His answers freeze the whole text once more.
        room.sign(&room.tomas, id).await.unwrap();
        assert_eq!(words(&proof(&room, &room.amina, id).await, first), before);
    }

    async fn sending_the_proof_twice_hides_no_change(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, second) = room.expert_answers().await;
        room.submit_and_review(id).await;
        // Priya edits, and one of the answers is hers.
        writing::set_contributors(&room.desk, &room.dana, id, second, &[person(&room.priya).into()])
            .await.unwrap();
        room.write(&room.priya, id, first, "<p>Start very small.</p>").await.unwrap();
        signing::send_proof(&room.desk, &room.priya, id).await.unwrap();
        room.write(&room.priya, id, second, "<p>Start with an answer.</p>").await.unwrap();
        signing::send_proof(&room.desk, &room.priya, id).await.unwrap();
        assert_eq!(words(&proof(&room, &room.amina, id).await, first), 1);
        // What she has signed, she has seen.
        room.sign(&room.amina, id).await.unwrap();
        room.write(&room.dana, id, first, "<p>Start very small, slowly.</p>").await.unwrap();
        room.send(id).await;
        let shown = proof(&room, &room.amina, id).await;
        let marked = &shown.sections[0].marked_html;
        assert!(!marked.contains(">very"), "{marked}");
        assert_eq!(words(&shown, first), 1);
    }

    async fn a_rename_after_the_proof_is_not_what_gets_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.send(id).await;
        room.sign(&room.tomas, id).await.unwrap();
        for (whose, name) in [(&room.amina, "Amina Sample-Example"), (&room.tomas, "Tom Sample")] {
            people::rename(&room.desk, &room.dana, person(whose), name).await.unwrap();
        }
        let shown = proof(&room, &room.amina, id).await;
        // She answers the questions, so another text is frozen: with the names she was shown,
        // and without touching what he signed.
        room.sign(&room.amina, id).await.unwrap();
        let signed = proof(&room, &room.amina, id).await;
        for (before, after) in shown.sections.iter().zip(&signed.sections) {
            assert_eq!(before.bylines, after.bylines);
            assert_eq!(before.body.as_str(), after.body.as_str());
        }
        assert_eq!(shown.sections[1].digest, signed.sections[1].digest);
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn a_new_name_on_the_next_proof_is_a_change_to_read(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        people::rename(&room.desk, &room.dana, person(&room.amina), "Amina Sample").await.unwrap();
        room.send(id).await;
        let shown = proof(&room, &room.amina, id).await;
        assert_eq!(shown.marked_head.changes, 1);
        let marked = &shown.sections[0].marked_byline;
        assert!(marked.contains("Example") && marked.contains("Sample"), "{marked}");
    }

    async fn a_draft_changed_behind_the_proof_is_not_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        storage::testing::raw(&room.database, "UPDATE draft_heads SET title = 'Another title'")
            .await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
        let Lookup::Found(page) = room.page().await else { panic!("not public") };
        assert_eq!(page.head.title, "Evenings without a quarrel");
    }

    async fn two_authors_of_a_text_answer_as_one(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _) = by_two(&room).await;
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        let digest = room.digest(id).await;
        let other = Declarations {
            interests: Answer::Yes { details: "I sell a course.".to_owned() },
            ..nothing_to_declare()
        };
        let signing = Signing { digest, declarations: other, put_back: vec![] };
        let refused = signing::attest(&room.desk, &room.tomas, id, signing).await.unwrap_err();
        let words = refused.to_string();
        assert!(matches!(refused, Refusal::Conflict(_)), "{words}");
        assert!(words.contains("Amina Example") && words.contains("interests"), "{words}");
        assert_eq!(room.digest(id).await, digest, "her signature stands");
        room.sign(&room.tomas, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }

    async fn whose_signature_falls_with_anothers_words_is_asked_again(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, section) = by_two(&room).await;
        room.write(&room.dana, id, section, "<p>Begin with a long walk.</p>").await.unwrap();
        room.send(id).await;
        room.sign(&room.tomas, id).await.unwrap();
        let letters = room.letters_to(&room.tomas).await.len();
        let shown = proof(&room, &room.amina, id).await;
        let put_back = vec![(section, shown.sections[0].changes[0].number)];
        let signing = Signing {
            digest: shown.digest, declarations: nothing_to_declare(), put_back,
        };
        signing::attest(&room.desk, &room.amina, id, signing).await.unwrap();
        let after = room.letters_to(&room.tomas).await;
        assert_eq!(after.len(), letters + 1);
        assert_eq!(after.last().unwrap()["letter"], "proof");
        assert!(proof(&room, &room.tomas, id).await.can_sign);
        room.sign(&room.tomas, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }

    async fn two_names_over_a_text_that_are_one_person_stand_once(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let guest = room.a_guest("A. Example").await;
        let both = [person(&room.amina).into(), guest.into()];
        writing::set_contributors(&room.desk, &room.amina, id, section, &both).await.unwrap();
        room.merge(guest, person(&room.amina)).await;
        room.submit_and_review(id).await;
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn an_editor_sees_what_changed_since_the_authors_gave_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let new = NewArticle {
            kind: Kind::Article, title: "Another evening".to_owned(), contributor: None,
        };
        let id = writing::begin_article(&room.desk, &room.amina, new).await.unwrap();
        let section = room.section(&room.amina, id, 0).await;
        room.write(&room.amina, id, section, "<p>Walk.</p>").await.unwrap();
        let topics = [TopicId("5.1".to_owned())];
        writing::set_topics(&room.desk, &room.amina, id, &topics).await.unwrap();
        room.submit_and_review(id).await;
        room.write(&room.dana, id, section, "<p>Walk slowly.</p>").await.unwrap();
        retitle(&room, id, "One more evening", "", None).await;
        room.send(id).await;
        let shown = proof(&room, &room.dana, id).await;
        assert_eq!(words(&shown, section), 1);
        assert!(shown.marked_head.title.contains("<del"), "{}", shown.marked_head.title);
    }
}
