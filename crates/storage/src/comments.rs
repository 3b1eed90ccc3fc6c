//! Comments beside a text, and the answers to them. A removal or an erasure takes their words;
//! that they were there stays.

use content::ids::{ArticleId, CommentId, PersonId, SectionId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use time::OffsetDateTime;

use crate::entities::comment;
use crate::insert_rows::insert_rows;
use crate::{StorageError, Transaction};

/// A comment as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its lasting name.
    pub id: CommentId,
    /// The article.
    pub article_id: ArticleId,
    /// The section whose words it is about.
    pub section_id: SectionId,
    /// The comment that it answers.
    pub parent: Option<CommentId>,
    /// Who wrote it here.
    pub person: Option<PersonId>,
    /// Who wrote it, as the document says that it came with.
    pub author_name: Option<String>,
    /// What it says; `None` when that was taken away.
    pub words: Option<CommentWords>,
    /// When it was written, as the document says that it came with.
    pub written_at: Option<OffsetDateTime>,
    /// Since when it is here.
    pub added_at: OffsetDateTime,
    /// Since when it is settled.
    pub resolved_at: Option<OffsetDateTime>,
    /// Who settled it; `None` where that was before it came here.
    pub resolved_by: Option<PersonId>,
}

/// What a comment says, and of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentWords {
    /// The words it is about; may be empty.
    pub quote: String,
    /// What stands before them, to tell the same words at several places apart.
    pub before: String,
    /// Plain text.
    pub body: String,
}

impl From<comment::Model> for Comment {
    fn from(row: comment::Model) -> Self {
        Self {
            id: CommentId(row.id),
            article_id: ArticleId(row.article_id),
            section_id: SectionId(row.section_id),
            parent: row.parent_id.map(CommentId),
            person: row.person_id.map(PersonId),
            author_name: row.author_name,
            words: row.body.map(|body| CommentWords {
                quote: row.quote.unwrap_or_default(),
                before: row.before.unwrap_or_default(),
                body,
            }),
            written_at: row.written_at,
            added_at: row.added_at,
            resolved_at: row.resolved_at,
            resolved_by: row.resolved_by.map(PersonId),
        }
    }
}

/// Adds comments, each before the answers to it.
pub async fn insert_all(tx: &Transaction, comments: &[Comment]) -> Result<(), StorageError> {
    let row = |one: &Comment| comment::ActiveModel {
        id: Set(one.id.0),
        article_id: Set(one.article_id.0),
        section_id: Set(one.section_id.0),
        parent_id: Set(one.parent.map(|id| id.0)),
        person_id: Set(one.person.map(|id| id.0)),
        author_name: Set(one.author_name.clone()),
        quote: Set(one.words.as_ref().map(|words| words.quote.clone())),
        before: Set(one.words.as_ref().map(|words| words.before.clone())),
        body: Set(one.words.as_ref().map(|words| words.body.clone())),
        written_at: Set(one.written_at),
        added_at: Set(one.added_at),
        resolved_at: Set(one.resolved_at),
        resolved_by: Set(one.resolved_by.map(|id| id.0)),
        removed_at: Set(None),
        erased_at: Set(None),
    };
    let (first, answers): (Vec<&Comment>, Vec<&Comment>) =
        comments.iter().partition(|one| one.parent.is_none());
    insert_rows(tx, first.into_iter().map(row).collect()).await?;
    insert_rows(tx, answers.into_iter().map(row).collect()).await
}

/// The comments of an article, oldest first; those whose words are gone too.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<Comment>, StorageError> {
    let rows = comment::Entity::find()
        .filter(comment::Column::ArticleId.eq(article.0))
        .order_by_asc(comment::Column::AddedAt)
        .order_by_asc(comment::Column::Id)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(Comment::from).collect())
}

/// How many there are of an article.
pub async fn count(tx: &Transaction, article: ArticleId) -> Result<u64, StorageError> {
    Ok(comment::Entity::find()
        .filter(comment::Column::ArticleId.eq(article.0))
        .count(tx.db())
        .await?)
}

/// One comment of an article.
pub async fn find(
    tx: &Transaction,
    article: ArticleId,
    id: CommentId,
) -> Result<Option<Comment>, StorageError> {
    let row = comment::Entity::find_by_id(id.0)
        .filter(comment::Column::ArticleId.eq(article.0))
        .one(tx.db())
        .await?;
    Ok(row.map(Comment::from))
}

/// Says that a comment is settled, by whom and since when, or that it is not.
pub async fn set_resolved(
    tx: &Transaction,
    id: CommentId,
    resolved: Option<(PersonId, OffsetDateTime)>,
) -> Result<(), StorageError> {
    comment::Entity::update_many()
        .col_expr(
            comment::Column::ResolvedAt,
            Expr::value(resolved.map(|(_, at)| at)),
        )
        .col_expr(
            comment::Column::ResolvedBy,
            Expr::value(resolved.map(|(by, _)| by.0)),
        )
        .filter(comment::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Takes the words of one comment away.
pub async fn remove(
    tx: &Transaction,
    id: CommentId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    without_words()
        .col_expr(comment::Column::RemovedAt, Expr::value(at))
        .filter(comment::Column::Id.eq(id.0))
        .filter(comment::Column::RemovedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Blanks the comments of an article. The schema refuses it without an erasure that two persons
/// agreed to.
pub async fn blank(
    tx: &Transaction,
    article: ArticleId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    without_words()
        .col_expr(comment::Column::ErasedAt, Expr::value(at))
        .filter(comment::Column::ArticleId.eq(article.0))
        .filter(comment::Column::ErasedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

fn without_words() -> sea_orm::UpdateMany<comment::Entity> {
    let nothing = || Expr::value(Option::<String>::None);
    comment::Entity::update_many()
        .col_expr(comment::Column::AuthorName, nothing())
        .col_expr(comment::Column::Quote, nothing())
        .col_expr(comment::Column::Before, nothing())
        .col_expr(comment::Column::Body, nothing())
}
