//! Persons, their profiles and credentials.

mod refs;

pub use refs::PersonRef;
pub(crate) use refs::{one, refs};
