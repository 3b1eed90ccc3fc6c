//! Signing in and out, and where one is signed in.

use content::ids::SessionId;
use editorial::accounts::{self, LinkUse, NewSession, SessionView};
use editorial::{Desk, Refusal};
use poem_openapi::param::Path;
use poem_openapi::payload::{Json, Response};
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::{Anyone, SignedIn, begin_cookie, end_cookie};
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::problem::Problem;
use crate::shapes::{Answer, Done, Nothing, Page, PersonRef, Role};

pub(crate) struct Session;

/// Who is signed in, and where.
#[derive(Object)]
pub(crate) struct SessionFacts {
    account: OwnAccount,
    site: Site,
}

/// The caller's own account.
#[derive(Object)]
struct OwnAccount {
    id: Uuid,
    email: String,
    roles: Vec<Role>,
    person: PersonRef,
}

/// The site one is signed in to.
#[derive(Object)]
struct Site {
    /// As readers know it.
    name: String,
    /// ISO 3166 code in capitals.
    country: String,
    /// Whether letters can be sent; without it links are shown to copy.
    mail: bool,
    /// Where to write to the editors: an e-mail address.
    contact: OrNull<String>,
}

/// Either an address and a password, or the token of a link.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SignIn {
    email: Option<String>,
    password: Option<String>,
    /// From the address of a one-time link.
    token: Option<String>,
}

/// A browser in which the caller is signed in.
#[derive(Object)]
struct Browser {
    id: Uuid,
    started_at: OffsetDateTime,
    /// To the quarter of an hour.
    last_seen_at: OffsetDateTime,
    /// In two words, such as "Firefox on Windows".
    browser: String,
    /// Whether it is the one that asks.
    current: bool,
}

/// A new password.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewPassword {
    /// The present one; may be empty where there is none.
    current: String,
    /// At least 12 characters.
    new: String,
}

/// What signing in answers, with the cookie.
pub(crate) type SignedInAnswer = Result<Response<Json<SessionFacts>>, Problem>;

#[OpenApi(tag = "Tag::Session")]
impl Session {
    /// Who is signed in
    #[oai(path = "/session", method = "get")]
    async fn show(&self, by: SignedIn) -> Answer<SessionFacts> {
        Ok(Json(facts(&by.desk, &by.caller).await?))
    }

    /// Sign in
    ///
    /// With e-mail address and password, or with the token of a one-time link.
    #[oai(path = "/session", method = "post")]
    async fn sign_in(&self, by: Anyone, body: Body<SignIn>) -> SignedInAnswer {
        let session = match body.0 {
            SignIn {
                email: Some(email),
                password: Some(password),
                token: None,
            } => accounts::sign_in(&by.desk, &by.visitor, &email, &password).await?,
            SignIn {
                email: None,
                password: None,
                token: Some(token),
            } => accounts::use_link(&by.desk, &by.visitor, &token, &LinkUse::default()).await?,
            _ => return Err(Problem::bad_request("send email and password, or token")),
        };
        begun(&by.desk, &session).await
    }

    /// Sign out
    #[oai(path = "/session", method = "delete")]
    async fn sign_out(&self, by: SignedIn) -> Result<Response<Nothing>, Problem> {
        accounts::sign_out(&by.desk, &by.caller).await?;
        Ok(Response::new(Nothing::Said).header("set-cookie", end_cookie(&by.desk.site)))
    }

    /// Where the caller is signed in
    #[oai(path = "/sessions", method = "get")]
    async fn list(&self, by: SignedIn) -> Answer<Page<Browser>> {
        Ok(Json(Page::whole(
            accounts::list_sessions(&by.desk, &by.caller).await?,
        )))
    }

    /// Sign out another browser of one's own
    #[oai(path = "/sessions/:id", method = "delete")]
    async fn end(&self, by: SignedIn, id: Path<Uuid>) -> Done {
        accounts::end_session(&by.desk, &by.caller, SessionId(id.0)).await?;
        Ok(Nothing::Said)
    }

    /// Change one's own password
    ///
    /// Other browsers are signed out.
    #[oai(path = "/account/password", method = "put")]
    async fn set_password(&self, by: SignedIn, body: Body<NewPassword>) -> Done {
        let NewPassword { current, new } = body.0;
        accounts::set_password(&by.desk, &by.caller, &by.visitor, &current, &new).await?;
        Ok(Nothing::Said)
    }
}

impl From<SessionView> for Browser {
    fn from(session: SessionView) -> Self {
        Self {
            id: session.id.0,
            started_at: session.started_at,
            last_seen_at: session.last_seen_at,
            browser: session.browser,
            current: session.current,
        }
    }
}

/// Who is signed in by a session that has just begun, with its cookie.
pub(crate) async fn begun(desk: &Desk, session: &NewSession) -> SignedInAnswer {
    let facts = facts(desk, &session.caller).await?;
    let cookie = begin_cookie(&desk.site, session, desk.now());
    Ok(Response::new(Json(facts)).header("set-cookie", cookie))
}

async fn facts(desk: &Desk, caller: &editorial::Caller) -> Result<SessionFacts, Refusal> {
    let account = accounts::own_account(desk, caller).await?;
    Ok(SessionFacts {
        account: OwnAccount {
            id: account.id.0,
            email: account.email,
            roles: account.roles.into_iter().map(Role::from).collect(),
            person: account.person.into(),
        },
        site: Site {
            name: desk.site.name.clone(),
            country: desk.site.country.clone(),
            mail: desk.site.mail,
            contact: desk.site.contact.clone().into(),
        },
    })
}
