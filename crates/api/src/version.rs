//! The version that a save was based on, from `If-Match`.

use poem::http::{StatusCode, header};
use poem::{FromRequest, Request, RequestBody, Result};

use crate::problem::Problem;

/// The number in `If-Match: "n"`.
pub(crate) struct BasedOn(pub(crate) i64);

impl<'a> FromRequest<'a> for BasedOn {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let Some(value) = request.headers().get(header::IF_MATCH) else {
            let words = "This save does not say which version it was based on.";
            return Err(
                Problem::new(StatusCode::PRECONDITION_REQUIRED, "no_version", words).into(),
            );
        };
        value
            .to_str()
            .ok()
            .and_then(|text| text.strip_prefix('"')?.strip_suffix('"')?.parse().ok())
            .map(Self)
            .ok_or_else(|| {
                let words = "The version of this save could not be read.";
                Problem::new(StatusCode::BAD_REQUEST, "bad_version", words).into()
            })
    }
}
