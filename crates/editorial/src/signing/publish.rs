//! Makes an approved text public.

use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::ArticleId;
use content::lifecycle::Candidate;
use storage::candidates;
use storage::links::{self, ProofLinks};

use super::proof_links::tell;
use super::publish_revision::{ImportedText, announce, publish_revision};
use super::signatures::missing_parts;
use super::stand_still::stand_still;
use super::standing::Standing;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// A text that was made public.
#[derive(Clone, Debug)]
pub struct Published {
    /// The page.
    pub url: String,
    /// The site version that first shows it.
    pub version: i64,
}

/// Publishes exactly the text that `digest` names. State and signatures are asked anew: a
/// merge of persons may have taken the second person away since the approval, and none comes
/// between.
pub async fn publish(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    digest: Digest,
) -> Result<Published, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::Publish).await?;
    let candidate = file.candidate("publish")?;
    if candidate
        .revision()
        .is_some_and(|released| released.revision_digest != digest)
    {
        return Err(Refusal::StaleDigest);
    }
    if let Some(released) = candidate.revision() {
        let mut concerned = Standing::of(&tx, released.revision_id).await?.concerned();
        concerned.push(signed_in.person);
        stand_still(&tx, &concerned).await?;
    }
    let out = matches!(
        candidate,
        Candidate::ProofOut { .. } | Candidate::Approved { .. }
    );
    if out {
        let standing = Standing::of_candidate(&tx, article, &candidate).await?;
        let missing = missing_parts(&tx, &standing).await?;
        if !missing.is_empty() {
            let findings = missing.into_iter().map(|part| part.finding()).collect();
            return Err(Refusal::FailedChecks(findings));
        }
    }
    let released = candidate.publish()?;
    file.check(desk, &tx).await?;
    let standing = Standing::of(&tx, released.revision_id).await?;
    let made = publish_revision(
        desk,
        &tx,
        &file,
        &standing.revision,
        Mode::Countersigned,
        Some(signed_in.person),
        &ImportedText::default(),
    )
    .await?;
    candidates::end(&tx, article).await?;
    links::end_proofs(&tx, ProofLinks::AllOf(article), desk.now()).await?;
    record(
        desk,
        &tx,
        caller,
        "publish",
        Subject::article(article).on(made.digest),
    )
    .await?;
    let path = format!("/articles/{}", made.slug);
    let sentence = "Your article is live.";
    tell(
        desk,
        &tx,
        &standing.revision.contributors(),
        sentence,
        &path,
    )
    .await?;
    let version = announce(desk, &tx, article, "publish").await?;
    tx.commit().await?;
    Ok(Published {
        url: desk.url(&path),
        version,
    })
}
