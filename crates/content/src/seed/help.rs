//! The first help directory: seven countries, and what there is for everywhere else.
//!
//! Numbers change. A person must check each of them before a site opens and again before
//! [`STALE_AFTER_DAYS`](crate::help::STALE_AFTER_DAYS) have passed; the dates in the data say
//! when that was last done.

use serde::Deserialize;
use time::Date;
use time::macros::format_description;

use crate::help::{HelpEntry, HelpKind};
use crate::ids::HelpEntryId;

const DIRECTORY: &str = include_str!("../../data/help.json");

/// The code that stands for every country without entries of its own.
pub const ELSEWHERE: &str = "ZZ";

/// The countries of the directory, in the order in which readers are offered them.
pub const COUNTRIES: [(&str, &str); 7] = [
    ("US", "United States"),
    ("CA", "Canada"),
    ("GB", "United Kingdom"),
    ("IE", "Ireland"),
    ("AU", "Australia"),
    ("NZ", "New Zealand"),
    (ELSEWHERE, "Anywhere else"),
];

/// The name readers see for a country code of the directory.
#[must_use]
pub fn country_name(code: &str) -> Option<&'static str> {
    COUNTRIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, name)| *name)
}

#[derive(Deserialize)]
struct Row {
    id: HelpEntryId,
    country: String,
    kind: HelpKind,
    service: String,
    audience: Option<String>,
    call: Option<String>,
    text_keyword: Option<String>,
    text_to: Option<String>,
    url: Option<String>,
    hours: Option<String>,
    languages: Vec<String>,
    source: String,
    /// `2026-11-01`: the data file is edited by hand.
    last_checked_on: String,
    checked_by: String,
}

/// All entries, country by country; positions count within a country and kind.
#[must_use]
pub fn help_entries() -> Vec<HelpEntry> {
    let rows: Vec<Row> =
        serde_json::from_str(DIRECTORY).expect("help.json is read by the tests of this module");
    let mut entries: Vec<HelpEntry> = Vec::with_capacity(rows.len());
    for row in rows {
        let before = entries
            .iter()
            .filter(|e| e.country == row.country && e.kind == row.kind);
        let position = (1..).zip(before).last().map_or(1, |(n, _)| n + 1);
        entries.push(row.at(position));
    }
    entries
}

impl Row {
    fn at(self, position: u32) -> HelpEntry {
        HelpEntry {
            id: self.id,
            country: self.country,
            kind: self.kind,
            service: self.service,
            audience: self.audience,
            call: self.call,
            text_keyword: self.text_keyword,
            text_to: self.text_to,
            url: self.url,
            hours: self.hours,
            languages: self.languages,
            source: self.source,
            last_checked_on: day(&self.last_checked_on),
            checked_by: self.checked_by,
            position,
        }
    }
}

fn day(text: &str) -> Date {
    Date::parse(text, format_description!("[year]-[month]-[day]"))
        .expect("dates of help.json are read by the tests of this module")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use time::macros::date;

    use super::*;

    fn of(country: &str, kind: HelpKind) -> Vec<HelpEntry> {
        help_entries()
            .into_iter()
            .filter(|e| e.country == country && e.kind == kind)
            .collect()
    }

    #[test]
    fn each_country_has_an_emergency_number_a_crisis_line_and_somewhere_for_abuse_and_eating() {
        for (country, _) in COUNTRIES.iter().filter(|(code, _)| *code != ELSEWHERE) {
            assert!(
                of(country, HelpKind::Emergency)[0].call.is_some(),
                "{country}"
            );
            assert!(of(country, HelpKind::Crisis)[0].call.is_some(), "{country}");
            assert!(!of(country, HelpKind::Abuse).is_empty(), "{country}");
            assert!(
                !of(country, HelpKind::EatingDisorder).is_empty(),
                "{country}"
            );
        }
        assert!(
            of(ELSEWHERE, HelpKind::Directory)
                .iter()
                .all(|e| e.url.is_some())
        );
        assert!(!of(ELSEWHERE, HelpKind::Directory).is_empty());
    }

    #[test]
    fn the_first_crisis_line_of_each_country_is_the_one_for_everyone() {
        for (country, call) in [
            ("US", "988"),
            ("CA", "9-8-8"),
            ("GB", "116 123"),
            ("IE", "116 123"),
            ("AU", "13 11 14"),
            ("NZ", "1737"),
        ] {
            let first = &of(country, HelpKind::Crisis)[0];
            assert_eq!(first.call.as_deref(), Some(call));
            assert_eq!((first.audience.as_deref(), first.position), (None, 1));
        }
    }

    #[test]
    fn every_entry_can_be_reached_and_numbers_can_be_dialled() {
        for entry in help_entries() {
            let name = &entry.service;
            assert!(
                entry.call.is_some() || entry.text_to.is_some() || entry.url.is_some(),
                "{name}"
            );
            for number in entry.call.iter().chain(&entry.text_to) {
                assert!(number.chars().any(|c| c.is_ascii_digit()), "{name}");
                assert!(
                    number
                        .chars()
                        .all(|c| c.is_ascii_digit() || " -()".contains(c)),
                    "{name}"
                );
            }
            assert!(
                entry.text_keyword.is_none() || entry.text_to.is_some(),
                "{name}"
            );
            if let Some(url) = &entry.url {
                let url = url::Url::parse(url).expect("an address");
                assert_eq!(url.scheme(), "https", "{name}");
            }
        }
    }

    #[test]
    fn every_entry_says_where_when_and_by_whom_it_was_checked() {
        let mut ids = HashSet::new();
        for entry in help_entries() {
            assert!(ids.insert(entry.id), "{} repeats an id", entry.service);
            assert_eq!(entry.id.0.get_version_num(), 4);
            assert!(
                entry.source.contains('.'),
                "{} names no site",
                entry.service
            );
            assert_eq!(entry.last_checked_on, date!(2026 - 11 - 01));
            assert_eq!(entry.checked_by, "Countersign seed data");
            assert!(country_name(&entry.country).is_some());
        }
    }

    #[test]
    fn positions_count_within_a_country_and_kind() {
        let crisis: Vec<_> = of("GB", HelpKind::Crisis)
            .into_iter()
            .map(|e| e.position)
            .collect();
        assert_eq!(crisis, (1..=6).collect::<Vec<_>>());
        assert_eq!(country_name("GB"), Some("United Kingdom"));
        assert_eq!(country_name("XX"), None);
    }
}
