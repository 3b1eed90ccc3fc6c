//! The time, handed in, so that tests can hold it still.

use std::fmt::Debug;

use time::OffsetDateTime;

/// Says what time it is.
pub trait Clock: Debug + Send + Sync {
    /// Now, in UTC, to the microsecond: what both databases keep.
    fn now(&self) -> OffsetDateTime;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine"
    )]
    fn now(&self) -> OffsetDateTime {
        to_microsecond(OffsetDateTime::now_utc())
    }
}

pub(crate) fn to_microsecond(at: OffsetDateTime) -> OffsetDateTime {
    at.replace_microsecond(at.microsecond()).unwrap_or(at)
}
