//! One job: taken under a lease, done, and then forgotten, put back or given up.

use editorial::signing::remind_when_due;
use editorial::{Desk, Job, unsealed};
use storage::jobs::{self, StoredJob};
use time::Duration;

use super::mail::{Post, Trouble};
use crate::Failure;

/// For how long nobody else takes a job that was begun.
const LEASE: Duration = Duration::seconds(60);

/// How long to wait after each failure; after the last one the job is given up.
const WAITS: [Duration; 4] = [
    Duration::minutes(1),
    Duration::minutes(5),
    Duration::minutes(15),
    Duration::minutes(60),
];

/// What came of looking for a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is due.
    Nothing,
    /// A job was done.
    Done,
    /// A job failed and will be tried again.
    PutBack,
    /// A job failed for good; it is kept with what went wrong.
    GivenUp,
}

/// Takes the job that has waited longest and runs it.
///
/// # Errors
/// When the database fails. A job that was begun is taken again when its lease is over.
pub async fn run_one(desk: &Desk, post: &Post) -> Result<Outcome, Failure> {
    let Some(job) = take(desk).await? else {
        return Ok(Outcome::Nothing);
    };
    let done = do_it(desk, &job, post).await;
    let now = desk.now();
    let tx = desk.storage.begin().await?;
    let outcome = match done {
        Ok(()) => {
            jobs::finish(&tx, job.id).await?;
            Outcome::Done
        }
        Err(Trouble::ForNow(why)) if let Some(wait) = wait_after(job.attempts) => {
            tracing::warn!(job = %job.id, kind = job.kind, why, "a job failed and is tried again");
            jobs::retry(&tx, job.id, now + wait, &why).await?;
            Outcome::PutBack
        }
        Err(Trouble::ForNow(why) | Trouble::ForGood(why)) => {
            tracing::error!(job = %job.id, kind = job.kind, why, "a job was given up");
            jobs::fail(&tx, job.id, now, &why).await?;
            Outcome::GivenUp
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

/// Looks without writing first, since most looks find nothing.
async fn take(desk: &Desk) -> Result<Option<StoredJob>, Failure> {
    let now = desk.now();
    let look = desk.storage.look().await?;
    let is_due = jobs::is_due(&look, now).await?;
    drop(look);
    if !is_due {
        return Ok(None);
    }
    let tx = desk.storage.begin().await?;
    let job = jobs::take_due(&tx, now, now + LEASE).await?;
    tx.commit().await?;
    Ok(job)
}

async fn do_it(desk: &Desk, job: &StoredJob, post: &Post) -> Result<(), Trouble> {
    let begun = usize::try_from(job.attempts).unwrap_or(usize::MAX);
    if begun > WAITS.len() + 1 {
        // It was begun and never came to an end: it may be what ends this program.
        return Err(Trouble::ForGood(
            "it was begun too often without an end".to_owned(),
        ));
    }
    let again = |error: editorial::Refusal| Trouble::ForNow(error.to_string());
    match serde_json::from_value(job.payload.clone()) {
        Ok(Job::Mail { to, letter }) => post.send(job.id, &to, &letter).await,
        Ok(Job::Remind { request, number }) => {
            remind_when_due(desk, request, number).await.map_err(again)
        }
        Ok(Job::MailLink { to, letter, link }) => {
            match unsealed(desk, letter, link).await.map_err(again)? {
                Some(letter) => post.send(job.id, &to, &letter).await,
                None => Ok(()),
            }
        }
        Err(_) => Err(Trouble::ForGood(
            "this version does not know how to do it".to_owned(),
        )),
    }
}

fn wait_after(attempts: i64) -> Option<Duration> {
    let failed = usize::try_from(attempts).ok()?.checked_sub(1)?;
    WAITS.get(failed).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_tried_five_times() {
        let waits: Vec<_> = (1..=5).map(wait_after).collect();
        let minutes = |m| Some(Duration::minutes(m));
        assert_eq!(
            waits,
            [minutes(1), minutes(5), minutes(15), minutes(60), None]
        );
        assert_eq!(wait_after(0), None);
    }
}
