//! The browsers in which an account is signed in.

use content::ids::SessionId;
use storage::sessions;
use time::OffsetDateTime;

use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// One browser in which the caller is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionView {
    /// Its lasting name.
    pub id: SessionId,
    /// When it began.
    pub started_at: OffsetDateTime,
    /// When it was last used, to the quarter of an hour.
    pub last_seen_at: OffsetDateTime,
    /// The browser in two words.
    pub browser: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// The caller's sessions, newest first.
pub async fn list_sessions(desk: &Desk, caller: &Caller) -> Result<Vec<SessionView>, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.look().await?;
    let all = sessions::list(&tx, signed_in.account).await?;
    let now = desk.now();
    Ok(all
        .into_iter()
        .filter(|session| session.expires_at > now)
        .map(|session| SessionView {
            id: session.id,
            started_at: session.started_at,
            last_seen_at: session.last_seen_at,
            browser: session.browser,
            current: session.id == signed_in.session,
        })
        .collect())
}

/// Ends one of the caller's own sessions.
pub async fn end_session(desk: &Desk, caller: &Caller, id: SessionId) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    if !sessions::end(&tx, signed_in.account, id).await? {
        return Err(Refusal::NotFound);
    }
    let subject = Subject::new("account", signed_in.account);
    record(desk, &tx, caller, "end_session", subject).await?;
    tx.commit().await?;
    Ok(())
}
