//! The verbs on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod newsroom;
mod publishing;
mod schema;
mod signing;
mod writing;
