//! What the site says of itself: how it publishes, its disclaimers, privacy, reading safely,
//! feeds.

use content::disclaimer::Disclaimer;
use minijinja::{Value, context, value::Serde};
use serde::Serialize;

use crate::day::Day;
use crate::frame::Frame;
use crate::pages::{PageError, Pages};
use crate::place::Slots;
use crate::site_facts::SiteFacts;

#[derive(Debug, Serialize)]
struct Wording {
    id: String,
    lang: Option<String>,
    title: String,
    body: String,
    version: u32,
    since: Day,
    approved_by: String,
}

impl Pages {
    /// How a text comes to be published.
    pub fn about(&self) -> Result<String, PageError> {
        let frame = Frame::new("How we publish", "/about", self.facts())
            .current("about")
            .described("Who writes here, who signs, and what happens when we are wrong.");
        self.render("about.html", &frame, &Slots::default(), Value::UNDEFINED)
    }

    /// All disclaimers that may be read: the newest wording of each kind, then the earlier ones.
    pub fn disclaimers(&self, all: &[Disclaimer]) -> Result<String, PageError> {
        let site = self.facts();
        let frame = Frame::new("Disclaimers", "/about/disclaimers", site)
            .current("about")
            .described("The texts that stand under our articles, in force and past.");
        let mut sorted: Vec<&Disclaimer> = all.iter().collect();
        sorted.sort_by(|a, b| (a.kind, &a.locale, b.version).cmp(&(b.kind, &b.locale, a.version)));
        let newest = |one: &Disclaimer| {
            sorted
                .iter()
                .find(|other| other.kind == one.kind && other.locale == one.locale)
                .is_some_and(|first| first.id == one.id)
        };
        let (in_force, past): (Vec<&Disclaimer>, Vec<&Disclaimer>) =
            sorted.iter().partition(|one| newest(one));
        let wordings = |list: Vec<&Disclaimer>| {
            Serde(
                list.into_iter()
                    .map(|one| wording(one, site))
                    .collect::<Vec<_>>(),
            )
        };
        let content = context! { in_force => wordings(in_force), past => wordings(past) };
        self.render("disclaimers.html", &frame, &Slots::default(), content)
    }

    /// What is kept of readers, and what cannot be hidden.
    pub fn privacy(&self) -> Result<String, PageError> {
        let frame = Frame::new("Privacy", "/about/privacy", self.facts())
            .current("about")
            .described("This site sets no cookies and loads nothing from anyone else.");
        self.render("privacy.html", &frame, &Slots::default(), Value::UNDEFINED)
    }

    /// How to leave fewer traces.
    pub fn reading_safely(&self) -> Result<String, PageError> {
        let frame = Frame::new("Reading safely", "/about/reading-safely", self.facts())
            .current("about")
            .described("Leaving a page quickly, and leaving less behind.")
            .with_exit();
        self.render(
            "reading_safely.html",
            &frame,
            &Slots::default(),
            Value::UNDEFINED,
        )
    }

    /// The feeds.
    pub fn feeds(&self) -> Result<String, PageError> {
        let frame = Frame::new("Feeds", "/about/feeds", self.facts())
            .current("about")
            .described("Follow new articles without giving anyone an address.");
        self.render("feeds.html", &frame, &Slots::default(), Value::UNDEFINED)
    }
}

fn wording(one: &Disclaimer, site: &SiteFacts) -> Wording {
    Wording {
        id: format!("disclaimer-{}", one.id),
        lang: (one.locale != site.language).then(|| one.locale.clone()),
        title: one.title.clone(),
        body: one.body.clone(),
        version: one.version,
        since: Day::at(one.effective_from, site),
        approved_by: one.approved_by.trim_end_matches('.').to_owned(),
    }
}
