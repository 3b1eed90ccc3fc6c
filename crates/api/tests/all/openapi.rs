//! The description is committed, true and whole.

use std::fs;
use std::path::Path;

use poem::http::{Method, StatusCode};
use serde_json::{Map, Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App};

/// Set to rewrite the committed description.
const UPDATE: &str = "COUNTERSIGN_UPDATE_OPENAPI";

#[test]
fn the_committed_description_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    if std::env::var_os(UPDATE).is_some() {
        fs::write(&path, api::document()).expect("the description can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == api::document(),
        "crates/api/openapi.json is stale; {UPDATE}=1 cargo test -p api rewrites it"
    );
}

on_both_databases!(the_description_and_the_page_are_served);
async fn the_description_and_the_page_are_served(db: TestDatabase) {
    let app = App::new(db);
    let answer = Answer::of(app.bare(Method::GET, "/openapi.json").send().await).await;
    assert_eq!(
        answer.is(StatusCode::OK).bytes,
        api::document().into_bytes()
    );

    let answer = Answer::of(app.bare(Method::GET, "/docs").send().await).await;
    let page = String::from_utf8(answer.is(StatusCode::OK).bytes.clone()).expect("UTF-8");
    let document: Value = serde_json::from_str(&api::document()).expect("JSON");
    let calls = document["paths"].as_object().expect("paths").values();
    let calls = calls
        .flat_map(|methods| methods.as_object().expect("methods").keys())
        .count();
    assert_eq!(page.matches("<article>").count(), calls);
    assert!(!page.contains("//"), "the page asks no other site");
}

/// An id that nothing has.
pub(crate) const SOME_ID: &str = "018f3c4e-7a10-7000-8000-000000000001";

on_both_databases!(every_call_refuses_unknown_fields);
/// Sends to every call that takes JSON a body that fits, and one field more.
async fn every_call_refuses_unknown_fields(db: TestDatabase) {
    let app = App::new(db);
    let owner = app.owner().await;
    let document: Value = serde_json::from_str(&api::document()).expect("JSON");
    let mut asked = 0;
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, call) in methods.as_object().expect("methods") {
            let schema = &call["requestBody"]["content"]["application/json"]["schema"];
            if schema.is_null() {
                continue;
            }
            let mut body = example(&document, schema);
            body["surely_not_a_field"] = json!(1);
            let path = path
                .split('/')
                .map(|part| match part {
                    "{token}" => "token",
                    part if part.starts_with('{') => SOME_ID,
                    part => part,
                })
                .collect::<Vec<_>>()
                .join("/");
            let method = method.to_uppercase().parse().expect("a method");
            let request = app
                .request(method, &path)
                .header("cookie", owner.cookie())
                .header("if-match", "\"1\"")
                .body_json(&body);
            let answer = Answer::of(request.send().await).await;
            answer.is_problem(StatusCode::BAD_REQUEST, "bad_request");
            let reason = answer.json["errors"][0]["detail"]
                .as_str()
                .unwrap_or_default();
            assert!(reason.contains("surely_not_a_field"), "{path}: {reason}");
            asked += 1;
        }
    }
    assert!(asked > 4, "{asked}");
}

/// A value that fits a schema: only what is required.
pub(crate) fn example(document: &Value, schema: &Value) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().expect("a name");
        return example(document, &document["components"]["schemas"][name]);
    }
    if let Some(first) = schema["allOf"].get(0) {
        return example(document, first);
    }
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (Some("object"), _) => {
            let required = schema["required"].as_array().into_iter().flatten();
            let names = required.map(|name| name.as_str().expect("a name"));
            let fields: Map<String, Value> = names
                .map(|name| {
                    (
                        name.to_owned(),
                        example(document, &schema["properties"][name]),
                    )
                })
                .collect();
            Value::Object(fields)
        }
        (Some("array"), _) => json!([]),
        (Some("boolean"), _) => json!(true),
        (Some("integer" | "number"), _) => json!(1),
        (_, Some("uuid")) => json!(SOME_ID),
        (_, Some("date")) => json!("2026-03-02"),
        (_, Some("date-time")) => json!("2026-03-02T09:00:00Z"),
        _ => json!("text"),
    }
}
