//! Sessions: signed-in browsers. Only the digest of a token is kept.

use content::ids::{AccountId, LinkId, SessionId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::session;
use crate::{StorageError, Transaction};

/// A session as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its lasting name.
    pub id: SessionId,
    /// SHA-256 of the token in the cookie, hexadecimal.
    pub token_digest: String,
    /// Who signed in.
    pub account_id: AccountId,
    /// The link by which it began, or by which the password was set that began it.
    pub link: Option<LinkId>,
    /// The browser in two words, such as "Firefox on Windows".
    pub browser: String,
    /// When it began.
    pub started_at: OffsetDateTime,
    /// When it was last used, to the quarter of an hour.
    pub last_seen_at: OffsetDateTime,
    /// When it ends by itself.
    pub expires_at: OffsetDateTime,
}

fn read(row: session::Model) -> Session {
    Session {
        id: SessionId(row.id),
        token_digest: row.token_digest,
        account_id: AccountId(row.account_id),
        link: row.link_id.map(LinkId),
        browser: row.browser,
        started_at: row.started_at,
        last_seen_at: row.last_seen_at,
        expires_at: row.expires_at,
    }
}

/// The session whose token has this digest.
pub async fn find(tx: &Transaction, token_digest: &str) -> Result<Option<Session>, StorageError> {
    let row = session::Entity::find()
        .filter(session::Column::TokenDigest.eq(token_digest))
        .one(tx.db())
        .await?;
    Ok(row.map(read))
}

/// All sessions of an account, newest first.
pub async fn list(tx: &Transaction, account: AccountId) -> Result<Vec<Session>, StorageError> {
    let rows = session::Entity::find()
        .filter(session::Column::AccountId.eq(account.0))
        .order_by_desc(session::Column::Id)
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// When each of these accounts was last seen in a session that has not ended.
pub async fn last_seen(
    tx: &Transaction,
    accounts: &[AccountId],
) -> Result<Vec<(AccountId, OffsetDateTime)>, StorageError> {
    let rows: Vec<(Uuid, OffsetDateTime)> = session::Entity::find()
        .select_only()
        .column(session::Column::AccountId)
        .column_as(session::Column::LastSeenAt.max(), "last_seen_at")
        .filter(session::Column::AccountId.is_in(accounts.iter().map(|id| id.0)))
        .group_by(session::Column::AccountId)
        .into_tuple()
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, at)| (AccountId(id), at))
        .collect())
}

/// Forgets the sessions that ended by themselves.
pub async fn forget_expired(tx: &Transaction, now: OffsetDateTime) -> Result<(), StorageError> {
    session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lte(now))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Begins a session.
pub async fn insert(tx: &Transaction, session: &Session) -> Result<(), StorageError> {
    session::Entity::insert(session::ActiveModel {
        id: Set(session.id.0),
        token_digest: Set(session.token_digest.clone()),
        account_id: Set(session.account_id.0),
        link_id: Set(session.link.map(|id| id.0)),
        browser: Set(session.browser.clone()),
        started_at: Set(session.started_at),
        last_seen_at: Set(session.last_seen_at),
        expires_at: Set(session.expires_at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Notes that a session was used and moves its end.
pub async fn touch(
    tx: &Transaction,
    id: SessionId,
    seen: OffsetDateTime,
    expires: OffsetDateTime,
) -> Result<(), StorageError> {
    session::Entity::update_many()
        .col_expr(session::Column::LastSeenAt, Expr::value(seen))
        .col_expr(session::Column::ExpiresAt, Expr::value(expires))
        .filter(session::Column::Id.eq(id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Ends one session of an account; answers whether there was one.
pub async fn end(
    tx: &Transaction,
    account: AccountId,
    id: SessionId,
) -> Result<bool, StorageError> {
    let done = session::Entity::delete_many()
        .filter(session::Column::Id.eq(id.0))
        .filter(session::Column::AccountId.eq(account.0))
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Ends all sessions of an account, but for the one given.
pub async fn end_all(
    tx: &Transaction,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<u64, StorageError> {
    let mut query = session::Entity::delete_many().filter(session::Column::AccountId.eq(account.0));
    if let Some(kept) = but {
        query = query.filter(session::Column::Id.ne(kept.0));
    }
    Ok(query.exec(tx.db()).await?.rows_affected)
}
