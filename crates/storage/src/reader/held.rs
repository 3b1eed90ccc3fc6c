//! The credentials that persons hold, and which of them readers may see.

use std::collections::{HashMap, HashSet};

use content::credential::{Credential, Visibility, normalise};
use content::ids::{CredentialId, PersonId};
use content::person::VerifiedCredential;
use time::Date;

use super::printed::Printed;
use crate::credentials::{self, Verification, VerificationStatus};
use crate::{StorageError, Transaction};

/// What some persons hold, with every check of it, on the day that pages go by.
#[derive(Debug)]
pub(super) struct Held {
    credentials: Vec<Credential>,
    checks: Vec<Verification>,
    today: Date,
}

impl Held {
    pub(super) async fn by(
        tx: &Transaction,
        ids: &[PersonId],
        today: Date,
    ) -> Result<Self, StorageError> {
        let credentials = credentials::list_of(tx, ids).await?;
        let names: Vec<CredentialId> = credentials.iter().map(|one| one.id).collect();
        Ok(Self {
            checks: credentials::verifications(tx, &names).await?,
            today,
            credentials,
        })
    }

    /// The letters that no check vouches for, by who holds them.
    pub(super) fn unchecked(&self) -> HashMap<PersonId, HashSet<String>> {
        let mut letters: HashMap<PersonId, HashSet<String>> = HashMap::new();
        for one in &self.credentials {
            if self.verified(one).is_none() {
                letters
                    .entry(one.person_id)
                    .or_default()
                    .insert(normalise(&one.abbreviation));
            }
        }
        letters
    }

    /// What a person holds.
    pub(super) fn all_of(&self, person: PersonId) -> Vec<Credential> {
        self.credentials
            .iter()
            .filter(|one| one.person_id == person)
            .cloned()
            .collect()
    }

    /// Whether readers may see these letters on a profile: somebody looked them up, or they
    /// stand in a byline that two persons signed. What a person alone says of themselves does
    /// not.
    pub(super) fn is_vouched_for(&self, credential: &Credential, printed: &Printed) -> bool {
        printed.has(credential.person_id, &normalise(&credential.abbreviation))
            || self.verified(credential).is_some()
    }

    /// The lines for the checks of what is shown of these.
    pub(super) fn lines(&self, own: &[Credential]) -> Vec<VerifiedCredential> {
        own.iter()
            .filter(|one| one.shown == Visibility::Shown)
            .filter_map(|one| self.verified(one))
            .collect()
    }

    /// The line for the newest check of a credential, if a check ever found it in force.
    fn verified(&self, credential: &Credential) -> Option<VerifiedCredential> {
        let newest = self
            .checks
            .iter()
            .find(|check| check.credential_id == credential.id)?;
        let known = matches!(
            newest.status,
            VerificationStatus::Current | VerificationStatus::Lapsed
        );
        if !known {
            return None;
        }
        let valid_until = credential
            .expires_on
            .map_or(newest.valid_until, |day| day.min(newest.valid_until));
        Some(VerifiedCredential {
            abbreviation: credential.abbreviation.clone(),
            title: credential.title.clone(),
            kind: credential.kind,
            jurisdiction: credential.jurisdiction.clone(),
            issuer: credential.issuer.clone(),
            number: (credential.show_number == Visibility::Shown)
                .then(|| credential.number.clone())
                .flatten(),
            source: newest.source.clone(),
            checked_on: newest.checked_on,
            valid_until,
            lapsed: newest.status != VerificationStatus::Current || valid_until < self.today,
        })
    }
}
