//! The articles as desks list them: one row each, with what is under way.

use content::article::Kind;
use content::ids::{ArticleId, PersonId};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use crate::candidates::StoredCandidate;
use crate::entities::{article, candidate, draft_head, public_copy};
use crate::publications::StoredPublicCopy;
use crate::{StorageError, Transaction, articles, candidates, publications};

/// One article as a desk lists it.
#[derive(Clone, Debug)]
pub struct QueueRow {
    /// The article.
    pub article: articles::Article,
    /// The title as typed.
    pub title: String,
    /// The question as typed.
    pub question: Option<String>,
    /// What is under way.
    pub candidate: Option<StoredCandidate>,
    /// What readers have.
    pub public: Option<StoredPublicCopy>,
}

impl QueueRow {
    /// The kind of the article.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.article.kind
    }

    /// The editor who looks after it.
    #[must_use]
    pub const fn editor(&self) -> Option<PersonId> {
        self.article.editor
    }
}

/// These articles, or all, the one changed last first.
pub async fn list(
    tx: &Transaction,
    only: Option<&[ArticleId]>,
) -> Result<Vec<QueueRow>, StorageError> {
    let mut query = article::Entity::find();
    if let Some(ids) = only {
        query = query.filter(article::Column::Id.is_in(ids.iter().map(|id| id.0)));
    }
    let rows = query
        .order_by_desc(article::Column::UpdatedAt)
        .all(tx.db())
        .await?;
    rows_of(tx, rows).await
}

/// The articles with a candidate under way, the one waiting longest first.
pub async fn list_under_way(tx: &Transaction) -> Result<Vec<QueueRow>, StorageError> {
    let with_candidate = article::Entity::belongs_to(candidate::Entity)
        .from(article::Column::Id)
        .to(candidate::Column::ArticleId)
        .into();
    let rows = article::Entity::find()
        .join(JoinType::InnerJoin, with_candidate)
        .order_by_asc(candidate::Column::Since)
        .all(tx.db())
        .await?;
    rows_of(tx, rows).await
}

async fn rows_of(
    tx: &Transaction,
    rows: Vec<article::Model>,
) -> Result<Vec<QueueRow>, StorageError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut heads = draft_head::Entity::find()
        .filter(draft_head::Column::ArticleId.is_in(ids.clone()))
        .all(tx.db())
        .await?;
    let mut under_way = candidate::Entity::find()
        .filter(candidate::Column::ArticleId.is_in(ids.clone()))
        .all(tx.db())
        .await?;
    let mut public = public_copy::Entity::find()
        .filter(public_copy::Column::ArticleId.is_in(ids))
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            let head = take(&mut heads, |one| one.article_id == row.id);
            Ok(QueueRow {
                candidate: take(&mut under_way, |one| one.article_id == row.id)
                    .map(candidates::read)
                    .transpose()?,
                public: take(&mut public, |one| one.article_id == row.id)
                    .map(publications::read_copy)
                    .transpose()?,
                title: head
                    .as_ref()
                    .map_or_else(String::new, |head| head.title.clone()),
                question: head.and_then(|head| head.question),
                article: articles::read(row)?,
            })
        })
        .collect()
}

fn take<T>(rows: &mut Vec<T>, wanted: impl Fn(&T) -> bool) -> Option<T> {
    rows.iter().position(wanted).map(|at| rows.swap_remove(at))
}
