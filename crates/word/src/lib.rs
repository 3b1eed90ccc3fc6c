//! Reads what Word writes: bytes of a `.docx` in, words, pictures, notes and comments out.
//!
//! No file system, no network, no clock. A document is opened under bounds that count what is
//! really unpacked (`package`), each of its XML parts is looked through before a tree is made of
//! it (`xml`), and the text is walked once (`story`) and written as HTML (`write`) for
//! [`content::clean_html::sanitize`], which has the last word on what may stand in an article.

mod blocks;
mod comments;
mod gathered;
mod kind;
mod left_out;
mod manuscript;
mod margins;
mod names;
mod notes;
mod numbering;
mod package;
mod properties;
mod read;
mod story;
mod styles;
mod symbols;
mod unreadable;
mod write;
mod xml;

pub use left_out::LeftOut;
pub use manuscript::{Comment, Image, Manuscript, Note, NoteKind, Reply, Tracked, TrackedChanges};
pub use package::{MOST_BYTES, MOST_PARTS, MOST_UNPACKED};
pub use read::read;
pub use unreadable::Unreadable;
