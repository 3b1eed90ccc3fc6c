//! The reader site as one endpoint: a look into the cache, and the way round it.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use content::digest::Digest;
use content::image_sizes::Size;
use content::old_path;
use futures_util::FutureExt as _;
use moka::future::Cache;
use pages::{PageError, Pages};
use poem::http::{HeaderMap, Method, StatusCode};
use poem::{Endpoint, Request, Response};
use search::SearchIndex;
use storage::{Reader, Snapshot, StorageError};

use crate::headers;
use crate::kept::{Kept, Made};
use crate::living::Living;
use crate::make;
use crate::place::{self, Place, Route};
use crate::respond;
use crate::version::{Current, Stamp};

/// What pages may take of memory, packed and plain together.
const CACHE_BYTES: u64 = 64 * 1024 * 1024;
/// Pages are packed once and sent often.
const LEVEL: u32 = 7;
/// How often the version is read when nobody has told of a new one.
const POLL: Duration = Duration::from_secs(1);

/// The reader site. Cheap to clone; an endpoint for `/` and `/*rest`, behind all other routes.
/// [`Site::follow`] runs beside it.
#[derive(Clone)]
pub struct Site {
    reader: Reader,
    pub(crate) index: Option<Arc<dyn SearchIndex>>,
    pages: Pages,
    current: Arc<Current>,
    kept: Cache<(Stamp, Place), Arc<Kept>>,
    living: Arc<RwLock<Option<Arc<Living>>>>,
    pub(crate) base: Arc<HeaderMap>,
}

/// Why the site could not answer.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A template.
    #[error(transparent)]
    Page(#[from] PageError),
}

/// Why there is no page of this address to keep.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Absent {
    #[error("nothing is there")]
    Unknown,
    #[error("it is elsewhere")]
    Moved(String),
    #[error(transparent)]
    Failed(#[from] SiteError),
}

impl From<StorageError> for Absent {
    fn from(error: StorageError) -> Self {
        Self::Failed(error.into())
    }
}

impl From<PageError> for Absent {
    fn from(error: PageError) -> Self {
        Self::Failed(error.into())
    }
}

impl Site {
    /// A site that reads from here. `pages` brings theme and settings; without an index,
    /// search says that it is not working.
    pub async fn open(
        reader: Reader,
        index: Option<Arc<dyn SearchIndex>>,
        pages: Pages,
    ) -> Result<Self, SiteError> {
        let first = reader.snapshot().await?.site_version().await?;
        let current = Arc::new(Current::new(first, reader.versions()));
        let base = Arc::new(headers::base(&pages.facts().public_url));
        let kept = Cache::builder()
            .max_capacity(CACHE_BYTES)
            .weigher(|_: &(Stamp, Place), kept: &Arc<Kept>| kept.weight())
            .build();
        Ok(Self {
            reader,
            index,
            pages,
            current,
            kept,
            living: Arc::default(),
            base,
        })
    }

    /// Keeps up with versions that other processes make. Never ends; run it beside the site.
    pub async fn follow(&self) {
        let mut heard = self.reader.versions();
        loop {
            // Told or not, it looks at the latest after a second.
            let told = tokio::time::timeout(POLL, heard.changed()).await;
            if matches!(told, Ok(Err(_))) {
                // Nobody is left who could tell.
                tokio::time::sleep(POLL).await;
            }
            if let Err(error) = self.look_up_version().await {
                tracing::warn!(%error, "the site version could not be read");
                tokio::time::sleep(POLL).await;
            }
        }
    }

    async fn look_up_version(&self) -> Result<(), StorageError> {
        let read = self.reader.snapshot().await?.site_version().await?;
        self.current.learn(&read);
        Ok(())
    }

    /// The answer to a request.
    pub async fn answer(&self, request: &Request) -> Response {
        let method = request.method();
        if !matches!(*method, Method::GET | Method::HEAD) {
            return respond::wrong_method(&self.base);
        }
        match place::route(request.uri().path(), request.uri().query()) {
            Route::Place(place) => self.place(place, request).await,
            Route::Moved(to) => respond::moved(&to, &self.base),
            Route::Asset(path) => match make::asset(&path, self.pages.assets()) {
                Some(made) => self.send(made, method, request.headers()),
                None => self.place(Place::NotFound, request).await,
            },
            Route::Image(sha256, size) => match self.image(sha256, size).await {
                Ok(made) => self.send(made, method, request.headers()),
                Err(Absent::Failed(error)) => {
                    tracing::error!(%error, "an image could not be sent");
                    self.trouble(method, request.headers())
                }
                Err(_) => self.place(Place::NotFound, request).await,
            },
            Route::Search(asked) => match self.search(&asked).await {
                Ok(made) => self.send(made, method, request.headers()),
                Err(error) => {
                    tracing::error!(%error, "a page could not be made");
                    self.trouble(method, request.headers())
                }
            },
        }
    }

    async fn image(&self, sha256: Digest, size: Size) -> Result<Made, Absent> {
        let snapshot = self.reader.snapshot().await?;
        make::image(sha256, size, &snapshot).await
    }

    async fn place(&self, place: Place, request: &Request) -> Response {
        let known = match place {
            Place::NotFound => Err(Arc::new(Absent::Unknown)),
            place => self.look(place).await,
        };
        let found = match known {
            Err(absent) if matches!(*absent, Absent::Unknown) => {
                self.elsewhere(request.uri().path()).await
            }
            known => known,
        };
        let (method, asked) = (request.method(), request.headers());
        match found {
            Ok(kept) => respond::page(&kept, method, asked),
            Err(absent) => match &*absent {
                Absent::Moved(to) => respond::moved(to, &self.base),
                Absent::Unknown => self.trouble(method, asked),
                Absent::Failed(error) => {
                    tracing::error!(%error, "a page could not be made");
                    self.trouble(method, asked)
                }
            },
        }
    }

    /// Where an article stands that had this path in another system, or the page that says
    /// that nothing is here.
    async fn elsewhere(&self, path: &str) -> Result<Arc<Kept>, Arc<Absent>> {
        if let Some(path) = old_path::settled(path) {
            match self.look(Place::Old(path)).await {
                Err(absent) if matches!(*absent, Absent::Unknown) => {}
                found => return found,
            }
        }
        self.look(Place::NotFound).await
    }

    /// The page from the cache, or made once for all who wait for it.
    async fn look(&self, place: Place) -> Result<Arc<Kept>, Arc<Absent>> {
        let key = (self.current.stamp(), place);
        if let Some(kept) = self.kept.get(&key).await {
            return Ok(kept);
        }
        let place = key.1.clone();
        self.kept
            .try_get_with(key, async {
                let (snapshot, living) = self.moment().await?;
                let made = make::place(&place, &snapshot, &living).await?;
                drop(snapshot);
                Ok(Arc::new(Kept::new(made, &self.base, LEVEL)))
            })
            .await
    }

    /// One moment of what is public, with what its pages share. The version is read first.
    pub(crate) async fn moment(&self) -> Result<(Snapshot, Arc<Living>), SiteError> {
        let snapshot = self.reader.snapshot().await?;
        let stamp = self.current.learn(&snapshot.site_version().await?);
        {
            let kept = self.living.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(living) = &*kept
                && living.stamp == stamp
            {
                return Ok((snapshot, Arc::clone(living)));
            }
        }
        // Two who come at once may both read it; waiting here would hold connections.
        let living = Arc::new(Living::read(stamp, &snapshot, &self.pages).await?);
        let mut kept = self.living.write().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|of| of.stamp.is_before(stamp)) {
            *kept = Some(Arc::clone(&living));
        }
        Ok((snapshot, living))
    }

    fn send(&self, made: Made, method: &Method, asked: &HeaderMap) -> Response {
        /// Packed for one reader only, so quickly.
        const QUICK: u32 = 3;
        respond::page(&Kept::new(made, &self.base, QUICK), method, asked)
    }

    fn trouble(&self, method: &Method, asked: &HeaderMap) -> Response {
        let page = self.pages.trouble().unwrap_or_default();
        let mut made = Made::html(page).with_status(StatusCode::SERVICE_UNAVAILABLE);
        made.cache = headers::NO_STORE;
        self.send(made, method, asked)
    }
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site")
            .field("current", &self.current)
            .finish_non_exhaustive()
    }
}

impl Endpoint for Site {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let answer = AssertUnwindSafe(self.answer(&request)).catch_unwind();
        Ok(answer.await.unwrap_or_else(|_| {
            tracing::error!("making a page ended in a panic");
            self.trouble(request.method(), request.headers())
        }))
    }
}
