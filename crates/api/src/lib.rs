//! The JSON API: doors to the verbs, and nothing else.
//!
//! [`routes`] shows what every request passes; [`openapi`] lists all calls on one screen. A
//! file is a noun and holds its calls and their shapes; what several share stands in
//! [`shapes`]. `docs/api-design.md` says what holds for every call.

mod beside_shapes;
mod body;
mod caller;
mod client;
mod docs;
mod document_form;
mod openapi;
mod or_null;
mod origin;
mod problem;
mod shapes;

mod accounts;
mod article_shapes;
mod candidate_shapes;
mod changes;
mod comments;
mod credentials;
mod declaration_shapes;
mod desks;
mod documents;
mod drafts;
mod invitations;
mod kept;
mod links;
mod media;
mod people;
mod presence;
mod previews;
mod proof_shapes;
mod public;
mod publishing;
mod reader_page;
mod references;
mod session;
mod sign_links;
mod signing;
mod version;
mod ways_in;

use std::any::Any;

use editorial::Desk;
use pages::Pages;
use poem::http::{HeaderValue, header};
use poem::middleware::CatchPanic;
use poem::web::Data;
use poem::{Endpoint, EndpointExt, IntoResponse, Request, Response, Route, get, handler};

pub use client::{Network, NotANetwork, TrustedProxies};
pub use openapi::document;
pub use public::PublicState;

use problem::Problem;

/// What the API needs.
#[derive(Clone, Debug)]
pub struct ApiState {
    /// What the verbs need.
    pub desk: Desk,
    /// What public reading needs.
    pub public: PublicState,
    /// The theme of the reader site, for texts that are not public yet.
    pub pages: Pages,
    /// Who may say where a request came from.
    pub proxies: TrustedProxies,
}

/// Everything below `/api`, with that in front: a router before this one would refuse an
/// address that is not text in words of its own.
#[must_use]
pub fn routes(state: ApiState) -> impl Endpoint<Output = Response> {
    let routes = Route::new()
        .nest("/api/v1", openapi::service())
        .at("/api/openapi.json", get(openapi_json))
        .at("/api/docs", get(docs_page));
    guarded(routes).data(state)
}

/// What every request passes, from the inside out.
fn guarded(routes: Route) -> impl Endpoint<Output = Response> {
    routes
        .around(origin::same_site_only)
        .with(CatchPanic::new().with_handler(panicked))
        .catch_all_error(problem::from_framework)
        .after(private_by_default)
}

#[handler]
fn openapi_json() -> Response {
    Response::builder()
        .content_type("application/json")
        .body(document())
}

#[handler]
fn docs_page(state: Data<&ApiState>) -> Response {
    docs::page(&state.desk.site.name)
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a call of the API ended in a panic");
    Problem::internal().into_response()
}

/// No answer is kept by a browser or a proxy unless its call says so.
async fn private_by_default(answer: poem::Result<Response>) -> poem::Result<Response> {
    answer.map(|mut response| {
        let headers = response.headers_mut();
        headers
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
        headers.insert(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        );
        response
    })
}

/// The state that [`routes`] gives to every request.
fn state(request: &Request) -> Result<&ApiState, Problem> {
    request.data::<ApiState>().ok_or_else(Problem::internal)
}

#[cfg(test)]
mod tests {
    use poem::http::StatusCode;
    use poem::test::TestClient;

    use super::*;

    #[handler]
    fn stumble() {
        panic!("over a secret")
    }

    #[tokio::test]
    async fn a_panic_is_a_problem_that_tells_nothing() {
        let client = TestClient::new(guarded(Route::new().at("/", get(stumble))));
        let answer = client.get("/").send().await;
        answer.assert_status(StatusCode::INTERNAL_SERVER_ERROR);
        answer.assert_content_type("application/problem+json");
        answer.assert_header(header::CACHE_CONTROL, "no-store");
        let words = answer.0.into_body().into_string().await.expect("words");
        assert!(
            words.contains("\"internal\"") && !words.contains("secret"),
            "{words}"
        );
    }
}
