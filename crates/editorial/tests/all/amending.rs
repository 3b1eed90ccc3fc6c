//! What two editors may change without its author, and what they may not.

use content::ids::{ApprovalId, ArticleId};
use editorial::signing::{
    self, Amendment, AmendmentClass, ErasureStep, Extent, Withdrawal, WithdrawalStep,
};
use editorial::{Act, Caller, Refusal, writing};
use storage::signatures::{StoredApproval, StoredApprovalKind};
use storage::{Lookup, on_both_databases, publications, revisions, signatures};

use crate::newsroom::{Newsroom, person};

/// A live article with a successor in review, in which a word was changed.
async fn changed(room: &Newsroom) -> ArticleId {
    let id = room.live().await;
    signing::revise(&room.desk, &room.dana, id).await.unwrap();
    let section = room.section(&room.dana, id, 0).await;
    room.write(&room.dana, id, section, "<p>Begin with a short walk.</p>")
        .await
        .unwrap();
    id
}

async fn propose(
    room: &Newsroom,
    caller: &Caller,
    id: ArticleId,
) -> Result<content::digest::Digest, Refusal> {
    let class = AmendmentClass::Factual;
    let step = Amendment::Propose { class };
    Ok(signing::amend(&room.desk, caller, id, step)
        .await?
        .expect("not published by one"))
}

async fn join(
    room: &Newsroom,
    caller: &Caller,
    id: ArticleId,
    digest: content::digest::Digest,
) -> Result<(), Refusal> {
    signing::amend(&room.desk, caller, id, Amendment::Join { digest })
        .await
        .map(|done| assert!(done.is_err(), "published"))
}

async fn take_down(room: &Newsroom, id: ArticleId) {
    let printed = "It is wrong.".to_owned();
    let step = WithdrawalStep::Emergency { printed };
    let done = signing::withdraw(&room.desk, &room.dana, id, step)
        .await
        .unwrap();
    assert_eq!(done, Withdrawal::Done);
}

async fn may(room: &Newsroom, caller: &Caller, id: ArticleId) -> Vec<Act> {
    writing::open_draft(&room.desk, caller, id)
        .await
        .unwrap()
        .may
}

on_both_databases! {
    async fn nothing_changed_is_no_amendment(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let refused = propose(&room, &room.dana, id).await.unwrap_err();
        assert_eq!(refused.to_string(), "Nothing was changed. Readers have this text already.");
        assert_eq!(room.state(id).await, "in_review");
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        assert_eq!(snapshot.publications(10).await.unwrap().len(), 1);
    }

    async fn a_signature_for_an_amendment_is_no_countersignature(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let tx = room.desk.storage.begin().await.unwrap();
        let revision = revisions::newest(&tx, id).await.unwrap().unwrap();
        let approval = StoredApproval {
            id: ApprovalId(room.desk.id()),
            revision_id: revision.id,
            revision_digest: revision.digest,
            kind: StoredApprovalKind::Amendment,
            person_id: person(&room.priya),
            account_id: room.priya.account().unwrap(),
            session_link: None,
            byline: content::byline::Byline::new("Priya Pattern".to_owned(), vec![]),
            at: room.desk.now(),
        };
        signatures::insert_approval(&tx, &approval).await.unwrap();
        tx.commit().await.unwrap();
        let Lookup::Found(page) = room.page().await else { panic!("gone") };
        let names: Vec<&str> =
            page.countersigners.iter().map(|one| one.byline.name.as_str()).collect();
        assert_eq!(names, ["Dana Specimen"]);
    }

    async fn an_author_of_what_readers_have_is_none_of_the_two(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        let section = room.section(&room.dana, id, 0).await;
        // Priya edits and writes: the text is hers this time.
        writing::set_contributors(&room.desk, &room.dana, id, section, &[person(&room.priya).into()])
            .await.unwrap();
        room.send(id).await;
        room.sign(&room.priya, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        room.write(&room.dana, id, section, "<p>Another walk.</p>").await.unwrap();
        let own = propose(&room, &room.priya, id).await.unwrap_err();
        assert!(matches!(own, Refusal::NotAllowed(_)), "{own:?}");
        // Not even when somebody else's name is put over it first.
        writing::set_contributors(&room.desk, &room.priya, id, section, &[person(&room.tomas).into()])
            .await.unwrap();
        let others = propose(&room, &room.priya, id).await.unwrap_err();
        assert!(matches!(others, Refusal::Conflict(_)), "{others:?}");
        assert!(!may(&room, &room.priya, id).await.contains(&Act::Amend));
        assert!(may(&room, &room.dana, id).await.contains(&Act::Amend));
    }

    async fn an_amendment_adds_no_answer_and_no_name(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let guest = room.a_guest("Olu Model, LMFT").await;
        let third = writing::add_section(&room.desk, &room.dana, id, &[guest]).await.unwrap();
        room.write(&room.dana, id, third, "<p>Nobody signed this.</p>").await.unwrap();
        let refused = propose(&room, &room.dana, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::Conflict(_)), "{refused:?}");
    }

    async fn an_amendment_leaves_answers_and_letters_as_they_were_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = changed(&room).await;
        let section = room.section(&room.dana, id, 0).await;
        let version = writing::open_draft(&room.desk, &room.dana, id).await.unwrap()
            .sections[0].version;
        let answers = content::declaration::Declarations {
            sponsorship: content::declaration::Answer::Yes { details: "Paid by a bank".to_owned() },
            ..crate::newsroom::nothing_to_declare()
        };
        writing::save_declarations(&room.desk, &room.dana, id, section, version, answers)
            .await.unwrap();
        editorial::people::rename(&room.desk, &room.dana, person(&room.amina), "Amina Other")
            .await.unwrap();
        let Lookup::Found(before) = room.page().await else { panic!("gone") };
        let digest = propose(&room, &room.dana, id).await.unwrap();
        join(&room, &room.priya, id, digest).await.unwrap();
        let Lookup::Found(after) = room.page().await else { panic!("gone") };
        let (before, after) = (&before.sections[0], &after.sections[0]);
        assert_eq!(after.body.as_str(), "<p>Begin with a short walk.</p>");
        assert_eq!(after.declarations, before.declarations);
        assert_eq!(after.contributors[0].byline, before.contributors[0].byline);
        assert_eq!(after.contributors[0].byline.to_string(), "Amina Example, MA, LPC");
    }

    async fn what_was_withdrawn_is_not_amended_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = changed(&room).await;
        let digest = propose(&room, &room.dana, id).await.unwrap();
        take_down(&room, id).await;
        let late = join(&room, &room.priya, id, digest).await.unwrap_err();
        assert!(matches!(late, Refusal::WrongState(_)), "{late:?}");
        let anew = propose(&room, &room.priya, id).await.unwrap_err();
        assert!(matches!(anew, Refusal::WrongState(_)), "{anew:?}");
        assert!(matches!(room.page().await, Lookup::Gone(_)));
    }

    async fn a_merge_with_the_author_takes_the_first_of_the_two_away(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = changed(&room).await;
        let digest = propose(&room, &room.dana, id).await.unwrap();
        room.merge(person(&room.dana), person(&room.amina)).await;
        let refused = join(&room, &room.priya, id, digest).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        let Lookup::Found(page) = room.page().await else { panic!("gone") };
        assert_eq!(page.sections[0].body.as_str(), "<p>Begin with a walk.</p>");
    }

    async fn the_second_of_the_two_sees_what_is_asked(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = changed(&room).await;
        let digest = propose(&room, &room.dana, id).await.unwrap();
        let asked = room.asked(&room.priya, id).await;
        assert_eq!(asked.act, signing::JointKind::Amend);
        assert_eq!((asked.digest, asked.class), (Some(digest), Some(AmendmentClass::Factual)));
        assert_eq!(asked.asked_by.id, person(&room.dana));
        assert!(may(&room, &room.priya, id).await.contains(&Act::Amend));
        assert!(!may(&room, &room.dana, id).await.contains(&Act::Amend));
        let author = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        assert!(author.joint_act.is_none());
        assert!(!author.may.contains(&Act::Attest), "its authors are not asked");
        let mine = writing::my_articles(&room.desk, &room.amina).await.unwrap();
        let row = mine.iter().find(|row| row.id == id).unwrap();
        assert!(row.waiting_for.is_empty(), "{row:?}");
        assert_eq!(row.signatures.needed, 0);
        join(&room, &room.priya, id, digest).await.unwrap();
    }

    async fn the_author_is_told_of_an_amendment_and_can_object(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let id = changed(&room).await;
        let object = || signing::object(
            &room.desk, &room.amina, id, "I never said short.", Extent::SomethingIsWrong,
        );
        assert!(matches!(object().await.unwrap_err(), Refusal::WrongState(_)));
        let digest = propose(&room, &room.dana, id).await.unwrap();
        join(&room, &room.priya, id, digest).await.unwrap();
        let letter = room.letters_to(&room.amina).await.pop().unwrap();
        assert!(letter["sentence"].as_str().unwrap().contains("You can object"), "{letter}");
        assert!(may(&room, &room.amina, id).await.contains(&Act::Object));
        object().await.unwrap();
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(view.objection.unwrap().message, "I never said short.");
        for editor in [&room.dana, &room.priya] {
            let told = room.letters_to(editor).await.pop().unwrap();
            let sentence = told["sentence"].as_str().unwrap();
            assert!(sentence.contains("Amina Example says"), "{sentence}");
        }
        // What readers have stays until the editors decide.
        assert!(matches!(room.page().await, Lookup::Found(_)));
        let history = writing::history(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(history.last().unwrap().act, "object");
        let other = signing::object(&room.desk, &room.tomas, id, "No.", Extent::SomethingIsWrong)
            .await.unwrap_err();
        assert!(matches!(other, Refusal::NotFound), "{other:?}");
    }

    async fn an_erased_article_is_not_written_on(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let ask = ErasureStep::Ask { reason: "A client could be recognised".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        let act = room.asked(&room.priya, id).await.id;
        signing::erase(&room.desk, &room.priya, id, ErasureStep::Join { act }).await.unwrap();
        let refused = signing::revise(&room.desk, &room.dana, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::WrongState(_)), "{refused:?}");
        assert!(!may(&room, &room.dana, id).await.contains(&Act::Revise));
        let tx = room.desk.storage.look().await.unwrap();
        let copy = publications::find_copy(&tx, id).await.unwrap().unwrap();
        assert_eq!(copy.state.state(), "withdrawn");
    }

    async fn what_was_erased_before_publication_is_no_draft(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let erased = async || {
            let all = writing::all_articles(&room.desk, &room.dana, None, 0, 9).await.unwrap();
            let mine = writing::my_articles(&room.desk, &room.amina).await.unwrap();
            let opened = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
            [all.items[0].erased_at, mine[0].erased_at, opened.erased_at]
        };
        let ask = ErasureStep::Ask { reason: "A client could be recognised".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        assert_eq!(erased().await, [None; 3], "asked is not done");
        let act = room.asked(&room.priya, id).await.id;
        signing::erase(&room.desk, &room.priya, id, ErasureStep::Join { act }).await.unwrap();
        assert!(erased().await.iter().all(Option::is_some));
    }
}
