//! Public articles as lists carry them.

use std::collections::HashMap;

use content::ids::ArticleId;
use content::public::{Card, ShortDisclaimer, TopicRef};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Snapshot;
use super::article::standing;
use crate::StorageError;
use crate::entities::{public_article, public_article_topic, public_disclaimer};
use crate::house_texts::topics_by_article;
use crate::words::{parse, parse_json};

impl Snapshot {
    /// These articles as cards, in the order asked for; those not public are left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn cards(&self, ids: &[ArticleId]) -> Result<Vec<Card>, StorageError> {
        let rows = public_article::Entity::find()
            .filter(public_article::Column::ArticleId.is_in(ids.iter().map(|id| id.0)))
            .all(self.tx.db())
            .await?;
        let cards = self.cards_of(rows).await?;
        Ok(ids
            .iter()
            .filter_map(|id| cards.iter().find(|card| card.article_id == *id).cloned())
            .collect())
    }

    pub(super) async fn topics_of(
        &self,
        ids: &[ArticleId],
    ) -> Result<Vec<(ArticleId, Vec<TopicRef>)>, StorageError> {
        use public_article_topic::Column as C;
        let links = public_article_topic::Entity::find()
            .select_only()
            .columns([C::ArticleId, C::TopicId])
            .filter(C::ArticleId.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(C::Position)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        topics_by_article(self.tx.db(), ids, links).await
    }

    /// What is pinned to these articles, as lists carry it.
    async fn short_disclaimers(
        &self,
        ids: &[ArticleId],
    ) -> Result<HashMap<ArticleId, Vec<ShortDisclaimer>>, StorageError> {
        use public_disclaimer::Column as C;
        let rows: Vec<(Uuid, Uuid, String, String)> = public_disclaimer::Entity::find()
            .select_only()
            .columns([C::ArticleId, C::Id, C::Kind, C::Short])
            .filter(C::ArticleId.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(C::Position)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        let mut all: HashMap<ArticleId, Vec<ShortDisclaimer>> = HashMap::new();
        for (article, id, kind, short) in rows {
            all.entry(ArticleId(article))
                .or_default()
                .push(ShortDisclaimer {
                    kind: parse("disclaimers", id, &kind)?,
                    short,
                });
        }
        Ok(all)
    }

    pub(super) async fn cards_of(
        &self,
        rows: Vec<public_article::Model>,
    ) -> Result<Vec<Card>, StorageError> {
        let ids: Vec<ArticleId> = rows.iter().map(|row| ArticleId(row.article_id)).collect();
        let topics = self.topics_of(&ids).await?;
        let mut disclaimers = self.short_disclaimers(&ids).await?;
        rows.into_iter()
            .zip(topics)
            .map(|(row, (id, topics))| {
                Ok(Card {
                    article_id: id,
                    kind: parse("articles", id, &row.kind)?,
                    bylines: parse_json("public_copies", id, row.bylines)?,
                    mode: parse("publications", id, &row.mode)?,
                    standing: standing(id, &row.state)?,
                    disclaimers: disclaimers.remove(&id).unwrap_or_default(),
                    sponsorship: row.sponsorship,
                    slug: row.slug,
                    title: row.title,
                    summary: row.summary,
                    topics,
                    first_published_at: row.first_published_at,
                    published_at: row.published_at,
                })
            })
            .collect()
    }
}
