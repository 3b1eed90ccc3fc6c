//! Days as people read them and as machines do.

use serde::Serialize;
use time::{Date, OffsetDateTime};

use crate::site_facts::SiteFacts;

/// A day or a month, for `<time>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Day {
    /// For the `datetime` attribute.
    pub(crate) iso: String,
    /// In full, as the country writes it.
    pub(crate) words: String,
}

impl Day {
    /// "March 2, 2026", or "2 March 2026".
    pub(crate) fn of(date: Date, site: &SiteFacts) -> Self {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let words = if site.month_first() {
            format!("{month} {day}, {year}")
        } else {
            format!("{day} {month} {year}")
        };
        Self {
            iso: iso(date),
            words,
        }
    }

    /// The day of this moment.
    pub(crate) fn at(moment: OffsetDateTime, site: &SiteFacts) -> Self {
        Self::of(moment.date(), site)
    }

    /// "March 2026".
    pub(crate) fn month(moment: OffsetDateTime) -> Self {
        let (year, month) = (moment.year(), moment.month());
        Self {
            iso: format!("{year:04}-{:02}", u8::from(month)),
            words: format!("{month} {year}"),
        }
    }
}

/// `2026-03-02`.
pub(crate) fn iso(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}

/// `2026-03-02T09:30:00Z`.
pub(crate) fn instant(moment: OffsetDateTime) -> String {
    let utc = moment.to_offset(time::UtcOffset::UTC);
    format!(
        "{}T{:02}:{:02}:{:02}Z",
        iso(utc.date()),
        utc.hour(),
        utc.minute(),
        utc.second()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime};

    #[test]
    fn a_day_is_written_as_the_country_writes_it() {
        let mut site = SiteFacts::new("S", "https://s.example");
        assert_eq!(Day::of(date!(2026 - 03 - 02), &site).words, "March 2, 2026");
        site.country = "GB".to_owned();
        assert_eq!(Day::of(date!(2026 - 03 - 02), &site).words, "2 March 2026");
        assert_eq!(Day::month(datetime!(2026-03-02 0:00 UTC)).iso, "2026-03");
        assert_eq!(
            instant(datetime!(2026-03-02 1:02:03 +2)),
            "2026-03-01T23:02:03Z"
        );
    }
}
