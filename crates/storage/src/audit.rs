//! The audit log: who did what, when, on which digest. Each row carries the hash of the one
//! before. It holds ids and digests, never text.

use content::digest::Digest;
use content::ids::{AccountId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::entities::{audit, audit_head};
use crate::insert_rows::insert_rows;
use crate::{StorageError, Transaction};

/// One act about to be recorded.
#[derive(Clone, Debug)]
pub struct NewEntry<'a> {
    /// When.
    pub at: OffsetDateTime,
    /// The act's name, such as `publish`.
    pub act: &'a str,
    /// `account`, `link`, `operator` or `clock`.
    pub caller: &'a str,
    /// Who.
    pub person: Option<PersonId>,
    /// With which account.
    pub account: Option<AccountId>,
    /// `article`, `person`, `account`, `disclaimer`, …
    pub subject_kind: &'a str,
    /// The subject's id.
    pub subject_id: String,
    /// The text it was done to.
    pub digest: Option<Digest>,
    /// Ids, counts and preset words; never text that somebody wrote.
    pub detail: Value,
}

/// One act as recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Counts up from 1 without a gap.
    pub number: i64,
    /// When.
    pub at: OffsetDateTime,
    /// The act's name.
    pub act: String,
    /// `account`, `link`, `operator` or `clock`.
    pub caller: String,
    /// Who.
    pub person: Option<PersonId>,
    /// With which account.
    pub account: Option<AccountId>,
    /// What it was done to.
    pub subject_kind: String,
    /// Its id.
    pub subject_id: String,
    /// The text it was done to.
    pub digest: Option<String>,
    /// Ids, counts and preset words.
    pub detail: Value,
    /// The hash of the row before.
    pub previous: String,
    /// The hash of this row.
    pub hash: String,
}

impl From<audit::Model> for Entry {
    fn from(row: audit::Model) -> Self {
        Self {
            number: row.number,
            at: row.at,
            act: row.act,
            caller: row.caller,
            person: row.person_id.map(PersonId),
            account: row.account_id.map(AccountId),
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            digest: row.digest,
            detail: row.detail,
            previous: row.previous,
            hash: row.hash,
        }
    }
}

impl Entry {
    /// The hash that a row with these facts has.
    #[must_use]
    pub fn computed_hash(&self) -> String {
        let at = self
            .at
            .to_offset(time::UtcOffset::UTC)
            .format(&Rfc3339)
            .unwrap_or_default();
        let facts = json!([
            self.number,
            at,
            self.act,
            self.caller,
            self.person,
            self.account,
            self.subject_kind,
            self.subject_id,
            self.digest,
            self.detail,
            self.previous,
        ]);
        // Databases reorder the keys of JSON; the canonical form has one order.
        let canonical = serde_json_canonicalizer::to_vec(&facts).unwrap_or_default();
        Digest::of(&canonical).to_string()
    }
}

impl NewEntry<'_> {
    /// The row with this number, behind the row with this hash.
    fn follow(self, number: i64, previous: &str) -> Entry {
        let mut entry = Entry {
            number,
            at: self.at,
            act: self.act.to_owned(),
            caller: self.caller.to_owned(),
            person: self.person,
            account: self.account,
            subject_kind: self.subject_kind.to_owned(),
            subject_id: self.subject_id,
            digest: self.digest.map(|digest| digest.to_string()),
            detail: self.detail,
            previous: previous.to_owned(),
            hash: String::new(),
        };
        entry.hash = entry.computed_hash();
        entry
    }
}

fn row(entry: Entry) -> audit::ActiveModel {
    audit::ActiveModel {
        number: Set(entry.number),
        at: Set(entry.at),
        act: Set(entry.act),
        caller: Set(entry.caller),
        person_id: Set(entry.person.map(|id| id.0)),
        account_id: Set(entry.account.map(|id| id.0)),
        subject_kind: Set(entry.subject_kind),
        subject_id: Set(entry.subject_id),
        digest: Set(entry.digest),
        detail: Set(entry.detail),
        previous: Set(entry.previous),
        hash: Set(entry.hash),
    }
}

/// Appends an act to the log. Verbs on other articles wait here until this one commits.
pub async fn append(tx: &Transaction, new: NewEntry<'_>) -> Result<(), StorageError> {
    append_all(tx, vec![new]).await
}

/// Appends several acts to the log, one after the other.
pub async fn append_all(tx: &Transaction, new: Vec<NewEntry<'_>>) -> Result<(), StorageError> {
    if new.is_empty() {
        return Ok(());
    }
    let head = audit_head::Entity::find_by_id(1_i64)
        .lock_exclusive()
        .one(tx.db())
        .await?
        .ok_or_else(|| StorageError::contradiction("audit_head", 1, "no row"))?;
    let (mut number, mut hash) = (head.number, head.hash);
    let mut rows = Vec::with_capacity(new.len());
    for one in new {
        number += 1;
        let entry = one.follow(number, &hash);
        hash.clone_from(&entry.hash);
        rows.push(row(entry));
    }
    insert_rows(tx, rows).await?;
    audit_head::Entity::update_many()
        .col_expr(audit_head::Column::Number, Expr::value(number))
        .col_expr(audit_head::Column::Hash, Expr::value(hash))
        .filter(audit_head::Column::Id.eq(1_i64))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The number of the newest act; 0 before the first.
pub async fn newest_number(tx: &Transaction) -> Result<i64, StorageError> {
    let head = audit_head::Entity::find_by_id(1_i64).one(tx.db()).await?;
    Ok(head.map_or(0, |head| head.number))
}

/// What was done to a subject, oldest first.
pub async fn list_of(
    tx: &Transaction,
    subject_kind: &str,
    subject_id: &str,
) -> Result<Vec<Entry>, StorageError> {
    let rows = audit::Entity::find()
        .filter(audit::Column::SubjectKind.eq(subject_kind))
        .filter(audit::Column::SubjectId.eq(subject_id))
        .order_by_asc(audit::Column::Number)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// The log before a number, newest first.
pub async fn list(
    tx: &Transaction,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<Entry>, StorageError> {
    let mut query = audit::Entity::find();
    if let Some(before) = before {
        query = query.filter(audit::Column::Number.lt(before));
    }
    let rows = query
        .order_by_desc(audit::Column::Number)
        .limit(limit)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// The number of the first row whose hash or predecessor is not what it should be, or of the
/// first one missing at the end.
pub async fn first_broken(tx: &Transaction) -> Result<Option<i64>, StorageError> {
    let rows = audit::Entity::find()
        .order_by_asc(audit::Column::Number)
        .all(tx.db())
        .await?;
    let head = audit_head::Entity::find_by_id(1_i64).one(tx.db()).await?;
    let after_last = i64::try_from(rows.len())
        .unwrap_or(i64::MAX)
        .saturating_add(1);
    let mut previous = "0".repeat(64);
    for (expected, entry) in (1..).zip(rows.into_iter().map(Entry::from)) {
        if entry.number != expected
            || entry.previous != previous
            || entry.hash != entry.computed_hash()
        {
            return Ok(Some(entry.number));
        }
        previous = entry.hash;
    }
    let is_whole = head.is_some_and(|head| head.number + 1 == after_last && head.hash == previous);
    Ok((!is_whole).then_some(after_last))
}
