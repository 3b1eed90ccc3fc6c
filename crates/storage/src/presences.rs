//! Who is writing which part of a draft just now: one row a part, kept fresh while somebody types.

use content::ids::{AccountId, ArticleId, SectionId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::draft_presence;
use crate::{StorageError, Transaction};

/// Somebody who is writing a part of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The article.
    pub article_id: ArticleId,
    /// The section; `None` for title, question and summary.
    pub section: Option<SectionId>,
    /// Who writes.
    pub account: AccountId,
    /// Since when, without a pause.
    pub since: OffsetDateTime,
    /// When this was last heard.
    pub last_seen_at: OffsetDateTime,
    /// Who asks to write instead.
    pub asked_by: Option<AccountId>,
    /// When the one who writes said "not yet".
    pub refused_at: Option<OffsetDateTime>,
}

impl Presence {
    fn part(&self) -> Uuid {
        self.section.map_or(self.article_id.0, |section| section.0)
    }
}

/// Everybody who was heard of since a moment, in no order.
pub async fn list(
    tx: &Transaction,
    article: ArticleId,
    since: OffsetDateTime,
) -> Result<Vec<Presence>, StorageError> {
    let rows = draft_presence::Entity::find()
        .filter(draft_presence::Column::ArticleId.eq(article.0))
        .filter(draft_presence::Column::LastSeenAt.gt(since))
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Presence {
            article_id: article,
            section: (row.part_id != article.0).then_some(SectionId(row.part_id)),
            account: AccountId(row.account_id),
            since: row.since,
            last_seen_at: row.last_seen_at,
            asked_by: row.asked_by.map(AccountId),
            refused_at: row.refused_at,
        })
        .collect())
}

/// Puts a presence in the place of the one that was known of its part.
pub async fn put(tx: &Transaction, presence: &Presence) -> Result<(), StorageError> {
    use draft_presence::Column;
    draft_presence::Entity::insert(draft_presence::ActiveModel {
        part_id: Set(presence.part()),
        article_id: Set(presence.article_id.0),
        account_id: Set(presence.account.0),
        since: Set(presence.since),
        last_seen_at: Set(presence.last_seen_at),
        asked_by: Set(presence.asked_by.map(|account| account.0)),
        refused_at: Set(presence.refused_at),
    })
    .on_conflict(
        OnConflict::column(Column::PartId)
            .update_columns([
                Column::AccountId,
                Column::Since,
                Column::LastSeenAt,
                Column::AskedBy,
                Column::RefusedAt,
            ])
            .to_owned(),
    )
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Forgets who wrote a part.
pub async fn forget(tx: &Transaction, presence: &Presence) -> Result<(), StorageError> {
    draft_presence::Entity::delete_by_id(presence.part())
        .exec(tx.db())
        .await?;
    Ok(())
}
