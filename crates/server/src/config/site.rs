//! The settings of the site.

use super::written::WrittenSite;
use super::wrong;
use crate::Failure;

/// What readers know of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// As readers know it.
    pub name: String,
    /// ISO 3166 code in capitals: whose lines of help come first.
    pub country: String,
    /// Language tag of new articles and of the site's own words.
    pub language: String,
    /// Where readers may write.
    pub contact: Option<String>,
}

impl Site {
    pub(super) fn check(written: WrittenSite) -> Result<Self, Failure> {
        let name = content::draft::plain_line(&written.name);
        if name.is_empty() || name.chars().count() > 80 {
            return Err(wrong("site.name", "write a name of at most 80 characters"));
        }
        let country = written.country.to_uppercase();
        if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(wrong("site.country", "write two letters, such as US or GB"));
        }
        let tag = &written.language;
        let parts = tag.split('-').all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_alphanumeric())
        });
        if !parts {
            return Err(wrong(
                "site.language",
                "write a language tag, such as en or en-GB",
            ));
        }
        if let Some(contact) = written.contact.as_deref()
            && contact.parse::<lettre::Address>().is_err()
        {
            return Err(wrong("site.contact", "write an e-mail address"));
        }
        Ok(Self {
            name,
            country,
            language: written.language,
            contact: written.contact,
        })
    }
}
