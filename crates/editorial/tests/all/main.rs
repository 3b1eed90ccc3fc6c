//! The verbs on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod accounts;
mod for_author;
mod importing;
mod kept;
mod newsroom;
mod people;
mod permanence;
mod publishing;
mod schema;
mod signing;
mod writing;
