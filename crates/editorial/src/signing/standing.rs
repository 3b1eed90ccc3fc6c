//! Which signatures a frozen text has, and which are missing: the one list that the screen
//! shows and the server checks.

use content::ids::{ArticleId, PersonId, RevisionId};
use content::lifecycle::Candidate;
use content::signature::{
    Approval, ApprovalKind, Attestation, MissingSignature, NeededSection, is_approved, missing,
};
use storage::revisions::{self, Revision};
use storage::signatures::{self, StoredApproval, StoredApprovalKind};
use storage::{Transaction, persons};

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Caller, Desk, Refusal};

/// The signatures on a frozen text.
pub(crate) struct Standing {
    pub(crate) revision: Revision,
    pub(crate) attestations: Vec<Attestation>,
    pub(crate) approvals: Vec<StoredApproval>,
    /// The approvers, merged persons counted as one, beside `approvals`.
    approvers: Vec<PersonId>,
}

impl Standing {
    pub(crate) async fn of(tx: &Transaction, id: RevisionId) -> Result<Self, Refusal> {
        let revision = revisions::find(tx, id).await?.ok_or(Refusal::NotFound)?;
        let digests: Vec<_> = revision
            .sections
            .iter()
            .map(|section| section.digest)
            .collect();
        let attestations = signatures::attestations(tx, revision.article_id, &digests).await?;
        let approvals = signatures::approvals(tx, &revision.digest).await?;
        let names: Vec<PersonId> = approvals.iter().map(|one| one.person_id).collect();
        let approvers = persons::identities(tx, &names).await?;
        Ok(Self {
            revision,
            attestations,
            approvals,
            approvers,
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

    pub(crate) fn approvals_that_count(&self) -> Vec<Approval> {
        self.approvals
            .iter()
            .zip(&self.approvers)
            .filter_map(|(stored, person)| {
                let kind = match stored.kind {
                    StoredApprovalKind::Editorial => ApprovalKind::Editorial,
                    StoredApprovalKind::Clinical => ApprovalKind::Clinical,
                    StoredApprovalKind::Amendment => return None,
                };
                Some(Approval {
                    revision_digest: stored.revision_digest,
                    kind,
                    person_id: *person,
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
