//! Who a name in a document may be here.

use content::ids::PersonId;
use storage::{Transaction, persons};

use crate::people::{PersonRef, refs};
use crate::{Caller, Refusal};

/// Names that the caller may be asked about: editors about everybody's, an author about her own.
pub(super) async fn names(
    tx: &Transaction,
    caller: &Caller,
) -> Result<Vec<(PersonId, String)>, Refusal> {
    let all = persons::names(tx).await?;
    let is_theirs = |id: PersonId| sees_everybody(caller) || caller.person() == Some(id);
    Ok(all
        .into_iter()
        .filter(|(id, _)| is_theirs(*id))
        .map(|(id, name)| (id, name.to_lowercase()))
        .collect())
}

fn sees_everybody(caller: &Caller) -> bool {
    caller.is_staff() || matches!(caller, Caller::Operator)
}

/// The persons of this name, however its letters are typed.
pub(super) async fn matching(
    tx: &Transaction,
    names: &[(PersonId, String)],
    name: &str,
) -> Result<Vec<PersonRef>, Refusal> {
    let name = name.to_lowercase();
    let same: Vec<PersonId> = names
        .iter()
        .filter(|(_, one)| *one == name)
        .map(|(id, _)| *id)
        .collect();
    refs(tx, &same).await
}
