//! Credentials and the checks of them.

use content::credential::Credential;
use content::ids::{CredentialId, PersonId, VerificationId};
use sea_orm::sea_query::{Alias, Expr, Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use crate::entities::{credential, identity, verification};
use crate::words::{parse, word};
use crate::{StorageError, Transaction};

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerificationStatus {
    /// In force.
    Current,
    /// Expired or inactive.
    Lapsed,
    /// Suspended by the board.
    Suspended,
    /// Revoked or surrendered.
    Revoked,
    /// The source does not know it.
    NotFound,
}

/// One check of one credential: what, against which source, by whom, when, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Its lasting name.
    pub id: VerificationId,
    /// What was checked.
    pub credential_id: CredentialId,
    /// Where it was looked up.
    pub source: String,
    /// The address of that source.
    pub source_url: Option<String>,
    /// What was found.
    pub status: VerificationStatus,
    /// The day of the check.
    pub checked_on: Date,
    /// Who looked.
    pub checked_by: PersonId,
    /// The last day on which it counts.
    pub valid_until: Date,
    /// When it was recorded.
    pub created_at: OffsetDateTime,
}

impl TryFrom<verification::Model> for Verification {
    type Error = StorageError;
    fn try_from(row: verification::Model) -> Result<Self, StorageError> {
        Ok(Self {
            id: VerificationId(row.id),
            credential_id: CredentialId(row.credential_id),
            status: parse("credential_verifications", row.id, &row.status)?,
            source: row.source,
            source_url: row.source_url,
            checked_on: row.checked_on,
            checked_by: PersonId(row.checked_by),
            valid_until: row.valid_until,
            created_at: row.created_at,
        })
    }
}

fn read(row: credential::Model) -> Result<Credential, StorageError> {
    Ok(Credential {
        id: CredentialId(row.id),
        person_id: PersonId(row.person_id),
        kind: parse("credentials", row.id, &row.kind)?,
        show_number: parse("credentials", row.id, &row.show_number)?,
        shown: parse("credentials", row.id, &row.shown)?,
        abbreviation: row.abbreviation,
        title: row.title,
        jurisdiction: row.jurisdiction,
        issuer: row.issuer,
        number: row.number,
        expires_on: row.expires_on,
        supervised_by: row.supervised_by,
        position: u32::try_from(row.position).unwrap_or(u32::MAX),
    })
}

fn write(credential: &Credential) -> credential::ActiveModel {
    credential::ActiveModel {
        id: Set(credential.id.0),
        person_id: Set(credential.person_id.0),
        kind: Set(word(&credential.kind)),
        abbreviation: Set(credential.abbreviation.clone()),
        title: Set(credential.title.clone()),
        jurisdiction: Set(credential.jurisdiction.clone()),
        issuer: Set(credential.issuer.clone()),
        number: Set(credential.number.clone()),
        show_number: Set(word(&credential.show_number)),
        expires_on: Set(credential.expires_on),
        supervised_by: Set(credential.supervised_by.clone()),
        shown: Set(word(&credential.shown)),
        position: Set(i64::from(credential.position)),
        removed_at: Set(None),
    }
}

/// What these persons hold, in the order entered.
pub async fn list_of(
    tx: &Transaction,
    persons: &[PersonId],
) -> Result<Vec<Credential>, StorageError> {
    let rows = credential::Entity::find()
        .filter(credential::Column::PersonId.is_in(persons.iter().map(|id| id.0)))
        .filter(credential::Column::RemovedAt.is_null())
        .order_by_asc(credential::Column::Position)
        .order_by_asc(credential::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(read).collect()
}

/// One credential that was not removed.
pub async fn find(tx: &Transaction, id: CredentialId) -> Result<Option<Credential>, StorageError> {
    let row = credential::Entity::find_by_id(id.0)
        .filter(credential::Column::RemovedAt.is_null())
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// Adds a credential.
pub async fn insert(tx: &Transaction, credential: &Credential) -> Result<(), StorageError> {
    credential::Entity::insert(write(credential))
        .exec_without_returning(tx.db())
        .await?;
    Ok(())
}

/// Writes a credential back.
pub async fn update(tx: &Transaction, credential: &Credential) -> Result<(), StorageError> {
    credential::Entity::update(write(credential))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Removes a credential from what is shown; the row stays for its checks.
pub async fn remove(
    tx: &Transaction,
    id: CredentialId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    credential::Entity::update_many()
        .col_expr(credential::Column::RemovedAt, Expr::value(at))
        .filter(credential::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Gives all credentials of one person to another, as part of a merge.
pub async fn hand_over(tx: &Transaction, from: PersonId, to: PersonId) -> Result<(), StorageError> {
    credential::Entity::update_many()
        .col_expr(credential::Column::PersonId, Expr::value(to.0))
        .filter(credential::Column::PersonId.eq(from.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The checks of these credentials, newest first. A check by somebody who turned out to be the
/// holder does not count and is left out.
pub async fn verifications(
    tx: &Transaction,
    credentials: &[CredentialId],
) -> Result<Vec<Verification>, StorageError> {
    if credentials.is_empty() {
        return Ok(Vec::new());
    }
    let rows = verification::Entity::find()
        .filter(verification::Column::CredentialId.is_in(credentials.iter().map(|id| id.0)))
        .filter(Expr::exists(by_the_holder()).not())
        .order_by_desc(verification::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(Verification::try_from).collect()
}

fn by_the_holder() -> SelectStatement {
    let (holder, checker) = (Alias::new("holder"), Alias::new("checker"));
    Query::select()
        .expr(Expr::val(1))
        .from(credential::Entity)
        .join_as(
            JoinType::InnerJoin,
            identity::Entity,
            holder.clone(),
            Expr::col((holder.clone(), identity::Column::PersonId))
                .equals((credential::Entity, credential::Column::PersonId)),
        )
        .join_as(
            JoinType::InnerJoin,
            identity::Entity,
            checker.clone(),
            Expr::col((checker.clone(), identity::Column::Identity))
                .equals((holder, identity::Column::Identity)),
        )
        .and_where(
            Expr::col((credential::Entity, credential::Column::Id))
                .equals((verification::Entity, verification::Column::CredentialId)),
        )
        .and_where(
            Expr::col((checker, identity::Column::PersonId))
                .equals((verification::Entity, verification::Column::CheckedBy)),
        )
        .to_owned()
}

/// Records a check.
pub async fn insert_verification(
    tx: &Transaction,
    check: &Verification,
) -> Result<(), StorageError> {
    verification::Entity::insert(verification::ActiveModel {
        id: Set(check.id.0),
        credential_id: Set(check.credential_id.0),
        source: Set(check.source.clone()),
        source_url: Set(check.source_url.clone()),
        status: Set(word(&check.status)),
        checked_on: Set(check.checked_on),
        checked_by: Set(check.checked_by.0),
        valid_until: Set(check.valid_until),
        created_at: Set(check.created_at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}
