//! Enabling an account again.

use content::ids::AccountId;
use storage::accounts;

use super::AccountView;
use super::account_view::view_now;
use super::new_account::{account, may_manage};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Enables a disabled account: its password works again.
pub async fn enable(desk: &Desk, caller: &Caller, id: AccountId) -> Result<AccountView, Refusal> {
    may_manage(caller)?;
    let tx = desk.storage.begin().await?;
    if account(&tx, id).await?.disabled_at.is_none() {
        return view_now(&tx, id).await;
    }
    accounts::set_disabled(&tx, id, None).await?;
    record(
        desk,
        &tx,
        caller,
        "enable_account",
        Subject::new("account", id),
    )
    .await?;
    let view = view_now(&tx, id).await?;
    tx.commit().await?;
    Ok(view)
}
