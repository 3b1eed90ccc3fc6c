//! The house texts of a new site: topics, disclaimers and the help directory.

use storage::house_texts::{self, insert_disclaimer, insert_help_entry, insert_topic};
use storage::site_state::{Subject, bump};
use storage::{Storage, StorageError, Transaction};
use time::OffsetDateTime;

/// Puts in what is missing entirely, in one transaction. What somebody has edited or taken out
/// stays as it is. Two servers may do this at once.
pub async fn house_texts(storage: &Storage, now: OffsetDateTime) -> Result<(), StorageError> {
    let look = storage.look().await?;
    let is_missing = Missing::of(&look).await?;
    drop(look);
    if !is_missing.anything() {
        return Ok(());
    }
    let tx = storage.begin().await?;
    // The counter is one row: whoever comes second waits here, and then finds everything.
    bump(&tx, Subject::Topics, "seed", now).await?;
    bump(&tx, Subject::Help, "seed", now).await?;
    let missing = Missing::of(&tx).await?;
    if !missing.anything() {
        return Ok(());
    }
    if missing.topics {
        for topic in content::seed::topics::topics() {
            insert_topic(&tx, &topic).await?;
        }
    }
    if missing.disclaimers {
        for disclaimer in content::seed::disclaimers::disclaimers() {
            insert_disclaimer(&tx, &disclaimer).await?;
        }
    }
    if missing.help {
        for entry in content::seed::help::help_entries() {
            insert_help_entry(&tx, &entry).await?;
        }
    }
    tx.commit().await
}

struct Missing {
    topics: bool,
    disclaimers: bool,
    help: bool,
}

impl Missing {
    async fn of(tx: &Transaction) -> Result<Self, StorageError> {
        Ok(Self {
            topics: house_texts::has_no_topics(tx).await?,
            disclaimers: house_texts::disclaimers(tx).await?.is_empty(),
            help: house_texts::help_entries(tx).await?.is_empty(),
        })
    }

    const fn anything(&self) -> bool {
        self.topics || self.disclaimers || self.help
    }
}
