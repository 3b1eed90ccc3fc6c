//! From a Word document to a draft: looked at first, and begun when somebody has said what of
//! it is right. A look keeps nothing.

mod begin_from_document;
mod document;
mod find_author;
mod look_at_document;
mod margins;
mod pictures;
mod told;
mod who;

pub use begin_from_document::{Begun, By, Choices, Who, begin_from_document};
pub use find_author::find_author;
pub use look_at_document::{BylineFound, IntakeView, look_at_document};
pub use word::{MOST_BYTES as LARGEST_DOCUMENT, TrackedChanges, Unreadable};
