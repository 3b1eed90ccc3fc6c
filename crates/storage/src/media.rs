//! Images that are kept: what is known of each, and which of them nothing uses any more.

use std::collections::HashSet;

use content::digest::Digest;
use content::ids::{ArticleId, PersonId};
use content::image::Image;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::{draft_section, kept_text, media, revision, revision_image};
use crate::revisions::digest;
use crate::words::parse_json;
use crate::{StorageError, Transaction};

/// An image as kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredImage {
    /// The digest of its widest JPEG file: its name.
    pub sha256: Digest,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Of all its files together.
    pub bytes: u64,
}

/// Keeps what is known of an image, or notes that somebody wants it again.
pub async fn keep(
    tx: &Transaction,
    image: &StoredImage,
    by: Option<PersonId>,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    media::Entity::insert(media::ActiveModel {
        sha256: Set(image.sha256.to_string()),
        width: Set(i64::from(image.width)),
        height: Set(i64::from(image.height)),
        bytes: Set(i64::try_from(image.bytes).unwrap_or(i64::MAX)),
        added_at: Set(at),
        added_by: Set(by.map(|id| id.0)),
        wanted_at: Set(at),
    })
    .on_conflict(
        OnConflict::column(media::Column::Sha256)
            .update_column(media::Column::WantedAt)
            .to_owned(),
    )
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The image of this digest.
pub async fn find(tx: &Transaction, sha256: Digest) -> Result<Option<StoredImage>, StorageError> {
    let row = media::Entity::find_by_id(sha256.to_string())
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// Those of these images that are kept.
pub async fn find_all(
    tx: &Transaction,
    wanted: &[Digest],
) -> Result<Vec<StoredImage>, StorageError> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let rows = media::Entity::find()
        .filter(media::Column::Sha256.is_in(wanted.iter().map(ToString::to_string)))
        .all(tx.db())
        .await?;
    rows.into_iter().map(read).collect()
}

/// All images that are kept, by name.
pub async fn list(tx: &Transaction) -> Result<Vec<StoredImage>, StorageError> {
    let rows = media::Entity::find()
        .order_by_asc(media::Column::Sha256)
        .all(tx.db())
        .await?;
    rows.into_iter().map(read).collect()
}

/// The images that no draft, no earlier words and no frozen text hold, and that nobody has
/// wanted since `before`.
pub async fn list_unused(
    tx: &Transaction,
    before: OffsetDateTime,
) -> Result<Vec<StoredImage>, StorageError> {
    let rows = media::Entity::find()
        .filter(media::Column::WantedAt.lt(before))
        .all(tx.db())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let used = used(tx).await?;
    rows.into_iter()
        .filter(|row| !used.contains(&row.sha256))
        .map(read)
        .collect()
}

/// Whether a draft, earlier words or a frozen text holds this image.
pub async fn is_used(tx: &Transaction, sha256: Digest) -> Result<bool, StorageError> {
    Ok(used(tx).await?.contains(&sha256.to_string()))
}

/// The images that an article holds or held, in whatever text.
pub async fn of_article(
    tx: &Transaction,
    article: ArticleId,
) -> Result<HashSet<String>, StorageError> {
    let mut found = beside(tx, Some(article)).await?;
    let rows: Vec<String> = revision_image::Entity::find()
        .filter(
            revision_image::Column::RevisionId.in_subquery(
                revision::Entity::find()
                    .select_only()
                    .column(revision::Column::Id)
                    .filter(revision::Column::ArticleId.eq(article.0))
                    .into_query(),
            ),
        )
        .select_only()
        .column(revision_image::Column::Sha256)
        .distinct()
        .into_tuple()
        .all(tx.db())
        .await?;
    found.extend(rows);
    Ok(found)
}

/// Forgets which images the frozen texts of an article held; part of its erasure.
pub async fn part_with_article(tx: &Transaction, article: ArticleId) -> Result<(), StorageError> {
    revision_image::Entity::delete_many()
        .filter(
            revision_image::Column::RevisionId.in_subquery(
                revision::Entity::find()
                    .select_only()
                    .column(revision::Column::Id)
                    .filter(revision::Column::ArticleId.eq(article.0))
                    .into_query(),
            ),
        )
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Forgets an image. Its files are the caller's to remove, before the transaction ends.
pub async fn forget(tx: &Transaction, sha256: Digest) -> Result<(), StorageError> {
    media::Entity::delete_by_id(sha256.to_string())
        .exec(tx.db())
        .await?;
    Ok(())
}

async fn used(tx: &Transaction) -> Result<HashSet<String>, StorageError> {
    let mut used = beside(tx, None).await?;
    let frozen: Vec<String> = revision_image::Entity::find()
        .select_only()
        .column(revision_image::Column::Sha256)
        .distinct()
        .into_tuple()
        .all(tx.db())
        .await?;
    used.extend(frozen);
    Ok(used)
}

/// The images beside the words of drafts and of earlier words.
async fn beside(
    tx: &Transaction,
    article: Option<ArticleId>,
) -> Result<HashSet<String>, StorageError> {
    let empty = serde_json::json!([]);
    let mut drafts = draft_section::Entity::find()
        .select_only()
        .column(draft_section::Column::Id)
        .column(draft_section::Column::Images)
        .filter(draft_section::Column::Images.ne(empty.clone()));
    let mut kept = kept_text::Entity::find()
        .select_only()
        .column(kept_text::Column::Id)
        .column(kept_text::Column::Images)
        .filter(kept_text::Column::Images.is_not_null())
        .filter(kept_text::Column::Images.ne(empty));
    if let Some(article) = article {
        drafts = drafts.filter(draft_section::Column::ArticleId.eq(article.0));
        kept = kept.filter(kept_text::Column::ArticleId.eq(article.0));
    }
    let mut rows: Vec<(Uuid, serde_json::Value)> = drafts.into_tuple().all(tx.db()).await?;
    rows.extend(
        kept.into_tuple::<(Uuid, serde_json::Value)>()
            .all(tx.db())
            .await?,
    );
    let mut found = HashSet::new();
    for (id, images) in rows {
        let images: Vec<Image> = parse_json("draft_sections", id, images)?;
        found.extend(images.into_iter().map(|image| image.sha256.to_string()));
    }
    Ok(found)
}

fn read(row: media::Model) -> Result<StoredImage, StorageError> {
    Ok(StoredImage {
        sha256: digest("media", &row.sha256, &row.sha256)?,
        width: u32::try_from(row.width).unwrap_or(0),
        height: u32::try_from(row.height).unwrap_or(0),
        bytes: u64::try_from(row.bytes).unwrap_or(0),
    })
}
