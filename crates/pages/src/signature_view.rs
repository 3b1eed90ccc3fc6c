//! The lines at the foot: names, rules, dates. The house mark.

use content::article::Kind;
use content::byline::{Byline, ContributorRole};
use content::disclaimer::Mode;
use content::publication::Publication;
use content::signature::ApprovalKind;
use serde::Serialize;
use time::OffsetDateTime;

use crate::byline_html;
use crate::day::Day;
use crate::site_facts::SiteFacts;

/// One name over one rule.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignatureView {
    /// The name alone, as a hand would write it.
    pub(crate) name: String,
    /// What the signature stands for, ready to be followed by the day.
    pub(crate) what: String,
    /// When.
    pub(crate) on: Day,
    /// Said after the day.
    pub(crate) after: &'static str,
}

/// All signatures of a publication; none for an imported one, which nobody has signed.
pub(crate) fn signatures(publication: &Publication, site: &SiteFacts) -> Vec<SignatureView> {
    if publication.mode == Mode::Imported {
        return Vec::new();
    }
    let mut all = Vec::new();
    match (publication.mode, publication.kind) {
        (Mode::Amended, _) => all.push(SignatureView {
            name: "Amended by the editors".to_owned(),
            what: "Changed on".to_owned(),
            on: Day::at(publication.published_at, site),
            after: "; the author has not reviewed this change",
        }),
        (_, Kind::Article) => all.extend(authors(publication, site)),
        // In expert answers each clinician's own date stands under that answer.
        (_, Kind::ExpertAnswers) => {}
    }
    all.extend(countersigners(publication, site));
    all
}

fn authors(publication: &Publication, site: &SiteFacts) -> Vec<SignatureView> {
    publication
        .sections
        .iter()
        .flat_map(|section| &section.contributors)
        .filter_map(|one| {
            Some(SignatureView {
                name: one.byline.name.clone(),
                what: format!("{} and signed it on", did(one.byline.role)),
                on: Day::at(one.signed_at?, site),
                after: "",
            })
        })
        .collect()
}

fn did(role: ContributorRole) -> &'static str {
    match role {
        ContributorRole::Author => "Wrote this text",
        ContributorRole::With => "Helped to write this text",
        ContributorRole::Translator => "Translated this text",
        ContributorRole::Illustrator => "Illustrated this text",
    }
}

/// One line for each person, though one may have given both readings.
fn countersigners(publication: &Publication, site: &SiteFacts) -> Vec<SignatureView> {
    let mut people: Vec<(&Byline, bool, bool, OffsetDateTime)> = Vec::new();
    for one in &publication.countersigners {
        let clinical = one.kind == ApprovalKind::Clinical;
        match people
            .iter_mut()
            .find(|(byline, ..)| **byline == one.byline)
        {
            Some((_, as_editor, as_clinician, at)) => {
                *as_editor |= !clinical;
                *as_clinician |= clinical;
                *at = one.at.max(*at);
            }
            None => people.push((&one.byline, !clinical, clinical, one.at)),
        }
    }
    people
        .into_iter()
        .map(|(byline, as_editor, as_clinician, at)| {
            let role = match (as_editor, as_clinician) {
                (true, true) => "editor and clinician",
                (false, true) => "clinician",
                _ => "editor",
            };
            SignatureView {
                name: byline.name.clone(),
                what: read_as(publication, role),
                on: Day::at(at, site),
                after: "",
            }
        })
        .collect()
}

fn read_as(publication: &Publication, role: &str) -> String {
    match (
        publication.mode,
        publication.kind,
        publication.sections.len(),
    ) {
        (Mode::Amended, ..) => format!("Read the changed text as {role} and signed it on"),
        (_, Kind::ExpertAnswers, 1) => {
            format!("Read the same answer as {role} and countersigned it on")
        }
        (_, Kind::ExpertAnswers, 2) => {
            format!("Read both answers as {role} and countersigned them on")
        }
        (_, Kind::ExpertAnswers, count) => {
            let count = byline_html::number(count);
            format!("Read all {count} answers as {role} and countersigned them on")
        }
        (_, Kind::Article, _) => format!("Read the same text as {role} and countersigned it on"),
    }
}
