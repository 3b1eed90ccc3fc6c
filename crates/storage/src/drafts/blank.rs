//! Taking every word out of a draft.

use content::declaration::Declarations;
use content::ids::ArticleId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use time::OffsetDateTime;

use crate::entities::{draft_head, draft_section};
use crate::words::json;
use crate::{StorageError, Transaction};

/// Blanks every word of an article's draft.
pub async fn blank(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    draft_head::Entity::update_many()
        .col_expr(draft_head::Column::Title, Expr::value(""))
        .col_expr(draft_head::Column::Summary, Expr::value(""))
        .col_expr(
            draft_head::Column::Question,
            Expr::value(Option::<String>::None),
        )
        .col_expr(
            draft_head::Column::Version,
            Expr::col(draft_head::Column::Version).add(1),
        )
        .col_expr(draft_head::Column::SavedAt, Expr::value(at))
        .filter(draft_head::Column::ArticleId.eq(article.0))
        .exec(tx.db())
        .await?;
    let nothing = || Expr::value(serde_json::json!([]));
    draft_section::Entity::update_many()
        .col_expr(draft_section::Column::BodyHtml, Expr::value(""))
        .col_expr(
            draft_section::Column::Version,
            Expr::col(draft_section::Column::Version).add(1),
        )
        .col_expr(
            draft_section::Column::Declarations,
            Expr::value(json(&Declarations::default())),
        )
        .col_expr(draft_section::Column::Images, nothing())
        .col_expr(draft_section::Column::References, nothing())
        .col_expr(draft_section::Column::SavedAt, Expr::value(at))
        .filter(draft_section::Column::ArticleId.eq(article.0))
        .exec(tx.db())
        .await?;
    Ok(())
}
