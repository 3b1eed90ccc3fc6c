//! Learning of site versions that other processes make.

use std::time::Duration;

use storage::{Reader, Storage, StorageError, VersionNotices};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// The net under everything: how often the version is read.
const POLL: Duration = Duration::from_secs(1);
/// How long before listening is tried again after the connection was lost.
const PAUSE: Duration = Duration::from_secs(5);

/// Tells this process of every new version, until `stop`.
pub async fn follow(storage: Storage, stop: CancellationToken) {
    let reader = storage.reader();
    let both = async {
        tokio::join!(poll(&storage, &reader), listen(&storage));
    };
    stop.run_until_cancelled(both).await;
}

/// Reads the version once a second.
async fn poll(storage: &Storage, reader: &Reader) {
    let mut is_away = false;
    loop {
        match look(reader).await {
            Ok(version) => {
                is_away = false;
                storage.learn_version(version);
            }
            Err(error) => {
                if !is_away {
                    tracing::warn!(%error, "the site version cannot be read");
                }
                is_away = true;
            }
        }
        sleep(POLL).await;
    }
}

async fn look(reader: &Reader) -> Result<i64, StorageError> {
    Ok(reader.snapshot().await?.site_version().await?.version)
}

/// Hears of versions at once where the database tells of them.
async fn listen(storage: &Storage) {
    loop {
        match storage.listen().await {
            Ok(None) => return,
            Ok(Some(notices)) => hear(storage, notices).await,
            Err(error) => tracing::warn!(%error, "cannot listen for new versions"),
        }
        sleep(PAUSE).await;
    }
}

async fn hear(storage: &Storage, mut notices: VersionNotices) {
    loop {
        match notices.next().await {
            Ok(version) => storage.learn_version(version),
            Err(error) => {
                tracing::warn!(%error, "listening for new versions was cut off");
                return;
            }
        }
    }
}
