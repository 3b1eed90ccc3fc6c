//! One moment of the database.

use std::sync::atomic::{AtomicI64, Ordering};

use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, IsolationLevel, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use tokio::sync::watch;

use crate::StorageError;
use crate::connect::is_postgres;

/// Everything a verb does to the database, kept or dropped as one.
#[derive(Debug)]
pub struct Transaction {
    inner: DatabaseTransaction,
    versions: watch::Sender<i64>,
    reached: AtomicI64,
}

impl Transaction {
    pub(crate) async fn begin_writing(
        connection: &DatabaseConnection,
        versions: watch::Sender<i64>,
    ) -> Result<Self, StorageError> {
        // Deferred transactions of SQLite fail when they begin to write; this one waits its turn.
        let options = TransactionOptions {
            sqlite_transaction_mode: (!is_postgres(connection))
                .then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Self::begin(connection, options, versions).await
    }

    pub(crate) async fn begin_reading(
        connection: &DatabaseConnection,
        versions: watch::Sender<i64>,
    ) -> Result<Self, StorageError> {
        let options = if is_postgres(connection) {
            TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            }
        } else {
            TransactionOptions::default()
        };
        Self::begin(connection, options, versions).await
    }

    async fn begin(
        connection: &DatabaseConnection,
        options: TransactionOptions,
        versions: watch::Sender<i64>,
    ) -> Result<Self, StorageError> {
        let inner = connection.begin_with_options(options).await?;
        Ok(Self {
            inner,
            versions,
            reached: AtomicI64::new(0),
        })
    }

    pub(crate) const fn db(&self) -> &DatabaseTransaction {
        &self.inner
    }

    pub(crate) fn reach(&self, version: i64) {
        self.reached.store(version, Ordering::Relaxed);
    }

    /// Keeps what was done. Only after this may anybody be told that it happened.
    ///
    /// # Errors
    /// When the database does not confirm; then nothing was kept.
    pub async fn commit(self) -> Result<(), StorageError> {
        self.inner.commit().await?;
        let reached = self.reached.load(Ordering::Relaxed);
        if reached > 0 {
            self.versions.send_if_modified(|known| {
                let newer = reached > *known;
                *known = (*known).max(reached);
                newer
            });
        }
        Ok(())
    }
}
