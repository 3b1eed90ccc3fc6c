//! Whether the server lives, and whether it can be sent readers.

use std::sync::Arc;

use poem::http::StatusCode;
use poem::web::{Data, Json};
use poem::{IntoResponse, Response, handler};
use search::SearchIndex;
use serde_json::{Value, json};
use storage::Reader;

/// What readiness is judged by. The schema was brought up to date before anything listened.
#[derive(Clone)]
pub struct Health {
    /// What readers are shown.
    pub reader: Reader,
    /// What searches are answered from.
    pub index: Arc<dyn SearchIndex>,
}

/// The process answers.
#[handler]
pub(crate) fn alive() -> Response {
    plain(StatusCode::OK, "ok\n")
}

/// The database answers, and the search index is there; `lag` counts the changes it has not
/// taken in yet.
#[handler]
pub(crate) async fn ready(health: Data<&Health>) -> Response {
    let (status, facts) = judge(&health).await;
    Json(facts)
        .with_status(status)
        .with_header("cache-control", "no-store")
        .into_response()
}

async fn judge(health: &Health) -> (StatusCode, Value) {
    let version = match health.reader.snapshot().await {
        Ok(snapshot) => snapshot.site_version().await,
        Err(error) => Err(error),
    };
    let version = match version {
        Ok(version) => version,
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            let facts = json!({"ready": false, "database": "away"});
            return (StatusCode::SERVICE_UNAVAILABLE, facts);
        }
    };
    let folded = health
        .index
        .folded()
        .await
        .filter(|folded| folded.epoch == version.epoch);
    let is_ready = folded.is_some();
    let search = match folded {
        Some(folded) => json!({"lag": (version.version - folded.version).max(0)}),
        None => json!("being built"),
    };
    let facts = json!({
        "ready": is_ready,
        "database": "answers",
        "version": version.version,
        "search": search,
    });
    let status = if is_ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, facts)
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    Response::builder()
        .status(status)
        .content_type("text/plain; charset=utf-8")
        .header("cache-control", "no-store")
        .body(text)
}
