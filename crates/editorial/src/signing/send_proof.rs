//! An editor freezes the text and asks its contributors to sign.

use content::ids::{ArticleId, PersonId};
use content::lifecycle::Released;
use serde_json::json;
use storage::requests;
use storage::revisions::Occasion;

use super::freeze::freeze;
use super::proof_links::{ProofLink, Show, Wanted, end_proof_links, make_proof_link};
use super::seen::Seen;
use super::standing::{Standing, settle};
use crate::hands::Hands;
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
    /// One for each contributor who need not sign again, although title or summary over their
    /// answer are new: they can look, and object.
    pub to_look_at: Vec<ProofLink>,
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
    let me = signed_in.person;
    let released = freeze(desk, &tx, &file, me, Occasion::Proof).await?;
    let next = candidate.send_proof(released, me, desk.now())?;
    file.put(desk, &tx, next).await?;
    end_proof_links(desk, &tx, article).await?;
    requests::end(&tx, article, None, desk.now()).await?;
    let standing = Standing::of(&tx, released.revision_id).await?;
    let missing = standing.missing();
    let (mut links, mut to_look_at) = (Vec::new(), Vec::new());
    let mut seen = Seen::of(&tx, &standing.revision, None).await?;
    let hands = Hands::of(&tx, signed_in).await?;
    for person in standing.revision.contributors() {
        seen.turn_to(person);
        let show = Show::UnlessMailed(&hands);
        if missing.iter().any(|gap| gap.person_id == person) {
            let changes = seen.count();
            let wanted = Wanted::Signature { changes };
            links.extend(make_proof_link(desk, &tx, article, person, wanted, show).await?);
        } else if seen.frame_changed() {
            to_look_at
                .extend(make_proof_link(desk, &tx, article, person, Wanted::Look, show).await?);
        }
    }
    let shown: Vec<PersonId> = links
        .iter()
        .chain(&to_look_at)
        .filter(|link| link.delivery.url.is_some())
        .map(|link| link.person.id)
        .collect();
    let subject = Subject::article(article)
        .on(released.revision_digest)
        .with(json!({ "links_shown": shown }));
    record(desk, &tx, caller, "send_proof", subject).await?;
    settle(desk, &tx, caller, &mut file).await?;
    tx.commit().await?;
    Ok(ProofSent {
        released,
        links,
        to_look_at,
    })
}
