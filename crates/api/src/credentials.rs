//! Degrees, licences, certifications and memberships, and the checks of them.

use content::credential::{self, CredentialKind, Visibility, catalogue};
use content::ids::CredentialId;
use editorial::people::{
    self, Check, CheckView, CredentialChange, CredentialFields, CredentialView, FieldChange,
};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::types::MaybeUndefined;
use poem_openapi::{Enum, Object, OpenApi};
use storage::credentials::VerificationStatus;
use time::Date;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::people::Who;
use crate::shapes::{Answer, Done, Nothing, Page, PersonRef};

pub(crate) struct Credentials;

/// What a credential is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "CredentialKind", rename_all = "snake_case")]
enum Kind {
    /// From a school; does not expire.
    Degree,
    /// From a state, province or country; grants a right to practise.
    Licence,
    /// From a professional body, after an examination.
    Certification,
    /// Of a professional body.
    Membership,
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "VerificationStatus", rename_all = "snake_case")]
enum Status {
    /// It is as stated, and in force.
    Current,
    /// Expired or inactive.
    Lapsed,
    /// Suspended by the board.
    Suspended,
    /// Revoked or surrendered.
    Revoked,
    /// The source does not know it.
    NotFound,
}

/// A credential with its checks.
#[derive(Object)]
pub(crate) struct Credential {
    id: Uuid,
    abbreviation: String,
    kind: Kind,
    title: OrNull<String>,
    jurisdiction: OrNull<String>,
    issuer: OrNull<String>,
    number: OrNull<String>,
    show_number: bool,
    expires_on: OrNull<Date>,
    supervised_by: OrNull<String>,
    shown: bool,
    /// Newest first.
    verifications: Vec<Verification>,
}

/// One check of one credential: by whom, against which source, when, until when.
#[derive(Object)]
struct Verification {
    id: Uuid,
    by: OrNull<PersonRef>,
    source: String,
    url: OrNull<String>,
    checked_on: Date,
    /// The last day on which it counts.
    valid_until: Date,
    status: Status,
}

/// A credential as its holder, who attests to it, types it.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewCredential {
    /// Such as "LPC".
    abbreviation: String,
    kind: Kind,
    title: Option<String>,
    /// Such as "US-TX".
    jurisdiction: Option<String>,
    issuer: Option<String>,
    number: Option<String>,
    show_number: bool,
    expires_on: Option<Date>,
    supervised_by: Option<String>,
    shown: bool,
}

/// What to change of a credential; what is left out stays as it is, null takes away.
#[derive(Object)]
#[oai(deny_unknown_fields, rename = "CredentialChange")]
struct Change {
    abbreviation: Option<String>,
    kind: Option<Kind>,
    title: MaybeUndefined<String>,
    jurisdiction: MaybeUndefined<String>,
    issuer: MaybeUndefined<String>,
    number: MaybeUndefined<String>,
    show_number: Option<bool>,
    expires_on: MaybeUndefined<Date>,
    supervised_by: MaybeUndefined<String>,
    shown: Option<bool>,
}

/// A check as it is noted.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewVerification {
    /// Where it was looked up.
    source: String,
    url: Option<String>,
    checked_on: Date,
    /// Twelve months on or the day it expires, if not earlier.
    valid_until: Option<Date>,
    status: Status,
}

/// Letters with one meaning.
#[derive(Object)]
struct CatalogueEntry {
    abbreviation: String,
    kind: Kind,
    title: String,
    /// ISO 3166 code of a country or its part; null where it is the same everywhere.
    jurisdiction: OrNull<String>,
    /// The country of the jurisdiction.
    region: OrNull<String>,
}

#[OpenApi(tag = "Tag::Credentials")]
impl Credentials {
    /// Add a credential
    ///
    /// To one's own profile, or as an editor to anyone's.
    #[oai(path = "/people/:id/credentials", method = "post")]
    async fn add(
        &self,
        by: SignedIn,
        id: Path<Who>,
        body: Body<NewCredential>,
    ) -> Answer<Credential> {
        let person = id.0.of(&by.caller);
        let fields = CredentialFields::from(body.0);
        Ok(Json(
            people::add_credential(&by.desk, &by.caller, person, &fields)
                .await?
                .into(),
        ))
    }

    /// Change a credential
    ///
    /// Where letters, number or issuer change it becomes another one, under another id and
    /// without checks.
    #[oai(path = "/credentials/:id", method = "patch")]
    async fn change(&self, by: SignedIn, id: Path<Uuid>, body: Body<Change>) -> Answer<Credential> {
        let (id, change) = (CredentialId(id.0), CredentialChange::from(body.0));
        Ok(Json(
            people::edit_credential(&by.desk, &by.caller, id, &change)
                .await?
                .into(),
        ))
    }

    /// Remove a credential
    #[oai(path = "/credentials/:id", method = "delete")]
    async fn remove(&self, by: SignedIn, id: Path<Uuid>) -> Done {
        people::remove_credential(&by.desk, &by.caller, CredentialId(id.0)).await?;
        Ok(Nothing::Said)
    }

    /// Note that a credential was looked up
    ///
    /// For editors; nobody checks their own.
    #[oai(path = "/credentials/:id/verifications", method = "post")]
    async fn verify(
        &self,
        by: SignedIn,
        id: Path<Uuid>,
        body: Body<NewVerification>,
    ) -> Answer<Verification> {
        let check = Check {
            source: body.0.source,
            source_url: body.0.url,
            checked_on: body.0.checked_on,
            valid_until: body.0.valid_until,
            status: body.0.status.into(),
        };
        let id = CredentialId(id.0);
        Ok(Json(
            people::verify_credential(&by.desk, &by.caller, id, &check)
                .await?
                .into(),
        ))
    }

    /// The letters that are known
    #[oai(path = "/credential-catalogue", method = "get")]
    #[expect(clippy::unused_async, reason = "every call is one to the framework")]
    async fn catalogue(&self, _by: SignedIn) -> Answer<Page<CatalogueEntry>> {
        Ok(Json(Page::whole(catalogue())))
    }
}

const fn visibility(shown: bool) -> Visibility {
    if shown {
        Visibility::Shown
    } else {
        Visibility::Hidden
    }
}

fn field<T>(change: MaybeUndefined<T>) -> FieldChange<T> {
    match change {
        MaybeUndefined::Undefined => FieldChange::Keep,
        MaybeUndefined::Null => FieldChange::Clear,
        MaybeUndefined::Value(value) => FieldChange::Set(value),
    }
}

impl From<NewCredential> for CredentialFields {
    fn from(new: NewCredential) -> Self {
        Self {
            abbreviation: new.abbreviation,
            kind: new.kind.into(),
            title: new.title,
            jurisdiction: new.jurisdiction,
            issuer: new.issuer,
            number: new.number,
            show_number: visibility(new.show_number),
            expires_on: new.expires_on,
            supervised_by: new.supervised_by,
            shown: visibility(new.shown),
        }
    }
}

impl From<Change> for CredentialChange {
    fn from(change: Change) -> Self {
        Self {
            abbreviation: change.abbreviation,
            kind: change.kind.map(CredentialKind::from),
            title: field(change.title),
            jurisdiction: field(change.jurisdiction),
            issuer: field(change.issuer),
            number: field(change.number),
            show_number: change.show_number.map(visibility),
            expires_on: field(change.expires_on),
            supervised_by: field(change.supervised_by),
            shown: change.shown.map(visibility),
        }
    }
}

impl From<CredentialView> for Credential {
    fn from(view: CredentialView) -> Self {
        let held = view.credential;
        Self {
            id: held.id.0,
            abbreviation: held.abbreviation,
            kind: held.kind.into(),
            title: Some(held.title).filter(|title| !title.is_empty()).into(),
            jurisdiction: held.jurisdiction.into(),
            issuer: held.issuer.into(),
            number: held.number.into(),
            show_number: held.show_number == Visibility::Shown,
            expires_on: held.expires_on.into(),
            supervised_by: held.supervised_by.into(),
            shown: held.shown == Visibility::Shown,
            verifications: view.checks.into_iter().map(Verification::from).collect(),
        }
    }
}

impl From<CheckView> for Verification {
    fn from(view: CheckView) -> Self {
        Self {
            id: view.check.id.0,
            by: view.by.map(PersonRef::from).into(),
            source: view.check.source,
            url: view.check.source_url.into(),
            checked_on: view.check.checked_on,
            valid_until: view.check.valid_until,
            status: view.check.status.into(),
        }
    }
}

impl From<&credential::CatalogueEntry> for CatalogueEntry {
    fn from(entry: &credential::CatalogueEntry) -> Self {
        let country = entry.jurisdiction.and_then(|place| place.split('-').next());
        Self {
            abbreviation: entry.abbreviation.to_owned(),
            kind: entry.kind.into(),
            title: entry.title.to_owned(),
            jurisdiction: entry.jurisdiction.map(str::to_owned).into(),
            region: country.map(str::to_owned).into(),
        }
    }
}

/// The same words on both sides.
macro_rules! same_words {
    ($here:ident, $there:ident, $($word:ident)*) => {
        impl From<$here> for $there {
            fn from(word: $here) -> Self {
                match word { $($here::$word => Self::$word,)* }
            }
        }

        impl From<$there> for $here {
            fn from(word: $there) -> Self {
                match word { $($there::$word => Self::$word,)* }
            }
        }
    };
}

same_words!(Kind, CredentialKind, Degree Licence Certification Membership);
same_words!(Status, VerificationStatus, Current Lapsed Suspended Revoked NotFound);
