//! Portraits, re-encoded before they come here and named by their content.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use time::OffsetDateTime;

use crate::entities::{person, photo};
use crate::{StorageError, Transaction};

/// A portrait: a JPEG without metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPhoto {
    /// SHA-256 of the bytes, hexadecimal.
    pub digest: String,
    /// JPEG.
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// The portrait of this digest.
pub async fn find(tx: &Transaction, digest: &str) -> Result<Option<StoredPhoto>, StorageError> {
    let row = photo::Entity::find_by_id(digest.to_owned())
        .one(tx.db())
        .await?;
    Ok(row.map(read))
}

pub(crate) fn read(row: photo::Model) -> StoredPhoto {
    StoredPhoto {
        digest: row.digest,
        bytes: row.bytes,
        width: u32::try_from(row.width).unwrap_or(0),
        height: u32::try_from(row.height).unwrap_or(0),
    }
}

/// Keeps a portrait; keeping the same bytes again changes nothing.
pub async fn keep(
    tx: &Transaction,
    photo: &StoredPhoto,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    if find(tx, &photo.digest).await?.is_some() {
        return Ok(());
    }
    photo::Entity::insert(photo::ActiveModel {
        digest: Set(photo.digest.clone()),
        bytes: Set(photo.bytes.clone()),
        width: Set(i64::from(photo.width)),
        height: Set(i64::from(photo.height)),
        created_at: Set(at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Forgets a portrait that nobody has any more.
pub async fn forget_unused(tx: &Transaction, digest: &str) -> Result<(), StorageError> {
    let used = person::Entity::find()
        .filter(person::Column::PhotoDigest.eq(digest))
        .one(tx.db())
        .await?;
    if used.is_none() {
        photo::Entity::delete_by_id(digest.to_owned())
            .exec(tx.db())
            .await?;
    }
    Ok(())
}
