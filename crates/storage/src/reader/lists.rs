//! Lists of public articles, topics and addresses.

use std::collections::{HashMap, HashSet};

use content::ids::{ArticleId, PersonId, TopicId};
use content::notice::Notice;
use content::public::{Card, Page, ShortDisclaimer, Tombstone, TopicCount, TopicRef};
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
    public_article, public_article_topic, public_authorship, public_disclaimer, public_notice,
    public_person, public_tombstone, topic,
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

    /// What was taken off the site, the latest first; what was erased is not told of.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn tombstones(&self, limit: u64) -> Result<Vec<Tombstone>, StorageError> {
        let rows = public_tombstone::Entity::find()
            .filter(public_tombstone::Column::Title.is_not_null())
            .order_by_desc(public_tombstone::Column::Since)
            .order_by_desc(public_tombstone::Column::ArticleId)
            .limit(limit)
            .all(self.tx.db())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Tombstone {
                slug: row.slug,
                title: row.title,
                reason: row.reason,
                since: row.since,
            })
            .collect())
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

    async fn cards_of(&self, rows: Vec<public_article::Model>) -> Result<Vec<Card>, StorageError> {
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

fn among(ids: SelectStatement) -> Select<public_article::Entity> {
    public_article::Entity::find().filter(public_article::Column::ArticleId.in_subquery(ids))
}

fn newest_first(query: Select<public_article::Entity>) -> Select<public_article::Entity> {
    query
        .order_by_desc(public_article::Column::FirstPublishedAt)
        .order_by_desc(public_article::Column::ArticleId)
}
