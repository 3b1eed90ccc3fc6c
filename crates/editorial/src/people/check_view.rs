//! Credentials with their checks, as screens show them.

use content::credential::Credential;
use content::ids::{CredentialId, PersonId};
use storage::credentials::{self, Verification};
use storage::{Transaction, persons};

use super::{PersonRef, refs};
use crate::Refusal;

/// A credential with its checks.
#[derive(Clone, Debug)]
pub struct CredentialView {
    /// The credential.
    pub credential: Credential,
    /// The checks that count, newest first.
    pub checks: Vec<CheckView>,
}

/// One check and who made it.
#[derive(Clone, Debug)]
pub struct CheckView {
    /// The check.
    pub check: Verification,
    /// Who looked.
    pub by: Option<PersonRef>,
}

/// What a person holds, in the order entered.
pub(super) async fn held(
    tx: &Transaction,
    person: PersonId,
) -> Result<Vec<CredentialView>, Refusal> {
    views(tx, credentials::list_of(tx, &[person]).await?).await
}

/// One credential with its checks.
pub(super) async fn view(
    tx: &Transaction,
    credential: Credential,
) -> Result<CredentialView, Refusal> {
    views(tx, vec![credential])
        .await?
        .pop()
        .ok_or(Refusal::NotFound)
}

async fn views(tx: &Transaction, all: Vec<Credential>) -> Result<Vec<CredentialView>, Refusal> {
    let names: Vec<CredentialId> = all.iter().map(|one| one.id).collect();
    let checks = credentials::verifications(tx, &names).await?;
    let checkers: Vec<PersonId> = checks.iter().map(|check| check.checked_by).collect();
    let identities = persons::identities(tx, &checkers).await?;
    let people = refs(tx, &identities).await?;
    let checks: Vec<CheckView> = checks
        .into_iter()
        .zip(identities)
        .map(|(check, identity)| CheckView {
            check,
            by: people.iter().find(|person| person.id == identity).cloned(),
        })
        .collect();
    Ok(all
        .into_iter()
        .map(|credential| CredentialView {
            checks: checks
                .iter()
                .filter(|view| view.check.credential_id == credential.id)
                .cloned()
                .collect(),
            credential,
        })
        .collect())
}
