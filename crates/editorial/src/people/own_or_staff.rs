//! Everybody looks after their own profile; editors look after all.

use content::ids::PersonId;
use storage::persons::{self, Person};
use storage::site_state::{self, Subject};
use storage::{Transaction, accounts};

use crate::permissions::may_here;
use crate::{Act, Caller, Desk, Refusal};

/// The person who stands for this one, if the caller may change the profile.
pub(super) async fn own_or_staff(
    tx: &Transaction,
    caller: &Caller,
    id: PersonId,
) -> Result<Person, Refusal> {
    let identity = persons::find_identity(tx, id).await?;
    if !is_own(caller, identity) {
        may_here(caller, Act::ManagePeople)?;
    }
    persons::find(tx, identity).await?.ok_or(Refusal::NotFound)
}

/// The same, locked for this transaction, so that no merge comes between.
pub(super) async fn own_or_staff_locked(
    tx: &Transaction,
    caller: &Caller,
    id: PersonId,
) -> Result<Person, Refusal> {
    loop {
        let person = own_or_staff(tx, caller, id).await?;
        let locked = persons::list_locked(tx, &[person.id]).await?.pop();
        match locked {
            None => return Err(Refusal::NotFound),
            Some(person) if person.merged_into.is_none() => return Ok(person),
            // It was merged while we waited; the next look finds whom it is now.
            Some(_) => {}
        }
    }
}

/// Whether it is the caller's own profile. A one-time link shows none.
pub(super) fn is_own(caller: &Caller, identity: PersonId) -> bool {
    matches!(caller, Caller::Account(_)) && caller.person() == Some(identity)
}

/// Tells readers' pages that a profile changed, where readers meet the person.
pub(super) async fn tell_readers(
    desk: &Desk,
    tx: &Transaction,
    person: PersonId,
    what: &str,
) -> Result<(), Refusal> {
    if persons::is_public(tx, person).await? {
        site_state::bump(tx, Subject::Person(person), what, desk.now()).await?;
    }
    Ok(())
}

/// Whether somebody signs in as this person.
pub(super) async fn has_account(tx: &Transaction, person: PersonId) -> Result<bool, Refusal> {
    Ok(accounts::find_by_person(tx, person).await?.is_some())
}
