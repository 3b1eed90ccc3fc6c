//! Saves: versions, retries, stale texts, and who may write when.

use content::draft::HeadInput;
use editorial::Refusal;
use editorial::signing;
use editorial::writing;
use storage::on_both_databases;

use crate::newsroom::{Newsroom, save};

fn titled(title: &str) -> HeadInput {
    HeadInput {
        title: title.to_owned(),
        ..HeadInput::default()
    }
}

on_both_databases! {
    async fn a_stale_save_is_refused_with_both_texts_at_hand(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let version = writing::open_draft(&room.desk, &room.amina, id).await.unwrap().sections[0].version;
        let first = writing::save_section(
            &room.desk, &room.amina, id, section, version, save(), "<p>First tab.</p>",
        ).await.unwrap();
        assert_eq!(first.saved.version, version + 1);
        let refused = writing::save_section(
            &room.desk, &room.amina, id, section, version, save(), "<p>Second tab.</p>",
        ).await.unwrap_err();
        let Refusal::Stale(current) = refused else { panic!("{refused:?}") };
        assert_eq!(current.version, version + 1);
        assert_eq!(current.body_html.as_deref(), Some("<p>First tab.</p>"));
        assert_eq!(current.saved_by.as_deref(), Some("Amina Example"));
        let kept = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(kept.sections[0].body_html, "<p>First tab.</p>");
    }

    async fn a_retry_after_a_lost_answer_is_answered_as_the_first_time(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let version = writing::open_draft(&room.desk, &room.amina, id).await.unwrap().sections[0].version;
        let name = save();
        let first = writing::save_section(
            &room.desk, &room.amina, id, section, version, name, "<p>Once.</p>",
        ).await.unwrap();
        let again = writing::save_section(
            &room.desk, &room.amina, id, section, version, name, "<p>Once.</p>",
        ).await.unwrap();
        assert_eq!(first.saved, again.saved);
        let head = save();
        let one = writing::save_head(&room.desk, &room.amina, id, 1, head, titled("A title")).await.unwrap();
        let two = writing::save_head(&room.desk, &room.amina, id, 1, head, titled("A title")).await.unwrap();
        assert_eq!(one, two);
        assert_eq!(one.version, 2);
    }

    async fn two_saves_at_once_leave_one_winner(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let version = writing::open_draft(&room.desk, &room.amina, id).await.unwrap().sections[0].version;
        let one = writing::save_section(&room.desk, &room.amina, id, section, version, save(), "<p>One.</p>");
        let two = writing::save_section(&room.desk, &room.amina, id, section, version, save(), "<p>Two.</p>");
        let (one, two) = tokio::join!(one, two);
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let lost = one.err().or(two.err()).expect("one was refused");
        assert!(matches!(lost, Refusal::Stale(_)), "{lost:?}");
    }

    async fn hostile_markup_is_dropped_and_told(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let saved = room.write(&room.amina, id, section,
            "<p onclick=\"x()\">Kept <a href=\"javascript:alert(1)\">words</a></p><script>alert(1)</script>")
            .await.unwrap();
        assert!(!saved.words.body.as_str().contains("script"), "{:?}", saved.words);
        assert!(!saved.words.body.as_str().contains("onclick"));
        assert!(saved.words.body.as_str().contains("Kept"));
        assert!(!saved.words.dropped.is_empty());
    }

    async fn others_are_told_that_a_draft_is_not_there(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let refused = writing::open_draft(&room.desk, &room.tomas, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotFound), "{refused:?}");
        let refused = writing::save_section(&room.desk, &room.tomas, id, section, 1, save(), "<p>x</p>")
            .await.unwrap_err();
        assert!(matches!(refused, Refusal::NotFound), "{refused:?}");
    }

    async fn an_author_does_not_write_while_the_editors_have_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        let refused = room.write(&room.amina, id, section, "<p>More.</p>").await.unwrap_err();
        assert!(matches!(refused, Refusal::WrongState(_)), "{refused:?}");
        signing::recall(&room.desk, &room.amina, id).await.unwrap();
        room.write(&room.amina, id, section, "<p>More.</p>").await.unwrap();
    }

    async fn an_editor_does_not_write_in_an_authors_draft(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let refused = room.write(&room.dana, id, section, "<p>Edited.</p>").await.unwrap_err();
        assert!(matches!(refused, Refusal::WrongState(_)), "{refused:?}");
    }

    async fn the_queue_counts_what_it_lists(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let submitted = room.submitted().await;
        let out = room.proof_out().await;
        let desks = writing::queue(&room.desk, &room.dana).await.unwrap();
        let group = |key: &str| {
            desks.groups.iter().find(|group| group.key == key).unwrap()
                .items.iter().map(|row| row.id).collect::<Vec<_>>()
        };
        assert_eq!(group("unassigned"), [submitted]);
        assert_eq!(group("waiting_author"), [out]);
        let waiting = &desks.groups.iter().find(|group| group.key == "waiting_author").unwrap().items[0];
        assert_eq!(waiting.waiting_for.len(), 1);
        assert_eq!((waiting.signatures.needed, waiting.signatures.given), (1, 0));
        let refused = writing::queue(&room.desk, &room.amina).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)));
        let own = writing::my_articles(&room.desk, &room.amina).await.unwrap();
        assert_eq!(own.len(), 2);
    }
}
