//! Paths that articles had in another system; all of them settled.

use content::ids::ArticleId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entities::old_path;
use crate::erasure::asked_by_stored;
use crate::insert_rows::insert_rows;
use crate::{StorageError, Transaction};

/// The paths that lead to an article; none once it was erased.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<String>, StorageError> {
    let rows = old_path::Entity::find()
        .filter(old_path::Column::ArticleId.eq(article.0))
        .filter(old_path::Column::Path.starts_with("/"))
        .order_by_asc(old_path::Column::Path)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| row.path).collect())
}

/// Where these paths lead, as far as they lead anywhere, each as it was asked for; also when
/// the article was erased here.
pub async fn find_all(
    tx: &Transaction,
    paths: &[String],
) -> Result<Vec<(String, ArticleId)>, StorageError> {
    let erased = asked_by_stored(paths);
    let rows = old_path::Entity::find()
        .filter(old_path::Column::Path.is_in(paths.iter().chain(erased.keys())))
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let asked = erased.get(&row.path).map(|asked| (*asked).clone());
            (asked.unwrap_or(row.path), ArticleId(row.article_id))
        })
        .collect())
}

/// Leads a path to an article; it leads nowhere yet.
pub async fn insert(tx: &Transaction, path: &str, article: ArticleId) -> Result<(), StorageError> {
    insert_all(tx, &[(path, article)]).await
}

/// Leads paths to articles; they lead nowhere yet.
pub async fn insert_all(tx: &Transaction, paths: &[(&str, ArticleId)]) -> Result<(), StorageError> {
    let row = |(path, article): &(&str, ArticleId)| old_path::ActiveModel {
        path: Set((*path).to_owned()),
        article_id: Set(article.0),
    };
    insert_rows(tx, paths.iter().map(row).collect()).await
}
