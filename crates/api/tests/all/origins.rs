//! Another site changes nothing, by whichever call it tries.

use poem::http::{Method, StatusCode};
use serde_json::Value;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App};
use crate::openapi::{SOME_ID, example};

/// What a browser adds to a request that was made on another site, and what a request has
/// that no browser made.
const FROM_ELSEWHERE: [&[(&str, &str)]; 7] = [
    &[],
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("origin", "https://elsewhere.example")],
    &[("origin", "null")],
    // The browser's own word counts before what a proxy may have made of the other.
    &[
        ("sec-fetch-site", "cross-site"),
        ("origin", "http://127.0.0.1:8080"),
    ],
];

on_both_databases!(no_call_does_anything_for_another_site);
async fn no_call_does_anything_for_another_site(db: TestDatabase) {
    let app = App::new(db);
    let (author, owner) = (app.author().await, app.owner().await);
    let id = app.submitted(&author).await;
    let section = app.open(&owner, &id).await["sections"][0]["id"].clone();
    let before = app.everything(&owner, &id).await;
    let document: Value = serde_json::from_str(&api::document()).expect("JSON");
    let mut methods = std::collections::BTreeSet::new();
    for (path, calls) in document["paths"].as_object().expect("paths") {
        for (method, call) in calls.as_object().expect("methods") {
            let method: Method = method.to_uppercase().parse().expect("a method");
            if method.is_safe() {
                continue;
            }
            let schema = &call["requestBody"]["content"]["application/json"]["schema"];
            let path = path
                .replace("/articles/{id}", &format!("/articles/{id}"))
                .replace("{article}", &id)
                .replace("{section}", section.as_str().expect("an id"))
                .replace("{id}", SOME_ID)
                .replace("{person}", &author.person)
                .replace("{token}", "token");
            for headers in FROM_ELSEWHERE {
                let mut request = app
                    .bare(method.clone(), &format!("/v1{path}"))
                    .header("cookie", owner.cookie())
                    .header("if-match", "\"1\"");
                for (name, value) in headers {
                    request = request.header(*name, *value);
                }
                if !schema.is_null() {
                    request = request.body_json(&example(&document, schema));
                }
                let answer = Answer::of(request.send().await).await;
                answer.is_problem(StatusCode::FORBIDDEN, "wrong_origin");
            }
            methods.insert(method.to_string());
        }
    }
    let all: Vec<&str> = methods.iter().map(String::as_str).collect();
    assert_eq!(all, ["DELETE", "PATCH", "POST", "PUT"]);
    assert_eq!(before, app.everything(&owner, &id).await);
}
