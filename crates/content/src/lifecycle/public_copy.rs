//! What readers have of an article.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::serde::rfc3339;

use super::WrongState;
use crate::ids::PublicationId;
use crate::publication::Standing;

/// The public copy of an article, with what is true of it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PublicCopy {
    /// It was never public.
    Unpublished,
    /// Readers read it.
    Live {
        /// What they read.
        publication_id: PublicationId,
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
    },
    /// Readers read it under a grave notice.
    UnderConcern {
        /// What they read.
        publication_id: PublicationId,
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
        /// What the notice says, in words for readers.
        reason: String,
    },
    /// A page with the reason stands in its place (410).
    Withdrawn {
        /// What they read before.
        publication_id: PublicationId,
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
        /// In words for readers.
        reason: String,
    },
    /// Its page says that nobody should rely on it (200).
    Retracted {
        /// What was retracted.
        publication_id: PublicationId,
        /// Since when.
        #[serde(with = "rfc3339")]
        since: OffsetDateTime,
        /// In words for readers.
        reason: String,
        /// Whether the text can still be read.
        body: BodyAfterRetraction,
    },
}

/// Whether a retracted text can still be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyAfterRetraction {
    /// Under its banner, for the record.
    BodyKept,
    /// It would do harm or breaks the law.
    Withheld,
}

impl PublicCopy {
    /// The word stored and sent.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match self {
            Self::Unpublished => "unpublished",
            Self::Live { .. } => "live",
            Self::UnderConcern { .. } => "under_concern",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Retracted { .. } => "retracted",
        }
    }

    /// The publication in question; none before the first.
    #[must_use]
    pub const fn publication_id(&self) -> Option<PublicationId> {
        match *self {
            Self::Unpublished => None,
            Self::Live { publication_id, .. }
            | Self::UnderConcern { publication_id, .. }
            | Self::Withdrawn { publication_id, .. }
            | Self::Retracted { publication_id, .. } => Some(publication_id),
        }
    }

    /// How readers meet it; `None` where they do not.
    #[must_use]
    pub const fn standing(&self) -> Option<Standing> {
        match self {
            Self::Unpublished | Self::Withdrawn { .. } => None,
            Self::Live { .. } => Some(Standing::Live),
            Self::UnderConcern { .. } => Some(Standing::UnderConcern),
            Self::Retracted { .. } => Some(Standing::Retracted),
        }
    }

    /// Gives readers a text: the first, a successor, or one after a withdrawal.
    pub fn publish(
        self,
        publication_id: PublicationId,
        since: OffsetDateTime,
    ) -> Result<Self, WrongState> {
        match self {
            Self::Unpublished | Self::Live { .. } | Self::Withdrawn { .. } => Ok(Self::Live {
                publication_id,
                since,
            }),
            other => other.wrong("publish"),
        }
    }

    /// Takes it off the site.
    pub fn withdraw(self, since: OffsetDateTime, reason: String) -> Result<Self, WrongState> {
        match self {
            Self::Live { publication_id, .. }
            | Self::UnderConcern { publication_id, .. }
            | Self::Retracted { publication_id, .. } => Ok(Self::Withdrawn {
                publication_id,
                since,
                reason,
            }),
            other => other.wrong("withdraw"),
        }
    }

    /// Tells readers that it is under investigation.
    pub fn concern(self, since: OffsetDateTime, reason: String) -> Result<Self, WrongState> {
        match self {
            Self::Live { publication_id, .. } => Ok(Self::UnderConcern {
                publication_id,
                since,
                reason,
            }),
            other => other.wrong("concern"),
        }
    }

    /// Ends an investigation that found nothing wrong.
    pub fn clear(self, since: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::UnderConcern { publication_id, .. } => Ok(Self::Live {
                publication_id,
                since,
            }),
            other => other.wrong("clear"),
        }
    }

    /// Tells readers not to rely on it.
    pub fn retract(
        self,
        since: OffsetDateTime,
        reason: String,
        body: BodyAfterRetraction,
    ) -> Result<Self, WrongState> {
        match self {
            Self::Live { publication_id, .. } | Self::UnderConcern { publication_id, .. } => {
                Ok(Self::Retracted {
                    publication_id,
                    since,
                    reason,
                    body,
                })
            }
            other => other.wrong("retract"),
        }
    }

    fn wrong<T>(&self, act: &'static str) -> Result<T, WrongState> {
        Err(WrongState {
            act,
            state: self.state(),
        })
    }
}
