//! Rows in, content types out. The only crate that names the database library.
//!
//! A [`Storage`] has two pools: one that writes and one that cannot. [`Storage::begin`] gives
//! the verbs a [`Transaction`]; [`Storage::reader`] gives the reader site a [`Reader`], which
//! sees publications and nothing else. Every module below is a noun: functions that take a
//! transaction first and say in their names what they do (`find`, `list`, `insert`, `update`).

pub mod accounts;
pub mod articles;
pub mod audit;
pub mod candidates;
pub mod comments;
mod connect;
pub mod contributors;
pub mod credentials;
pub mod drafts;
mod entities;
pub mod erasure;
mod error;
pub mod hands;
pub mod house_texts;
pub mod imports;
mod insert_rows;
pub mod invitations;
pub mod jobs;
pub mod joint_acts;
pub mod kept_texts;
pub mod links;
mod listen;
pub mod media;
mod media_files;
pub mod new_articles;
pub mod notices;
pub mod old_paths;
pub mod persons;
pub mod photos;
pub mod presences;
pub mod preview_links;
pub mod publications;
pub mod queue;
pub mod reader;
pub mod requests;
pub mod revisions;
pub mod sessions;
pub mod signatures;
pub mod site_state;
#[cfg(feature = "testing")]
pub mod testing;
mod transaction;
pub mod tries;
mod words;

pub use connect::{ConnectError, Storage};
pub use error::StorageError;
pub use listen::VersionNotices;
pub use media_files::{MediaError, MediaFiles, sizes};
pub use reader::{Lookup, Reader, SitemapRow, Snapshot};
pub use transaction::Transaction;
