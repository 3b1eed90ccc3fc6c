//! Which sections stand in a draft, and in which order.

use content::ids::{KeptTextId, SectionId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use time::OffsetDateTime;

use super::sections::read_section;
use crate::entities::draft_section;
use crate::kept_texts::{self, Why};
use crate::{StorageError, Transaction};

/// Puts a section at a place on the page.
pub async fn set_position(
    tx: &Transaction,
    id: SectionId,
    position: i64,
) -> Result<(), StorageError> {
    draft_section::Entity::update_many()
        .col_expr(draft_section::Column::Position, Expr::value(position))
        .filter(draft_section::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Takes a section out of the draft and answers under which name its words are kept; its
/// frozen texts stay.
pub async fn remove_section(
    tx: &Transaction,
    id: SectionId,
    at: OffsetDateTime,
) -> Result<Option<KeptTextId>, StorageError> {
    let row = draft_section::Entity::find_by_id(id.0)
        .filter(draft_section::Column::RemovedAt.is_null())
        .one(tx.db())
        .await?;
    let Some(row) = row else { return Ok(None) };
    draft_section::Entity::update_many()
        .col_expr(draft_section::Column::RemovedAt, Expr::value(at))
        .filter(draft_section::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    let kept = kept_texts::keep(tx, &read_section(row)?.kept(Why::Removed, at)).await?;
    Ok(Some(kept))
}

/// Puts a section that was taken out back into the draft, at a place on the page.
pub async fn return_section(
    tx: &Transaction,
    id: SectionId,
    position: i64,
) -> Result<(), StorageError> {
    draft_section::Entity::update_many()
        .col_expr(
            draft_section::Column::RemovedAt,
            Expr::value(Option::<OffsetDateTime>::None),
        )
        .col_expr(draft_section::Column::Position, Expr::value(position))
        .filter(draft_section::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}
