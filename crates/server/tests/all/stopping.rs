//! A server that is asked to stop finishes what it has begun.

use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::http;
use crate::program::Server;

#[tokio::test]
async fn a_request_under_way_is_finished() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]).await;
    let browser = server.browser();
    let body = json!({"email": "nobody@house.example", "password": "x"});
    let request = browser.request("POST", "/api/v1/session", &[], Some(&body));
    let (first, second) = request.split_at(request.len() - 5);
    let mut stream = TcpStream::connect(&server.host).await.expect("connected");
    stream.write_all(first.as_bytes()).await.expect("sent");
    // Answered on another connection, so the first request was certainly begun.
    browser.get("/healthz").await.is(200);
    let idle = TcpStream::connect(&server.host).await.expect("connected");

    server.terminate();
    server.err.with("stopping").await;
    crate::program::until("the door to close", async || {
        TcpStream::connect(&server.host)
            .await
            .is_err()
            .then_some(())
    })
    .await;
    stream.write_all(second.as_bytes()).await.expect("sent");
    let answer = http::read(&mut stream).await.expect("an answer");
    assert_eq!(answer.status, 401, "{answer:?}");
    drop(idle);
    assert_eq!(server.ended().await, Some(0));
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_keep_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]).await;
    let body = json!({"email": "nobody@house.example", "password": "x"});
    let request = server
        .browser()
        .request("POST", "/api/v1/session", &[], Some(&body));
    let mut stream = TcpStream::connect(&server.host).await.expect("connected");
    stream
        .write_all(&request.as_bytes()[..request.len() - 5])
        .await
        .expect("sent");
    server.browser().get("/healthz").await.is(200);
    server.terminate();
    assert_eq!(server.ended().await, Some(0));
}
