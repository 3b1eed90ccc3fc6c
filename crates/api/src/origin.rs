//! Nothing is changed at the wish of another site.

use poem::http::header;
use poem::{Endpoint, IntoResponse, Request, Response, Result};

use crate::problem::Problem;
use crate::state;

const SEC_FETCH_SITE: &str = "sec-fetch-site";

/// Lets an unsafe request pass only when the browser says that it comes from this site.
///
/// A bearer token cannot be sent by another site without asking, and no cookie counts beside
/// it, so such requests pass.
pub(crate) async fn same_site_only<E: Endpoint>(next: E, request: Request) -> Result<Response> {
    if request.method().is_safe() || has_bearer(&request) || is_same_origin(&request)? {
        next.call(request).await.map(IntoResponse::into_response)
    } else {
        Err(Problem::wrong_origin().into())
    }
}

/// Whether the request carries a bearer token.
pub(crate) fn has_bearer(request: &Request) -> bool {
    request.header(header::AUTHORIZATION).is_some_and(|value| {
        value
            .get(..7)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer "))
    })
}

fn is_same_origin(request: &Request) -> Result<bool, Problem> {
    if let Some(site) = request.headers().get(SEC_FETCH_SITE) {
        return Ok(site == "same-origin");
    }
    let Some(origin) = request.headers().get(header::ORIGIN) else {
        return Ok(false);
    };
    let public = origin_of(&state(request)?.desk.site.public_url);
    Ok(origin
        .to_str()
        .is_ok_and(|origin| public.as_deref() == Some(origin)))
}

/// Scheme, host and port of an address, as browsers write them in `Origin`.
fn origin_of(url: &str) -> Option<String> {
    Some(url::Url::parse(url).ok()?.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        let origin = |url| origin_of(url).unwrap();
        assert_eq!(origin("https://Example.org"), "https://example.org");
        assert_eq!(
            origin("https://example.org:443/journal"),
            "https://example.org"
        );
        assert_eq!(origin("http://127.0.0.1:8080"), "http://127.0.0.1:8080");
        assert_eq!(origin_of("example.org"), None);
    }
}
