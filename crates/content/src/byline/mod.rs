//! Bylines: composed in one place, parsed from what people type.

mod compose;
mod parse;
mod role;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use compose::{LettersOverride, compose};
pub use parse::{BYLINE_LONGEST, Parsed, Remark, TooLong, parse};
pub use role::{ContributorRole, by_role};

/// A byline as printed: a name and its letters, never one string to be taken apart again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Byline {
    /// "Ada Example"
    pub name: String,
    /// `["MA", "LPC"]`, in the order printed.
    pub letters: Vec<String>,
    /// What this person did for the text under the name; left out for an author.
    #[serde(default, skip_serializing_if = "ContributorRole::is_author")]
    pub role: ContributorRole,
}

impl fmt::Display for Byline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.letters
            .iter()
            .try_for_each(|letters| write!(f, ", {letters}"))
    }
}

impl Byline {
    /// A name and its letters, as an author has them.
    #[must_use]
    pub const fn new(name: String, letters: Vec<String>) -> Self {
        Self {
            name,
            letters,
            role: ContributorRole::Author,
        }
    }

    /// The same over a text for which this person did something else.
    #[must_use]
    pub fn in_role(self, role: ContributorRole) -> Self {
        Self { role, ..self }
    }

    /// Whether name and letters are the same, whatever each did.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        self.name == other.name && self.letters == other.letters
    }

    /// "Ada Example, MA, LPC"
    #[must_use]
    pub fn text(&self) -> String {
        self.to_string()
    }
}

/// Several bylines as one line: `A, MA and B, PhD`, and `A, MA; B, PhD and C`; those who did
/// something else follow: `A, MA, with B, PhD. Translated by C`.
#[must_use]
pub fn join(bylines: &[Byline]) -> String {
    let names: Vec<(ContributorRole, String)> = bylines
        .iter()
        .map(|byline| (byline.role, byline.text()))
        .collect();
    by_role(&names, together)
}

/// Names of one kind in one line, so that letters stay with their names.
#[must_use]
pub fn together(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byline(name: &str, letters: &[&str]) -> Byline {
        let letters = letters.iter().map(|&letters| letters.to_owned()).collect();
        Byline::new(name.to_owned(), letters)
    }

    #[test]
    fn a_byline_is_printed_with_commas() {
        assert_eq!(
            byline("Ada Example", &["MA", "LPC"]).text(),
            "Ada Example, MA, LPC"
        );
        assert_eq!(byline("Ada Example", &[]).text(), "Ada Example");
    }

    #[test]
    fn several_are_joined_so_that_letters_stay_with_their_names() {
        let [a, b, c] = [
            byline("A", &["MA"]),
            byline("B", &["PhD"]),
            byline("C", &[]),
        ];
        assert_eq!(join(&[]), "");
        assert_eq!(join(std::slice::from_ref(&a)), "A, MA");
        assert_eq!(join(&[a.clone(), b.clone()]), "A, MA and B, PhD");
        assert_eq!(join(&[a, b, c]), "A, MA; B, PhD and C");
    }

    #[test]
    fn each_is_printed_for_what_they_did() {
        use ContributorRole::{Illustrator, Translator, With};
        let [a, b] = [byline("A", &["MA"]), byline("B", &["PhD"])];
        let with = byline("C", &["LPC"]).in_role(With);
        let translator = byline("D", &[]).in_role(Translator);
        let illustrator = byline("E Jr.", &[]).in_role(Illustrator);
        assert_eq!(
            join(&[translator.clone(), a.clone(), with.clone()]),
            "A, MA, with C, LPC. Translated by D"
        );
        assert_eq!(
            join(&[
                a.clone(),
                b,
                with.clone(),
                translator.clone(),
                illustrator.clone()
            ]),
            "A, MA and B, PhD, with C, LPC. Translated by D. Illustrated by E Jr."
        );
        assert_eq!(
            join(&[with, illustrator]),
            "With C, LPC. Illustrated by E Jr."
        );
        assert_eq!(
            join(&[byline("F Jr.", &[]), translator]),
            "F Jr. Translated by D"
        );
    }

    #[test]
    fn an_author_is_written_down_as_ever() {
        use ContributorRole::Translator;
        let author = byline("A", &["MA"]);
        let json = |byline: &Byline| serde_json::to_string(byline).unwrap();
        assert_eq!(json(&author), r#"{"name":"A","letters":["MA"]}"#);
        let other = author.clone().in_role(Translator);
        assert_eq!(
            json(&other),
            r#"{"name":"A","letters":["MA"],"role":"translator"}"#
        );
        assert!(author != other && author.reads_as(&other));
        for byline in [author, other] {
            let read: Byline = serde_json::from_str(&json(&byline)).unwrap();
            assert_eq!(read, byline);
        }
    }
}
