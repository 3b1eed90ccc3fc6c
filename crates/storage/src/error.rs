//! What can go wrong below the verbs. Absence is not an error: it is `None`.

use sea_orm::{DbErr, SqlErr};

use crate::MediaError;

/// A failure of the database or of what it holds.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The database could not be reached or refused to work.
    #[error("the database did not answer: {0}")]
    Database(DbErr),
    /// The store of images did not answer.
    #[error(transparent)]
    Media(#[from] MediaError),
    /// A unique value is taken.
    #[error("taken already: {0}")]
    Taken(String),
    /// A rule of the schema refused the change; the words are the rule's own.
    #[error("the database refused: {0}")]
    Refused(String),
    /// A row holds what no version of this program wrote.
    #[error("{table} {id} holds {what}")]
    Contradiction {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
        /// What is wrong with it.
        what: String,
    },
}

impl StorageError {
    pub(crate) fn contradiction(
        table: &'static str,
        id: impl ToString,
        what: impl ToString,
    ) -> Self {
        Self::Contradiction {
            table,
            id: id.to_string(),
            what: what.to_string(),
        }
    }
}

impl From<DbErr> for StorageError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => Self::Taken(what),
            Some(SqlErr::ForeignKeyConstraintViolation(what)) => Self::Refused(what),
            _ => {
                let words = error.to_string();
                if is_rule(&words) {
                    Self::Refused(words)
                } else {
                    Self::Database(error)
                }
            }
        }
    }
}

/// SQLite answers `RAISE(ABORT)` with code 1811; PostgreSQL with the state we give it, 23514.
fn is_rule(words: &str) -> bool {
    words.contains("code: 1811")
        || words.contains("code: 275")
        || words.contains("23514")
        || words.contains("violates check constraint")
        || DATABASE_RULES.iter().any(|rule| words.contains(rule))
}

/// The beginnings of the sentences that the schema's own rules speak.
const DATABASE_RULES: &[&str] = &[
    "rows of ",
    "nobody verifies",
    "a person is merged",
    "a frozen text",
    "a permission is",
    "a signature names",
    "only a contributor",
    "an approval names",
    "a contributor does not",
    "a publication ",
    "every section stands",
    "every contributor signs",
    "a second person",
    "two persons sign",
    "only an import",
    "every publication pins",
    "a joint act",
    "an audit row",
    "a kept text",
    "an erasure takes",
];
