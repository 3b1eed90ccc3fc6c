//! Somebody with a byline and no account.

use super::list_people::{PersonRow, rows};
use super::{new_person, read_byline};
use crate::permissions::may_here;
use crate::record::{Subject, record};
use crate::{Act, Caller, Desk, Refusal};

/// A person just added.
#[derive(Clone, Debug)]
pub struct AddedPerson {
    /// The person.
    pub person: PersonRow,
    /// What stood behind the name and is not in the catalogue; it was left out.
    pub unknown_letters: Vec<String>,
}

/// Adds somebody from a byline as people type it, such as `Jo Example, MA, LPC`.
pub async fn add_person(desk: &Desk, caller: &Caller, typed: &str) -> Result<AddedPerson, Refusal> {
    may_here(caller, Act::ManagePeople)?;
    let parsed = read_byline(typed, "typed")?;
    let tx = desk.storage.begin().await?;
    let person = new_person(desk, &tx, &parsed, "typed").await?;
    record(
        desk,
        &tx,
        caller,
        "add_person",
        Subject::new("person", person.id),
    )
    .await?;
    let row = rows(&tx, &[person.id])
        .await?
        .pop()
        .ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    Ok(AddedPerson {
        person: row,
        unknown_letters: parsed.unknown_letters,
    })
}
