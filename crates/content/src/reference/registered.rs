//! Numbers under which works are registered. Their syntax is checked, nothing is looked up.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A digital object identifier: `10.`, a registrant of four to nine digits, perhaps with
/// subdivisions, a slash, and a name without white space (ISO 26324; the Crossref pattern).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Doi(String);

/// A number of an article in `PubMed`: one to eight digits that do not begin with 0.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pmid(String);

/// What was typed is no DOI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a DOI. A DOI looks like 10.1234/abcd.567.")]
pub struct NotADoi;

/// What was typed is no PMID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a PMID. A PMID is a number of up to eight digits, such as 12345678.")]
pub struct NotAPmid;

impl Doi {
    /// As registered, without an address before it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it leads: `https://doi.org/…`.
    #[must_use]
    pub fn url(&self) -> String {
        let mut url = String::from("https://doi.org/");
        for c in self.0.chars() {
            match c {
                '<' => url.push_str("%3C"),
                '>' => url.push_str("%3E"),
                '"' => url.push_str("%22"),
                '%' => url.push_str("%25"),
                '#' => url.push_str("%23"),
                '?' => url.push_str("%3F"),
                '\\' => url.push_str("%5C"),
                _ => url.push(c),
            }
        }
        url
    }
}

impl FromStr for Doi {
    type Err = NotADoi;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let bare = without_prefix(
            typed.trim(),
            &[
                "https://doi.org/",
                "http://doi.org/",
                "https://dx.doi.org/",
                "http://dx.doi.org/",
                "https://www.doi.org/",
                "doi.org/",
                "dx.doi.org/",
                "doi:",
                "doi",
            ],
        );
        let bare = without_trailing_marks(bare.trim_start());
        let (registrant, name) = bare.split_once('/').ok_or(NotADoi)?;
        let digits = registrant.strip_prefix("10.").ok_or(NotADoi)?;
        let mut parts = digits.split('.');
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let first = parts.next().unwrap_or_default();
        let registered = is_number(first) && (4..=9).contains(&first.len()) && parts.all(is_number);
        let named = !name.is_empty()
            && name
                .chars()
                .all(|c| !c.is_whitespace() && !crate::draft::is_hidden(c));
        if registered && named && bare.len() <= 512 {
            Ok(Self(bare.to_owned()))
        } else {
            Err(NotADoi)
        }
    }
}

impl Pmid {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it leads in `PubMed`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://pubmed.ncbi.nlm.nih.gov/{}/", self.0)
    }
}

impl FromStr for Pmid {
    type Err = NotAPmid;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let bare = without_prefix(
            typed.trim(),
            &[
                "https://pubmed.ncbi.nlm.nih.gov/",
                "http://pubmed.ncbi.nlm.nih.gov/",
                "https://www.ncbi.nlm.nih.gov/pubmed/",
                "pmid:",
                "pmid",
            ],
        );
        let digits = bare.trim().trim_end_matches(['.', '/', ';', ',']);
        let fits = (1..=8).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        if fits {
            Ok(Self(digits.to_owned()))
        } else {
            Err(NotAPmid)
        }
    }
}

fn without_prefix<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    let found = prefixes.iter().find(|prefix| {
        text.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    });
    found.map_or(text, |prefix| &text[prefix.len()..])
}

/// Without the marks that end a sentence, and a closing bracket that nothing opened.
fn without_trailing_marks(text: &str) -> &str {
    let mut text = text.trim_end();
    loop {
        let last = match text.chars().next_back() {
            Some('.' | ',' | ';' | ':' | '”' | '’' | '"' | '\'') => true,
            Some(')') => text.matches(')').count() > text.matches('(').count(),
            Some(']') => text.matches(']').count() > text.matches('[').count(),
            _ => false,
        };
        if !last {
            return text;
        }
        let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
        text = &text[..end];
    }
}

macro_rules! as_text {
    ($name:ident, $error:ty) => {
        impl TryFrom<String> for $name {
            type Error = $error;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                let parsed: Self = text.parse()?;
                if parsed.0 == text {
                    Ok(parsed)
                } else {
                    Err(Default::default())
                }
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

as_text!(Doi, NotADoi);
as_text!(Pmid, NotAPmid);

impl Default for NotADoi {
    fn default() -> Self {
        Self
    }
}

impl Default for NotAPmid {
    fn default() -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_is_known_by_its_form() {
        for (typed, doi) in [
            ("10.1000/182", "10.1000/182"),
            ("DOI: 10.1037/a0012345.", "10.1037/a0012345"),
            (
                "https://doi.org/10.1002/(sici)1(97)2:3",
                "10.1002/(sici)1(97)2:3",
            ),
            ("http://dx.doi.org/10.1000.10/ABC", "10.1000.10/ABC"),
            ("10.1000/x),", "10.1000/x"),
        ] {
            assert_eq!(typed.parse::<Doi>().unwrap().as_str(), doi);
        }
        for typed in [
            "",
            "10.1/x",
            "10.10000000000/x",
            "11.1000/x",
            "10.1000/",
            "10.1000/a b",
            "10.1000.x/y",
            "10.１000/x",
        ] {
            assert_eq!(typed.parse::<Doi>(), Err(NotADoi), "{typed}");
        }
    }

    #[test]
    fn a_doi_leads_to_one_address() {
        let doi: Doi = "10.1002/a<1>#2?".parse().unwrap();
        assert_eq!(doi.url(), "https://doi.org/10.1002/a%3C1%3E%232%3F");
    }

    #[test]
    fn a_pmid_is_known_by_its_form() {
        for typed in [
            "12345678",
            "PMID: 12345678",
            "pmid12345678.",
            "https://pubmed.ncbi.nlm.nih.gov/12345678/",
        ] {
            assert_eq!(typed.parse::<Pmid>().unwrap().as_str(), "12345678");
        }
        for typed in ["", "0", "012", "123456789", "12a", "１２", "PMID"] {
            assert_eq!(typed.parse::<Pmid>(), Err(NotAPmid), "{typed}");
        }
    }

    #[test]
    fn a_stored_number_has_one_form() {
        assert!(Doi::try_from("doi:10.1000/x".to_owned()).is_err());
        assert!(Pmid::try_from("PMID 1".to_owned()).is_err());
        assert!(Doi::try_from("10.1000/x".to_owned()).is_ok());
    }
}
