//! A degree, licence, certification or membership more.

use content::ids::{CredentialId, PersonId};
use serde_json::json;
use storage::credentials;

use super::CredentialFields;
use super::check_view::{CredentialView, view};
use super::own_or_staff::{own_or_staff_locked, tell_readers};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// The most credentials of one person.
const MOST: usize = 40;

/// Adds a credential to one's own profile, or as an editor to anyone's.
pub async fn add_credential(
    desk: &Desk,
    caller: &Caller,
    person: PersonId,
    fields: &CredentialFields,
) -> Result<CredentialView, Refusal> {
    let tx = desk.storage.begin().await?;
    let person = own_or_staff_locked(&tx, caller, person).await?;
    let held = credentials::list_of(&tx, &[person.id]).await?;
    if held.len() >= MOST {
        let words = "There is no room for more. Remove one that is out of date first.";
        return Err(Refusal::Conflict(words.to_owned()));
    }
    let position = held.iter().map(|one| one.position + 1).max().unwrap_or(0);
    let credential = fields.parse(CredentialId(desk.id()), person.id, position)?;
    credentials::insert(&tx, &credential).await?;
    let subject = Subject::new("person", person.id).with(json!({"credential": credential.id}));
    record(desk, &tx, caller, "add_credential", subject).await?;
    tell_readers(desk, &tx, person.id, "credentials").await?;
    let view = view(&tx, credential).await?;
    tx.commit().await?;
    Ok(view)
}
