//! What is true of an article, with no machine attached: no async, no input or output.
//!
//! The rooms, in the order a text passes through them:
//! [`person`] and [`byline`] say whose words they are, [`draft`] holds what is typed,
//! [`clean_html`] makes the one kind of HTML that may be stored, [`revision`] freezes it,
//! [`digest`] names it, [`changes`] shows what is new in it, [`lifecycle`] says what may
//! happen next, [`publication`] is what readers are given.

pub mod article;
pub mod byline;
pub mod changes;
pub mod clean_html;
pub mod credential;
pub mod crisis;
pub mod declaration;
pub mod digest;
pub mod disclaimer;
pub mod draft;
pub mod help;
pub mod ids;
pub mod image;
pub mod image_sizes;
pub mod intake;
pub mod lifecycle;
pub mod notice;
pub mod npi;
pub mod old_path;
pub mod person;
pub mod public;
pub mod publication;
pub mod reference;
pub mod revision;
pub mod seed;
pub mod signature;
pub mod slug;
pub mod topic;
