//! Earlier words of a draft: kept where a save, a removal or a choice between two texts takes
//! their place. An erasure blanks them; nothing else changes them.

use content::ids::{ArticleId, KeptTextId, PersonId, SectionId};
use content::image::Image;
use content::reference::Reference;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::entities::{article, kept_text};
use crate::words::{json, parse, parse_json, word};
use crate::{StorageError, Transaction};

/// While one person goes on typing, this much at most is in no kept text.
const APART: Duration = Duration::minutes(10);

/// Why words were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Other words took their place.
    Replaced,
    /// Their section was taken out.
    Removed,
    /// Of two texts, the other one was chosen.
    NotChosen,
}

/// The words of a part of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptWords {
    /// Title, summary and question.
    Head {
        /// One line.
        title: String,
        /// A sentence or two.
        summary: String,
        /// In `expert_answers`.
        question: Option<String>,
    },
    /// A section.
    Section {
        /// Which.
        id: SectionId,
        /// As cleaned when it was saved.
        body_html: String,
        /// What was said of its images.
        images: Vec<Image>,
        /// The works it rested on.
        references: Vec<Reference>,
    },
}

impl KeptWords {
    /// Whose part it is; `None` for the head.
    #[must_use]
    pub const fn section(&self) -> Option<SectionId> {
        match self {
            Self::Head { .. } => None,
            Self::Section { id, .. } => Some(*id),
        }
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Head {
                title,
                summary,
                question,
            } => {
                title.is_empty()
                    && summary.is_empty()
                    && question.as_deref().unwrap_or_default().is_empty()
            }
            Self::Section {
                body_html,
                references,
                ..
            } => body_html.is_empty() && references.is_empty(),
        }
    }
}

/// Earlier words as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptText {
    /// Its lasting name.
    pub id: KeptTextId,
    /// The article.
    pub article_id: ArticleId,
    /// The version they were; `None` where they were never the stored text.
    pub version: Option<i64>,
    /// The words.
    pub words: KeptWords,
    /// Why they are here.
    pub why: Why,
    /// When they were saved.
    pub saved_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub saved_by: Option<PersonId>,
    /// When they were kept.
    pub kept_at: OffsetDateTime,
}

/// What stays of earlier words that were erased: that they were there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasedText {
    /// The name that the words had.
    pub id: KeptTextId,
    /// Whose part they were; `None` for the head.
    pub section: Option<SectionId>,
    /// Why they were kept.
    pub why: Why,
    /// When they were saved.
    pub saved_at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub saved_by: Option<PersonId>,
}

/// Keeps words and answers their name; of one version once only, under the first one.
pub async fn keep(tx: &Transaction, new: &KeptText) -> Result<KeptTextId, StorageError> {
    let part = of_part(new.article_id, new.words.section());
    if let Some(version) = new.version {
        let known = kept_text::Entity::find()
            .filter(part)
            .filter(kept_text::Column::Version.eq(version))
            .one(tx.db())
            .await?;
        if let Some(known) = known {
            return Ok(KeptTextId(known.id));
        }
    }
    let mut row = kept_text::ActiveModel {
        id: Set(new.id.0),
        article_id: Set(new.article_id.0),
        section_id: Set(new.words.section().map(|id| id.0)),
        version: Set(new.version),
        title: Set(None),
        summary: Set(None),
        question: Set(None),
        body_html: Set(None),
        images: Set(None),
        references: Set(None),
        why: Set(word(&new.why)),
        saved_at: Set(new.saved_at),
        saved_by: Set(new.saved_by.map(|id| id.0)),
        kept_at: Set(new.kept_at),
        erased_at: Set(None),
    };
    match new.words.clone() {
        KeptWords::Head {
            title,
            summary,
            question,
        } => {
            row.title = Set(Some(title));
            row.summary = Set(Some(summary));
            row.question = Set(question);
        }
        KeptWords::Section {
            body_html,
            images,
            references,
            ..
        } => {
            row.body_html = Set(Some(body_html));
            row.images = Set(Some(json(&images)));
            row.references = Set(Some(json(&references)));
        }
    }
    kept_text::Entity::insert(row)
        .exec_without_returning(tx.db())
        .await?;
    Ok(new.id)
}

/// Keeps words that a save is about to replace, unless their own writer goes on within ten
/// minutes of what was kept last.
pub(crate) async fn keep_replaced(
    tx: &Transaction,
    before: &KeptText,
    by: Option<PersonId>,
) -> Result<(), StorageError> {
    if before.words.is_blank() {
        return Ok(());
    }
    let goes_on = before.saved_by == by
        && before.kept_at - last_kept(tx, before.article_id, before.words.section()).await? < APART;
    if goes_on {
        return Ok(());
    }
    keep(tx, before).await?;
    Ok(())
}

/// When words of this part were kept last; before that, when the article was begun.
async fn last_kept(
    tx: &Transaction,
    article: ArticleId,
    section: Option<SectionId>,
) -> Result<OffsetDateTime, StorageError> {
    let newest = kept_text::Entity::find()
        .filter(of_part(article, section))
        .order_by_desc(kept_text::Column::KeptAt)
        .one(tx.db())
        .await?;
    if let Some(newest) = newest {
        return Ok(newest.kept_at);
    }
    let begun = article::Entity::find_by_id(article.0).one(tx.db()).await?;
    Ok(begun.map_or(OffsetDateTime::UNIX_EPOCH, |article| article.created_at))
}

fn of_part(article: ArticleId, section: Option<SectionId>) -> sea_orm::Condition {
    let all = sea_orm::Condition::all().add(kept_text::Column::ArticleId.eq(article.0));
    match section {
        Some(section) => all.add(kept_text::Column::SectionId.eq(section.0)),
        None => all.add(kept_text::Column::SectionId.is_null()),
    }
}

/// What stood beside kept words; nothing was kept of it before there was any.
fn beside<T: DeserializeOwned>(
    id: Uuid,
    stored: Option<serde_json::Value>,
) -> Result<Vec<T>, StorageError> {
    stored.map_or_else(
        || Ok(Vec::new()),
        |stored| parse_json("kept_texts", id, stored),
    )
}

fn read(row: kept_text::Model) -> Result<Option<KeptText>, StorageError> {
    let words = match (row.title, row.body_html, row.section_id) {
        (Some(title), _, _) => KeptWords::Head {
            title,
            summary: row.summary.unwrap_or_default(),
            question: row.question,
        },
        (None, Some(body_html), Some(section)) => KeptWords::Section {
            id: SectionId(section),
            body_html,
            images: beside(row.id, row.images)?,
            references: beside(row.id, row.references)?,
        },
        _ => return Ok(None),
    };
    Ok(Some(KeptText {
        id: KeptTextId(row.id),
        article_id: ArticleId(row.article_id),
        version: row.version,
        words,
        why: parse("kept_texts", row.id, &row.why)?,
        saved_at: row.saved_at,
        saved_by: row.saved_by.map(PersonId),
        kept_at: row.kept_at,
    }))
}

/// The words of this name, unless they were erased.
pub async fn find(
    tx: &Transaction,
    article: ArticleId,
    id: KeptTextId,
) -> Result<Option<KeptText>, StorageError> {
    let row = kept_text::Entity::find_by_id(id.0)
        .filter(kept_text::Column::ArticleId.eq(article.0))
        .one(tx.db())
        .await?;
    row.map_or(Ok(None), read)
}

/// The earlier words of an article that were not erased, the one kept first first.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<KeptText>, StorageError> {
    let rows = kept_text::Entity::find()
        .filter(kept_text::Column::ArticleId.eq(article.0))
        .order_by_asc(kept_text::Column::KeptAt)
        .order_by_asc(kept_text::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .filter_map(|row| read(row).transpose())
        .collect()
}

/// The earlier words of an article that were erased, the one kept first first.
pub async fn list_erased(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<ErasedText>, StorageError> {
    let rows = kept_text::Entity::find()
        .filter(kept_text::Column::ArticleId.eq(article.0))
        .filter(kept_text::Column::ErasedAt.is_not_null())
        .order_by_asc(kept_text::Column::KeptAt)
        .order_by_asc(kept_text::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ErasedText {
                id: KeptTextId(row.id),
                section: row.section_id.map(SectionId),
                why: parse("kept_texts", row.id, &row.why)?,
                saved_at: row.saved_at,
                saved_by: row.saved_by.map(PersonId),
            })
        })
        .collect()
}

/// Blanks the earlier words of an article. The schema refuses it without an erasure that two
/// persons agreed to.
pub async fn blank(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let nothing = || Expr::value(Option::<String>::None);
    let no_list = || Expr::value(Option::<serde_json::Value>::None);
    kept_text::Entity::update_many()
        .col_expr(kept_text::Column::Title, nothing())
        .col_expr(kept_text::Column::Summary, nothing())
        .col_expr(kept_text::Column::Question, nothing())
        .col_expr(kept_text::Column::BodyHtml, nothing())
        .col_expr(kept_text::Column::Images, no_list())
        .col_expr(kept_text::Column::References, no_list())
        .col_expr(kept_text::Column::ErasedAt, Expr::value(at))
        .filter(kept_text::Column::ArticleId.eq(article.0))
        .filter(kept_text::Column::ErasedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

pub(crate) fn new_id() -> KeptTextId {
    KeptTextId(Uuid::now_v7())
}
