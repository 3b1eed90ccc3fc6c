//! A portrait as its person and the editors see it, whether or not readers do.

use content::ids::PersonId;
use storage::photos::{self, StoredPhoto};

use super::own_or_staff::own_or_staff;
use crate::{Caller, Desk, Refusal};

/// The portrait of somebody, or of the one they were merged into.
pub async fn photo(desk: &Desk, caller: &Caller, id: PersonId) -> Result<StoredPhoto, Refusal> {
    let tx = desk.storage.look().await?;
    let person = own_or_staff(&tx, caller, id).await?;
    let digest = person.photo_digest.ok_or(Refusal::NotFound)?;
    photos::find(&tx, &digest).await?.ok_or(Refusal::NotFound)
}
