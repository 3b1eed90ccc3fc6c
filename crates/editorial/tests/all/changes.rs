//! What changed since an earlier text: read by whoever may read both.

use content::draft::HeadInput;
use content::ids::RevisionId;
use editorial::writing::{self, Earlier, Part};
use editorial::{Refusal, signing};
use storage::on_both_databases;
use time::Duration;

use crate::newsroom::{Newsroom, person, save};

on_both_databases! {
    async fn since_kept_words_the_changes_of_their_part_are_told(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Begin with a slow walk outside.</p>").await.unwrap();
        let line = writing::history(&room.desk, &room.amina, id).await.unwrap()
            .into_iter().find(|line| line.kept.is_some()).unwrap();
        let earlier = Earlier::Kept(line.kept.unwrap());

        let since = writing::changes_since(&room.desk, &room.amina, id, earlier).await.unwrap();
        assert_eq!((since.changes, since.words_added, since.words_removed), (2, 2, 0));
        assert_eq!(since.by.unwrap().id, person(&room.amina));
        let [part] = since.parts.as_slice() else { panic!("{:?}", since.parts) };
        assert_eq!(part.part, Part::Section(section, Some(1)));
        assert!(part.marked.html.contains("<ins"), "{}", part.marked.html);

        let hidden = writing::changes_since(&room.desk, &room.tomas, id, earlier).await.unwrap_err();
        assert!(matches!(hidden, Refusal::NotFound), "{hidden:?}");
    }

    async fn since_a_frozen_text_all_parts_are_told(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, second) = room.expert_answers().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        let frozen = writing::history(&room.desk, &room.amina, id).await.unwrap()
            .into_iter().find_map(|line| line.revision).unwrap();
        let earlier = Earlier::Frozen(frozen);
        let same = writing::changes_since(&room.desk, &room.amina, id, earlier).await.unwrap();
        assert_eq!((same.changes, same.words_added, same.words_removed), (0, 0, 0));

        let draft = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        let head = HeadInput {
            title: format!("{} today", draft.head.title),
            summary: draft.head.summary,
            question: draft.head.question,
        };
        writing::save_head(&room.desk, &room.dana, id, draft.head.version, save(), head).await.unwrap();
        writing::remove_section(&room.desk, &room.dana, id, second).await.unwrap();
        let since = writing::changes_since(&room.desk, &room.amina, id, earlier).await.unwrap();
        let parts: Vec<Part> = since.parts.iter().map(|one| one.part).collect();
        assert_eq!(
            parts,
            [Part::Title, Part::Question, Part::Summary, Part::Section(first, Some(1)), Part::Section(second, None)],
        );
        assert_eq!(since.words_added, 1);
        assert!(since.words_removed > 0, "the words of the answer that was taken out");
        let gone = &since.parts[4].marked;
        assert!(gone.html.contains("<del") && !gone.html.contains("<ins"), "{}", gone.html);
    }

    async fn a_text_of_another_article_is_not_there(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let frozen = writing::history(&room.desk, &room.amina, id).await.unwrap()
            .into_iter().find_map(|line| line.revision).unwrap();
        let (other, _) = room.an_article().await;
        room.clock.pass(Duration::minutes(1));
        for earlier in [Earlier::Frozen(frozen), Earlier::Frozen(RevisionId(uuid::Uuid::new_v4()))] {
            let refused = writing::changes_since(&room.desk, &room.amina, other, earlier).await.unwrap_err();
            assert!(matches!(refused, Refusal::NotFound), "{refused:?}");
        }
    }
}
