//! Bylines: composed in one place, parsed from what people type.

use serde::{Deserialize, Serialize};

/// A byline as printed: a name and its letters, never one string to be taken apart again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Byline {
    /// "Amy Winchester"
    pub name: String,
    /// `["MA", "LPC"]`, in the order printed.
    pub letters: Vec<String>,
}
// COMING: Display ("Amy Winchester, MA, LPC"); compose(name, &[Credential], &Override) -> Byline;
// parse(&str) -> Result<Parsed, ...>
/// shim
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LettersOverride { /// a
 pub order: Vec<String>, /// b
 pub hidden: Vec<String> }
/// shim
#[must_use] pub fn compose(name: &str, _c: &[crate::credential::Credential], _o: &LettersOverride) -> Byline { Byline { name: name.to_owned(), letters: vec![] } }
