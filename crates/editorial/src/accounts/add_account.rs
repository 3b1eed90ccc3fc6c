//! Adding an account from the command line.

use serde_json::json;
use storage::accounts::Role;
use storage::links::Purpose;
use time::OffsetDateTime;

use super::account_view::view;
use super::links;
use super::new_account::{Whose, may_manage, new_account};
use super::{AccountView, email, password};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// How an account added by the operator is opened for the first time.
#[derive(Clone, Debug)]
pub enum FirstAccess {
    /// With the password that the operator gave.
    Password,
    /// With a link.
    Link {
        /// To be handed over.
        url: String,
        /// When it ends.
        expires_at: OffsetDateTime,
    },
}

/// An account just added.
#[derive(Clone, Debug)]
pub struct AddedAccount {
    /// The account.
    pub account: AccountView,
    /// How it is opened.
    pub access: FirstAccess,
}

/// Adds an account with a password, or without one and with a link to hand over. `name` may
/// carry letters, such as `Jo Example, MA, LPC`.
pub async fn add_account(
    desk: &Desk,
    caller: &Caller,
    typed_email: &str,
    name: &str,
    roles: &[Role],
    typed_password: Option<&str>,
) -> Result<AddedAccount, Refusal> {
    may_manage(caller)?;
    let hash = match typed_password {
        None => None,
        Some(typed) => {
            password::check(typed, &email::parse(typed_email)?, "password")?;
            Some(password::hash(typed).await?)
        }
    };
    let whose = Whose::New {
        name,
        letters: None,
    };
    let tx = desk.storage.begin().await?;
    let account = new_account(desk, &tx, typed_email, whose, roles, hash).await?;
    let access = if account.password_hash.is_some() {
        FirstAccess::Password
    } else {
        let link = links::make(desk, &tx, Purpose::Invite, Some(account.id), None).await?;
        FirstAccess::Link {
            url: link.url,
            expires_at: link.expires_at,
        }
    };
    let account = view(&tx, account).await?;
    let subject = Subject::new("account", account.id).with(json!({"roles": account.roles}));
    record(desk, &tx, caller, "add_account", subject).await?;
    tx.commit().await?;
    Ok(AddedAccount { account, access })
}
