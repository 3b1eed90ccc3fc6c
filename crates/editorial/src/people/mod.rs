//! Persons, their profiles and credentials. What stands here is living: it is recorded, and
//! never signed.

mod add_credential;
mod add_person;
mod check_view;
mod credential_fields;
mod edit_credential;
mod edit_profile;
mod list_people;
mod merge;
mod name_contributor;
mod new_person;
mod own_or_staff;
mod photo;
mod portrait;
mod profile;
mod refs;
mod remove_credential;
mod remove_photo;
mod rename;
mod set_photo;
mod verify_credential;
mod web_address;

pub use add_credential::add_credential;
pub use add_person::{AddedPerson, add_person};
pub use check_view::{CheckView, CredentialView};
pub use credential_fields::CredentialFields;
pub use edit_credential::{CredentialChange, FieldChange, edit_credential};
pub use edit_profile::{ProfileChange, edit_profile};
pub use list_people::{PeoplePage, PersonRow, list_people};
pub use merge::{Merged, merge};
pub use name_contributor::name_contributor;
pub use new_person::read_byline;
pub use photo::photo;
pub use profile::{Profile, profile};
pub use refs::PersonRef;
pub use remove_credential::remove_credential;
pub use remove_photo::remove_photo;
pub use rename::rename;
pub use set_photo::{LARGEST_PHOTO, set_photo};
pub use verify_credential::{Check, verify_credential};

pub(crate) use new_person::new_person;
pub(crate) use refs::{one, printed, refs, refs_in_roles};
