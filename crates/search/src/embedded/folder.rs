//! The folder: a lock, a file that names the index in use, and that index.
//!
//! A rebuild writes beside the index in use; the file `current` is exchanged only when the new
//! one is whole. What no longer belongs is removed at the next opening. The index is made from
//! the database, so anything unreadable is thrown away and reported as nothing folded.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use content::public::SiteVersion;
use serde::{Deserialize, Serialize};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy};

use super::schema::{self, Fields};
use crate::index::SearchError;

/// Counts up with every change to fields, columns or the cutting of words.
const FORMAT: u32 = 2;
/// Bytes of new documents held before they are written out.
const WRITER_BYTES: usize = 32_000_000;
const CURRENT: &str = "current";
const LOCK: &str = "lock";

/// The folder of an index, held by this process.
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

/// One index in the folder.
pub(super) struct Generation {
    number: u64,
    pub(super) fields: Fields,
    pub(super) reader: IndexReader,
    pub(super) writer: Mutex<IndexWriter>,
}

/// What a commit says of itself.
#[derive(Serialize, Deserialize)]
struct Payload {
    format: u32,
    #[serde(flatten)]
    reached: SiteVersion,
}

impl Folder {
    /// Takes the folder for this process, making it when there is none.
    pub(super) fn hold(path: &Path) -> Result<Self, SearchError> {
        fs::create_dir_all(path)?;
        let lock = File::create(path.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                path: path.to_owned(),
                _lock: lock,
            }),
            Err(TryLockError::WouldBlock) => Err(SearchError::Locked(path.to_owned())),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Opens the index in use, or an empty one when it is missing, of another format or damaged.
    pub(super) fn open_current(&self) -> Result<Generation, SearchError> {
        let named = fs::read_to_string(self.path.join(CURRENT)).ok();
        let number = named.and_then(|name| name.trim().parse().ok());
        let opened = number.and_then(|number| {
            catch_unwind(AssertUnwindSafe(|| self.open(number))).unwrap_or(None)
        });
        if opened.is_none() && number.is_some() {
            tracing::warn!("the search index cannot be used and starts empty");
        }
        let generation = if let Some(generation) = opened {
            generation
        } else {
            let generation = self.create()?;
            self.choose(&generation)?;
            generation
        };
        self.clear(generation.number);
        Ok(generation)
    }

    fn open(&self, number: u64) -> Option<Generation> {
        let index = Index::open_in_dir(self.place(number)).ok()?;
        let is_whole = index
            .validate_checksum()
            .is_ok_and(|damaged| damaged.is_empty());
        if !is_whole || index.schema() != schema::schema().0 {
            return None;
        }
        if let Some(payload) = index.load_metas().ok()?.payload {
            let payload: Payload = serde_json::from_str(&payload).ok()?;
            if payload.format != FORMAT {
                return None;
            }
        }
        Generation::new(number, &index).ok()
    }

    /// An empty index under a number that was not in use.
    pub(super) fn create(&self) -> Result<Generation, SearchError> {
        let number = self
            .numbers()
            .max()
            .map_or(1, |last| last.saturating_add(1));
        let place = self.place(number);
        fs::create_dir_all(&place)?;
        let index = Index::create_in_dir(&place, schema::schema().0)?;
        Generation::new(number, &index)
    }

    /// Makes an index the one in use, also after a crash.
    pub(super) fn choose(&self, generation: &Generation) -> Result<(), SearchError> {
        let beside = self.path.join("current.new");
        let mut file = File::create(&beside)?;
        file.write_all(generation.number.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(beside, self.path.join(CURRENT))?;
        File::open(&self.path)?.sync_all()?;
        Ok(())
    }

    /// Removes all indexes but one; searches that still read them keep their files.
    pub(super) fn clear(&self, kept: u64) {
        for number in self.numbers().filter(|number| *number != kept) {
            if let Err(error) = fs::remove_dir_all(self.place(number)) {
                tracing::warn!(%error, "an old search index is left behind");
            }
        }
    }

    fn place(&self, number: u64) -> PathBuf {
        self.path.join(format!("index-{number}"))
    }

    fn numbers(&self) -> impl Iterator<Item = u64> {
        let entries: io::Result<Vec<_>> = fs::read_dir(&self.path).and_then(Iterator::collect);
        entries.unwrap_or_default().into_iter().filter_map(|entry| {
            entry
                .file_name()
                .to_str()?
                .strip_prefix("index-")?
                .parse()
                .ok()
        })
    }
}

impl Generation {
    fn new(number: u64, index: &Index) -> Result<Self, SearchError> {
        schema::register(index);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let writer = Mutex::new(index.writer_with_num_threads(1, WRITER_BYTES)?);
        Ok(Self {
            number,
            fields: schema::schema().1,
            reader,
            writer,
        })
    }

    /// Its number in the folder.
    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    /// What the last commit says it stands for.
    pub(super) fn folded(&self) -> Option<SiteVersion> {
        let metas = self.reader.searcher().index().load_metas().ok()?;
        let payload: Payload = serde_json::from_str(&metas.payload?).ok()?;
        (payload.format == FORMAT).then_some(payload.reached)
    }

    /// Commits what the writer holds as a site version, and lets searches see it.
    pub(super) fn commit(
        &self,
        writer: &mut IndexWriter,
        reached: &SiteVersion,
    ) -> Result<(), SearchError> {
        let payload = Payload {
            format: FORMAT,
            reached: reached.clone(),
        };
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&payload)?);
        commit.commit()?;
        self.reader.reload()?;
        Ok(())
    }
}
