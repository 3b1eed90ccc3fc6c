//! The second person signs the whole text.

use content::credential::CredentialKind;
use content::digest::Digest;
use content::ids::{ApprovalId, ArticleId, PersonId};
use content::lifecycle::Candidate;
use content::signature::ApprovalKind;
use storage::credentials::VerificationStatus;
use storage::signatures::{self, StoredApproval, StoredApprovalKind};
use storage::{Transaction, credentials};

use super::second_person::stands_apart;
use super::standing::{Standing, settle};
use crate::hands::link_shown_to;
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Approves exactly the text that was read, in one reading or both. A contributor never can,
/// whatever their role and under whatever name.
pub async fn approve(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    digest: Digest,
    kinds: &[ApprovalKind],
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Approve).await?;
    let candidate = file.candidate("approve")?;
    if !matches!(
        candidate,
        Candidate::ProofOut { .. } | Candidate::Approved { .. }
    ) {
        return Err(content::lifecycle::WrongState {
            act: "approve",
            state: candidate.state(),
        }
        .into());
    }
    let standing = Standing::of_candidate(&tx, article, &candidate).await?;
    stands_apart(&tx, &standing, signed_in).await?;
    if standing.revision.digest != digest {
        return Err(Refusal::StaleDigest);
    }
    if kinds.is_empty() {
        return Err(Refusal::field("kinds", "none", "Say what you approve."));
    }
    if kinds.contains(&ApprovalKind::Clinical) {
        may_review_clinically(desk, &tx, signed_in.person).await?;
    }
    let byline = one(&tx, signed_in.person).await?.byline;
    let shown_to = link_shown_to(&tx, signed_in).await?;
    for (at, kind) in kinds.iter().enumerate() {
        if kinds[..at].contains(kind) {
            continue;
        }
        let stored = match kind {
            ApprovalKind::Editorial => StoredApprovalKind::Editorial,
            ApprovalKind::Clinical => StoredApprovalKind::Clinical,
        };
        let given = standing.approvals_that_count();
        if let Some(earlier) = given
            .iter()
            .find(|one| one.person_id == signed_in.person && one.kind == *kind)
        {
            return Err(Refusal::AlreadySigned(earlier.at));
        }
        let approval = StoredApproval {
            id: ApprovalId(desk.id()),
            revision_id: standing.revision.id,
            revision_digest: digest,
            kind: stored,
            person_id: signed_in.person,
            account_id: signed_in.account,
            session_link: signed_in.link,
            byline: byline.clone(),
            at: desk.now(),
        };
        signatures::insert_approval(&tx, &approval).await?;
        let subject = Subject::article(article)
            .on(digest)
            .with(serde_json::json!({ "kind": kind, "link_shown_to": shown_to }));
        record(desk, &tx, caller, "approve", subject).await?;
    }
    settle(desk, &tx, caller, &mut file).await?;
    tx.commit().await?;
    Ok(())
}

/// A clinical reading takes a licence that was checked and is in force today.
async fn may_review_clinically(
    desk: &Desk,
    tx: &Transaction,
    person: PersonId,
) -> Result<(), Refusal> {
    let today = desk.now().date();
    let licences: Vec<_> = credentials::list_of(tx, &[person])
        .await?
        .into_iter()
        .filter(|one| one.kind == CredentialKind::Licence)
        .filter(|one| one.expires_on.is_none_or(|day| day >= today))
        .map(|one| one.id)
        .collect();
    let checks = credentials::verifications(tx, &licences).await?;
    let current = licences.iter().any(|id| {
        checks
            .iter()
            .find(|check| check.credential_id == *id)
            .is_some_and(|newest| {
                newest.status == VerificationStatus::Current && newest.valid_until >= today
            })
    });
    if current {
        Ok(())
    } else {
        Err(Refusal::NotAllowed(
            "A clinical review takes a license that was checked and is in force today.".to_owned(),
        ))
    }
}
