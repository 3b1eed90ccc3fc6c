//! Another name.

use content::ids::PersonId;
use storage::persons;

use super::new_person::{free_slug, name};
use super::own_or_staff::{own_or_staff_locked, tell_readers};
use super::profile::{Profile, view};
use crate::permissions::may_here;
use crate::record::{Subject, record};
use crate::{Act, Caller, Desk, Refusal};

/// Gives a person another name and address. The old address leads to the new one; published
/// bylines stay as they were signed.
pub async fn rename(
    desk: &Desk,
    caller: &Caller,
    id: PersonId,
    typed: &str,
) -> Result<Profile, Refusal> {
    may_here(caller, Act::ManagePeople)?;
    let name = name(typed, "name")?;
    let tx = desk.storage.begin().await?;
    let mut person = own_or_staff_locked(&tx, caller, id).await?;
    if person.name != name {
        person.slug = free_slug(&tx, &name, Some(person.id)).await?;
        person.name = name;
        persons::update(&tx, &person).await?;
        record(
            desk,
            &tx,
            caller,
            "rename",
            Subject::new("person", person.id),
        )
        .await?;
        tell_readers(desk, &tx, person.id, "name").await?;
    }
    let profile = view(&tx, person.id).await?;
    tx.commit().await?;
    Ok(profile)
}
