//! Why a command did not do what it was asked: one sentence for the operator.

use editorial::Refusal;
use storage::{ConnectError, MediaError, StorageError};

/// One sentence for the operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Failure(String);

impl Failure {
    /// This sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// What was tried, and why it failed.
    pub fn because(tried: &str, why: impl std::fmt::Display) -> Self {
        let why = why.to_string();
        Self(format!(
            "{tried}: {}.",
            why.trim_end_matches(['.', '\n', ' '])
        ))
    }
}

impl From<ConnectError> for Failure {
    fn from(error: ConnectError) -> Self {
        Self::because("The database could not be used", error)
    }
}

impl From<MediaError> for Failure {
    fn from(error: MediaError) -> Self {
        Self::because("Images could not be used", error)
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Self::because("The database could not be used", error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            // At the screen this tells nothing; the operator has to know.
            Refusal::Storage(error) => error.into(),
            Refusal::Invalid(errors) => {
                let sentences: Vec<String> = errors.into_iter().map(|error| error.detail).collect();
                Self(sentences.join(" "))
            }
            other => Self(other.to_string()),
        }
    }
}
