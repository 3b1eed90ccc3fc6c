//! `countersign migrate`

use crate::config::Config;
use crate::{Failure, house};

/// Brings the database up to date.
pub async fn run(config: &Config) -> Result<(), Failure> {
    let storage = house::open(config).await?;
    let steps = storage.pending_migrations().await?;
    storage.close().await?;
    house::prepare(config).await?.close().await?;
    match steps {
        0 => println!("The database is up to date."),
        1 => println!("The database is up to date: 1 step was applied."),
        steps => println!("The database is up to date: {steps} steps were applied."),
    }
    Ok(())
}
