//! `countersign reindex`

use std::sync::Arc;

use search::{EmbeddedIndex, SearchError, SearchIndex, Vocabulary};

use crate::config::Config;
use crate::folding::Folder;
use crate::progress::Progress;
use crate::{Failure, house};

/// Makes the search index anew. Only while nothing serves it: a server keeps its own current.
pub async fn run(config: &Config) -> Result<(), Failure> {
    let storage = house::prepare(config).await?;
    let index: Arc<dyn SearchIndex> = open_index(config).await?;
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

/// Opens the index in the data folder; one process at a time may.
pub(super) async fn open_index(config: &Config) -> Result<Arc<EmbeddedIndex>, Failure> {
    let folder = config.index_folder();
    let failed =
        |why: &dyn std::fmt::Display| Failure::because("The search index could not be opened", why);
    // It reads every file once to know that it is whole.
    let opening = move || EmbeddedIndex::open(&folder, Vocabulary::default());
    match tokio::task::spawn_blocking(opening).await {
        Ok(Ok(index)) => Ok(Arc::new(index)),
        Ok(Err(SearchError::Locked(folder))) => Err(Failure::new(format!(
            "The search index in {} is in use by another process.",
            folder.display()
        ))),
        Ok(Err(error)) => Err(failed(&error)),
        Err(error) => Err(failed(&error)),
    }
}
