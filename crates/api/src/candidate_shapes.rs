//! The text under way and what readers have, as screens show them.

use content::lifecycle;
use editorial::signing::{self, OpenAct};
use poem_openapi::{Enum, Object};
use storage::publications::StoredPublicCopy;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::or_null::OrNull;
use crate::publishing::Class;
use crate::shapes::PersonRef;

/// The states of a text under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum CandidateState {
    Draft,
    Submitted,
    InReview,
    ChangesRequested,
    ProofOut,
    Approved,
    Scheduled,
    Declined,
}

/// The text under way.
#[derive(Clone, Debug, Object)]
pub(crate) struct Candidate {
    state: CandidateState,
    since: OrNull<OffsetDateTime>,
    /// Who brought it there.
    by: OrNull<PersonRef>,
    /// Of a request for changes or a no.
    reason: OrNull<String>,
    /// In the editor's words.
    message: OrNull<String>,
    /// The frozen text.
    revision_id: OrNull<Uuid>,
    /// What an approval names.
    digest: OrNull<String>,
    /// Eight signs of it.
    fingerprint: OrNull<String>,
}

impl Candidate {
    pub(crate) fn new(
        candidate: &lifecycle::Candidate,
        since: Option<OffsetDateTime>,
        by: Option<editorial::people::PersonRef>,
    ) -> Self {
        use lifecycle::Candidate as C;
        let state = match candidate {
            C::Draft => CandidateState::Draft,
            C::Submitted { .. } => CandidateState::Submitted,
            C::InReview { .. } => CandidateState::InReview,
            C::ChangesRequested { .. } => CandidateState::ChangesRequested,
            C::ProofOut { .. } => CandidateState::ProofOut,
            C::Approved { .. } => CandidateState::Approved,
            C::Scheduled { .. } => CandidateState::Scheduled,
            C::Declined { .. } => CandidateState::Declined,
        };
        let (reason, message) = match candidate {
            C::ChangesRequested {
                reason, message, ..
            }
            | C::Declined {
                reason, message, ..
            } => (Some(reason.clone()), Some(message.clone())),
            _ => (None, None),
        };
        let released = candidate.revision();
        Self {
            state,
            since: since.into(),
            by: by.map(PersonRef::from).into(),
            reason: reason.into(),
            message: message.into(),
            revision_id: released.map(|one| one.revision_id.0).into(),
            digest: released.map(|one| one.revision_digest.to_string()).into(),
            fingerprint: released.map(|one| one.revision_digest.fingerprint()).into(),
        }
    }
}

/// The states of what readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum PublicState {
    Unpublished,
    Live,
    UnderConcern,
    Withdrawn,
    Retracted,
}

/// What readers have.
#[derive(Clone, Debug, Object)]
pub(crate) struct PublicCopy {
    state: PublicState,
    since: OrNull<OffsetDateTime>,
    /// Path of its page; none once it was erased.
    url: OrNull<String>,
    /// Printed for readers when withdrawn or retracted; none once it was erased.
    reason: OrNull<String>,
}

impl PublicCopy {
    pub(crate) fn new(copy: Option<StoredPublicCopy>, erased_at: Option<OffsetDateTime>) -> Self {
        use lifecycle::PublicCopy as P;
        let Some(copy) = copy else {
            // Desks tell what was erased by a copy that is gone and has no address. What was
            // erased before any reader had it is no draft either.
            let state = if erased_at.is_some() {
                PublicState::Withdrawn
            } else {
                PublicState::Unpublished
            };
            return Self {
                state,
                since: OrNull(erased_at),
                url: OrNull(None),
                reason: OrNull(None),
            };
        };
        let state = match copy.state {
            P::Unpublished => PublicState::Unpublished,
            P::Live { .. } => PublicState::Live,
            P::UnderConcern { .. } => PublicState::UnderConcern,
            P::Withdrawn { .. } => PublicState::Withdrawn,
            P::Retracted { .. } => PublicState::Retracted,
        };
        // An erased copy has neither its title nor its address any more, and readers are told nothing.
        let is_erased = copy.title.is_none();
        Self {
            state,
            since: OrNull(Some(copy.since)),
            url: OrNull((!is_erased).then(|| format!("/articles/{}", copy.slug))),
            reason: copy.reason.filter(|_| !is_erased).into(),
        }
    }
}

/// Acts that take two persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum JointKind {
    Withdraw,
    Erase,
    Amend,
}

/// What waits for a second person, with all that they need to decide.
#[derive(Clone, Debug, Object)]
pub(crate) struct JointAct {
    /// What `confirm` names.
    id: Uuid,
    act: JointKind,
    /// Who asked, or did it in an emergency.
    asked_by: PersonRef,
    asked_at: OffsetDateTime,
    /// Of a withdrawal, as it is printed for readers; of an erasure, for the record.
    reason: OrNull<String>,
    /// Of an amendment.
    class: OrNull<Class>,
    /// The text of an amendment, which its second person signs.
    digest: OrNull<String>,
    /// Whether it was done already, by one person because it could not wait.
    emergency: bool,
}

impl From<OpenAct> for JointAct {
    fn from(open: OpenAct) -> Self {
        Self {
            id: open.id,
            act: match open.act {
                signing::JointKind::Withdraw => JointKind::Withdraw,
                signing::JointKind::Erase => JointKind::Erase,
                signing::JointKind::Amend => JointKind::Amend,
            },
            asked_by: open.asked_by.into(),
            asked_at: open.asked_at,
            reason: open.reason.into(),
            class: open.class.map(Class::from).into(),
            digest: open.digest.map(|digest| digest.to_string()).into(),
            emergency: open.emergency,
        }
    }
}
