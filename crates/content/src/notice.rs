//! What readers are told about a change after publication.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::ids::NoticeId;

/// The kind of a public notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// A material fact was wrong.
    Correction,
    /// The text could be misread.
    Clarification,
    /// Editors changed the text without its author.
    Amendment,
    /// The text came from another system and was not signed here.
    Imported,
    /// The text is under investigation.
    Concern,
    /// Readers should not rely on the text.
    Retraction,
}

/// A public notice on one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its lasting name.
    pub id: NoticeId,
    /// What it is.
    pub kind: NoticeKind,
    /// The words readers see, plain text.
    pub text: String,
    /// When it was made public.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}
