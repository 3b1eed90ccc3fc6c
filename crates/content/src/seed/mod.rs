//! What a new site starts with: the taxonomy, the help directory and the house disclaimers.
//!
//! All of it is data in `crates/content/data`, embedded at build time and read once into the
//! types that the rest of the system uses. Nothing here is consulted again after a site was
//! set up: from then on its own rows count.

pub mod disclaimers;
pub mod help;
pub mod import_topics;
pub mod topics;
