//! Opening the house: the data folder, the database, the house texts, and a desk to work at.

use std::fs::{DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::sync::Arc;

use editorial::{Clock as _, Desk, SiteFacts, SystemClock};
use storage::{MediaFiles, Storage};

use crate::config::Config;
use crate::{Failure, address, seed};

/// Opens the database as it is; nothing in it is changed.
pub async fn open(config: &Config) -> Result<Storage, Failure> {
    make_folder(&config.data)?;
    let media = MediaFiles::folder(&config.media)?;
    Ok(Storage::connect(&config.database_url, media).await?)
}

/// Opens the database, brings its schema up to date and puts the first house texts in.
pub async fn prepare(config: &Config) -> Result<Storage, Failure> {
    let storage = open(config).await?;
    migrate(config, &storage).await?;
    seed::house_texts(&storage, SystemClock.now()).await?;
    Ok(storage)
}

/// Brings the schema up to date, one process at a time.
pub async fn migrate(config: &Config, storage: &Storage) -> Result<(), Failure> {
    // PostgreSQL has a lock of its own for this; on SQLite all processes share the folder.
    let lock = hold(&config.data.join("migrating.lock")).await?;
    let migrated = storage.migrate(SystemClock.now().date()).await;
    drop(lock);
    Ok(migrated?)
}

/// A desk for the verbs; `public_url` is where readers find the site.
#[must_use]
pub fn desk(config: &Config, storage: Storage, public_url: String) -> Desk {
    let site = SiteFacts {
        name: config.site.name.clone(),
        public_url,
        country: config.site.country.clone(),
        language: config.site.language.clone(),
        contact: config.site.contact.clone(),
        mail: config.smtp.is_some(),
    };
    Desk {
        storage,
        clock: Arc::new(SystemClock),
        site: Arc::new(site),
    }
}

/// A desk for a command that ends by itself: opened, up to date, at the address that is known.
pub async fn desk_for_command(config: &Config) -> Result<Desk, Failure> {
    let storage = prepare(config).await?;
    Ok(desk(config, storage, address::known(config).url))
}

/// The folder holds drafts and the digests of passwords: nobody else's business.
fn make_folder(folder: &Path) -> Result<(), Failure> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|error| {
        Failure::because(
            &format!("The data folder {} cannot be made", folder.display()),
            error,
        )
    })
}

/// Waits for a lock on a file; given back when the answer is dropped.
async fn hold(path: &Path) -> Result<File, Failure> {
    let name = path.display().to_string();
    let failed = move |error: std::io::Error| {
        Failure::because(
            &format!("The data folder cannot be written ({name})"),
            error,
        )
    };
    let file = File::create(path).map_err(&failed)?;
    let locked = tokio::task::spawn_blocking(move || file.lock().map(|()| file)).await;
    locked
        .map_err(std::io::Error::other)
        .flatten()
        .map_err(failed)
}
