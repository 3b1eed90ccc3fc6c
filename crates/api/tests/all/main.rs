//! The API as a client meets it: whole routes, a fresh database, a clock that stands still.

mod accounts;
mod acts;
mod app;
mod articles;
mod openapi;
mod origins;
mod people;
mod session;
mod story;
mod who_may;
