//! A desk with a fresh database and a clock that moves when it is told to.

use std::sync::{Arc, Mutex};

use storage::Storage;
use time::{Duration, OffsetDateTime};

use crate::{Clock, Desk, SiteFacts};

/// A clock that stands still.
#[derive(Debug)]
pub struct StillClock(Mutex<OffsetDateTime>);

impl StillClock {
    /// Moves it on.
    ///
    /// # Panics
    /// When another test thread panicked while holding it.
    pub fn pass(&self, duration: Duration) {
        *self.0.lock().expect("the clock is whole") += duration;
    }
}

impl Clock for StillClock {
    fn now(&self) -> OffsetDateTime {
        *self.0.lock().expect("the clock is whole")
    }
}

/// A desk on this database, at nine in the morning of the first day, without mail.
#[must_use]
pub fn desk(storage: Storage) -> (Desk, Arc<StillClock>) {
    let clock = Arc::new(StillClock(Mutex::new(
        storage::testing::FIRST_DAY
            .with_hms(9, 0, 0)
            .expect("a time of day")
            .assume_utc(),
    )));
    let site = SiteFacts {
        name: "Fernway Journal".to_owned(),
        public_url: "http://127.0.0.1:8080".to_owned(),
        country: "US".to_owned(),
        language: "en".to_owned(),
        contact: None,
        mail: false,
    };
    (
        Desk {
            storage,
            clock: Arc::<StillClock>::clone(&clock),
            site: Arc::new(site),
        },
        clock,
    )
}
