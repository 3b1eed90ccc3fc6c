//! Keeps merges from coming between asking who is who and what follows from the answer.

use content::ids::PersonId;
use storage::{Transaction, persons};

use crate::Refusal;

/// Holds these persons as who they are until the transaction ends: a merge that names one of them
/// waits, or has been waited for. Called when the article is locked, before anything is asked of
/// them and before links, the log and the site version are locked.
pub(super) async fn stand_still(tx: &Transaction, concerned: &[PersonId]) -> Result<(), Refusal> {
    let mut held = identities(tx, concerned).await?;
    loop {
        persons::hold(tx, &held).await?;
        let now = identities(tx, concerned).await?;
        if now == held {
            return Ok(());
        }
        held = now;
    }
}

/// A merge locks the two who stand for themselves, so these are the rows to hold.
async fn identities(tx: &Transaction, concerned: &[PersonId]) -> Result<Vec<PersonId>, Refusal> {
    let mut persons = persons::identities(tx, concerned).await?;
    persons.sort_unstable();
    persons.dedup();
    Ok(persons)
}
