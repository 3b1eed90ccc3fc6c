//! The articles as desks list them: one row each, with what is under way.

use content::article::Kind;
use content::ids::{ArticleId, PersonId};
use sea_orm::sea_query::{Expr, Func, Query};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use time::OffsetDateTime;

use crate::candidates::StoredCandidate;
use crate::entities::{article, candidate, draft_head, public_copy};
use crate::publications::StoredPublicCopy;
use crate::{StorageError, Transaction, articles, candidates, joint_acts, publications};

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
    /// When two persons erased it.
    pub erased_at: Option<OffsetDateTime>,
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

/// These articles, the one changed last first.
pub async fn list(tx: &Transaction, ids: &[ArticleId]) -> Result<Vec<QueueRow>, StorageError> {
    let rows = article::Entity::find()
        .filter(article::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_desc(article::Column::UpdatedAt)
        .all(tx.db())
        .await?;
    rows_of(tx, rows).await
}

/// All articles, or those whose title holds some words, the one changed last first; with how
/// many there are in all.
pub async fn page(
    tx: &Transaction,
    containing: Option<&str>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<QueueRow>, u64), StorageError> {
    let mut query = article::Entity::find();
    if let Some(words) = containing.map(str::trim).filter(|words| !words.is_empty()) {
        let pattern = format!("%{}%", words.to_lowercase().replace(['%', '_', '\\'], ""));
        let titled = Query::select()
            .column(draft_head::Column::ArticleId)
            .from(draft_head::Entity)
            .and_where(Expr::expr(Func::lower(Expr::col(draft_head::Column::Title))).like(pattern))
            .to_owned();
        query = query.filter(article::Column::Id.in_subquery(titled));
    }
    let total = query.clone().count(tx.db()).await?;
    let rows = query
        .order_by_desc(article::Column::UpdatedAt)
        .order_by_desc(article::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(tx.db())
        .await?;
    Ok((rows_of(tx, rows).await?, total))
}

/// The articles that somebody waits for: under way, and neither a draft nor declined. The one
/// waiting longest first.
pub async fn list_under_way(tx: &Transaction) -> Result<Vec<QueueRow>, StorageError> {
    let with_candidate = article::Entity::belongs_to(candidate::Entity)
        .from(article::Column::Id)
        .to(candidate::Column::ArticleId)
        .into();
    let rows = article::Entity::find()
        .join(JoinType::InnerJoin, with_candidate)
        .filter(candidate::Column::State.is_not_in(["draft", "declined"]))
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
    let named: Vec<_> = ids.iter().copied().map(ArticleId).collect();
    let erased = joint_acts::erased(tx, &named).await?;
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
                erased_at: erased.get(&ArticleId(row.id)).copied(),
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
