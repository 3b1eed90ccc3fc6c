//! What a text rests on: works as a list of references names them, in the form that the
//! Publication Manual of the American Psychological Association (7th edition) gives them.

mod list;
mod pasted;
mod printed;
mod registered;

use serde::{Deserialize, Serialize};

use crate::draft::{FieldError, plain_line};

pub use list::{LONGEST_LIST, cited, loose, parse_list};
pub(crate) use pasted::is_heading;
pub use pasted::pasted;
pub use printed::Stretch;
pub use registered::{Doi, NotADoi, NotAPmid, Pmid};

/// The longest field of a reference, in characters.
const LONGEST: usize = 2000;

/// The name of a reference within its section, such as `r3`: what a citation in the text
/// leads to. One to sixteen lowercase letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReferenceId(String);

/// Not one to sixteen lowercase letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the name of a reference has one to sixteen lowercase letters and digits")]
pub struct NotAReferenceId;

impl ReferenceId {
    /// The name with this number: `r3`.
    #[must_use]
    pub fn numbered(number: usize) -> Self {
        Self(format!("r{number}"))
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a citation's address is in a stored text: `#ref-r3`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{CITATION}{}", self.0)
    }

    /// The reference that this address leads to, if it is a citation's.
    #[must_use]
    pub fn of_address(address: &str) -> Option<Self> {
        address.strip_prefix(CITATION)?.to_owned().try_into().ok()
    }
}

/// How the address of a citation begins.
const CITATION: &str = "#ref-";

impl TryFrom<String> for ReferenceId {
    type Error = NotAReferenceId;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        if (1..=16).contains(&text.len()) && text.bytes().all(plain) {
            Ok(Self(text))
        } else {
            Err(NotAReferenceId)
        }
    }
}

impl From<ReferenceId> for String {
    fn from(id: ReferenceId) -> Self {
        id.0
    }
}

/// One work. Part of what is signed.
///
/// Where a pasted line could not be taken apart, all of it stands in `title`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What citations name.
    pub id: ReferenceId,
    /// `Example, J., & Sample, S. T.`; an organization by its name. May be empty.
    pub authors: String,
    /// `2021`, `2021, March 3`, `n.d.` or `in press`. May be empty.
    pub year: String,
    /// Of the article, chapter, book or page.
    pub title: String,
    /// What it stands in or who published it: `Journal of Examples, 12(3), 45–67`. May be empty.
    pub source: String,
    /// The digital object identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<Doi>,
    /// The number in `PubMed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pmid: Option<Pmid>,
    /// Where it can be read, when it has no DOI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A reference as it was typed; everything may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReferenceInput {
    /// What citations name.
    pub id: String,
    /// As [`Reference::authors`].
    pub authors: String,
    /// As [`Reference::year`].
    pub year: String,
    /// As [`Reference::title`].
    pub title: String,
    /// As [`Reference::source`].
    pub source: String,
    /// With or without `https://doi.org/` or `doi:` before it.
    pub doi: String,
    /// With or without `PMID:` before it.
    pub pmid: String,
    /// A web address.
    pub url: String,
}

impl ReferenceInput {
    /// The reference, or everything that is wrong with it; fields are named `{at}.doi` and so on.
    pub fn parse(self, at: &str) -> Result<Reference, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut refuse = |field: &str, code: &'static str, detail: &str| {
            errors.push(FieldError {
                field: format!("{at}.{field}"),
                code,
                detail: detail.to_owned(),
            });
        };
        let id = ReferenceId::try_from(self.id);
        if id.is_err() {
            refuse(
                "id",
                "no_id",
                "This reference has lost its name. Add it again.",
            );
        }
        let [authors, year, title, source] =
            [self.authors, self.year, self.title, self.source].map(|text| plain_line(&text));
        for (field, text) in [
            ("authors", &authors),
            ("year", &year),
            ("title", &title),
            ("source", &source),
        ] {
            if text.chars().count() > LONGEST {
                refuse(field, "too_long", "Please shorten this; nothing was lost.");
            }
        }
        if title.is_empty() {
            refuse("title", "no_title", "Give the title of the work.");
        }
        let doi = given(&self.doi).map(|typed| typed.parse::<Doi>());
        if let Some(Err(error)) = &doi {
            refuse("doi", "not_a_doi", &error.to_string());
        }
        let pmid = given(&self.pmid).map(|typed| typed.parse::<Pmid>());
        if let Some(Err(error)) = &pmid {
            refuse("pmid", "not_a_pmid", &error.to_string());
        }
        let url = given(&self.url).map(|typed| web_address(&typed));
        if url == Some(None) {
            refuse(
                "url",
                "not_an_address",
                "This is not a web address. It should begin with https://.",
            );
        }
        match (id, errors.is_empty()) {
            (Ok(id), true) => Ok(Reference {
                id,
                authors,
                year,
                title,
                source,
                doi: doi.and_then(Result::ok),
                pmid: pmid.and_then(Result::ok),
                url: url.flatten(),
            }),
            _ => Err(errors),
        }
    }
}

/// As it would be typed once more.
impl From<&Reference> for ReferenceInput {
    fn from(one: &Reference) -> Self {
        let or_empty = |given: Option<String>| given.unwrap_or_default();
        Self {
            id: one.id.as_str().to_owned(),
            authors: one.authors.clone(),
            year: one.year.clone(),
            title: one.title.clone(),
            source: one.source.clone(),
            doi: or_empty(one.doi.as_ref().map(ToString::to_string)),
            pmid: or_empty(one.pmid.as_ref().map(ToString::to_string)),
            url: or_empty(one.url.clone()),
        }
    }
}

fn given(typed: &str) -> Option<String> {
    Some(plain_line(typed)).filter(|text| !text.is_empty())
}

/// A web address as it may stand in a text.
fn web_address(typed: &str) -> Option<String> {
    let address = crate::clean_html::link_address(typed).ok()?;
    let web = address.starts_with("https://") || address.starts_with("http://");
    (web && address.chars().count() <= LONGEST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named() {
        let input = ReferenceInput {
            id: "R 1".to_owned(),
            doi: "11.1000/x".to_owned(),
            pmid: "0123".to_owned(),
            url: "javascript:alert(1)".to_owned(),
            authors: "x".repeat(LONGEST + 1),
            ..ReferenceInput::default()
        };
        let errors = input.parse("references.2").unwrap_err();
        let fields: Vec<_> = errors.iter().map(|e| e.field.as_str()).collect();
        let wanted = ["id", "authors", "title", "doi", "pmid", "url"];
        assert_eq!(fields, wanted.map(|name| format!("references.2.{name}")));
    }

    #[test]
    fn a_typed_reference_is_settled() {
        let input = ReferenceInput {
            id: "r1".to_owned(),
            title: "  Sleep \n and grief ".to_owned(),
            doi: "https://doi.org/10.1000/abc.".to_owned(),
            pmid: "PMID: 123456".to_owned(),
            ..ReferenceInput::default()
        };
        let reference = input.parse("references.0").unwrap();
        assert_eq!(reference.title, "Sleep and grief");
        assert_eq!(reference.doi.unwrap().as_str(), "10.1000/abc");
        assert_eq!(reference.pmid.unwrap().as_str(), "123456");
        assert_eq!(reference.url, None);
    }

    #[test]
    fn an_address_names_one_reference() {
        let id = ReferenceId::numbered(12);
        assert_eq!(ReferenceId::of_address(&id.address()), Some(id));
        for address in [
            "#ref-",
            "#ref-R1",
            "#ref-r1\"",
            "#r1",
            "#ref-aaaaaaaaaaaaaaaaa",
        ] {
            assert_eq!(ReferenceId::of_address(address), None, "{address}");
        }
    }
}
