//! Setting a password by a link: of an invitation, or because the old one was forgotten.

use serde_json::json;
use storage::links::Purpose;
use storage::{accounts, sessions};

use super::begin_session::begin_session;
use super::use_link::needed;
use super::{LinkUse, NewSession, Visitor, links, password, throttle};
use crate::record::{Subject, record};
use crate::{Desk, Refusal};

/// Sets the password and signs in. Other sessions and links of the account end. Who was shown the
/// link may know the password from then on, so the account remembers which link it was.
pub(super) async fn open_account(
    desk: &Desk,
    visitor: &Visitor,
    token: &str,
    given: &LinkUse,
) -> Result<NewSession, Refusal> {
    let tx = desk.storage.look().await?;
    let link = links::find(desk, &tx, token).await?;
    let id = link.account_id.ok_or(Refusal::NoSuchLink)?;
    let account = accounts::find(&tx, id).await?.ok_or(Refusal::NoSuchLink)?;
    drop(tx);
    let typed = needed("password", given.password.as_ref(), "Choose a password.")?;
    password::check(typed, &account.email, "password")?;
    let hash = password::hash(typed).await?;

    // Hashing takes a while; only here is the link used up, and by one of two at most.
    let tx = desk.storage.begin().await?;
    let link = links::take(desk, &tx, token).await?;
    let act = match link.purpose {
        Purpose::Invite => "open_account",
        Purpose::Reset => "reset_password",
        _ => return Err(Refusal::NoSuchLink),
    };
    let account = links::account_of(&tx, &link).await?;
    accounts::set_password(&tx, account.id, &hash, Some(link.id)).await?;
    sessions::end_all(&tx, account.id, None).await?;
    links::end_all(desk, &tx, account.id).await?;
    throttle::forgive(&tx, &account.email).await?;
    let session = begin_session(desk, &tx, &account, visitor, Some(link.id)).await?;
    let subject = Subject::new("account", account.id).with(json!({"link": link.id}));
    record(desk, &tx, &session.caller, act, subject).await?;
    tx.commit().await?;
    Ok(session)
}
