//! Persons as screens name them.

use content::byline::{self, Byline};
use content::credential::Credential;
use content::ids::PersonId;
use serde::Serialize;
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

/// One person by its identity.
pub(crate) async fn one(tx: &Transaction, id: PersonId) -> Result<PersonRef, Refusal> {
    refs(tx, &[id]).await?.pop().ok_or(Refusal::NotFound)
}
