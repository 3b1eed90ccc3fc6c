//! What every answer of the reader site tells the browser to do and not to do.

use poem::http::HeaderMap;
use poem::http::header::{self, HeaderName, HeaderValue};

/// Nothing from elsewhere, nothing inline, no frames.
#[must_use]
pub const fn content_policy() -> &'static str {
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
}

const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

/// Kept for a year: its address changes with its content.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Asked for again each time, by its tag.
pub(crate) const ASK_AGAIN: &str = "no-cache";
/// Left nowhere.
pub(crate) const NO_STORE: &str = "no-store";

/// The headers that stand on every answer.
pub(crate) fn base(public_url: &str) -> HeaderMap {
    let mut all = HeaderMap::with_capacity(16);
    let fixed: [(HeaderName, &'static str); 7] = [
        (header::CONTENT_SECURITY_POLICY, content_policy()),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ];
    for (name, value) in fixed {
        all.insert(name, HeaderValue::from_static(value));
    }
    if public_url.starts_with("https://") {
        all.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    all
}
