//! The front page, the corrections and the disclaimers.

use std::cmp::Reverse;

use pages::{Correction, HomePage, compose_card};
use storage::Snapshot;

use crate::kept::Made;
use crate::living::Living;
use crate::site::Absent;

/// Articles on the front page.
const NEWEST: u64 = 10;
/// Notices on one page; the oldest of a very long list stand only on their articles.
const NOTICES: u64 = 500;

pub(super) async fn home(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    let newest = snapshot.newest(NEWEST).await?;
    let page = HomePage {
        newest: newest.iter().map(compose_card).collect(),
        topics: living.topics(snapshot).await?.to_vec(),
    };
    Ok(Made::html(living.pages.home(&page)?))
}

pub(super) async fn corrections(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    let mut all: Vec<Correction> = snapshot
        .notices(NOTICES)
        .await?
        .into_iter()
        .map(|(card, notice)| Correction {
            kind: Some(notice.kind),
            title: Some(card.title),
            slug: Some(card.slug),
            text: notice.text,
            at: notice.at,
        })
        .collect();
    let gone = snapshot.tombstones(NOTICES).await?.into_iter();
    all.extend(gone.map(|tombstone| Correction {
        kind: None,
        title: tombstone.title,
        slug: Some(tombstone.slug),
        text: tombstone.reason,
        at: tombstone.since,
    }));
    all.sort_by_key(|one| Reverse(one.at));
    Ok(Made::html(living.pages.corrections(&all)?))
}

pub(super) async fn disclaimers(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    Ok(Made::html(
        living.pages.disclaimers(&snapshot.disclaimers().await?)?,
    ))
}
