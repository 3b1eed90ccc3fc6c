//! Guessing is slow: failed tries are counted by account and by network.
//!
//! A try is counted against the account before the password is looked at, so that many at once
//! are no way round, and a refused one costs no hashing. A one-time link always works.

use content::digest::Digest;
use storage::{Transaction, tries};
use time::{Duration, OffsetDateTime};

use super::Visitor;
use crate::{Desk, Refusal};

/// How long failures are remembered.
const WINDOW: Duration = Duration::minutes(15);
/// Failures of one account within the window.
const PER_ACCOUNT: u32 = 5;
/// Failures from one network within the window; many people may share one.
const PER_NETWORK: u32 = 50;
/// Letters to one address within the window, wished for from one network.
const LETTERS_PER_ACCOUNT: u32 = 5;
/// Letters to one address within the window, wherever they were wished for. Their links outlive
/// the window, so that somebody else's wishes lock nobody out.
const LETTERS_IN_ALL: u32 = 20;

/// The name under which tries at an account are counted, whether or not it exists.
fn account(email: &str) -> String {
    Digest::of(format!("account {email}").as_bytes()).to_string()
}

fn letters(email: &str) -> String {
    Digest::of(format!("letters {email}").as_bytes()).to_string()
}

/// Counts a try at an account, or refuses it.
pub(super) async fn admit(desk: &Desk, visitor: &Visitor, email: &str) -> Result<(), Refusal> {
    let (now, subject) = (desk.now(), account(email));
    let tx = desk.storage.begin().await?;
    refuse_over(&tx, &visitor.network(), PER_NETWORK, now).await?;
    refuse_over(&tx, &subject, PER_ACCOUNT, now).await?;
    tries::add(&tx, &subject, now).await?;
    // Another try may have been counted between the look and the count.
    let count = tries::find(&tx, &subject)
        .await?
        .map_or(0, |tries| tries.count);
    if count > PER_ACCOUNT {
        return Err(Refusal::TooManyTries(left(now, now)));
    }
    tx.commit().await?;
    Ok(())
}

/// Counts a failure against the network it came from, and forgets what is long past.
pub(super) async fn failed(desk: &Desk, visitor: &Visitor) -> Result<(), Refusal> {
    let now = desk.now();
    let tx = desk.storage.begin().await?;
    tries::forget_before(&tx, now - WINDOW).await?;
    tries::add(&tx, &visitor.network(), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets the tries at an account: its owner is here.
pub(super) async fn forgive(tx: &Transaction, email: &str) -> Result<(), Refusal> {
    tries::forget(tx, &account(email)).await?;
    Ok(())
}

/// Counts a wish for a letter. Answers whether one may be sent to this address, and refuses a
/// network that wishes for too many.
pub(super) async fn admit_letter(
    desk: &Desk,
    tx: &Transaction,
    visitor: &Visitor,
    email: &str,
) -> Result<bool, Refusal> {
    let now = desk.now();
    let network = letters(&visitor.network());
    let from_here = letters(&format!("{email} {}", visitor.network()));
    let in_all = letters(email);
    refuse_over(tx, &network, PER_NETWORK, now).await?;
    let may = tries_left(tx, &from_here, LETTERS_PER_ACCOUNT, now)
        .await?
        .is_ok()
        && tries_left(tx, &in_all, LETTERS_IN_ALL, now).await?.is_ok();
    tries::add(tx, &network, now).await?;
    tries::add(tx, &from_here, now).await?;
    if may {
        tries::add(tx, &in_all, now).await?;
    }
    Ok(may)
}

async fn refuse_over(
    tx: &Transaction,
    subject: &str,
    limit: u32,
    now: OffsetDateTime,
) -> Result<(), Refusal> {
    tries_left(tx, subject, limit, now)
        .await?
        .map_err(Refusal::TooManyTries)
}

/// `Err` with the time to wait when the limit is reached.
async fn tries_left(
    tx: &Transaction,
    subject: &str,
    limit: u32,
    now: OffsetDateTime,
) -> Result<Result<(), std::time::Duration>, Refusal> {
    match tries::find(tx, subject).await? {
        Some(tries) if now - tries.since >= WINDOW => {
            tries::forget(tx, subject).await?;
            Ok(Ok(()))
        }
        Some(tries) if tries.count >= limit => Ok(Err(left(tries.since, now))),
        _ => Ok(Ok(())),
    }
}

fn left(since: OffsetDateTime, now: OffsetDateTime) -> std::time::Duration {
    (since + WINDOW - now).try_into().unwrap_or_default()
}
