//! Who can be the second person of a text, said before anybody tries.

use content::ids::PersonId;
use content::signature::may_approve;
use storage::accounts::{self, Role};
use storage::{Transaction, persons};

use super::Standing;
use crate::caller::SignedIn;
use crate::hands::Hands;
use crate::people::{PersonRef, refs};
use crate::{Caller, Refusal};

/// Whether an editor can approve a text, and who else can.
#[derive(Clone, Debug)]
pub struct SecondPerson {
    /// Why the caller cannot, in the words in which approving is refused.
    pub refused: Option<String>,
    /// The other editors whom nothing known keeps from it. What links they sign in by is seen
    /// only when they do.
    pub others: Vec<PersonRef>,
}

/// Refuses whoever wrote the text, or may be behind the signature of somebody who did.
pub(super) async fn stands_apart(
    tx: &Transaction,
    standing: &Standing,
    signed_in: &SignedIn,
) -> Result<(), Refusal> {
    if may_approve(&standing.revision.contributors(), signed_in.person).is_err() {
        return Err(Refusal::NotAllowed(
            "You cannot approve this one. You are one of its authors. Another editor has to be \
             the second person."
                .to_owned(),
        ));
    }
    match standing.tie(&Hands::of(tx, signed_in).await?) {
        Some(tie) => Err(tie.refusal(tx).await?),
        None => Ok(()),
    }
}

/// Whether the caller is an editor who could approve this text.
pub(crate) async fn can_approve(
    tx: &Transaction,
    standing: &Standing,
    caller: &Caller,
) -> Result<bool, Refusal> {
    match caller {
        Caller::Account(signed_in) if caller.is_staff() => {
            Ok(refused(tx, standing, signed_in).await?.is_none())
        }
        _ => Ok(false),
    }
}

/// For editors; nobody else approves.
pub(super) async fn second_person(
    tx: &Transaction,
    standing: &Standing,
    caller: &Caller,
) -> Result<Option<SecondPerson>, Refusal> {
    let Caller::Account(signed_in) = caller else {
        return Ok(None);
    };
    if !caller.is_staff() {
        return Ok(None);
    }
    Ok(Some(SecondPerson {
        refused: refused(tx, standing, signed_in).await?,
        others: others(tx, standing, signed_in.person).await?,
    }))
}

async fn refused(
    tx: &Transaction,
    standing: &Standing,
    signed_in: &SignedIn,
) -> Result<Option<String>, Refusal> {
    match stands_apart(tx, standing, signed_in).await {
        Ok(()) => Ok(None),
        Err(Refusal::NotAllowed(words)) => Ok(Some(words)),
        Err(other) => Err(other),
    }
}

async fn others(
    tx: &Transaction,
    standing: &Standing,
    me: PersonId,
) -> Result<Vec<PersonRef>, Refusal> {
    let me = persons::find_identity(tx, me).await?;
    let written_by = standing.revision.contributors();
    let mut free = Vec::new();
    for account in accounts::list(tx).await? {
        let is_staff =
            account.roles.contains(&Role::Editor) || account.roles.contains(&Role::Owner);
        if !is_staff || account.disabled_at.is_some() {
            continue;
        }
        let hands = Hands::behind(tx, account.person_id, account.password_link).await?;
        if hands.person != me
            && may_approve(&written_by, hands.person).is_ok()
            && standing.tie(&hands).is_none()
        {
            free.push(hands.person);
        }
    }
    refs(tx, &free).await
}
