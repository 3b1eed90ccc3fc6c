//! What Countersign writes to people. The words are made where pages are made.

use serde::{Deserialize, Serialize};

/// A letter: the facts, not the words. Subjects never name a topic or a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// Opens an account for the first time.
    Invite {
        /// Whom it greets.
        name: String,
        /// The one-time link.
        url: String,
        /// The last day it works, such as `30 November`.
        until: String,
    },
    /// Signs in without a password.
    SignIn {
        /// The one-time link.
        url: String,
        /// How long it works.
        minutes: u32,
    },
    /// Sets a new password.
    Reset {
        /// The one-time link.
        url: String,
        /// How long it works.
        minutes: u32,
    },
    /// Asks for a signature.
    Proof {
        /// Whom it greets.
        name: String,
        /// How many changes there are to read.
        changes: u32,
        /// The one-time link.
        url: String,
        /// The last day it works.
        until: String,
    },
    /// Tells authors and editors of a step.
    Step {
        /// Whom it greets.
        name: String,
        /// What happened, one plain sentence.
        sentence: String,
        /// The page of the one thing to do, or of the article.
        url: String,
    },
}

/// How a link reaches its person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// The link, to copy; only to those who may hand it over.
    pub url: Option<String>,
    /// Whether a letter is on its way.
    pub mailed: bool,
}
