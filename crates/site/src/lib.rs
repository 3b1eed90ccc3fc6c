//! The reader site: routes, page cache, feeds, sitemap. Given a [`storage::Reader`], it reads
//! only: publications, and nothing else.
//!
//! A request goes down these rooms: `place` says which page an address means (all routes on one
//! screen), `version` which site version is current, `site` looks for the page in the cache and
//! has it made once for all who wait, `make` makes it from one snapshot, `respond` sends it.

mod compress;
mod headers;
mod kept;
mod living;
mod make;
mod place;
mod respond;
mod searching;
mod site;
mod version;

pub use headers::content_policy;
pub use site::{Site, SiteError};
