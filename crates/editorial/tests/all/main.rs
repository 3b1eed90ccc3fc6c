//! The verbs on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod accounts;
mod amending;
mod answers;
mod beside;
mod changes;
mod comments;
mod for_author;
mod hands;
mod importing;
mod intake;
mod inviting;
mod kept;
mod links;
mod meanwhile;
mod newsroom;
mod people;
mod permanence;
mod presence;
mod previewing;
mod publishing;
mod reading;
mod reminding;
mod roles;
mod schema;
mod signing;
mod transitions;
mod withdrawing;
mod writing;
