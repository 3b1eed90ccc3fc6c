//! No portrait.

use content::ids::PersonId;
use storage::{persons, photos};

use super::own_or_staff::{own_or_staff_locked, tell_readers};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Takes the portrait off a profile and forgets it.
pub async fn remove_photo(desk: &Desk, caller: &Caller, id: PersonId) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let mut person = own_or_staff_locked(&tx, caller, id).await?;
    let Some(digest) = person.photo_digest.take() else {
        return Ok(());
    };
    persons::update(&tx, &person).await?;
    photos::forget_unused(&tx, &digest).await?;
    record(
        desk,
        &tx,
        caller,
        "remove_photo",
        Subject::new("person", person.id),
    )
    .await?;
    tell_readers(desk, &tx, person.id, "photo").await?;
    tx.commit().await?;
    Ok(())
}
