//! Texts that stand under every article: immutable, versioned, pinned by each publication.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::ids::DisclaimerId;

/// What a disclaimer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisclaimerKind {
    /// The views are the named author's.
    ViewsOfAuthor,
    /// Education only; no treatment relationship.
    NotMedicalAdvice,
    /// The text was imported and nobody has signed it here.
    Imported,
    /// Editors changed the text and its author has not reviewed the change.
    Amended,
}

/// How a publication came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Every contributor signed and another person approved.
    Countersigned,
    /// Two site persons signed a change their author could not be asked about.
    Amended,
    /// Brought in by the operator from another system.
    Imported,
}

impl Mode {
    /// The kinds that a publication of this mode cannot do without.
    #[must_use]
    pub const fn required(self) -> &'static [DisclaimerKind] {
        use DisclaimerKind::{Amended, Imported, NotMedicalAdvice, ViewsOfAuthor};
        match self {
            Self::Countersigned => &[ViewsOfAuthor, NotMedicalAdvice],
            Self::Amended => &[ViewsOfAuthor, NotMedicalAdvice, Amended],
            Self::Imported => &[Imported, NotMedicalAdvice],
        }
    }
}

/// One version of one disclaimer. Never edited; a new text is a new version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclaimer {
    /// The name of this version.
    pub id: DisclaimerId,
    /// What it is about.
    pub kind: DisclaimerKind,
    /// Language tag, such as `en`.
    pub locale: String,
    /// Counts up from 1 within kind and locale.
    pub version: u32,
    /// A short heading.
    pub title: String,
    /// A few words for lists, plain text.
    pub short: String,
    /// The words readers see, plain text. Holds no telephone number.
    pub body: String,
    /// Since when it may be pinned.
    #[serde(with = "time::serde::rfc3339")]
    pub effective_from: OffsetDateTime,
    /// Who answers for the wording.
    pub approved_by: String,
}
