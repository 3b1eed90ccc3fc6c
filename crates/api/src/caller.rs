//! Who asks: the cookie, and what calls are given.

use editorial::accounts::{NewSession, Visitor, authenticate};
use editorial::{Caller, Desk, Refusal, SiteFacts};
use poem::http::header;
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaSecurityScheme, Registry};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use time::OffsetDateTime;

use crate::client::visitor;
use crate::origin::has_bearer;
use crate::problem::Problem;
use crate::state;

const COOKIE: &str = "countersign_session";

/// A call by somebody who is signed in; without a session it is answered with 401.
pub(crate) struct SignedIn {
    /// What verbs need.
    pub(crate) desk: Desk,
    /// Who asks.
    pub(crate) caller: Caller,
    /// From where.
    pub(crate) visitor: Visitor,
}

/// A call by anyone.
pub(crate) struct Anyone {
    /// What verbs need.
    pub(crate) desk: Desk,
    /// From where.
    pub(crate) visitor: Visitor,
}

impl<'a> ApiExtractor<'a> for SignedIn {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];
    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme(
            "session",
            MetaSecurityScheme {
                ty: "apiKey",
                description: Some("The cookie that signing in sets."),
                name: Some(COOKIE),
                key_in: Some("cookie"),
                scheme: None,
                bearer_format: None,
                flows: None,
                openid_connect_url: None,
            },
        );
    }

    fn security_schemes() -> Vec<&'static str> {
        vec!["session"]
    }

    async fn from_request(
        request: &'a Request,
        _: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let desk = state(request)?.desk.clone();
        let token = session_token(request).ok_or(Refusal::SignedOut);
        let caller = match token {
            Ok(token) => authenticate(&desk, token).await,
            Err(refusal) => Err(refusal),
        };
        let caller = caller.map_err(Problem::from)?;
        Ok(Self {
            desk,
            caller,
            visitor: visitor(request),
        })
    }
}

impl<'a> FromRequest<'a> for Anyone {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        Ok(Self {
            desk: state(request)?.desk.clone(),
            visitor: visitor(request),
        })
    }
}

/// The token in the cookie. Beside a bearer token no cookie counts.
fn session_token(request: &Request) -> Option<&str> {
    if has_bearer(request) {
        return None;
    }
    request
        .headers()
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, token)| token)
}

/// The `Set-Cookie` that begins a session.
pub(crate) fn begin_cookie(site: &SiteFacts, session: &NewSession, now: OffsetDateTime) -> String {
    let age = (session.expires_at - now).whole_seconds();
    cookie(site, &session.token, age)
}

/// The `Set-Cookie` that ends one.
pub(crate) fn end_cookie(site: &SiteFacts) -> String {
    cookie(site, "", 0)
}

fn cookie(site: &SiteFacts, token: &str, age: i64) -> String {
    let secure = if site.public_url.starts_with("https:") {
        "; Secure"
    } else {
        ""
    };
    format!("{COOKIE}={token}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}
