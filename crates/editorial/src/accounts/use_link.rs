//! Using a one-time link, whatever it is for.

use storage::links::Purpose;

use super::make_first_owner::make_first_owner;
use super::open_account::open_account;
use super::sign_in_with_link::sign_in_with_link;
use super::{NewSession, Visitor, links};
use crate::{Desk, Refusal};

/// What is typed on the page of a link. Each purpose needs its own part of it.
#[derive(Clone, Debug, Default)]
pub struct LinkUse {
    /// The first owner's name.
    pub name: Option<String>,
    /// The first owner's letters, such as `MA, LPC`.
    pub letters: Option<String>,
    /// The first owner's address.
    pub email: Option<String>,
    /// A new password; to sign in none is needed.
    pub password: Option<String>,
}

/// Uses a link: signs in, sets a password, or makes the first owner. It works once.
pub async fn use_link(
    desk: &Desk,
    visitor: &Visitor,
    token: &str,
    given: &LinkUse,
) -> Result<NewSession, Refusal> {
    let tx = desk.storage.look().await?;
    let link = links::find(desk, &tx, token).await?;
    drop(tx);
    match link.purpose {
        Purpose::SignIn => sign_in_with_link(desk, visitor, token).await,
        Purpose::Invite | Purpose::Reset => open_account(desk, visitor, token, given).await,
        Purpose::FirstRun => make_first_owner(desk, visitor, token, given).await,
        Purpose::Proof => Err(Refusal::NoSuchLink),
    }
}

/// A field that this purpose needs.
pub(super) fn needed<'a>(
    field: &str,
    value: Option<&'a String>,
    words: &str,
) -> Result<&'a str, Refusal> {
    value
        .map(String::as_str)
        .filter(|value| !value.trim().is_empty())
        .ok_or_else(|| Refusal::field(field, "missing", words))
}
