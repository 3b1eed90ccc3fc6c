//! Opening the search index in its folder.

use std::path::PathBuf;
use std::sync::Arc;

use search::{EmbeddedIndex, SearchError, SearchIndex};
use storage::Storage;

use crate::Failure;
use crate::folding::vocabulary;

/// Opens the index with the words of the present topics; one process at a time may.
///
/// # Errors
/// When another process has it, or the folder or the database cannot be used.
pub async fn open(folder: PathBuf, storage: &Storage) -> Result<Arc<dyn SearchIndex>, Failure> {
    let failed =
        |why: &dyn std::fmt::Display| Failure::because("The search index could not be opened", why);
    let taxonomy = storage.reader().snapshot().await?.taxonomy().await?;
    // It reads every file once to know that it is whole.
    let opening = move || EmbeddedIndex::open(&folder, vocabulary(taxonomy));
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
