//! The verbs on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod accounts;
mod importing;
mod newsroom;
mod people;
mod publishing;
mod schema;
mod signing;
mod writing;
