//! Persons: who has a byline.

use std::collections::{HashMap, HashSet};

use content::byline::LettersOverride;
use content::ids::PersonId;
use content::person::PublicPerson;
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::{
    draft_section, identity, person, person_slug, public_author, public_person, section_contributor,
};
use crate::words::{json, parse_json};
use crate::{StorageError, Transaction};

/// A person as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its lasting name.
    pub id: PersonId,
    /// Without letters.
    pub name: String,
    /// The address of the profile.
    pub slug: String,
    /// Plain text.
    pub bio: String,
    /// https or http.
    pub practice_url: Option<String>,
    /// Which letters print, and in what order.
    pub letters: LettersOverride,
    /// The portrait.
    pub photo_digest: Option<String>,
    /// The person this one turned out to be.
    pub merged_into: Option<PersonId>,
    /// Since when it is known here.
    pub created_at: OffsetDateTime,
}

impl TryFrom<person::Model> for Person {
    type Error = StorageError;

    fn try_from(row: person::Model) -> Result<Self, StorageError> {
        Ok(Self {
            id: PersonId(row.id),
            letters: parse_json("persons", row.id, row.letters_override)?,
            name: row.name,
            slug: row.slug,
            bio: row.bio,
            practice_url: row.practice_url,
            photo_digest: row.photo_digest,
            merged_into: row.merged_into.map(PersonId),
            created_at: row.created_at,
        })
    }
}

impl From<&Person> for person::ActiveModel {
    fn from(person: &Person) -> Self {
        Self {
            id: Set(person.id.0),
            name: Set(person.name.clone()),
            slug: Set(person.slug.clone()),
            bio: Set(person.bio.clone()),
            practice_url: Set(person.practice_url.clone()),
            letters_override: Set(json(&person.letters)),
            photo_digest: Set(person.photo_digest.clone()),
            merged_into: Set(person.merged_into.map(|id| id.0)),
            created_at: Set(person.created_at),
        }
    }
}

/// The person of this name, merged or not.
pub async fn find(tx: &Transaction, id: PersonId) -> Result<Option<Person>, StorageError> {
    person::Entity::find_by_id(id.0)
        .one(tx.db())
        .await?
        .map(Person::try_from)
        .transpose()
}

/// These persons, locked for this transaction, in no order. Rows that name them can be written
/// meanwhile.
pub async fn list_locked(tx: &Transaction, ids: &[PersonId]) -> Result<Vec<Person>, StorageError> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(person::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx.db())
        .await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// Keeps these persons as they are until the transaction ends; others may do the same meanwhile.
/// A merge of one of them waits.
pub async fn hold(tx: &Transaction, ids: &[PersonId]) -> Result<(), StorageError> {
    person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(person::Column::Id)
        .lock_shared()
        .into_tuple::<Uuid>()
        .all(tx.db())
        .await?;
    Ok(())
}

/// The person that this one stands for: itself, or the one it was merged into.
pub async fn find_identity(tx: &Transaction, id: PersonId) -> Result<PersonId, StorageError> {
    let row = identity::Entity::find_by_id(id.0).one(tx.db()).await?;
    Ok(row.map_or(id, |row| PersonId(row.identity)))
}

/// The identities of several persons, in the order asked for.
pub async fn identities(tx: &Transaction, ids: &[PersonId]) -> Result<Vec<PersonId>, StorageError> {
    let rows = identity::Entity::find()
        .filter(identity::Column::PersonId.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    Ok(ids
        .iter()
        .map(|id| {
            rows.iter()
                .find(|row| row.person_id == id.0)
                .map_or(*id, |row| PersonId(row.identity))
        })
        .collect())
}

/// These persons, in no order.
pub async fn list_by_ids(tx: &Transaction, ids: &[PersonId]) -> Result<Vec<Person>, StorageError> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// Everyone who stands for themselves, by name. `containing` narrows by part of the name.
pub async fn list(tx: &Transaction, containing: Option<&str>) -> Result<Vec<Person>, StorageError> {
    let mut query = person::Entity::find().filter(person::Column::MergedInto.is_null());
    if let Some(part) = containing {
        let pattern = format!("%{}%", part.to_lowercase().replace(['%', '_'], ""));
        query = query.filter(
            Expr::expr(sea_orm::sea_query::Func::lower(Expr::col(
                person::Column::Name,
            )))
            .like(pattern),
        );
    }
    let rows = query
        .order_by_asc(person::Column::Name)
        .all(tx.db())
        .await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// The names of all who stand for themselves.
pub async fn names(tx: &Transaction) -> Result<Vec<(PersonId, String)>, StorageError> {
    let rows: Vec<(Uuid, String)> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::MergedInto.is_null())
        .order_by_asc(person::Column::Id)
        .into_tuple()
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, name)| (PersonId(id), name))
        .collect())
}

/// Persons with exactly this name, oldest first.
pub async fn list_by_name(tx: &Transaction, name: &str) -> Result<Vec<Person>, StorageError> {
    let rows = person::Entity::find()
        .filter(person::Column::Name.eq(name))
        .filter(person::Column::MergedInto.is_null())
        .order_by_asc(person::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// Whether readers meet this person: somebody who stands for themselves, with a public article.
pub async fn is_public(tx: &Transaction, id: PersonId) -> Result<bool, StorageError> {
    Ok(public_person::Entity::find_by_id(id.0)
        .one(tx.db())
        .await?
        .is_some())
}

/// How many articles, public or under way, name each of these persons.
pub async fn count_articles(
    tx: &Transaction,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, usize>, StorageError> {
    let same = identity::Entity::find()
        .filter(identity::Column::Identity.is_in(ids.iter().map(|id| id.0)))
        .all(tx.db())
        .await?;
    let stored = || same.iter().map(|one| one.person_id);
    let over: Vec<(Uuid, Uuid)> = section_contributor::Entity::find()
        .select_only()
        .column(section_contributor::Column::PersonId)
        .column(draft_section::Column::ArticleId)
        .join(
            JoinType::InnerJoin,
            section_contributor::Entity::belongs_to(draft_section::Entity)
                .from(section_contributor::Column::SectionId)
                .to(draft_section::Column::Id)
                .into(),
        )
        .filter(draft_section::Column::RemovedAt.is_null())
        .filter(section_contributor::Column::PersonId.is_in(stored()))
        .into_tuple()
        .all(tx.db())
        .await?;
    let printed: Vec<(Uuid, Uuid)> = public_author::Entity::find()
        .select_only()
        .column(public_author::Column::PersonId)
        .column(public_author::Column::ArticleId)
        .filter(public_author::Column::PersonId.is_in(stored()))
        .into_tuple()
        .all(tx.db())
        .await?;
    let merged: HashMap<Uuid, Uuid> = same
        .iter()
        .map(|one| (one.person_id, one.identity))
        .collect();
    let articles: HashSet<(Uuid, Uuid)> = over
        .into_iter()
        .chain(printed)
        .filter_map(|(person, article)| Some((*merged.get(&person)?, article)))
        .collect();
    let mut counts = HashMap::new();
    for (person, _) in articles {
        *counts.entry(PersonId(person)).or_default() += 1;
    }
    Ok(counts)
}

/// Those that were merged into this person.
pub async fn list_merged_into(
    tx: &Transaction,
    id: PersonId,
) -> Result<Vec<PersonId>, StorageError> {
    let rows = person::Entity::find()
        .filter(person::Column::MergedInto.eq(id.0))
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| PersonId(row.id)).collect())
}

/// Adds a person and reserves the address of the profile.
pub async fn insert(tx: &Transaction, person: &Person) -> Result<(), StorageError> {
    person::Entity::insert(person::ActiveModel::from(person))
        .exec_without_returning(tx.db())
        .await?;
    reserve_slug(tx, &person.slug, person.id).await
}

/// Writes back what a person says of themselves; a new slug is reserved, the old one keeps
/// leading here. Whom they were merged into and since when they are known stays as it is.
pub async fn update(tx: &Transaction, person: &Person) -> Result<(), StorageError> {
    let row = person::ActiveModel {
        merged_into: NotSet,
        created_at: NotSet,
        ..person.into()
    };
    person::Entity::update(row).exec(tx.db()).await?;
    if find_slug(tx, &person.slug).await?.is_none() {
        reserve_slug(tx, &person.slug, person.id).await?;
    }
    Ok(())
}

/// Records that `loser` is `winner`, and with it all that were merged into `loser` before.
pub async fn merge(
    tx: &Transaction,
    loser: PersonId,
    winner: PersonId,
) -> Result<(), StorageError> {
    for earlier in list_merged_into(tx, loser).await? {
        point_to(tx, earlier.0, winner.0).await?;
    }
    point_to(tx, loser.0, winner.0).await
}

async fn point_to(tx: &Transaction, from: Uuid, to: Uuid) -> Result<(), StorageError> {
    person::Entity::update_many()
        .col_expr(person::Column::MergedInto, Expr::value(to))
        .filter(person::Column::Id.eq(from))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Who is, or was, at this address.
pub async fn find_slug(tx: &Transaction, slug: &str) -> Result<Option<PersonId>, StorageError> {
    let row = person_slug::Entity::find_by_id(slug.to_owned())
        .one(tx.db())
        .await?;
    Ok(row.map(|row| PersonId(row.person_id)))
}

async fn reserve_slug(tx: &Transaction, slug: &str, id: PersonId) -> Result<(), StorageError> {
    person_slug::Entity::insert(person_slug::ActiveModel {
        slug: Set(slug.to_owned()),
        person_id: Set(id.0),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The profiles of these persons as readers would meet them now, in no order: also of those
/// whom no article has made public yet.
pub async fn profiles(
    tx: &Transaction,
    ids: &[PersonId],
) -> Result<Vec<PublicPerson>, StorageError> {
    crate::reader::profiles_to_be(tx, ids).await
}
