//! One section as printed: whose words, checked how, signed when.

use content::byline::ContributorRole;
use content::clean_html::CleanHtml;
use content::disclaimer::Mode;
use content::publication::{Publication, PublishedContributor, PublishedSection};
use serde::Serialize;

use crate::beside::{Beside, Entry, beside};
use crate::byline_html;
use crate::day::Day;
use crate::declared::{self, Nearby};
use crate::escape;
use crate::headings::{self, Fragments, Place};
use crate::markup;
use crate::site_facts::SiteFacts;
use crate::verified_line::{self, VerifiedLine};

/// A section ready for every outlet.
#[derive(Debug, Serialize)]
pub(crate) struct Voice {
    /// The fragment of its heading.
    pub(crate) anchor: String,
    /// "Jo Example, MA, LPC", as markup and without links.
    pub(crate) byline: String,
    /// The same with links to the profiles.
    pub(crate) byline_linked: String,
    /// The same as plain text.
    pub(crate) byline_text: String,
    pub(crate) people: Vec<Contributor>,
    /// The short lines under the name.
    pub(crate) checks: Vec<VerifiedLine>,
    /// The words with their images and citations, for pages.
    pub(crate) body: String,
    /// The same for feeds, mail and programs.
    pub(crate) plain_body: String,
    /// The works it rests on.
    pub(crate) references: Vec<Entry>,
    /// The fragment of the heading over them.
    pub(crate) references_anchor: String,
    /// Its topmost headings.
    pub(crate) places: Vec<Place>,
    pub(crate) words: usize,
    pub(crate) nearby: Nearby,
    /// When the last of its contributors signed.
    pub(crate) signed: Option<Day>,
    /// Who did, in words.
    pub(crate) signed_by: &'static str,
}

/// One name over a section.
#[derive(Debug, Serialize)]
pub(crate) struct Contributor {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) byline: String,
    /// What this person did, where it was not the writing.
    pub(crate) did: Option<&'static str>,
    /// Name and letters now, when they differ from those printed.
    pub(crate) now: Option<String>,
    pub(crate) initials: String,
    pub(crate) photo: Option<content::person::Photo>,
    pub(crate) bio: String,
    pub(crate) practice_url: Option<String>,
    /// All checks of this person's credentials.
    pub(crate) checks: Vec<VerifiedLine>,
    /// The fragment of the author box.
    pub(crate) anchor: String,
}

/// What a section is put into.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) site: &'a SiteFacts,
    /// Where images are given, such as `/media`.
    pub(crate) images: &'a str,
}

/// Builds a section; the body is cleaned once more, and `true` says that this changed it.
pub(crate) fn voice(
    section: &PublishedSection,
    publication: &Publication,
    down: usize,
    fragments: &mut Fragments,
    place: Around<'_>,
) -> (Voice, bool) {
    let site = place.site;
    let anchor = fragments.take(&headings::fragment(&section.anchor));
    let (clean, changed) = clean_again(&section.body);
    let (numbered, places) = headings::number(&clean, down, fragments);
    let Beside {
        body,
        plain_body,
        references,
    } = beside(&numbered, section, fragments, place.images);
    let references_anchor = if references.is_empty() {
        String::new()
    } else {
        fragments.take("references")
    };
    let bylines = |say: &dyn Fn(&PublishedContributor) -> String| {
        byline_html::by_role(&section.contributors, |one| one.byline.role, say)
    };
    let people: Vec<Contributor> = section
        .contributors
        .iter()
        .map(|one| contributor(one, fragments, site))
        .collect();
    let signed = section
        .contributors
        .iter()
        .filter_map(|one| one.signed_at)
        .max();
    let voice = Voice {
        anchor,
        byline: bylines(&|one| byline_html::full(&one.byline)),
        byline_linked: bylines(&|one| byline_html::linked(&one.byline, &path(one))),
        byline_text: bylines(&|one| one.byline.text()),
        people,
        checks: checks(&section.contributors, site),
        words: markup::plain_text(&plain_body).split_whitespace().count(),
        body,
        plain_body,
        references,
        references_anchor,
        places,
        nearby: declared::nearby(&section.declarations, publication.mode),
        signed: signed
            .filter(|_| publication.mode == Mode::Countersigned)
            .map(|at| Day::at(at, site)),
        signed_by: if section.contributors.len() == 1 {
            "Signed by the author"
        } else {
            "Signed by all who are named above it, the last"
        },
    };
    (voice, changed)
}

/// The path of a contributor's profile.
pub(crate) fn path(one: &PublishedContributor) -> String {
    format!("/authors/{}", one.person.slug)
}

/// The signed words are never rewritten where they are kept; what is shown passes through the
/// present policy.
fn clean_again(body: &CleanHtml) -> (String, bool) {
    match content::clean_html::sanitize(body.as_str()) {
        Ok(again) => {
            let changed = again.html.as_str() != body.as_str();
            (again.html.as_str().to_owned(), changed)
        }
        Err(_) => (String::new(), true),
    }
}

fn checks(contributors: &[PublishedContributor], site: &SiteFacts) -> Vec<VerifiedLine> {
    let several = contributors.len() > 1;
    let mut all = Vec::new();
    for one in contributors {
        for mut line in verified_line::printed(&one.person, &one.byline.letters, site) {
            line.name = several.then(|| one.byline.name.clone());
            all.push(line);
        }
    }
    all
}

fn contributor(
    one: &PublishedContributor,
    fragments: &mut Fragments,
    site: &SiteFacts,
) -> Contributor {
    let now =
        (!one.person.byline.reads_as(&one.byline)).then(|| byline_html::full(&one.person.byline));
    Contributor {
        name: one.byline.name.clone(),
        path: path(one),
        byline: byline_html::full(&one.byline),
        did: match one.byline.role {
            ContributorRole::Author => None,
            ContributorRole::With => Some("Helped to write this text."),
            ContributorRole::Translator => Some("Translated this text."),
            ContributorRole::Illustrator => Some("Illustrated this text."),
        },
        now,
        initials: byline_html::initials(&one.byline.name),
        photo: one.person.photo.clone(),
        bio: one.person.bio.clone(),
        practice_url: one
            .person
            .practice_url
            .as_deref()
            .and_then(escape::web)
            .map(ToOwned::to_owned),
        checks: verified_line::lines(&one.person, site),
        anchor: fragments.take(&format!("about-{}", headings::fragment(&one.person.slug))),
    }
}
