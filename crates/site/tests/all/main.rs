//! The reader site on a real database.

#![expect(clippy::unwrap_used, reason = "tests say what they expect")]

mod cache;
mod library;
mod privacy;
mod questions;
mod reading;
mod search_page;
