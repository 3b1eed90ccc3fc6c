//! Work that verbs leave for later, and what falls due by itself: letters, the day, tidying up.
//!
//! Any number of processes may work on one database: a job is leased by one of them.

mod day;
mod housekeeping;
mod jobs;
mod mail;

use std::time::Duration;

use editorial::Desk;
use time::Date;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

pub use jobs::{Outcome, run_one};
pub use mail::Post;

use crate::Failure;

/// How often the worker looks for something to do.
const LOOK: Duration = Duration::from_secs(1);
/// How long it rests when the database is away.
const REST: Duration = Duration::from_secs(5);

/// Works until `stop`; the job under way is finished first.
pub async fn work(desk: Desk, post: Post, stop: CancellationToken) {
    let mut tidied = None;
    while !stop.is_cancelled() {
        let pause = match round(&desk, &post, &mut tidied, &stop).await {
            Ok(()) => LOOK,
            Err(error) => {
                tracing::warn!(%error, "the worker could not work");
                REST
            }
        };
        stop.run_until_cancelled(sleep(pause)).await;
    }
}

/// Everything that is due now.
async fn round(
    desk: &Desk,
    post: &Post,
    tidied: &mut Option<Date>,
    stop: &CancellationToken,
) -> Result<(), Failure> {
    let today = desk.now().date();
    day::turn(desk).await?;
    if *tidied != Some(today) {
        housekeeping::tidy(desk).await?;
        *tidied = Some(today);
    }
    while !stop.is_cancelled() && run_one(desk, post).await? != Outcome::Nothing {}
    Ok(())
}

/// Runs jobs until none is due; answers how many were begun. For tests and commands.
///
/// # Errors
/// When the database fails.
pub async fn drain(desk: &Desk, post: &Post) -> Result<u32, Failure> {
    let mut begun = 0;
    while run_one(desk, post).await? != Outcome::Nothing {
        begun += 1;
    }
    Ok(begun)
}

pub use day::turn as turn_day;
pub use housekeeping::tidy;
