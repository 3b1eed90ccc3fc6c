//! What readers get, and how it goes away again.

use content::disclaimer::{DisclaimerKind, Mode};
use content::notice::NoticeKind;
use editorial::Refusal;
use editorial::signing::{
    self, Amendment, AmendmentClass, ErasureStep, Withdrawal, WithdrawalStep,
};
use storage::{Lookup, on_both_databases};

use crate::newsroom::{Newsroom, hire};

const SLUG: &str = "evenings-without-a-quarrel";

async fn place(room: &Newsroom) -> Lookup<content::publication::Publication> {
    let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
    snapshot.article(SLUG).await.unwrap()
}

fn printed(words: &str) -> String {
    words.to_owned()
}

on_both_databases! {
    async fn readers_see_nothing_before_publication(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.approved().await;
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        assert_eq!(snapshot.newest(10).await.unwrap().len(), 0);
        assert!(snapshot.authors().await.unwrap().is_empty());
        assert!(snapshot.topics().await.unwrap().iter().all(|topic| topic.articles == 0));
        assert_eq!(snapshot.site_version().await.unwrap().version, 0);
    }

    async fn a_publication_is_listed_everywhere_at_one_version(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        assert_eq!(snapshot.site_version().await.unwrap().version, 1);
        let newest = snapshot.newest(10).await.unwrap();
        assert_eq!(newest[0].slug, SLUG);
        assert_eq!(newest[0].bylines[0].to_string(), "Amina Example, MA, LPC");
        let topic = content::ids::TopicId("5.1".to_owned());
        assert_eq!(snapshot.all_on(&topic).await.unwrap().len(), 1);
        let group = content::ids::TopicId("5".to_owned());
        assert_eq!(snapshot.all_on(&group).await.unwrap().len(), 1);
        let authors = snapshot.authors().await.unwrap();
        assert_eq!((authors.len(), authors[0].articles), (1, 1));
        assert_eq!(snapshot.all_by(authors[0].id).await.unwrap().len(), 1);
        assert_eq!(snapshot.publications(10).await.unwrap().len(), 1);
        let paths: Vec<String> =
            snapshot.sitemap().await.unwrap().into_iter().map(|row| row.path).collect();
        assert!(paths.contains(&format!("/articles/{SLUG}")), "{paths:?}");
    }

    async fn a_successor_in_review_leaves_the_live_text_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.amina, id).await.unwrap();
        let section = room.section(&room.amina, id, 0).await;
        room.write(&room.amina, id, section, "<p>Better words.</p>").await.unwrap();
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        let Lookup::Found(page) = place(&room).await else { panic!("gone") };
        assert_eq!(page.sections[0].body.as_str(), "<p>Begin with a walk.</p>");
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        let digest = room.digest(id).await;
        signing::publish(&room.desk, &room.dana, id, digest).await.unwrap();
        let Lookup::Found(page) = place(&room).await else { panic!("gone") };
        assert_eq!(page.sections[0].body.as_str(), "<p>Better words.</p>");
    }

    async fn a_withdrawal_takes_two_and_leaves_a_tombstone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let ask = WithdrawalStep::Ask { printed: printed("Its author asked us to.") };
        let asked = signing::withdraw(&room.desk, &room.dana, id, ask).await.unwrap();
        assert_eq!(asked, Withdrawal::WaitsForSecond);
        assert!(matches!(place(&room).await, Lookup::Found(_)));
        let act = room.asked(&room.amina, id).await.id;
        let alone = signing::withdraw(&room.desk, &room.dana, id, WithdrawalStep::Join { act })
            .await.unwrap_err();
        assert!(matches!(alone, Refusal::NotAllowed(_)), "{alone:?}");
        let join = WithdrawalStep::Join { act };
        let done = signing::withdraw(&room.desk, &room.amina, id, join).await.unwrap();
        assert_eq!(done, Withdrawal::Done);
        let Lookup::Gone(tombstone) = place(&room).await else { panic!("still there") };
        assert_eq!(tombstone.reason, "Its author asked us to.");
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        assert_eq!(snapshot.newest(10).await.unwrap().len(), 0);
    }

    async fn one_editor_takes_it_down_in_an_emergency(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let step = || WithdrawalStep::Emergency { printed: printed("A person could be recognised.") };
        let author = signing::withdraw(&room.desk, &room.amina, id, step()).await.unwrap_err();
        assert!(matches!(author, Refusal::NotAllowed(_)), "{author:?}");
        signing::withdraw(&room.desk, &room.dana, id, step()).await.unwrap();
        assert!(matches!(place(&room).await, Lookup::Gone(_)));
        // The review after it: a second person joins.
        let act = room.asked(&room.priya, id).await.id;
        signing::withdraw(&room.desk, &room.priya, id, WithdrawalStep::Join { act }).await.unwrap();
    }

    async fn an_amendment_takes_two_site_persons_and_says_so(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Begin with a short walk.</p>").await.unwrap();
        let propose = Amendment::Propose { class: AmendmentClass::Factual };
        let Ok(digest) = signing::amend(&room.desk, &room.dana, id, propose).await.unwrap()
            else { panic!("published by one") };
        let alone = signing::amend(&room.desk, &room.dana, id, Amendment::Join { digest })
            .await.unwrap_err();
        assert!(matches!(alone, Refusal::NotAllowed(_)), "{alone:?}");
        let author = signing::amend(&room.desk, &room.amina, id, Amendment::Join { digest })
            .await.unwrap_err();
        assert!(matches!(author, Refusal::NotAllowed(_)), "{author:?}");
        let Err(_) = signing::amend(&room.desk, &room.priya, id, Amendment::Join { digest }).await.unwrap()
            else { panic!("not published") };
        let Lookup::Found(page) = place(&room).await else { panic!("gone") };
        assert_eq!(page.mode, Mode::Amended);
        assert_eq!(page.notices[0].kind, NoticeKind::Amendment);
        assert!(page.disclaimers.iter().any(|one| one.kind == DisclaimerKind::Amended));
        assert!(page.countersigners.is_empty());
        assert_eq!(page.sections[0].body.as_str(), "<p>Begin with a short walk.</p>");
    }

    async fn a_first_publication_is_never_an_amendment(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let propose = Amendment::Propose { class: AmendmentClass::Typo };
        let refused = signing::amend(&room.desk, &room.dana, id, propose).await.unwrap_err();
        assert!(matches!(refused, Refusal::WrongState(_)), "{refused:?}");
    }

    async fn an_erasure_takes_two_and_keeps_the_record(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let ask = ErasureStep::Ask { reason: "A client could be recognised".to_owned() };
        assert!(!signing::erase(&room.desk, &room.dana, id, ask).await.unwrap());
        let join = ErasureStep::Join { act: room.asked(&room.priya, id).await.id };
        let alone = signing::erase(&room.desk, &room.dana, id, join.clone()).await.unwrap_err();
        assert!(matches!(alone, Refusal::NotAllowed(_)), "{alone:?}");
        assert!(signing::erase(&room.desk, &room.priya, id, join.clone()).await.unwrap());
        assert!(matches!(place(&room).await, Lookup::Unknown));
        let tx = room.desk.storage.look().await.unwrap();
        let newest = storage::revisions::newest(&tx, id).await.unwrap().unwrap();
        assert!(newest.frame.is_none());
        assert!(newest.sections.iter().all(|section| section.text.is_none()));
        assert!(storage::drafts::sections(&tx, id).await.unwrap()
            .iter().all(|section| section.body_html.is_empty()));
        assert_eq!(storage::audit::first_broken(&tx).await.unwrap(), None);
        drop(tx);
        let author = signing::erase(&room.desk, &room.amina, id, join).await.unwrap_err();
        assert!(matches!(author, Refusal::NotAllowed(_)), "{author:?}");
    }

    async fn the_same_title_twice_gets_two_addresses(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        room.live().await;
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let mut slugs: Vec<String> = snapshot.newest(10).await.unwrap()
            .into_iter().map(|card| card.slug).collect();
        slugs.sort();
        assert_eq!(slugs, [SLUG.to_owned(), format!("{SLUG}-2")]);
    }

    async fn two_publishers_at_once_publish_once(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        let digest = room.digest(id).await;
        let (one, two) = tokio::join!(
            signing::publish(&room.desk, &room.dana, id, digest),
            signing::publish(&room.desk, &room.priya, id, digest),
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        assert_eq!(snapshot.site_version().await.unwrap().version, 1);
    }

    async fn a_disabled_desk_writes_no_letters_without_mail(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        hire(&room.desk, "Olu Model", &[], &[storage::accounts::Role::Owner]).await;
        room.live().await;
        let tx = room.desk.storage.look().await.unwrap();
        assert!(storage::jobs::list(&tx).await.unwrap().is_empty());
    }
}
