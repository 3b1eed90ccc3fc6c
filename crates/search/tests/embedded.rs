//! The embedded engine: the contract of all engines, and what only a folder can do.

mod contract;

use search::{EmbeddedIndex, Vocabulary};
use tempfile::TempDir;

async fn fresh() -> (TempDir, EmbeddedIndex) {
    let made = tokio::task::spawn_blocking(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let index = EmbeddedIndex::open(folder.path(), Vocabulary::default()).expect("an index");
        (folder, index)
    });
    made.await.expect("no panic")
}

contract!(crate::fresh);
