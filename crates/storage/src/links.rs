//! One-time links. Only the digest of a token is kept.

use content::ids::{AccountId, ArticleId, LinkId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::contributors::same_identity;
use crate::entities::link;
use crate::words::{parse, word};
use crate::{StorageError, Transaction, hands};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Makes the first owner.
    FirstRun,
    /// Opens an account for the first time.
    Invite,
    /// Signs in without a password.
    SignIn,
    /// Sets a new password.
    Reset,
    /// Shows a proof and takes a signature, without an account.
    Proof,
}

/// Why somebody was shown another person's link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownBecause {
    /// The site sends no letters, so that every link has to be handed over by somebody.
    NoMail,
    /// No address is known to which it could be sent.
    NoAddress,
    /// They asked for it.
    AskedFor,
}

/// Who was shown another person's link, and could have used it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Who.
    pub to: PersonId,
    /// Why.
    pub because: ShownBecause,
}

pub(crate) fn shown(
    table: &'static str,
    id: uuid::Uuid,
    to: Option<uuid::Uuid>,
    because: Option<String>,
) -> Result<Option<Shown>, StorageError> {
    to.zip(because)
        .map(|(to, because)| {
            Ok(Shown {
                to: PersonId(to),
                because: parse(table, id, &because)?,
            })
        })
        .transpose()
}

/// A link as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its lasting name.
    pub id: LinkId,
    /// SHA-256 of the token in the address, hexadecimal.
    pub token_digest: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The account it opens.
    pub account_id: Option<AccountId>,
    /// The person it speaks for.
    pub person_id: Option<PersonId>,
    /// The article whose proof it shows.
    pub article_id: Option<ArticleId>,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// When it ends by itself.
    pub expires_at: OffsetDateTime,
    /// When it was used.
    pub used_at: Option<OffsetDateTime>,
    /// When a newer link or a change took its place.
    pub ended_at: Option<OffsetDateTime>,
    /// Who was shown it; `None` when it went by mail alone.
    pub shown: Option<Shown>,
}

fn read(row: link::Model) -> Result<Link, StorageError> {
    Ok(Link {
        id: LinkId(row.id),
        purpose: parse("links", row.id, &row.purpose)?,
        token_digest: row.token_digest,
        account_id: row.account_id.map(AccountId),
        person_id: row.person_id.map(PersonId),
        article_id: row.article_id.map(ArticleId),
        created_at: row.created_at,
        expires_at: row.expires_at,
        used_at: row.used_at,
        ended_at: row.ended_at,
        shown: shown("links", row.id, row.shown_to, row.shown_because)?,
    })
}

/// A link has two tokens at the most: the one it was made with, and the one in its letter.
fn has_digest(token_digest: &str) -> Condition {
    Condition::any()
        .add(link::Column::TokenDigest.eq(token_digest))
        .add(link::Column::MailedDigest.eq(token_digest))
}

/// Gives a link the token that its letter carries; the one of an earlier try opens nothing more.
pub async fn set_mailed(
    tx: &Transaction,
    id: LinkId,
    token_digest: &str,
) -> Result<(), StorageError> {
    link::Entity::update_many()
        .col_expr(link::Column::MailedDigest, Expr::value(token_digest))
        .filter(link::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The link whose token has this digest, locked so that it is used once.
pub async fn find_for_use(
    tx: &Transaction,
    token_digest: &str,
) -> Result<Option<Link>, StorageError> {
    let row = link::Entity::find()
        .filter(has_digest(token_digest))
        .lock_exclusive()
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// The link whose token has this digest.
pub async fn find(tx: &Transaction, token_digest: &str) -> Result<Option<Link>, StorageError> {
    let row = link::Entity::find()
        .filter(has_digest(token_digest))
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// The links that ask for signatures on an article, newest first.
pub async fn list_proofs(tx: &Transaction, article: ArticleId) -> Result<Vec<Link>, StorageError> {
    let rows = link::Entity::find()
        .filter(link::Column::ArticleId.eq(article.0))
        .order_by_desc(link::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter().map(read).collect()
}

/// Keeps a link. `others` may have seen it over the shoulder of the one who was shown it.
pub async fn insert(
    tx: &Transaction,
    link: &Link,
    others: &[PersonId],
) -> Result<(), StorageError> {
    link::Entity::insert(link::ActiveModel {
        id: Set(link.id.0),
        token_digest: Set(link.token_digest.clone()),
        mailed_digest: Set(None),
        purpose: Set(word(&link.purpose)),
        account_id: Set(link.account_id.map(|id| id.0)),
        person_id: Set(link.person_id.map(|id| id.0)),
        article_id: Set(link.article_id.map(|id| id.0)),
        created_at: Set(link.created_at),
        expires_at: Set(link.expires_at),
        used_at: Set(link.used_at),
        ended_at: Set(link.ended_at),
        shown_to: Set(link.shown.map(|one| one.to.0)),
        shown_because: Set(link.shown.map(|one| word(&one.because))),
        opened_at: Set(None),
    })
    .exec_without_returning(tx.db())
    .await?;
    let Some(shown) = link.shown else {
        return Ok(());
    };
    let mut holders = vec![shown.to];
    holders.extend(others);
    holders.sort_unstable();
    holders.dedup();
    hands::insert(tx, link.id, &holders).await
}

/// Marks a link as used.
pub async fn mark_used(
    tx: &Transaction,
    id: LinkId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(at))
        .filter(link::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Which links to proofs end.
#[derive(Clone, Copy, Debug)]
pub enum ProofLinks {
    /// The unused ones to an article.
    UnusedOf(ArticleId),
    /// All of an article, since nothing of it is left to be seen.
    AllOf(ArticleId),
    /// All by which a person, or one merged with it, sees an article.
    Of(ArticleId, PersonId),
    /// Those of a person, or one merged with it, to an article whose letters have not left yet.
    Unsent(ArticleId, PersonId),
    /// All of a person, or one merged with it.
    By(PersonId),
}

/// Ends links to proofs.
pub async fn end_proofs(
    tx: &Transaction,
    which: ProofLinks,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let mut query = link::Entity::update_many()
        .col_expr(link::Column::EndedAt, Expr::value(at))
        .filter(link::Column::Purpose.eq(word(&Purpose::Proof)))
        .filter(link::Column::EndedAt.is_null());
    if let ProofLinks::UnusedOf(article)
    | ProofLinks::AllOf(article)
    | ProofLinks::Of(article, _)
    | ProofLinks::Unsent(article, _) = which
    {
        query = query.filter(link::Column::ArticleId.eq(article.0));
    }
    if let ProofLinks::UnusedOf(_) | ProofLinks::Unsent(..) = which {
        query = query.filter(link::Column::UsedAt.is_null());
    }
    if let ProofLinks::Unsent(..) = which {
        query = query
            .filter(link::Column::MailedDigest.is_null())
            .filter(link::Column::ShownTo.is_null());
    }
    if let ProofLinks::Of(_, person) | ProofLinks::Unsent(_, person) | ProofLinks::By(person) =
        which
    {
        let same = same_identity(tx, person).await?;
        query = query.filter(link::Column::PersonId.is_in(same));
    }
    query.exec(tx.db()).await?;
    Ok(())
}

/// Ends the unused links of one purpose for an account, or those that are for nobody yet.
pub async fn end_unused(
    tx: &Transaction,
    purpose: Purpose,
    account: Option<AccountId>,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    let mut query = link::Entity::update_many()
        .col_expr(link::Column::EndedAt, Expr::value(at))
        .filter(link::Column::Purpose.eq(word(&purpose)))
        .filter(link::Column::UsedAt.is_null())
        .filter(link::Column::EndedAt.is_null());
    if let Some(account) = account {
        query = query.filter(link::Column::AccountId.eq(account.0));
    }
    query.exec(tx.db()).await?;
    Ok(())
}

/// Forgets links that ended by themselves before a moment and were never used; what was used
/// stands on the record.
pub async fn forget_expired(tx: &Transaction, before: OffsetDateTime) -> Result<(), StorageError> {
    link::Entity::delete_many()
        .filter(link::Column::ExpiresAt.lt(before))
        .filter(link::Column::UsedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The link of this name.
pub async fn find_by_id(tx: &Transaction, id: LinkId) -> Result<Option<Link>, StorageError> {
    let row = link::Entity::find_by_id(id.0).one(tx.db()).await?;
    row.map(read).transpose()
}

/// The link of this name, locked so that it is used once.
pub async fn find_for_use_by_id(
    tx: &Transaction,
    id: LinkId,
) -> Result<Option<Link>, StorageError> {
    let row = link::Entity::find_by_id(id.0)
        .lock_exclusive()
        .one(tx.db())
        .await?;
    row.map(read).transpose()
}

/// Keeps when the page of a link was first opened.
pub async fn mark_opened(
    tx: &Transaction,
    id: LinkId,
    at: OffsetDateTime,
) -> Result<(), StorageError> {
    link::Entity::update_many()
        .col_expr(link::Column::OpenedAt, Expr::value(at))
        .filter(link::Column::Id.eq(id.0))
        .filter(link::Column::OpenedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(())
}

/// What became of the newest link that invited an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InviteLink {
    /// When its page was first opened.
    pub opened_at: Option<OffsetDateTime>,
    /// When it was used.
    pub used_at: Option<OffsetDateTime>,
    /// When it ends by itself.
    pub expires_at: OffsetDateTime,
}

/// The newest link that invited an account.
pub async fn newest_invite(
    tx: &Transaction,
    account: AccountId,
) -> Result<Option<InviteLink>, StorageError> {
    let row = link::Entity::find()
        .filter(link::Column::AccountId.eq(account.0))
        .filter(link::Column::Purpose.eq(word(&Purpose::Invite)))
        .order_by_desc(link::Column::Id)
        .one(tx.db())
        .await?;
    Ok(row.map(|row| InviteLink {
        opened_at: row.opened_at,
        used_at: row.used_at,
        expires_at: row.expires_at,
    }))
}
