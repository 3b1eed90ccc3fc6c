//! HTML that can be trusted. It has two doors: [`sanitize`], and the opening of a signed text.

use serde::Serialize;

/// HTML made by [`sanitize`], or read back from a text whose digest was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct CleanHtml(String);

impl CleanHtml {
    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
