//! What may happen next: two small machines, since an article is often live while its
//! successor is in review.
//!
//! [`Candidate`] is the newest text under way, [`PublicCopy`] what readers have. States carry
//! their facts; acts consume a state and return the next, or say that they do not fit.
//! Who may do an act is asked elsewhere: wrong state and not allowed are different answers.

mod candidate;
mod public_copy;
#[cfg(test)]
mod tests;

pub use candidate::{Candidate, Released};
pub use public_copy::{BodyAfterRetraction, PublicCopy};

/// An act that does not fit the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot {act}: the article is {state}")]
pub struct WrongState {
    /// The act, as its method is called.
    pub act: &'static str,
    /// The state as stored and sent.
    pub state: &'static str,
}
