//! Who was asked to sign a proof, and when they were reminded.

use content::ids::{ArticleId, PersonId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, TryInsertResult,
};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::{quiet_article, reminder, signature_request};
use crate::{StorageError, Transaction};

/// Somebody was asked to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureRequest {
    /// Its lasting name.
    pub id: Uuid,
    /// What they are asked to sign.
    pub article_id: ArticleId,
    /// Who, as stored; not merged.
    pub person_id: PersonId,
    /// When this proof was first sent to them. Reminders are counted from here.
    pub asked_at: OffsetDateTime,
    /// Where the letter went; `None` where none could, and once the address was forgotten.
    pub mailed_to: Option<String>,
    /// When another proof took its place, or the text was taken back.
    pub ended_at: Option<OffsetDateTime>,
}

/// A letter that asked once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its lasting name.
    pub id: Uuid,
    /// Of what it reminded.
    pub request_id: Uuid,
    /// Who sent it.
    pub by: RemindedBy,
    /// When.
    pub at: OffsetDateTime,
}

/// Who reminds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemindedBy {
    /// The clock: the first or the second time.
    Clock(u8),
    /// An editor.
    Person(PersonId),
}

fn read_request(row: signature_request::Model) -> SignatureRequest {
    SignatureRequest {
        id: row.id,
        article_id: ArticleId(row.article_id),
        person_id: PersonId(row.person_id),
        asked_at: row.asked_at,
        mailed_to: row.mailed_to,
        ended_at: row.ended_at,
    }
}

fn read_reminder(row: reminder::Model) -> Result<Reminder, StorageError> {
    let by = match (row.sent_by, row.number) {
        (Some(person), _) => RemindedBy::Person(PersonId(person)),
        (None, Some(number)) => RemindedBy::Clock(u8::try_from(number).unwrap_or(u8::MAX)),
        (None, None) => {
            return Err(StorageError::contradiction(
                "reminders",
                row.id,
                "sent by nobody",
            ));
        }
    };
    Ok(Reminder {
        id: row.id,
        request_id: row.request_id,
        by,
        at: row.at,
    })
}

/// Keeps that somebody was asked.
pub async fn insert(tx: &Transaction, request: &SignatureRequest) -> Result<(), StorageError> {
    signature_request::Entity::insert(signature_request::ActiveModel {
        id: Set(request.id),
        article_id: Set(request.article_id.0),
        person_id: Set(request.person_id.0),
        asked_at: Set(request.asked_at),
        mailed_to: Set(request.mailed_to.clone()),
        ended_at: Set(request.ended_at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// What is asked on an article now, the newest first.
pub async fn list_open(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<SignatureRequest>, StorageError> {
    let rows = signature_request::Entity::find()
        .filter(signature_request::Column::ArticleId.eq(article.0))
        .filter(signature_request::Column::EndedAt.is_null())
        .order_by_desc(signature_request::Column::Id)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(read_request).collect())
}

/// The request of this name.
pub async fn find(tx: &Transaction, id: Uuid) -> Result<Option<SignatureRequest>, StorageError> {
    let row = signature_request::Entity::find_by_id(id)
        .one(tx.db())
        .await?;
    Ok(row.map(read_request))
}

/// Ends what is asked on an article: of one of these persons, or of everybody.
pub async fn end(
    tx: &Transaction,
    article: ArticleId,
    of: Option<&[PersonId]>,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let mut only = Condition::all();
    if let Some(of) = of {
        only = only.add(signature_request::Column::PersonId.is_in(of.iter().map(|id| id.0)));
    }
    signature_request::Entity::update_many()
        .col_expr(signature_request::Column::EndedAt, Expr::value(at))
        .filter(signature_request::Column::ArticleId.eq(article.0))
        .filter(signature_request::Column::EndedAt.is_null())
        .filter(only)
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Forgets to which addresses letters went before a moment.
pub async fn forget_addresses(
    tx: &Transaction,
    before: OffsetDateTime,
) -> Result<(), StorageError> {
    signature_request::Entity::update_many()
        .col_expr(
            signature_request::Column::MailedTo,
            Expr::value(Option::<String>::None),
        )
        .filter(signature_request::Column::AskedAt.lt(before))
        .filter(signature_request::Column::MailedTo.is_not_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Keeps a reminder, and answers whether it is new: the clock sends each of its own once.
pub async fn insert_reminder(tx: &Transaction, new: &Reminder) -> Result<bool, StorageError> {
    let (number, sent_by) = match new.by {
        RemindedBy::Clock(number) => (Some(i64::from(number)), None),
        RemindedBy::Person(person) => (None, Some(person.0)),
    };
    let done = reminder::Entity::insert(reminder::ActiveModel {
        id: Set(new.id),
        request_id: Set(new.request_id),
        number: Set(number),
        sent_by: Set(sent_by),
        at: Set(new.at),
    })
    .on_conflict(
        OnConflict::columns([reminder::Column::RequestId, reminder::Column::Number])
            .do_nothing()
            .to_owned(),
    )
    .try_insert()
    .exec_without_returning(tx.db())
    .await?;
    Ok(matches!(done, TryInsertResult::Inserted(1)))
}

/// The reminders of these requests, oldest first.
pub async fn reminders(tx: &Transaction, requests: &[Uuid]) -> Result<Vec<Reminder>, StorageError> {
    let rows = reminder::Entity::find()
        .filter(reminder::Column::RequestId.is_in(requests.iter().copied()))
        .order_by_asc(reminder::Column::At)
        .order_by_asc(reminder::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(read_reminder).collect()
}

/// Whether the clock reminds nobody of this article.
pub async fn is_quiet(tx: &Transaction, article: ArticleId) -> Result<bool, StorageError> {
    let row = quiet_article::Entity::find_by_id(article.0)
        .one(tx.db())
        .await?;
    Ok(row.is_some())
}

/// From now on the clock reminds nobody of this article.
pub async fn make_quiet(
    tx: &Transaction,
    article: ArticleId,
    since: OffsetDateTime,
) -> Result<(), StorageError> {
    quiet_article::Entity::insert(quiet_article::ActiveModel {
        article_id: Set(article.0),
        since: Set(since),
    })
    .on_conflict(
        OnConflict::column(quiet_article::Column::ArticleId)
            .do_nothing()
            .to_owned(),
    )
    .try_insert()
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The clock reminds of this article again.
pub async fn end_quiet(tx: &Transaction, article: ArticleId) -> Result<(), StorageError> {
    quiet_article::Entity::delete_by_id(article.0)
        .exec(tx.db())
        .await?;
    Ok(())
}
