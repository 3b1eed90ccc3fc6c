//! Signing in by a link from a letter.

use storage::links::Purpose;

use super::begin_session::begin_session;
use super::{NewSession, Visitor, links, throttle};
use crate::record::{Subject, record};
use crate::{Desk, Refusal};

/// Signs in with a link. It works even where too many passwords were tried.
pub(super) async fn sign_in_with_link(
    desk: &Desk,
    visitor: &Visitor,
    token: &str,
) -> Result<NewSession, Refusal> {
    let tx = desk.storage.begin().await?;
    let link = links::take(desk, &tx, token).await?;
    if link.purpose != Purpose::SignIn {
        return Err(Refusal::NoSuchLink);
    }
    let account = links::account_of(&tx, &link).await?;
    throttle::forgive(&tx, &account.email).await?;
    let session = begin_session(desk, &tx, &account, visitor, Some(link.id)).await?;
    let subject = Subject::new("account", account.id).with(serde_json::json!({"link": link.id}));
    record(desk, &tx, &session.caller, "sign_in", subject).await?;
    tx.commit().await?;
    Ok(session)
}
