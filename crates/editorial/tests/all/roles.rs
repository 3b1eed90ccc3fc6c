//! Authors, those who wrote with them, translators and illustrators.

use content::byline::{self, ContributorRole};
use content::ids::{ArticleId, PersonId, SectionId};
use content::publication::Publication;
use editorial::{Caller, Refusal, signing, writing};
use storage::contributors::Contributor;
use storage::{Lookup, on_both_databases};

use crate::newsroom::{Newsroom, hire, person};

fn as_a(role: ContributorRole, person: PersonId) -> Contributor {
    Contributor { person, role }
}

/// One text by Amina, with Tomas, put into this language by Olu; in review.
async fn by_three(room: &Newsroom) -> (ArticleId, SectionId, Caller) {
    let olu = hire(&room.desk, "Olu Model", &["MA"], &[]).await;
    let (id, section) = room.an_article().await;
    // However they are named, authors are printed first.
    let over = [
        as_a(ContributorRole::Translator, person(&olu)),
        as_a(ContributorRole::With, person(&room.tomas)),
        as_a(ContributorRole::Author, person(&room.amina)),
    ];
    writing::set_contributors(&room.desk, &room.amina, id, section, &over)
        .await
        .unwrap();
    room.submit_and_review(id).await;
    (id, section, olu)
}

fn live(found: Lookup<Publication>) -> Publication {
    let Lookup::Found(page) = found else {
        panic!("not public: {found:?}");
    };
    page
}

fn printed(page: &Publication) -> String {
    let over = page.sections[0].contributors.iter();
    byline::join(&over.map(|one| one.byline.clone()).collect::<Vec<_>>())
}

on_both_databases! {
    async fn everybody_signs_whatever_they_did(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _, olu) = by_three(&room).await;
        room.send(id).await;
        let shown = signing::proof(&room.desk, &olu, id).await.unwrap();
        assert_eq!(
            shown.sections[0].marked_byline.replace("<ins>", "").replace("</ins>", ""),
            "Amina Example, MA, LPC, with Tomas Sample, PhD. Translated by Olu Model, MA"
        );
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        assert!(matches!(room.publish(id).await, Err(Refusal::WrongState(_) | Refusal::FailedChecks(_))));
        let refused = room.approve(&olu, id).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(_))), "{refused:?}");
        room.sign(&olu, id).await.unwrap();
        room.publish(id).await.unwrap();
        let page = live(room.page().await);
        assert_eq!(
            printed(&page),
            "Amina Example, MA, LPC, with Tomas Sample, PhD. Translated by Olu Model, MA"
        );
        assert!(page.sections[0].contributors.iter().all(|one| one.signed_at.is_some()));
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let card = snapshot.cards(&[id]).await.unwrap().remove(0);
        assert_eq!(byline::join(&card.bylines), printed(&page));
    }

    async fn another_role_asks_for_new_signatures(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section, olu) = by_three(&room).await;
        room.send(id).await;
        for one in [&room.amina, &room.tomas, &olu] {
            room.sign(one, id).await.unwrap();
        }
        let over = [
            as_a(ContributorRole::Author, person(&room.amina)),
            as_a(ContributorRole::Author, person(&room.tomas)),
            as_a(ContributorRole::Translator, person(&olu)),
        ];
        writing::set_contributors(&room.desk, &room.dana, id, section, &over).await.unwrap();
        room.send(id).await;
        let signatures = signing::signatures(&room.desk, &room.dana, id).await.unwrap();
        let signed = signatures.sections[0].contributors.iter();
        assert!(signed.clone().all(|one| one.signed_at.is_none()));
        let roles: Vec<_> = signed.map(|one| one.person.byline.role).collect();
        assert_eq!(
            roles,
            [ContributorRole::Author, ContributorRole::Author, ContributorRole::Translator]
        );
    }

    async fn a_text_with_a_name_has_an_author(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let over = [as_a(ContributorRole::Translator, person(&room.amina))];
        let refused =
            writing::set_contributors(&room.desk, &room.amina, id, section, &over).await;
        let Err(Refusal::Invalid(errors)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(errors[0].code, "no_author");
        let view = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        let kept = &view.sections[0].contributors[0].byline;
        assert_eq!((kept.name.as_str(), kept.role), ("Amina Example", ContributorRole::Author));
    }

    async fn who_was_named_twice_keeps_the_greater_part(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let twin = room.a_guest("T. Sample, PhD").await;
        let over = [
            person(&room.amina).into(),
            as_a(ContributorRole::With, person(&room.tomas)),
            as_a(ContributorRole::Illustrator, twin),
        ];
        writing::set_contributors(&room.desk, &room.amina, id, section, &over).await.unwrap();
        room.merge(twin, person(&room.tomas)).await;
        room.submit_and_review(id).await;
        room.send(id).await;
        let shown = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(
            byline::join(&shown.sections[0].bylines),
            "Amina Example, MA, LPC, with Tomas Sample, PhD"
        );
    }
}
