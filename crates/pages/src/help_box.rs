//! The help directory as readers meet it: the box on flagged pages, the line under every
//! article, the page of all countries.

use std::fmt::Write as _;

use content::help::{HelpEntry, HelpKind};
use content::topic::Flag;
use serde::Serialize;

use crate::country;
use crate::day::Day;
use crate::help_line::{self, Key};
use crate::site_facts::SiteFacts;

/// The one filled block: a heading, up to three keys, one line naming the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct HelpBox {
    heading: String,
    keys: Vec<Key>,
    about: String,
    stale: Option<Day>,
    danger: Option<Key>,
    question: String,
    elsewhere: Vec<Elsewhere>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Elsewhere {
    country: String,
    key: Key,
}

/// What a flagged page is about, as a kind of help.
fn kind_for(flag: Flag) -> Option<HelpKind> {
    match flag {
        Flag::None => None,
        Flag::Crisis => Some(HelpKind::Crisis),
        Flag::Abuse => Some(HelpKind::Abuse),
        Flag::EatingDisorder => Some(HelpKind::EatingDisorder),
    }
}

fn of<'a>(
    site: &'a SiteFacts,
    country: &'a str,
    kind: HelpKind,
) -> impl Iterator<Item = &'a HelpEntry> {
    let mut found: Vec<_> = site
        .help
        .iter()
        .filter(|entry| entry.country == country && entry.kind == kind)
        .collect();
    found.sort_by_key(|entry| entry.position);
    found.into_iter()
}

/// The first service of this kind that can be reached, or else the first crisis line.
fn best<'a>(site: &'a SiteFacts, country: &'a str, kind: HelpKind) -> Option<&'a HelpEntry> {
    of(site, country, kind)
        .chain(of(site, country, HelpKind::Crisis))
        .find(|entry| !help_line::keys(entry).is_empty())
}

fn emergency<'a>(site: &'a SiteFacts, country: &'a str) -> Option<Key> {
    of(site, country, HelpKind::Emergency)
        .find_map(|entry| entry.call.as_deref())
        .map(help_line::call)
}

/// The other countries of the directory, by name; `ZZ` is not one.
fn others(site: &SiteFacts) -> Vec<&str> {
    let mut codes: Vec<&str> = site
        .help
        .iter()
        .map(|entry| entry.country.as_str())
        .filter(|&code| code != site.country && code != "ZZ")
        .collect();
    codes.sort_by_key(|code| country::name(code));
    codes.dedup();
    codes
}

impl HelpBox {
    /// The box for a page with this flag. Without a directory it still leads to the help page.
    pub(crate) fn for_flag(flag: Flag, site: &SiteFacts) -> Option<Self> {
        let kind = kind_for(flag)?;
        Some(Self::of_kind(
            kind,
            "You can talk to someone now".to_owned(),
            site,
        ))
    }

    /// The box at the head of the help page.
    pub(crate) fn for_help_page(site: &SiteFacts) -> Self {
        let help = Self::of_kind(HelpKind::Crisis, "Talk to someone now".to_owned(), site);
        let about = match help.about.as_str() {
            "" => String::new(),
            about => format!("{}: {about}", country::name(&site.country)),
        };
        Self {
            about,
            elsewhere: Vec::new(),
            ..help
        }
    }

    fn of_kind(kind: HelpKind, heading: String, site: &SiteFacts) -> Self {
        let own = best(site, &site.country, kind);
        let elsewhere = others(site)
            .into_iter()
            .filter_map(|code| {
                let key = help_line::keys(best(site, code, kind)?)
                    .into_iter()
                    .next()?;
                Some(Elsewhere {
                    country: country::name(code),
                    key,
                })
            })
            .collect();
        Self {
            heading,
            keys: own.map(help_line::keys).unwrap_or_default(),
            about: own.map(help_line::brief).unwrap_or_default(),
            stale: own.and_then(|entry| stale(entry, site)),
            danger: emergency(site, &site.country),
            question: format!("Not in {}?", country::short(&site.country)),
            elsewhere,
        }
    }
}

fn stale(entry: &HelpEntry, site: &SiteFacts) -> Option<Day> {
    let today = site.as_of?;
    entry
        .is_stale(today)
        .then(|| Day::of(entry.last_checked_on, site))
}

/// The sentence that stands under every article.
pub(crate) fn emergency_line(site: &SiteFacts) -> String {
    let danger = emergency(site, &site.country)
        .map_or_else(|| "your emergency number".to_owned(), |key| key.to);
    let mut line = format!("If you may be in danger, call {danger}.");
    let crisis = of(site, &site.country, HelpKind::Crisis).find(|entry| entry.call.is_some());
    if let Some(entry) = crisis {
        let call = entry.call.as_deref().unwrap_or_default();
        let way = if entry.text_to.as_deref() == Some(call) && entry.text_keyword.is_none() {
            "call or text"
        } else {
            "call"
        };
        let hours = match entry.hours.as_deref() {
            Some(hours) if help_line::is_any_hour(hours) => " at any hour",
            _ => "",
        };
        let place = country::in_a_sentence(&site.country);
        // Writing to a string cannot fail.
        let _ = write!(line, " In {place} you can {way} {call}{hours}.");
    }
    line
}

/// One country of the help page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Country {
    id: String,
    name: String,
    services: Vec<Service>,
    checked: Option<Day>,
    stale: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Service {
    purpose: &'static str,
    about: Option<String>,
    keys: Vec<Key>,
}

/// Every country of the directory, the site's own first, everywhere else last.
pub(crate) fn countries(site: &SiteFacts) -> Vec<Country> {
    let mut codes = vec![site.country.as_str()];
    codes.extend(others(site));
    if site.country != "ZZ" {
        codes.push("ZZ");
    }
    codes
        .into_iter()
        .filter_map(|code| one_country(site, code))
        .collect()
}

fn one_country(site: &SiteFacts, code: &str) -> Option<Country> {
    let kinds = [
        HelpKind::Emergency,
        HelpKind::Crisis,
        HelpKind::Abuse,
        HelpKind::EatingDisorder,
        HelpKind::Directory,
    ];
    let entries: Vec<&HelpEntry> = kinds
        .into_iter()
        .flat_map(|kind| of(site, code, kind))
        .filter(|entry| !help_line::keys(entry).is_empty())
        .collect();
    let oldest = entries.iter().map(|entry| entry.last_checked_on).min()?;
    Some(Country {
        id: code.to_ascii_lowercase(),
        name: country::name(code),
        services: entries.iter().map(|entry| service(entry)).collect(),
        checked: Some(Day::of(oldest, site)),
        stale: entries.iter().any(|entry| stale(entry, site).is_some()),
    })
}

fn service(entry: &HelpEntry) -> Service {
    Service {
        purpose: help_line::purpose(entry.kind),
        about: (entry.kind != HelpKind::Emergency).then(|| help_line::about(entry)),
        keys: help_line::keys(entry),
    }
}
