//! Which signatures a frozen text has, and which are missing: the one list that the screen
//! shows and the server checks.

use content::ids::{ArticleId, PersonId, RevisionId};
use content::lifecycle::Candidate;
use content::publication::Countersigner;
use content::signature::{
    Approval, ApprovalKind, Attestation, MissingSignature, NeededSection, is_approved, missing,
};
use storage::Transaction;
use storage::links::{Shown, ShownBecause};
use storage::revisions::{self, Revision, RevisionSection};
use storage::signatures::{self, StoredApproval, StoredApprovalKind};

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Caller, Desk, Refusal};

/// The signatures on a frozen text.
pub(crate) struct Standing {
    pub(crate) revision: Revision,
    pub(crate) attestations: Vec<Attestation>,
    /// Beside `attestations`: who else held the link that a signature came by.
    shown: Vec<Option<Shown>>,
    approvals: Vec<StoredApproval>,
}

impl Standing {
    pub(crate) async fn of(tx: &Transaction, id: RevisionId) -> Result<Self, Refusal> {
        let revision = revisions::find(tx, id).await?.ok_or(Refusal::NotFound)?;
        let digests: Vec<_> = revision
            .sections
            .iter()
            .map(|section| section.digest)
            .collect();
        let signed = signatures::attestations(tx, revision.article_id, &digests).await?;
        let approvals = signatures::approvals(tx, &revision.digest).await?;
        let (attestations, shown) = signed
            .into_iter()
            .map(|one| (one.attestation, one.shown))
            .unzip();
        Ok(Self {
            revision,
            attestations,
            shown,
            approvals,
        })
    }

    pub(crate) async fn of_candidate(
        tx: &Transaction,
        article: ArticleId,
        candidate: &Candidate,
    ) -> Result<Self, Refusal> {
        let released = candidate.revision().ok_or(Refusal::NotFound)?;
        let standing = Self::of(tx, released.revision_id).await?;
        if standing.revision.article_id == article {
            Ok(standing)
        } else {
            Err(Refusal::NotFound)
        }
    }

    fn sections(&self) -> Vec<NeededSection> {
        self.revision
            .sections
            .iter()
            .map(|section| NeededSection {
                section_id: section.id,
                digest: section.digest,
                contributors: section.contributors.clone(),
            })
            .collect()
    }

    /// How many signatures of contributors the text takes.
    pub(crate) fn needed(&self) -> usize {
        self.revision
            .sections
            .iter()
            .map(|section| section.contributors.len())
            .sum()
    }

    pub(crate) fn missing(&self) -> Vec<MissingSignature> {
        missing(&self.sections(), &self.attestations)
    }

    /// The newest signature of a person on a section as it is, and who else held its link.
    pub(crate) fn signed(
        &self,
        section: &RevisionSection,
        person: PersonId,
    ) -> Option<(&Attestation, Option<Shown>)> {
        self.attestations
            .iter()
            .zip(&self.shown)
            .filter(|(one, _)| one.section_digest == section.digest && one.person_id == person)
            .map(|(one, shown)| (one, *shown))
            .next_back()
    }

    /// Whose signature came by a link that this person was shown, although it need not have
    /// been: the two do not count together.
    pub(crate) fn signed_by_link_of(&self, person: PersonId) -> Option<PersonId> {
        let held = |shown: &Option<Shown>| {
            shown.is_some_and(|one| one.to == person && one.because != ShownBecause::NoMail)
        };
        self.revision.sections.iter().find_map(|section| {
            section.contributors.iter().copied().find(|signer| {
                let mut theirs = self
                    .attestations
                    .iter()
                    .zip(&self.shown)
                    .filter(|(one, _)| {
                        one.section_digest == section.digest && one.person_id == *signer
                    })
                    .peekable();
                theirs.peek().is_some() && theirs.all(|(_, shown)| held(shown))
            })
        })
    }

    /// Those who approved this text and cannot be its second person, each with the signer whose
    /// link they held.
    pub(crate) fn held_links(&self) -> Vec<(PersonId, PersonId)> {
        self.approvals
            .iter()
            .filter_map(|one| Some((one.person_id, self.signed_by_link_of(one.person_id)?)))
            .collect()
    }

    pub(crate) fn approvals_that_count(&self) -> Vec<Approval> {
        self.approvals
            .iter()
            .filter(|stored| self.signed_by_link_of(stored.person_id).is_none())
            .filter_map(|stored| {
                let kind = match stored.kind {
                    StoredApprovalKind::Editorial => ApprovalKind::Editorial,
                    StoredApprovalKind::Clinical => ApprovalKind::Clinical,
                    StoredApprovalKind::Amendment => return None,
                };
                Some(Approval {
                    revision_digest: stored.revision_digest,
                    kind,
                    person_id: stored.person_id,
                    at: stored.at,
                })
            })
            .collect()
    }

    /// The second persons so far, under the names they had when they approved.
    pub(crate) fn countersigners(&self) -> Vec<Countersigner> {
        let counts = self.approvals_that_count();
        self.approvals
            .iter()
            .filter_map(|stored| {
                let counted = counts
                    .iter()
                    .find(|one| one.person_id == stored.person_id && one.at == stored.at)?;
                Some(Countersigner {
                    byline: stored.byline.clone(),
                    kind: counted.kind,
                    at: stored.at,
                })
            })
            .collect()
    }

    /// Whether a second person stands behind the whole text.
    pub(crate) fn is_approved(&self) -> bool {
        let editorial: Vec<Approval> = self
            .approvals_that_count()
            .into_iter()
            .filter(|approval| approval.kind == ApprovalKind::Editorial)
            .collect();
        is_approved(
            &self.revision.digest,
            &self.revision.contributors(),
            &editorial,
        )
    }

    /// Whether everything that a first publication needs is there.
    pub(crate) fn is_complete(&self) -> bool {
        self.missing().is_empty() && self.is_approved()
    }
}

/// After a signature: a proof with everything it needs is approved.
pub(crate) async fn settle(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    file: &mut ArticleFile,
) -> Result<(), Refusal> {
    let Some(candidate @ Candidate::ProofOut { .. }) = file.candidate.clone() else {
        return Ok(());
    };
    let standing = Standing::of_candidate(tx, file.article.id, &candidate).await?;
    if !standing.is_complete() {
        return Ok(());
    }
    let next = candidate.all_signed(desk.now())?;
    file.put(desk, tx, next).await?;
    let subject = Subject::article(file.article.id).on(standing.revision.digest);
    record(desk, tx, caller, "complete", subject).await
}
