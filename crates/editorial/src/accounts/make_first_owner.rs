//! The first owner makes themself.

use serde_json::json;
use storage::accounts::{self, Role};
use storage::links::Purpose;

use super::begin_session::begin_session;
use super::new_account::{Whose, new_account};
use super::use_link::needed;
use super::{LinkUse, NewSession, Visitor, email, links, password};
use crate::record::{Subject, record};
use crate::{Desk, Refusal};

/// Makes the first owner and signs in; once there is an account, the link opens nothing.
pub(super) async fn make_first_owner(
    desk: &Desk,
    visitor: &Visitor,
    token: &str,
    given: &LinkUse,
) -> Result<NewSession, Refusal> {
    let name = needed("name", given.name.as_ref(), "Type your name.")?;
    let address = needed("email", given.email.as_ref(), "Type your e-mail address.")?;
    let typed = needed("password", given.password.as_ref(), "Choose a password.")?;
    password::check(typed, &email::parse(address)?, "password")?;
    let hash = password::hash(typed).await?;

    let tx = desk.storage.begin().await?;
    let link = links::take(desk, &tx, token).await?;
    if link.purpose != Purpose::FirstRun || !accounts::is_empty(&tx).await? {
        return Err(Refusal::NoSuchLink);
    }
    let whose = Whose::New {
        name,
        letters: given.letters.as_deref(),
    };
    let roles = [Role::Author, Role::Editor, Role::Owner];
    let account = new_account(desk, &tx, address, whose, &roles, Some(hash)).await?;
    let session = begin_session(desk, &tx, &account, visitor, Some(link.id)).await?;
    let subject = Subject::new("account", account.id).with(json!({"link": link.id}));
    record(desk, &tx, &session.caller, "make_first_owner", subject).await?;
    tx.commit().await?;
    Ok(session)
}
