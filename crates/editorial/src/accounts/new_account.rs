//! What every way of making or managing an account shares.

use content::ids::{AccountId, PersonId};
use storage::accounts::{self, Account, Role};
use storage::{StorageError, Transaction};

use super::email;
use crate::people::{new_person, read_byline};
use crate::permissions::may_here;
use crate::{Act, Caller, Desk, Refusal};

/// Whose account it will be.
pub(super) enum Whose<'a> {
    /// Somebody with a byline here already.
    Person(PersonId),
    /// Somebody new: the name, and the letters as typed.
    New {
        name: &'a str,
        letters: Option<&'a str>,
    },
}

/// Owners manage accounts; so does the operator at the command line.
pub(super) fn may_manage(caller: &Caller) -> Result<(), Refusal> {
    match caller {
        Caller::Operator => Ok(()),
        _ => may_here(caller, Act::ManageAccounts),
    }
}

/// Editors see accounts; so does the operator at the command line.
pub(super) fn may_see(caller: &Caller) -> Result<(), Refusal> {
    match caller {
        Caller::Operator => Ok(()),
        _ => may_here(caller, Act::ManagePeople),
    }
}

/// The roles of an account, each once.
pub(super) fn roles(given: &[Role]) -> Result<Vec<Role>, Refusal> {
    let mut roles = given.to_vec();
    roles.sort();
    roles.dedup();
    if roles.is_empty() {
        return Err(Refusal::field(
            "roles",
            "empty",
            "Choose at least one role.",
        ));
    }
    Ok(roles)
}

/// Adds an account, and its person where there is none yet.
pub(super) async fn new_account(
    desk: &Desk,
    tx: &Transaction,
    typed_email: &str,
    whose: Whose<'_>,
    given: &[Role],
    password_hash: Option<String>,
) -> Result<Account, Refusal> {
    let email = email::parse(typed_email)?;
    let roles = roles(given)?;
    if accounts::find_by_email(tx, &email).await?.is_some() {
        return Err(email::taken());
    }
    let person_id = match whose {
        Whose::Person(id) => without_account(tx, id).await?,
        Whose::New { name, letters } => {
            let typed = format!("{name}, {}", letters.unwrap_or_default());
            new_person(desk, tx, &read_byline(&typed, "name")?, "name")
                .await?
                .id
        }
    };
    let account = Account {
        id: AccountId(desk.id()),
        person_id,
        email,
        password_hash,
        password_link: None,
        disabled_at: None,
        created_at: desk.now(),
        roles,
    };
    match accounts::insert(tx, &account).await {
        Ok(()) => Ok(account),
        Err(StorageError::Taken(_)) => Err(email::taken()),
        Err(other) => Err(other.into()),
    }
}

/// The person, if nobody signs in as them yet.
async fn without_account(tx: &Transaction, id: PersonId) -> Result<PersonId, Refusal> {
    let person = crate::people::one(tx, id).await?.id;
    if accounts::find_by_person(tx, person).await?.is_some() {
        return Err(Refusal::Conflict(
            "This person has an account already.".to_owned(),
        ));
    }
    Ok(person)
}

/// The account, locked for this transaction.
pub(super) async fn account(tx: &Transaction, id: AccountId) -> Result<Account, Refusal> {
    accounts::find_locked(tx, id)
        .await?
        .ok_or(Refusal::NotFound)
}

/// Refuses what would leave nobody to manage accounts. Call it after the act was recorded: the
/// end of the log is locked then, so that two owners cannot remove each other at once.
pub(super) async fn keep_an_owner(tx: &Transaction, leaving: AccountId) -> Result<(), Refusal> {
    let others = accounts::list(tx).await?.into_iter().any(|account| {
        account.id != leaving
            && account.disabled_at.is_none()
            && account.roles.contains(&Role::Owner)
    });
    if others {
        return Ok(());
    }
    let words = "This is the last owner. Make somebody else an owner first.";
    Err(Refusal::Conflict(words.to_owned()))
}
