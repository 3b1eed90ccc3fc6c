//! The newest text of an article, on its way to readers.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::serde::rfc3339;

use super::WrongState;
use crate::digest::Digest;
use crate::ids::{PersonId, RevisionId};

/// A text under way, with what is true of it now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Candidate {
    /// Its author is writing.
    Draft,
    /// With the editors; nobody has taken it up.
    Submitted {
        /// The contributor who sent it.
        by: PersonId,
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// An editor is working on it.
    InReview {
        /// The editor who took it up, or whose change brought it back here.
        by: PersonId,
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Waiting for its author.
    ChangesRequested {
        /// The editor who asks.
        by: PersonId,
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
        /// One of the house's reasons.
        reason: String,
        /// In the editor's words.
        message: String,
    },
    /// Frozen and sent to its contributors for signature.
    ProofOut {
        /// The frozen text.
        revision_id: RevisionId,
        /// What an approval names.
        revision_digest: Digest,
        /// The editor who sent it, or the contributor who put own words back.
        by: PersonId,
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Every contributor has signed and a second person has approved.
    Approved {
        /// The frozen text.
        revision_id: RevisionId,
        /// What was approved.
        revision_digest: Digest,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Goes out by itself.
    Scheduled {
        /// The frozen text.
        revision_id: RevisionId,
        /// What was approved.
        revision_digest: Digest,
        /// When it goes out.
        #[serde(with = "rfc3339")]
        due: OffsetDateTime,
        /// Who set the time.
        by: PersonId,
    },
    /// The editors said no. An end.
    Declined {
        /// The editor.
        by: PersonId,
        /// When.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
        /// One of the house's reasons.
        reason: String,
        /// In the editor's words.
        message: String,
    },
}

/// What a candidate leaves behind when it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Released {
    /// The frozen text.
    pub revision_id: RevisionId,
    /// What was signed and approved.
    pub revision_digest: Digest,
}

impl Candidate {
    /// The word stored and sent.
    #[must_use]
    pub const fn state(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted { .. } => "submitted",
            Self::InReview { .. } => "in_review",
            Self::ChangesRequested { .. } => "changes_requested",
            Self::ProofOut { .. } => "proof_out",
            Self::Approved { .. } => "approved",
            Self::Scheduled { .. } => "scheduled",
            Self::Declined { .. } => "declined",
        }
    }

    /// The frozen text, in the states that have one.
    #[must_use]
    pub const fn revision(&self) -> Option<Released> {
        match *self {
            Self::ProofOut {
                revision_id,
                revision_digest,
                ..
            }
            | Self::Approved {
                revision_id,
                revision_digest,
                ..
            }
            | Self::Scheduled {
                revision_id,
                revision_digest,
                ..
            } => Some(Released {
                revision_id,
                revision_digest,
            }),
            _ => None,
        }
    }

    /// A contributor sends it to the editors.
    pub fn submit(self, by: PersonId, at: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::Draft | Self::ChangesRequested { .. } => Ok(Self::Submitted { by, at }),
            other => other.wrong("submit"),
        }
    }

    /// Its author takes it back, which can be done until it is published or declined.
    pub fn recall(self) -> Result<Self, WrongState> {
        match self {
            Self::Submitted { .. }
            | Self::InReview { .. }
            | Self::ChangesRequested { .. }
            | Self::ProofOut { .. }
            | Self::Approved { .. }
            | Self::Scheduled { .. } => Ok(Self::Draft),
            other @ (Self::Draft | Self::Declined { .. }) => other.wrong("recall"),
        }
    }

    /// An editor takes it up.
    pub fn start_review(self, by: PersonId, at: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::Submitted { .. } => Ok(Self::InReview { by, at }),
            other => other.wrong("start_review"),
        }
    }

    /// An editor asks its author to change something.
    pub fn request_changes(
        self,
        by: PersonId,
        at: OffsetDateTime,
        reason: String,
        message: String,
    ) -> Result<Self, WrongState> {
        match self {
            Self::InReview { .. } => Ok(Self::ChangesRequested {
                by,
                at,
                reason,
                message,
            }),
            other => other.wrong("request_changes"),
        }
    }

    /// An editor says no.
    pub fn decline(
        self,
        by: PersonId,
        at: OffsetDateTime,
        reason: String,
        message: String,
    ) -> Result<Self, WrongState> {
        match self {
            Self::Submitted { .. } | Self::InReview { .. } => Ok(Self::Declined {
                by,
                at,
                reason,
                message,
            }),
            other => other.wrong("decline"),
        }
    }

    /// An editor freezes the text and sends it to its contributors.
    pub fn send_proof(
        self,
        revision: Released,
        by: PersonId,
        at: OffsetDateTime,
    ) -> Result<Self, WrongState> {
        match self {
            Self::InReview { .. } => Ok(Self::proof(revision, by, at)),
            other => other.wrong("send_proof"),
        }
    }

    /// A contributor puts own words back, which freezes a new text.
    pub fn put_back(
        self,
        revision: Released,
        by: PersonId,
        at: OffsetDateTime,
    ) -> Result<Self, WrongState> {
        match self {
            Self::ProofOut { .. } => Ok(Self::proof(revision, by, at)),
            other => other.wrong("put_back"),
        }
    }

    /// Every signature and an approval name the present text.
    pub fn all_signed(self, at: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::ProofOut {
                revision_id,
                revision_digest,
                ..
            } => Ok(Self::Approved {
                revision_id,
                revision_digest,
                at,
            }),
            other => other.wrong("all_signed"),
        }
    }

    /// An editor changes the frozen text: it is in review again.
    pub fn edit(self, by: PersonId, at: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::ProofOut { .. } | Self::Approved { .. } => Ok(Self::InReview { by, at }),
            other => other.wrong("edit"),
        }
    }

    /// A contributor says that something is wrong, which can be done until publication.
    pub fn object(self, by: PersonId, at: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::ProofOut { .. } | Self::Approved { .. } | Self::Scheduled { .. } => {
                Ok(Self::InReview { by, at })
            }
            other => other.wrong("object"),
        }
    }

    /// A publisher sets the time at which it goes out.
    pub fn schedule(self, due: OffsetDateTime, by: PersonId) -> Result<Self, WrongState> {
        match self {
            Self::Approved {
                revision_id,
                revision_digest,
                ..
            } => Ok(Self::Scheduled {
                revision_id,
                revision_digest,
                due,
                by,
            }),
            other => other.wrong("schedule"),
        }
    }

    /// A publisher takes the time away; the signatures stand.
    pub fn cancel(self, at: OffsetDateTime) -> Result<Self, WrongState> {
        match self {
            Self::Scheduled {
                revision_id,
                revision_digest,
                ..
            } => Ok(Self::Approved {
                revision_id,
                revision_digest,
                at,
            }),
            other => other.wrong("cancel"),
        }
    }

    /// The text goes to readers and the candidate ends.
    pub fn publish(self) -> Result<Released, WrongState> {
        match self {
            Self::Approved {
                revision_id,
                revision_digest,
                ..
            }
            | Self::Scheduled {
                revision_id,
                revision_digest,
                ..
            } => Ok(Released {
                revision_id,
                revision_digest,
            }),
            other => other.wrong("publish"),
        }
    }

    const fn proof(revision: Released, by: PersonId, at: OffsetDateTime) -> Self {
        let Released {
            revision_id,
            revision_digest,
        } = revision;
        Self::ProofOut {
            revision_id,
            revision_digest,
            by,
            at,
        }
    }

    fn wrong<T>(&self, act: &'static str) -> Result<T, WrongState> {
        Err(WrongState {
            act,
            state: self.state(),
        })
    }
}
