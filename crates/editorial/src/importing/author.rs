//! A name over an answer, taken apart.

use content::byline::{self, Byline, Parsed, Remark as Found};
use content::credential::{lookup, normalise};
use content::draft::plain_line;

use super::entry::Typed;
use super::report::{Code, Remark};

/// The longest name, in characters.
const NAME_LONGEST: usize = 120;

/// The beginning of names that an export gives.
pub(super) const OURS: &str = "countersign:";

/// Somebody who stands over an answer.
#[derive(Clone, Debug)]
pub(super) struct Author {
    /// The same author has the same key, on every line and whenever a bundle comes in.
    pub(super) key: String,
    /// Name and letters.
    pub(super) parsed: Parsed,
}

impl Author {
    /// Takes a byline apart; `None` where there is no name in it.
    pub(super) fn of(typed: &Typed, remarks: &mut Vec<Remark>) -> Option<Self> {
        let byline = typed.byline.as_deref().unwrap_or_default();
        let mut parsed = match given(typed) {
            Some(parsed) => parsed,
            None => byline::parse(byline).ok()?,
        };
        parsed.byline.role = typed.role;
        let name = &parsed.byline.name;
        if parsed.remarks.contains(&Found::NoName) || name.chars().count() > NAME_LONGEST {
            return None;
        }
        let unknown = std::mem::take(&mut parsed.unknown_letters);
        // Letters that nobody knows have lost their dots by now; words that were left out are
        // in no byline.
        let (unknown, words): (Vec<String>, Vec<String>) = unknown
            .into_iter()
            .map(|typed| {
                if parsed.byline.letters.contains(&typed) {
                    typed
                } else {
                    normalise(&typed)
                }
            })
            .partition(|letters| parsed.byline.letters.contains(letters));
        if !unknown.is_empty() {
            let detail = format!(
                "The letters {} after {name} are not in the catalogue. They are printed, and \
                 are no credential.",
                unknown.join(", ")
            );
            remarks.push(Remark::new(Code::UnknownLetters, detail));
        }
        remarks.extend(
            parsed
                .remarks
                .iter()
                .filter_map(|remark| tell(*remark, name, &words)),
        );
        parsed.unknown_letters = unknown;
        let id = plain_line(typed.author_id.as_deref().unwrap_or_default());
        let key = if id.is_empty() {
            format!("name:{}", as_typed(byline, &parsed))
        } else {
            format!("id:{id}")
        };
        Some(Self { key, parsed })
    }

    /// As printed.
    pub(super) const fn byline(&self) -> &Byline {
        &self.parsed.byline
    }
}

/// A byline that was never one string.
fn given(typed: &Typed) -> Option<Parsed> {
    let name = typed
        .name
        .as_deref()
        .map(plain_line)
        .filter(|name| !name.is_empty())?;
    let letters: Vec<String> = typed
        .letters
        .iter()
        .flatten()
        .map(|letters| plain_line(letters))
        .collect();
    let unknown = letters
        .iter()
        .filter(|letters| lookup(letters).next().is_none());
    Some(Parsed {
        unknown_letters: unknown.cloned().collect(),
        byline: Byline::new(name, letters),
        remarks: Vec::new(),
    })
}

/// The name with its capitals as typed. Names that differ in these alone may be two people:
/// each becomes a person of its own, and somebody who knows merges them.
fn as_typed(typed: &str, parsed: &Parsed) -> String {
    let name = &parsed.byline.name;
    let line = plain_line(typed);
    let found = line.to_lowercase().find(&name.to_lowercase());
    found
        .and_then(|at| line.get(at..at + name.len()))
        .unwrap_or(name)
        .to_owned()
}

fn tell(remark: Found, name: &str, words: &[String]) -> Option<Remark> {
    let (code, detail) = match remark {
        Found::PracticeNotPerson => (
            Code::PracticeNotPerson,
            format!("“{name}” reads like a practice or company and not like a person."),
        ),
        Found::PrefixDropped => (
            Code::PrefixDropped,
            format!("A title before the name {name} was left out."),
        ),
        Found::NoComma => (
            Code::NoComma,
            format!("The letters after {name} stood there without a comma."),
        ),
        Found::AllCapitals => (
            Code::AllCapitals,
            format!("The name was in capitals and is written {name} here."),
        ),
        Found::SmallLetters => (
            Code::SmallLetters,
            format!("The name is written {name} here, with capitals."),
        ),
        Found::DoubleSpace => (
            Code::DoubleSpace,
            format!("The byline of {name} had more than one space in a row."),
        ),
        Found::NotACredential => (
            Code::NotACredential,
            format!("A degree that {name} does not hold yet is no credential. It was left out."),
        ),
        Found::WordsLeftOut => (
            Code::WordsLeftOut,
            format!(
                "After the name {name} this was left out: {}.",
                words.join(", ")
            ),
        ),
        Found::NoName => return None,
    };
    Some(Remark::new(code, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(byline: &str, id: Option<&str>) -> (Option<Author>, Vec<Code>) {
        let mut remarks = Vec::new();
        let typed = Typed {
            byline: Some(byline.to_owned()),
            author_id: id.map(str::to_owned),
            ..Typed::default()
        };
        let author = Author::of(&typed, &mut remarks);
        (
            author,
            remarks.into_iter().map(|remark| remark.code).collect(),
        )
    }

    #[test]
    fn a_key_is_the_id_or_the_name_as_typed() {
        for (byline, id, key) in [
            ("Ada  Example, MA", None, "name:Ada Example"),
            ("Ada Example LPC", None, "name:Ada Example"),
            ("Ada example", None, "name:Ada example"),
            ("ADA B. EXAMPLE, LPC", None, "name:ADA B. EXAMPLE"),
            ("Dr. Ada Example", None, "name:Ada Example"),
            ("Ada Example", Some(" 7 "), "id:7"),
            ("Ada Example", Some(""), "name:Ada Example"),
        ] {
            assert_eq!(of(byline, id).0.unwrap().key, key, "{byline}");
        }
    }

    #[test]
    fn a_byline_that_was_taken_apart_is_not_parsed() {
        let mut remarks = Vec::new();
        let typed = Typed {
            byline: Some("ada of the center, Q.X.".to_owned()),
            name: Some("ada of the center".to_owned()),
            letters: Some(vec!["Q.X.".to_owned(), "LPC".to_owned()]),
            author_id: None,
            role: content::byline::ContributorRole::Translator,
        };
        let author = Author::of(&typed, &mut remarks).unwrap();
        assert_eq!(author.byline().text(), "ada of the center, Q.X., LPC");
        assert_eq!(
            author.byline().role,
            content::byline::ContributorRole::Translator
        );
        assert_eq!(author.parsed.unknown_letters, ["Q.X."]);
        assert_eq!(author.key, "name:ada of the center");
        assert_eq!(remarks.len(), 1);
    }

    #[test]
    fn what_was_set_right_is_told() {
        let (author, remarks) = of("Dr. Ada  Example, MA, Q.X.Z., Couples Therapist", None);
        assert_eq!(author.unwrap().byline().text(), "Ada Example, MA, QXZ");
        assert_eq!(
            remarks,
            [
                Code::UnknownLetters,
                Code::DoubleSpace,
                Code::PrefixDropped,
                Code::WordsLeftOut
            ]
        );
        assert!(of("", None).0.is_none());
        assert!(of(&"Ada ".repeat(60), None).0.is_none());
    }
}
