//! Why a verb did nothing. Every sentence is written for the person at the screen.

use std::time::Duration;

use checks::Finding;
use content::draft::FieldError;
use content::image::Image;
use content::lifecycle::WrongState;
use content::reference::Reference;
use serde::Serialize;
use storage::{MediaError, StorageError};
use time::OffsetDateTime;
use word::Unreadable;

/// The present text, given with a refused save, so that both are at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CurrentText {
    /// The version stored.
    pub version: i64,
    /// When it was saved.
    #[serde(with = "time::serde::rfc3339::option")]
    pub saved_at: Option<OffsetDateTime>,
    /// Who saved it.
    pub saved_by: Option<String>,
    /// Whether that was the caller, in another window or on another device.
    pub saved_by_caller: bool,
    /// The title, of a head.
    pub title: Option<String>,
    /// The summary, of a head.
    pub summary: Option<String>,
    /// The question, of a head.
    pub question: Option<String>,
    /// The text, of a section.
    pub body_html: Option<String>,
    /// What is said of its images, of a section.
    pub images: Option<Vec<Image>>,
    /// The works it rests on, of a section.
    pub references: Option<Vec<Reference>>,
}

/// Why a verb did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in.
    #[error("You are signed out. Sign in and try again; nothing is lost.")]
    SignedOut,
    /// Whoever asks may not.
    #[error("{0}")]
    NotAllowed(String),
    /// Nothing is there, or nothing that whoever asks may know of.
    #[error("We could not find that. It may have been removed.")]
    NotFound,
    /// A link that is old, altered, used up or unknown.
    #[error("This link does not open anything. It may be too old, or the mail program cut it.")]
    NoSuchLink,
    /// A save was based on another version.
    #[error("{} changed this. Both texts are kept.", if .0.saved_by_caller { "You have meanwhile" } else { "Someone else" })]
    Stale(Box<CurrentText>),
    /// A signature was meant for another text.
    #[error(
        "The text changed since you opened it. You have not signed anything. Read what changed, then decide."
    )]
    StaleDigest,
    /// Something is missing before this act.
    #[error("{}", first(.0))]
    FailedChecks(Vec<Finding>),
    /// Not in this state.
    #[error("{0}")]
    WrongState(String),
    /// Signed before.
    #[error("You have already signed.")]
    AlreadySigned(OffsetDateTime),
    /// It would contradict something that exists.
    #[error("{0}")]
    Conflict(String),
    /// A field is wrong.
    #[error("{}", first_field(.0))]
    Invalid(Vec<FieldError>),
    /// E-mail address and password do not fit; says no more, so that nothing can be learned.
    #[error("Wrong e-mail address or password.")]
    WrongCredentials,
    /// Tried too often.
    #[error("Too many tries. Please wait {} minutes, then try again.", .0.as_secs().div_ceil(60).max(1))]
    TooManyTries(Duration),
    /// Over a limit.
    #[error("{0}")]
    TooLarge(String),
    /// A document cannot be read; nothing was changed.
    #[error("{0}")]
    Unreadable(Unreadable),
    /// The database failed; the sentence tells nothing of it.
    #[error("Something went wrong on our side. Nothing was changed. Please try again.")]
    Storage(#[source] StorageError),
}

fn first(findings: &[Finding]) -> String {
    findings
        .first()
        .map_or_else(String::new, |finding| finding.detail.clone())
}

fn first_field(errors: &[FieldError]) -> String {
    errors
        .first()
        .map_or_else(String::new, |error| error.detail.clone())
}

impl Refusal {
    /// One field is wrong.
    #[must_use]
    pub fn field(field: &str, code: &'static str, detail: &str) -> Self {
        Self::Invalid(vec![FieldError {
            field: field.to_owned(),
            code,
            detail: detail.to_owned(),
        }])
    }
}

impl From<StorageError> for Refusal {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<MediaError> for Refusal {
    fn from(error: MediaError) -> Self {
        Self::Storage(error.into())
    }
}

impl From<WrongState> for Refusal {
    fn from(error: WrongState) -> Self {
        let now = match error.state {
            "none" => "there is no text under way",
            "draft" => "it is a draft",
            "submitted" => "it is with the editors",
            "in_review" => "it is in review",
            "changes_requested" => "its authors were asked for changes",
            "proof_out" => "it is out for signature",
            "approved" => "it is approved",
            "scheduled" => "it is scheduled",
            "declined" => "it was declined",
            "live" => "it is live",
            "withdrawn" => "it was taken off the site",
            "unpublished" => "it was never published",
            "retracted" => "it was retracted",
            other => other,
        };
        Self::WrongState(format!("That is not possible now: {now}."))
    }
}
