//! What the database keeps by itself, whoever writes to it: what was signed, who merged with
//! whom, and the whole of the log.

use content::disclaimer::Mode;
use content::ids::{ApprovalId, PublicationId};
use content::revision::publication_digest;
use editorial::people;
use editorial::signing::{self, AmendmentClass, ErasureStep, Extent, WithdrawalStep};
use storage::publications::{self, NewPublication};
use storage::signatures::{self, StoredApproval, StoredApprovalKind};
use storage::testing::{as_the_program, raw};
use storage::{StorageError, audit, house_texts, on_both_databases, revisions};

use crate::newsroom::{Newsroom, person};

fn refused_with(result: &Result<u64, StorageError>, words: &str) {
    match result {
        Err(StorageError::Refused(said)) => assert!(said.contains(words), "{said}"),
        other => panic!("not refused: {other:?}"),
    }
}

fn is_sqlite(room: &Newsroom) -> bool {
    room.database.address.starts_with("sqlite:")
}

/// Runs a statement over the program's own connection.
async fn by_us(room: &Newsroom, sql: &str) -> Result<u64, StorageError> {
    let tx = room.desk.storage.begin().await?;
    let rows = as_the_program(&tx, sql).await?;
    tx.commit().await?;
    Ok(rows)
}

async fn first_broken(room: &Newsroom) -> Option<i64> {
    let tx = room.desk.storage.look().await.unwrap();
    audit::first_broken(&tx).await.unwrap()
}

on_both_databases! {
    async fn a_signed_text_gets_no_more_sections_and_names(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.signed().await;
        let section = "INSERT INTO revision_sections (revision_id, section_id, position, digest) \
            SELECT a.revision_id, d.id, 1, a.section_digest FROM attestations a, draft_sections d \
            WHERE d.id <> a.section_id";
        room.expert_answers().await;
        refused_with(&raw(&room.database, section).await, "no more sections");
        let name = "INSERT INTO revision_contributors (revision_id, section_id, person_id, position) \
            SELECT a.revision_id, a.section_id, p.id, 1 FROM attestations a, persons p \
            WHERE p.id <> a.person_id";
        refused_with(&raw(&room.database, name).await, "no more names");
    }

    async fn nothing_is_replaced_where_nothing_may_change(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        for table in ["attestations", "approvals", "publications", "revisions", "audit"] {
            let replaced = if is_sqlite(&room) {
                by_us(&room, &format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}")).await
            } else {
                by_us(&room, &format!("TRUNCATE {table} CASCADE")).await
            };
            assert!(replaced.is_err(), "{table} was replaced");
        }
    }

    async fn what_was_said_and_agreed_is_permanent(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Begin with a short walk.</p>").await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        signing::object(&room.desk, &room.amina, id, "Wrong.", Extent::SomethingIsWrong).await.unwrap();
        let ask = WithdrawalStep::Ask { printed: "Its author asked us to.".to_owned() };
        signing::withdraw(&room.desk, &room.dana, id, ask).await.unwrap();
        for change in [
            "UPDATE objections SET message = 'x'",
            "DELETE FROM objections",
            "UPDATE permission_grants SET granted_at = '2020-01-01 00:00:00+00:00'",
            "DELETE FROM permission_grants",
            "DELETE FROM joint_acts",
        ] {
            assert!(raw(&room.database, change).await.is_err(), "{change}");
        }
        if !room.database.address.starts_with("sqlite:") {
            for table in ["objections", "permission_grants", "joint_acts", "notices",
                "revision_bodies", "revision_sections", "kept_texts"]
            {
                let emptied = raw(&room.database, &format!("TRUNCATE {table} CASCADE")).await;
                assert!(emptied.is_err(), "{table} was emptied");
            }
        }
    }

    async fn notices_are_permanent_and_amendments_take_two_persons(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Begin with a short walk.</p>").await.unwrap();
        let propose = signing::Amendment::Propose { class: AmendmentClass::Factual };
        assert!(signing::amend(&room.desk, &room.dana, id, propose).await.unwrap().is_ok());
        let tx = room.desk.storage.look().await.unwrap();
        let revision = revisions::newest(&tx, id).await.unwrap().unwrap();
        drop(tx);
        let one = publish_amended(&room, id, &revision).await;
        refused_with(&one, "two persons sign");

        // The same person under a second name signs as well.
        let twin = people::add_person(&room.desk, &room.priya, "Dana Specimen-Twin").await.unwrap();
        let twin = twin.person.person.id;
        people::merge(&room.desk, &room.priya, twin, person(&room.dana)).await.unwrap();
        let tx = room.desk.storage.begin().await.unwrap();
        signatures::insert_approval(&tx, &StoredApproval {
            id: ApprovalId(room.desk.id()),
            revision_id: revision.id,
            revision_digest: revision.digest,
            kind: StoredApprovalKind::Amendment,
            person_id: twin,
            account_id: room.dana.account().unwrap(),
            session_link: None,
            byline: content::byline::Byline::new("x".to_owned(), vec![]),
            at: room.desk.now(),
        }).await.unwrap();
        tx.commit().await.unwrap();
        let one = publish_amended(&room, id, &revision).await;
        refused_with(&one, "two persons sign");

        let join = signing::Amendment::Join { digest: revision.digest };
        assert!(signing::amend(&room.desk, &room.priya, id, join).await.unwrap().is_err());
        for change in ["UPDATE notices SET text = 'x'", "DELETE FROM notices"] {
            assert!(raw(&room.database, change).await.is_err(), "{change}");
        }
    }

    async fn erased_words_do_not_come_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let ask = ErasureStep::Ask { reason: "Its author asked for it.".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        let join = ErasureStep::Join { act: room.asked(&room.priya, id).await.id };
        signing::erase(&room.desk, &room.priya, id, join).await.unwrap();
        let back = raw(
            &room.database,
            "UPDATE revision_bodies SET canonical = '{}', erased_at = NULL",
        ).await;
        refused_with(&back, "erased or left alone");
    }

    async fn a_joint_act_takes_two_persons_from_the_first_row_on(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let ask = WithdrawalStep::Ask { printed: "Its author asked us to.".to_owned() };
        signing::withdraw(&room.desk, &room.dana, id, ask).await.unwrap();
        let row = if is_sqlite(&room) {
            "randomblob(16)"
        } else {
            "gen_random_uuid()"
        };
        let alone = format!(
            "INSERT INTO joint_acts (id, article_id, act, facts, asked_by, asked_at, joined_by, joined_at) \
             SELECT {row}, article_id, act, facts, asked_by, asked_at, asked_by, asked_at FROM joint_acts"
        );
        refused_with(&raw(&room.database, &alone).await, "takes two persons");
    }

    async fn a_merge_is_for_good_and_a_profile_saved_meanwhile_does_not_undo_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let guest = people::add_person(&room.desk, &room.dana, "Guest Example").await.unwrap();
        let guest = guest.person.person.id;
        let tx = room.desk.storage.look().await.unwrap();
        let read_before = storage::persons::find(&tx, guest).await.unwrap().unwrap();
        drop(tx);
        people::merge(&room.desk, &room.dana, guest, person(&room.tomas)).await.unwrap();
        let tx = room.desk.storage.begin().await.unwrap();
        storage::persons::update(&tx, &read_before).await.unwrap();
        tx.commit().await.unwrap();
        let tx = room.desk.storage.look().await.unwrap();
        let identity = storage::persons::find_identity(&tx, guest).await.unwrap();
        assert_eq!(identity, person(&room.tomas));
        drop(tx);
        let undone = raw(&room.database, "UPDATE persons SET merged_into = NULL").await;
        refused_with(&undone, "merged for good");
    }

    async fn a_log_that_was_tampered_with_says_where(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        assert_eq!(first_broken(&room).await, None);
        let forged = raw(
            &room.database,
            "INSERT INTO audit (number, at, act, caller, subject_kind, subject_id, detail, previous, hash) \
             SELECT number + 1, at, act, caller, subject_kind, subject_id, detail, previous, \
             'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' \
             FROM audit WHERE number = (SELECT MAX(number) FROM audit)",
        ).await;
        refused_with(&forged, "follows the one before");

        // Somebody who owns the database takes the rules away first.
        let last: i64 = count(&room).await;
        let (off_update, off_delete) = if is_sqlite(&room) {
            ("DROP TRIGGER audit_not_updated", "DROP TRIGGER audit_not_deleted")
        } else {
            (
                "DROP TRIGGER audit_not_updated ON audit",
                "DROP TRIGGER audit_not_deleted ON audit",
            )
        };
        raw(&room.database, off_delete).await.unwrap();
        raw(&room.database, &format!("DELETE FROM audit WHERE number = {last}")).await.unwrap();
        assert_eq!(first_broken(&room).await, Some(last), "the end was cut off");
        raw(&room.database, off_update).await.unwrap();
        raw(&room.database, "UPDATE audit SET act = 'recall' WHERE number = 2").await.unwrap();
        assert_eq!(first_broken(&room).await, Some(2), "a row was rewritten");
        raw(&room.database, "DELETE FROM audit WHERE number = 1").await.unwrap();
        assert_eq!(first_broken(&room).await, Some(2), "the beginning is gone");
    }
}

async fn count(room: &Newsroom) -> i64 {
    let tx = room.desk.storage.look().await.unwrap();
    audit::list(&tx, None, 1).await.unwrap()[0].number
}

async fn publish_amended(
    room: &Newsroom,
    article: content::ids::ArticleId,
    revision: &revisions::Revision,
) -> Result<u64, StorageError> {
    let tx = room.desk.storage.begin().await?;
    let mode = Mode::Amended;
    let pinned: Vec<_> =
        house_texts::disclaimers_in_force(&tx, mode.required(), "en", room.desk.now())
            .await?
            .into_iter()
            .map(|one| one.id)
            .collect();
    let new = NewPublication {
        id: PublicationId(room.desk.id()),
        article_id: article,
        revision_id: revision.id,
        revision_digest: revision.digest,
        mode,
        digest: publication_digest(&revision.digest, &pinned, mode),
        disclaimers: pinned,
        published_at: room.desk.now(),
        published_by: Some(person(&room.dana)),
    };
    publications::insert(&tx, &new).await?;
    tx.commit().await?;
    Ok(1)
}
