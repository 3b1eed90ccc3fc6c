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

async fn try_to_publish(
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

fn refused_with(result: Result<(), StorageError>, words: &str) {
    match result {
        Err(StorageError::Refused(said)) => assert!(said.contains(words), "{said}"),
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
            byline: content::byline::Byline { name: "x".to_owned(), letters: vec![] },
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
            by: SignedBy::Account(room.tomas.account().unwrap()),
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

    async fn a_reader_cannot_write(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        let tx = room.desk.storage.look().await.unwrap();
        let refused =
            storage::articles::set_labels(&tx, room.live().await, &["x".to_owned()]).await;
        assert!(refused.is_err());
    }
}
