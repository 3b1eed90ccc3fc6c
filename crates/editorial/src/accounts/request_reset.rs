//! Asking for a link that sets a new password.

use storage::accounts;
use storage::links::Purpose;

use super::links::{self, deliver};
use super::{Visitor, email, throttle};
use crate::{Desk, Letter, Refusal};

/// Mails a link that sets a new password, if the address has an account that works. The answer is the
/// same whether or not it does.
pub async fn request_reset(desk: &Desk, visitor: &Visitor, typed: &str) -> Result<(), Refusal> {
    let email = email::key(typed);
    let tx = desk.storage.begin().await?;
    let may = throttle::admit_letter(desk, &tx, visitor, &email).await?;
    let account = accounts::find_by_email(&tx, &email).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    if let Some(account) = account.filter(|_| may && desk.site.mail) {
        let link = links::make_beside(desk, &tx, Purpose::Reset, Some(account.id), None).await?;
        let minutes = u32::try_from(links::RESET.whole_minutes()).unwrap_or_default();
        let letter = Letter::Reset {
            url: link.url.clone(),
            minutes,
        };
        deliver(desk, &tx, &account.email, &link, letter).await?;
    }
    tx.commit().await?;
    Ok(())
}
