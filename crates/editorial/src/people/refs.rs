//! Persons as screens name them.

use content::byline::{self, Byline, ContributorRole};
use content::credential::Credential;
use content::ids::PersonId;
use serde::Serialize;
use storage::contributors::Contributor;
use storage::{Transaction, credentials, persons};

use crate::Refusal;

/// A person as screens name them: the name and letters as they are now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonRef {
    /// The person, merged persons counted as one.
    pub id: PersonId,
    /// The address of the profile.
    pub slug: String,
    /// Name and letters.
    pub byline: Byline,
}

impl PersonRef {
    /// The same person, over a text for which they did this.
    #[must_use]
    pub fn in_role(self, role: ContributorRole) -> Self {
        Self {
            byline: self.byline.in_role(role),
            ..self
        }
    }
}

/// These persons by their identities, each once, in the order asked for.
pub(crate) async fn refs(tx: &Transaction, ids: &[PersonId]) -> Result<Vec<PersonRef>, Refusal> {
    let mut wanted = Vec::new();
    for id in persons::identities(tx, ids).await? {
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    let rows = persons::list_by_ids(tx, &wanted).await?;
    let held = credentials::list_of(tx, &wanted).await?;
    Ok(wanted
        .iter()
        .filter_map(|id| rows.iter().find(|row| row.id == *id))
        .map(|row| {
            let own: Vec<Credential> = held
                .iter()
                .filter(|one| one.person_id == row.id)
                .cloned()
                .collect();
            PersonRef {
                id: row.id,
                slug: row.slug.clone(),
                byline: byline::compose(&row.name, &own, &row.letters),
            }
        })
        .collect())
}

/// These contributors, each once, in the order printed and with what they did in their byline.
/// Who turned out to be named twice keeps the greater part.
pub(crate) async fn refs_in_roles(
    tx: &Transaction,
    over: &[Contributor],
) -> Result<Vec<PersonRef>, Refusal> {
    let over = printed(tx, over).await?;
    let ids: Vec<PersonId> = over.iter().map(|one| one.person).collect();
    let mut named = refs(tx, &ids).await?;
    for person in &mut named {
        if let Some(one) = over.iter().find(|one| one.person == person.id) {
            person.byline.role = one.role;
        }
    }
    Ok(named)
}

/// These contributors in the order printed: merged persons as one, authors before the others.
pub(crate) async fn printed(
    tx: &Transaction,
    over: &[Contributor],
) -> Result<Vec<Contributor>, Refusal> {
    let ids: Vec<PersonId> = over.iter().map(|one| one.person).collect();
    let mut once: Vec<Contributor> = Vec::with_capacity(over.len());
    for (person, one) in persons::identities(tx, &ids).await?.into_iter().zip(over) {
        match once.iter_mut().find(|known| known.person == person) {
            Some(known) => known.role = known.role.min(one.role),
            None => once.push(Contributor { person, ..*one }),
        }
    }
    once.sort_by_key(|one| one.role);
    Ok(once)
}

/// One person by its identity.
pub(crate) async fn one(tx: &Transaction, id: PersonId) -> Result<PersonRef, Refusal> {
    refs(tx, &[id]).await?.pop().ok_or(Refusal::NotFound)
}
