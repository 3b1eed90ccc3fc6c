//! All routes on one screen.

use std::time::Duration;

use api::ApiState;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Endpoint, EndpointExt, IntoResponse, Request, Response, Route, get};

use crate::admin;
use crate::health::{Health, alive, ready};

/// No request takes longer, however slowly its body arrives.
const LONGEST: Duration = Duration::from_mins(1);
/// For how long browsers come by https alone.
const A_YEAR: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Everything the server answers. `site` is the reader site: whatever is not named here.
/// `is_secure` says whether the world comes here by https.
pub fn routes(
    api: ApiState,
    health: Health,
    site: impl Endpoint<Output = Response> + 'static,
    is_secure: bool,
) -> impl Endpoint<Output = Response> {
    let others = Route::new()
        .nest("/api", api::routes(api))
        .nest_no_strip("/admin", admin::routes())
        .at("/healthz", get(alive))
        .at("/readyz", get(ready).data(health))
        .around(in_time)
        .map_to_response();
    Routes {
        site,
        others,
        is_secure,
    }
}

/// Readers come first and most often, and need no look into the table.
struct Routes<S, O> {
    site: S,
    others: O,
    is_secure: bool,
}

impl<S, O> Endpoint for Routes<S, O>
where
    S: Endpoint<Output = Response>,
    O: Endpoint<Output = Response>,
{
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let mut response = if is_for_readers(request.uri().path()) {
            self.site.call(request).await?
        } else {
            self.others.get_response(request).await
        };
        if self.is_secure {
            response
                .headers_mut()
                .insert(header::STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
        Ok(response)
    }
}

fn is_for_readers(path: &str) -> bool {
    let below = |start: &str| {
        path.strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    !(below("/api") || below("/admin") || path == "/healthz" || path == "/readyz")
}

async fn in_time<E: Endpoint>(next: E, request: Request) -> poem::Result<Response> {
    match tokio::time::timeout(LONGEST, next.call(request)).await {
        Ok(answer) => answer.map(IntoResponse::into_response),
        Err(_) => Ok(StatusCode::REQUEST_TIMEOUT.into_response()),
    }
}
