//! One person behind two signatures: who was shown a link that signs in counts as who signs.

use content::ids::{ApprovalId, ArticleId};
use editorial::accounts::{self, LinkUse, Visitor};
use editorial::signing::{
    self, Amendment, AmendmentClass, ErasureStep, Withdrawal, WithdrawalStep,
};
use editorial::{Caller, Refusal, people, writing};
use storage::accounts::Role;
use storage::signatures::{self, StoredApproval, StoredApprovalKind};
use storage::testing::raw;
use storage::{StorageError, on_both_databases, revisions};

use crate::newsroom::{Newsroom, hire, person};
use crate::schema::{refused_with, try_to_publish};

const PASSWORD: &str = "lake under quiet snow";
const OTHER: &str = "snow over a loud lake";

async fn an_owner(room: &Newsroom) -> Caller {
    let roles = [Role::Author, Role::Editor, Role::Owner];
    hire(&room.desk, "Olu Model", &[], &roles).await
}

fn visitor() -> Visitor {
    Visitor {
        address: None,
        browser: "Firefox on Linux".to_owned(),
    }
}

/// Signs in by a link that `shown_to` copied.
async fn enter(room: &Newsroom, shown_to: &Caller, whom: &Caller) -> Caller {
    let account = whom.account().unwrap();
    let link = accounts::copy_link(&room.desk, shown_to, account)
        .await
        .unwrap();
    open(room, &link.url, PASSWORD).await
}

async fn open(room: &Newsroom, url: &str, password: &str) -> Caller {
    let given = LinkUse {
        password: Some(password.to_owned()),
        ..LinkUse::default()
    };
    let token = url.rsplit('/').next().unwrap();
    accounts::use_link(&room.desk, &visitor(), token, &given)
        .await
        .unwrap()
        .caller
}

async fn by_password(room: &Newsroom, email: &str, password: &str) -> Caller {
    accounts::sign_in(&room.desk, &visitor(), email, password)
        .await
        .unwrap()
        .caller
}

fn said(refused: &Refusal) -> String {
    assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
    refused.to_string()
}

/// Approves the newest frozen text, going round the verb.
async fn approve_round(room: &Newsroom, id: ArticleId, by: &Caller) -> Result<(), StorageError> {
    let Caller::Account(signed_in) = by else {
        panic!("nobody")
    };
    let tx = room.desk.storage.begin().await?;
    let revision = revisions::newest(&tx, id).await?.expect("a text");
    let approval = StoredApproval {
        id: ApprovalId(room.desk.id()),
        revision_id: revision.id,
        revision_digest: revision.digest,
        kind: StoredApprovalKind::Editorial,
        person_id: signed_in.person,
        account_id: signed_in.account,
        session_link: signed_in.link,
        byline: content::byline::Byline::new("Somebody".to_owned(), vec![]),
        at: room.desk.now(),
    };
    signatures::insert_approval(&tx, &approval).await?;
    tx.commit().await
}

/// A proof that is out under the owner's own name.
async fn by_the_owner(room: &Newsroom, owner: &Caller) -> ArticleId {
    let id = room.in_review().await;
    let section = room.section(&room.dana, id, 0).await;
    writing::set_contributors(&room.desk, &room.dana, id, section, &[person(owner).into()])
        .await
        .unwrap();
    room.send(id).await;
    room.sign(owner, id).await.unwrap();
    id
}

on_both_databases! {
    async fn who_copied_the_authors_link_is_not_the_second_person(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let owner = an_owner(&room).await;
        let id = room.proof_out().await;
        let as_amina = enter(&room, &owner, &room.amina).await;
        room.sign(&as_amina, id).await.unwrap();
        let refused = room.approve(&owner, id).await.unwrap_err();
        assert_eq!(
            said(&refused),
            "You were shown Amina Example's sign-in link, so a colleague must be the second \
             person. Or have whoever runs the server make a new sign-in link for Amina Example: \
             once they have signed by it, you can be."
        );
        approve_round(&room, id, &owner).await.unwrap();
        refused_with(
            try_to_publish(&room, id, content::disclaimer::Mode::Countersigned, true).await,
            "a second person approves",
        );
        let early = room.publish(id).await.unwrap_err();
        assert_eq!(
            early.to_string(),
            "It cannot be published yet. Olu Model was shown Amina Example's sign-in link, so a \
             colleague must be the second person."
        );
        let view = signing::signatures(&room.desk, &room.dana, id).await.unwrap();
        let shown = view.sections[0].contributors[0].link_shown_to.as_ref().unwrap();
        assert_eq!(shown.id, person(&owner));
        assert!(view.approvals.is_empty());
        let history = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let signed = history.iter().find(|line| line.act == "attest").unwrap();
        assert_eq!(signed.detail["link_shown_to"], person(&owner).to_string());
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn without_letters_another_editor_approves_too(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        let id = room.proof_out().await;
        let as_amina = enter(&room, &owner, &room.amina).await;
        room.sign(&as_amina, id).await.unwrap();
        said(&room.approve(&owner, id).await.unwrap_err());
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn an_author_does_not_approve_in_an_editors_session(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let owner = an_owner(&room).await;
        let id = by_the_owner(&room, &owner).await;
        let as_dana = enter(&room, &owner, &room.dana).await;
        let refused = room.approve(&as_dana, id).await.unwrap_err();
        assert_eq!(
            said(&refused),
            "Olu Model was shown your sign-in link, so a colleague must be the second person. Or \
             set a new password by a link that nobody else is shown, and try again."
        );
        refused_with(approve_round(&room, id, &as_dana).await, "a contributor does not");
        room.approve(&room.dana, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn who_copied_both_links_is_one_person(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let owner = an_owner(&room).await;
        let id = room.proof_out().await;
        let as_dana = enter(&room, &owner, &room.dana).await;
        let as_amina = enter(&room, &owner, &room.amina).await;
        room.sign(&as_amina, id).await.unwrap();
        approve_round(&room, id, &as_dana).await.unwrap();
        assert_eq!(room.state(id).await, "proof_out");
        refused_with(
            try_to_publish(&room, id, content::disclaimer::Mode::Countersigned, true).await,
            "a second person approves",
        );
        let refused = room.approve(&as_dana, id).await.unwrap_err();
        assert!(said(&refused).starts_with(
            "Olu Model was shown your sign-in link and Amina Example's sign-in link, so a colleague"
        ), "{refused}");
        room.approve(&room.priya, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn a_password_set_by_a_copied_link_is_known_until_another_link_sets_it(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let owner = an_owner(&room).await;
        let email = "amina-example@house.example";
        let invited = enter(&room, &owner, &room.amina).await;
        accounts::set_password(&room.desk, &invited, &visitor(), PASSWORD, OTHER).await.unwrap();
        let known = by_password(&room, email, OTHER).await;
        let id = room.proof_out().await;
        room.sign(&known, id).await.unwrap();
        said(&room.approve(&owner, id).await.unwrap_err());

        // A link that nobody else was shown: a password set in that session is hers alone.
        let account = room.amina.account().unwrap();
        let link = accounts::copy_link(&room.desk, &Caller::Operator, account).await.unwrap();
        let hers = open(&room, &link.url, PASSWORD).await;
        accounts::set_password(&room.desk, &hers, &visitor(), OTHER, PASSWORD).await.unwrap();
        let hers = by_password(&room, email, PASSWORD).await;
        let id = room.proof_out().await;
        room.sign(&hers, id).await.unwrap();
        room.approve(&owner, id).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn a_link_copied_in_such_a_session_is_known_to_both(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let owner = an_owner(&room).await;
        let second = hire(&room.desk, "Pat Trial", &[], &[Role::Owner]).await;
        let as_second = enter(&room, &owner, &second).await;
        let as_amina = enter(&room, &as_second, &room.amina).await;
        let id = room.proof_out().await;
        room.sign(&as_amina, id).await.unwrap();
        for either in [&owner, &second] {
            let refused = room.approve(either, id).await.unwrap_err();
            assert!(said(&refused).starts_with("You were shown Amina Example's"), "{refused}");
        }
        // The same goes for a link to sign.
        let id = room.proof_out().await;
        let me = person(&room.amina);
        let link = signing::copy_proof_link(&room.desk, &as_second, id, me).await.unwrap();
        let holder = room.open_link(&link).await.unwrap();
        room.sign(&holder, id).await.unwrap();
        said(&room.approve(&owner, id).await.unwrap_err());
        room.approve(&room.dana, id).await.unwrap();
    }

    async fn who_asks_does_not_agree_in_somebody_elses_session(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        let as_dana = enter(&room, &owner, &room.dana).await;
        let id = room.live().await;
        let printed = "Its author asked us to.".to_owned();
        signing::withdraw(&room.desk, &owner, id, WithdrawalStep::Ask { printed }).await.unwrap();
        let act = room.asked(&room.priya, id).await.id;
        let join = || WithdrawalStep::Join { act };
        let refused = signing::withdraw(&room.desk, &as_dana, id, join()).await.unwrap_err();
        assert!(said(&refused).starts_with("Olu Model was shown your sign-in link"), "{refused}");
        let Caller::Account(signed_in) = &as_dana else { panic!("nobody") };
        let tx = room.desk.storage.begin().await.unwrap();
        let now = room.desk.now();
        let round =
            storage::joint_acts::join(&tx, act, signed_in.person, signed_in.link, now).await;
        refused_with(round, "takes two persons");
        drop(tx);
        let done = signing::withdraw(&room.desk, &room.dana, id, join()).await.unwrap();
        assert_eq!(done, Withdrawal::Done);

        // The other way round: the session asks, and who was shown its link would agree.
        let ask = ErasureStep::Ask { reason: "A client could be recognised".to_owned() };
        signing::erase(&room.desk, &as_dana, id, ask).await.unwrap();
        let act = room.asked(&room.priya, id).await.id;
        let join = || ErasureStep::Join { act };
        let refused = signing::erase(&room.desk, &owner, id, join()).await.unwrap_err();
        assert_eq!(
            said(&refused),
            "You were shown Dana Specimen's sign-in link, so a colleague must be the second person."
        );
        let moved = raw(&room.database, "UPDATE joint_acts SET asked_link_id = NULL").await;
        refused_with(moved.map(|_| ()), "stays on the record");
        signing::erase(&room.desk, &room.priya, id, join()).await.unwrap();
    }

    async fn an_amendment_takes_two_hands(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        let as_dana = enter(&room, &owner, &room.dana).await;
        let as_priya = enter(&room, &promoted(&room, &owner).await, &room.priya).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Begin with a short walk.</p>").await.unwrap();
        let propose = || Amendment::Propose { class: AmendmentClass::Factual };
        // Whoever was shown Priya's link wrote what readers have.
        let own = signing::amend(&room.desk, &as_priya, id, propose()).await.unwrap_err();
        assert!(said(&own).starts_with("Amina Example was shown your sign-in link"), "{own}");
        let Ok(digest) = signing::amend(&room.desk, &as_dana, id, propose()).await.unwrap()
            else { panic!("published by one") };
        let join = || Amendment::Join { digest };
        let alone = signing::amend(&room.desk, &owner, id, join()).await.unwrap_err();
        assert!(said(&alone).starts_with("You were shown Dana Specimen's"), "{alone}");
        amend_round(&room, id, &owner).await;
        refused_with(
            try_to_publish(&room, id, content::disclaimer::Mode::Amended, true).await,
            "two persons sign",
        );
        signing::amend(&room.desk, &room.priya, id, join()).await.unwrap().unwrap_err();
    }

    async fn nobody_merges_or_checks_themselves_in_another_session(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        let as_dana = enter(&room, &owner, &room.dana).await;
        let guest = room.a_guest("O. Model").await;
        let refused =
            people::merge(&room.desk, &as_dana, guest, person(&owner)).await.unwrap_err();
        said(&refused);
        people::merge(&room.desk, &room.dana, guest, person(&owner)).await.unwrap();
    }

    async fn who_was_shown_a_used_link_stays_on_the_record(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        enter(&room, &owner, &room.dana).await;
        for change in ["UPDATE link_holders SET person_id = person_id", "DELETE FROM link_holders"] {
            refused_with(raw(&room.database, change).await.map(|_| ()), "stays on the record");
        }
        let cleared = raw(&room.database, "UPDATE sessions SET link_id = NULL").await;
        refused_with(cleared.map(|_| ()), "a session keeps the link");
        let cleared = raw(&room.database, "UPDATE accounts SET password_link_id = NULL").await;
        refused_with(cleared.map(|_| ()), "a password keeps the link");
    }
}

/// Amina with an owner's rights, who can copy links.
async fn promoted(room: &Newsroom, owner: &Caller) -> Caller {
    let Caller::Account(mut signed_in) = room.amina.clone() else {
        panic!("nobody")
    };
    signed_in.roles.push(Role::Owner);
    accounts::set_roles(&room.desk, owner, signed_in.account, &signed_in.roles)
        .await
        .unwrap();
    Caller::Account(signed_in)
}

/// Signs an amendment, going round the verb.
async fn amend_round(room: &Newsroom, id: ArticleId, by: &Caller) {
    let tx = room.desk.storage.begin().await.unwrap();
    let revision = revisions::newest(&tx, id).await.unwrap().unwrap();
    let approval = StoredApproval {
        id: ApprovalId(room.desk.id()),
        revision_id: revision.id,
        revision_digest: revision.digest,
        kind: StoredApprovalKind::Amendment,
        person_id: person(by),
        account_id: by.account().unwrap(),
        session_link: None,
        byline: content::byline::Byline::new("Somebody".to_owned(), vec![]),
        at: room.desk.now(),
    };
    signatures::insert_approval(&tx, &approval).await.unwrap();
    tx.commit().await.unwrap();
}
