//! Writing an act into the log, in the transaction that does it.

use content::digest::Digest;
use serde_json::{Value, json};
use storage::Transaction;
use storage::audit::{self, NewEntry};

use crate::{Caller, Desk, Refusal};

/// What an act was done to.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    kind: &'static str,
    id: String,
    digest: Option<Digest>,
    detail: Value,
}

impl Subject {
    pub(crate) fn new(kind: &'static str, id: impl ToString) -> Self {
        Self {
            kind,
            id: id.to_string(),
            digest: None,
            detail: json!({}),
        }
    }

    pub(crate) fn article(id: content::ids::ArticleId) -> Self {
        Self::new("article", id)
    }

    /// The text it was done to.
    pub(crate) fn on(mut self, digest: Digest) -> Self {
        self.digest = Some(digest);
        self
    }

    /// Ids, counts and preset words; never text that somebody wrote.
    pub(crate) fn with(mut self, detail: Value) -> Self {
        self.detail = detail;
        self
    }
}

/// Records an act, and asks once more whether the caller may act at all. Changes of an account
/// are recorded before they are made, so that in the log nobody acts after losing the right to.
pub(crate) async fn record(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    act: &str,
    subject: Subject,
) -> Result<(), Refusal> {
    audit::append(tx, entry(desk, caller, act, subject)).await?;
    caller.still_may(tx).await
}

/// An act as it is recorded.
pub(crate) fn entry<'a>(
    desk: &Desk,
    caller: &Caller,
    act: &'a str,
    subject: Subject,
) -> NewEntry<'a> {
    NewEntry {
        at: desk.now(),
        act,
        caller: caller.word(),
        person: caller.person(),
        account: caller.account(),
        subject_kind: subject.kind,
        subject_id: subject.id,
        digest: subject.digest,
        detail: subject.detail,
    }
}
