//! The log says nothing of who asked, nor for what.

use crate::program::Server;

#[tokio::test]
async fn the_log_has_no_query_no_address_and_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]).await;
    let browser = server.browser();
    let headers = [
        ("user-agent", "tell-tale-browser"),
        ("referer", "http://tell.tale.example/"),
        ("x-forwarded-for", "203.0.113.77"),
    ];
    for path in [
        "/search?q=tell-tale-words",
        "/?utm_source=tell-tale-mail",
        "/tell-tale-words",
        "/search/tell-tale-words",
        "/api/v1/search?q=tell-tale-words",
        "/api/v1/links/tell-tale-token",
        "/admin/sign/tell-tale-token",
        "/topics",
    ] {
        browser
            .send("GET", path, &headers, None)
            .await
            .expect("an answer");
    }
    server.err.with("GET /topics 200").await;
    server.err.with("GET /search 200").await;
    server.terminate();
    let (out, err) = (server.out.clone(), server.err.clone());
    assert_eq!(server.ended().await, Some(0));
    for line in out.all().into_iter().chain(err.all()) {
        for secret in ["tell", "tale", "203.0.113", "127.0.0.1"] {
            let is_ours = line.contains("answers at") || line.contains("/admin/first");
            assert!(is_ours || !line.contains(secret), "{line}");
        }
    }
}
