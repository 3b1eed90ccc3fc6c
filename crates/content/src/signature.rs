//! Signatures as facts: who signed which digest, and when.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::digest::Digest;
use crate::ids::{PersonId, SectionId};

/// A contributor's signature on one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// The section signed.
    pub section_id: SectionId,
    /// The text signed.
    pub section_digest: Digest,
    /// Who signed, merged persons counted as one.
    pub person_id: PersonId,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}

/// The two readings that an approval can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalKind {
    /// An editor answers for the text.
    Editorial,
    /// A clinician with a current, verified licence answers for its clinical content.
    Clinical,
}

/// A second person's signature on a whole revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The text signed.
    pub revision_digest: Digest,
    /// What the signature stands for.
    pub kind: ApprovalKind,
    /// Who signed, merged persons counted as one.
    pub person_id: PersonId,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}
