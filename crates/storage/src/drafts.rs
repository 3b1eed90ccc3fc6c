//! Drafts: the head and the sections of a text being typed, each with its own version.

use content::declaration::Declarations;
use content::digest::Digest;
use content::ids::{ArticleId, KeptTextId, PersonId, SaveId, SectionId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;

use crate::entities::{draft_head, draft_section, save};
use crate::insert_rows::insert_rows;
use crate::kept_texts::{self, KeptText, KeptWords, Why};
use crate::words::{json, parse_json};
use crate::{StorageError, Transaction};

/// Title, summary and question as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftHead {
    /// Counts saves, from 1.
    pub version: i64,
    /// One line.
    pub title: String,
    /// A sentence or two.
    pub summary: String,
    /// In `expert_answers`.
    pub question: Option<String>,
    /// When it was last saved.
    pub saved_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub saved_by: Option<PersonId>,
}

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
    /// What its contributors have answered so far.
    pub declarations: Declarations,
    /// When its words were last saved; an answer leaves them as they are.
    pub saved_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub saved_by: Option<PersonId>,
}

impl DraftHead {
    /// These words as they are kept when others take their place.
    #[must_use]
    pub fn kept(&self, article: ArticleId, why: Why, at: OffsetDateTime) -> KeptText {
        KeptText {
            id: kept_texts::new_id(),
            article_id: article,
            version: Some(self.version),
            words: KeptWords::Head {
                title: self.title.clone(),
                summary: self.summary.clone(),
                question: self.question.clone(),
            },
            why,
            saved_at: self.saved_at,
            saved_by: self.saved_by,
            kept_at: at,
        }
    }
}

impl DraftSection {
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
            },
            why,
            saved_at: self.saved_at,
            saved_by: self.saved_by,
            kept_at: at,
        }
    }
}

/// A save that was answered before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The version it made.
    pub version: i64,
    /// When.
    pub saved_at: OffsetDateTime,
}

/// What a save of some name was, and what it was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierSave {
    /// The section, or the article of the head.
    pub subject: uuid::Uuid,
    /// Of its words; `None` where it was not noted.
    pub digest: Option<String>,
    /// The answer.
    pub saved: Saved,
}

fn read_section(row: draft_section::Model) -> Result<DraftSection, StorageError> {
    Ok(DraftSection {
        declarations: parse_json("draft_sections", row.id, row.declarations)?,
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

/// The head of an article's draft.
pub async fn head(tx: &Transaction, article: ArticleId) -> Result<Option<DraftHead>, StorageError> {
    let row = draft_head::Entity::find_by_id(article.0)
        .one(tx.db())
        .await?;
    Ok(row.map(|row| DraftHead {
        version: row.version,
        title: row.title,
        summary: row.summary,
        question: row.question,
        saved_at: row.saved_at,
        saved_by: row.saved_by.map(PersonId),
    }))
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

/// Adds the head of a new article.
pub async fn insert_head(
    tx: &Transaction,
    article: ArticleId,
    head: &DraftHead,
) -> Result<(), StorageError> {
    insert_heads(tx, &[(article, head)]).await
}

/// Adds the heads of several articles.
pub async fn insert_heads(
    tx: &Transaction,
    heads: &[(ArticleId, &DraftHead)],
) -> Result<(), StorageError> {
    let row = |(article, head): &(ArticleId, &DraftHead)| draft_head::ActiveModel {
        article_id: Set(article.0),
        version: Set(head.version),
        title: Set(head.title.clone()),
        summary: Set(head.summary.clone()),
        question: Set(head.question.clone()),
        saved_at: Set(head.saved_at),
        saved_by: Set(head.saved_by.map(|id| id.0)),
    };
    insert_rows(tx, heads.iter().map(row).collect()).await
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
        saved_at: Set(section.saved_at),
        saved_by: Set(section.saved_by.map(|id| id.0)),
        removed_at: Set(None),
    };
    insert_rows(tx, sections.iter().map(row).collect()).await
}

/// Writes the head as `head.version`, if the version before is the one stored. The words it
/// replaces are kept, see [`kept_texts`].
///
/// Answers whether it was; nothing changes otherwise.
pub async fn save_head(
    tx: &Transaction,
    article: ArticleId,
    head: &DraftHead,
) -> Result<bool, StorageError> {
    let before = self::head(tx, article).await?;
    let done = draft_head::Entity::update_many()
        .col_expr(draft_head::Column::Version, Expr::value(head.version))
        .col_expr(draft_head::Column::Title, Expr::value(&head.title))
        .col_expr(draft_head::Column::Summary, Expr::value(&head.summary))
        .col_expr(
            draft_head::Column::Question,
            Expr::value(head.question.clone()),
        )
        .col_expr(draft_head::Column::SavedAt, Expr::value(head.saved_at))
        .col_expr(
            draft_head::Column::SavedBy,
            Expr::value(head.saved_by.map(|id| id.0)),
        )
        .filter(draft_head::Column::ArticleId.eq(article.0))
        .filter(draft_head::Column::Version.eq(head.version - 1))
        .exec(tx.db())
        .await?;
    let Some(before) = before.filter(|_| done.rows_affected == 1) else {
        return Ok(false);
    };
    let replaced = before.kept(article, Why::Replaced, head.saved_at);
    kept_texts::keep_replaced(tx, &replaced, head.saved_by).await?;
    Ok(true)
}

/// Writes a section as `section.version`, if the version before is the one stored. The words it
/// replaces are kept, see [`kept_texts`]; who saved the words stays where they stay.
///
/// Answers whether it was; nothing changes otherwise.
pub async fn save_section(tx: &Transaction, section: &DraftSection) -> Result<bool, StorageError> {
    let Some((before, _)) = section_or_removed(tx, section.article_id, section.id).await? else {
        return Ok(false);
    };
    let is_new = before.body_html != section.body_html;
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

/// Puts a section at a place on the page.
pub async fn set_position(
    tx: &Transaction,
    id: SectionId,
    position: i64,
) -> Result<(), StorageError> {
    draft_section::Entity::update_many()
        .col_expr(draft_section::Column::Position, Expr::value(position))
        .filter(draft_section::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Takes a section out of the draft and answers under which name its words are kept; its
/// frozen texts stay.
pub async fn remove_section(
    tx: &Transaction,
    id: SectionId,
    at: OffsetDateTime,
) -> Result<Option<KeptTextId>, StorageError> {
    let row = draft_section::Entity::find_by_id(id.0)
        .filter(draft_section::Column::RemovedAt.is_null())
        .one(tx.db())
        .await?;
    let Some(row) = row else { return Ok(None) };
    draft_section::Entity::update_many()
        .col_expr(draft_section::Column::RemovedAt, Expr::value(at))
        .filter(draft_section::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    let kept = kept_texts::keep(tx, &read_section(row)?.kept(Why::Removed, at)).await?;
    Ok(Some(kept))
}

/// Puts a section that was taken out back into the draft, at a place on the page.
pub async fn return_section(
    tx: &Transaction,
    id: SectionId,
    position: i64,
) -> Result<(), StorageError> {
    draft_section::Entity::update_many()
        .col_expr(
            draft_section::Column::RemovedAt,
            Expr::value(Option::<OffsetDateTime>::None),
        )
        .col_expr(draft_section::Column::Position, Expr::value(position))
        .filter(draft_section::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Blanks every word of an article's draft.
pub async fn blank(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    draft_head::Entity::update_many()
        .col_expr(draft_head::Column::Title, Expr::value(""))
        .col_expr(draft_head::Column::Summary, Expr::value(""))
        .col_expr(
            draft_head::Column::Question,
            Expr::value(Option::<String>::None),
        )
        .col_expr(
            draft_head::Column::Version,
            Expr::col(draft_head::Column::Version).add(1),
        )
        .col_expr(draft_head::Column::SavedAt, Expr::value(at))
        .filter(draft_head::Column::ArticleId.eq(article.0))
        .exec(tx.db())
        .await?;
    draft_section::Entity::update_many()
        .col_expr(draft_section::Column::BodyHtml, Expr::value(""))
        .col_expr(
            draft_section::Column::Version,
            Expr::col(draft_section::Column::Version).add(1),
        )
        .col_expr(
            draft_section::Column::Declarations,
            Expr::value(json(&Declarations::default())),
        )
        .col_expr(draft_section::Column::SavedAt, Expr::value(at))
        .filter(draft_section::Column::ArticleId.eq(article.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// What was answered to a save of this name before.
pub async fn find_save(tx: &Transaction, id: SaveId) -> Result<Option<EarlierSave>, StorageError> {
    let row = save::Entity::find_by_id(id.0).one(tx.db()).await?;
    Ok(row.map(|row| EarlierSave {
        subject: row.subject_id,
        digest: row.digest,
        saved: Saved {
            version: row.version,
            saved_at: row.saved_at,
        },
    }))
}

/// Remembers what a save of this name, with words of this digest, is answered with.
pub async fn remember_save(
    tx: &Transaction,
    id: SaveId,
    subject: uuid::Uuid,
    digest: Digest,
    saved: Saved,
) -> Result<(), StorageError> {
    save::Entity::insert(save::ActiveModel {
        save_id: Set(id.0),
        subject_id: Set(subject),
        version: Set(saved.version),
        saved_at: Set(saved.saved_at),
        digest: Set(Some(digest.to_string())),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Forgets saves older than a moment: no client retries for that long.
pub async fn forget_saves(tx: &Transaction, before: OffsetDateTime) -> Result<(), StorageError> {
    save::Entity::delete_many()
        .filter(save::Column::SavedAt.lt(before))
        .exec(tx.db())
        .await?;
    Ok(())
}
