//! Authors as readers meet them.

use std::collections::HashMap;

use content::byline::{self, LettersOverride};
use content::credential::{Credential, Visibility, normalise};
use content::ids::{CredentialId, PersonId};
use content::person::{Photo, PublicPerson, VerifiedCredential};
use content::public::AuthorCount;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::printed::Printed;
use super::{Lookup, Snapshot};
use crate::credentials::{Verification, VerificationStatus};
use crate::entities::{person, public_authorship, public_person};
use crate::persons::Person;
use crate::words::parse_json;
use crate::{StorageError, Transaction, credentials, persons, photos, site_state};

impl Snapshot {
    /// Everyone with a public article, by name, with how many.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn authors(&self) -> Result<Vec<AuthorCount>, StorageError> {
        let rows = public_person::Entity::find()
            .order_by_asc(public_person::Column::Name)
            .all(self.tx.db())
            .await?;
        let ids: Vec<PersonId> = rows.iter().map(|row| PersonId(row.id)).collect();
        let held = credentials::list_of(&self.tx, &ids).await?;
        let works = public_authorship::Entity::find().all(self.tx.db()).await?;
        let mut articles: HashMap<Uuid, u64> = HashMap::new();
        for work in works {
            *articles.entry(work.person_id).or_default() += 1;
        }
        let names: Vec<CredentialId> = held.iter().map(|one| one.id).collect();
        let checks = credentials::verifications(&self.tx, &names).await?;
        let printed = self.printed(None).await?;
        let today = self.today().await?;
        let mut own: HashMap<PersonId, Vec<Credential>> = HashMap::new();
        for credential in held {
            if !is_vouched_for(&credential, &printed, &checks, today) {
                continue;
            }
            own.entry(credential.person_id)
                .or_default()
                .push(credential);
        }
        rows.into_iter()
            .map(|row| {
                let own = own.remove(&PersonId(row.id)).unwrap_or_default();
                let letters: LettersOverride = parse_json("persons", row.id, row.letters_override)?;
                Ok(AuthorCount {
                    id: PersonId(row.id),
                    byline: byline::compose(&row.name, &own, &letters),
                    articles: articles.get(&row.id).copied().unwrap_or_default(),
                    slug: row.slug,
                })
            })
            .collect()
    }

    /// The present names of authors, by address; who has nothing public is left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn author_names(
        &self,
        slugs: &[&str],
    ) -> Result<HashMap<String, String>, StorageError> {
        let rows = public_person::Entity::find()
            .filter(public_person::Column::Slug.is_in(slugs.iter().copied()))
            .all(self.tx.db())
            .await?;
        Ok(rows.into_iter().map(|row| (row.slug, row.name)).collect())
    }

    /// The author at an address. A merged person's address leads to whom they turned out to be.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn author(&self, slug: &str) -> Result<Lookup<PublicPerson>, StorageError> {
        let Some(id) = persons::find_slug(&self.tx, slug).await? else {
            return Ok(Lookup::Unknown);
        };
        let id = persons::find_identity(&self.tx, id).await?;
        if public_person::Entity::find_by_id(id.0)
            .one(self.tx.db())
            .await?
            .is_none()
        {
            return Ok(Lookup::Unknown);
        }
        Ok(match self.profiles(&[id]).await?.pop() {
            None => Lookup::Unknown,
            Some(profile) if profile.slug != slug => Lookup::Moved(profile.slug),
            Some(profile) => Lookup::Found(profile),
        })
    }

    /// The profiles of these persons as they are now, in no order.
    pub(super) async fn profiles(
        &self,
        ids: &[PersonId],
    ) -> Result<Vec<PublicPerson>, StorageError> {
        let printed = self.printed(Some(ids)).await?;
        profiles(&self.tx, ids, Some(&printed)).await
    }
}

/// The profiles that these persons will have once a text of theirs is published, in no order.
pub(crate) async fn profiles_to_be(
    tx: &Transaction,
    ids: &[PersonId],
) -> Result<Vec<PublicPerson>, StorageError> {
    profiles(tx, ids, None).await
}

/// Without `printed` all letters are taken to be printed, as those of a text will be that is
/// about to be published.
async fn profiles(
    tx: &Transaction,
    ids: &[PersonId],
    printed: Option<&Printed>,
) -> Result<Vec<PublicPerson>, StorageError> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    let held = credentials::list_of(tx, ids).await?;
    let names: Vec<CredentialId> = held.iter().map(|one| one.id).collect();
    let checks = credentials::verifications(tx, &names).await?;
    let today = site_state::today_on(tx.db()).await?;
    let mut profiles = Vec::with_capacity(rows.len());
    for row in rows {
        let person = Person::try_from(row)?;
        let mut own = of(&held, person.id);
        if let Some(printed) = printed {
            own.retain(|one| is_vouched_for(one, printed, &checks, today));
        }
        let photo = match &person.photo_digest {
            Some(digest) => photos::find(tx, digest).await?,
            None => None,
        };
        profiles.push(PublicPerson {
            id: person.id,
            byline: byline::compose(&person.name, &own, &person.letters),
            slug: person.slug,
            bio: person.bio,
            practice_url: person.practice_url,
            photo: photo.map(|photo| Photo {
                path: format!("/media/portraits/{}.jpg", photo.digest),
                width: photo.width,
                height: photo.height,
            }),
            verified: own
                .iter()
                .filter(|one| one.shown == Visibility::Shown)
                .filter_map(|one| verified(one, &checks, today))
                .collect(),
        });
    }
    Ok(profiles)
}

fn of(held: &[Credential], person: PersonId) -> Vec<Credential> {
    held.iter()
        .filter(|one| one.person_id == person)
        .cloned()
        .collect()
}

/// Whether readers may see these letters on a profile: somebody looked them up, or they stand in
/// a byline that two persons signed. What a person alone says of themselves does not.
fn is_vouched_for(
    credential: &Credential,
    printed: &Printed,
    checks: &[Verification],
    today: time::Date,
) -> bool {
    printed.has(credential.person_id, &normalise(&credential.abbreviation))
        || verified(credential, checks, today).is_some()
}

/// The line for the newest check of a credential, if a check ever found it in force.
fn verified(
    credential: &Credential,
    checks: &[Verification],
    today: time::Date,
) -> Option<VerifiedCredential> {
    let newest = checks
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
        lapsed: newest.status != VerificationStatus::Current || valid_until < today,
    })
}
