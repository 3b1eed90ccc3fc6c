//! Publications, and the public copy of each article.

use content::byline::Byline;
use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ArticleId, DisclaimerId, PersonId, PublicationId, RevisionId};
use content::lifecycle::PublicCopy;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;

use crate::contributors::same_identity;
use crate::entities::{
    public_author, public_copy, publication, publication_disclaimer, withdrawal,
};
use crate::insert_rows::insert_rows;
use crate::revisions::{digest, newest_number};
use crate::words::{json, parse, parse_json, word};
use crate::{StorageError, Transaction};

/// A publication about to be recorded.
#[derive(Clone, Debug)]
pub struct NewPublication {
    /// The name it gets.
    pub id: PublicationId,
    /// The article.
    pub article_id: ArticleId,
    /// The frozen text.
    pub revision_id: RevisionId,
    /// Its digest.
    pub revision_digest: Digest,
    /// How it came about.
    pub mode: Mode,
    /// Names revision, disclaimers and mode.
    pub digest: Digest,
    /// Pinned, in order.
    pub disclaimers: Vec<DisclaimerId>,
    /// When.
    pub published_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub published_by: Option<PersonId>,
}

/// A publication as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPublication {
    /// Its lasting name.
    pub id: PublicationId,
    /// The frozen text.
    pub revision_id: RevisionId,
    /// Its digest.
    pub revision_digest: Digest,
    /// How it came about.
    pub mode: Mode,
    /// When.
    pub published_at: OffsetDateTime,
    /// By whom.
    pub published_by: Option<PersonId>,
}

/// The public copy with what lists show of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPublicCopy {
    /// The state with its facts.
    pub state: PublicCopy,
    /// The publication that readers have, or last had.
    pub publication_id: PublicationId,
    /// Its address.
    pub slug: String,
    /// As published; `None` once erased.
    pub title: Option<String>,
    /// As published; `None` once erased.
    pub summary: Option<String>,
    /// All names, in the order printed.
    pub bylines: Vec<Byline>,
    /// Who paid, in the words that were signed.
    pub sponsorship: Option<String>,
    /// Since when it is in this state.
    pub since: OffsetDateTime,
    /// Printed for readers when withdrawn or retracted.
    pub reason: Option<String>,
    /// When the article was first public.
    pub first_published_at: OffsetDateTime,
    /// When this text was made public.
    pub published_at: OffsetDateTime,
}

/// Records a publication with its disclaimers. The schema refuses one without text, names,
/// signatures or disclaimers.
pub async fn insert(tx: &Transaction, new: &NewPublication) -> Result<(), StorageError> {
    insert_all(tx, &[new]).await
}

/// Records several publications, as [`insert`] does.
pub async fn insert_all(tx: &Transaction, new: &[&NewPublication]) -> Result<(), StorageError> {
    let mut pinned = Vec::new();
    for new in new {
        for (position, disclaimer) in (0..).zip(&new.disclaimers) {
            pinned.push(publication_disclaimer::ActiveModel {
                publication_id: Set(new.id.0),
                disclaimer_id: Set(disclaimer.0),
                position: Set(position),
            });
        }
    }
    insert_rows(tx, pinned).await?;
    let row = |new: &&NewPublication| publication::ActiveModel {
        id: Set(new.id.0),
        article_id: Set(new.article_id.0),
        revision_id: Set(new.revision_id.0),
        revision_digest: Set(new.revision_digest.to_string()),
        mode: Set(word(&new.mode)),
        digest: Set(new.digest.to_string()),
        published_at: Set(new.published_at),
        published_by: Set(new.published_by.map(|id| id.0)),
    };
    insert_rows(tx, new.iter().map(row).collect()).await
}

/// The publications of an article, newest first.
pub async fn list(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<StoredPublication>, StorageError> {
    let rows = publication::Entity::find()
        .filter(publication::Column::ArticleId.eq(article.0))
        .order_by_desc(publication::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(StoredPublication {
                mode: parse("publications", row.id, &row.mode)?,
                revision_digest: digest("publications", row.id, &row.revision_digest)?,
                id: PublicationId(row.id),
                revision_id: RevisionId(row.revision_id),
                published_at: row.published_at,
                published_by: row.published_by.map(PersonId),
            })
        })
        .collect()
}

/// The publication of this name.
pub async fn find(
    tx: &Transaction,
    article: ArticleId,
    id: PublicationId,
) -> Result<Option<StoredPublication>, StorageError> {
    Ok(list(tx, article)
        .await?
        .into_iter()
        .find(|one| one.id == id))
}

pub(crate) fn read_copy(row: public_copy::Model) -> Result<StoredPublicCopy, StorageError> {
    Ok(StoredPublicCopy {
        state: parse_json("public_copies", row.article_id, row.facts)?,
        bylines: parse_json("public_copies", row.article_id, row.bylines)?,
        publication_id: PublicationId(row.publication_id),
        sponsorship: row.sponsorship,
        slug: row.slug,
        title: row.title,
        summary: row.summary,
        since: row.since,
        reason: row.reason,
        first_published_at: row.first_published_at,
        published_at: row.published_at,
    })
}

/// The public copy of an article, if it ever had one.
pub async fn find_copy(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Option<StoredPublicCopy>, StorageError> {
    public_copy::Entity::find_by_id(article.0)
        .one(tx.db())
        .await?
        .map(read_copy)
        .transpose()
}

/// Puts the public copy into a state. A withdrawal stays on the record with the text that was
/// newest then: signatures on that and on earlier texts no longer count.
pub async fn put_copy(
    tx: &Transaction,
    article: ArticleId,
    copy: &StoredPublicCopy,
) -> Result<(), StorageError> {
    use public_copy::Column as C;
    if let PublicCopy::Withdrawn { since, .. } = &copy.state {
        note_withdrawal(tx, article, copy.publication_id, *since).await?;
    }
    public_copy::Entity::insert(copy_row(article, copy))
        .on_conflict(
            OnConflict::column(C::ArticleId)
                .update_columns([
                    C::State,
                    C::PublicationId,
                    C::Facts,
                    C::Reason,
                    C::Since,
                    C::Slug,
                    C::Title,
                    C::Summary,
                    C::Bylines,
                    C::Sponsorship,
                    C::FirstPublishedAt,
                    C::PublishedAt,
                ])
                .to_owned(),
        )
        .exec_without_returning(tx.db())
        .await?;
    Ok(())
}

/// Gives first public copies to articles that have none.
pub async fn add_copies(
    tx: &Transaction,
    copies: &[(ArticleId, &StoredPublicCopy)],
) -> Result<(), StorageError> {
    let row = |(article, copy): &(ArticleId, &StoredPublicCopy)| copy_row(*article, copy);
    insert_rows(tx, copies.iter().map(row).collect()).await
}

fn copy_row(article: ArticleId, copy: &StoredPublicCopy) -> public_copy::ActiveModel {
    public_copy::ActiveModel {
        article_id: Set(article.0),
        state: Set(copy.state.state().to_owned()),
        publication_id: Set(copy.publication_id.0),
        facts: Set(json(&copy.state)),
        reason: Set(copy.reason.clone()),
        since: Set(copy.since),
        slug: Set(copy.slug.clone()),
        title: Set(copy.title.clone()),
        summary: Set(copy.summary.clone()),
        bylines: Set(json(&copy.bylines)),
        sponsorship: Set(copy.sponsorship.clone()),
        first_published_at: Set(copy.first_published_at),
        published_at: Set(copy.published_at),
    }
}

async fn note_withdrawal(
    tx: &Transaction,
    article: ArticleId,
    publication: PublicationId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let known = withdrawal::Entity::find_by_id(publication.0);
    if known.one(tx.db()).await?.is_some() {
        return Ok(());
    }
    let newest = newest_number(tx, article).await?;
    withdrawal::Entity::insert(withdrawal::ActiveModel {
        publication_id: Set(publication.0),
        article_id: Set(article.0),
        revision_number: Set(i64::from(newest)),
        at: Set(at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Replaces who is listed as author of the public copy, in the order printed.
pub async fn set_authors(
    tx: &Transaction,
    article: ArticleId,
    persons: &[PersonId],
) -> Result<(), StorageError> {
    public_author::Entity::delete_many()
        .filter(public_author::Column::ArticleId.eq(article.0))
        .exec(tx.db())
        .await?;
    add_authors(tx, &[(article, persons)]).await
}

/// Lists the authors of public copies that have none, in the order printed.
pub async fn add_authors(
    tx: &Transaction,
    articles: &[(ArticleId, &[PersonId])],
) -> Result<(), StorageError> {
    let mut rows = Vec::new();
    for (article, persons) in articles {
        for (position, person) in (0..).zip(*persons) {
            rows.push(public_author::ActiveModel {
                article_id: Set(article.0),
                person_id: Set(person.0),
                position: Set(position),
            });
        }
    }
    insert_rows(tx, rows).await
}

/// The articles whose public copy names a person, or one merged with it, as author.
pub async fn articles_by(
    tx: &Transaction,
    person: PersonId,
) -> Result<Vec<ArticleId>, StorageError> {
    let same: Vec<PersonId> = same_identity(tx, person)
        .await?
        .into_iter()
        .map(PersonId)
        .collect();
    articles_of(tx, &same).await
}

/// Whether the public copy of an article names a person, or one merged with it, as author.
pub async fn is_author(
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
) -> Result<bool, StorageError> {
    let same = same_identity(tx, person).await?;
    let row = public_author::Entity::find()
        .filter(public_author::Column::ArticleId.eq(article.0))
        .filter(public_author::Column::PersonId.is_in(same))
        .one(tx.db())
        .await?;
    Ok(row.is_some())
}

/// The articles whose public copy names a person as author, as stored.
pub async fn articles_of(
    tx: &Transaction,
    persons: &[PersonId],
) -> Result<Vec<ArticleId>, StorageError> {
    let rows = public_author::Entity::find()
        .filter(public_author::Column::PersonId.is_in(persons.iter().map(|id| id.0)))
        .order_by_asc(public_author::Column::ArticleId)
        .all(tx.db())
        .await?;
    let mut articles: Vec<ArticleId> = rows
        .into_iter()
        .map(|row| ArticleId(row.article_id))
        .collect();
    articles.dedup();
    Ok(articles)
}

/// Moves the public copy to another address.
pub async fn set_copy_slug(
    tx: &Transaction,
    article: ArticleId,
    slug: &str,
) -> Result<(), StorageError> {
    public_copy::Entity::update_many()
        .col_expr(public_copy::Column::Slug, Expr::value(slug))
        .filter(public_copy::Column::ArticleId.eq(article.0))
        .exec(tx.db())
        .await?;
    Ok(())
}
