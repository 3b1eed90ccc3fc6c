//! A profile, as its person and the editors see it.

use content::byline::{Byline, LettersOverride};
use content::ids::PersonId;
use storage::persons::{self, Person};
use storage::{Transaction, accounts};

use super::PersonRef;
use super::check_view::{CredentialView, held};
use super::list_people::rows;
use super::own_or_staff::own_or_staff;
use crate::accounts::{AccountView, account_view};
use crate::{Caller, Desk, Refusal};

/// A profile, as its person and the editors see it.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The person.
    pub person: PersonRef,
    /// Plain text.
    pub bio: String,
    /// The practice's own page.
    pub practice_url: Option<String>,
    /// The portrait's path, for those who may see the profile.
    pub photo_path: Option<String>,
    /// Which letters print, and in what order.
    pub letters: LettersOverride,
    /// In the order entered.
    pub credentials: Vec<CredentialView>,
    /// Who signs in as them.
    pub account: Option<AccountView>,
    /// Articles, public or under way, that name them.
    pub articles: usize,
    /// Who turned out to be the same person.
    pub merged_from: Vec<PersonRef>,
}

/// The profile of somebody, or of the one they were merged into.
pub async fn profile(desk: &Desk, caller: &Caller, id: PersonId) -> Result<Profile, Refusal> {
    let tx = desk.storage.look().await?;
    let person = own_or_staff(&tx, caller, id).await?;
    view(&tx, person.id).await
}

/// The profile of somebody who stands for themselves.
pub(super) async fn view(tx: &Transaction, id: PersonId) -> Result<Profile, Refusal> {
    let person = persons::find(tx, id).await?.ok_or(Refusal::NotFound)?;
    let row = rows(tx, &[id]).await?.pop().ok_or(Refusal::NotFound)?;
    let account = match accounts::find_by_person(tx, id).await? {
        Some(account) => Some(account_view(tx, account).await?),
        None => None,
    };
    let earlier = persons::list_merged_into(tx, id).await?;
    let merged_from = persons::list_by_ids(tx, &earlier).await?;
    Ok(Profile {
        person: row.person,
        articles: row.articles,
        bio: person.bio,
        practice_url: person.practice_url,
        photo_path: person
            .photo_digest
            .map(|digest| format!("/api/v1/people/{id}/photo?of={}", &digest[..16])),
        letters: person.letters,
        credentials: held(tx, id).await?,
        account,
        merged_from: merged_from.into_iter().map(as_stored).collect(),
    })
}

/// A merged person under the name of old. The letters went to whom they turned out to be.
fn as_stored(person: Person) -> PersonRef {
    let byline = Byline::new(person.name, Vec::new());
    PersonRef {
        id: person.id,
        slug: person.slug,
        byline,
    }
}
