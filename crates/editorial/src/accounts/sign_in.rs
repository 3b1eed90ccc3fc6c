//! Signing in with a password.

use storage::accounts;

use super::begin_session::begin_session;
use super::{NewSession, Visitor, email, password, throttle};
use crate::record::{Subject, record};
use crate::{Desk, Refusal};

/// Signs in with e-mail address and password.
///
/// Unknown, disabled and without a password are answered alike, and take as long.
pub async fn sign_in(
    desk: &Desk,
    visitor: &Visitor,
    email: &str,
    typed: &str,
) -> Result<NewSession, Refusal> {
    let email = email::key(email);
    throttle::admit(desk, visitor, &email).await?;

    let tx = desk.storage.look().await?;
    let account = accounts::find_by_email(&tx, &email).await?;
    drop(tx);
    let account = account.filter(|account| account.disabled_at.is_none());
    let hash = account
        .as_ref()
        .and_then(|account| account.password_hash.clone());
    let fits = password::fits(typed, hash.clone()).await?;
    let Some(account) = account.filter(|_| fits) else {
        throttle::failed(desk, visitor).await?;
        return Err(Refusal::WrongCredentials);
    };

    let tx = desk.storage.begin().await?;
    // Hashing takes a while; the account may have changed meanwhile.
    let account = accounts::find_locked(&tx, account.id)
        .await?
        .filter(|now| now.disabled_at.is_none() && now.password_hash == hash)
        .ok_or(Refusal::WrongCredentials)?;
    throttle::forgive(&tx, &email).await?;
    let session = begin_session(desk, &tx, &account, visitor, account.password_link).await?;
    let subject = Subject::new("account", account.id);
    record(desk, &tx, &session.caller, "sign_in", subject).await?;
    tx.commit().await?;
    Ok(session)
}
