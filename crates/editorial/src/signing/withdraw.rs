//! Takes the live copy off the site: two persons, or one in an emergency.

use content::draft::plain_text;
use content::ids::{ArticleId, PersonId};
use content::lifecycle::{PublicCopy, WrongState};
use serde_json::json;
use storage::joint_acts::{self, Act as Joint, JointAct};
use storage::publications::{self, StoredPublicCopy};
use storage::site_state::{self, Subject as Public};
use storage::{Transaction, contributors, persons};

use super::proof_links::tell;
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
    Join,
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
    let file = ArticleFile::open(desk, &tx, caller, article, Act::Withdraw).await?;
    let copy = publications::find_copy(&tx, article)
        .await?
        .ok_or(WrongState {
            act: "withdraw",
            state: "unpublished",
        })?;
    let open = joint_acts::find_open(&tx, article, Joint::Withdraw).await?;
    let outcome = match step {
        WithdrawalStep::Ask { printed } => {
            copy.state.clone().withdraw(desk.now(), String::new())?;
            if open.is_some() {
                return Err(Refusal::Conflict(
                    "Somebody has asked for this already. A second person can agree to it."
                        .to_owned(),
                ));
            }
            let act = ask(desk, &tx, article, signed_in.person, &printed, false).await?;
            let subject = Subject::article(article).with(json!({ "joint_act": act }));
            record(desk, &tx, caller, "ask_withdrawal", subject).await?;
            tell_authors(
                desk,
                &tx,
                &file,
                "The editors ask you to agree that your article is \
                 taken off the site.",
            )
            .await?;
            Withdrawal::WaitsForSecond
        }
        WithdrawalStep::Join => {
            let open = open.ok_or_else(|| {
                Refusal::WrongState("Nobody has asked for this, or it was done.".to_owned())
            })?;
            let first = persons::find_identity(&tx, open.asked_by).await?;
            if first == signed_in.person {
                return Err(Refusal::NotAllowed(
                    "You asked for this. A second person has to agree.".to_owned(),
                ));
            }
            joint_acts::join(&tx, open.id, signed_in.person, desk.now()).await?;
            if !matches!(copy.state, PublicCopy::Withdrawn { .. }) {
                let printed = open.facts["printed"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned();
                take_down(desk, &tx, article, copy, printed).await?;
            }
            let subject = Subject::article(article).with(json!({ "joint_act": open.id }));
            record(desk, &tx, caller, "withdraw", subject).await?;
            Withdrawal::Done
        }
        WithdrawalStep::Emergency { printed } => {
            if !caller.is_staff() {
                return Err(Refusal::NotAllowed(
                    "Only editors can do this alone.".to_owned(),
                ));
            }
            if let Some(open) = open {
                joint_acts::end(&tx, open.id, desk.now()).await?;
            }
            let act = ask(desk, &tx, article, signed_in.person, &printed, true).await?;
            let printed = settled(&printed)?;
            take_down(desk, &tx, article, copy, printed).await?;
            let subject =
                Subject::article(article).with(json!({ "joint_act": act, "emergency": true }));
            record(desk, &tx, caller, "withdraw", subject).await?;
            tell_authors(desk, &tx, &file, "Your article was taken off the site.").await?;
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

async fn ask(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    by: PersonId,
    printed: &str,
    emergency: bool,
) -> Result<uuid::Uuid, Refusal> {
    let id = desk.id();
    let act = JointAct {
        id,
        article_id: article,
        act: Joint::Withdraw,
        facts: json!({ "printed": settled(printed)?, "emergency": emergency }),
        asked_by: by,
        asked_at: desk.now(),
        joined_by: None,
    };
    joint_acts::insert(tx, &act).await?;
    Ok(id)
}

async fn take_down(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    copy: StoredPublicCopy,
    printed: String,
) -> Result<(), Refusal> {
    let now = desk.now();
    let next = StoredPublicCopy {
        state: copy.state.clone().withdraw(now, printed.clone())?,
        reason: Some(printed),
        since: now,
        ..copy
    };
    publications::put_copy(tx, article, &next).await?;
    storage::articles::touch(tx, article, now).await?;
    site_state::bump(tx, Public::Article(article), "withdraw", now).await?;
    Ok(())
}

async fn tell_authors(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    sentence: &str,
) -> Result<(), Refusal> {
    let sections: Vec<_> = storage::drafts::sections(tx, file.article.id)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let over: Vec<PersonId> = contributors::of_sections(tx, &sections)
        .await?
        .into_iter()
        .map(|(_, person)| person)
        .collect();
    tell(
        desk,
        tx,
        &over,
        sentence,
        &format!("/admin/articles/{}", file.article.id),
    )
    .await
}
