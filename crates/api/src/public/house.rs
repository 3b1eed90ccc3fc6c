//! Disclaimers and the help directory.

use content::disclaimer::Disclaimer;
use content::help::{HelpEntry, HelpKind};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::shapes::AboutWhat;
use super::{Reading, failed};
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::shapes::{Answer, Page};

pub(crate) struct House;

/// One version of one disclaimer.
#[derive(Clone, Debug, Object)]
#[oai(rename = "Disclaimer")]
struct Version {
    id: Uuid,
    kind: AboutWhat,
    locale: String,
    version: u32,
    title: String,
    /// A few words for lists.
    short: String,
    body: String,
    effective_from: OffsetDateTime,
    approved_by: String,
}

impl From<Disclaimer> for Version {
    fn from(one: Disclaimer) -> Self {
        Self {
            id: one.id.0,
            kind: one.kind.into(),
            locale: one.locale,
            version: one.version,
            title: one.title,
            short: one.short,
            body: one.body,
            effective_from: one.effective_from,
            approved_by: one.approved_by,
        }
    }
}

/// What a service is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "HelpKind", rename_all = "snake_case")]
enum Purpose {
    Emergency,
    Crisis,
    Abuse,
    EatingDisorder,
    Directory,
}

/// One service of the help directory, with the day it was last checked.
#[derive(Clone, Debug, Object)]
#[oai(rename = "HelpEntry")]
struct Service {
    id: Uuid,
    /// ISO 3166 code; `ZZ` for everywhere else.
    country: String,
    kind: Purpose,
    service: String,
    audience: OrNull<String>,
    call: OrNull<String>,
    text_keyword: OrNull<String>,
    text_to: OrNull<String>,
    url: OrNull<String>,
    hours: OrNull<String>,
    languages: Vec<String>,
    source: String,
    last_checked_on: Date,
    checked_by: String,
    /// Whether nobody has checked it for more than 90 days.
    stale: bool,
}

impl Service {
    fn new(entry: HelpEntry, today: Date) -> Self {
        Self {
            stale: entry.is_stale(today),
            id: entry.id.0,
            country: entry.country,
            kind: match entry.kind {
                HelpKind::Emergency => Purpose::Emergency,
                HelpKind::Crisis => Purpose::Crisis,
                HelpKind::Abuse => Purpose::Abuse,
                HelpKind::EatingDisorder => Purpose::EatingDisorder,
                HelpKind::Directory => Purpose::Directory,
            },
            service: entry.service,
            audience: entry.audience.into(),
            call: entry.call.into(),
            text_keyword: entry.text_keyword.into(),
            text_to: entry.text_to.into(),
            url: entry.url.into(),
            hours: entry.hours.into(),
            languages: entry.languages,
            source: entry.source,
            last_checked_on: entry.last_checked_on,
            checked_by: entry.checked_by,
        }
    }
}

#[OpenApi(tag = "Tag::Reading")]
impl House {
    /// Every version of every disclaimer
    #[oai(path = "/disclaimers", method = "get")]
    async fn disclaimers(&self, reading: Reading) -> Answer<Page<Version>> {
        Ok(Json(Page::whole(
            reading.snapshot.disclaimers().await.map_err(failed)?,
        )))
    }

    /// The help directory
    #[oai(path = "/help", method = "get")]
    async fn help(&self, reading: Reading) -> Answer<Page<Service>> {
        let today = reading.snapshot.today().await.map_err(failed)?;
        let entries = reading.snapshot.help().await.map_err(failed)?;
        Ok(Json(Page::whole(
            entries.into_iter().map(|entry| Service::new(entry, today)),
        )))
    }
}
