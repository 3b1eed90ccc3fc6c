//! The authors' and editors' web app: files that the build put into this program.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{LazyLock, Mutex, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;
use poem::http::{StatusCode, header};
use poem::{Endpoint, Request, Response};
use rust_embed::RustEmbed;

/// What `admin-ui/dist` held when this program was built; read from there while developing.
#[derive(RustEmbed)]
#[folder = "../../admin-ui/dist"]
#[allow_missing = true]
struct Files;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'; frame-src 'self'; manifest-src 'self'";

const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
    <title>Not built</title><h1>The desk was not built</h1>\
    <p>This program was built without its web app for authors and editors. Build it with \
    <code>make</code>, or use the API under <code>/api</code>.</p></html>";

/// Everything below `/admin`. Paths that name no file are screens of the app.
pub(crate) fn routes() -> impl Endpoint<Output = Response> {
    poem::endpoint::make_sync(|request: Request| {
        let path = request.uri().path();
        let Some(name) = path.strip_prefix("/admin/") else {
            return Response::builder()
                .status(StatusCode::PERMANENT_REDIRECT)
                .header(header::LOCATION, "/admin/")
                .finish();
        };
        if name.starts_with("assets/") || (!name.is_empty() && Files::get(name).is_some()) {
            return file(name, &request);
        }
        index()
    })
}

/// A file of the app. Those in `assets` have their content in their name and never change.
fn file(name: &str, request: &Request) -> Response {
    let Some(file) = Files::get(name) else {
        return answer("text/plain; charset=utf-8", "no-store")
            .status(StatusCode::NOT_FOUND)
            .body("not found\n");
    };
    let cache = if name.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let response = answer(kind(name), cache).header(header::VARY, "accept-encoding");
    if is_text(name) && takes_gzip(request) {
        return response
            .header(header::CONTENT_ENCODING, "gzip")
            .body(packed(name, &file.data));
    }
    response.body(file.data.into_owned())
}

fn index() -> Response {
    let response = answer("text/html; charset=utf-8", "no-store");
    match Files::get("index.html") {
        Some(page) => response.body(page.data.into_owned()),
        None => response.status(StatusCode::NOT_FOUND).body(NOT_BUILT),
    }
}

fn answer(kind: &'static str, cache: &'static str) -> poem::ResponseBuilder {
    Response::builder()
        .content_type(kind)
        .header(header::CACHE_CONTROL, cache)
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer")
}

fn takes_gzip(request: &Request) -> bool {
    request
        .header(header::ACCEPT_ENCODING)
        .is_some_and(|all| all.split(',').any(|one| one.trim().starts_with("gzip")))
}

/// Packed once, and kept for as long as the process runs.
fn packed(name: &str, data: &[u8]) -> Vec<u8> {
    static KEPT: LazyLock<Mutex<HashMap<String, Vec<u8>>>> = LazyLock::new(Mutex::default);
    let pack = || {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::new(7));
        // Writing to memory does not fail.
        let _ = encoder.write_all(data);
        encoder.finish().unwrap_or_default()
    };
    if cfg!(debug_assertions) {
        return pack();
    }
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.entry(name.to_owned()).or_insert_with(pack).clone()
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn is_text(name: &str) -> bool {
    matches!(
        ending(name),
        "js" | "css" | "html" | "svg" | "json" | "webmanifest" | "map" | "txt"
    )
}

fn kind(name: &str) -> &'static str {
    match ending(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
