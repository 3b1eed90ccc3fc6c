//! Degrees, licences, certifications and memberships.

use serde::{Deserialize, Serialize};

/// What a credential is. Only a licence (or statutory registration) grants a right to practise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialKind {
    /// From a school; does not expire.
    Degree,
    /// From a state, province or country.
    Licence,
    /// From a professional body, after an examination.
    Certification,
    /// Of a professional body.
    Membership,
}
