//! What programs read: feeds and the sitemap.

use pages::{ComposedArticle, SITEMAP_ROWS, SitemapRow, atom, compose, json_feed, rss};
use storage::Snapshot;

use crate::kept::Made;
use crate::living::Living;
use crate::place::Feed;
use crate::site::Absent;

/// Articles in a feed.
const ENTRIES: u64 = 20;
const XML: &str = "application/xml; charset=utf-8";

pub(super) async fn feed(kind: Feed, snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    let site = living.pages.facts();
    let articles: Vec<ComposedArticle> = snapshot
        .publications(ENTRIES)
        .await?
        .iter()
        .map(|publication| compose(publication, site))
        .collect();
    Ok(match kind {
        Feed::Atom => Made::text("application/atom+xml; charset=utf-8", atom(&articles, site)),
        Feed::Rss => Made::text("application/rss+xml; charset=utf-8", rss(&articles, site)),
        Feed::Json => Made::text(
            "application/feed+json; charset=utf-8",
            json_feed(&articles, site),
        ),
    })
}

pub(super) async fn sitemap(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    Ok(Made::text(
        XML,
        pages::sitemap(&rows(snapshot).await?, living.pages.facts()),
    ))
}

pub(super) async fn sitemap_part(
    number: usize,
    snapshot: &Snapshot,
    living: &Living,
) -> Result<Made, Absent> {
    // Nothing is read for a part that there cannot be.
    let most = living.sitemap_size(snapshot).await? + HOUSE.len() as u64 + OTHERS;
    let parts = most.div_ceil(SITEMAP_ROWS as u64);
    if number as u64 > parts || parts < 2 {
        return Err(Absent::Unknown);
    }
    pages::sitemap_part(&rows(snapshot).await?, number, living.pages.facts())
        .map(|part| Made::text(XML, part))
        .ok_or(Absent::Unknown)
}

/// Pages of the house that the database does not know.
const HOUSE: [&str; 6] = [
    "/corrections",
    "/about",
    "/about/disclaimers",
    "/about/privacy",
    "/about/reading-safely",
    "/about/feeds",
];

/// Pages of the house that storage names.
const OTHERS: u64 = 4;

async fn rows(snapshot: &Snapshot) -> Result<Vec<SitemapRow>, Absent> {
    let rows = snapshot.sitemap().await?.into_iter();
    let rows = rows.map(|row| SitemapRow {
        path: row.path,
        modified: row.modified,
    });
    let house = HOUSE.map(|path| SitemapRow {
        path: path.to_owned(),
        modified: None,
    });
    Ok(rows.chain(house).collect())
}
