//! `countersign reindex`

use std::sync::Arc;

use crate::config::Config;
use crate::folding::Folder;
use crate::progress::Progress;
use crate::{Failure, house, index};

/// Makes the search index anew. Only while nothing serves it: a server keeps its own current.
pub async fn run(config: &Config) -> Result<(), Failure> {
    let storage = house::prepare(config).await?;
    let index = index::open(config.index_folder(), &storage).await?;
    let progress = Progress::begin();
    progress.say("Reading all public articles …");
    Folder::new(storage.clone(), Arc::clone(&index))
        .rebuild()
        .await?;
    drop(progress);
    let count = index
        .count()
        .await
        .map_err(|error| Failure::because("The search index could not be read", error))?;
    println!("The search index was made anew: {count} articles.");
    storage.close().await?;
    Ok(())
}
