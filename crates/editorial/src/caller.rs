//! Who asks.

use content::ids::{AccountId, ArticleId, LinkId, PersonId, SessionId};
use storage::Transaction;
use storage::accounts::{self, Role};

use crate::Refusal;

/// Who asks, through which door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A signed-in account.
    Account(SignedIn),
    /// Somebody with a one-time link to one proof.
    Link {
        /// The link.
        link: LinkId,
        /// The person it was made for.
        person: PersonId,
        /// The article whose proof it shows.
        article: ArticleId,
    },
    /// The operator at the command line.
    Operator,
    /// Work that fell due.
    Clock,
}

/// A signed-in account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The account.
    pub account: AccountId,
    /// Its person, merged persons counted as one.
    pub person: PersonId,
    /// What it may.
    pub roles: Vec<Role>,
    /// The browser.
    pub session: SessionId,
    /// The link by which the session began, or by which the password was set that began it: who
    /// was shown it may be the one who asks.
    pub link: Option<LinkId>,
}

impl Caller {
    /// The person who asks, where there is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Account(signed_in) => Some(signed_in.person),
            Self::Link { person, .. } => Some(*person),
            Self::Operator | Self::Clock => None,
        }
    }

    /// The account, where there is one.
    #[must_use]
    pub const fn account(&self) -> Option<AccountId> {
        match self {
            Self::Account(signed_in) => Some(signed_in.account),
            Self::Link { .. } | Self::Operator | Self::Clock => None,
        }
    }

    /// Whether the caller holds a role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        matches!(self, Self::Account(signed_in) if signed_in.roles.contains(&role))
    }

    /// Whether the caller works at the editors' desk.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.is(Role::Editor) || self.is(Role::Owner)
    }

    /// The signed-in account, or a refusal: nothing else signs, approves or publishes.
    pub(crate) const fn signed_in(&self) -> Result<&SignedIn, Refusal> {
        match self {
            Self::Account(signed_in) => Ok(signed_in),
            Self::Link { .. } | Self::Operator | Self::Clock => Err(Refusal::SignedOut),
        }
    }

    /// Refuses a caller whose account was disabled, or may less, since they were let in: what they
    /// send can take a while to arrive.
    pub(crate) async fn still_may(&self, tx: &Transaction) -> Result<(), Refusal> {
        let Self::Account(signed_in) = self else {
            return Ok(());
        };
        let account = accounts::find(tx, signed_in.account)
            .await?
            .filter(|account| account.disabled_at.is_none())
            .ok_or(Refusal::SignedOut)?;
        if signed_in
            .roles
            .iter()
            .all(|role| account.roles.contains(role))
        {
            return Ok(());
        }
        Err(Refusal::NotAllowed(
            "An owner has just changed what you may do here. Nothing was done. Load the page \
             again."
                .to_owned(),
        ))
    }

    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Account(_) => "account",
            Self::Link { .. } => "link",
            Self::Operator => "operator",
            Self::Clock => "clock",
        }
    }
}
