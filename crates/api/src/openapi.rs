//! All calls on one screen, and their description.

use poem_openapi::{OpenApi, OpenApiService, Tags};

use crate::accounts::Accounts;
use crate::changes::Changes;
use crate::comments::Comments;
use crate::credentials::Credentials;
use crate::desks::Desks;
use crate::documents::Documents;
use crate::drafts::Drafts;
use crate::invitations::Invitations;
use crate::kept::Kept;
use crate::links::Links;
use crate::media::Media;
use crate::people::People;
use crate::presence::Presence;
use crate::previews::Previews;
use crate::public::{Articles, House, Persons, Search};
use crate::publishing::Publishing;
use crate::references::References;
use crate::session::Session;
use crate::sign_links::SignLinks;
use crate::signing::Signing;
use crate::ways_in::WaysIn;

/// What a call is about.
#[derive(Tags)]
pub(crate) enum Tag {
    /// Signing in and out.
    Session,
    /// One-time links.
    Links,
    /// Who may sign in.
    Accounts,
    /// Persons and their profiles.
    People,
    /// Degrees, licences, certifications and memberships, and the checks of them.
    Credentials,
    /// Drafts and lists of articles.
    Writing,
    /// From submitted to public.
    Signing,
    /// What everybody may read.
    Reading,
}

fn calls() -> impl OpenApi {
    (
        (WaysIn, Session, Links, Accounts, People, Credentials),
        (
            Desks,
            Drafts,
            Documents,
            Invitations,
            Kept,
            Changes,
            Comments,
            Presence,
            Media,
            References,
        ),
        (Signing, Publishing, SignLinks, Previews),
        (Articles, Persons, House, Search),
    )
}

/// The calls below `/api/v1`.
pub(crate) fn service() -> OpenApiService<impl OpenApi, ()> {
    OpenApiService::new(calls(), "Countersign", env!("CARGO_PKG_VERSION"))
        .description("The JSON API of Countersign. What holds for every call: docs/api-design.md.")
        .server("/api/v1")
}

/// The description of the API, as OpenAPI in JSON.
#[must_use]
pub fn document() -> String {
    // Two words of the framework's own, as clients that are made from this expect them.
    service()
        .spec()
        .replace("\"naive-date\"", "\"date\"")
        .replace(
            "\"application/json; charset=utf-8\"",
            "\"application/json\"",
        )
        + "\n"
}
