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

/// A section that has to be signed, in its present text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededSection {
    /// The section.
    pub section_id: SectionId,
    /// Its present text.
    pub digest: Digest,
    /// Who must sign it, merged persons counted as one.
    pub contributors: Vec<PersonId>,
}

/// A signature that is not there yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MissingSignature {
    /// The section to sign.
    pub section_id: SectionId,
    /// Who has to.
    pub person_id: PersonId,
}

/// The signatures that are not there yet, in the order of the text. A signature on an earlier
/// text of a section does not count.
#[must_use]
pub fn missing(sections: &[NeededSection], attestations: &[Attestation]) -> Vec<MissingSignature> {
    let mut missing = Vec::new();
    for section in sections {
        for &person_id in &section.contributors {
            let gap = MissingSignature {
                section_id: section.section_id,
                person_id,
            };
            let signed = attestations.iter().any(|signature| {
                signature.section_id == section.section_id
                    && signature.section_digest == section.digest
                    && signature.person_id == person_id
            });
            if !signed && !missing.contains(&gap) {
                missing.push(gap);
            }
        }
    }
    missing
}

/// Whoever wrote part of a text cannot be its second person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a contributor cannot approve the text")]
pub struct IsContributor;

/// Whether this person may be the second person for a text by these contributors, all given
/// as the persons they were merged into.
pub fn may_approve(contributors: &[PersonId], approver: PersonId) -> Result<(), IsContributor> {
    if contributors.contains(&approver) {
        Err(IsContributor)
    } else {
        Ok(())
    }
}

/// Whether somebody who is not a contributor has approved this very text.
#[must_use]
pub fn is_approved(revision: &Digest, contributors: &[PersonId], approvals: &[Approval]) -> bool {
    approvals.iter().any(|approval| {
        approval.revision_digest == *revision
            && may_approve(contributors, approval.person_id).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::datetime;

    use super::*;

    fn person(n: u8) -> PersonId {
        format!("018f3c4e-7a10-7000-8000-0000000000{n:02}")
            .parse()
            .unwrap()
    }

    fn section(n: u8) -> SectionId {
        format!("018f3c4e-7a10-7000-8000-0000000001{n:02}")
            .parse()
            .unwrap()
    }

    fn signed(section_id: u8, text: &str, by: u8) -> Attestation {
        Attestation {
            section_id: section(section_id),
            section_digest: Digest::of(text.as_bytes()),
            person_id: person(by),
            at: datetime!(2026-03-02 10:00 UTC),
        }
    }

    fn approved(text: &str, by: u8) -> Approval {
        Approval {
            revision_digest: Digest::of(text.as_bytes()),
            kind: ApprovalKind::Editorial,
            person_id: person(by),
            at: datetime!(2026-03-02 10:00 UTC),
        }
    }

    fn needed(n: u8, text: &str, contributors: &[u8]) -> NeededSection {
        NeededSection {
            section_id: section(n),
            digest: Digest::of(text.as_bytes()),
            contributors: contributors.iter().map(|&n| person(n)).collect(),
        }
    }

    #[test]
    fn only_the_present_text_counts_as_signed() {
        let sections = [needed(1, "a", &[1, 2]), needed(2, "b", &[3])];
        let gap = |s, p| MissingSignature {
            section_id: section(s),
            person_id: person(p),
        };
        assert_eq!(missing(&sections, &[]), [gap(1, 1), gap(1, 2), gap(2, 3)]);
        let signatures = [
            signed(1, "a", 1),
            signed(1, "older", 2),
            signed(1, "b", 3),
            signed(2, "b", 2),
        ];
        assert_eq!(missing(&sections, &signatures), [gap(1, 2), gap(2, 3)]);
        let signatures = [signed(1, "a", 1), signed(1, "a", 2), signed(2, "b", 3)];
        assert_eq!(missing(&sections, &signatures), []);
    }

    #[test]
    fn contributors_merged_into_one_sign_once() {
        assert_eq!(missing(&[needed(1, "a", &[1, 1])], &[]).len(), 1);
    }

    #[test]
    fn a_contributor_is_never_the_second_person() {
        let contributors = [person(1), person(2)];
        assert_eq!(may_approve(&contributors, person(2)), Err(IsContributor));
        assert_eq!(may_approve(&contributors, person(3)), Ok(()));
        let digest = Digest::of(b"now");
        assert!(!is_approved(
            &digest,
            &contributors,
            &[approved("now", 1), approved("before", 3)]
        ));
        assert!(is_approved(
            &digest,
            &contributors,
            &[approved("now", 1), approved("now", 3)]
        ));
        assert!(!is_approved(&digest, &contributors, &[]));
    }

    proptest! {
        #[test]
        fn no_set_of_contributors_approves_itself(people in prop::collection::vec(0u8..9, 0..6)) {
            let contributors: Vec<PersonId> = people.iter().map(|&n| person(n)).collect();
            let approvals: Vec<Approval> = people.iter().map(|&n| approved("t", n)).collect();
            prop_assert!(!is_approved(&Digest::of(b"t"), &contributors, &approvals));
        }
    }
}
