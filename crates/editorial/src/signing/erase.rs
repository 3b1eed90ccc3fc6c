//! Blanks every word of an article: two persons, one reason. Digests and the log stay.

use content::digest::Digest;
use content::draft::plain_line;
use content::ids::ArticleId;
use content::lifecycle::PublicCopy;
use serde_json::json;
use storage::joint_acts::{self, Act as Joint};
use storage::links::{self, ProofLinks};
use storage::media::{self, StoredImage};
use storage::publications::{self, StoredPublicCopy};
use storage::{Transaction, candidates, drafts, erasure, preview_links, revisions};
use uuid::Uuid;

use super::joint;
use super::publish_revision::announce;
use crate::media::forget_unused_of;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// What somebody does about an erasure.
#[derive(Clone, Debug)]
pub enum ErasureStep {
    /// Asks for it with a reason for the record.
    Ask {
        /// One line; kept with the request, not printed.
        reason: String,
    },
    /// Agrees, as the second person: it is done at once and for good.
    Join {
        /// What was asked, as it was read.
        act: Uuid,
    },
}

/// Asks for an erasure or does it. Answers whether it was done.
pub async fn erase(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    step: ErasureStep,
) -> Result<bool, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::Erase).await?;
    let done = match step {
        ErasureStep::Ask { reason } => {
            let reason = plain_line(&reason);
            if reason.is_empty() {
                return Err(Refusal::field("reason", "no_reason", "Write the reason."));
            }
            joint::not_asked_yet(&tx, article, Joint::Erase).await?;
            let facts = json!({ "reason": reason });
            let act = joint::begin(desk, &tx, article, Joint::Erase, signed_in, facts).await?;
            let subject = Subject::article(article).with(json!({ "joint_act": act }));
            record(desk, &tx, caller, "ask_erasure", subject).await?;
            false
        }
        ErasureStep::Join { act } => {
            let open = joint::to_confirm(&tx, article, Joint::Erase, act, signed_in).await?;
            let (me, link) = (signed_in.person, signed_in.link);
            joint_acts::join(&tx, open.id, me, link, desk.now()).await?;
            let bodies = blank(desk, &tx, article).await?;
            let subject =
                Subject::article(article).with(json!({ "joint_act": open.id, "bodies": bodies }));
            record(desk, &tx, caller, "erase", subject).await?;
            if publications::find_copy(&tx, article).await?.is_some() {
                announce(desk, &tx, article, "erase").await?;
            }
            true
        }
    };
    tx.commit().await?;
    if done && !desk.storage.empty_log().await? {
        tracing::warn!(%article, "the log of the database is emptied later: somebody reads it");
    }
    Ok(done)
}

async fn blank(desk: &Desk, tx: &Transaction, article: ArticleId) -> Result<u64, Refusal> {
    let now = desk.now();
    let images = images_of(tx, article).await?;
    let bodies = revisions::erase_bodies(tx, article, now).await?;
    drafts::blank(tx, article, now).await?;
    storage::kept_texts::blank(tx, article, now).await?;
    storage::comments::blank(tx, article, now).await?;
    erasure::blank_words(tx, article, now).await?;
    media::part_with_article(tx, article).await?;
    forget_unused_of(desk, tx, article, images).await?;
    let earlier = publications::find_copy(tx, article).await?;
    erasure::erase_addresses(tx, article, now).await?;
    candidates::end(tx, article).await?;
    links::end_proofs(tx, ProofLinks::AllOf(article), now).await?;
    preview_links::revoke_all(tx, article, now).await?;
    if let Some(copy) = earlier {
        let reason = "This article was erased.".to_owned();
        let state = match copy.state.clone() {
            PublicCopy::Withdrawn {
                publication_id,
                since,
                ..
            } => PublicCopy::Withdrawn {
                publication_id,
                since,
                reason: reason.clone(),
            },
            other => other.withdraw(now, reason.clone())?,
        };
        let erased = StoredPublicCopy {
            state,
            slug: erasure::in_place_of(&copy.slug),
            title: None,
            summary: None,
            bylines: Vec::new(),
            sponsorship: None,
            reason: Some(reason),
            since: now,
            ..copy
        };
        publications::put_copy(tx, article, &erased).await?;
    }
    Ok(bodies)
}

/// The images of all texts of the article, as long as these still say so.
async fn images_of(tx: &Transaction, article: ArticleId) -> Result<Vec<StoredImage>, Refusal> {
    let names = media::of_article(tx, article).await?;
    let names: Vec<Digest> = names.iter().filter_map(|name| name.parse().ok()).collect();
    Ok(media::find_all(tx, &names).await?)
}
