//! The caller's own account.

use super::AccountView;
use super::account_view::view_now;
use crate::{Caller, Desk, Refusal};

/// The account of whoever asks.
pub async fn own_account(desk: &Desk, caller: &Caller) -> Result<AccountView, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.look().await?;
    view_now(&tx, signed_in.account).await
}
