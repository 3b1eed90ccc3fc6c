//! What saves were answered with, for those who ask again.

use content::digest::Digest;
use content::ids::SaveId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use time::OffsetDateTime;

use crate::entities::save;
use crate::{StorageError, Transaction};

/// A save that was answered before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The version it made.
    pub version: i64,
    /// When.
    pub saved_at: OffsetDateTime,
}

/// What a save of some name was, and what it was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierSave {
    /// The section, or the article of the head.
    pub subject: uuid::Uuid,
    /// Of its words; `None` where it was not noted.
    pub digest: Option<String>,
    /// The answer.
    pub saved: Saved,
}

/// What was answered to a save of this name before.
pub async fn find_save(tx: &Transaction, id: SaveId) -> Result<Option<EarlierSave>, StorageError> {
    let row = save::Entity::find_by_id(id.0).one(tx.db()).await?;
    Ok(row.map(|row| EarlierSave {
        subject: row.subject_id,
        digest: row.digest,
        saved: Saved {
            version: row.version,
            saved_at: row.saved_at,
        },
    }))
}

/// Remembers what a save of this name, with words of this digest, is answered with.
pub async fn remember_save(
    tx: &Transaction,
    id: SaveId,
    subject: uuid::Uuid,
    digest: Digest,
    saved: Saved,
) -> Result<(), StorageError> {
    save::Entity::insert(save::ActiveModel {
        save_id: Set(id.0),
        subject_id: Set(subject),
        version: Set(saved.version),
        saved_at: Set(saved.saved_at),
        digest: Set(Some(digest.to_string())),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Forgets saves older than a moment: no client retries for that long.
pub async fn forget_saves(tx: &Transaction, before: OffsetDateTime) -> Result<(), StorageError> {
    save::Entity::delete_many()
        .filter(save::Column::SavedAt.lt(before))
        .exec(tx.db())
        .await?;
    Ok(())
}
