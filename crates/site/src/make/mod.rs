//! Pages made from one snapshot. A file for each kind; the cache keeps what they make.

mod absent;
mod articles;
mod authors;
mod feeds;
mod files;
mod house;
mod topics;

use storage::Snapshot;

pub(crate) use files::{asset, image};

use crate::kept::Made;
use crate::living::Living;
use crate::place::Place;
use crate::site::Absent;

/// The page of this place, as it is at this moment.
pub(crate) async fn place(
    place: &Place,
    snapshot: &Snapshot,
    living: &Living,
) -> Result<Made, Absent> {
    match place {
        Place::Home => house::home(snapshot, living).await,
        Place::Article(slug) => articles::article(slug, snapshot, living).await,
        Place::Topics => topics::all(snapshot, living).await,
        Place::Topic { slug, page } => topics::one(slug, *page, snapshot, living).await,
        Place::Authors => authors::all(snapshot, living).await,
        Place::Author { slug, page } => authors::one(slug, *page, snapshot, living).await,
        Place::Help => Ok(Made::html(living.pages.help()?)),
        Place::Corrections => house::corrections(snapshot, living).await,
        Place::About => Ok(Made::html(living.pages.about()?)),
        Place::Disclaimers => house::disclaimers(snapshot, living).await,
        Place::Privacy => Ok(Made::html(living.pages.privacy()?)),
        Place::ReadingSafely => Ok(Made::html(living.pages.reading_safely()?)),
        Place::Feeds => Ok(Made::html(living.pages.feeds()?)),
        Place::Feed(kind) => feeds::feed(*kind, snapshot, living).await,
        Place::Sitemap => feeds::sitemap(snapshot, living).await,
        Place::SitemapPart(number) => feeds::sitemap_part(*number, snapshot, living).await,
        Place::Robots => Ok(files::robots(living)),
        Place::Portrait(digest) => files::portrait(digest, snapshot).await,
        Place::Old(path) => articles::old(path, snapshot, living).await,
        Place::NotFound => absent::not_found(snapshot, living).await,
    }
}
