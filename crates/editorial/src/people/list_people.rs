//! The list of persons.

use content::ids::{AccountId, PersonId};
use storage::{Transaction, accounts, persons};

use super::{PersonRef, refs};
use crate::permissions::may_here;
use crate::{Act, Caller, Desk, Refusal};

/// A person in the list.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// The person.
    pub person: PersonRef,
    /// Who signs in as them, and with which address.
    pub account: Option<(AccountId, String)>,
    /// Articles, public or under way, that name them.
    pub articles: usize,
}

/// A part of the list.
#[derive(Clone, Debug)]
pub struct PeoplePage {
    /// By name.
    pub items: Vec<PersonRow>,
    /// The last of them, if more follow.
    pub next: Option<PersonId>,
}

/// Persons by name, after the one given. `containing` narrows by part of the name.
pub async fn list_people(
    desk: &Desk,
    caller: &Caller,
    containing: Option<&str>,
    after: Option<PersonId>,
    limit: usize,
) -> Result<PeoplePage, Refusal> {
    may_here(caller, Act::ManagePeople)?;
    let containing = containing.map(str::trim).filter(|part| !part.is_empty());
    let tx = desk.storage.look().await?;
    let all: Vec<PersonId> = persons::list(&tx, containing)
        .await?
        .into_iter()
        .map(|person| person.id)
        .collect();
    let start = after.map_or(0, |after| {
        all.iter()
            .position(|id| *id == after)
            .map_or(all.len(), |index| index + 1)
    });
    let end = all.len().min(start + limit);
    let page = &all[start..end];
    Ok(PeoplePage {
        items: rows(&tx, page).await?,
        next: page.last().copied().filter(|_| end < all.len()),
    })
}

/// These persons, who stand for themselves, as the list shows them.
pub(super) async fn rows(tx: &Transaction, ids: &[PersonId]) -> Result<Vec<PersonRow>, Refusal> {
    let counts = persons::count_articles(tx, ids).await?;
    let accounts = accounts::list_by_persons(tx, ids).await?;
    Ok(refs(tx, ids)
        .await?
        .into_iter()
        .map(|person| PersonRow {
            articles: counts.get(&person.id).copied().unwrap_or(0),
            account: accounts
                .iter()
                .find(|account| account.person_id == person.id)
                .map(|account| (account.id, account.email.clone())),
            person,
        })
        .collect())
}
