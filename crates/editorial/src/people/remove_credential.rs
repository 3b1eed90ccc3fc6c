//! A credential less.

use content::ids::CredentialId;
use serde_json::json;
use storage::credentials;

use super::own_or_staff::{own_or_staff_locked, tell_readers};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Removes a credential from a profile; its checks stay on record. Published bylines stay as
/// they were signed.
pub async fn remove_credential(
    desk: &Desk,
    caller: &Caller,
    id: CredentialId,
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let credential = credentials::find(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let person = own_or_staff_locked(&tx, caller, credential.person_id).await?;
    credentials::remove(&tx, id, desk.now()).await?;
    let subject = Subject::new("person", person.id).with(json!({"credential": id}));
    record(desk, &tx, caller, "remove_credential", subject).await?;
    tell_readers(desk, &tx, person.id, "credentials").await?;
    tx.commit().await?;
    Ok(())
}
