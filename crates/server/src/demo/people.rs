//! Everybody in the demo: accounts, profiles, credentials and the checks of them.

use std::collections::HashMap;

use content::credential::Visibility;
use content::ids::{CredentialId, PersonId, SessionId};
use editorial::accounts::add_account;
use editorial::people::{
    Check, CredentialFields, ProfileChange, add_credential, edit_profile, verify_credential,
};
use editorial::{Caller, Desk, SignedIn};
use storage::credentials::VerificationStatus;
use time::{Duration, OffsetDateTime};

use super::clock::StoryClock;
use super::data::{Held, Person, Verified};
use super::{PASSWORD, SIGN_IN, roles};
use crate::Failure;

/// Who is in the house, by key.
pub(super) struct House(HashMap<String, Caller>);

impl House {
    /// Somebody at their own desk.
    pub(super) fn caller(&self, key: &str) -> Result<&Caller, Failure> {
        self.0
            .get(key)
            .ok_or_else(|| Failure::new(format!("The demo knows nobody called {key:?}.")))
    }

    pub(super) fn person(&self, key: &str) -> Result<PersonId, Failure> {
        let person = self.caller(key)?.person();
        person.ok_or_else(|| Failure::new(format!("{key:?} is nobody.")))
    }

    /// Whether somebody has a password; the others are written to.
    pub(super) fn signs_in(key: &str) -> bool {
        SIGN_IN.iter().any(|(one, _)| *one == key)
    }
}

/// Gives everybody an account, and a password to those whom visitors of the demo may be.
pub(super) async fn invite(
    desk: &Desk,
    clock: &StoryClock,
    people: &[Person],
    today: OffsetDateTime,
) -> Result<House, Failure> {
    let mut house = House(HashMap::new());
    for person in people {
        let password = House::signs_in(&person.key).then_some(PASSWORD);
        let (name, roles) = (person.name.as_str(), roles(person)?);
        let added = add_account(
            desk,
            &Caller::Operator,
            &person.email,
            name,
            &roles,
            password,
        )
        .await?;
        let signed_in = SignedIn {
            account: added.account.id,
            person: added.account.person.id,
            roles,
            session: SessionId(desk.id()),
            link: None,
        };
        house
            .0
            .insert(person.key.clone(), Caller::Account(signed_in));
    }
    let mut checks = Vec::new();
    for person in people {
        checks.extend(describe(desk, &house, person).await?);
    }
    // Checks are noted on the day they were made, so that older articles do not lean on them.
    checks.sort_by_key(|(_, _, verified)| verified.checked_on);
    for (key, credential, verified) in checks {
        let day = verified.checked_on.min(today.date());
        clock.set(day.with_time(time::Time::MIDNIGHT).assume_utc() + Duration::hours(10));
        let checker = if key == "helena" { "rufus" } else { "helena" };
        let check = Check {
            source: verified.source.clone(),
            source_url: None,
            checked_on: day,
            valid_until: Some(verified.valid_until),
            status: VerificationStatus::Current,
        };
        verify_credential(desk, house.caller(checker)?, credential, &check).await?;
    }
    Ok(house)
}

/// Fills in a profile; answers the credentials that were checked.
async fn describe<'a>(
    desk: &Desk,
    house: &House,
    person: &'a Person,
) -> Result<Vec<(&'a str, CredentialId, &'a Verified)>, Failure> {
    let caller = house.caller(&person.key)?;
    let id = house.person(&person.key)?;
    let mut checked = Vec::new();
    for held in &person.credentials {
        let added = add_credential(desk, caller, id, &fields(held, person)).await?;
        if let Some(verified) = &held.verified {
            checked.push((person.key.as_str(), added.credential.id, verified));
        }
    }
    let change = ProfileChange {
        bio: Some(person.bio.clone()),
        practice_url: person.practice_url.clone(),
        letters_order: Some(person.letters.clone()),
        hidden_letters: None,
    };
    edit_profile(desk, caller, id, &change).await?;
    Ok(checked)
}

fn fields(held: &Held, person: &Person) -> CredentialFields {
    let prints = person.letters.contains(&held.abbreviation);
    CredentialFields {
        abbreviation: held.abbreviation.clone(),
        kind: held.kind,
        title: held.title.clone(),
        jurisdiction: held.jurisdiction.clone(),
        issuer: held.issuer.clone(),
        number: held.number.clone(),
        show_number: if held.number.is_some() {
            Visibility::Shown
        } else {
            Visibility::Hidden
        },
        expires_on: None,
        supervised_by: None,
        shown: if prints {
            Visibility::Shown
        } else {
            Visibility::Hidden
        },
    }
}
