//! Notices as readers meet them. What a publication's mode or standing demands is said even
//! when no editor has written it down.

use content::disclaimer::Mode;
use content::notice::{Notice, NoticeKind};
use content::publication::{Publication, Standing};
use serde::Serialize;
use time::OffsetDateTime;

use crate::day::{self, Day};
use crate::escape;
use crate::site_facts::SiteFacts;

/// One notice on the page of its article.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NoticeView {
    /// The fragment.
    pub(crate) id: String,
    /// The word of the kind, for machines.
    pub(crate) kind: NoticeKind,
    /// "Corrected on", followed by the day.
    pub(crate) heading: &'static str,
    /// When, if it is known.
    pub(crate) at: Option<Day>,
    /// The same for machines.
    pub(crate) instant: Option<String>,
    /// Said first and in bold.
    pub(crate) lead: Option<&'static str>,
    /// The words, plain.
    pub(crate) text: String,
    /// The words as paragraphs, without the lead.
    pub(crate) html: String,
    /// Where an imported text came from.
    pub(crate) source_url: Option<String>,
}

/// What a retraction begins with.
pub(crate) const DO_NOT_RELY: &str = "Please do not rely on this article.";
const NOT_REVIEWED: &str = "The author has not reviewed this change.";
const IMPORTED: &str = "This text was brought here from an earlier site. Nobody has signed it here, and we have not \
     checked it again.";
const AMENDED: &str = "The editors changed this text without its author.";
const CONCERN: &str = "The editors are looking into concerns about this article.";
const RETRACTED: &str = "The editors have retracted it.";

/// The notices of a publication, newest first: the grave ones and the others.
pub(crate) fn views(
    publication: &Publication,
    site: &SiteFacts,
) -> (Vec<NoticeView>, Vec<NoticeView>) {
    let mut notices: Vec<NoticeView> = owed(publication)
        .into_iter()
        .map(|(kind, text, at)| view(kind, text, at, publication, site))
        .collect();
    notices.extend(
        publication
            .notices
            .iter()
            .map(|Notice { kind, text, at, .. }| view(*kind, text, Some(*at), publication, site)),
    );
    notices.sort_by(|a, b| b.instant.cmp(&a.instant));
    for (at, notice) in notices.iter_mut().enumerate() {
        notice.id = format!("notice-{}", at + 1);
    }
    notices
        .into_iter()
        .partition(|notice| is_grave(notice.kind))
}

fn is_grave(kind: NoticeKind) -> bool {
    matches!(kind, NoticeKind::Retraction | NoticeKind::Concern)
}

/// Notices that mode and standing demand and that nobody has written.
fn owed(publication: &Publication) -> Vec<(NoticeKind, &'static str, Option<OffsetDateTime>)> {
    let has = |kind| publication.notices.iter().any(|notice| notice.kind == kind);
    let by_standing = match publication.standing {
        Standing::Live => None,
        Standing::UnderConcern => Some((NoticeKind::Concern, CONCERN, None)),
        Standing::Retracted => Some((NoticeKind::Retraction, RETRACTED, None)),
    };
    let since = Some(publication.published_at);
    let by_mode = match publication.mode {
        Mode::Countersigned => None,
        Mode::Amended => Some((NoticeKind::Amendment, AMENDED, since)),
        Mode::Imported => Some((NoticeKind::Imported, IMPORTED, since)),
    };
    [by_standing, by_mode]
        .into_iter()
        .flatten()
        .filter(|&(kind, ..)| !has(kind))
        .collect()
}

fn view(
    kind: NoticeKind,
    text: &str,
    at: Option<OffsetDateTime>,
    publication: &Publication,
    site: &SiteFacts,
) -> NoticeView {
    let lead = (kind == NoticeKind::Retraction).then_some(DO_NOT_RELY);
    let rest = text.trim();
    let rest = lead
        .and_then(|lead| rest.strip_prefix(lead))
        .unwrap_or(rest)
        .trim_start();
    let mut html = escape::paragraphs(rest);
    let mut plain = match lead {
        Some(lead) => format!("{lead} {rest}").trim_end().to_owned(),
        None => rest.to_owned(),
    };
    if kind == NoticeKind::Amendment && !rest.contains("not reviewed") {
        html.push_str(&escape::paragraphs(NOT_REVIEWED));
        plain = format!("{plain} {NOT_REVIEWED}");
    }
    NoticeView {
        id: String::new(),
        kind,
        heading: heading(kind, at.is_some()),
        at: at.map(|at| Day::at(at, site)),
        instant: at.map(day::instant),
        lead,
        text: plain,
        html,
        source_url: publication
            .source_url
            .as_deref()
            .filter(|_| kind == NoticeKind::Imported)
            .and_then(escape::web)
            .map(ToOwned::to_owned),
    }
}

/// What happened, ready to be followed by the day.
pub(crate) fn heading(kind: NoticeKind, dated: bool) -> &'static str {
    match (kind, dated) {
        (NoticeKind::Correction, true) => "Corrected on",
        (NoticeKind::Correction, false) => "Corrected",
        (NoticeKind::Clarification, true) => "Clarified on",
        (NoticeKind::Clarification, false) => "Clarified",
        (NoticeKind::Amendment, true) => "Amended by the editors on",
        (NoticeKind::Amendment, false) => "Amended by the editors",
        (NoticeKind::Imported, true) => "Imported on",
        (NoticeKind::Imported, false) => "Imported",
        (NoticeKind::Concern, true) => "Under investigation since",
        (NoticeKind::Concern, false) => "Under investigation",
        (NoticeKind::Retraction, true) => "Retracted on",
        (NoticeKind::Retraction, false) => "Retracted",
    }
}
