//! Learning at once of versions that other processes make.

use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

use crate::connect::is_postgres;
use crate::site_state::CHANNEL;
use crate::{Storage, StorageError};

/// Site versions as PostgreSQL tells of them.
#[derive(Debug)]
pub struct VersionNotices(PgListener);

impl Storage {
    /// Listens for versions; `None` on SQLite, which tells nobody. A notice can be missed while
    /// the connection is down, so whoever listens also looks from time to time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn listen(&self) -> Result<Option<VersionNotices>, StorageError> {
        let connection = self.read_connection();
        if !is_postgres(connection) {
            return Ok(None);
        }
        let pool = connection.get_postgres_connection_pool();
        let mut listener = PgListener::connect_with(pool).await.map_err(failed)?;
        listener.listen(CHANNEL).await.map_err(failed)?;
        Ok(Some(VersionNotices(listener)))
    }
}

fn failed(error: SqlxError) -> StorageError {
    StorageError::Database(DbErr::Conn(RuntimeErr::SqlxError(error.into())))
}

impl VersionNotices {
    /// The next version somebody made.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn next(&mut self) -> Result<i64, StorageError> {
        loop {
            let notice = self.0.recv().await.map_err(failed)?;
            if let Ok(version) = notice.payload().parse() {
                return Ok(version);
            }
        }
    }
}
