//! Where imported articles and persons came from.

use content::ids::{ArticleId, PersonId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use time::OffsetDateTime;

use crate::entities::{export_person, import, import_person};
use crate::erasure::{asked_by_stored, in_place_of};
use crate::insert_rows::insert_rows_with;
use crate::{StorageError, Transaction};

/// An import as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name in the other system.
    pub external_id: String,
    /// The article here.
    pub article_id: ArticleId,
    /// SHA-256 of the line it came from.
    pub source_digest: String,
    /// Where it was first published.
    pub source_url: Option<String>,
    /// When it came in.
    pub imported_at: OffsetDateTime,
}

fn read(row: import::Model) -> Import {
    Import {
        external_id: row.external_id,
        article_id: ArticleId(row.article_id),
        source_digest: row.source_digest,
        source_url: row.source_url,
        imported_at: row.imported_at,
    }
}

/// The import of this name, also when its article was erased here.
pub async fn find(tx: &Transaction, external_id: &str) -> Result<Option<Import>, StorageError> {
    let names = [external_id, &in_place_of(external_id)];
    let row = import::Entity::find()
        .filter(import::Column::ExternalId.is_in(names))
        .one(tx.db())
        .await?;
    Ok(row.map(read))
}

/// The imports of these names, each as it was asked for, also when its article was erased here.
pub async fn find_all(
    tx: &Transaction,
    external_ids: &[String],
) -> Result<Vec<Import>, StorageError> {
    let erased = asked_by_stored(external_ids);
    let rows = import::Entity::find()
        .filter(import::Column::ExternalId.is_in(external_ids.iter().chain(erased.keys())))
        .all(tx.db())
        .await?;
    let as_asked = |import: Import| match erased.get(&import.external_id) {
        Some(asked) => Import {
            external_id: (*asked).clone(),
            ..import
        },
        None => import,
    };
    Ok(rows.into_iter().map(read).map(as_asked).collect())
}

/// The import that an article came from.
pub async fn find_by_article(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Option<Import>, StorageError> {
    let row = import::Entity::find()
        .filter(import::Column::ArticleId.eq(article.0))
        .one(tx.db())
        .await?;
    Ok(row.map(read))
}

/// Records an import, or that it was repeated with other content.
pub async fn put(tx: &Transaction, new: &Import) -> Result<(), StorageError> {
    put_all(tx, &[new]).await
}

/// Records several imports, each of another name.
pub async fn put_all(tx: &Transaction, new: &[&Import]) -> Result<(), StorageError> {
    let row = |new: &&Import| import::ActiveModel {
        external_id: Set(new.external_id.clone()),
        article_id: Set(new.article_id.0),
        source_digest: Set(new.source_digest.clone()),
        source_url: Set(new.source_url.clone()),
        imported_at: Set(new.imported_at),
    };
    insert_rows_with(tx, new.iter().map(row).collect(), |insert| {
        insert.on_conflict(
            OnConflict::column(import::Column::ExternalId)
                .update_columns([
                    import::Column::SourceDigest,
                    import::Column::SourceUrl,
                    import::Column::ImportedAt,
                ])
                .to_owned(),
        )
    })
    .await
}

/// The person that an author of the other system became.
pub async fn find_person(
    tx: &Transaction,
    author_key: &str,
) -> Result<Option<PersonId>, StorageError> {
    let row = import_person::Entity::find_by_id(author_key.to_owned())
        .one(tx.db())
        .await?;
    Ok(row.map(|row| PersonId(row.person_id)))
}

/// Records which person an author of the other system became, or is from now on.
pub async fn put_person(
    tx: &Transaction,
    author_key: &str,
    person: PersonId,
) -> Result<(), StorageError> {
    import_person::Entity::insert(import_person::ActiveModel {
        author_key: Set(author_key.to_owned()),
        person_id: Set(person.0),
    })
    .on_conflict(
        OnConflict::column(import_person::Column::AuthorKey)
            .update_column(import_person::Column::PersonId)
            .to_owned(),
    )
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Remembers that an export told of these persons by their names here.
pub async fn remember_export(tx: &Transaction, persons: &[PersonId]) -> Result<(), StorageError> {
    for person in persons {
        export_person::Entity::insert(export_person::ActiveModel {
            person_id: Set(person.0),
        })
        .on_conflict(
            OnConflict::column(export_person::Column::PersonId)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx.db())
        .await?;
    }
    Ok(())
}

/// Whether an import or an export of this site has told of a person: a bundle may come back
/// with that name.
pub async fn has_told_of(tx: &Transaction, person: PersonId) -> Result<bool, StorageError> {
    let exported = export_person::Entity::find_by_id(person.0)
        .one(tx.db())
        .await?;
    if exported.is_some() {
        return Ok(true);
    }
    let imported = import_person::Entity::find()
        .filter(import_person::Column::PersonId.eq(person.0))
        .limit(1)
        .one(tx.db())
        .await?;
    Ok(imported.is_some())
}
