//! The newest text under way of each article.

use content::ids::ArticleId;
use content::lifecycle::Candidate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};
use time::OffsetDateTime;

use crate::entities::candidate;
use crate::insert_rows::insert_rows_with;
use crate::words::{json, parse_json};
use crate::{StorageError, Transaction};

/// A candidate and since when it is in its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCandidate {
    /// The state with its facts.
    pub state: Candidate,
    /// Since when.
    pub since: OffsetDateTime,
}

pub(crate) fn read(row: candidate::Model) -> Result<StoredCandidate, StorageError> {
    Ok(StoredCandidate {
        state: parse_json("candidates", row.article_id, row.facts)?,
        since: row.since,
    })
}

/// The candidate of an article, if one is under way.
pub async fn find(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Option<StoredCandidate>, StorageError> {
    candidate::Entity::find_by_id(article.0)
        .one(tx.db())
        .await?
        .map(read)
        .transpose()
}

/// Puts the candidate into a state.
pub async fn put(
    tx: &Transaction,
    article: ArticleId,
    state: &Candidate,
    since: OffsetDateTime,
) -> Result<(), StorageError> {
    put_all(tx, &[article], state, since).await
}

/// Puts the candidates of several articles into a state.
pub async fn put_all(
    tx: &Transaction,
    articles: &[ArticleId],
    state: &Candidate,
    since: OffsetDateTime,
) -> Result<(), StorageError> {
    let row = |article: &ArticleId| candidate::ActiveModel {
        article_id: Set(article.0),
        state: Set(state.state().to_owned()),
        facts: Set(json(state)),
        since: Set(since),
    };
    insert_rows_with(tx, articles.iter().map(row).collect(), |insert| {
        insert.on_conflict(
            OnConflict::column(candidate::Column::ArticleId)
                .update_columns([
                    candidate::Column::State,
                    candidate::Column::Facts,
                    candidate::Column::Since,
                ])
                .to_owned(),
        )
    })
    .await
}

/// Ends the candidate: its text became public, or is gone.
pub async fn end(tx: &Transaction, article: ArticleId) -> Result<(), StorageError> {
    candidate::Entity::delete_by_id(article.0)
        .exec(tx.db())
        .await?;
    Ok(())
}
