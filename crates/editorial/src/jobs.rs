//! Work that a verb leaves to the worker.

use content::ids::LinkId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::letters::Letter;

/// A piece of work, kept in the transaction that asked for it. Doing it twice does no harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Send a letter.
    Mail {
        /// The address.
        to: String,
        /// What it says.
        letter: Letter,
    },
    /// Send a letter with a one-time link. The secret in its address is made when it is sent,
    /// so that nothing kept opens anything.
    MailLink {
        /// The address.
        to: String,
        /// What it says; the address in it ends where the secret goes.
        letter: Letter,
        /// Which link.
        link: LinkId,
    },
    /// Remind somebody whose signature is missing, if it still is.
    Remind {
        /// What they were asked.
        request: Uuid,
        /// The first or the second time.
        number: u8,
    },
}

impl Job {
    /// The word under which the row is kept.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Mail { .. } | Self::MailLink { .. } => "mail",
            Self::Remind { .. } => "remind",
        }
    }
}
