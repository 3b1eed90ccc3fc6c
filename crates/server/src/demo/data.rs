//! The demo's people and articles as they are written down.

use content::article::Kind;
use content::credential::CredentialKind;
use content::declaration::Declarations;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use time::Date;

use crate::Failure;

time::serde::format_description!(day, Date, "[year]-[month]-[day]");

/// Somebody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) roles: Vec<String>,
    pub(super) bio: String,
    pub(super) practice_url: Option<String>,
    pub(super) credentials: Vec<Held>,
    /// Those that print, in order.
    pub(super) letters: Vec<String>,
}

/// What somebody holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Held {
    pub(super) abbreviation: String,
    pub(super) kind: CredentialKind,
    pub(super) title: Option<String>,
    pub(super) jurisdiction: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) number: Option<String>,
    pub(super) verified: Option<Verified>,
}

/// That an editor looked it up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verified {
    pub(super) source: String,
    #[serde(with = "day")]
    pub(super) checked_on: Date,
    #[serde(with = "day")]
    pub(super) valid_until: Date,
}

/// A text and how far it came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Article {
    /// Names it for whoever edits the file.
    #[expect(dead_code, reason = "read by people")]
    key: String,
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) question: Option<String>,
    pub(super) topics: Vec<String>,
    pub(super) state: State,
    pub(super) published_days_ago: Option<i64>,
    pub(super) editor: Option<String>,
    pub(super) reason: Option<String>,
    #[serde(default)]
    pub(super) declarations: Declarations,
    pub(super) sections: Vec<Section>,
}

/// Words under names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub(super) authors: Vec<String>,
    pub(super) body_html: String,
}

/// How far a text came, in the order it gets there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Draft,
    Submitted,
    Declined,
    InReview,
    ChangesRequested,
    ProofOut,
    Approved,
    Live,
    Withdrawn,
}

impl State {
    /// When what is still under way last moved.
    pub(super) const fn days_ago(self) -> i64 {
        match self {
            Self::Draft | Self::Live | Self::Withdrawn => 1,
            Self::Submitted | Self::Approved => 2,
            Self::InReview | Self::ProofOut => 3,
            Self::ChangesRequested => 5,
            Self::Declined => 9,
        }
    }
}

pub(super) fn people() -> Result<Vec<Person>, Failure> {
    read(include_str!("../../demo/people.json"))
}

pub(super) fn articles() -> Result<Vec<Article>, Failure> {
    read(include_str!("../../demo/articles.json"))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::because("The demo cannot be read", error))
}
