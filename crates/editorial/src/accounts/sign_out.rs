//! Signing out.

use storage::sessions;

use crate::{Caller, Desk, Refusal};

/// Ends the caller's session. Whoever is signed out already stays so.
pub async fn sign_out(desk: &Desk, caller: &Caller) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    sessions::end(&tx, signed_in.account, signed_in.session).await?;
    tx.commit().await?;
    Ok(())
}
