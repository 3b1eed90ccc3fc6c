//! Who stands over which section of a draft.

use content::byline::ContributorRole;
use content::ids::{ArticleId, PersonId, SectionId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entities::{draft_section, identity, section_contributor};
use crate::insert_rows::insert_rows;
use crate::words::parse;
use crate::{StorageError, Transaction};

/// Somebody over a section, and what they did for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contributor {
    /// Who.
    pub person: PersonId,
    /// What they did.
    pub role: ContributorRole,
}

impl From<PersonId> for Contributor {
    /// An author.
    fn from(person: PersonId) -> Self {
        Self {
            person,
            role: ContributorRole::Author,
        }
    }
}

/// Replaces the contributors of a section, in the order printed.
pub async fn set(
    tx: &Transaction,
    section: SectionId,
    over: &[Contributor],
) -> Result<(), StorageError> {
    section_contributor::Entity::delete_many()
        .filter(section_contributor::Column::SectionId.eq(section.0))
        .exec(tx.db())
        .await?;
    add(tx, &[(section, over)]).await
}

/// Names the contributors of sections that have none, in the order printed.
pub async fn add(
    tx: &Transaction,
    sections: &[(SectionId, &[Contributor])],
) -> Result<(), StorageError> {
    let mut rows = Vec::new();
    for (section, over) in sections {
        for (position, one) in (0..).zip(*over) {
            rows.push(section_contributor::ActiveModel {
                section_id: Set(section.0),
                person_id: Set(one.person.0),
                position: Set(position),
                role: Set(one.role.as_str().to_owned()),
            });
        }
    }
    insert_rows(tx, rows).await
}

/// The contributors of these sections, in the order printed, as stored (not merged).
pub async fn of_sections(
    tx: &Transaction,
    sections: &[SectionId],
) -> Result<Vec<(SectionId, PersonId)>, StorageError> {
    let over = in_roles(tx, sections).await?;
    Ok(over.into_iter().map(|(id, one)| (id, one.person)).collect())
}

/// The same with what each of them did.
pub async fn in_roles(
    tx: &Transaction,
    sections: &[SectionId],
) -> Result<Vec<(SectionId, Contributor)>, StorageError> {
    let rows = section_contributor::Entity::find()
        .filter(section_contributor::Column::SectionId.is_in(sections.iter().map(|id| id.0)))
        .order_by_asc(section_contributor::Column::Position)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            let contributor = Contributor {
                person: PersonId(row.person_id),
                role: parse("section_contributors", row.section_id, &row.role)?,
            };
            Ok((SectionId(row.section_id), contributor))
        })
        .collect()
}

/// Whether a person, or one merged with it, stands over a section of the article's draft.
pub async fn is_contributor(
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
) -> Result<bool, StorageError> {
    Ok(!articles_of(tx, person, Some(article)).await?.is_empty())
}

/// The articles in whose drafts a person, or one merged with it, stands over a section.
pub async fn articles_of(
    tx: &Transaction,
    person: PersonId,
    within: Option<ArticleId>,
) -> Result<Vec<ArticleId>, StorageError> {
    let same: Vec<Uuid> = same_identity(tx, person).await?;
    let mut query = draft_section::Entity::find()
        .select_only()
        .column(draft_section::Column::ArticleId)
        .distinct()
        .filter(draft_section::Column::RemovedAt.is_null())
        .filter(
            draft_section::Column::Id.in_subquery(
                sea_orm::sea_query::Query::select()
                    .column(section_contributor::Column::SectionId)
                    .from(section_contributor::Entity)
                    .and_where(section_contributor::Column::PersonId.is_in(same))
                    .to_owned(),
            ),
        );
    if let Some(article) = within {
        query = query.filter(draft_section::Column::ArticleId.eq(article.0));
    }
    let ids: Vec<Uuid> = query.into_tuple().all(tx.db()).await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

/// Every stored person that counts as the same one.
pub(crate) async fn same_identity(
    tx: &Transaction,
    person: PersonId,
) -> Result<Vec<Uuid>, StorageError> {
    let identity_of = crate::persons::find_identity(tx, person).await?;
    let rows = identity::Entity::find()
        .filter(identity::Column::Identity.eq(identity_of.0))
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}
