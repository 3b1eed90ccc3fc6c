//! Public notices: added, never changed.

use content::ids::{ArticleId, PersonId};
use content::notice::Notice;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::entities::notice;
use crate::words::word;
use crate::{StorageError, Transaction};

/// Adds a notice to an article.
pub async fn insert(
    tx: &Transaction,
    article: ArticleId,
    new: &Notice,
    by: Option<PersonId>,
) -> Result<(), StorageError> {
    notice::Entity::insert(notice::ActiveModel {
        id: Set(new.id.0),
        article_id: Set(article.0),
        kind: Set(word(&new.kind)),
        text: Set(new.text.clone()),
        at: Set(new.at),
        by_person: Set(by.map(|id| id.0)),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}
