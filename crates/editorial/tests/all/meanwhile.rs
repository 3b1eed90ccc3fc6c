//! What others do while a verb is under way: merges, and changes of accounts.

use std::pin::Pin;

use content::ids::ArticleId;
use content::signature::ApprovalKind::Editorial;
use editorial::signing::{self, Amendment, AmendmentClass, WithdrawalStep};
use editorial::{Caller, Refusal, accounts, people};
use storage::accounts::Role;
use storage::testing::somebody_waits;
use storage::{Transaction, on_both_databases, persons};

use crate::newsroom::{Newsroom, hire, person};

/// A merge that is not done yet.
async fn merging(room: &Newsroom, loser: &Caller, winner: &Caller) -> Transaction {
    let tx = room.desk.storage.begin().await.unwrap();
    let (loser, winner) = (person(loser), person(winner));
    persons::list_locked(&tx, &[loser, winner]).await.unwrap();
    persons::merge(&tx, loser, winner).await.unwrap();
    tx
}

/// Does something while the merge is under way, which ends once somebody waits for it.
async fn meanwhile<T: std::fmt::Debug>(
    room: &Newsroom,
    merge: Transaction,
    mut verb: Pin<Box<impl Future<Output = Result<T, Refusal>>>>,
) -> Refusal {
    tokio::select! {
        biased;
        early = &mut verb => panic!("it did not wait for the merge: {early:?}"),
        () = somebody_waits(&room.database) => {}
    }
    merge.commit().await.unwrap();
    verb.await.unwrap_err()
}

async fn amendment(room: &Newsroom) -> (ArticleId, content::digest::Digest) {
    let id = room.live().await;
    signing::revise(&room.desk, &room.dana, id).await.unwrap();
    let section = room.section(&room.dana, id, 0).await;
    room.write(&room.dana, id, section, "<p>Begin with a short walk.</p>")
        .await
        .unwrap();
    let class = AmendmentClass::Factual;
    let step = Amendment::Propose { class };
    let digest = signing::amend(&room.desk, &room.dana, id, step)
        .await
        .unwrap()
        .expect("not published by one");
    (id, digest)
}

async fn an_owner(room: &Newsroom) -> Caller {
    hire(&room.desk, "Olu Model", &[], &[Role::Owner]).await
}

on_both_databases! {
    async fn a_disabled_editor_finishes_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        let id = room.signed().await;
        let digest = room.digest(id).await;
        accounts::disable(&room.desk, &owner, room.dana.account().unwrap()).await.unwrap();
        let approve = signing::approve(&room.desk, &room.dana, id, digest, &[Editorial]).await;
        assert!(matches!(approve, Err(Refusal::SignedOut)), "{approve:?}");
        let added = people::add_person(&room.desk, &room.dana, "Olu Model, LMFT").await;
        assert!(matches!(added, Err(Refusal::SignedOut)), "{added:?}");
        let again = accounts::set_roles(&room.desk, &owner, room.dana.account().unwrap(), &[Role::Editor])
            .await.unwrap();
        assert!(again.disabled_at.is_some());
    }

    async fn a_demoted_editor_finishes_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = an_owner(&room).await;
        let id = room.approved().await;
        let digest = room.digest(id).await;
        let dana = room.dana.account().unwrap();
        accounts::set_roles(&room.desk, &owner, dana, &[Role::Author]).await.unwrap();
        let publish = signing::publish(&room.desk, &room.dana, id, digest).await;
        assert!(matches!(publish, Err(Refusal::NotAllowed(_))), "{publish:?}");
        let section = room.section(&room.priya, id, 0).await;
        let saved = room.write(&room.dana, id, section, "<p>Other words.</p>").await;
        assert!(matches!(saved, Err(Refusal::NotAllowed(_))), "{saved:?}");
        let guest = people::add_person(&room.desk, &room.priya, "O. Model").await.unwrap().person.person.id;
        let merged = people::merge(
            &room.desk, &room.dana, guest, person(&room.tomas),
        ).await;
        assert!(matches!(merged, Err(Refusal::NotAllowed(_))), "{merged:?}");
        // More than they were let in with is no reason to stop.
        accounts::set_roles(&room.desk, &owner, dana, &[Role::Author, Role::Editor]).await.unwrap();
        signing::publish(&room.desk, &room.dana, id, digest).await.unwrap();
    }

    async fn a_publication_waits_for_a_merge_of_its_second_person(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        let digest = room.digest(id).await;
        let merge = merging(&room, &room.dana, &room.amina).await;
        let publish = Box::pin(signing::publish(&room.desk, &room.priya, id, digest));
        let refused = meanwhile(&room, merge, publish).await;
        let Refusal::FailedChecks(findings) = refused else { panic!("{refused:?}") };
        assert_eq!(findings[0].code, "not_approved");
    }

    async fn an_amendment_waits_for_a_merge_of_its_first_signer(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, digest) = amendment(&room).await;
        let merge = merging(&room, &room.dana, &room.amina).await;
        let step = Amendment::Join { digest };
        let join = Box::pin(signing::amend(&room.desk, &room.priya, id, step));
        let refused = meanwhile(&room, merge, join).await;
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
    }

    async fn a_withdrawal_waits_for_a_merge_of_the_two(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let step = WithdrawalStep::Ask { printed: "Its author asked us to.".to_owned() };
        signing::withdraw(&room.desk, &room.dana, id, step).await.unwrap();
        let act = room.asked(&room.priya, id).await.id;
        let merge = merging(&room, &room.dana, &room.priya).await;
        let step = WithdrawalStep::Join { act };
        let join = Box::pin(signing::withdraw(&room.desk, &room.priya, id, step));
        let refused = meanwhile(&room, merge, join).await;
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
    }
}
