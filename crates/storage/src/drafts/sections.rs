//! The sections and their words.

use content::declaration::Declarations;
use content::ids::{ArticleId, PersonId, SectionId};
use content::image::Image;
use content::reference::Reference;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;

use crate::entities::draft_section;
use crate::insert_rows::insert_rows;
use crate::kept_texts::{self, KeptText, KeptWords, Why};
use crate::words::{json, parse_json};
use crate::{StorageError, Transaction};

/// One section as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSection {
    /// Its lasting name.
    pub id: SectionId,
    /// The article it belongs to.
    pub article_id: ArticleId,
    /// Order on the page.
    pub position: i64,
    /// Counts saves, from 1.
    pub version: i64,
    /// The name and version of the format of `body_html`.
    pub format: String,
    /// As cleaned when it was saved; cleaned again when it is frozen.
    pub body_html: String,
    /// What is said of the images in it.
    pub images: Vec<Image>,
    /// The works it rests on, in the order printed.
    pub references: Vec<Reference>,
    /// What its contributors have answered so far.
    pub declarations: Declarations,
    /// When its words were last saved; an answer leaves them as they are.
    pub saved_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub saved_by: Option<PersonId>,
}

impl DraftSection {
    /// Whether both hold the same words, and the same beside them.
    #[must_use]
    pub fn same_words(&self, other: &Self) -> bool {
        self.body_html == other.body_html
            && self.images == other.images
            && self.references == other.references
    }

    /// These words as they are kept when others take their place.
    #[must_use]
    pub fn kept(&self, why: Why, at: OffsetDateTime) -> KeptText {
        KeptText {
            id: kept_texts::new_id(),
            article_id: self.article_id,
            version: Some(self.version),
            words: KeptWords::Section {
                id: self.id,
                body_html: self.body_html.clone(),
                images: self.images.clone(),
                references: self.references.clone(),
            },
            why,
            saved_at: self.saved_at,
            saved_by: self.saved_by,
            kept_at: at,
        }
    }
}

pub(super) fn read_section(row: draft_section::Model) -> Result<DraftSection, StorageError> {
    Ok(DraftSection {
        declarations: parse_json("draft_sections", row.id, row.declarations)?,
        images: parse_json("draft_sections", row.id, row.images)?,
        references: parse_json("draft_sections", row.id, row.references)?,
        id: SectionId(row.id),
        article_id: ArticleId(row.article_id),
        position: row.position,
        version: row.version,
        format: row.format,
        body_html: row.body_html,
        saved_at: row.saved_at,
        saved_by: row.saved_by.map(PersonId),
    })
}

/// The sections of an article's draft, in order.
pub async fn sections(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<DraftSection>, StorageError> {
    let rows = draft_section::Entity::find()
        .filter(draft_section::Column::ArticleId.eq(article.0))
        .filter(draft_section::Column::RemovedAt.is_null())
        .order_by_asc(draft_section::Column::Position)
        .order_by_asc(draft_section::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(read_section).collect()
}

/// One section that was not removed.
pub async fn section(
    tx: &Transaction,
    article: ArticleId,
    id: SectionId,
) -> Result<Option<DraftSection>, StorageError> {
    let row = draft_section::Entity::find_by_id(id.0)
        .filter(draft_section::Column::ArticleId.eq(article.0))
        .filter(draft_section::Column::RemovedAt.is_null())
        .one(tx.db())
        .await?;
    row.map(read_section).transpose()
}

/// One section, removed or not, and since when it is out of the draft.
pub async fn section_or_removed(
    tx: &Transaction,
    article: ArticleId,
    id: SectionId,
) -> Result<Option<(DraftSection, Option<OffsetDateTime>)>, StorageError> {
    let row = draft_section::Entity::find_by_id(id.0)
        .filter(draft_section::Column::ArticleId.eq(article.0))
        .one(tx.db())
        .await?;
    row.map(|row| {
        let removed_at = row.removed_at;
        Ok((read_section(row)?, removed_at))
    })
    .transpose()
}

/// Adds a section.
pub async fn insert_section(tx: &Transaction, section: &DraftSection) -> Result<(), StorageError> {
    insert_sections(tx, &[section]).await
}

/// Adds several sections.
pub async fn insert_sections(
    tx: &Transaction,
    sections: &[&DraftSection],
) -> Result<(), StorageError> {
    let row = |section: &&DraftSection| draft_section::ActiveModel {
        id: Set(section.id.0),
        article_id: Set(section.article_id.0),
        position: Set(section.position),
        version: Set(section.version),
        format: Set(section.format.clone()),
        body_html: Set(section.body_html.clone()),
        declarations: Set(json(&section.declarations)),
        images: Set(json(&section.images)),
        references: Set(json(&section.references)),
        saved_at: Set(section.saved_at),
        saved_by: Set(section.saved_by.map(|id| id.0)),
        removed_at: Set(None),
    };
    insert_rows(tx, sections.iter().map(row).collect()).await
}

/// Writes a section as `section.version`, if the version before is the one stored. The words it
/// replaces are kept, see [`kept_texts`]; who saved the words stays where they stay.
///
/// Answers whether it was; nothing changes otherwise.
pub async fn save_section(tx: &Transaction, section: &DraftSection) -> Result<bool, StorageError> {
    let Some((before, _)) = section_or_removed(tx, section.article_id, section.id).await? else {
        return Ok(false);
    };
    let is_new = !before.same_words(section);
    let (saved_at, saved_by) = if is_new {
        (section.saved_at, section.saved_by)
    } else {
        (before.saved_at, before.saved_by)
    };
    let done = draft_section::Entity::update_many()
        .col_expr(draft_section::Column::Version, Expr::value(section.version))
        .col_expr(draft_section::Column::Format, Expr::value(&section.format))
        .col_expr(
            draft_section::Column::BodyHtml,
            Expr::value(&section.body_html),
        )
        .col_expr(
            draft_section::Column::Declarations,
            Expr::value(json(&section.declarations)),
        )
        .col_expr(
            draft_section::Column::Images,
            Expr::value(json(&section.images)),
        )
        .col_expr(
            draft_section::Column::References,
            Expr::value(json(&section.references)),
        )
        .col_expr(draft_section::Column::SavedAt, Expr::value(saved_at))
        .col_expr(
            draft_section::Column::SavedBy,
            Expr::value(saved_by.map(|id| id.0)),
        )
        .filter(draft_section::Column::Id.eq(section.id.0))
        .filter(draft_section::Column::Version.eq(section.version - 1))
        .exec(tx.db())
        .await?;
    if done.rows_affected != 1 {
        return Ok(false);
    }
    if is_new {
        let replaced = before.kept(Why::Replaced, section.saved_at);
        kept_texts::keep_replaced(tx, &replaced, section.saved_by).await?;
    }
    Ok(true)
}
