//! The dated directory of services that help now.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::ids::HelpEntryId;

/// What a service is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpKind {
    /// The emergency number.
    Emergency,
    /// Suicide and crisis lines.
    Crisis,
    /// Domestic or sexual abuse.
    Abuse,
    /// Eating disorders.
    EatingDisorder,
    /// A directory of other services.
    Directory,
}

/// One service. Every number is data that a person must re-check; see `last_checked_on`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpEntry {
    /// Its lasting name.
    pub id: HelpEntryId,
    /// ISO 3166 code in capitals (`US`, `GB`), or `ZZ` for everywhere else.
    pub country: String,
    /// What it is for.
    pub kind: HelpKind,
    /// Its own name.
    pub service: String,
    /// For whom, when not for everyone.
    pub audience: Option<String>,
    /// The number to call, as the country writes it.
    pub call: Option<String>,
    /// The keyword to send, when one is needed.
    pub text_keyword: Option<String>,
    /// The number to text.
    pub text_to: Option<String>,
    /// Its page or chat, https.
    pub url: Option<String>,
    /// Opening hours in words.
    pub hours: Option<String>,
    /// Languages spoken, as tags.
    pub languages: Vec<String>,
    /// Where the facts were read.
    pub source: String,
    /// When a person last checked them.
    pub last_checked_on: Date,
    /// Who checked them.
    pub checked_by: String,
    /// Order within country and kind.
    pub position: u32,
}

/// Days after which an unchecked entry is stale.
pub const STALE_AFTER_DAYS: i64 = 90;

impl HelpEntry {
    /// Whether nobody has checked it for more than [`STALE_AFTER_DAYS`] days.
    #[must_use]
    pub fn is_stale(&self, today: Date) -> bool {
        (today - self.last_checked_on).whole_days() > STALE_AFTER_DAYS
    }
}
