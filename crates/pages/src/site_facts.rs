//! What a page must know of the site it stands on.

use content::help::HelpEntry;
use time::Date;

/// Settings of the operator, and the living facts of one site version.
///
/// Nothing here changes while a site version stands, so a page made from it can be kept.
#[derive(Clone, Debug)]
pub struct SiteFacts {
    /// The name in the header.
    pub name: String,
    /// The large line on the front page.
    pub tagline: String,
    /// One sentence for search engines and feed readers.
    pub description: String,
    /// Scheme and host, no slash at the end.
    pub public_url: String,
    /// Language tag of the site's own words.
    pub language: String,
    /// ISO 3166 code of the country whose lines of help come first.
    pub country: String,
    /// Where readers may write: an e-mail address, or none.
    pub contact: Option<String>,
    /// Where the quick exit leads.
    pub exit_url: String,
    /// What that place is, after "opens".
    pub exit_words: String,
    /// The help directory.
    pub help: Vec<HelpEntry>,
    /// The day this site version came about; decides which help entries are stale.
    pub as_of: Option<Date>,
}

impl SiteFacts {
    /// A site of this name at this address, everything else as it comes.
    #[must_use]
    pub fn new(name: &str, public_url: &str) -> Self {
        Self {
            name: name.to_owned(),
            tagline: "Plain words for hard days, signed by the clinicians who wrote them."
                .to_owned(),
            description: "Articles about mental health, written and signed by clinicians and \
                          countersigned by an editor."
                .to_owned(),
            public_url: public_url.trim_end_matches('/').to_owned(),
            language: "en-US".to_owned(),
            country: "US".to_owned(),
            contact: None,
            exit_url: "https://www.bbc.com/weather".to_owned(),
            exit_words: "a weather site".to_owned(),
            help: Vec::new(),
            as_of: None,
        }
    }

    /// The absolute address of a path on this site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// "license" or "licence", as the country writes it.
    pub(crate) fn licence_word(&self) -> &'static str {
        if self.country == "US" {
            "license"
        } else {
            "licence"
        }
    }

    /// Whether dates are written with the month first.
    pub(crate) fn month_first(&self) -> bool {
        matches!(self.country.as_str(), "US" | "CA" | "PH")
    }
}
