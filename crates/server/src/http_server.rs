//! Answering: connections in, requests through the routes, until told to stop.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::endpoint::{DynEndpoint, ToDynEndpoint};
use poem::http::uri::Scheme;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Endpoint, EndpointExt, Request, Response};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::acceptor::{Accepted, Acceptor};
use crate::access_log::AccessLog;
use crate::patient::Patient;

/// How patient the server is.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the head of a request, and for the next request on an open connection.
    pub head: Duration,
    /// For the other end to take more of an answer.
    pub write: Duration,
    /// For requests under way when the server stops.
    pub stop: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(20),
            write: Duration::from_secs(30),
            stop: Duration::from_secs(10),
        }
    }
}

type Routes = Arc<dyn DynEndpoint<Output = Response>>;

/// Answers requests until `stop`, then finishes those under way.
pub async fn answer(
    acceptor: Acceptor,
    routes: impl Endpoint + 'static,
    log: AccessLog,
    patience: Patience,
    stop: CancellationToken,
) {
    let routes: Routes = Arc::new(ToDynEndpoint(routes.map_to_response()));
    let connections = TaskTracker::new();
    let given_up = CancellationToken::new();
    let local = acceptor.address();
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => break,
            accepted = acceptor.accept() => accepted,
        };
        let connection = serve(
            accepted,
            local,
            Arc::clone(&routes),
            log,
            patience,
            stop.clone(),
        );
        let given_up = given_up.clone();
        connections.spawn(async move {
            tokio::select! {
                () = connection => {}
                () = given_up.cancelled() => {}
            }
        });
    }
    drop(acceptor);
    connections.close();
    if timeout(patience.stop, connections.wait()).await.is_err() {
        tracing::warn!(
            connections = connections.len(),
            "requests under way were cut off"
        );
        given_up.cancel();
        connections.wait().await;
    }
}

/// Answers the requests of one connection, one after the other.
async fn serve(
    accepted: Accepted,
    local: SocketAddr,
    routes: Routes,
    log: AccessLog,
    patience: Patience,
    stop: CancellationToken,
) {
    let Accepted {
        stream,
        from,
        place,
    } = accepted;
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let routes = Arc::clone(&routes);
        async move {
            let line = log.begin(request.method(), request.uri().path());
            let addresses = (
                LocalAddr(local.into()),
                RemoteAddr(from.into()),
                Scheme::HTTP,
            );
            let (local, remote, scheme) = addresses;
            let response = routes.get_response(Request::from((request, local, remote, scheme)));
            let response: hyper::Response<_> = response.await.into();
            line.end(&response);
            Ok::<_, Infallible>(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(Patient::new(stream, patience.write)), service);
    let mut connection = pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => {}
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            // Whatever the other end did to its connection harms nobody else.
            let _ = connection.await;
        }
    }
    drop(place);
}
