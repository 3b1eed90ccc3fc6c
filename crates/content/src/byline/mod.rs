//! Bylines: composed in one place, parsed from what people type.

mod compose;
mod parse;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use compose::{LettersOverride, compose};
pub use parse::{BYLINE_LONGEST, Parsed, Remark, TooLong, parse};

/// A byline as printed: a name and its letters, never one string to be taken apart again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Byline {
    /// "Ada Example"
    pub name: String,
    /// `["MA", "LPC"]`, in the order printed.
    pub letters: Vec<String>,
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
    /// "Ada Example, MA, LPC"
    #[must_use]
    pub fn text(&self) -> String {
        self.to_string()
    }
}

/// Several bylines as one line: `A, MA and B, PhD`, and `A, MA; B, PhD and C`.
#[must_use]
pub fn join(bylines: &[Byline]) -> String {
    match bylines {
        [] => String::new(),
        [only] => only.text(),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(Byline::text).collect();
            format!("{} and {last}", first.join("; "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byline(name: &str, letters: &[&str]) -> Byline {
        let letters = letters.iter().map(|&letters| letters.to_owned()).collect();
        Byline {
            name: name.to_owned(),
            letters,
        }
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
}
