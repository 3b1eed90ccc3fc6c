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
    let link = links::make(desk, &tx, purpose, Some(id)).await?;
    let subject = Subject::new("account", id).with(json!({"link": link.id}));
    record(desk, &tx, caller, "copy_link", subject).await?;
    tx.commit().await?;
    Ok(CopiedLink {
        url: link.url,
        expires_at: link.expires_at,
    })
}
