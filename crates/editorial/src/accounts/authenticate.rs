//! Knowing somebody again by the cookie.

use storage::{accounts, persons, sessions};
use time::Duration;

use super::begin_session::{IDLE, LONGEST};
use crate::tokens::digest_of;
use crate::{Caller, Desk, Refusal, SignedIn};

/// A session notes that it was used at most this often: most requests only read.
const NOTED_EVERY: Duration = Duration::minutes(15);

/// Who holds this token. A session that ended, or whose account was disabled, is nobody's.
pub async fn authenticate(desk: &Desk, token: &str) -> Result<Caller, Refusal> {
    let now = desk.now();
    let tx = desk.storage.look().await?;
    let Some(session) = sessions::find(&tx, &digest_of(token)).await? else {
        return Err(Refusal::SignedOut);
    };
    let Some(account) = accounts::find(&tx, session.account_id).await? else {
        return Err(Refusal::SignedOut);
    };
    let ends = session.expires_at.min(session.started_at + LONGEST);
    if ends <= now || account.disabled_at.is_some() {
        return Err(Refusal::SignedOut);
    }
    let person = persons::find_identity(&tx, account.person_id).await?;
    drop(tx);

    if now - session.last_seen_at >= NOTED_EVERY {
        let expires = (now + IDLE).min(session.started_at + LONGEST);
        let tx = desk.storage.begin().await?;
        sessions::touch(&tx, session.id, now, expires).await?;
        tx.commit().await?;
    }
    Ok(Caller::Account(SignedIn {
        account: account.id,
        person,
        roles: account.roles,
        session: session.id,
        link: session.link,
    }))
}
