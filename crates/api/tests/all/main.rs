//! The API as a client meets it: whole routes, a fresh database, a clock that stands still.

mod accounts;
mod acts;
mod app;
mod articles;
mod bad_input;
mod documents;
mod joint_acts;
mod lists;
mod media;
mod one_time_links;
mod openapi;
mod origins;
mod people;
mod previews;
mod proofs;
mod reader_pages;
mod second_person;
mod session;
mod story;
mod who_may;
