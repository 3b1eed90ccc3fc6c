//! The day that pages go by: they read no clock, so it is moved for them.

use editorial::Desk;
use storage::site_state::{Subject, bump, set_today};

use crate::Failure;

/// Moves the day when it has changed; pages are made anew then.
///
/// # Errors
/// When the database fails.
pub async fn turn(desk: &Desk) -> Result<bool, Failure> {
    let now = desk.now();
    let snapshot = desk.storage.reader().snapshot().await?;
    let shown = snapshot.today().await?;
    drop(snapshot);
    if shown >= now.date() {
        return Ok(false);
    }
    let tx = desk.storage.begin().await?;
    // Of several workers one finds the day unmoved.
    let moved = set_today(&tx, now.date()).await?;
    if moved {
        bump(&tx, Subject::Site, "day", now).await?;
        tx.commit().await?;
    }
    Ok(moved)
}
