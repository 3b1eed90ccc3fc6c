//! What a link is for, before it is used.

use storage::links::{self as stored, Purpose};
use storage::{accounts, persons};

use super::links;
use crate::{Desk, Refusal};

/// What a link is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// What it does.
    pub purpose: Purpose,
    /// Whom it is for.
    pub name: Option<String>,
    /// The address of the account it opens.
    pub email: Option<String>,
}

/// Says what a link is for. Looking opens nothing: mail programs look at every link. When an
/// invitation was first looked at is kept, for those who wait for it.
pub async fn look_at_link(desk: &Desk, token: &str) -> Result<LinkView, Refusal> {
    let tx = desk.storage.look().await?;
    let link = links::find(desk, &tx, token).await?;
    let account = match link.account_id {
        None => None,
        Some(id) => accounts::find(&tx, id).await?,
    };
    if account
        .as_ref()
        .is_some_and(|account| account.disabled_at.is_some())
    {
        return Err(Refusal::NoSuchLink);
    }
    let person = account
        .as_ref()
        .map(|account| account.person_id)
        .or(link.person_id);
    let name = match person {
        None => None,
        Some(id) => {
            let id = persons::find_identity(&tx, id).await?;
            persons::find(&tx, id).await?.map(|person| person.name)
        }
    };
    drop(tx);
    if link.purpose == Purpose::Invite {
        let tx = desk.storage.begin().await?;
        stored::mark_opened(&tx, link.id, desk.now()).await?;
        tx.commit().await?;
    }
    Ok(LinkView {
        purpose: link.purpose,
        name,
        email: account.map(|account| account.email),
    })
}
