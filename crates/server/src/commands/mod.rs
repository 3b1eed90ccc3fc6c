//! One file for each command.

pub mod account;
pub mod demo;
pub mod doctor;
pub mod export;
pub mod import;
pub mod import_docx;
pub mod migrate;
pub mod openapi;
pub mod reindex;
pub mod serve;
