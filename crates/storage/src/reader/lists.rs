//! Lists of public articles, topics and addresses.

use std::collections::{HashMap, HashSet};

use content::ids::{ArticleId, PersonId, TopicId};
use content::notice::Notice;
use content::public::{Card, Page, TopicCount, TopicRef};
use content::publication::Publication;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::article::{read_notice, standing};
use super::{SitemapRow, Snapshot};
use crate::StorageError;
use crate::entities::{
    public_article, public_article_topic, public_authorship, public_notice, public_person, topic,
};
use crate::house_texts::topic_refs;
use crate::words::{parse, parse_json};

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

    /// The newest articles in full, for feeds.
    ///
    /// # Errors
    /// When the database does not answer, or a stored text is not what its digest names.
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
            all.extend(self.publication(ArticleId(id)).await?);
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

    /// Topics and groups with how many articles readers may open under each. A group counts an
    /// article once, however many of its topics it has.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn topics(&self) -> Result<Vec<TopicCount>, StorageError> {
        let topics = topic::Entity::find()
            .order_by_asc(topic::Column::Position)
            .all(self.tx.db())
            .await?;
        let links = public_article_topic::Entity::find()
            .all(self.tx.db())
            .await?;
        let groups: HashMap<&str, &str> = topics
            .iter()
            .filter_map(|row| Some((row.id.as_str(), row.group_id.as_deref()?)))
            .collect();
        let mut under: HashMap<&str, HashSet<Uuid>> = HashMap::new();
        for link in &links {
            let topic = link.topic_id.as_str();
            under.entry(topic).or_default().insert(link.article_id);
            if let Some(group) = groups.get(topic) {
                under.entry(group).or_default().insert(link.article_id);
            }
        }
        topics
            .iter()
            .map(|row| {
                Ok(TopicCount {
                    topic: TopicRef {
                        id: TopicId(row.id.clone()),
                        label: row.label.clone(),
                        slug: row.slug.clone(),
                        flag: parse("topics", &row.id, &row.flag)?,
                    },
                    group: row.group_id.clone().map(TopicId),
                    articles: under.get(row.id.as_str()).map_or(0, HashSet::len) as u64,
                })
            })
            .collect()
    }

    /// The newest notices on public articles, each with its article.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn notices(&self, limit: u64) -> Result<Vec<(Card, Notice)>, StorageError> {
        let rows = public_notice::Entity::find()
            .order_by_desc(public_notice::Column::Id)
            .limit(limit)
            .all(self.tx.db())
            .await?;
        let ids: Vec<ArticleId> = rows.iter().map(|row| ArticleId(row.article_id)).collect();
        let cards = self.cards(&ids).await?;
        rows.into_iter()
            .filter_map(|row| {
                let card = cards
                    .iter()
                    .find(|card| card.article_id.0 == row.article_id)?;
                Some(read_notice(row).map(|notice| (card.clone(), notice)))
            })
            .collect()
    }

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
        for article in newest_first(public_article::Entity::find())
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

    pub(super) async fn topics_of(
        &self,
        ids: &[ArticleId],
    ) -> Result<Vec<(ArticleId, Vec<TopicRef>)>, StorageError> {
        let rows = public_article_topic::Entity::find()
            .filter(public_article_topic::Column::ArticleId.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(public_article_topic::Column::Position)
            .all(self.tx.db())
            .await?;
        let all = topic_refs(self.tx.db()).await?;
        Ok(ids
            .iter()
            .map(|id| {
                let topics = rows
                    .iter()
                    .filter(|row| row.article_id == id.0)
                    .filter_map(|row| all.iter().find(|one| one.id.0 == row.topic_id).cloned())
                    .collect();
                (*id, topics)
            })
            .collect())
    }

    async fn page_of(
        &self,
        query: Select<public_article::Entity>,
        offset: u64,
        limit: u64,
    ) -> Result<Page<Card>, StorageError> {
        let total = query.clone().count(self.tx.db()).await?;
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

    async fn cards_of(&self, rows: Vec<public_article::Model>) -> Result<Vec<Card>, StorageError> {
        let ids: Vec<ArticleId> = rows.iter().map(|row| ArticleId(row.article_id)).collect();
        let topics = self.topics_of(&ids).await?;
        rows.into_iter()
            .zip(topics)
            .map(|(row, (id, topics))| {
                Ok(Card {
                    article_id: id,
                    kind: parse("articles", id, &row.kind)?,
                    bylines: parse_json("public_copies", id, row.bylines)?,
                    mode: parse("publications", id, &row.mode)?,
                    standing: standing(id, &row.state)?,
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

fn among(ids: SelectStatement) -> Select<public_article::Entity> {
    public_article::Entity::find().filter(public_article::Column::ArticleId.in_subquery(ids))
}

fn newest_first(query: Select<public_article::Entity>) -> Select<public_article::Entity> {
    query
        .order_by_desc(public_article::Column::FirstPublishedAt)
        .order_by_desc(public_article::Column::ArticleId)
}
