//! The index of authors, and the profile of one.

use pages::AuthorPage;
use storage::{Lookup, Snapshot};

use crate::kept::Made;
use crate::living::{self, Living};
use crate::site::Absent;

pub(super) async fn all(snapshot: &Snapshot, living: &Living) -> Result<Made, Absent> {
    Ok(Made::html(
        living.pages.authors(&snapshot.authors().await?)?,
    ))
}

pub(super) async fn one(
    slug: &str,
    page: u64,
    snapshot: &Snapshot,
    living: &Living,
) -> Result<Made, Absent> {
    let person = match snapshot.author(slug).await? {
        Lookup::Found(person) => person,
        Lookup::Moved(slug) => return Err(Absent::Moved(format!("/authors/{slug}"))),
        Lookup::Gone(_) | Lookup::Unknown => return Err(Absent::Unknown),
    };
    let listed = living.all_by(person.id, snapshot).await?;
    let Some(cards) = living::page(&listed, page, snapshot).await? else {
        return Err(Absent::Unknown);
    };
    let page = AuthorPage {
        person,
        cards,
        total: listed.len() as u64,
        page,
    };
    Ok(Made::html(living.pages.author(&page)?))
}
