//! The sentences of the privacy page, each as a test.

use poem::http::StatusCode;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::library::Library;

const PATHS: [&str; 13] = [
    "/",
    "/articles/a-plan-to-be-safe",
    "/articles/none",
    "/topics",
    "/topics/domestic-violence",
    "/topics/",
    "/authors",
    "/search",
    "/search?q=he+hurts+me",
    "/help",
    "/about/privacy",
    "/feed.atom",
    "/sitemap.xml",
];

on_both_databases!(no_cookies_no_referrers_no_frames_nothing_from_elsewhere);
async fn no_cookies_no_referrers_no_frames_nothing_from_elsewhere(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("A plan to be safe", "3.3").await;
    for path in PATHS {
        let response = library.get(path).await;
        assert!(response.0.headers().get("set-cookie").is_none(), "{path}");
        response.assert_header("referrer-policy", "no-referrer");
        response.assert_header("x-content-type-options", "nosniff");
        response.assert_header("content-security-policy", site::content_policy());
        response.assert_header("strict-transport-security", "max-age=31536000");
        let closed = response.0.headers()["permissions-policy"].to_str().unwrap();
        assert!(closed.contains("browsing-topics=()"), "{path}");
    }
    let policy = site::content_policy();
    assert!(policy.starts_with("default-src 'none';"));
    assert!(!policy.contains("unsafe") && !policy.contains("http"));
}

on_both_databases!(results_are_left_nowhere);
async fn results_are_left_nowhere(db: TestDatabase) {
    let library = Library::open(db).await;
    for path in ["/search", "/search?q=he+hurts+me"] {
        let response = library.get(path).await;
        response.assert_header("cache-control", "no-store");
        response.assert_header("x-robots-tag", "noindex");
        assert!(response.0.headers().get("etag").is_none());
    }
}

on_both_databases!(a_trackers_mark_is_taken_off);
async fn a_trackers_mark_is_taken_off(db: TestDatabase) {
    let library = Library::open(db).await;
    for path in [
        "/help?fbclid=abc",
        "/?utm_source=x",
        "/about/privacy?gclid=1",
    ] {
        let response = library.get(path).await;
        response.assert_status(StatusCode::MOVED_PERMANENTLY);
        let to = response.0.headers()["location"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(!to.contains('?'), "{to}");
    }
}
