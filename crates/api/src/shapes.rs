//! What several calls send: people by their bylines, roles, and lists.

use content::byline;
use editorial::people;
use poem_openapi::types::{ParseFromJSON, ToJSON};
use poem_openapi::{ApiResponse, Enum, Object};
use storage::accounts;
use uuid::Uuid;

use crate::or_null::OrNull;
use crate::problem::Problem;

/// What a call answers: a value as JSON, or a problem.
pub(crate) type Answer<T> = Result<poem_openapi::payload::Json<T>, Problem>;

/// What a call answers that has nothing to say.
pub(crate) type Done = Result<Nothing, Problem>;

/// Done, and nothing to say.
#[derive(ApiResponse)]
pub(crate) enum Nothing {
    /// Done.
    #[oai(status = 204)]
    Said,
}

/// A part of a list.
#[derive(Object)]
pub(crate) struct Page<T: ParseFromJSON + ToJSON> {
    pub(crate) items: Vec<T>,
    /// Sent as `after`, it gives the next part; null at the end.
    pub(crate) next: OrNull<String>,
}

impl<T: ParseFromJSON + ToJSON> Page<T> {
    /// A list that is short enough to be sent whole.
    pub(crate) fn whole(items: impl IntoIterator<Item = impl Into<T>>) -> Self {
        Self {
            items: items.into_iter().map(Into::into).collect(),
            next: OrNull(None),
        }
    }
}

/// How many to send: 50 unless told, 200 at most.
pub(crate) fn page_limit(asked: Option<u32>) -> usize {
    asked.unwrap_or(50).clamp(1, 200) as usize
}

/// A byline as printed.
#[derive(Clone, Debug, Object)]
pub(crate) struct Byline {
    /// "Jo Example"
    pub(crate) name: String,
    /// `["MA", "LPC"]`, in the order printed.
    pub(crate) letters: Vec<String>,
    /// What this person did for the text under the name; `author` where there is none.
    pub(crate) role: ContributorRole,
    /// "Jo Example, MA, LPC"
    pub(crate) text: String,
}

impl From<content::byline::Byline> for Byline {
    fn from(byline: content::byline::Byline) -> Self {
        Self {
            text: byline.text(),
            role: byline.role.into(),
            name: byline.name,
            letters: byline.letters,
        }
    }
}

/// What somebody did for a text, in the order in which names are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum ContributorRole {
    /// Wrote it.
    #[default]
    Author,
    /// Helped to write it: "with Jo Example".
    With,
    /// Translated it.
    Translator,
    /// Illustrated it.
    Illustrator,
}

impl From<byline::ContributorRole> for ContributorRole {
    fn from(role: byline::ContributorRole) -> Self {
        match role {
            byline::ContributorRole::Author => Self::Author,
            byline::ContributorRole::With => Self::With,
            byline::ContributorRole::Translator => Self::Translator,
            byline::ContributorRole::Illustrator => Self::Illustrator,
        }
    }
}

impl From<ContributorRole> for byline::ContributorRole {
    fn from(role: ContributorRole) -> Self {
        match role {
            ContributorRole::Author => Self::Author,
            ContributorRole::With => Self::With,
            ContributorRole::Translator => Self::Translator,
            ContributorRole::Illustrator => Self::Illustrator,
        }
    }
}

/// A person as screens name them.
#[derive(Clone, Debug, Object)]
pub(crate) struct PersonRef {
    pub(crate) id: Uuid,
    /// The address of the profile.
    pub(crate) slug: String,
    /// Name and letters now.
    pub(crate) byline: Byline,
}

impl From<people::PersonRef> for PersonRef {
    fn from(person: people::PersonRef) -> Self {
        Self {
            id: person.id.0,
            slug: person.slug,
            byline: person.byline.into(),
        }
    }
}

/// A preset of permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Role {
    /// Writes and signs.
    Author,
    /// Reviews, approves, publishes.
    Editor,
    /// An editor who also manages accounts.
    Owner,
}

impl From<accounts::Role> for Role {
    fn from(role: accounts::Role) -> Self {
        match role {
            accounts::Role::Author => Self::Author,
            accounts::Role::Editor => Self::Editor,
            accounts::Role::Owner => Self::Owner,
        }
    }
}

impl From<Role> for accounts::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Author => Self::Author,
            Role::Editor => Self::Editor,
            Role::Owner => Self::Owner,
        }
    }
}

/// No list is longer.
const LAST: u64 = 1 << 40;

/// Where a list goes on.
pub(crate) fn cursor(after: Option<&str>) -> Result<u64, Problem> {
    after.map_or(Ok(0), |text| {
        text.parse()
            .ok()
            .filter(|after| *after <= LAST)
            .ok_or_else(Problem::unknown_place)
    })
}
