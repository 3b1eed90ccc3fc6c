//! The short form of an article in lists and search results: title, byline, and the flags
//! that may never be left out.

use content::article::Kind;
use content::byline::Byline;
use content::declaration;
use content::disclaimer::Mode;
use content::public::{Card, ShortDisclaimer, TopicRef};
use content::publication::Standing;
use content::topic::Flag;
use minijinja::{context, value::Serde};
use serde::Serialize;
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::byline_html;
use crate::compose::{self, ComposedArticle};
use crate::day::{self, Day};
use crate::escape;
use crate::notice_view::DO_NOT_RELY;

/// An article in a list. Opaque, like the article itself.
#[derive(Clone, Debug)]
pub struct ComposedCard {
    view: CardView,
    json: Value,
    flag: Flag,
    standing: Standing,
}

#[derive(Clone, Debug, Serialize)]
struct CardView {
    path: String,
    lang: Option<String>,
    flag_words: Option<&'static str>,
    title: String,
    summary: String,
    bylines: String,
    topic: Option<String>,
    month: Option<Day>,
    /// Who paid.
    sponsorship: Option<String>,
    /// What is pinned to it, in a few words each.
    disclaimers: Vec<String>,
}

/// A stretch of a title or snippet, and whether the reader's words are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Plain text.
    pub text: String,
    /// Marked on the page.
    pub hit: bool,
}

/// What both kinds of source say.
struct Facts<'a> {
    slug: &'a str,
    kind: Kind,
    mode: Mode,
    standing: Standing,
    title: &'a str,
    summary: String,
    bylines: Vec<&'a Byline>,
    topics: &'a [TopicRef],
    published_at: OffsetDateTime,
    disclaimers: Vec<ShortDisclaimer>,
    sponsorship: Option<String>,
}

/// Composes the short form that lists are made of.
#[must_use]
pub fn compose_card(card: &Card) -> ComposedCard {
    ComposedCard::from_facts(&Facts {
        slug: &card.slug,
        kind: card.kind,
        mode: card.mode,
        standing: card.standing,
        title: &card.title,
        summary: card.summary.clone(),
        bylines: card.bylines.iter().collect(),
        topics: &card.topics,
        published_at: card.published_at,
        disclaimers: card.disclaimers.clone(),
        sponsorship: card.sponsorship.clone(),
    })
}

impl ComposedArticle {
    /// The short form, with the day of a grave notice.
    #[must_use]
    pub fn card(&self) -> ComposedCard {
        let publication = &self.publication;
        let mut card = ComposedCard::from_facts(&Facts {
            slug: &publication.slug,
            kind: publication.kind,
            mode: publication.mode,
            standing: publication.standing,
            title: &publication.head.title,
            summary: self.description(),
            bylines: publication
                .sections
                .iter()
                .flat_map(|section| &section.contributors)
                .map(|one| &one.byline)
                .collect(),
            topics: &publication.topics,
            published_at: publication.published_at,
            disclaimers: publication
                .disclaimers
                .iter()
                .map(|one| ShortDisclaimer {
                    kind: one.kind,
                    short: one.short.clone(),
                })
                .collect(),
            sponsorship: declaration::sponsorship(
                publication
                    .sections
                    .iter()
                    .map(|section| &section.declarations),
            ),
        });
        card.view.lang.clone_from(&self.view.lang);
        card.view.summary = escape::html(&self.description());
        card
    }
}

impl ComposedCard {
    fn from_facts(facts: &Facts<'_>) -> Self {
        let flag_words = match facts.standing {
            Standing::Retracted => Some("Retracted:"),
            Standing::UnderConcern => Some("Under investigation:"),
            Standing::Live if facts.sponsorship.is_some() => Some("Paid for"),
            Standing::Live => None,
        };
        let summary = match facts.standing {
            Standing::Retracted => DO_NOT_RELY.to_owned(),
            Standing::Live | Standing::UnderConcern => facts.summary.clone(),
        };
        let bare = facts
            .title
            .strip_prefix("Retracted:")
            .unwrap_or(facts.title)
            .trim_start();
        let role = |one: &&Byline| one.role;
        let topic = facts.topics.first();
        Self {
            json: json!({
                "slug": facts.slug,
                "path": format!("/articles/{}", facts.slug),
                "kind": facts.kind,
                "mode": facts.mode,
                "status": facts.standing,
                "title": facts.title,
                "flag": flag_words.map(|words| words.trim_end_matches(':')),
                "summary": summary,
                "byline": byline_html::by_role(&facts.bylines, role, |one| one.text()),
                "bylines": facts.bylines,
                "topics": facts.topics,
                "disclaimers": facts.disclaimers,
                "sponsorship": facts.sponsorship,
                "published_at": day::instant(facts.published_at),
            }),
            view: CardView {
                path: format!("/articles/{}", facts.slug),
                lang: None,
                flag_words,
                title: escape::html(bare),
                summary: escape::html(&compose::excerpt(&summary, 220)),
                bylines: byline_html::by_role_short(&facts.bylines, role, |one| {
                    byline_html::full(one)
                }),
                topic: topic.map(|topic| topic.label.clone()),
                month: (facts.standing == Standing::Live).then(|| Day::month(facts.published_at)),
                sponsorship: facts
                    .sponsorship
                    .as_deref()
                    .map(|words| compose::excerpt(words, 160)),
                disclaimers: facts
                    .disclaimers
                    .iter()
                    .map(|one| one.short.clone())
                    .collect(),
            },
            flag: crate::article::gravest(facts.topics.iter().map(|topic| topic.flag)),
            standing: facts.standing,
        }
    }

    /// The same with the reader's words marked. What a retraction says stays.
    #[must_use]
    pub fn with_hits(mut self, title: &[Fragment], snippet: &[Fragment]) -> Self {
        if !title.is_empty() {
            self.view.title = marked(title);
        }
        let grave = self
            .view
            .flag_words
            .is_some_and(|words| words.starts_with("Retracted"));
        if !snippet.is_empty() && !grave {
            self.view.summary = marked(snippet);
        }
        self
    }

    /// The same without its topic, on that topic's own page.
    #[must_use]
    pub fn without_topic(mut self) -> Self {
        self.view.topic = None;
        self
    }

    /// The complete `<article>` element of the card.
    #[must_use]
    pub fn html(&self) -> String {
        compose::print("card.html", context! { c => Serde(&self.view) })
    }

    /// For the API: title, flag, byline and status together.
    #[must_use]
    pub fn json(&self) -> Value {
        self.json.clone()
    }

    /// The gravest flag among its topics.
    #[must_use]
    pub fn flag(&self) -> Flag {
        self.flag
    }
}

impl ComposedCard {
    /// Whether readers may rely on it, and so be led to it.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.standing == Standing::Live
    }
}

fn marked(fragments: &[Fragment]) -> String {
    let mut out = String::new();
    for fragment in fragments {
        if fragment.hit {
            out.push_str("<mark>");
        }
        escape::push(&mut out, &fragment.text);
        if fragment.hit {
            out.push_str("</mark>");
        }
    }
    out
}
