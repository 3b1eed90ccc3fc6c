//! Enums as the words that stand for them in rows.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::StorageError;

/// The word of a fieldless enum.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        other => unreachable!("only fieldless enums are stored as words, not {other:?}"),
    }
}

/// The enum that a stored word stands for.
pub(crate) fn parse<T: DeserializeOwned>(
    table: &'static str,
    id: impl ToString,
    word: &str,
) -> Result<T, StorageError> {
    serde_json::from_value(Value::String(word.to_owned()))
        .map_err(|_| StorageError::contradiction(table, id, format!("the word {word:?}")))
}

/// A value as stored JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// The value that stored JSON stands for.
pub(crate) fn parse_json<T: DeserializeOwned>(
    table: &'static str,
    id: impl ToString,
    value: Value,
) -> Result<T, StorageError> {
    serde_json::from_value(value)
        .map_err(|error| StorageError::contradiction(table, id, format!("JSON where {error}")))
}
