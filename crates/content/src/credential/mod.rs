//! Degrees, licences, certifications and memberships.

mod catalogue;

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use time::Date;

pub use catalogue::{CatalogueEntry, catalogue, lookup, normalise};

use crate::article::UnknownWord;
use crate::ids::{CredentialId, PersonId};

/// What a credential is. Only a licence (or statutory registration) grants a right to practise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialKind {
    /// From a school; does not expire.
    Degree,
    /// From a state, province or country.
    Licence,
    /// From a professional body, after an examination.
    Certification,
    /// Of a professional body.
    Membership,
}

impl CredentialKind {
    /// The word stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Licence => "licence",
            Self::Certification => "certification",
            Self::Membership => "membership",
        }
    }
}

impl FromStr for CredentialKind {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "degree" => Ok(Self::Degree),
            "licence" => Ok(Self::Licence),
            "certification" => Ok(Self::Certification),
            "membership" => Ok(Self::Membership),
            _ => Err(UnknownWord(word.to_owned())),
        }
    }
}

/// Whether readers see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// They do.
    Shown,
    /// They do not.
    #[default]
    Hidden,
}

impl Visibility {
    /// The word stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Hidden => "hidden",
        }
    }
}

impl FromStr for Visibility {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "shown" => Ok(Self::Shown),
            "hidden" => Ok(Self::Hidden),
            _ => Err(UnknownWord(word.to_owned())),
        }
    }
}

/// One degree, licence, certification or membership of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// Its lasting name.
    pub id: CredentialId,
    /// Whose it is.
    pub person_id: PersonId,
    /// What it is.
    pub kind: CredentialKind,
    /// The letters, such as `LPC`.
    pub abbreviation: String,
    /// What they stand for. The same letters mean different things in different places.
    pub title: String,
    /// State, province or country, such as `US-TX`.
    pub jurisdiction: Option<String>,
    /// The board, school or body.
    pub issuer: Option<String>,
    /// As the issuer writes it: zeros, letters and hyphens matter.
    pub number: Option<String>,
    /// Whether readers see the number; some boards demand it.
    pub show_number: Visibility,
    /// The last day it is good for. A degree has none.
    pub expires_on: Option<Date>,
    /// The supervisor of somebody who practises under supervision.
    pub supervised_by: Option<String>,
    /// Whether it may stand in the byline.
    pub shown: Visibility,
    /// Order among credentials of one kind.
    pub position: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_back() {
        use CredentialKind::{Certification, Degree, Licence, Membership};
        for kind in [Degree, Licence, Certification, Membership] {
            assert_eq!(kind.as_str().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        for visibility in [Visibility::Shown, Visibility::Hidden] {
            assert_eq!(visibility.as_str().parse(), Ok(visibility));
            assert_eq!(
                serde_json::to_value(visibility).unwrap(),
                visibility.as_str()
            );
        }
        assert_eq!(
            "license".parse::<CredentialKind>(),
            Err(UnknownWord("license".to_owned()))
        );
    }
}
