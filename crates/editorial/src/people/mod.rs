//! Persons, their profiles and credentials.

mod name_contributor;
mod new_person;
mod refs;

pub use name_contributor::name_contributor;
pub(crate) use new_person::new_person;
pub use refs::PersonRef;
pub(crate) use refs::{one, refs};
