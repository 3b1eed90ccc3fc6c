//! Blanks every word of an article: two persons, one reason. Digests and the log stay.

use content::draft::plain_line;
use content::ids::ArticleId;
use content::lifecycle::PublicCopy;
use serde_json::json;
use storage::joint_acts::{self, Act as Joint, JointAct};
use storage::publications::{self, StoredPublicCopy};
use storage::site_state::{self, Subject as Public};
use storage::{Transaction, articles, candidates, drafts, persons, revisions};

use super::proof_links::end_proof_links;
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
    Join,
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
    let open = joint_acts::find_open(&tx, article, Joint::Erase).await?;
    let done = match step {
        ErasureStep::Ask { reason } => {
            let reason = plain_line(&reason);
            if reason.is_empty() {
                return Err(Refusal::field("reason", "no_reason", "Write the reason."));
            }
            if open.is_some() {
                return Err(Refusal::Conflict(
                    "Somebody has asked for this already. A second person can agree to it."
                        .to_owned(),
                ));
            }
            let act = JointAct {
                id: desk.id(),
                article_id: article,
                act: Joint::Erase,
                facts: json!({ "reason": reason }),
                asked_by: signed_in.person,
                asked_at: desk.now(),
                joined_by: None,
            };
            joint_acts::insert(&tx, &act).await?;
            let subject = Subject::article(article).with(json!({ "joint_act": act.id }));
            record(desk, &tx, caller, "ask_erasure", subject).await?;
            false
        }
        ErasureStep::Join => {
            let open = open.ok_or_else(|| {
                Refusal::WrongState("Nobody has asked for this, or it was done.".to_owned())
            })?;
            if persons::find_identity(&tx, open.asked_by).await? == signed_in.person {
                return Err(Refusal::NotAllowed(
                    "You asked for this. A second person has to agree.".to_owned(),
                ));
            }
            joint_acts::join(&tx, open.id, signed_in.person, desk.now()).await?;
            let bodies = blank(desk, &tx, article).await?;
            let subject =
                Subject::article(article).with(json!({ "joint_act": open.id, "bodies": bodies }));
            record(desk, &tx, caller, "erase", subject).await?;
            true
        }
    };
    tx.commit().await?;
    Ok(done)
}

async fn blank(desk: &Desk, tx: &Transaction, article: ArticleId) -> Result<u64, Refusal> {
    let now = desk.now();
    let bodies = revisions::erase_bodies(tx, article, now).await?;
    drafts::blank(tx, article, now).await?;
    storage::kept_texts::blank(tx, article, now).await?;
    articles::erase_slugs(tx, article, now).await?;
    candidates::end(tx, article).await?;
    end_proof_links(desk, tx, article).await?;
    if let Some(copy) = publications::find_copy(tx, article).await? {
        let reason = "This article was erased.".to_owned();
        let state = match copy.state.clone() {
            withdrawn @ PublicCopy::Withdrawn { .. } => withdrawn,
            other => other.withdraw(now, reason.clone())?,
        };
        let erased = StoredPublicCopy {
            state,
            title: None,
            summary: None,
            reason: Some(reason),
            since: now,
            ..copy
        };
        publications::put_copy(tx, article, &erased).await?;
        site_state::bump(tx, Public::Article(article), "erase", now).await?;
    }
    Ok(bodies)
}
