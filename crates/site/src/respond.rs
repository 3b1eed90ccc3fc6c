//! Sending a page: whole, packed, or only the word that it has not changed.

use poem::http::header::{self, HeaderValue};
use poem::http::{HeaderMap, Method, StatusCode};
use poem::{Body, Response};

use crate::headers;
use crate::kept::Kept;

/// The answer to a request for this page.
pub(crate) fn page(kept: &Kept, method: &Method, asked: &HeaderMap) -> Response {
    let (headers, body) = match &kept.packed {
        Some(packed) if accepts_gzip(asked) => packed,
        _ => &kept.plain,
    };
    let mut response = Response::default();
    *response.headers_mut() = headers.clone();
    if kept.status == StatusCode::OK
        && headers.contains_key(header::ETAG)
        && is_known(asked, &kept.tag)
    {
        response.set_status(StatusCode::NOT_MODIFIED);
        for name in [
            header::CONTENT_LENGTH,
            header::CONTENT_TYPE,
            header::CONTENT_ENCODING,
        ] {
            response.headers_mut().remove(name);
        }
        return response;
    }
    response.set_status(kept.status);
    if *method != Method::HEAD {
        response.set_body(Body::from(body.clone()));
    }
    response
}

/// The way to the address that counts.
pub(crate) fn moved(to: &str, base: &HeaderMap) -> Response {
    let mut response = Response::default();
    *response.headers_mut() = base.clone();
    response.set_status(StatusCode::MOVED_PERMANENTLY);
    let cache = HeaderValue::from_static(headers::ASK_AGAIN);
    response.headers_mut().insert(header::CACHE_CONTROL, cache);
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Nothing but reading is done here.
pub(crate) fn wrong_method(base: &HeaderMap) -> Response {
    let mut response = Response::default();
    *response.headers_mut() = base.clone();
    response.set_status(StatusCode::METHOD_NOT_ALLOWED);
    response
        .headers_mut()
        .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}

fn accepts_gzip(asked: &HeaderMap) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|one| {
            let (name, rest) = one.split_once(';').unwrap_or((one, ""));
            let refused = matches!(
                rest.replace(' ', "").as_str(),
                "q=0" | "q=0.0" | "q=0.00" | "q=0.000"
            );
            matches!(name.trim(), "gzip" | "x-gzip") && !refused
        })
}

fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|one| one.trim().trim_start_matches("W/").trim_matches('"'))
        .any(|one| one == "*" || one.strip_suffix("-gz").unwrap_or(one) == tag)
}
