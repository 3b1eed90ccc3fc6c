//! What was said about articles after they were published, and what was taken off the site.

use content::ids::ArticleId;
use content::notice::{Notice, NoticeKind};
use content::public::{Card, Tombstone};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Snapshot;
use super::article::read_notice;
use crate::StorageError;
use crate::entities::{public_notice, public_tombstone};
use crate::words::word;

impl Snapshot {
    /// The newest notices on public articles by the day that readers see, each with its
    /// article. That a text was imported is told on its own page alone: nothing was wrong with
    /// it, and many of them would hide what was.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn notices(&self, limit: u64) -> Result<Vec<(Card, Notice)>, StorageError> {
        let rows = public_notice::Entity::find()
            .filter(public_notice::Column::Kind.ne(word(&NoticeKind::Imported)))
            .order_by_desc(public_notice::Column::At)
            .order_by_desc(public_notice::Column::Id)
            .limit(limit)
            .all(self.tx.db())
            .await?;
        let ids: Vec<ArticleId> = rows.iter().map(|row| ArticleId(row.article_id)).collect();
        let cards = self.cards(&ids).await?;
        rows.into_iter()
            .filter_map(|row| {
                let card = cards
                    .iter()
                    .find(|card| card.article_id.0 == row.article_id)?;
                Some(read_notice(row).map(|notice| (card.clone(), notice)))
            })
            .collect()
    }

    /// What was taken off the site, the latest first; what was erased is not told of.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn tombstones(&self, limit: u64) -> Result<Vec<Tombstone>, StorageError> {
        let rows = public_tombstone::Entity::find()
            .filter(public_tombstone::Column::Title.is_not_null())
            .order_by_desc(public_tombstone::Column::Since)
            .order_by_desc(public_tombstone::Column::ArticleId)
            .limit(limit)
            .all(self.tx.db())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Tombstone {
                slug: row.slug,
                title: row.title,
                reason: row.reason,
                since: row.since,
            })
            .collect())
    }
}
