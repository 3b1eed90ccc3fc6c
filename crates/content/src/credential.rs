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
/// shim
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Visibility { Shown, Hidden }
/// shim
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Credential { pub id: crate::ids::CredentialId, pub person_id: crate::ids::PersonId, pub kind: CredentialKind, pub abbreviation: String, pub title: String, pub jurisdiction: Option<String>, pub issuer: Option<String>, pub number: Option<String>, pub show_number: Visibility, pub expires_on: Option<time::Date>, pub supervised_by: Option<String>, pub shown: Visibility, pub position: u32 }
