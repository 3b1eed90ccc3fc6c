//! An account as lists show it.

use content::ids::AccountId;
use storage::accounts::{self, Account, Role};
use storage::{Transaction, sessions};
use time::OffsetDateTime;

use crate::Refusal;
use crate::people::{PersonRef, one};

/// An account as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountView {
    /// Its lasting name.
    pub id: AccountId,
    /// Where letters go.
    pub email: String,
    /// In the order author, editor, owner.
    pub roles: Vec<Role>,
    /// Whose it is.
    pub person: PersonRef,
    /// Since when it cannot be used.
    pub disabled_at: Option<OffsetDateTime>,
    /// When it was last used in a browser that is still signed in.
    pub last_seen_at: Option<OffsetDateTime>,
    /// When it was made.
    pub invited_at: OffsetDateTime,
}

/// The account as it is now, with its person.
pub(super) async fn view_now(tx: &Transaction, id: AccountId) -> Result<AccountView, Refusal> {
    view(tx, accounts::find(tx, id).await?.ok_or(Refusal::NotFound)?).await
}

/// The account with its person.
pub(crate) async fn view(tx: &Transaction, account: Account) -> Result<AccountView, Refusal> {
    let seen = sessions::last_seen(tx, &[account.id]).await?;
    Ok(AccountView {
        person: one(tx, account.person_id).await?,
        last_seen_at: seen.first().map(|(_, at)| *at),
        id: account.id,
        email: account.email,
        roles: account.roles,
        disabled_at: account.disabled_at,
        invited_at: account.created_at,
    })
}
