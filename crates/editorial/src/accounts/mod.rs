//! Accounts: who signs in, by password or by a one-time link, and for how long.
//!
//! In the order a person meets them: [`first_run`] or [`invite`] makes a link, [`use_link`]
//! opens the account, [`sign_in`] and [`authenticate`] know it again, [`sign_out`] forgets it.

mod account_view;
mod add_account;
mod authenticate;
mod begin_session;
mod common_passwords;
mod copy_link;
mod disable;
mod email;
mod enable;
mod first_run;
mod invitations;
mod invite;
mod invite_to_write;
mod links;
mod list_accounts;
mod look_at_link;
mod make_first_owner;
mod new_account;
mod open_account;
mod own_account;
mod password;
mod request_link;
mod request_reset;
mod sessions;
mod set_password;
mod set_roles;
mod sign_in;
mod sign_in_with_link;
mod sign_out;
mod throttle;
mod use_link;
mod visitor;
mod withdraw_invitation;

pub use account_view::AccountView;
pub use add_account::{AddedAccount, FirstAccess, add_account};
pub use authenticate::authenticate;
pub use begin_session::NewSession;
pub use copy_link::{CopiedLink, copy_link};
pub use disable::disable;
pub use enable::enable;
pub use first_run::{first_run, has_accounts};
pub use invitations::{InvitationView, Invitations, invitations};
pub use invite::{Invitation, Invited, invite};
pub use invite_to_write::{SentInvitation, invite_to_write};
pub use list_accounts::list_accounts;
pub use look_at_link::{LinkView, look_at_link};
pub use own_account::own_account;
pub use request_link::request_link;
pub use request_reset::request_reset;
pub use sessions::{SessionView, end_session, list_sessions};
pub use set_password::set_password;
pub use set_roles::set_roles;
pub use sign_in::sign_in;
pub use sign_out::sign_out;
pub use withdraw_invitation::withdraw_invitation;

pub(crate) use account_view::view as account_view;
pub use use_link::{LinkUse, use_link};
pub use visitor::Visitor;
