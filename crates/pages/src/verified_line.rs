//! "LPC, Texas: license checked March 2, 2026": one line for each credential, never one for
//! a person.

use content::credential::CredentialKind;
use content::person::{PublicPerson, VerifiedCredential};
use serde::Serialize;

use crate::day::Day;
use crate::site_facts::SiteFacts;

/// One credential with what readers need to judge its check.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct VerifiedLine {
    /// Whose, where several names stand together.
    pub(crate) name: Option<String>,
    /// "LPC, Texas" with its number where the person shows it.
    pub(crate) what: String,
    /// "license", "certification", …
    pub(crate) noun: &'static str,
    /// Where it was looked up.
    pub(crate) source: String,
    /// The day of the check, or the last day on which it counted.
    pub(crate) day: Day,
    /// No tick then.
    pub(crate) lapsed: bool,
}

/// All lines of one person.
pub(crate) fn lines(person: &PublicPerson, site: &SiteFacts) -> Vec<VerifiedLine> {
    person
        .verified
        .iter()
        .map(|credential| line(credential, site))
        .collect()
}

/// Only those whose letters stand in these.
pub(crate) fn printed(
    person: &PublicPerson,
    letters: &[String],
    site: &SiteFacts,
) -> Vec<VerifiedLine> {
    person
        .verified
        .iter()
        .filter(|credential| letters.contains(&credential.abbreviation))
        .map(|credential| line(credential, site))
        .collect()
}

fn line(credential: &VerifiedCredential, site: &SiteFacts) -> VerifiedLine {
    let lapsed = credential.lapsed
        || site
            .as_of
            .is_some_and(|today| today > credential.valid_until);
    let mut what = credential.abbreviation.clone();
    for more in [&credential.jurisdiction, &credential.number]
        .into_iter()
        .flatten()
    {
        what.push_str(", ");
        what.push_str(more);
    }
    VerifiedLine {
        name: None,
        what,
        noun: noun(credential.kind, site),
        source: credential.source.trim_end_matches('.').to_owned(),
        day: Day::of(
            if lapsed {
                credential.valid_until
            } else {
                credential.checked_on
            },
            site,
        ),
        lapsed,
    }
}

fn noun(kind: CredentialKind, site: &SiteFacts) -> &'static str {
    match kind {
        CredentialKind::Degree => "degree",
        CredentialKind::Licence => site.licence_word(),
        CredentialKind::Certification => "certification",
        CredentialKind::Membership => "membership",
    }
}
