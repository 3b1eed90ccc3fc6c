//! The index of authors, and the profile of one.

use pages::{AuthorPage, PER_PAGE, compose_card};
use storage::{Lookup, Snapshot};

use crate::kept::Made;
use crate::living::Living;
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
    let offset = (page - 1).saturating_mul(PER_PAGE);
    let found = snapshot.articles_by(person.id, offset, PER_PAGE).await?;
    if page > 1 && found.items.is_empty() {
        return Err(Absent::Unknown);
    }
    let cards = found.items.iter().map(compose_card).collect();
    let page = AuthorPage {
        person,
        cards,
        total: found.total,
        page,
    };
    Ok(Made::html(living.pages.author(&page)?))
}
