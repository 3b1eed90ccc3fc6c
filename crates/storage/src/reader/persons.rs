//! Authors as readers meet them.

use std::collections::HashMap;

use content::byline::{self, LettersOverride};
use content::ids::PersonId;
use content::person::{Photo, PublicPerson};
use content::public::AuthorCount;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::held::Held;
use super::printed::Printed;
use super::{Lookup, Snapshot};
use crate::entities::{person, public_authorship, public_person};
use crate::persons::Person;
use crate::words::parse_json;
use crate::{StorageError, Transaction, persons, photos, site_state};

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
        let held = Held::by(&self.tx, &ids, self.today().await?).await?;
        let works = public_authorship::Entity::find().all(self.tx.db()).await?;
        let mut articles: HashMap<Uuid, u64> = HashMap::new();
        for work in works {
            *articles.entry(work.person_id).or_default() += 1;
        }
        let printed = self.printed().await?;
        rows.into_iter()
            .map(|row| {
                let mut own = held.all_of(PersonId(row.id));
                own.retain(|one| held.is_vouched_for(one, &printed));
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
        let held = Held::by(&self.tx, ids, self.today().await?).await?;
        let printed = self.printed_among(held.unchecked()).await?;
        profiles(&self.tx, ids, &held, Some(&printed)).await
    }
}

/// The profiles that these persons will have once a text of theirs is published, in no order.
pub(crate) async fn profiles_to_be(
    tx: &Transaction,
    ids: &[PersonId],
) -> Result<Vec<PublicPerson>, StorageError> {
    let held = Held::by(tx, ids, site_state::now_on(tx.db()).await?.today).await?;
    profiles(tx, ids, &held, None).await
}

/// Without `printed` all letters are taken to be printed, as those of a text will be that is
/// about to be published.
async fn profiles(
    tx: &Transaction,
    ids: &[PersonId],
    held: &Held,
    printed: Option<&Printed>,
) -> Result<Vec<PublicPerson>, StorageError> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    let mut profiles = Vec::with_capacity(rows.len());
    for row in rows {
        let person = Person::try_from(row)?;
        let mut own = held.all_of(person.id);
        if let Some(printed) = printed {
            own.retain(|one| held.is_vouched_for(one, printed));
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
            verified: held.lines(&own),
        });
    }
    Ok(profiles)
}
