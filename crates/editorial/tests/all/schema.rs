//! The database holds the promises by itself: each test goes round the verbs and is refused.

use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ApprovalId, AttestationId, PublicationId};
use content::revision::publication_digest;
use storage::publications::{self, NewPublication};
use storage::signatures::{self, NewAttestation, SignedBy, StoredApproval, StoredApprovalKind};
use storage::testing::raw;
use storage::{StorageError, house_texts, on_both_databases, revisions};

use crate::newsroom::{Newsroom, person};

pub(crate) async fn try_to_publish(
    room: &Newsroom,
    article: content::ids::ArticleId,
    mode: Mode,
    pin: bool,
) -> Result<(), StorageError> {
    let tx = room.desk.storage.begin().await?;
    let revision = revisions::newest(&tx, article).await?.expect("a revision");
    let kinds = if pin { mode.required() } else { &[] };
    let pinned: Vec<_> = house_texts::disclaimers_in_force(&tx, kinds, "en", room.desk.now())
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
    tx.commit().await
}

/// Signs the newest frozen text as one of two who amend, going round the verb.
async fn sign_amendment(
    room: &Newsroom,
    article: content::ids::ArticleId,
    by: &editorial::Caller,
) -> Result<(), StorageError> {
    let tx = room.desk.storage.begin().await?;
    let revision = revisions::newest(&tx, article).await?.expect("a revision");
    let approval = StoredApproval {
        id: ApprovalId(room.desk.id()),
        revision_id: revision.id,
        revision_digest: revision.digest,
        kind: StoredApprovalKind::Amendment,
        person_id: person(by),
        account_id: by.account().expect("an account"),
        session_link: None,
        byline: content::byline::Byline::new("Somebody".to_owned(), vec![]),
        at: room.desk.now(),
    };
    signatures::insert_approval(&tx, &approval).await?;
    tx.commit().await
}

pub(crate) fn refused_with(result: Result<(), StorageError>, words: &str) {
    match result {
        Err(StorageError::Refused(said)) => assert!(said.contains(words), "{said}"),
        Err(StorageError::Database(said)) => {
            assert!(said.to_string().contains(words), "{said}");
        }
        other => panic!("not refused: {other:?}"),
    }
}

on_both_databases! {
    async fn no_publication_without_every_signature(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        room.approve(&room.dana, id).await.unwrap();
        refused_with(
            try_to_publish(&room, id, Mode::Countersigned, true).await,
            "every contributor signs",
        );
    }

    async fn no_publication_without_a_second_person(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.signed().await;
        refused_with(
            try_to_publish(&room, id, Mode::Countersigned, true).await,
            "a second person approves",
        );
    }

    async fn no_publication_without_its_disclaimers(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        refused_with(
            try_to_publish(&room, id, Mode::Countersigned, false).await,
            "every publication pins",
        );
        try_to_publish(&room, id, Mode::Countersigned, true).await.unwrap();
    }

    async fn no_publication_after_an_objection(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        editorial::signing::object(
            &room.desk, &room.amina, id, "Wrong.", editorial::signing::Extent::SomethingIsWrong,
        ).await.unwrap();
        refused_with(
            try_to_publish(&room, id, Mode::Countersigned, true).await,
            "every contributor signs",
        );
    }

    async fn no_amendment_with_one_signature_and_no_import_without_import(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        refused_with(try_to_publish(&room, id, Mode::Amended, true).await, "two persons sign");
        refused_with(try_to_publish(&room, id, Mode::Imported, true).await, "only an import");
    }

    async fn no_approval_by_a_contributor_and_no_signature_by_another(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let tx = room.desk.storage.begin().await.unwrap();
        let revision = revisions::newest(&tx, id).await.unwrap().unwrap();
        let approval = StoredApproval {
            id: ApprovalId(room.desk.id()),
            revision_id: revision.id,
            revision_digest: revision.digest,
            kind: StoredApprovalKind::Editorial,
            person_id: person(&room.amina),
            account_id: room.amina.account().unwrap(),
            session_link: None,
            byline: content::byline::Byline::new("x".to_owned(), vec![]),
            at: room.desk.now(),
        };
        refused_with(signatures::insert_approval(&tx, &approval).await, "a contributor does not");
        drop(tx);
        let tx = room.desk.storage.begin().await.unwrap();
        let mut attestation = NewAttestation {
            id: AttestationId(room.desk.id()),
            revision_id: revision.id,
            section_id: revision.sections[0].id,
            section_digest: revision.sections[0].digest,
            person_id: person(&room.tomas),
            by: SignedBy::Account { id: room.tomas.account().unwrap(), session_link: None },
            statement: "x",
            at: room.desk.now(),
        };
        let grant = room.desk.id();
        refused_with(
            signatures::insert_attestation(&tx, id, &attestation, grant).await,
            "only a contributor",
        );
        drop(tx);
        let tx = room.desk.storage.begin().await.unwrap();
        attestation.person_id = person(&room.amina);
        attestation.section_digest = Digest::of(b"another text");
        refused_with(
            signatures::insert_attestation(&tx, id, &attestation, grant).await,
            "a signature names",
        );
    }

    async fn what_was_signed_is_permanent(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        for table in ["revisions", "revision_sections", "revision_contributors", "attestations",
            "approvals", "publications", "publication_disclaimers", "disclaimers", "audit"]
        {
            let column = match table {
                "audit" => "act",
                "disclaimers" => "body",
                "attestations" => "statement",
                "revision_sections" | "revision_contributors" | "publication_disclaimers" => "position",
                _ => "id",
            };
            let changed = raw(&room.database, &format!("UPDATE {table} SET {column} = {column}")).await;
            assert!(changed.is_err(), "{table} was updated");
            let deleted = raw(&room.database, &format!("DELETE FROM {table}")).await;
            assert!(deleted.is_err(), "{table} was deleted from");
        }
        let rewritten =
            raw(&room.database, "UPDATE revision_bodies SET canonical = '{}'").await;
        assert!(rewritten.is_err(), "a frozen text was rewritten");
        let deleted = raw(&room.database, "DELETE FROM revision_bodies").await;
        assert!(deleted.is_err(), "a frozen text was deleted");
    }

    async fn what_was_withdrawn_stays_so_until_it_is_published_anew(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        refused_with(
            raw(&room.database, "UPDATE public_copies SET state = 'withdrawn', reason = 'x'")
                .await.map(|_| ()),
            "a withdrawal goes on the record",
        );
        let step = editorial::signing::WithdrawalStep::Emergency { printed: "Wrong.".to_owned() };
        editorial::signing::withdraw(&room.desk, &room.dana, id, step).await.unwrap();
        refused_with(
            raw(&room.database, "UPDATE public_copies SET state = 'live'").await.map(|_| ()),
            "comes back by a new publication",
        );
        refused_with(
            raw(&room.database, "UPDATE withdrawals SET revision_number = 0").await.map(|_| ()),
            "rows of withdrawals are permanent",
        );
        refused_with(
            raw(&room.database, "DELETE FROM withdrawals").await.map(|_| ()),
            "never deleted",
        );
        // The signatures of before do not carry a publication of the same text.
        refused_with(
            try_to_publish(&room, id, Mode::Countersigned, true).await,
            "before publication",
        );
    }

    async fn nobody_is_published_in_a_role_that_was_not_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        let new = if room.database.address.starts_with("sqlite") {
            "randomblob(16)"
        } else {
            "gen_random_uuid()"
        };
        for copied in [
            format!(
                "INSERT INTO revisions (id, article_id, number, digest, frozen_at, frozen_by, \
                 occasion) SELECT {new}, article_id, number + 1, digest, frozen_at, frozen_by, \
                 occasion FROM revisions ORDER BY number DESC LIMIT 1"
            ),
            "INSERT INTO revision_sections SELECT copy.id, s.section_id, s.position, s.digest \
             FROM revision_sections s JOIN revisions r ON r.id = s.revision_id \
             JOIN revisions copy ON copy.number = r.number + 1 \
             WHERE r.number = (SELECT MAX(number) - 1 FROM revisions)".to_owned(),
            "INSERT INTO revision_contributors (revision_id, section_id, person_id, position, role) \
             SELECT copy.id, c.section_id, c.person_id, c.position, 'translator' \
             FROM revision_contributors c JOIN revisions r ON r.id = c.revision_id \
             JOIN revisions copy ON copy.number = r.number + 1 \
             WHERE r.number = (SELECT MAX(number) - 1 FROM revisions)".to_owned(),
        ] {
            assert_eq!(raw(&room.database, &copied).await.unwrap(), 1, "{copied}");
        }
        refused_with(
            try_to_publish(&room, id, Mode::Countersigned, true).await,
            "those that were signed",
        );
        let unknown = raw(&room.database, "UPDATE section_contributors SET role = 'reviewer'").await;
        assert!(unknown.is_err(), "a reviewer is no contributor");
    }

    async fn an_amendment_leaves_names_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        editorial::signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        editorial::writing::set_contributors(
            &room.desk, &room.dana, id, section, &[person(&room.tomas).into()],
        ).await.unwrap();
        editorial::signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let olu = crate::newsroom::hire(&room.desk, "Olu Model", &[], &[]).await;
        sign_amendment(&room, id, &room.dana).await.unwrap();
        sign_amendment(&room, id, &olu).await.unwrap();
        refused_with(
            try_to_publish(&room, id, Mode::Amended, true).await,
            "an amendment changes words",
        );
    }

    async fn an_amendment_leaves_answers_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        editorial::signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        let version = editorial::writing::open_draft(&room.desk, &room.dana, id).await.unwrap()
            .sections[0].version;
        let answers = content::declaration::Declarations {
            interests: content::declaration::Answer::Yes { details: "A book of mine".to_owned() },
            ..crate::newsroom::nothing_to_declare()
        };
        editorial::writing::save_declarations(
            &room.desk, &room.dana, id, section, version, answers,
        ).await.unwrap();
        editorial::signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        sign_amendment(&room, id, &room.dana).await.unwrap();
        sign_amendment(&room, id, &room.priya).await.unwrap();
        refused_with(
            try_to_publish(&room, id, Mode::Amended, true).await,
            "not names and answers",
        );
    }

    async fn one_person_under_two_names_signs_no_amendment_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        editorial::signing::revise(&room.desk, &room.dana, id).await.unwrap();
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Other words.</p>").await.unwrap();
        editorial::signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        sign_amendment(&room, id, &room.dana).await.unwrap();
        sign_amendment(&room, id, &room.priya).await.unwrap();
        room.merge(person(&room.priya), person(&room.dana)).await;
        refused_with(try_to_publish(&room, id, Mode::Amended, true).await, "two persons sign");
        sign_amendment(&room, id, &room.tomas).await.unwrap();
        try_to_publish(&room, id, Mode::Amended, true).await.unwrap();
    }

    async fn a_joint_act_begins_with_one_and_is_joined_once(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let ask = editorial::signing::WithdrawalStep::Ask { printed: "Wrong.".to_owned() };
        editorial::signing::withdraw(&room.desk, &room.dana, id, ask).await.unwrap();
        let tx = room.desk.storage.begin().await.unwrap();
        let mut act = storage::joint_acts::list_open(&tx, Some(id)).await.unwrap().remove(0);
        act.id = room.desk.id();
        act.joined_by = Some(person(&room.priya));
        refused_with(storage::joint_acts::insert(&tx, &act).await, "takes two persons");
        drop(tx);
        let join = raw(&room.database, "UPDATE joint_acts SET joined_by = asked_by").await;
        refused_with(join.map(|_| ()), "takes two persons");
        raw(&room.database, "UPDATE joint_acts SET ended_at = asked_at").await.unwrap();
        let join = format!(
            "UPDATE joint_acts SET joined_by = (SELECT id FROM persons WHERE name = '{}')",
            "Priya Pattern"
        );
        refused_with(raw(&room.database, &join).await.map(|_| ()), "is joined once");
    }

    async fn who_was_shown_a_link_stays_on_the_record(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let sent = room.send(id).await;
        let holder = room.open_link(&sent.links[0]).await.unwrap();
        room.sign(&holder, id).await.unwrap();
        for change in ["shown_to = NULL", "shown_because = 'asked_for'"] {
            let changed = raw(&room.database, &format!("UPDATE links SET {change}")).await;
            refused_with(changed.map(|_| ()), "who was shown a link stays");
        }
        let deleted = raw(&room.database, "DELETE FROM links").await;
        assert!(deleted.is_err(), "a used link was deleted");
    }

    async fn a_reader_cannot_write(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        let tx = room.desk.storage.look().await.unwrap();
        let refused =
            storage::articles::set_labels(&tx, room.live().await, &["x".to_owned()]).await;
        assert!(refused.is_err());
    }
}
