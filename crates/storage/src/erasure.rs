//! Taking the words of an erased article out of every row that held some beside its texts.
//!
//! The schema lets each be blanked once, after two persons agreed; ids, times and digests stay.

use std::collections::HashMap;

use content::digest::Digest;
use content::ids::ArticleId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use time::OffsetDateTime;

use crate::entities::{
    article, article_label, article_slug, import, joint_act, notice, objection, old_path,
};
use crate::joint_acts::Act;
use crate::words::word;
use crate::{StorageError, Transaction};

/// What stands in place of words that the schema wants to be there.
const BLANK: &str = "[erased]";

/// What stands in place of an address or a name: it still says that this one was in use.
#[must_use]
pub fn in_place_of(words: &str) -> String {
    format!("erased:{}", Digest::of(words.as_bytes()))
}

/// These words by what is stored in their place once their article was erased.
pub(crate) fn asked_by_stored(words: &[String]) -> HashMap<String, &String> {
    words.iter().map(|word| (in_place_of(word), word)).collect()
}

/// Blanks what was said about the article: objections, notices, and what two persons agreed
/// to, but for the reason of the erasure itself. What waits for a second person ends.
pub async fn blank_words(
    tx: &Transaction,
    id: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    objection::Entity::update_many()
        .col_expr(objection::Column::Message, Expr::value(BLANK))
        .filter(objection::Column::ArticleId.eq(id.0))
        .exec(tx.db())
        .await?;
    notice::Entity::update_many()
        .col_expr(notice::Column::Text, Expr::value(BLANK))
        .filter(notice::Column::ArticleId.eq(id.0))
        .exec(tx.db())
        .await?;
    joint_act::Entity::update_many()
        .col_expr(joint_act::Column::Facts, Expr::value(json!({})))
        .filter(joint_act::Column::ArticleId.eq(id.0))
        .filter(joint_act::Column::Act.ne(word(&Act::Erase)))
        .exec(tx.db())
        .await?;
    joint_act::Entity::update_many()
        .col_expr(joint_act::Column::EndedAt, Expr::value(at))
        .filter(joint_act::Column::ArticleId.eq(id.0))
        .filter(joint_act::Column::JoinedBy.is_null())
        .filter(joint_act::Column::EndedAt.is_null())
        .exec(tx.db())
        .await?;
    article_label::Entity::delete_many()
        .filter(article_label::Column::ArticleId.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Makes every address of the article lead nowhere, for good, and forgets its words. Nobody
/// else gets one of them.
pub async fn erase_addresses(
    tx: &Transaction,
    id: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let rows = article_slug::Entity::find()
        .filter(article_slug::Column::ArticleId.eq(id.0))
        .filter(article_slug::Column::ErasedAt.is_null())
        .all(tx.db())
        .await?;
    for row in rows {
        article_slug::Entity::update_many()
            .col_expr(
                article_slug::Column::Slug,
                Expr::value(in_place_of(&row.slug)),
            )
            .col_expr(article_slug::Column::ErasedAt, Expr::value(at))
            .filter(article_slug::Column::Slug.eq(row.slug))
            .exec(tx.db())
            .await?;
    }
    article::Entity::update_many()
        .col_expr(article::Column::Slug, Expr::value(Option::<String>::None))
        .filter(article::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    let paths = old_path::Entity::find()
        .filter(old_path::Column::ArticleId.eq(id.0))
        .all(tx.db())
        .await?;
    for row in paths {
        old_path::Entity::update_many()
            .col_expr(old_path::Column::Path, Expr::value(in_place_of(&row.path)))
            .filter(old_path::Column::Path.eq(row.path))
            .exec(tx.db())
            .await?;
    }
    let imported = import::Entity::find()
        .filter(import::Column::ArticleId.eq(id.0))
        .one(tx.db())
        .await?;
    if let Some(row) = imported {
        import::Entity::update_many()
            .col_expr(
                import::Column::ExternalId,
                Expr::value(in_place_of(&row.external_id)),
            )
            .col_expr(
                import::Column::SourceUrl,
                Expr::value(Option::<String>::None),
            )
            .filter(import::Column::ArticleId.eq(id.0))
            .exec(tx.db())
            .await?;
    }
    Ok(())
}
