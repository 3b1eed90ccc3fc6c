//! Bundles: articles from another system, and back out again.
//!
//! A bundle is a text file with one JSON object on each line. What comes in with `publish`
//! is public at once and says that it was imported: the operator answers for that, nobody
//! signs. Whatever was set right, left out or left alone is told line by line.

mod add;
mod addresses;
mod author;
mod batch;
mod body;
mod csv;
mod dates;
mod entry;
mod export_bundle;
mod give_addresses;
mod import_bundle;
mod incoming;
mod lines;
mod people;
mod present;
mod report;
mod run;
mod slugs;
mod text;
mod told;
mod topics;
mod understand;
mod update;

pub use csv::write_csv;
pub use export_bundle::{ExportError, ExportReport, ExportScope, export_bundle};
pub use import_bundle::{ImportError, ImportOptions, Progress, import_bundle};
pub use report::{Code, Counts, ImportReport, Row, Severity};
