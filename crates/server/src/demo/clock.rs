//! A clock that is set by hand.

use std::sync::{Mutex, PoisonError};

use editorial::Clock;
use time::{Duration, OffsetDateTime};

/// Shows the time of the story, and moves on a little at every look, so that no two things of
/// it happen at once.
#[derive(Debug)]
pub(super) struct StoryClock(Mutex<OffsetDateTime>);

impl StoryClock {
    pub(super) fn new(at: OffsetDateTime) -> Self {
        Self(Mutex::new(at))
    }

    /// Sets it to this moment.
    pub(super) fn set(&self, at: OffsetDateTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }
}

impl Clock for StoryClock {
    fn now(&self) -> OffsetDateTime {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += Duration::milliseconds(20);
        // Both databases keep microseconds.
        now.replace_microsecond(now.microsecond()).unwrap_or(*now)
    }
}
