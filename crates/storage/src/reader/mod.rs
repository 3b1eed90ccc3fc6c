//! The reader site's view of the database: publications, and nothing else.
//!
//! A [`Reader`] holds a connection that cannot write and asks only the `public_…` views and the
//! tables of house texts. It has no method for a draft, and there is no way from it to one.

mod article;
mod cards;
mod corrections;
mod held;
mod lists;
mod persons;
mod printed;
mod sitemap;
mod topics;

pub(crate) use persons::profiles_to_be;

use content::digest::Digest;
use content::disclaimer::Disclaimer;
use content::help::HelpEntry;
use content::image_sizes::Size;
use content::public::{SiteVersion, Tombstone};
use content::topic::Topic;
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QuerySelect};
use time::{Date, OffsetDateTime};
use tokio::sync::{OnceCell, watch};

use crate::entities::{public_image, public_old_path, public_person, public_slug};
use crate::photos::StoredPhoto;
use crate::site_state::Now;
use crate::{MediaFiles, StorageError, Transaction, house_texts, photos, site_state};

/// What the reader site is given.
#[derive(Clone, Debug)]
pub struct Reader {
    connection: DatabaseConnection,
    media: MediaFiles,
    versions: watch::Receiver<i64>,
}

/// What stands at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// The thing itself.
    Found(T),
    /// The thing, at this address now.
    Moved(String),
    /// It was taken off the site.
    Gone(Tombstone),
    /// Nothing.
    Unknown,
}

/// One address of the sitemap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapRow {
    /// Path on this site, such as `/articles/…`.
    pub path: String,
    /// When what stands there last changed, where that is known.
    pub modified: Option<OffsetDateTime>,
}

impl Reader {
    pub(crate) const fn new(
        connection: DatabaseConnection,
        media: MediaFiles,
        versions: watch::Receiver<i64>,
    ) -> Self {
        Self {
            connection,
            media,
            versions,
        }
    }

    /// One moment of what is public: every answer of one snapshot belongs to one version.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn snapshot(&self) -> Result<Snapshot, StorageError> {
        // The sender is not used: nothing a reader does makes a version.
        let (unused, _) = watch::channel(0);
        Ok(Snapshot {
            tx: Transaction::begin_reading(&self.connection, unused).await?,
            media: self.media.clone(),
            now: OnceCell::new(),
        })
    }

    /// Tells of versions as this process learns of them.
    #[must_use]
    pub fn versions(&self) -> watch::Receiver<i64> {
        self.versions.clone()
    }
}

/// One moment of what is public.
#[derive(Debug)]
pub struct Snapshot {
    tx: Transaction,
    media: MediaFiles,
    now: OnceCell<Now>,
}

impl Snapshot {
    /// Which version this is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn site_version(&self) -> Result<SiteVersion, StorageError> {
        Ok(self.now().await?.version.clone())
    }

    /// The day that this version goes by.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn today(&self) -> Result<Date, StorageError> {
        Ok(self.now().await?.today)
    }

    async fn now(&self) -> Result<&Now, StorageError> {
        let read = || site_state::now_on(self.tx.db());
        self.now.get_or_try_init(read).await
    }

    /// All topics and groups with their synonyms, in order.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn taxonomy(&self) -> Result<Vec<Topic>, StorageError> {
        house_texts::topics_on(self.tx.db()).await
    }

    /// The topic or group at an address.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn topic(&self, slug: &str) -> Result<Lookup<Topic>, StorageError> {
        let found = self
            .taxonomy()
            .await?
            .into_iter()
            .find(|topic| topic.slug == slug);
        Ok(found.map_or(Lookup::Unknown, Lookup::Found))
    }

    /// The help directory, by country and position.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn help(&self) -> Result<Vec<HelpEntry>, StorageError> {
        house_texts::help_entries_on(self.tx.db()).await
    }

    /// All versions of all disclaimers, newest first within kind and locale.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn disclaimers(&self) -> Result<Vec<Disclaimer>, StorageError> {
        house_texts::disclaimers_on(self.tx.db()).await
    }

    /// The portrait of somebody whom readers may see.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn photo(&self, digest: &str) -> Result<Option<StoredPhoto>, StorageError> {
        let shown = public_person::Entity::find()
            .filter(public_person::Column::PhotoDigest.eq(digest))
            .limit(1)
            .one(self.tx.db())
            .await?;
        match shown {
            Some(_) => photos::find(&self.tx, digest).await,
            None => Ok(None),
        }
    }

    /// One size of an image that stands in what readers may read.
    ///
    /// # Errors
    /// When the database or the store of images does not answer.
    pub async fn image(&self, sha256: Digest, size: Size) -> Result<Option<Vec<u8>>, StorageError> {
        let shown = public_image::Entity::find_by_id(sha256.to_string())
            .one(self.tx.db())
            .await?;
        match shown {
            Some(_) => Ok(self.media.get(sha256, size).await?),
            None => Ok(None),
        }
    }

    /// The present address of the article that had this path in another system; `path` is
    /// settled.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn old_path(&self, path: &str) -> Result<Lookup<String>, StorageError> {
        let row = public_old_path::Entity::find_by_id(path.to_owned())
            .one(self.tx.db())
            .await?;
        Ok(match row {
            None => Lookup::Unknown,
            Some(row) if row.state == "withdrawn" => self
                .tombstone(row.article_id)
                .await?
                .map_or(Lookup::Unknown, Lookup::Gone),
            Some(row) => Lookup::Moved(row.present_slug),
        })
    }

    /// What stands at an article's address, without the article itself.
    async fn place(&self, slug: &str) -> Result<Lookup<uuid::Uuid>, StorageError> {
        let row = public_slug::Entity::find()
            .filter(public_slug::Column::Slug.eq(slug))
            .one(self.tx.db())
            .await?;
        Ok(match row {
            None => Lookup::Unknown,
            Some(row) if row.present_slug != slug => Lookup::Moved(row.present_slug),
            Some(row) if row.state == "withdrawn" => self
                .tombstone(row.article_id)
                .await?
                .map_or(Lookup::Unknown, Lookup::Gone),
            Some(row) => Lookup::Found(row.article_id),
        })
    }
}
