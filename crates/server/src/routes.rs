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
        .nest_no_strip("/admin", admin::routes())
        .at("/healthz", get(alive))
        .at("/readyz", get(ready).data(health));
    Routes {
        site,
        api: api::routes(api).around(in_time),
        others: others.around(in_time),
        is_secure,
    }
}

/// Readers come most often, and need no look into the table.
struct Routes<S, A, O> {
    site: S,
    api: A,
    others: O,
    is_secure: bool,
}

impl<S, A, O> Endpoint for Routes<S, A, O>
where
    S: Endpoint<Output = Response>,
    A: Endpoint<Output = Response>,
    O: Endpoint<Output = Response>,
{
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let path = request.uri().path();
        let mut response = if is_below(path, "/api") {
            self.api.get_response(request).await
        } else if is_below(path, "/admin") || path == "/healthz" || path == "/readyz" {
            self.others.get_response(request).await
        } else {
            self.site.call(request).await?
        };
        if self.is_secure {
            response
                .headers_mut()
                .insert(header::STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
        Ok(response)
    }
}

fn is_below(path: &str, start: &str) -> bool {
    path.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

async fn in_time<E: Endpoint>(next: E, request: Request) -> poem::Result<Response> {
    match tokio::time::timeout(LONGEST, next.call(request)).await {
        Ok(answer) => answer.map(IntoResponse::into_response),
        Err(_) => Ok(StatusCode::REQUEST_TIMEOUT.into_response()),
    }
}
