//! Paths that articles had in another system; all of them settled.

use content::ids::ArticleId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entities::old_path;
use crate::insert_rows::insert_rows;
use crate::{StorageError, Transaction};

/// The article that a path leads to.
pub async fn find(tx: &Transaction, path: &str) -> Result<Option<ArticleId>, StorageError> {
    let row = old_path::Entity::find_by_id(path.to_owned())
        .one(tx.db())
        .await?;
    Ok(row.map(|row| ArticleId(row.article_id)))
}

/// The paths that lead to an article.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<String>, StorageError> {
    let rows = old_path::Entity::find()
        .filter(old_path::Column::ArticleId.eq(article.0))
        .order_by_asc(old_path::Column::Path)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| row.path).collect())
}

/// Where these paths lead, as far as they lead anywhere.
pub async fn find_all(
    tx: &Transaction,
    paths: &[String],
) -> Result<Vec<(String, ArticleId)>, StorageError> {
    let rows = old_path::Entity::find()
        .filter(old_path::Column::Path.is_in(paths))
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.path, ArticleId(row.article_id)))
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
