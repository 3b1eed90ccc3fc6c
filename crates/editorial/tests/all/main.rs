//! The verbs on both databases.

mod accounts;
mod newsroom;
mod people;
mod publishing;
mod schema;
mod signing;
mod writing;
