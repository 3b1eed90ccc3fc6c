//! A fresh link to hand over by hand.

use content::ids::AccountId;
use serde_json::json;
use storage::links::Purpose;
use time::OffsetDateTime;

use super::links;
use super::new_account::{account, may_manage};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// A link to hand over.
#[derive(Clone, Debug)]
pub struct CopiedLink {
    /// The address that opens it.
    pub url: String,
    /// When it ends.
    pub expires_at: OffsetDateTime,
}

/// Makes a fresh link to somebody's account, to be handed over; earlier ones end. It signs in,
/// or invites again where there is no password yet.
///
/// Whoever is shown it could use it, so the link remembers them: they cannot be the second person
/// for what is signed in the session that it opens. The operator at the command line signs
/// nothing here, and is not remembered.
pub async fn copy_link(desk: &Desk, caller: &Caller, id: AccountId) -> Result<CopiedLink, Refusal> {
    may_manage(caller)?;
    let tx = desk.storage.begin().await?;
    let account = account(&tx, id).await?;
    if account.disabled_at.is_some() {
        let words = "This account is disabled. Enable it first.";
        return Err(Refusal::Conflict(words.to_owned()));
    }
    let purpose = match account.password_hash {
        Some(_) => Purpose::SignIn,
        None => Purpose::Invite,
    };
    let shown = links::shown_to(desk, &tx, caller).await?;
    let shown_to = shown.as_ref().map(|shown| shown.hands.person);
    let link = links::make(desk, &tx, purpose, Some(id), shown).await?;
    let subject =
        Subject::new("account", id).with(json!({"link": link.id, "link_shown_to": shown_to}));
    record(desk, &tx, caller, "copy_link", subject).await?;
    tx.commit().await?;
    Ok(CopiedLink {
        url: link.url,
        expires_at: link.expires_at,
    })
}
