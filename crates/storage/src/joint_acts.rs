//! Acts that take two persons: one asks, another joins.

use std::collections::HashMap;

use content::ids::{ArticleId, LinkId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::joint_act;
use crate::words::{parse, word};
use crate::{StorageError, Transaction};

/// What two persons do together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Take the live copy off the site.
    Withdraw,
    /// Blank every word of the article.
    Erase,
    /// Change a live text without its author.
    Amend,
}

/// A joint act as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct JointAct {
    /// Its lasting name.
    pub id: Uuid,
    /// The article.
    pub article_id: ArticleId,
    /// What is to be done.
    pub act: Act,
    /// The reason and whatever else the act needs.
    pub facts: Value,
    /// Who asked.
    pub asked_by: PersonId,
    /// The link by which their session began, where one did.
    pub asked_link: Option<LinkId>,
    /// When.
    pub asked_at: OffsetDateTime,
    /// Who joined; with an emergency nobody, until the review after it.
    pub joined_by: Option<PersonId>,
}

fn read(row: joint_act::Model) -> Result<JointAct, StorageError> {
    Ok(JointAct {
        act: parse("joint_acts", row.id, &row.act)?,
        id: row.id,
        article_id: ArticleId(row.article_id),
        facts: row.facts,
        asked_by: PersonId(row.asked_by),
        asked_link: row.asked_link_id.map(LinkId),
        asked_at: row.asked_at,
        joined_by: row.joined_by.map(PersonId),
    })
}

/// The act of this kind that waits for a second person.
pub async fn find_open(
    tx: &Transaction,
    article: ArticleId,
    act: Act,
) -> Result<Option<JointAct>, StorageError> {
    let open = list_open(tx, Some(article)).await?;
    Ok(open.into_iter().find(|one| one.act == act))
}

/// The acts that wait for a second person, of one article or of all, newest first.
pub async fn list_open(
    tx: &Transaction,
    article: Option<ArticleId>,
) -> Result<Vec<JointAct>, StorageError> {
    let mut query = joint_act::Entity::find()
        .filter(joint_act::Column::JoinedBy.is_null())
        .filter(joint_act::Column::EndedAt.is_null());
    if let Some(article) = article {
        query = query.filter(joint_act::Column::ArticleId.eq(article.0));
    }
    let rows = query
        .order_by_desc(joint_act::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(read).collect()
}

/// The newest act of this kind that was done by two.
pub async fn newest_joined(
    tx: &Transaction,
    article: ArticleId,
    act: Act,
) -> Result<Option<JointAct>, StorageError> {
    let row = joint_act::Entity::find()
        .filter(joint_act::Column::ArticleId.eq(article.0))
        .filter(joint_act::Column::Act.eq(word(&act)))
        .filter(joint_act::Column::JoinedBy.is_not_null())
        .order_by_desc(joint_act::Column::Id)
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// Which of these articles two persons erased, and when.
pub async fn erased(
    tx: &Transaction,
    articles: &[ArticleId],
) -> Result<HashMap<ArticleId, OffsetDateTime>, StorageError> {
    let rows = joint_act::Entity::find()
        .filter(joint_act::Column::ArticleId.is_in(articles.iter().map(|id| id.0)))
        .filter(joint_act::Column::Act.eq(word(&Act::Erase)))
        .filter(joint_act::Column::JoinedBy.is_not_null())
        .all(tx.db())
        .await?;
    let erased = rows
        .into_iter()
        .filter_map(|row| Some((ArticleId(row.article_id), row.joined_at?)));
    Ok(erased.collect())
}

/// Records that somebody asks.
pub async fn insert(tx: &Transaction, new: &JointAct) -> Result<(), StorageError> {
    joint_act::Entity::insert(joint_act::ActiveModel {
        id: Set(new.id),
        article_id: Set(new.article_id.0),
        act: Set(word(&new.act)),
        facts: Set(new.facts.clone()),
        asked_by: Set(new.asked_by.0),
        asked_link_id: Set(new.asked_link.map(|id| id.0)),
        asked_at: Set(new.asked_at),
        joined_by: Set(new.joined_by.map(|id| id.0)),
        joined_link_id: Set(None),
        joined_at: Set(None),
        ended_at: Set(None),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Records that a second person joins, and by which link their session began. The schema
/// refuses the first one, and whoever may have been the first.
pub async fn join(
    tx: &Transaction,
    id: Uuid,
    person: PersonId,
    link: Option<LinkId>,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let link = link.map(|id| id.0);
    joint_act::Entity::update_many()
        .col_expr(joint_act::Column::JoinedBy, Expr::value(person.0))
        .col_expr(joint_act::Column::JoinedLinkId, Expr::value(link))
        .col_expr(joint_act::Column::JoinedAt, Expr::value(at))
        .filter(joint_act::Column::Id.eq(id))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Ends an act that nobody joined.
pub async fn end(tx: &Transaction, id: Uuid, at: OffsetDateTime) -> Result<(), StorageError> {
    joint_act::Entity::update_many()
        .col_expr(joint_act::Column::EndedAt, Expr::value(at))
        .filter(joint_act::Column::Id.eq(id))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Ends every act on an article that nobody joined: it was about another text.
pub async fn end_open(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    joint_act::Entity::update_many()
        .col_expr(joint_act::Column::EndedAt, Expr::value(at))
        .filter(joint_act::Column::ArticleId.eq(article.0))
        .filter(joint_act::Column::JoinedBy.is_null())
        .filter(joint_act::Column::EndedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}
