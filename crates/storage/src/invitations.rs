//! Who was invited to write in an article.

use content::ids::{AccountId, ArticleId, PersonId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::invitation;
use crate::{StorageError, Transaction};

/// An invitation to write in one article, by the account that it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its lasting name.
    pub id: Uuid,
    /// In which article.
    pub article_id: ArticleId,
    /// Which account it opens.
    pub account_id: AccountId,
    /// Who sent it last.
    pub invited_by: PersonId,
    /// When it was sent last.
    pub sent_at: OffsetDateTime,
    /// When it was taken back.
    pub withdrawn_at: Option<OffsetDateTime>,
}

fn read(row: &invitation::Model) -> Invitation {
    Invitation {
        id: row.id,
        article_id: ArticleId(row.article_id),
        account_id: AccountId(row.account_id),
        invited_by: PersonId(row.invited_by),
        sent_at: row.sent_at,
        withdrawn_at: row.withdrawn_at,
    }
}

/// Keeps an invitation; one to the same account in the same article is sent anew by that.
pub async fn put(tx: &Transaction, new: &Invitation) -> Result<(), StorageError> {
    use invitation::Column as C;
    invitation::Entity::insert(invitation::ActiveModel {
        id: Set(new.id),
        article_id: Set(new.article_id.0),
        account_id: Set(new.account_id.0),
        invited_by: Set(new.invited_by.0),
        sent_at: Set(new.sent_at),
        withdrawn_at: Set(new.withdrawn_at),
    })
    .on_conflict(
        OnConflict::columns([C::ArticleId, C::AccountId])
            .update_columns([C::InvitedBy, C::SentAt, C::WithdrawnAt])
            .to_owned(),
    )
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The invitations to an article, oldest first.
pub async fn list(tx: &Transaction, article: ArticleId) -> Result<Vec<Invitation>, StorageError> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::ArticleId.eq(article.0))
        .order_by_asc(invitation::Column::Id)
        .all(tx.db())
        .await?;
    Ok(rows.iter().map(read).collect())
}

/// The invitations that an account was made for.
pub async fn list_of_account(
    tx: &Transaction,
    account: AccountId,
) -> Result<Vec<Invitation>, StorageError> {
    let rows = invitation::Entity::find()
        .filter(invitation::Column::AccountId.eq(account.0))
        .all(tx.db())
        .await?;
    Ok(rows.iter().map(read).collect())
}
