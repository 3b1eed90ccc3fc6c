//! All calls on one screen, and their description.

use poem_openapi::{OpenApi, OpenApiService, Tags};

use crate::accounts::Accounts;
use crate::drafts::Drafts;
use crate::links::Links;
use crate::session::Session;
use crate::signing::Signing;

/// What a call is about.
#[derive(Tags)]
pub(crate) enum Tag {
    /// Signing in and out.
    Session,
    /// One-time links.
    Links,
    /// Who may sign in.
    Accounts,
    /// Drafts and lists of articles.
    Writing,
    /// From submitted to public.
    Signing,
}

fn calls() -> impl OpenApi {
    (Session, Links, Accounts, Drafts, Signing)
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
    // The framework's word for a day is its own; the standard's is "date".
    service().spec().replace("\"naive-date\"", "\"date\"") + "\n"
}
