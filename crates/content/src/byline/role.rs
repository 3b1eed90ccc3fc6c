//! What somebody did for the text over which their name stands.

use serde::{Deserialize, Serialize};

/// What a contributor did, in the order in which names are printed. A reviewer or an editor is
/// no contributor, and stands elsewhere.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ContributorRole {
    /// Wrote it, and answers for it.
    #[default]
    Author,
    /// Wrote it together with its authors, who lead: "with Jo Example".
    With,
    /// Put it into this language.
    Translator,
    /// Drew or photographed what stands in it.
    Illustrator,
}

impl ContributorRole {
    /// The word for it in JSON and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::With => "with",
            Self::Translator => "translator",
            Self::Illustrator => "illustrator",
        }
    }

    /// Whether the words are this person's own.
    #[must_use]
    pub const fn writes(self) -> bool {
        matches!(self, Self::Author | Self::With)
    }

    /// An author's role is not written down: that is what a name without one says.
    #[must_use]
    pub fn is_author(&self) -> bool {
        *self == Self::Author
    }
}

/// Names by what they did, each group put together by `together`:
/// "A, with B. Translated by C. Illustrated by D".
#[must_use]
pub fn by_role(
    names: &[(ContributorRole, String)],
    together: impl Fn(&[String]) -> String,
) -> String {
    use ContributorRole::{Author, Illustrator, Translator, With};
    let mut line = String::new();
    for role in [Author, With, Translator, Illustrator] {
        let group: Vec<String> = names
            .iter()
            .filter(|(theirs, _)| *theirs == role)
            .map(|(_, name)| name.clone())
            .collect();
        if group.is_empty() {
            continue;
        }
        let is_first = line.is_empty();
        if !is_first && !role.writes() {
            line.push_str(if line.ends_with('.') { " " } else { ". " });
        }
        line.push_str(match role {
            Author => "",
            With if is_first => "With ",
            With => ", with ",
            Translator => "Translated by ",
            Illustrator => "Illustrated by ",
        });
        line.push_str(&together(&group));
    }
    line
}
