//! Which signatures a frozen text has, and which are missing: the one list that the screen
//! shows and the server checks.

use content::ids::{ArticleId, PersonId, RevisionId};
use content::lifecycle::Candidate;
use content::publication::Countersigner;
use content::signature::{
    Approval, ApprovalKind, Attestation, MissingSignature, NeededSection, is_approved, missing,
};
use storage::Transaction;
use storage::links::Shown;
use storage::revisions::{self, Revision, RevisionSection};
use storage::signatures::{self, CountingApproval, CountingAttestation, StoredApprovalKind};

use super::tie::Tie;
use crate::hands::Hands;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Caller, Desk, Refusal};

/// The signatures on a frozen text.
pub(crate) struct Standing {
    pub(crate) revision: Revision,
    pub(crate) attestations: Vec<Attestation>,
    /// The same, with what is known of the links by which they came.
    counting: Vec<CountingAttestation>,
    approvals: Vec<CountingApproval>,
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
        Ok(Self {
            revision,
            attestations: signed.iter().map(|one| one.attestation.clone()).collect(),
            counting: signed,
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

    /// The newest signature of a person on a section as it is, and who was shown its link.
    pub(crate) fn signed(
        &self,
        section: &RevisionSection,
        person: PersonId,
    ) -> Option<(&Attestation, Option<Shown>)> {
        self.by(section, person)
            .map(|one| (&one.attestation, one.shown))
            .next_back()
    }

    fn by(
        &self,
        section: &RevisionSection,
        person: PersonId,
    ) -> impl DoubleEndedIterator<Item = &CountingAttestation> {
        let digest = section.digest;
        self.counting.iter().filter(move |one| {
            one.attestation.section_digest == digest && one.attestation.person_id == person
        })
    }

    /// What keeps whoever is behind `hands` from being the second person: a contributor's hand
    /// may be among them, or one of theirs in every signature of a contributor.
    pub(crate) fn tie(&self, hands: &Hands) -> Option<Tie> {
        if let Some(tie) = written_by_another(&self.revision.contributors(), hands) {
            return Some(tie);
        }
        let second = hands.person;
        self.revision.sections.iter().find_map(|section| {
            section.contributors.iter().find_map(|signer| {
                let mut ties = self.by(section, *signer).map(|one| {
                    let between = hands.all().find(|hand| one.held_by.contains(hand))?;
                    Some(Tie {
                        second,
                        signer: *signer,
                        between,
                        link: one.link,
                    })
                });
                let first = ties.next()??;
                ties.all(|tie| tie.is_some()).then_some(first)
            })
        })
    }

    /// What keeps those who approved this text from being its second person.
    pub(crate) fn ties(&self) -> Vec<Tie> {
        self.approvals
            .iter()
            .filter_map(|one| self.tie(&hands_of(one)))
            .collect()
    }

    pub(crate) fn approvals_that_count(&self) -> Vec<Approval> {
        self.approvals
            .iter()
            .filter(|stored| self.tie(&hands_of(stored)).is_none())
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

    /// Everybody whose being one or two persons decides whether the text is signed by two.
    pub(crate) fn concerned(&self) -> Vec<PersonId> {
        let mut concerned = self.revision.contributors();
        for one in &self.counting {
            concerned.push(one.attestation.person_id);
            concerned.extend(&one.held_by);
        }
        for one in &self.approvals {
            concerned.push(one.person_id);
            concerned.extend(&one.held_by);
        }
        concerned
    }

    /// Whether everything that a first publication needs is there.
    pub(crate) fn is_complete(&self) -> bool {
        self.missing().is_empty() && self.is_approved()
    }
}

fn hands_of(approval: &CountingApproval) -> Hands {
    Hands {
        person: approval.person_id,
        others: approval.held_by.clone(),
    }
}

/// The author of a text, if somebody else signs in whose hand theirs may be.
pub(super) fn written_by_another(authors: &[PersonId], hands: &Hands) -> Option<Tie> {
    let author = hands
        .others
        .iter()
        .find(|one| **one != hands.person && authors.contains(one))?;
    Some(Tie {
        second: hands.person,
        signer: *author,
        between: *author,
        link: None,
    })
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
