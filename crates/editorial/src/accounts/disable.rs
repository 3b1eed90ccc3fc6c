//! Disabling an account.

use content::ids::AccountId;
use storage::accounts::{self, Role};
use storage::sessions;

use super::account_view::view_now;
use super::new_account::{account, keep_an_owner, may_manage};
use super::{AccountView, links};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Disables an account: its sessions and links end at once. What its person wrote and signed
/// stays. The last owner cannot be disabled.
pub async fn disable(desk: &Desk, caller: &Caller, id: AccountId) -> Result<AccountView, Refusal> {
    may_manage(caller)?;
    let tx = desk.storage.begin().await?;
    let account = account(&tx, id).await?;
    if account.disabled_at.is_some() {
        return view_now(&tx, id).await;
    }
    links::end_all(desk, &tx, id).await?;
    // Of two who disable at once, the second waits here and counts the owners that are left.
    let subject = Subject::new("account", id);
    record(desk, &tx, caller, "disable_account", subject).await?;
    if account.roles.contains(&Role::Owner) {
        keep_an_owner(&tx, id).await?;
    }
    accounts::set_disabled(&tx, id, Some(desk.now())).await?;
    sessions::end_all(&tx, id, None).await?;
    let view = view_now(&tx, id).await?;
    tx.commit().await?;
    Ok(view)
}
