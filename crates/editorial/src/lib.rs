//! The verbs: one public function, one file each.
//!
//! A verb takes a [`Desk`] and a [`Caller`] and reads top to bottom: load · may this caller? ·
//! is it the one they mean? · do the checks hold now? · the lifecycle gives the new state ·
//! write · audit · jobs · site version · commit. Whatever is refused is a [`Refusal`].
//! HTTP, the command line and the worker all come through here, so that no door forgets a rule.

mod caller;
mod clock;
mod desk;
mod hands;
mod jobs;
mod letters;
mod permissions;
mod record;
mod refusal;
#[cfg(feature = "testing")]
pub mod testing;
mod tokens;

pub mod accounts;
pub mod comments;
pub mod importing;
pub mod intake;
pub mod media;
pub mod people;
pub mod previews;
pub mod signing;
pub mod writing;

pub use caller::{Caller, SignedIn};
pub use clock::{Clock, SystemClock};
pub use desk::{Desk, SiteFacts};
pub use jobs::Job;
pub use letters::{Delivery, Letter, Nudge, unsealed};
pub use permissions::{Act, Relation};
pub use refusal::{CurrentText, Refusal};
