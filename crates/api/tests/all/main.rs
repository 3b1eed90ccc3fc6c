//! The API as a client meets it: whole routes, a fresh database, a clock that stands still.

mod accounts;
mod app;
mod articles;
mod openapi;
mod people;
mod session;
