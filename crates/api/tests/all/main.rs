//! The API as a client meets it: whole routes, a fresh database, a clock that stands still.

mod app;
mod articles;
mod openapi;
mod session;
