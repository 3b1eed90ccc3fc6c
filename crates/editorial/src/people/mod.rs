//! Persons, their profiles and credentials.

mod new_person;
mod refs;

pub use refs::PersonRef;
pub(crate) use new_person::new_person;
pub(crate) use refs::{one, refs};
