//! A page as it is kept: both bodies and all headers ready, so that sending it is a copy.

use bytes::Bytes;
use content::digest::Digest;
use poem::http::header::{self, HeaderValue};
use poem::http::{HeaderMap, StatusCode};

use crate::compress;
use crate::headers;

/// A page that was made but not packed.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) status: StatusCode,
    pub(crate) content_type: &'static str,
    pub(crate) cache: &'static str,
    pub(crate) body: Bytes,
    /// Search engines may list it.
    pub(crate) listed: bool,
}

impl Made {
    /// A page for readers.
    pub(crate) fn html(page: String) -> Self {
        Self::text("text/html; charset=utf-8", page)
    }

    /// Any text.
    pub(crate) fn text(content_type: &'static str, text: String) -> Self {
        Self {
            status: StatusCode::OK,
            content_type,
            cache: headers::ASK_AGAIN,
            body: text.into(),
            listed: true,
        }
    }

    /// With another status; such pages are not listed.
    pub(crate) fn with_status(self, status: StatusCode) -> Self {
        Self {
            status,
            listed: false,
            ..self
        }
    }
}

/// A page ready to be sent.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) status: StatusCode,
    /// Without quotes.
    pub(crate) tag: String,
    pub(crate) plain: (HeaderMap, Bytes),
    pub(crate) packed: Option<(HeaderMap, Bytes)>,
}

impl Kept {
    /// Packs a page and writes its headers.
    pub(crate) fn new(made: Made, base: &HeaderMap, level: u32) -> Self {
        let Made {
            status,
            content_type,
            cache,
            body,
            listed,
        } = made;
        let hash = Digest::of(&body).to_string();
        let tag = hash[..20].to_owned();
        let mut common = base.clone();
        common.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        common.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        if !listed {
            common.insert("x-robots-tag", HeaderValue::from_static("noindex"));
        }
        let is_text = !content_type.starts_with("image/jpeg");
        if is_text {
            common.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        let packed = if is_text {
            compress::gzip(&body, level)
        } else {
            None
        };
        let with = |body: Bytes, suffix: &str| {
            let mut headers = common.clone();
            if cache != headers::NO_STORE
                && let Ok(value) = HeaderValue::from_str(&format!("\"{tag}{suffix}\""))
            {
                headers.insert(header::ETAG, value);
            }
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
            (headers, body)
        };
        let packed = packed.map(|body| {
            let (mut headers, body) = with(body, "-gz");
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            (headers, body)
        });
        Self {
            status,
            plain: with(body, ""),
            packed,
            tag,
        }
    }

    /// What it takes of memory, roughly.
    pub(crate) fn weight(&self) -> u32 {
        /// Two maps of headers, the key and the cache's own records.
        const REST: usize = 4_096;
        let packed = self.packed.as_ref().map_or(0, |(_, body)| body.len());
        u32::try_from(self.plain.1.len() + packed + REST).unwrap_or(u32::MAX)
    }
}
