//! One line for each request, and nothing in it of who asked: method, place, status, bytes,
//! milliseconds. No address, no referrer, no browser, no query, and no secret of a link.

use std::time::Instant;

use hyper::body::Body;
use poem::http::{Method, Response, StatusCode};

/// Whether and how requests are logged.
#[derive(Clone, Copy, Debug)]
pub struct AccessLog {
    is_on: bool,
}

/// A request under way.
pub(crate) struct Line(Option<Begun>);

struct Begun {
    method: Method,
    place: String,
    at: Instant,
}

impl AccessLog {
    /// A log that is on or off.
    #[must_use]
    pub const fn new(is_on: bool) -> Self {
        Self { is_on }
    }

    pub(crate) fn begin(self, method: &Method, path: &str) -> Line {
        Line(self.is_on.then(|| Begun {
            method: method.clone(),
            place: place(path),
            at: Instant::now(),
        }))
    }
}

impl Line {
    pub(crate) fn end<B: Body>(self, response: &Response<B>) {
        let Some(Begun { method, place, at }) = self.0 else {
            return;
        };
        let status = response.status();
        // What stands in a wrong address may be anything, such as the words of a reader.
        let place = if status == StatusCode::NOT_FOUND {
            "-"
        } else {
            place.as_str()
        };
        let bytes = response.body().size_hint().exact().unwrap_or_default();
        let ms = at.elapsed().as_millis();
        tracing::info!(target: "access", "{method} {place} {} {bytes} {ms}", status.as_u16());
    }
}

/// Places below which the rest of a path is a secret or of no use to the operator.
const CUT: &[&str] = &[
    "/search",
    "/api/v1/search",
    "/api/v1/links",
    "/api/v1/sign",
    "/api/v1/preview",
];

/// The path as it may be logged.
fn place(path: &str) -> String {
    if path.starts_with("/admin/") && !path.starts_with("/admin/assets/") {
        return "/admin/…".to_owned();
    }
    let below = |start: &&&str| {
        path.strip_prefix(**start)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    match CUT.iter().find(below) {
        Some(start) => format!("{start}/…"),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_words_of_readers_are_cut_off() {
        for (path, logged) in [
            ("/articles/a-walk", "/articles/a-walk"),
            ("/search", "/search"),
            ("/search/he-hits-me", "/search/…"),
            ("/api/v1/links/s3cret", "/api/v1/links/…"),
            ("/api/v1/sign/s3cret/object", "/api/v1/sign/…"),
            ("/api/v1/session", "/api/v1/session"),
            ("/api/v1/preview/s3cret/page", "/api/v1/preview/…"),
            (
                "/api/v1/preview/s3cret/media/a/800.webp",
                "/api/v1/preview/…",
            ),
            ("/api/v1/articles/1/previews", "/api/v1/articles/1/previews"),
            ("/admin/sign/s3cret", "/admin/…"),
            ("/admin/preview/s3cret", "/admin/…"),
            ("/admin/assets/index-1.js", "/admin/assets/index-1.js"),
        ] {
            assert_eq!(place(path), logged);
        }
    }
}
