//! Changing what an account may.

use content::ids::AccountId;
use serde_json::json;
use storage::accounts::{self, Role};

use super::AccountView;
use super::account_view::view_now;
use super::new_account::{account, keep_an_owner, may_manage, roles};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Replaces the roles of an account. It holds from the next request on.
pub async fn set_roles(
    desk: &Desk,
    caller: &Caller,
    id: AccountId,
    given: &[Role],
) -> Result<AccountView, Refusal> {
    may_manage(caller)?;
    let roles = roles(given)?;
    let tx = desk.storage.begin().await?;
    let account = account(&tx, id).await?;
    if account.roles == roles {
        return view_now(&tx, id).await;
    }
    let subject = Subject::new("account", id).with(json!({"from": account.roles, "to": roles}));
    record(desk, &tx, caller, "set_roles", subject).await?;
    if account.roles.contains(&Role::Owner) && !roles.contains(&Role::Owner) {
        keep_an_owner(&tx, id).await?;
    }
    accounts::set_roles(&tx, id, &roles).await?;
    let view = view_now(&tx, id).await?;
    tx.commit().await?;
    Ok(view)
}
