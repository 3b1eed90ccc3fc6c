//! Topics with what can be read under them.

use std::collections::HashMap;

use content::ids::TopicId;
use content::public::TopicCount;
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, ExprTrait, JoinType, QueryOrder, QuerySelect};

use super::Snapshot;
use crate::StorageError;
use crate::entities::{public_article_topic, topic};
use crate::house_texts::topic_ref;

impl Snapshot {
    /// Topics and groups with how many articles readers may open under each. A group counts an
    /// article once, however many of its topics it has.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn topics(&self) -> Result<Vec<TopicCount>, StorageError> {
        let rows = topic::Entity::find()
            .order_by_asc(topic::Column::Position)
            .all(self.tx.db())
            .await?;
        let (topics, groups) = (self.by_topic().await?, self.by_group().await?);
        rows.into_iter()
            .map(|row| {
                let counts = if row.group_id.is_none() {
                    &groups
                } else {
                    &topics
                };
                Ok(TopicCount {
                    articles: counts.get(&row.id).map_or(0, |count| count.unsigned_abs()),
                    group: row.group_id.clone().map(TopicId),
                    topic: topic_ref(row)?,
                })
            })
            .collect()
    }

    async fn by_topic(&self) -> Result<HashMap<String, i64>, StorageError> {
        use public_article_topic::Column as C;
        let counts: Vec<(String, i64)> = public_article_topic::Entity::find()
            .select_only()
            .column(C::TopicId)
            .expr(Expr::col(C::ArticleId).count())
            .group_by(C::TopicId)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        Ok(counts.into_iter().collect())
    }

    async fn by_group(&self) -> Result<HashMap<String, i64>, StorageError> {
        let group = Expr::cust("COALESCE(topics.group_id, topics.id)");
        let article = (
            public_article_topic::Entity,
            public_article_topic::Column::ArticleId,
        );
        let counts: Vec<(String, i64)> = public_article_topic::Entity::find()
            .select_only()
            .expr(group.clone())
            .expr(Expr::col(article).count_distinct())
            .join(
                JoinType::InnerJoin,
                public_article_topic::Entity::belongs_to(topic::Entity)
                    .from(public_article_topic::Column::TopicId)
                    .to(topic::Column::Id)
                    .into(),
            )
            .group_by(group)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        Ok(counts.into_iter().collect())
    }
}
