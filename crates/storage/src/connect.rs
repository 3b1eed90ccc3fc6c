//! Opening the database.

use std::path::Path;
use std::time::Duration;

use migrations::MigratorTrait;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, Statement, TransactionTrait,
};
use tokio::sync::watch;

use crate::{MediaError, MediaFiles, Reader, StorageError, Transaction};

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Neither a path nor a PostgreSQL address.
    #[error("{0:?} is not a database address; it begins with postgres:// or sqlite:")]
    Address(String),
    /// The database did not let us in.
    #[error("could not open the database: {0}")]
    Open(#[from] DbErr),
    /// The store of images did not let us in.
    #[error(transparent)]
    Media(#[from] MediaError),
    /// It was opened but is not as it should be.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// The database, opened twice: once to write, once only to read; and the files beside it.
#[derive(Clone, Debug)]
pub struct Storage {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    media: MediaFiles,
    versions: watch::Sender<i64>,
}

/// SQLite has one writer; a second connection would only wait for the first.
const SQLITE_WRITERS: u32 = 1;
const SQLITE_READERS: u32 = 4;
const POSTGRES_WRITERS: u32 = 8;
const POSTGRES_READERS: u32 = 8;
/// The name of the lock that a server holds while it changes the schema: "csgn" in ASCII.
const MIGRATING: i64 = 0x6373_676e;

impl Storage {
    /// Opens the database at `address`, `sqlite:PATH` or `postgres://…`, whose images are in
    /// `media`.
    ///
    /// # Errors
    /// When the address is of another kind, or the database cannot be opened.
    pub async fn connect(address: &str, media: MediaFiles) -> Result<Self, ConnectError> {
        let (writer, reader) = if let Some(path) = address.strip_prefix("sqlite:") {
            open_sqlite(Path::new(path)).await?
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            open_postgres(address).await?
        } else {
            return Err(ConnectError::Address(address.to_owned()));
        };
        let (versions, _) = watch::channel(0);
        Ok(Self {
            writer,
            reader,
            media,
            versions,
        })
    }

    /// Brings the schema up to date and makes sure that the site has an epoch; `today` is
    /// the day that pages go by until it is moved.
    ///
    /// Of several servers that do this on one PostgreSQL at once, one does it and the others
    /// wait. On SQLite whoever calls sees to that.
    ///
    /// # Errors
    /// When a step fails; steps before it stay.
    pub async fn migrate(&self, today: time::Date) -> Result<(), ConnectError> {
        let alone = self.alone().await?;
        migrations::Migrator::up(&self.writer, None).await?;
        let tx = self.begin().await?;
        crate::site_state::begin_epoch_if_none(&tx, today).await?;
        tx.commit().await?;
        if let Some(alone) = alone {
            alone.commit().await?;
        }
        Ok(())
    }

    /// Waits until no other server changes the schema; until the transaction ends, none does.
    async fn alone(&self) -> Result<Option<DatabaseTransaction>, DbErr> {
        if !is_postgres(&self.writer) {
            return Ok(None);
        }
        let tx = self.writer.begin().await?;
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATING})"))
            .await?;
        Ok(Some(tx))
    }

    pub(crate) const fn read_connection(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// How many steps of the schema have not been applied.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn pending_migrations(&self) -> Result<usize, ConnectError> {
        Ok(migrations::Migrator::get_pending_migrations(&self.writer)
            .await?
            .len())
    }

    /// Begins a transaction that may write. Dropped without [`Transaction::commit`], nothing
    /// of it stays.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(&self) -> Result<Transaction, StorageError> {
        Transaction::begin_writing(&self.writer, self.versions.clone()).await
    }

    /// Begins a transaction that sees one moment and cannot write.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn look(&self) -> Result<Transaction, StorageError> {
        Transaction::begin_reading(&self.reader, self.versions.clone()).await
    }

    /// What the reader site is given.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::new(
            self.reader.clone(),
            self.media.clone(),
            self.versions.subscribe(),
        )
    }

    /// The files of images.
    #[must_use]
    pub const fn media(&self) -> &MediaFiles {
        &self.media
    }

    /// Tells of site versions committed by this process, as they are committed.
    #[must_use]
    pub fn versions(&self) -> watch::Receiver<i64> {
        self.versions.subscribe()
    }

    /// Tells this process of a version committed by another.
    pub fn learn_version(&self, version: i64) {
        self.versions.send_if_modified(|known| {
            let newer = version > *known;
            *known = (*known).max(version);
            newer
        });
    }

    /// Empties the log of SQLite into its file, so that nothing stays in it that was erased.
    /// Answers whether nobody was in the way; PostgreSQL has its own ways.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn empty_log(&self) -> Result<bool, StorageError> {
        if is_postgres(&self.writer) {
            return Ok(true);
        }
        let pragma = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        let row = self.writer.query_one_raw(pragma).await?;
        let busy = row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?;
        Ok(busy == Some(0))
    }

    /// Ends all connections after the work under way.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn close(self) -> Result<(), StorageError> {
        self.reader.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}

async fn open_sqlite(path: &Path) -> Result<(DatabaseConnection, DatabaseConnection), DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite:{}?mode=rwc", path.display()));
    options.sqlx_logging(false).record_stmt_in_spans(false);
    let mut reading = options.clone();
    options
        .max_connections(SQLITE_WRITERS)
        .map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                // Otherwise INSERT OR REPLACE deletes rows without asking the rules.
                .pragma("recursive_triggers", "on")
                // What is erased must not stay in the free parts of the file.
                .pragma("secure_delete", "on")
                .busy_timeout(Duration::from_secs(10))
        });
    let writer = Database::connect(options).await?;
    reading
        .max_connections(SQLITE_READERS)
        .map_sqlx_sqlite_opts(|options| {
            options
                .pragma("query_only", "on")
                .busy_timeout(Duration::from_secs(10))
        });
    Ok((writer, Database::connect(reading).await?))
}

async fn open_postgres(address: &str) -> Result<(DatabaseConnection, DatabaseConnection), DbErr> {
    let mut options = ConnectOptions::new(address);
    options.sqlx_logging(false).record_stmt_in_spans(false);
    let mut reading = options.clone();
    options.max_connections(POSTGRES_WRITERS);
    let writer = Database::connect(options).await?;
    reading
        .max_connections(POSTGRES_READERS)
        .map_sqlx_postgres_opts(|options| {
            options.options([("default_transaction_read_only", "on")])
        });
    Ok((writer, Database::connect(reading).await?))
}

pub(crate) fn is_postgres(connection: &DatabaseConnection) -> bool {
    connection.get_database_backend() == DbBackend::Postgres
}
