//! Changing a credential.

use content::credential::{CredentialKind, Visibility};
use content::ids::CredentialId;
use serde_json::json;
use storage::credentials;
use time::Date;

use super::CredentialFields;
use super::check_view::{CredentialView, view};
use super::credential_fields::is_same;
use super::own_or_staff::{own_or_staff_locked, tell_readers};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// What to do with a field that may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FieldChange<T> {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is taken away.
    Clear,
    /// It becomes this.
    Set(T),
}

impl<T> FieldChange<T> {
    fn over(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }
}

/// What to change; `None` leaves it as it is.
#[derive(Clone, Debug, Default)]
pub struct CredentialChange {
    /// The letters.
    pub abbreviation: Option<String>,
    /// What it is.
    pub kind: Option<CredentialKind>,
    /// What the letters stand for.
    pub title: FieldChange<String>,
    /// State, province or country.
    pub jurisdiction: FieldChange<String>,
    /// The board, school or body.
    pub issuer: FieldChange<String>,
    /// As the issuer writes it.
    pub number: FieldChange<String>,
    /// Whether readers see the number.
    pub show_number: Option<Visibility>,
    /// The last day it is good for.
    pub expires_on: FieldChange<Date>,
    /// The supervisor.
    pub supervised_by: FieldChange<String>,
    /// Whether it may stand in the byline.
    pub shown: Option<Visibility>,
}

/// Changes a credential of one's own, or as an editor anyone's.
///
/// A check is of one credential only: where letters, number or issuer change, it becomes
/// another one, under another id and without checks.
pub async fn edit_credential(
    desk: &Desk,
    caller: &Caller,
    id: CredentialId,
    change: &CredentialChange,
) -> Result<CredentialView, Refusal> {
    let tx = desk.storage.begin().await?;
    let before = credentials::find(&tx, id).await?.ok_or(Refusal::NotFound)?;
    let person = own_or_staff_locked(&tx, caller, before.person_id).await?;
    let fields = change.over(CredentialFields::from(&before));
    let mut after = fields.parse(id, person.id, before.position)?;
    if is_same(&before, &after) {
        credentials::update(&tx, &after).await?;
    } else {
        credentials::remove(&tx, id, desk.now()).await?;
        after.id = CredentialId(desk.id());
        credentials::insert(&tx, &after).await?;
    }
    let subject =
        Subject::new("person", person.id).with(json!({"credential": after.id, "instead_of": id}));
    record(desk, &tx, caller, "edit_credential", subject).await?;
    tell_readers(desk, &tx, person.id, "credentials").await?;
    let view = view(&tx, after).await?;
    tx.commit().await?;
    Ok(view)
}

impl CredentialChange {
    fn over(&self, before: CredentialFields) -> CredentialFields {
        let change = self.clone();
        // Other letters mean something else, so the words for the old ones go with them.
        let letters_change =
            change.abbreviation.is_some() || change.jurisdiction != FieldChange::Keep;
        let title = if letters_change { None } else { before.title };
        CredentialFields {
            abbreviation: change.abbreviation.unwrap_or(before.abbreviation),
            kind: change.kind.unwrap_or(before.kind),
            title: change.title.over(title),
            jurisdiction: change.jurisdiction.over(before.jurisdiction),
            issuer: change.issuer.over(before.issuer),
            number: change.number.over(before.number),
            show_number: change.show_number.unwrap_or(before.show_number),
            expires_on: change.expires_on.over(before.expires_on),
            supervised_by: change.supervised_by.over(before.supervised_by),
            shown: change.shown.unwrap_or(before.shown),
        }
    }
}
