//! Lists of public articles.
//!
//! Which articles a part of a list holds is told by their names alone, from an index in that
//! order; only the cards of those are read. So a page far down costs little more than the first.

use content::ids::{ArticleId, PersonId, TopicId};
use content::public::{Card, Part, Place};
use content::publication::Publication;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use time::OffsetDateTime;
use uuid::Uuid;

use super::Snapshot;
use crate::StorageError;
use crate::entities::{identity, public_article_topic, public_author, public_listing, topic};

impl Snapshot {
    /// The newest public articles, uncounted.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn newest(&self, limit: u64) -> Result<Vec<Card>, StorageError> {
        let ids = self
            .names(public_listing::Entity::find(), Some(limit))
            .await?;
        self.cards(&ids).await
    }

    /// All public articles, newest first, after a place or from the top. However many are
    /// published between two parts, none is told twice and none is passed over.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn newest_after(
        &self,
        place: Option<Place>,
        limit: u64,
    ) -> Result<Part<Card>, StorageError> {
        use public_listing::Column as C;
        let mut query = public_listing::Entity::find();
        if let Some(place) = place {
            let both = [Expr::col(C::FirstPublishedAt), Expr::col(C::ArticleId)];
            let there = [
                Expr::value(place.first_published_at),
                Expr::value(place.article_id.0),
            ];
            query = query.filter(Expr::tuple(both).lt(Expr::tuple(there)));
        }
        // One more than is wanted tells whether the list goes on.
        let mut places: Vec<(OffsetDateTime, Uuid)> = newest_first(query)
            .select_only()
            .columns([C::FirstPublishedAt, C::ArticleId])
            .limit(limit + 1)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        let goes_on = places.len() as u64 > limit;
        places.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let ids: Vec<ArticleId> = places.iter().map(|(_, id)| ArticleId(*id)).collect();
        Ok(Part {
            items: self.cards(&ids).await?,
            next: places.last().filter(|_| goes_on).map(|(at, id)| Place {
                first_published_at: *at,
                article_id: ArticleId(*id),
            }),
        })
    }

    /// The names of all public articles under a topic, or under any topic of a group, newest
    /// first. [`Snapshot::cards`] brings up those that are shown.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn all_on(&self, id: &TopicId) -> Result<Vec<ArticleId>, StorageError> {
        self.names(among(under(id)), None).await
    }

    /// The newest articles under a topic, or under any topic of a group, uncounted: what stands
    /// below an article.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn newest_on(&self, id: &TopicId, limit: u64) -> Result<Vec<Card>, StorageError> {
        let known = public_article_topic::Entity::find()
            .select_only()
            .column(public_article_topic::Column::ArticleId)
            .filter(public_article_topic::Column::TopicId.in_subquery(with_its_topics(id)))
            .limit(MANY)
            .into_tuple::<Uuid>()
            .all(self.tx.db())
            .await?;
        let is_long = known.len() as u64 == MANY;
        let query = if is_long {
            // Going down the list of all meets them soon, and need not bring all of them up.
            let here = (public_listing::Entity, public_listing::Column::ArticleId);
            let there = (
                public_article_topic::Entity,
                public_article_topic::Column::ArticleId,
            );
            let is_under = under(id)
                .and_where(Expr::col(there).equals(here))
                .to_owned();
            public_listing::Entity::find().filter(Expr::exists(is_under))
        } else {
            among(under(id))
        };
        let ids = self.names(query, Some(limit)).await?;
        self.cards(&ids).await
    }

    /// The names of all public articles by a person, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn all_by(&self, id: PersonId) -> Result<Vec<ArticleId>, StorageError> {
        self.names(among(by_any_of(same_as(id))), None).await
    }

    /// The newest articles in full, for feeds; one that cannot be read is left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn publications(&self, limit: u64) -> Result<Vec<Publication>, StorageError> {
        let ids = self
            .names(public_listing::Entity::find(), Some(limit))
            .await?;
        let mut all = Vec::with_capacity(ids.len());
        for id in ids {
            match self.publication(id).await {
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
        let ids: Vec<Uuid> = public_listing::Entity::find()
            .select_only()
            .column(public_listing::Column::ArticleId)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        Ok(ids.into_iter().map(ArticleId).collect())
    }

    async fn names(
        &self,
        query: Select<public_listing::Entity>,
        limit: Option<u64>,
    ) -> Result<Vec<ArticleId>, StorageError> {
        let ids: Vec<Uuid> = newest_first(query)
            .select_only()
            .column(public_listing::Column::ArticleId)
            .limit(limit)
            .into_tuple()
            .all(self.tx.db())
            .await?;
        Ok(ids.into_iter().map(ArticleId).collect())
    }
}

/// A topic with so many articles is a long one.
const MANY: u64 = 200;

/// The topic, and the topics of the group.
fn with_its_topics(id: &TopicId) -> SelectStatement {
    Query::select()
        .column(topic::Column::Id)
        .from(topic::Entity)
        .cond_where(
            sea_orm::Condition::any()
                .add(topic::Column::Id.eq(&id.0))
                .add(topic::Column::GroupId.eq(&id.0)),
        )
        .to_owned()
}

/// The articles under a topic, or under any topic of a group.
fn under(id: &TopicId) -> SelectStatement {
    Query::select()
        .column(public_article_topic::Column::ArticleId)
        .from(public_article_topic::Entity)
        .and_where(public_article_topic::Column::TopicId.in_subquery(with_its_topics(id)))
        .to_owned()
}

/// Everyone whom a person turned out to be.
pub(super) fn same_as(id: PersonId) -> SelectStatement {
    Query::select()
        .column(identity::Column::PersonId)
        .from(identity::Entity)
        .and_where(identity::Column::Identity.eq(id.0))
        .to_owned()
}

/// The articles, public or not any more, by any of these persons.
pub(super) fn by_any_of(persons: SelectStatement) -> SelectStatement {
    Query::select()
        .column(public_author::Column::ArticleId)
        .from(public_author::Entity)
        .and_where(public_author::Column::PersonId.in_subquery(persons))
        .to_owned()
}

pub(super) fn among(ids: SelectStatement) -> Select<public_listing::Entity> {
    public_listing::Entity::find().filter(public_listing::Column::ArticleId.in_subquery(ids))
}

fn newest_first(query: Select<public_listing::Entity>) -> Select<public_listing::Entity> {
    query
        .order_by_desc(public_listing::Column::FirstPublishedAt)
        .order_by_desc(public_listing::Column::ArticleId)
}
