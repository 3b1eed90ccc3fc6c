//! People as readers meet them.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::byline::Byline;
use crate::ids::PersonId;

/// What the public may know of a person today. Living, never signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicPerson {
    /// Its lasting name.
    pub id: PersonId,
    /// The address of the profile, without `/authors/`.
    pub slug: String,
    /// Name and letters as they are now; a published text keeps its own.
    pub byline: Byline,
    /// A few sentences, plain text.
    pub bio: String,
    /// The clinician's own practice page, https or http.
    pub practice_url: Option<String>,
    /// The portrait's address on this site.
    pub photo: Option<Photo>,
    /// One line for each credential that was checked against a source.
    pub verified: Vec<VerifiedCredential>,
}

/// A portrait, re-encoded here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Path on this site, such as `/media/portraits/….jpg`.
    pub path: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// One credential that somebody checked, with what readers need to judge the check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifiedCredential {
    /// The letters, such as `LPC`.
    pub abbreviation: String,
    /// What they stand for.
    pub title: String,
    /// `degree`, `licence`, `certification` or `membership`.
    pub kind: crate::credential::CredentialKind,
    /// State, province or country, in words.
    pub jurisdiction: Option<String>,
    /// The board, school or body.
    pub issuer: Option<String>,
    /// The number, only where the person chose to show it.
    pub number: Option<String>,
    /// Where it was looked up.
    pub source: String,
    /// When.
    pub checked_on: Date,
    /// The day after which the check no longer counts; `None` once it has lapsed is never
    /// shown as verified, so this is the last day of validity.
    pub valid_until: Date,
    /// Whether the check had lapsed when this was read.
    pub lapsed: bool,
}
