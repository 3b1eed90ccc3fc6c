//! Names of things. Each is its own type, so that one cannot be handed over for another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

id! {
    /// Someone with a byline; may have no account.
    PersonId
    /// Someone who signs in; belongs to one person.
    AccountId
    /// One degree, licence, certification or membership of one person.
    CredentialId
    /// One check of one credential against a source.
    VerificationId
    /// An article for as long as it exists, whatever its text.
    ArticleId
    /// One part of an article with its own contributors.
    SectionId
    /// A frozen text.
    RevisionId
    /// A contributor's signature on a section digest.
    AttestationId
    /// An editor's or clinical reviewer's signature on a revision digest.
    ApprovalId
    /// A revision made public.
    PublicationId
    /// One version of one disclaimer.
    DisclaimerId
    /// A public correction, clarification, amendment, concern or retraction.
    NoticeId
    /// One service of the help directory.
    HelpEntryId
    /// A save as the client names it, so that a retry is recognised.
    SaveId
    /// Earlier words of a draft.
    KeptTextId
    /// A comment beside a text, or an answer to one.
    CommentId
    /// A one-time link.
    LinkId
    /// A signed-in browser.
    SessionId
    /// A piece of work for later.
    JobId
}

/// A topic's lasting number, such as `5.1`; groups have one number, such as `5`.
///
/// Labels and slugs change, this does not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TopicId(pub String);

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
