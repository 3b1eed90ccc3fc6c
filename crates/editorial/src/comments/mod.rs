//! Comments beside a text that is being written: between its contributors and the editors. No
//! reader, feed, export or program that reads publicly is given any.

mod add_comment;
mod list_comments;
mod remove_comment;
mod reopen_comment;
mod resolve_comment;
mod words;

pub use add_comment::{NewComment, add_comment};
pub use list_comments::{CommentView, list_comments};
pub use remove_comment::remove_comment;
pub use reopen_comment::reopen_comment;
pub use resolve_comment::resolve_comment;

pub(crate) use words::shortened;
