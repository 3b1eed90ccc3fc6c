//! Changing one's own password.

use storage::{accounts, sessions};

use super::new_account::account;
use super::{Visitor, links, password, throttle};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Changes the caller's password. Other browsers are signed out, and links end.
///
/// The present password is asked for where there is one, and guessing it is slow. Who may be the
/// one in this session may know the new one.
pub async fn set_password(
    desk: &Desk,
    caller: &Caller,
    visitor: &Visitor,
    current: &str,
    new: &str,
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.look().await?;
    let before = accounts::find(&tx, signed_in.account)
        .await?
        .ok_or(Refusal::SignedOut)?;
    drop(tx);
    password::check(new, &before.email, "new")?;
    if let Some(hash) = before.password_hash.clone() {
        throttle::admit(desk, visitor, &before.email).await?;
        if !password::fits(current, Some(hash)).await? {
            throttle::failed(desk, visitor).await?;
            let words = "This is not your present password.";
            return Err(Refusal::field("current", "wrong", words));
        }
    }
    let hash = password::hash(new).await?;

    let tx = desk.storage.begin().await?;
    let now = account(&tx, signed_in.account).await?;
    if now.disabled_at.is_some() || now.password_hash != before.password_hash {
        return Err(Refusal::SignedOut);
    }
    accounts::set_password(&tx, now.id, &hash, signed_in.link).await?;
    sessions::end_all(&tx, now.id, Some(signed_in.session)).await?;
    links::end_all(desk, &tx, now.id).await?;
    throttle::forgive(&tx, &now.email).await?;
    record(
        desk,
        &tx,
        caller,
        "set_password",
        Subject::new("account", now.id),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
