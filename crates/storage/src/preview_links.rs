//! Links that show one frozen text before publication. Only the digest of a token is kept.

use content::ids::{ArticleId, PersonId, RevisionId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::{open_preview_link, preview_link};
use crate::{StorageError, Transaction};

/// A link that shows one frozen text to whoever has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLink {
    /// Its lasting name.
    pub id: Uuid,
    /// The article.
    pub article_id: ArticleId,
    /// The one text that it shows.
    pub revision_id: RevisionId,
    /// What is kept of its token.
    pub token_digest: String,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: OffsetDateTime,
    /// When it ends by itself.
    pub expires_at: OffsetDateTime,
    /// When somebody ended it.
    pub revoked_at: Option<OffsetDateTime>,
    /// When its page was first opened.
    pub opened_at: Option<OffsetDateTime>,
}

fn read(row: preview_link::Model) -> PreviewLink {
    PreviewLink {
        id: row.id,
        article_id: ArticleId(row.article_id),
        revision_id: RevisionId(row.revision_id),
        token_digest: row.token_digest,
        made_by: PersonId(row.made_by),
        made_at: row.made_at,
        expires_at: row.expires_at,
        revoked_at: row.revoked_at,
        opened_at: row.opened_at,
    }
}

/// Keeps a link.
pub async fn insert(tx: &Transaction, link: &PreviewLink) -> Result<(), StorageError> {
    preview_link::Entity::insert(preview_link::ActiveModel {
        id: Set(link.id),
        article_id: Set(link.article_id.0),
        revision_id: Set(link.revision_id.0),
        token_digest: Set(link.token_digest.clone()),
        made_by: Set(link.made_by.0),
        made_at: Set(link.made_at),
        expires_at: Set(link.expires_at),
        revoked_at: Set(link.revoked_at),
        opened_at: Set(link.opened_at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The link with this token, whether or not it still opens.
pub async fn find(
    tx: &Transaction,
    token_digest: &str,
) -> Result<Option<PreviewLink>, StorageError> {
    let row = preview_link::Entity::find()
        .filter(preview_link::Column::TokenDigest.eq(token_digest))
        .one(tx.db())
        .await?;
    Ok(row.map(read))
}

/// Every link of an article, the newest first.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<PreviewLink>, StorageError> {
    let rows = preview_link::Entity::find()
        .filter(preview_link::Column::ArticleId.eq(article.0))
        .order_by_desc(preview_link::Column::Id)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Whether what became of the article and the link lets it open; the clock is asked elsewhere.
pub async fn is_open(tx: &Transaction, id: Uuid) -> Result<bool, StorageError> {
    let open = open_preview_link::Entity::find_by_id(id)
        .count(tx.db())
        .await?;
    Ok(open > 0)
}

/// Keeps when the page of a link was first opened.
pub async fn mark_opened(
    tx: &Transaction,
    id: Uuid,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    preview_link::Entity::update_many()
        .col_expr(preview_link::Column::OpenedAt, Expr::value(at))
        .filter(preview_link::Column::Id.eq(id))
        .filter(preview_link::Column::OpenedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Ends a link.
pub async fn revoke(tx: &Transaction, id: Uuid, at: OffsetDateTime) -> Result<(), StorageError> {
    preview_link::Entity::update_many()
        .col_expr(preview_link::Column::RevokedAt, Expr::value(at))
        .filter(preview_link::Column::Id.eq(id))
        .filter(preview_link::Column::RevokedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Ends every link of an article.
pub async fn revoke_all(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    preview_link::Entity::update_many()
        .col_expr(preview_link::Column::RevokedAt, Expr::value(at))
        .filter(preview_link::Column::ArticleId.eq(article.0))
        .filter(preview_link::Column::RevokedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}
