//! Signing in and out, and what every call passes.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;
use time::Duration;

use crate::app::{Answer, App, PASSWORD};

on_both_databases!(the_ways_in_are_known_before_anybody_is);
async fn the_ways_in_are_known_before_anybody_is(db: TestDatabase) {
    let app = App::new(db);
    let answer = app.get("/ways-in").await;
    assert_eq!(answer.json, json!({"mail": false, "has_accounts": false}));
    app.author().await;
    assert_eq!(app.get("/ways-in").await.json["has_accounts"], true);
}

on_both_databases!(signing_in_sets_a_cookie_and_signing_out_ends_it);
async fn signing_in_sets_a_cookie_and_signing_out_ends_it(db: TestDatabase) {
    let app = App::new(db);
    app.get("/session")
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
    let amy = app.author().await;

    let answer = app.sign_in("AMY@example.org ", PASSWORD).await;
    let cookie = answer.is(StatusCode::OK).headers["set-cookie"]
        .to_str()
        .expect("text");
    assert!(cookie.starts_with("countersign_session="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    assert_eq!(answer.headers["cache-control"], "no-store");

    let answer = app.call(&amy, Method::GET, "/session", None).await;
    let facts = &answer.is(StatusCode::OK).json;
    assert_eq!(facts["account"]["email"], "amy@example.org");
    assert_eq!(facts["account"]["roles"], json!(["author"]));
    assert_eq!(
        facts["account"]["person"]["byline"]["text"],
        "Jo Example, MA, LPC"
    );
    assert_eq!(
        facts["site"],
        json!({"name": "Fernway Journal", "country": "US", "mail": false, "contact": null})
    );

    let answer = app.call(&amy, Method::GET, "/sessions", None).await;
    let items = answer.json["items"].as_array().expect("a list").clone();
    assert_eq!(
        items
            .iter()
            .map(|one| one["current"] == true)
            .collect::<Vec<_>>(),
        [false, true]
    );
    let other = items[0]["id"].as_str().expect("an id");
    app.call(&amy, Method::DELETE, &format!("/sessions/{other}"), None)
        .await
        .is(StatusCode::NO_CONTENT);

    let answer = app.call(&amy, Method::DELETE, "/session", None).await;
    answer.is(StatusCode::NO_CONTENT);
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .expect("text")
            .contains("Max-Age=0")
    );
    app.call(&amy, Method::GET, "/session", None)
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
}

on_both_databases!(over_https_the_cookie_is_secure);
async fn over_https_the_cookie_is_secure(db: TestDatabase) {
    let app = App::with_url(db, "https://example.org");
    app.author().await;
    let answer = app.sign_in("amy@example.org", PASSWORD).await;
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .expect("text")
            .ends_with("; SameSite=Lax; Secure")
    );
}

on_both_databases!(a_thousand_wrong_passwords_are_mostly_not_looked_at);
async fn a_thousand_wrong_passwords_are_mostly_not_looked_at(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    let nobody = "nobody@example.org";
    for email in [amy.email.as_str(), nobody] {
        let began = std::time::Instant::now();
        for _ in 0..5 {
            let answer = app.sign_in(email, "not the password").await;
            answer.is_problem(StatusCode::UNAUTHORIZED, "wrong_credentials");
        }
        let looked_at = began.elapsed();
        let began = std::time::Instant::now();
        for _ in 0..500 {
            let answer = app.sign_in(email, PASSWORD).await;
            answer.is_problem(StatusCode::TOO_MANY_REQUESTS, "too_many_tries");
            assert_eq!(answer.headers["retry-after"], "900");
        }
        // A hundred times as many, had they been looked at; the machine may be busy.
        assert!(began.elapsed() < looked_at * 60, "{:?}", began.elapsed());
    }
    app.clock.pass(Duration::minutes(14));
    let answer = app.sign_in(&amy.email, PASSWORD).await;
    assert_eq!(
        answer.is(StatusCode::TOO_MANY_REQUESTS).headers["retry-after"],
        "60"
    );
    app.clock.pass(Duration::minutes(1));
    app.sign_in(&amy.email, PASSWORD).await.is(StatusCode::OK);
}

on_both_databases!(other_sites_change_nothing);
async fn other_sites_change_nothing(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    let sign_out = || {
        app.bare(Method::DELETE, "/v1/session")
            .header("cookie", amy.cookie())
    };
    let wrong = [
        sign_out(),
        sign_out().header("sec-fetch-site", "cross-site"),
        sign_out().header("sec-fetch-site", "same-site"),
        sign_out().header("sec-fetch-site", "none"),
        sign_out().header("origin", "http://127.0.0.1:8081"),
        sign_out().header("origin", "null"),
        // The browser's own word counts before what a proxy may have made of the other.
        sign_out()
            .header("sec-fetch-site", "cross-site")
            .header("origin", "http://127.0.0.1:8080"),
    ];
    for request in wrong {
        Answer::of(request.send().await)
            .await
            .is_problem(StatusCode::FORBIDDEN, "wrong_origin");
    }
    // A bearer token cannot come from another site, and takes the place of the cookie.
    let request = sign_out().header("authorization", "Bearer x").send().await;
    Answer::of(request)
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
    app.call(&amy, Method::GET, "/session", None)
        .await
        .is(StatusCode::OK);

    let request = sign_out()
        .header("origin", "http://127.0.0.1:8080")
        .send()
        .await;
    Answer::of(request).await.is(StatusCode::NO_CONTENT);
}

on_both_databases!(what_is_not_understood_is_a_problem);
async fn what_is_not_understood_is_a_problem(db: TestDatabase) {
    let app = App::new(db);
    let post = |path: &str| app.request(Method::POST, path);
    let json = "application/json";

    let big = post("/session")
        .content_type(json)
        .body(vec![b' '; 10 * 1024 * 1024]);
    Answer::of(big.send().await)
        .await
        .is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    for body in [
        &b"{\"email\": \"\xff\xfe\"}"[..],
        b"{",
        b"[]",
        b"{\"email\": 1}",
        b"{\"a\":1}",
    ] {
        let request = post("/session").content_type(json).body(body.to_vec());
        Answer::of(request.send().await)
            .await
            .is_problem(StatusCode::BAD_REQUEST, "bad_request");
    }
    let text = post("/session")
        .content_type("text/plain")
        .body("{\"email\":\"a\"}");
    Answer::of(text.send().await)
        .await
        .is_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_type");

    app.get("/nothing")
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
    Answer::of(app.request(Method::PUT, "/session").send().await)
        .await
        .is_problem(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed");
    let amy = app.author().await;
    app.call(&amy, Method::DELETE, "/sessions/none", None)
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
}
