//! The number that says what readers see.

use content::ids::{ArticleId, PersonId};
use content::public::SiteVersion;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::entities::{public_change, site_state};
use crate::insert_rows::insert_rows;
use crate::{StorageError, Transaction};

/// What changed for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An article, or that it went away.
    Article(ArticleId),
    /// A person's profile or byline.
    Person(PersonId),
    /// The taxonomy.
    Topics,
    /// The help directory.
    Help,
    /// Something on every page.
    Site,
}

impl Subject {
    fn words(self) -> (&'static str, String) {
        match self {
            Self::Article(id) => ("article", id.to_string()),
            Self::Person(id) => ("person", id.to_string()),
            Self::Topics => ("topics", String::new()),
            Self::Help => ("help", String::new()),
            Self::Site => ("site", String::new()),
        }
    }
}

/// A change as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicChange {
    /// The version it made.
    pub version: i64,
    /// What changed.
    pub subject: Subject,
    /// The act that changed it.
    pub what: String,
}

/// The channel on which PostgreSQL tells other processes.
pub const CHANNEL: &str = "countersign_site_version";

/// Counts one change that readers can see, in the transaction that makes it.
pub async fn bump(
    tx: &Transaction,
    subject: Subject,
    what: &str,
    at: OffsetDateTime,
) -> Result<i64, StorageError> {
    bump_all(tx, &[subject], what, at).await
}

/// Counts several such changes, each a version of its own, and answers the last.
pub async fn bump_all(
    tx: &Transaction,
    subjects: &[Subject],
    what: &str,
    at: OffsetDateTime,
) -> Result<i64, StorageError> {
    if subjects.is_empty() {
        return Ok(current_on(tx.db()).await?.version);
    }
    let more = i64::try_from(subjects.len()).unwrap_or(i64::MAX);
    site_state::Entity::update_many()
        .col_expr(
            site_state::Column::Version,
            Expr::col(site_state::Column::Version).add(more),
        )
        .filter(site_state::Column::Id.eq(1_i64))
        .exec(tx.db())
        .await?;
    let version = current_on(tx.db()).await?.version;
    let rows = (version - more + 1..).zip(subjects).map(|(version, one)| {
        let (kind, id) = one.words();
        public_change::ActiveModel {
            version: Set(version),
            subject_kind: Set(kind.to_owned()),
            subject_id: Set(id),
            what: Set(what.to_owned()),
            at: Set(at),
        }
    });
    insert_rows(tx, rows.collect()).await?;
    if tx.db().get_database_backend() == DbBackend::Postgres {
        tx.db()
            .execute_raw(Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_notify($1, $2)",
                [CHANNEL.into(), version.to_string().into()],
            ))
            .await?;
    }
    tx.reach(version);
    Ok(version)
}

/// The present version.
pub async fn current(tx: &Transaction) -> Result<SiteVersion, StorageError> {
    current_on(tx.db()).await
}

pub(crate) async fn current_on(db: &impl ConnectionTrait) -> Result<SiteVersion, StorageError> {
    Ok(now_on(db).await?.version)
}

/// What the site is at: its version, and the day that its pages go by.
#[derive(Clone, Debug)]
pub(crate) struct Now {
    pub(crate) version: SiteVersion,
    pub(crate) today: Date,
}

pub(crate) async fn now_on(db: &impl ConnectionTrait) -> Result<Now, StorageError> {
    let row = site_state::Entity::find_by_id(1_i64)
        .one(db)
        .await?
        .ok_or_else(|| StorageError::contradiction("site_state", 1, "no row"))?;
    Ok(Now {
        version: SiteVersion {
            epoch: row.epoch,
            version: row.version,
        },
        today: row.today,
    })
}

/// The changes after a version, oldest first; at most `limit`.
pub async fn changes_after(
    tx: &Transaction,
    version: i64,
    limit: u64,
) -> Result<Vec<PublicChange>, StorageError> {
    let rows = public_change::Entity::find()
        .filter(public_change::Column::Version.gt(version))
        .order_by_asc(public_change::Column::Version)
        .limit(limit)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            let subject_id = || {
                row.subject_id.parse::<Uuid>().map_err(|error| {
                    StorageError::contradiction("public_changes", row.version, error)
                })
            };
            let subject = match row.subject_kind.as_str() {
                "article" => Subject::Article(ArticleId(subject_id()?)),
                "person" => Subject::Person(PersonId(subject_id()?)),
                "topics" => Subject::Topics,
                "help" => Subject::Help,
                _ => Subject::Site,
            };
            Ok(PublicChange {
                version: row.version,
                subject,
                what: row.what,
            })
        })
        .collect()
}

pub(crate) async fn begin_epoch_if_none(tx: &Transaction, today: Date) -> Result<(), StorageError> {
    if site_state::Entity::find_by_id(1_i64)
        .one(tx.db())
        .await?
        .is_some()
    {
        return Ok(());
    }
    site_state::Entity::insert(site_state::ActiveModel {
        id: Set(1),
        epoch: Set(Uuid::new_v4().to_string()),
        version: Set(0),
        today: Set(today),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Moves the day that pages go by; answers whether it moved. Pages never read a clock.
pub async fn set_today(tx: &Transaction, today: Date) -> Result<bool, StorageError> {
    let done = site_state::Entity::update_many()
        .col_expr(site_state::Column::Today, Expr::value(today))
        .filter(site_state::Column::Id.eq(1_i64))
        .filter(site_state::Column::Today.ne(today))
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected == 1)
}
