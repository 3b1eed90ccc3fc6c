//! What a careful editor would notice. Pure: text in, findings out.

mod completeness;

pub use completeness::{Completeness, SectionFacts, complete};

use serde::{Deserialize, Serialize};

/// Something that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// A stable word, such as `no_title`.
    pub code: String,
    /// Where: `title`, `question`, `topics`, or `sections.N` counted from 1.
    pub field: String,
    /// What to do, one plain sentence.
    pub detail: String,
}

impl Finding {
    /// A finding.
    #[must_use]
    pub fn new(code: &str, field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            field: field.into(),
            detail: detail.into(),
        }
    }
}
