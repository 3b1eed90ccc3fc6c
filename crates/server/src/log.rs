//! What the program says of itself, on standard error.

use std::io::{IsTerminal as _, stderr};

use tracing_subscriber::EnvFilter;

use crate::Failure;

/// Begins to log. `filter` is the setting `log`.
pub fn begin(filter: &str) -> Result<(), Failure> {
    // These tell each query and each connection.
    const QUIET: &str = "sqlx=warn,sea_orm_migration=warn,tantivy=warn,hyper=warn,poem=warn";
    let filter = EnvFilter::try_new(format!("{QUIET},{filter}"))
        .map_err(|error| Failure::because("The setting log cannot be used", error))?;
    // In a test or a second command of one process it has begun already.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_ansi(stderr().is_terminal())
        .try_init();
    Ok(())
}
