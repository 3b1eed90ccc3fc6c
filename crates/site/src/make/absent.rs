//! Pages for addresses where no article can be read.

use content::public::Tombstone;
use content::topic::Flag;
use pages::{ComposedCard, compose_card};
use poem::http::StatusCode;
use storage::Snapshot;

use crate::kept::Made;
use crate::living::Living;
use crate::site::Absent;

/// An article was here. What stands below it leads to nothing heavy.
pub(super) async fn tombstone(
    tombstone: &Tombstone,
    snapshot: &Snapshot,
    living: &Living,
) -> Result<Made, Absent> {
    let newest = living.newest_on(None, snapshot).await?;
    let instead: Vec<ComposedCard> = newest
        .iter()
        .map(compose_card)
        .filter(|card| card.flag() == Flag::None && card.is_live())
        .take(3)
        .collect();
    let page = living.pages.tombstone(tombstone, &instead)?;
    Ok(Made::html(page).with_status(StatusCode::GONE))
}

/// Nothing is here.
pub(super) async fn not_found(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    let page = living.pages.not_found(living.topics(snapshot).await?)?;
    Ok(Made::html(page).with_status(StatusCode::NOT_FOUND))
}
