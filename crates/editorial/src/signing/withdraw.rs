//! Takes the live copy off the site: two persons, or one in an emergency.

use content::draft::plain_text;
use content::ids::{ArticleId, PersonId};
use content::lifecycle::{Candidate, PublicCopy, WrongState};
use serde_json::json;
use storage::joint_acts::{self, Act as Joint};
use storage::publications::{self, StoredPublicCopy};
use storage::{Transaction, articles, contributors, drafts, persons};
use uuid::Uuid;

use super::joint;
use super::live::Live;
use super::proof_links::{end_proof_links, tell};
use super::publish_revision::announce;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// What somebody does about taking an article off the site.
#[derive(Clone, Debug)]
pub enum WithdrawalStep {
    /// Asks for it, with the reason that readers will be told.
    Ask {
        /// Printed for readers.
        printed: String,
    },
    /// Agrees, as the second person.
    Join {
        /// What was asked, as it was read.
        act: Uuid,
    },
    /// Does it alone, because it cannot wait; reviewed by a second person after.
    Emergency {
        /// Printed for readers.
        printed: String,
    },
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// It is live until a second person agrees.
    WaitsForSecond,
    /// Its address says that it was withdrawn, when and why.
    Done,
}

/// Asks for, agrees to, or in an emergency does the withdrawal. The second person may be a
/// contributor: this is no first publication.
pub async fn withdraw(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    step: WithdrawalStep,
) -> Result<Withdrawal, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Withdraw).await?;
    let live = Live::find(&tx, article).await?.ok_or(WrongState {
        act: "withdraw",
        state: "unpublished",
    })?;
    let me = signed_in.person;
    if !caller.is_staff() && !live.is_by(me) {
        return Err(Refusal::NotAllowed(
            "Nothing that readers have here is under your name.".to_owned(),
        ));
    }
    let outcome = match step {
        WithdrawalStep::Ask { printed } => {
            live.copy
                .state
                .clone()
                .withdraw(desk.now(), String::new())?;
            joint::not_asked_yet(&tx, article, Joint::Withdraw).await?;
            let facts = json!({ "printed": settled(&printed)?, "emergency": false });
            let act = joint::begin(desk, &tx, article, Joint::Withdraw, signed_in, facts).await?;
            let subject = Subject::article(article).with(json!({ "joint_act": act }));
            record(desk, &tx, caller, "ask_withdrawal", subject).await?;
            let sentence = "Somebody asks that your article is taken off the site. You can read \
                            the reason there, and agree.";
            tell_authors(desk, &tx, &file, &live, me, sentence).await?;
            Withdrawal::WaitsForSecond
        }
        WithdrawalStep::Join { act } => {
            let open = joint::to_confirm(&tx, article, Joint::Withdraw, act, signed_in).await?;
            if !caller.is_staff() && !joint::is_staff_now(&tx, open.asked_by).await? {
                return Err(Refusal::NotAllowed(
                    "One of the two who take an article off the site is an editor. An editor has \
                     to agree."
                        .to_owned(),
                ));
            }
            joint_acts::join(&tx, open.id, me, signed_in.link, desk.now()).await?;
            let down = !matches!(live.copy.state, PublicCopy::Withdrawn { .. });
            if down {
                let printed = open.facts["printed"].as_str().unwrap_or_default();
                take_down(desk, &tx, &mut file, live.copy.clone(), printed, me).await?;
            }
            let subject = Subject::article(article).with(json!({ "joint_act": open.id }));
            record(desk, &tx, caller, "withdraw", subject).await?;
            if down {
                tell_authors(desk, &tx, &file, &live, me, TAKEN_OFF).await?;
                announce(desk, &tx, article, "withdraw").await?;
            }
            Withdrawal::Done
        }
        WithdrawalStep::Emergency { printed } => {
            if !caller.is_staff() {
                return Err(Refusal::NotAllowed(
                    "Only editors can do this alone.".to_owned(),
                ));
            }
            let printed = settled(&printed)?;
            let facts = json!({ "printed": printed, "emergency": true });
            let act = joint::begin(desk, &tx, article, Joint::Withdraw, signed_in, facts).await?;
            take_down(desk, &tx, &mut file, live.copy.clone(), &printed, me).await?;
            let subject =
                Subject::article(article).with(json!({ "joint_act": act, "emergency": true }));
            record(desk, &tx, caller, "withdraw", subject).await?;
            tell_authors(desk, &tx, &file, &live, me, TAKEN_OFF).await?;
            announce(desk, &tx, article, "withdraw").await?;
            Withdrawal::Done
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

fn settled(printed: &str) -> Result<String, Refusal> {
    let printed = plain_text(printed);
    if printed.is_empty() {
        return Err(Refusal::field(
            "printed",
            "no_reason",
            "Write the reason for readers.",
        ));
    }
    if printed.chars().count() > 1000 {
        return Err(Refusal::field(
            "printed",
            "too_long",
            "Please write a shorter reason.",
        ));
    }
    Ok(printed)
}

const TAKEN_OFF: &str = "Your article was taken off the site.";

/// Takes the copy down. A text that is out for signature goes back to the editors: signatures
/// given before a withdrawal do not count after it.
async fn take_down(
    desk: &Desk,
    tx: &Transaction,
    file: &mut ArticleFile,
    copy: StoredPublicCopy,
    printed: &str,
    by: PersonId,
) -> Result<(), Refusal> {
    let (now, article) = (desk.now(), file.article.id);
    let next = StoredPublicCopy {
        state: copy.state.clone().withdraw(now, printed.to_owned())?,
        reason: Some(printed.to_owned()),
        since: now,
        ..copy
    };
    publications::put_copy(tx, article, &next).await?;
    articles::touch(tx, article, now).await?;
    let back = match file.candidate.clone() {
        Some(out @ (Candidate::ProofOut { .. } | Candidate::Approved { .. })) => {
            out.edit(by, now)?
        }
        Some(due @ Candidate::Scheduled { .. }) => due.cancel(now)?.edit(by, now)?,
        _ => return Ok(()),
    };
    end_proof_links(desk, tx, article).await?;
    file.put(desk, tx, back).await
}

/// Writes to everyone whose text readers have, and to those over the text under way.
async fn tell_authors(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    live: &Live,
    but: PersonId,
    sentence: &str,
) -> Result<(), Refusal> {
    let sections: Vec<_> = drafts::sections(tx, file.article.id)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let mut over = live.revision.contributors();
    over.extend(
        contributors::of_sections(tx, &sections)
            .await?
            .into_iter()
            .map(|(_, person)| person),
    );
    let over: Vec<PersonId> = persons::identities(tx, &over)
        .await?
        .into_iter()
        .filter(|person| *person != but)
        .collect();
    let path = format!("/admin/articles/{}", file.article.id);
    tell(desk, tx, &over, sentence, &path).await
}
