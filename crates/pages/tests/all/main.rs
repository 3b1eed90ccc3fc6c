//! The pages as a whole, from invented publications.

#![expect(clippy::unwrap_used, reason = "tests say what they expect")]

mod outlets;
mod rules;
mod samples;
mod shapes;
