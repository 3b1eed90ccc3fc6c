//! The verbs on both databases.

mod newsroom;
mod publishing;
mod schema;
mod signing;
mod writing;
