//! A credential as it is typed, and what may be kept of it.

use content::byline::Remark;
use content::credential::{Credential, CredentialKind, Visibility, lookup, normalise};
use content::draft::plain_line;
use content::ids::{CredentialId, PersonId};
use time::Date;

use super::read_byline;
use crate::Refusal;

/// A credential as its holder, who attests to it, types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialFields {
    /// The letters, such as `LPC`.
    pub abbreviation: String,
    /// What it is.
    pub kind: CredentialKind,
    /// What the letters stand for; the catalogue's words where there are none.
    pub title: Option<String>,
    /// State, province or country, such as `US-TX`.
    pub jurisdiction: Option<String>,
    /// The board, school or body.
    pub issuer: Option<String>,
    /// As the issuer writes it.
    pub number: Option<String>,
    /// Whether readers see the number.
    pub show_number: Visibility,
    /// The last day it is good for.
    pub expires_on: Option<Date>,
    /// The supervisor of somebody who practises under supervision.
    pub supervised_by: Option<String>,
    /// Whether it may stand in the byline.
    pub shown: Visibility,
}

impl From<&Credential> for CredentialFields {
    fn from(credential: &Credential) -> Self {
        Self {
            abbreviation: credential.abbreviation.clone(),
            kind: credential.kind,
            title: Some(credential.title.clone()),
            jurisdiction: credential.jurisdiction.clone(),
            issuer: credential.issuer.clone(),
            number: credential.number.clone(),
            show_number: credential.show_number,
            expires_on: credential.expires_on,
            supervised_by: credential.supervised_by.clone(),
            shown: credential.shown,
        }
    }
}

impl CredentialFields {
    /// The credential, if what was typed can be one.
    pub(super) fn parse(
        &self,
        id: CredentialId,
        person_id: PersonId,
        position: u32,
    ) -> Result<Credential, Refusal> {
        let abbreviation = self.letters()?;
        let jurisdiction = optional(self.jurisdiction.as_ref(), "jurisdiction", 60)?;
        self.check_kind(&abbreviation, jurisdiction.as_deref())?;
        if self.kind == CredentialKind::Degree && self.expires_on.is_some() {
            let words = "A degree does not run out. Leave the day empty.";
            return Err(Refusal::field("expires_on", "does_not_expire", words));
        }
        let title = match optional(self.title.as_ref(), "title", 200)? {
            Some(title) => title,
            None => known_title(&abbreviation, jurisdiction.as_deref()),
        };
        Ok(Credential {
            id,
            person_id,
            kind: self.kind,
            abbreviation,
            title,
            jurisdiction,
            issuer: optional(self.issuer.as_ref(), "issuer", 200)?,
            number: optional(self.number.as_ref(), "number", 60)?,
            show_number: self.show_number,
            expires_on: self.expires_on,
            supervised_by: optional(self.supervised_by.as_ref(), "supervised_by", 120)?,
            shown: self.shown,
            position,
        })
    }

    fn letters(&self) -> Result<String, Refusal> {
        let letters = normalise(&plain_line(&self.abbreviation));
        let read = read_byline(&format!("Ada Example, {letters}"), "abbreviation")?;
        if letters.is_empty() {
            Err(Refusal::field(
                "abbreviation",
                "missing",
                "Type the letters, such as LPC.",
            ))
        } else if letters.chars().count() > 40 || letters.contains([',', ';', '<', '>']) {
            Err(Refusal::field(
                "abbreviation",
                "not_letters",
                "Type one set of letters only.",
            ))
        } else if read.remarks.contains(&Remark::NotACredential) {
            let words = "A degree counts when it has been awarded.";
            Err(Refusal::field("abbreviation", "not_a_credential", words))
        } else {
            Ok(letters)
        }
    }

    /// Letters that the catalogue knows are what it says: membership of a body is no licence.
    fn check_kind(&self, letters: &str, jurisdiction: Option<&str>) -> Result<(), Refusal> {
        let known: Vec<_> = lookup(letters).collect();
        let here: Vec<_> = known
            .iter()
            .filter(|entry| entry.jurisdiction.is_none() || entry.jurisdiction == jurisdiction)
            .collect();
        let kinds: Vec<CredentialKind> = if here.is_empty() {
            known.iter().map(|entry| entry.kind).collect()
        } else {
            here.iter().map(|entry| entry.kind).collect()
        };
        match kinds.first() {
            Some(kind) if !kinds.contains(&self.kind) => {
                let words = format!("{letters} is a {}.", kind.as_str());
                Err(Refusal::field("kind", "other_kind", &words))
            }
            _ => Ok(()),
        }
    }
}

/// Whether two credentials are the same one: a check of the one is a check of the other.
pub(super) fn is_same(one: &Credential, other: &Credential) -> bool {
    one.abbreviation == other.abbreviation
        && one.kind == other.kind
        && one.title == other.title
        && one.jurisdiction == other.jurisdiction
        && one.issuer == other.issuer
        && one.number == other.number
}

fn known_title(letters: &str, jurisdiction: Option<&str>) -> String {
    let known: Vec<_> = lookup(letters).collect();
    let entry = match known.as_slice() {
        [only] => Some(only),
        several => several
            .iter()
            .find(|entry| entry.jurisdiction == jurisdiction),
    };
    entry.map_or("", |entry| entry.title).to_owned()
}

fn optional(
    typed: Option<&String>,
    field: &str,
    longest: usize,
) -> Result<Option<String>, Refusal> {
    let line = typed
        .map(|typed| plain_line(typed))
        .filter(|line| !line.is_empty());
    match line {
        Some(line) if line.chars().count() > longest => {
            let words = format!("This is too long. Use at most {longest} letters.");
            Err(Refusal::field(field, "too_long", &words))
        }
        line => Ok(line),
    }
}
