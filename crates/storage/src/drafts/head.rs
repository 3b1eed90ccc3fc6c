//! Title, summary and question.

use content::ids::{ArticleId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use time::OffsetDateTime;

use crate::entities::draft_head;
use crate::insert_rows::insert_rows;
use crate::kept_texts::{self, KeptText, KeptWords, Why};
use crate::{StorageError, Transaction};

/// Title, summary and question as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftHead {
    /// Counts saves, from 1.
    pub version: i64,
    /// One line.
    pub title: String,
    /// A sentence or two.
    pub summary: String,
    /// In `expert_answers`.
    pub question: Option<String>,
    /// When it was last saved.
    pub saved_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub saved_by: Option<PersonId>,
}

impl DraftHead {
    /// These words as they are kept when others take their place.
    #[must_use]
    pub fn kept(&self, article: ArticleId, why: Why, at: OffsetDateTime) -> KeptText {
        KeptText {
            id: kept_texts::new_id(),
            article_id: article,
            version: Some(self.version),
            words: KeptWords::Head {
                title: self.title.clone(),
                summary: self.summary.clone(),
                question: self.question.clone(),
            },
            why,
            saved_at: self.saved_at,
            saved_by: self.saved_by,
            kept_at: at,
        }
    }
}

/// The head of an article's draft.
pub async fn head(tx: &Transaction, article: ArticleId) -> Result<Option<DraftHead>, StorageError> {
    let row = draft_head::Entity::find_by_id(article.0)
        .one(tx.db())
        .await?;
    Ok(row.map(|row| DraftHead {
        version: row.version,
        title: row.title,
        summary: row.summary,
        question: row.question,
        saved_at: row.saved_at,
        saved_by: row.saved_by.map(PersonId),
    }))
}

/// Adds the head of a new article.
pub async fn insert_head(
    tx: &Transaction,
    article: ArticleId,
    head: &DraftHead,
) -> Result<(), StorageError> {
    insert_heads(tx, &[(article, head)]).await
}

/// Adds the heads of several articles.
pub async fn insert_heads(
    tx: &Transaction,
    heads: &[(ArticleId, &DraftHead)],
) -> Result<(), StorageError> {
    let row = |(article, head): &(ArticleId, &DraftHead)| draft_head::ActiveModel {
        article_id: Set(article.0),
        version: Set(head.version),
        title: Set(head.title.clone()),
        summary: Set(head.summary.clone()),
        question: Set(head.question.clone()),
        saved_at: Set(head.saved_at),
        saved_by: Set(head.saved_by.map(|id| id.0)),
    };
    insert_rows(tx, heads.iter().map(row).collect()).await
}

/// Writes the head as `head.version`, if the version before is the one stored. The words it
/// replaces are kept, see [`kept_texts`].
///
/// Answers whether it was; nothing changes otherwise.
pub async fn save_head(
    tx: &Transaction,
    article: ArticleId,
    head: &DraftHead,
) -> Result<bool, StorageError> {
    let before = self::head(tx, article).await?;
    let done = draft_head::Entity::update_many()
        .col_expr(draft_head::Column::Version, Expr::value(head.version))
        .col_expr(draft_head::Column::Title, Expr::value(&head.title))
        .col_expr(draft_head::Column::Summary, Expr::value(&head.summary))
        .col_expr(
            draft_head::Column::Question,
            Expr::value(head.question.clone()),
        )
        .col_expr(draft_head::Column::SavedAt, Expr::value(head.saved_at))
        .col_expr(
            draft_head::Column::SavedBy,
            Expr::value(head.saved_by.map(|id| id.0)),
        )
        .filter(draft_head::Column::ArticleId.eq(article.0))
        .filter(draft_head::Column::Version.eq(head.version - 1))
        .exec(tx.db())
        .await?;
    let Some(before) = before.filter(|_| done.rows_affected == 1) else {
        return Ok(false);
    };
    let replaced = before.kept(article, Why::Replaced, head.saved_at);
    kept_texts::keep_replaced(tx, &replaced, head.saved_by).await?;
    Ok(true)
}
