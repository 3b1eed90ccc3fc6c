//! The verbs on both databases.

mod importing;
mod newsroom;
mod publishing;
mod schema;
mod signing;
mod writing;
