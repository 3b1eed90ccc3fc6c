//! The `countersign` program.
//!
//! In the order a request or a command meets them: [`config`] checks the settings,
//! [`commands`] has one file for each command, [`house`] opens the database, [`address`] knows
//! where people find the site, [`acceptor`] and [`http_server`] take requests in, [`routes`]
//! shows every route on one screen, [`worker`] does
//! what verbs leave for later, [`folding`] keeps the search index current.

pub mod acceptor;
pub mod access_log;
pub mod address;
mod admin;
pub mod command_line;
pub mod commands;
pub mod config;
pub mod demo;
pub mod document;
mod failure;
pub mod folding;
pub mod following;
pub mod health;
pub mod house;
pub mod http_server;
pub mod index;
pub mod log;
mod patient;
pub mod progress;
pub mod routes;
pub mod seed;
pub mod theme;
pub mod worker;

pub use failure::Failure;
