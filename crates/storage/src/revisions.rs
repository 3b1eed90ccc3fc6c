//! Revisions: frozen texts. Read back only through the digest that names them.

use content::byline::ContributorRole;
use content::digest::Digest;
use content::ids::{ArticleId, PersonId, RevisionId, SectionId};
use content::revision::{FrameText, SectionText};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Select,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::entities::{
    identity, revision, revision_body, revision_contributor, revision_image, revision_section,
};
use crate::insert_rows::{insert_rows, insert_rows_with};
use crate::words::{parse, word};
use crate::{StorageError, Transaction};

/// What a text was frozen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// A contributor gave it to the editors.
    Submission,
    /// An editor sent it out for signature.
    Proof,
    /// A contributor signed it with answers or earlier words of their own.
    Signature,
    /// Two site persons are to change a live text.
    Amendment,
    /// It came from elsewhere.
    Import,
    /// Somebody without an account is shown it. Nobody gave it to anybody to be signed.
    Preview,
}

/// A frozen text with its names.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Its lasting name.
    pub id: RevisionId,
    /// The article.
    pub article_id: ArticleId,
    /// Counts up from 1 within the article.
    pub number: u32,
    /// Names the whole text.
    pub digest: Digest,
    /// When it was frozen.
    pub frozen_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub frozen_by: Option<PersonId>,
    /// What for.
    pub occasion: Occasion,
    /// Title, summary and the order of the sections; `None` once erased.
    pub frame: Option<FrameText>,
    /// In the order printed.
    pub sections: Vec<RevisionSection>,
}

/// One frozen section.
#[derive(Clone, Debug)]
pub struct RevisionSection {
    /// The section.
    pub id: SectionId,
    /// Names its text.
    pub digest: Digest,
    /// Who stands over it as frozen, in the order printed; not merged.
    pub persons: Vec<PersonId>,
    /// The same people, merged persons counted as one.
    pub contributors: Vec<PersonId>,
    /// What each of them did, in the same order.
    pub roles: Vec<ContributorRole>,
    /// The text; `None` once erased.
    pub text: Option<SectionText>,
}

impl Revision {
    /// Everyone who stands over a section, each once, merged persons counted as one.
    #[must_use]
    pub fn contributors(&self) -> Vec<PersonId> {
        let mut all: Vec<PersonId> = Vec::new();
        for person in self
            .sections
            .iter()
            .flat_map(|section| &section.contributors)
        {
            if !all.contains(person) {
                all.push(*person);
            }
        }
        all
    }
}

/// A text about to be frozen.
#[derive(Clone, Debug)]
pub struct NewRevision<'a> {
    /// The name it gets.
    pub id: RevisionId,
    /// The frame; its article is the article.
    pub frame: &'a FrameText,
    /// The sections in order, each with who stands over it.
    pub sections: &'a [(SectionText, Vec<PersonId>)],
    /// When.
    pub frozen_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub frozen_by: Option<PersonId>,
    /// What for.
    pub occasion: Occasion,
}

/// Freezes a text and answers its number within the article.
pub async fn insert(tx: &Transaction, new: &NewRevision<'_>) -> Result<u32, StorageError> {
    let number = newest_number(tx, new.frame.article_id).await? + 1;
    insert_as(tx, new, number).await?;
    Ok(number)
}

/// Freezes a text under a number that is known to be the next.
pub async fn insert_as(
    tx: &Transaction,
    new: &NewRevision<'_>,
    number: u32,
) -> Result<(), StorageError> {
    insert_all(tx, std::slice::from_ref(new), number).await
}

/// Freezes texts of several articles, each under the same number, which is known to be the next.
pub async fn insert_all(
    tx: &Transaction,
    new: &[NewRevision<'_>],
    number: u32,
) -> Result<(), StorageError> {
    let mut bodies = Vec::new();
    let mut revisions = Vec::new();
    let mut sections = Vec::new();
    let mut contributors = Vec::new();
    let mut images = Vec::new();
    for new in new {
        let article = new.frame.article_id;
        let frame_digest = new.frame.digest();
        bodies.push(body(article, frame_digest, new.frame.canonical())?);
        revisions.push(revision::ActiveModel {
            id: Set(new.id.0),
            article_id: Set(article.0),
            number: Set(i64::from(number)),
            digest: Set(frame_digest.to_string()),
            frozen_at: Set(new.frozen_at),
            frozen_by: Set(new.frozen_by.map(|id| id.0)),
            occasion: Set(word(&new.occasion)),
        });
        for (position, (text, persons)) in (0..).zip(new.sections) {
            let digest = text.digest();
            bodies.push(body(article, digest, text.canonical())?);
            sections.push(revision_section::ActiveModel {
                revision_id: Set(new.id.0),
                section_id: Set(text.section_id.0),
                position: Set(position),
                digest: Set(digest.to_string()),
            });
            for image in &text.images {
                images.push(revision_image::ActiveModel {
                    revision_id: Set(new.id.0),
                    section_id: Set(text.section_id.0),
                    sha256: Set(image.sha256.to_string()),
                });
            }
            for (position, person) in (0..).zip(persons) {
                let printed = usize::try_from(position).ok();
                let role = printed
                    .and_then(|position| text.bylines.get(position))
                    .map_or(ContributorRole::Author, |byline| byline.role);
                contributors.push(revision_contributor::ActiveModel {
                    revision_id: Set(new.id.0),
                    section_id: Set(text.section_id.0),
                    person_id: Set(person.0),
                    position: Set(position),
                    role: Set(role.as_str().to_owned()),
                });
            }
        }
    }
    keep_bodies(tx, bodies).await?;
    insert_rows(tx, revisions).await?;
    insert_rows(tx, sections).await?;
    insert_rows(tx, contributors).await?;
    insert_rows(tx, images).await
}

fn body(
    article: ArticleId,
    digest: Digest,
    canonical: Vec<u8>,
) -> Result<revision_body::ActiveModel, StorageError> {
    let canonical = String::from_utf8(canonical)
        .map_err(|_| StorageError::contradiction("revision_bodies", digest, "bytes not UTF-8"))?;
    Ok(revision_body::ActiveModel {
        digest: Set(digest.to_string()),
        article_id: Set(article.0),
        canonical: Set(Some(canonical)),
        erased_at: Set(None),
    })
}

/// The same words have the same digest, so a text that was frozen before is kept once.
async fn keep_bodies(
    tx: &Transaction,
    bodies: Vec<revision_body::ActiveModel>,
) -> Result<(), StorageError> {
    insert_rows_with(tx, bodies, |insert| {
        insert.on_conflict(
            OnConflict::column(revision_body::Column::Digest)
                .do_nothing()
                .to_owned(),
        )
    })
    .await
}

/// The number of the article's newest frozen text, previews among them; 0 before the first.
pub async fn newest_number(tx: &Transaction, article: ArticleId) -> Result<u32, StorageError> {
    let row = revision::Entity::find()
        .filter(revision::Column::ArticleId.eq(article.0))
        .order_by_desc(revision::Column::Number)
        .one(tx.db())
        .await?;
    Ok(row.map_or(0, |row| u32::try_from(row.number).unwrap_or(u32::MAX)))
}

/// The frozen text of this name.
pub async fn find(tx: &Transaction, id: RevisionId) -> Result<Option<Revision>, StorageError> {
    match revision::Entity::find_by_id(id.0).one(tx.db()).await? {
        Some(row) => read(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// Whether a text of the article was ever frozen to be worked on by others, and not for a preview
/// alone.
pub async fn was_given(tx: &Transaction, article: ArticleId) -> Result<bool, StorageError> {
    let given = given(article).count(tx.db()).await?;
    Ok(given > 0)
}

/// What was frozen of an article for another reason than to show it: a preview is no step on the
/// way of a text, and nobody who works on it was given it.
fn given(article: ArticleId) -> Select<revision::Entity> {
    revision::Entity::find()
        .filter(revision::Column::ArticleId.eq(article.0))
        .filter(revision::Column::Occasion.ne(word(&Occasion::Preview)))
}

/// The article's frozen texts without their words and without previews, newest first.
pub async fn list(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<(RevisionId, u32, Digest, OffsetDateTime)>, StorageError> {
    let rows = given(article)
        .order_by_desc(revision::Column::Number)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            let digest = digest("revisions", row.id, &row.digest)?;
            let number = u32::try_from(row.number).unwrap_or(u32::MAX);
            Ok((RevisionId(row.id), number, digest, row.frozen_at))
        })
        .collect()
}

/// The article's frozen texts before this one, with their words and without previews, newest
/// first.
pub async fn list_before(
    tx: &Transaction,
    present: &Revision,
) -> Result<Vec<Revision>, StorageError> {
    let rows = given(present.article_id)
        .filter(revision::Column::Number.lt(i64::from(present.number)))
        .order_by_desc(revision::Column::Number)
        .all(tx.db())
        .await?;
    let mut earlier = Vec::with_capacity(rows.len());
    for row in rows {
        earlier.push(read(tx, row).await?);
    }
    Ok(earlier)
}

/// The newest frozen text of the article.
pub async fn newest(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Option<Revision>, StorageError> {
    let row = revision::Entity::find()
        .filter(revision::Column::ArticleId.eq(article.0))
        .order_by_desc(revision::Column::Number)
        .one(tx.db())
        .await?;
    match row {
        Some(row) => read(tx, row).await.map(Some),
        None => Ok(None),
    }
}

async fn read(tx: &Transaction, row: revision::Model) -> Result<Revision, StorageError> {
    let sections = revision_section::Entity::find()
        .filter(revision_section::Column::RevisionId.eq(row.id))
        .order_by_asc(revision_section::Column::Position)
        .all(tx.db())
        .await?;
    let contributors = revision_contributor::Entity::find()
        .filter(revision_contributor::Column::RevisionId.eq(row.id))
        .order_by_asc(revision_contributor::Column::Position)
        .all(tx.db())
        .await?;
    let same = identity::Entity::find()
        .filter(identity::Column::PersonId.is_in(contributors.iter().map(|one| one.person_id)))
        .all(tx.db())
        .await?;
    let digests = sections
        .iter()
        .map(|one| one.digest.clone())
        .chain([row.digest.clone()]);
    let bodies = revision_body::Entity::find()
        .filter(revision_body::Column::Digest.is_in(digests))
        .all(tx.db())
        .await?;
    let body = |digest: &str| {
        bodies
            .iter()
            .find(|one| one.digest == digest)
            .and_then(|one| one.canonical.as_deref())
    };

    let revision_digest = digest("revisions", row.id, &row.digest)?;
    let frame = body(&row.digest)
        .map(|canonical| FrameText::from_signed(canonical.as_bytes(), &revision_digest))
        .transpose()
        .map_err(|error| StorageError::contradiction("revision_bodies", &row.digest, error))?;
    let sections = sections
        .iter()
        .map(|section| {
            let section_digest = digest("revision_sections", row.id, &section.digest)?;
            let text = body(&section.digest)
                .map(|canonical| SectionText::from_signed(canonical.as_bytes(), &section_digest))
                .transpose()
                .map_err(|error| {
                    StorageError::contradiction("revision_bodies", &section.digest, error)
                })?;
            let over = || {
                contributors
                    .iter()
                    .filter(|one| one.section_id == section.section_id)
            };
            let persons: Vec<PersonId> = over().map(|one| PersonId(one.person_id)).collect();
            let roles = over()
                .map(|one| parse("revision_contributors", row.id, &one.role))
                .collect::<Result<_, _>>()?;
            let merged = |person: &PersonId| {
                same.iter()
                    .find(|one| one.person_id == person.0)
                    .map_or(*person, |one| PersonId(one.identity))
            };
            Ok(RevisionSection {
                id: SectionId(section.section_id),
                digest: section_digest,
                contributors: persons.iter().map(merged).collect(),
                persons,
                roles,
                text,
            })
        })
        .collect::<Result<Vec<_>, StorageError>>()?;
    Ok(Revision {
        id: RevisionId(row.id),
        article_id: ArticleId(row.article_id),
        number: u32::try_from(row.number).unwrap_or(u32::MAX),
        digest: revision_digest,
        frozen_at: row.frozen_at,
        frozen_by: row.frozen_by.map(PersonId),
        occasion: parse("revisions", row.id, &row.occasion)?,
        frame,
        sections,
    })
}

/// The text of one section under a digest, if it was not erased.
pub async fn section_text(
    tx: &Transaction,
    wanted: &Digest,
) -> Result<Option<SectionText>, StorageError> {
    let row = revision_body::Entity::find_by_id(wanted.to_string())
        .one(tx.db())
        .await?;
    row.and_then(|row| row.canonical)
        .map(|canonical| SectionText::from_signed(canonical.as_bytes(), wanted))
        .transpose()
        .map_err(|error| StorageError::contradiction("revision_bodies", wanted, error))
}

/// Blanks every frozen word of the article; digests stay.
pub async fn erase_bodies(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<u64, StorageError> {
    let done = revision_body::Entity::update_many()
        .col_expr(
            revision_body::Column::Canonical,
            Expr::value(Option::<String>::None),
        )
        .col_expr(revision_body::Column::ErasedAt, Expr::value(at))
        .filter(revision_body::Column::ArticleId.eq(article.0))
        .filter(revision_body::Column::Canonical.is_not_null())
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected)
}

pub(crate) fn digest(
    table: &'static str,
    id: impl ToString,
    text: &str,
) -> Result<Digest, StorageError> {
    text.parse()
        .map_err(|error| StorageError::contradiction(table, id, error))
}
