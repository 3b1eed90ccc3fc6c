//! Articles: what lasts whatever the text, and what editors change without a signature.

use content::article::Kind;
use content::ids::{ArticleId, PersonId, TopicId};
use content::public::TopicRef;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use time::OffsetDateTime;

use crate::entities::{article, article_label, article_slug, article_topic};
use crate::erasure::{asked_by_stored, in_place_of};
use crate::house_texts::topics_by_article;
use crate::insert_rows::insert_rows;
use crate::words::{parse, word};
use crate::{StorageError, Transaction};

/// An article as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its lasting name.
    pub id: ArticleId,
    /// What it is made of.
    pub kind: Kind,
    /// Language tag.
    pub language: String,
    /// Its address; `None` until it is first published.
    pub slug: Option<String>,
    /// The editor who looks after it.
    pub editor: Option<PersonId>,
    /// Who began it; `None` when imported.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: OffsetDateTime,
    /// When anything of it last changed.
    pub updated_at: OffsetDateTime,
}

pub(crate) fn read(row: article::Model) -> Result<Article, StorageError> {
    Ok(Article {
        id: ArticleId(row.id),
        kind: parse("articles", row.id, &row.kind)?,
        language: row.language,
        slug: row.slug,
        editor: row.editor_id.map(PersonId),
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

/// The article of this name.
pub async fn find(tx: &Transaction, id: ArticleId) -> Result<Option<Article>, StorageError> {
    article::Entity::find_by_id(id.0)
        .one(tx.db())
        .await?
        .map(read)
        .transpose()
}

/// The article of this name, locked until the transaction ends, so that verbs on one article
/// follow each other.
pub async fn find_locked(tx: &Transaction, id: ArticleId) -> Result<Option<Article>, StorageError> {
    let row = article::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// The articles that a person began.
pub async fn begun_by(tx: &Transaction, person: PersonId) -> Result<Vec<ArticleId>, StorageError> {
    let rows = article::Entity::find()
        .filter(article::Column::CreatedBy.eq(person.0))
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| ArticleId(row.id)).collect())
}

/// Adds an article.
pub async fn insert(tx: &Transaction, article: &Article) -> Result<(), StorageError> {
    insert_all(tx, &[article]).await
}

/// Adds several articles.
pub async fn insert_all(tx: &Transaction, articles: &[&Article]) -> Result<(), StorageError> {
    let row = |article: &&Article| article::ActiveModel {
        id: Set(article.id.0),
        kind: Set(word(&article.kind)),
        language: Set(article.language.clone()),
        slug: Set(article.slug.clone()),
        editor_id: Set(article.editor.map(|id| id.0)),
        created_by: Set(article.created_by.map(|id| id.0)),
        created_at: Set(article.created_at),
        updated_at: Set(article.updated_at),
    };
    insert_rows(tx, articles.iter().map(row).collect()).await
}

/// Notes that something of the article changed.
pub async fn touch(
    tx: &Transaction,
    id: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    article::Entity::update_many()
        .col_expr(article::Column::UpdatedAt, Expr::value(at))
        .filter(article::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Makes an import that has gained or lost answers the other kind of article.
pub async fn set_kind(tx: &Transaction, id: ArticleId, kind: Kind) -> Result<(), StorageError> {
    article::Entity::update_many()
        .col_expr(article::Column::Kind, Expr::value(word(&kind)))
        .filter(article::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The names of all articles, oldest first.
pub async fn ids(tx: &Transaction) -> Result<Vec<ArticleId>, StorageError> {
    let ids: Vec<uuid::Uuid> = article::Entity::find()
        .select_only()
        .column(article::Column::Id)
        .order_by_asc(article::Column::Id)
        .into_tuple()
        .all(tx.db())
        .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

/// Names the editor who looks after it.
pub async fn set_editor(
    tx: &Transaction,
    id: ArticleId,
    editor: Option<PersonId>,
) -> Result<(), StorageError> {
    article::Entity::update_many()
        .col_expr(
            article::Column::EditorId,
            Expr::value(editor.map(|id| id.0)),
        )
        .filter(article::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The topics of an article, main topic first.
pub async fn topics(tx: &Transaction, id: ArticleId) -> Result<Vec<TopicRef>, StorageError> {
    Ok(topics_of(tx, &[id])
        .await?
        .pop()
        .map_or_else(Vec::new, |(_, topics)| topics))
}

/// The topics of several articles, in the order asked for.
pub async fn topics_of(
    tx: &Transaction,
    ids: &[ArticleId],
) -> Result<Vec<(ArticleId, Vec<TopicRef>)>, StorageError> {
    let links = article_topic::Entity::find()
        .select_only()
        .columns([
            article_topic::Column::ArticleId,
            article_topic::Column::TopicId,
        ])
        .filter(article_topic::Column::ArticleId.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(article_topic::Column::Position)
        .into_tuple()
        .all(tx.db())
        .await?;
    topics_by_article(tx.db(), ids, links).await
}

/// Replaces the topics of an article, main topic first.
pub async fn set_topics(
    tx: &Transaction,
    id: ArticleId,
    topics: &[TopicId],
) -> Result<(), StorageError> {
    article_topic::Entity::delete_many()
        .filter(article_topic::Column::ArticleId.eq(id.0))
        .exec(tx.db())
        .await?;
    add_topics(tx, &[(id, topics)]).await
}

/// Gives topics to articles that have none, main topic first.
pub async fn add_topics(
    tx: &Transaction,
    topics: &[(ArticleId, &[TopicId])],
) -> Result<(), StorageError> {
    let mut rows = Vec::new();
    for (id, topics) in topics {
        for (position, topic) in (0..).zip(*topics) {
            rows.push(article_topic::ActiveModel {
                article_id: Set(id.0),
                topic_id: Set(topic.0.clone()),
                position: Set(position),
            });
        }
    }
    insert_rows(tx, rows).await
}

/// Labels of an import that no topic stands for.
pub async fn set_labels(
    tx: &Transaction,
    id: ArticleId,
    labels: &[String],
) -> Result<(), StorageError> {
    article_label::Entity::delete_many()
        .filter(article_label::Column::ArticleId.eq(id.0))
        .exec(tx.db())
        .await?;
    add_labels(tx, &[(id, labels)]).await
}

/// Gives labels to articles that have none.
pub async fn add_labels(
    tx: &Transaction,
    labels: &[(ArticleId, &[String])],
) -> Result<(), StorageError> {
    let mut rows = Vec::new();
    for (id, labels) in labels {
        rows.extend(labels.iter().map(|label| article_label::ActiveModel {
            article_id: Set(id.0),
            label: Set(label.clone()),
        }));
    }
    insert_rows(tx, rows).await
}

/// Labels of an import that no topic stands for.
pub async fn labels(tx: &Transaction, id: ArticleId) -> Result<Vec<String>, StorageError> {
    let rows = article_label::Entity::find()
        .filter(article_label::Column::ArticleId.eq(id.0))
        .order_by_asc(article_label::Column::Label)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| row.label).collect())
}

/// Whose address this is, or was.
pub async fn find_slug(tx: &Transaction, slug: &str) -> Result<Option<ArticleId>, StorageError> {
    let row = article_slug::Entity::find()
        .filter(article_slug::Column::Slug.is_in([slug, &in_place_of(slug)]))
        .one(tx.db())
        .await?;
    Ok(row.map(|row| ArticleId(row.article_id)))
}

/// Which of these addresses somebody has or had, each as it was asked for.
pub async fn taken_slugs(
    tx: &Transaction,
    slugs: &[String],
) -> Result<Vec<(String, ArticleId)>, StorageError> {
    let erased = asked_by_stored(slugs);
    let rows = article_slug::Entity::find()
        .filter(article_slug::Column::Slug.is_in(slugs.iter().chain(erased.keys())))
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let asked = erased.get(&row.slug).map(|asked| (*asked).clone());
            (asked.unwrap_or(row.slug), ArticleId(row.article_id))
        })
        .collect())
}

/// Every address that the article has or had.
pub async fn slugs(tx: &Transaction, id: ArticleId) -> Result<Vec<String>, StorageError> {
    let rows = article_slug::Entity::find()
        .filter(article_slug::Column::ArticleId.eq(id.0))
        .order_by_asc(article_slug::Column::Slug)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| row.slug).collect())
}

/// Reserves an address for good.
pub async fn reserve_slug(tx: &Transaction, id: ArticleId, slug: &str) -> Result<(), StorageError> {
    reserve_slugs(tx, &[(slug, id)]).await
}

/// Reserves addresses for good.
pub async fn reserve_slugs(
    tx: &Transaction,
    slugs: &[(&str, ArticleId)],
) -> Result<(), StorageError> {
    let row = |(slug, id): &(&str, ArticleId)| article_slug::ActiveModel {
        slug: Set((*slug).to_owned()),
        article_id: Set(id.0),
        erased_at: Set(None),
    };
    insert_rows(tx, slugs.iter().map(row).collect()).await
}

/// Makes a reserved address the present one.
pub async fn set_slug(
    tx: &Transaction,
    id: ArticleId,
    slug: Option<&str>,
) -> Result<(), StorageError> {
    article::Entity::update_many()
        .col_expr(article::Column::Slug, Expr::value(slug))
        .filter(article::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}
