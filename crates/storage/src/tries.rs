//! Counts of failed tries, by account and by network, so that guessing is slow.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use time::OffsetDateTime;

use crate::entities::tried;
use crate::{StorageError, Transaction};

/// How often something failed since a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tries {
    /// How often.
    pub count: u32,
    /// Since when it is counted.
    pub since: OffsetDateTime,
}

/// The count for a subject. Subjects are digests: no address is kept.
pub async fn find(tx: &Transaction, subject: &str) -> Result<Option<Tries>, StorageError> {
    let row = tried::Entity::find_by_id(subject.to_owned())
        .one(tx.db())
        .await?;
    Ok(row.map(|row| Tries {
        count: u32::try_from(row.count).unwrap_or(u32::MAX),
        since: row.since,
    }))
}

/// Counts one more.
pub async fn add(tx: &Transaction, subject: &str, at: OffsetDateTime) -> Result<(), StorageError> {
    tried::Entity::insert(tried::ActiveModel {
        subject: Set(subject.to_owned()),
        count: Set(1),
        since: Set(at),
    })
    .on_conflict(
        OnConflict::column(tried::Column::Subject)
            .value(
                tried::Column::Count,
                Expr::col((tried::Entity, tried::Column::Count)).add(1),
            )
            .to_owned(),
    )
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Forgets a subject.
pub async fn forget(tx: &Transaction, subject: &str) -> Result<(), StorageError> {
    tried::Entity::delete_by_id(subject.to_owned())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Forgets what was counted before a moment.
pub async fn forget_before(tx: &Transaction, at: OffsetDateTime) -> Result<(), StorageError> {
    tried::Entity::delete_many()
        .filter(tried::Column::Since.lt(at))
        .exec(tx.db())
        .await?;
    Ok(())
}
