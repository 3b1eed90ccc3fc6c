//! Beginning a session, whichever way somebody came in.

use content::ids::{LinkId, SessionId};
use storage::accounts::Account;
use storage::sessions::{self, Session};
use storage::{Transaction, persons};
use time::{Duration, OffsetDateTime};

use super::Visitor;
use crate::tokens::{digest_of, new_token};
use crate::{Caller, Desk, Refusal, SignedIn};

/// A session ends when it was not used for this long.
pub(super) const IDLE: Duration = Duration::days(14);
/// A session ends after this long, used or not.
pub(super) const LONGEST: Duration = Duration::days(90);

/// A session that has just begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// The secret for the cookie; only its digest is kept.
    pub token: String,
    /// Who signed in.
    pub caller: Caller,
    /// The latest moment at which it ends by itself.
    pub expires_at: OffsetDateTime,
}

/// Begins a session of an account in this browser. `link` is the one that opened it, or by which
/// the password was set that did.
pub(super) async fn begin_session(
    desk: &Desk,
    tx: &Transaction,
    account: &Account,
    visitor: &Visitor,
    link: Option<LinkId>,
) -> Result<NewSession, Refusal> {
    let now = desk.now();
    let token = new_token()?;
    let session = Session {
        id: SessionId(desk.id()),
        token_digest: digest_of(&token),
        account_id: account.id,
        link,
        browser: visitor.browser.clone(),
        started_at: now,
        last_seen_at: now,
        expires_at: now + IDLE,
    };
    sessions::forget_expired(tx, now).await?;
    sessions::insert(tx, &session).await?;
    let caller = Caller::Account(SignedIn {
        account: account.id,
        person: persons::find_identity(tx, account.person_id).await?,
        roles: account.roles.clone(),
        session: session.id,
        link,
    });
    Ok(NewSession {
        token,
        caller,
        expires_at: now + LONGEST,
    })
}
