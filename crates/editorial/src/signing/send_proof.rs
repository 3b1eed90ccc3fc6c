//! An editor freezes the text and asks its contributors to sign.

use content::ids::{ArticleId, PersonId};
use content::lifecycle::Released;

use super::freeze::freeze;
use super::proof_links::{ProofLink, end_proof_links, make_proof_link};
use super::standing::{Standing, settle};
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// A proof that went out.
#[derive(Clone, Debug)]
pub struct ProofSent {
    /// The frozen text.
    pub released: Released,
    /// One for each contributor who has to sign; nobody whose section is as they signed it.
    pub links: Vec<ProofLink>,
}

/// Sends the proof. The text stands still from now on; a change calls it back.
pub async fn send_proof(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<ProofSent, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::SendProof).await?;
    let candidate = file.candidate("send_proof")?;
    // The state is asked before the text is frozen: a refusal should name the true reason.
    if !matches!(candidate, content::lifecycle::Candidate::InReview { .. }) {
        return Err(content::lifecycle::WrongState {
            act: "send_proof",
            state: candidate.state(),
        }
        .into());
    }
    file.check(desk, &tx).await?;
    let released = freeze(desk, &tx, &file, Some(signed_in.person)).await?;
    let next = candidate.send_proof(released, signed_in.person, desk.now())?;
    file.put(desk, &tx, next).await?;
    end_proof_links(desk, &tx, article).await?;
    let subject = Subject::article(article).on(released.revision_digest);
    record(desk, &tx, caller, "send_proof", subject).await?;

    let standing = Standing::of(&tx, released.revision_id).await?;
    let mut owing: Vec<PersonId> = Vec::new();
    for gap in standing.missing() {
        if !owing.contains(&gap.person_id) {
            owing.push(gap.person_id);
        }
    }
    let mut links = Vec::with_capacity(owing.len());
    for person in owing {
        let changes = super::proof::count_changes(&tx, &standing.revision, person).await?;
        links.push(make_proof_link(desk, &tx, article, person, changes, false).await?);
    }
    settle(desk, &tx, caller, &mut file).await?;
    tx.commit().await?;
    Ok(ProofSent { released, links })
}
