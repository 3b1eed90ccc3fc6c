//! Lists of public articles.

use content::ids::{ArticleId, PersonId, TopicId};
use content::public::{Card, Page};
use content::publication::Publication;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::Snapshot;
use crate::StorageError;
use crate::entities::{public_article, public_article_topic, public_authorship, topic};

impl Snapshot {
    /// All public articles, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn newest(&self, offset: u64, limit: u64) -> Result<Page<Card>, StorageError> {
        self.page_of(public_article::Entity::find(), offset, limit)
            .await
    }

    /// The public articles under a topic, or under any topic of a group, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn articles_on(
        &self,
        id: &TopicId,
        offset: u64,
        limit: u64,
    ) -> Result<Page<Card>, StorageError> {
        let topics = Query::select()
            .column(topic::Column::Id)
            .from(topic::Entity)
            .cond_where(
                sea_orm::Condition::any()
                    .add(topic::Column::Id.eq(&id.0))
                    .add(topic::Column::GroupId.eq(&id.0)),
            )
            .to_owned();
        let under = Query::select()
            .column(public_article_topic::Column::ArticleId)
            .from(public_article_topic::Entity)
            .and_where(public_article_topic::Column::TopicId.in_subquery(topics))
            .to_owned();
        self.page_of(among(under), offset, limit).await
    }

    /// The public articles by a person, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn articles_by(
        &self,
        id: PersonId,
        offset: u64,
        limit: u64,
    ) -> Result<Page<Card>, StorageError> {
        let by = Query::select()
            .column(public_authorship::Column::ArticleId)
            .from(public_authorship::Entity)
            .and_where(public_authorship::Column::PersonId.eq(id.0))
            .to_owned();
        self.page_of(among(by), offset, limit).await
    }

    /// The newest articles in full, for feeds; one that cannot be read is left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn publications(&self, limit: u64) -> Result<Vec<Publication>, StorageError> {
        let ids: Vec<Uuid> = newest_first(public_article::Entity::find())
            .select_only()
            .column(public_article::Column::ArticleId)
            .limit(limit)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        let mut all = Vec::with_capacity(ids.len());
        for id in ids {
            match self.publication(ArticleId(id)).await {
                Ok(found) => all.extend(found),
                // The others are not kept waiting for one whose text is not what was signed.
                Err(error @ StorageError::Contradiction { .. }) => {
                    tracing::error!(%error, article = %id, "an article cannot be read");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(all)
    }

    /// Every public article's name, in no order: what a search index is built from.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn article_ids(&self) -> Result<Vec<ArticleId>, StorageError> {
        let ids: Vec<Uuid> = public_article::Entity::find()
            .select_only()
            .column(public_article::Column::ArticleId)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        Ok(ids.into_iter().map(ArticleId).collect())
    }

    async fn page_of(
        &self,
        query: Select<public_article::Entity>,
        offset: u64,
        limit: u64,
    ) -> Result<Page<Card>, StorageError> {
        let total = query.clone().count(self.tx.db()).await?;
        if offset >= total {
            return Ok(Page {
                items: Vec::new(),
                total,
            });
        }
        let rows = newest_first(query)
            .offset(offset)
            .limit(limit)
            .all(self.tx.db())
            .await?;
        Ok(Page {
            items: self.cards_of(rows).await?,
            total,
        })
    }
}

fn among(ids: SelectStatement) -> Select<public_article::Entity> {
    public_article::Entity::find().filter(public_article::Column::ArticleId.in_subquery(ids))
}

pub(super) fn newest_first(
    query: Select<public_article::Entity>,
) -> Select<public_article::Entity> {
    query
        .order_by_desc(public_article::Column::FirstPublishedAt)
        .order_by_desc(public_article::Column::ArticleId)
}
