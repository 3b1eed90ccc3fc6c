//! Every address of the site that does not depend on a query.

use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

use super::{SitemapRow, Snapshot};
use crate::StorageError;
use crate::entities::{public_article, public_person, topic};

impl Snapshot {
    /// Every address of the site that does not depend on a query.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sitemap(&self) -> Result<Vec<SitemapRow>, StorageError> {
        let fixed = ["/", "/topics", "/authors", "/help"];
        let mut rows: Vec<SitemapRow> = fixed
            .iter()
            .map(|path| SitemapRow {
                path: (*path).to_owned(),
                modified: None,
            })
            .collect();
        for article in public_article::Entity::find()
            .order_by_desc(public_article::Column::FirstPublishedAt)
            .order_by_desc(public_article::Column::ArticleId)
            .all(self.tx.db())
            .await?
        {
            rows.push(SitemapRow {
                path: format!("/articles/{}", article.slug),
                modified: Some(article.published_at),
            });
        }
        for count in self
            .topics()
            .await?
            .into_iter()
            .filter(|count| count.articles > 0)
        {
            rows.push(SitemapRow {
                path: format!("/topics/{}", count.topic.slug),
                modified: None,
            });
        }
        for person in public_person::Entity::find()
            .order_by_asc(public_person::Column::Slug)
            .all(self.tx.db())
            .await?
        {
            rows.push(SitemapRow {
                path: format!("/authors/{}", person.slug),
                modified: None,
            });
        }
        Ok(rows)
    }

    /// How many addresses the sitemap has at the most, without reading any.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sitemap_size(&self) -> Result<u64, StorageError> {
        let db = self.tx.db();
        let articles = public_article::Entity::find().count(db).await?;
        let persons = public_person::Entity::find().count(db).await?;
        let topics = topic::Entity::find().count(db).await?;
        Ok(articles + persons + topics)
    }
}
