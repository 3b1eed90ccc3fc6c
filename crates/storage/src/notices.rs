//! Public notices: added, never changed.

use content::ids::{ArticleId, NoticeId, PersonId};
use content::notice::Notice;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entities::notice;
use crate::insert_rows::insert_rows;
use crate::words::{parse, word};
use crate::{StorageError, Transaction};

/// Adds a notice to an article.
pub async fn insert(
    tx: &Transaction,
    article: ArticleId,
    new: &Notice,
    by: Option<PersonId>,
) -> Result<(), StorageError> {
    insert_all(tx, &[(article, new)], by).await
}

/// Adds notices to articles.
pub async fn insert_all(
    tx: &Transaction,
    new: &[(ArticleId, &Notice)],
    by: Option<PersonId>,
) -> Result<(), StorageError> {
    let row = |(article, new): &(ArticleId, &Notice)| notice::ActiveModel {
        id: Set(new.id.0),
        article_id: Set(article.0),
        kind: Set(word(&new.kind)),
        text: Set(new.text.clone()),
        at: Set(new.at),
        by_person: Set(by.map(|id| id.0)),
    };
    insert_rows(tx, new.iter().map(row).collect()).await
}

/// The notices of an article, newest first.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<Notice>, StorageError> {
    let rows = notice::Entity::find()
        .filter(notice::Column::ArticleId.eq(article.0))
        .order_by_desc(notice::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Notice {
                kind: parse("notices", row.id, &row.kind)?,
                id: NoticeId(row.id),
                text: row.text,
                at: row.at,
            })
        })
        .collect()
}
