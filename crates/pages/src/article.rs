//! A publication made ready to be printed. Private to the composer: nothing outside it can
//! print a part of this without the rest.

use content::article::Kind;
use content::disclaimer::{DisclaimerKind, Mode};
use content::publication::{Publication, PublishedContributor, Standing};
use content::topic::Flag;
use serde::Serialize;

use crate::about_article::{self, About};
use crate::byline_html;
use crate::compose::{Preview, ShownTo};
use crate::day::Day;
use crate::declared::Nearby;
use crate::headings::{Fragments, Place};
use crate::help_box;
use crate::notice_view::{self, NoticeView};
use crate::signature_view::{self, SignatureView};
use crate::site_facts::SiteFacts;
use crate::voice::{self, Around, Voice};

/// Everything that stands on the page of one article.
#[derive(Debug, Serialize)]
pub(crate) struct Article {
    pub(crate) path: String,
    pub(crate) url: String,
    pub(crate) site_name: String,
    /// The text's own language, where it differs from the site's.
    pub(crate) lang: Option<String>,
    pub(crate) kind: Kind,
    pub(crate) mode: Mode,
    pub(crate) standing: Standing,
    /// Not published yet: a proof or a preview.
    pub(crate) proof: bool,
    /// Who can see it while it is not public.
    pub(crate) shown_to: Option<ShownTo>,
    /// With "Retracted:" before it where it must.
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) question: Option<String>,
    pub(crate) topics: Vec<TopicLink>,
    pub(crate) flag: Flag,
    pub(crate) graves: Vec<NoticeView>,
    pub(crate) notices: Vec<NoticeView>,
    pub(crate) voices: Vec<Voice>,
    pub(crate) bylines: String,
    pub(crate) bylines_linked: String,
    pub(crate) bylines_text: String,
    pub(crate) published: Day,
    pub(crate) updated: Option<Day>,
    pub(crate) minutes: usize,
    pub(crate) words: usize,
    pub(crate) contents_heading: String,
    pub(crate) contents: Vec<Place>,
    /// For an `article`, whose one section has no heading of its own.
    pub(crate) nearby: Option<Nearby>,
    pub(crate) signatures: Vec<SignatureView>,
    pub(crate) about: About,
    pub(crate) disclaimers: Vec<DisclaimerView>,
    pub(crate) emergency: String,
    pub(crate) help_path: &'static str,
}

/// A topic with its address.
#[derive(Debug, Serialize)]
pub(crate) struct TopicLink {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) path: String,
}

/// One pinned disclaimer.
#[derive(Debug, Serialize)]
pub(crate) struct DisclaimerView {
    pub(crate) id: String,
    pub(crate) kind: DisclaimerKind,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) locale: String,
    pub(crate) lang: Option<String>,
    pub(crate) version: u32,
}

/// Where readers are given images.
pub(crate) const MEDIA: &str = "/media";

/// The gravest flag among the topics: abuse asks for the most, then crisis.
pub(crate) fn gravest(flags: impl Iterator<Item = Flag>) -> Flag {
    flags
        .max_by_key(|flag| match flag {
            Flag::None => 0,
            Flag::EatingDisorder => 1,
            Flag::Crisis => 2,
            Flag::Abuse => 3,
        })
        .unwrap_or_default()
}

/// Builds the view; `true` says that cleaning again changed a body.
///
/// Without a preview this is a publication.
pub(crate) fn article(
    publication: &Publication,
    preview: Option<&Preview>,
    site: &SiteFacts,
) -> (Article, bool) {
    let proof = preview.is_some();
    let around = Around {
        site,
        images: preview.map_or(MEDIA, |preview| &preview.images),
    };
    let mut fragments = Fragments::new();
    let down = usize::from(publication.kind == Kind::ExpertAnswers);
    let mut recleaned = false;
    let voices: Vec<Voice> = publication
        .sections
        .iter()
        .map(|section| {
            let (voice, changed) = voice::voice(section, publication, down, &mut fragments, around);
            recleaned |= changed;
            voice
        })
        .collect();
    let (graves, notices) = notice_view::views(publication, site);
    let words = voices.iter().map(|voice| voice.words).sum::<usize>();
    let (contents_heading, contents) = contents(publication.kind, &voices);
    let everyone: Vec<&PublishedContributor> = publication
        .sections
        .iter()
        .flat_map(|section| &section.contributors)
        .collect();
    let bylines = |say: &dyn Fn(&PublishedContributor) -> String| {
        byline_html::by_role(&everyone, |one| one.byline.role, |one| say(one))
    };
    let path = format!("/articles/{}", publication.slug);
    let view = Article {
        url: site.url(&path),
        path,
        site_name: site.name.clone(),
        lang: (!same_language(&publication.language, &site.language))
            .then(|| publication.language.clone()),
        kind: publication.kind,
        mode: publication.mode,
        standing: publication.standing,
        proof,
        shown_to: preview.map(|preview| preview.shown_to),
        title: title(publication),
        summary: publication.head.summary.clone(),
        question: publication
            .question
            .clone()
            .filter(|question| !question.trim().is_empty()),
        topics: topics(publication),
        flag: gravest(publication.topics.iter().map(|topic| topic.flag)),
        graves,
        notices,
        bylines: bylines(&|one| byline_html::full(&one.byline)),
        bylines_linked: bylines(&|one| byline_html::linked(&one.byline, &voice::path(one))),
        bylines_text: bylines(&|one| one.byline.text()),
        published: Day::at(publication.first_published_at, site),
        updated: (publication.published_at.date() != publication.first_published_at.date())
            .then(|| Day::at(publication.published_at, site)),
        minutes: words.div_ceil(220).max(1),
        words,
        contents_heading,
        contents,
        nearby: (publication.kind == Kind::Article)
            .then(|| voices.first().map(|voice| voice.nearby.clone()))
            .flatten(),
        signatures: signature_view::signatures(publication, site),
        about: about_article::about(publication, proof, site),
        disclaimers: disclaimers(publication, site),
        emergency: help_box::emergency_line(site),
        help_path: "/help",
        voices,
    };
    (view, recleaned)
}

/// The title as it must be printed.
pub(crate) fn title(publication: &Publication) -> String {
    let title = &publication.head.title;
    match publication.standing {
        Standing::Retracted if !title.starts_with("Retracted:") => format!("Retracted: {title}"),
        _ => title.clone(),
    }
}

fn same_language(a: &str, b: &str) -> bool {
    let primary = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    primary(a) == primary(b)
}

fn topics(publication: &Publication) -> Vec<TopicLink> {
    publication
        .topics
        .iter()
        .map(|topic| TopicLink {
            id: topic.id.0.clone(),
            label: topic.label.clone(),
            path: format!("/topics/{}", topic.slug),
        })
        .collect()
}

/// From four headings up for an article; always for expert answers, one line for each.
fn contents(kind: Kind, voices: &[Voice]) -> (String, Vec<Place>) {
    match kind {
        Kind::Article => {
            let places: Vec<Place> = voices
                .iter()
                .flat_map(|voice| voice.places.iter().cloned())
                .collect();
            let shown = if places.len() >= 4 {
                places
            } else {
                Vec::new()
            };
            ("In this article".to_owned(), shown)
        }
        Kind::ExpertAnswers => {
            let places = voices
                .iter()
                .map(|voice| Place {
                    id: voice.anchor.clone(),
                    label: voice.byline.clone(),
                })
                .collect();
            let heading = match voices.len() {
                1 => "One clinician answers".to_owned(),
                count => {
                    let mut words = byline_html::number(count);
                    if let Some(first) = words.get_mut(..1) {
                        first.make_ascii_uppercase();
                    }
                    format!("{words} clinicians answer")
                }
            };
            (heading, places)
        }
    }
}

fn disclaimers(publication: &Publication, site: &SiteFacts) -> Vec<DisclaimerView> {
    publication
        .disclaimers
        .iter()
        .map(|one| DisclaimerView {
            id: one.id.to_string(),
            kind: one.kind,
            title: one.title.trim_end_matches('.').to_owned(),
            body: one.body.clone(),
            locale: one.locale.clone(),
            lang: (!same_language(&one.locale, &site.language)).then(|| one.locale.clone()),
            version: one.version,
        })
        .collect()
}
