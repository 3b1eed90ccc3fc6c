//! "About this article": who reviewed it, which interests, by whose permission.

use content::article::Kind;
use content::byline;
use content::disclaimer::Mode;
use content::publication::{Countersigner, Publication, PublishedContributor, Standing};
use content::signature::ApprovalKind;
use serde::Serialize;

use crate::byline_html;
use crate::day::Day;
use crate::declared::{self, Fact};
use crate::site_facts::SiteFacts;

/// The last time a clinician read the whole text for its content.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Review {
    /// When.
    pub(crate) on: Day,
    /// Name and letters at the time, markup.
    pub(crate) by: String,
    /// "editor" or "clinical reviewer".
    pub(crate) role: &'static str,
}

/// The foot section.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct About {
    /// "About this article"
    heading: &'static str,
    review: Option<Review>,
    /// Said instead of a review: in bold, and after it.
    no_review: Option<[&'static str; 2]>,
    /// Interests, earlier publication, permission, labels.
    pub(crate) facts: Vec<Fact>,
}

/// The clinical approval that counts as the review, if there was one.
pub(crate) fn clinical(publication: &Publication) -> Option<&Countersigner> {
    publication
        .countersigners
        .iter()
        .filter(|one| one.kind == ApprovalKind::Clinical)
        .max_by_key(|one| one.at)
}

/// Builds the section.
pub(crate) fn about(publication: &Publication, proof: bool, site: &SiteFacts) -> About {
    let mut facts = declared::facts(publication);
    facts.extend(permission(publication, proof, site));
    if !publication.import_labels.is_empty() {
        facts.push(Fact {
            label: "Filed on the earlier site under",
            text: format!("{}.", publication.import_labels.join(", ")),
        });
    }
    let no_review = match (publication.standing, publication.mode) {
        (Standing::Retracted, _) => Some([
            "Not under review.",
            "A retracted article is no longer kept up to date.",
        ]),
        (_, Mode::Imported) => Some(["Not reviewed", "since it was brought here."]),
        _ => None,
    };
    About {
        heading: match publication.kind {
            Kind::Article => "About this article",
            Kind::ExpertAnswers => "About these answers",
        },
        review: if no_review.is_some() {
            None
        } else {
            review(publication, site)
        },
        no_review,
        facts,
    }
}

fn review(publication: &Publication, site: &SiteFacts) -> Option<Review> {
    let clinical = clinical(publication).map(|one| (one, "clinical reviewer"));
    let editor = publication
        .countersigners
        .iter()
        .max_by_key(|one| one.at)
        .map(|one| (one, "editor"));
    let (one, role) = clinical.or(editor)?;
    Some(Review {
        on: Day::at(one.at, site),
        by: byline_html::full(&one.byline),
        role,
    })
}

/// The recorded grants as one line. None for imported texts, nor when a grant is missing; a
/// proof says instead when the missing ones will be given.
fn permission(publication: &Publication, proof: bool, site: &SiteFacts) -> Option<Fact> {
    if publication.mode == Mode::Imported {
        return None;
    }
    let all: Vec<&PublishedContributor> = publication
        .sections
        .iter()
        .flat_map(|section| &section.contributors)
        .collect();
    let granted = all
        .iter()
        .map(|one| one.permission.as_ref())
        .collect::<Option<Vec<_>>>();
    let last = granted.and_then(|all| all.iter().map(|grant| grant.granted_at).max());
    let Some(last) = last else {
        let is_asked = proof && publication.mode == Mode::Countersigned && !all.is_empty();
        return is_asked.then(|| Fact {
            label: "Permission",
            text: not_yet_given(publication, &all),
        });
    };
    let on = Day::at(last, site).words;
    let text = match (publication.kind, publication.mode) {
        (Kind::ExpertAnswers, Mode::Countersigned) => format!(
            "{}. The last permission was given on {on}.",
            answers_permitted(&all)
        ),
        (Kind::ExpertAnswers, _) => format!(
            "each answer is published with the permission of the clinician who is named above it, \
             given on or before {on}. The editors have since changed the text."
        ),
        (Kind::Article, mode) => {
            let (who, copyright) = (permitted_by(&all, mode), copyright(publication, &all));
            format!("published with the permission of {who}. Given on {on}. {copyright}")
        }
    };
    Some(Fact {
        label: "Permission",
        text,
    })
}

fn not_yet_given(publication: &Publication, all: &[&PublishedContributor]) -> String {
    match publication.kind {
        Kind::ExpertAnswers => format!(
            "{}. The last permission is given with the last signature.",
            answers_permitted(all)
        ),
        Kind::Article => format!(
            "published with the permission of {}. Given with the last signature. {}",
            permitted_by(all, Mode::Countersigned),
            copyright(publication, all)
        ),
    }
}

/// Where somebody put words into another language or drew, nobody wrote them alone.
fn answers_permitted(all: &[&PublishedContributor]) -> &'static str {
    if all.iter().all(|one| one.byline.role.writes()) {
        "each answer is published with the permission of the clinician who is named above it, \
         and who alone wrote it"
    } else {
        "each answer is published with the permission of everybody who is named above it"
    }
}

/// "Jo Example, MA, who alone wrote the text, and of Sam Example, translator".
fn permitted_by(all: &[&PublishedContributor], mode: Mode) -> String {
    let writers: Vec<String> = all
        .iter()
        .filter(|one| one.byline.role.writes())
        .map(|one| one.byline.text())
        .collect();
    let alone = if mode == Mode::Amended {
        "who wrote the text as it stood before the editors’ change"
    } else {
        "who alone wrote the text"
    };
    let others: Vec<String> = all
        .iter()
        .filter(|one| !one.byline.role.writes())
        .map(|one| format!("{}, {}", one.byline.text(), one.byline.role.as_str()))
        .collect();
    let writers = byline::together(&writers);
    if others.is_empty() {
        format!("{writers}, {alone}")
    } else {
        format!("{writers}, {alone}, and of {}", byline::together(&others))
    }
}

fn copyright(publication: &Publication, all: &[&PublishedContributor]) -> String {
    let year = publication.first_published_at.year();
    let holders: Vec<&str> = all.iter().map(|one| one.byline.name.as_str()).collect();
    let holders = holders.join(", ");
    format!("© {year} {holders}. You may link to it freely; please ask before copying it.")
}
