//! Work for later, kept in the transaction that asked for it.

use content::ids::JobId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbBackend, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::entities::job;
use crate::{StorageError, Transaction};

/// A job as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredJob {
    /// Its lasting name.
    pub id: JobId,
    /// Which code does it.
    pub kind: String,
    /// What that code needs.
    pub payload: Value,
    /// Not before this.
    pub run_at: OffsetDateTime,
    /// How often it was begun.
    pub attempts: i64,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// When it was given up.
    pub failed_at: Option<OffsetDateTime>,
}

fn read(row: job::Model) -> StoredJob {
    StoredJob {
        id: JobId(row.id),
        kind: row.kind,
        payload: row.payload,
        run_at: row.run_at,
        attempts: row.attempts,
        last_error: row.last_error,
        failed_at: row.failed_at,
    }
}

/// Adds a job.
pub async fn insert(
    tx: &Transaction,
    id: JobId,
    kind: &str,
    payload: Value,
    run_at: OffsetDateTime,
) -> Result<(), StorageError> {
    job::Entity::insert(job::ActiveModel {
        id: Set(id.0),
        kind: Set(kind.to_owned()),
        payload: Set(payload),
        run_at: Set(run_at),
        attempts: Set(0),
        leased_until: Set(None),
        last_error: Set(None),
        failed_at: Set(None),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Whether [`take_due`] would find a job, asked without writing.
pub async fn is_due(tx: &Transaction, now: OffsetDateTime) -> Result<bool, StorageError> {
    let free = Condition::any()
        .add(job::Column::LeasedUntil.is_null())
        .add(job::Column::LeasedUntil.lt(now));
    let due = job::Entity::find()
        .filter(job::Column::RunAt.lte(now))
        .filter(job::Column::FailedAt.is_null())
        .filter(free)
        .limit(1)
        .one(tx.db())
        .await?;
    Ok(due.is_some())
}

/// Takes one due job until `lease` is over. Two takers never get the same one: the second
/// update finds the lease of the first.
pub async fn take_due(
    tx: &Transaction,
    now: OffsetDateTime,
    lease: OffsetDateTime,
) -> Result<Option<StoredJob>, StorageError> {
    let free = || {
        Condition::any()
            .add(job::Column::LeasedUntil.is_null())
            .add(job::Column::LeasedUntil.lt(now))
    };
    let mut due = Query::select()
        .column(job::Column::Id)
        .from(job::Entity)
        .and_where(job::Column::RunAt.lte(now))
        .and_where(job::Column::FailedAt.is_null())
        .cond_where(free())
        .order_by(job::Column::RunAt, sea_orm::sea_query::Order::Asc)
        .limit(1)
        .to_owned();
    if tx.db().get_database_backend() == DbBackend::Postgres {
        due.lock_with_behavior(
            sea_orm::sea_query::LockType::Update,
            sea_orm::sea_query::LockBehavior::SkipLocked,
        );
    }
    let rows = job::Entity::update_many()
        .col_expr(job::Column::LeasedUntil, Expr::value(lease))
        .col_expr(
            job::Column::Attempts,
            Expr::col(job::Column::Attempts).add(1),
        )
        .filter(job::Column::Id.in_subquery(due))
        .filter(free())
        .exec_with_returning(tx.db())
        .await?;
    Ok(rows.into_iter().next().map(read))
}

/// Forgets a job that is done.
pub async fn finish(tx: &Transaction, id: JobId) -> Result<(), StorageError> {
    job::Entity::delete_by_id(id.0).exec(tx.db()).await?;
    Ok(())
}

/// Puts a job back until a moment, with what went wrong.
pub async fn retry(
    tx: &Transaction,
    id: JobId,
    run_at: OffsetDateTime,
    error: &str,
) -> Result<(), StorageError> {
    job::Entity::update_many()
        .col_expr(job::Column::RunAt, Expr::value(run_at))
        .col_expr(
            job::Column::LeasedUntil,
            Expr::value(Option::<OffsetDateTime>::None),
        )
        .col_expr(job::Column::LastError, Expr::value(error))
        .filter(job::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Gives a job up for good, keeping what went wrong and not what it was to tell.
pub async fn fail(
    tx: &Transaction,
    id: JobId,
    at: OffsetDateTime,
    error: &str,
) -> Result<(), StorageError> {
    job::Entity::update_many()
        .col_expr(job::Column::FailedAt, Expr::value(at))
        .col_expr(job::Column::Payload, Expr::value(json!({})))
        .col_expr(job::Column::LastError, Expr::value(error))
        .filter(job::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Forgets jobs that were given up before a moment: what they were to send has long run out.
pub async fn forget_failed(tx: &Transaction, before: OffsetDateTime) -> Result<(), StorageError> {
    job::Entity::delete_many()
        .filter(job::Column::FailedAt.lt(before))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// All jobs that are not done, in the order they fall due.
pub async fn list(tx: &Transaction) -> Result<Vec<StoredJob>, StorageError> {
    let rows = job::Entity::find()
        .order_by_asc(job::Column::RunAt)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(read).collect())
}
