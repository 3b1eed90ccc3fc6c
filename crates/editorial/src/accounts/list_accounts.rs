//! The list of accounts.

use content::ids::PersonId;
use storage::{accounts, persons, sessions};

use super::AccountView;
use super::new_account::may_see;
use crate::people::refs;
use crate::{Caller, Desk, Refusal};

/// All accounts, by address.
pub async fn list_accounts(desk: &Desk, caller: &Caller) -> Result<Vec<AccountView>, Refusal> {
    may_see(caller)?;
    let tx = desk.storage.look().await?;
    let all = accounts::list(&tx).await?;
    let ids: Vec<_> = all.iter().map(|account| account.id).collect();
    let seen = sessions::last_seen(&tx, &ids).await?;
    let persons: Vec<PersonId> = all.iter().map(|account| account.person_id).collect();
    let identities = persons::identities(&tx, &persons).await?;
    let people = refs(&tx, &identities).await?;
    Ok(all
        .into_iter()
        .zip(identities)
        .filter_map(|(account, identity)| {
            Some(AccountView {
                person: people.iter().find(|person| person.id == identity)?.clone(),
                last_seen_at: seen
                    .iter()
                    .find(|(id, _)| *id == account.id)
                    .map(|(_, at)| *at),
                id: account.id,
                email: account.email,
                roles: account.roles,
                disabled_at: account.disabled_at,
                invited_at: account.created_at,
            })
        })
        .collect())
}
