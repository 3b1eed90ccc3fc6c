//! Forgetting what no one needs any more.

use editorial::{Desk, media};
use storage::{drafts, jobs, links, requests, sessions, tries};
use time::Duration;

use crate::Failure;

/// Tries are judged by the last quarter of an hour.
const TRIES: Duration = Duration::days(1);
/// A browser repeats a save within minutes; a phone may lie in a drawer for a while.
const SAVES: Duration = Duration::days(30);
/// An old link still says what it was for.
const LINKS: Duration = Duration::days(90);
/// To which address a letter went answers questions while its proof is young.
const ADDRESSES: Duration = Duration::days(90);
/// Why a letter was given up is of no use by then.
const JOBS: Duration = Duration::days(30);

/// Forgets old tries, answered saves, ended sessions, links that nobody used, addresses of old
/// proofs, letters that were given up, and images that no text holds.
///
/// # Errors
/// When the database fails.
pub async fn tidy(desk: &Desk) -> Result<(), Failure> {
    let now = desk.now();
    let tx = desk.storage.begin().await?;
    tries::forget_before(&tx, now - TRIES).await?;
    drafts::forget_saves(&tx, now - SAVES).await?;
    sessions::forget_expired(&tx, now).await?;
    links::forget_expired(&tx, now - LINKS).await?;
    requests::forget_addresses(&tx, now - ADDRESSES).await?;
    jobs::forget_failed(&tx, now - JOBS).await?;
    tx.commit().await?;
    let removed = media::remove_unused(desk).await?;
    if !removed.is_empty() {
        tracing::info!(
            images = removed.len(),
            "images that no text holds were removed"
        );
    }
    // An erasure empties the log at once, unless somebody was reading.
    desk.storage.empty_log().await?;
    Ok(())
}
