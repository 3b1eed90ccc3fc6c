//! One-time links: asked for, looked at, used.

use editorial::accounts::{self, LinkUse};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi};
use storage::links;

use crate::body::Body;
use crate::caller::Anyone;
use crate::openapi::Tag;
use crate::problem::Problem;
use crate::session::{SignedInAnswer, begun};
use crate::shapes::Answer;

pub(crate) struct Links;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "LinkPurpose", rename_all = "snake_case")]
enum Purpose {
    /// Signs in.
    SignIn,
    /// Opens an account for the first time.
    Invite,
    /// Sets a new password.
    Reset,
    /// Shows a proof to sign.
    Proof,
    /// Makes the first owner.
    FirstRun,
}

/// What a letter with a link may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum Wish {
    /// To sign in.
    SignIn,
    /// To set a new password.
    Reset,
}

/// Where to send a link.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct LinkRequest {
    email: String,
    /// To sign in, unless told.
    purpose: Option<Wish>,
}

/// What a link is for; used, old and unknown ones are not found.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Link {
    purpose: Purpose,
    /// Always true.
    valid: bool,
    /// Whom it is for.
    name: Option<String>,
    /// The account it opens.
    email: Option<String>,
}

/// What is typed on the page of a link: nothing to sign in, a password for an invitation or a
/// reset, all of it for the first owner.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Typed {
    name: Option<String>,
    /// Such as "MA, LPC".
    letters: Option<String>,
    email: Option<String>,
    password: Option<String>,
}

/// Heard, whatever comes of it.
#[derive(ApiResponse)]
enum Heard {
    /// If there is such an account, a letter is on its way.
    #[oai(status = 202)]
    Accepted,
}

#[OpenApi(tag = "Tag::Links")]
impl Links {
    /// Ask for a link by mail
    ///
    /// Never says whether the account exists.
    #[oai(path = "/links", method = "post")]
    async fn request(&self, by: Anyone, body: Body<LinkRequest>) -> Result<Heard, Problem> {
        match body.0.purpose {
            None | Some(Wish::SignIn) => {
                accounts::request_link(&by.desk, &by.visitor, &body.0.email).await?;
            }
            Some(Wish::Reset) => {
                accounts::request_reset(&by.desk, &by.visitor, &body.0.email).await?;
            }
        }
        Ok(Heard::Accepted)
    }

    /// What a link is for
    ///
    /// Opens nothing: mail programs look at every link.
    #[oai(path = "/links/:token", method = "get")]
    async fn look(&self, by: Anyone, token: Path<String>) -> Answer<Link> {
        let link = accounts::look_at_link(&by.desk, &token.0).await?;
        Ok(Json(Link {
            purpose: match link.purpose {
                links::Purpose::SignIn => Purpose::SignIn,
                links::Purpose::Invite => Purpose::Invite,
                links::Purpose::Reset => Purpose::Reset,
                links::Purpose::Proof => Purpose::Proof,
                links::Purpose::FirstRun => Purpose::FirstRun,
            },
            valid: true,
            name: link.name,
            email: link.email,
        }))
    }

    /// Use a link
    ///
    /// It works once, and signs in. Links to a proof are used at `/sign/{token}`.
    #[oai(path = "/links/:token", method = "post")]
    async fn open(&self, by: Anyone, token: Path<String>, body: Body<Typed>) -> SignedInAnswer {
        let Typed {
            name,
            letters,
            email,
            password,
        } = body.0;
        let typed = LinkUse {
            name,
            letters,
            email,
            password,
        };
        let session = accounts::use_link(&by.desk, &by.visitor, &token.0, &typed).await?;
        begun(&by.desk, &session).await
    }
}
