//! Invitations, links, roles, and who is out at once.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;
use time::Duration;

use crate::app::{App, PASSWORD};

const OTHER: &str = "snow over a loud lake";

on_both_databases!(an_invitation_is_copied_where_there_is_no_mail_and_works_once);
async fn an_invitation_is_copied_where_there_is_no_mail_and_works_once(db: TestDatabase) {
    let app = App::new(db);
    let owner = app.owner().await;
    let body = json!({
        "email": "ben@example.org", "name": "Ben Sample", "letters": "MA, LPC", "roles": ["author"],
    });
    let answer = app
        .call(&owner, Method::POST, "/accounts", Some(body.clone()))
        .await;
    let invited = &answer.is(StatusCode::OK).json;
    assert_eq!(invited["mailed"], false);
    assert_eq!(
        invited["account"]["person"]["byline"]["text"],
        "Ben Sample, MA, LPC"
    );
    assert_eq!(invited["account"]["last_seen_at"], json!(null));
    assert_eq!(invited["link"]["expires_at"], "2026-03-16T09:00:00Z");
    let token = App::token(invited["link"]["url"].as_str().expect("a link"));
    let path = format!("/links/{token}");

    let answer = app.get(&path).await;
    let seen = json!({"purpose": "invite", "valid": true, "name": "Ben Sample", "email": "ben@example.org"});
    assert_eq!(answer.is(StatusCode::OK).json, seen);
    app.post(&path, json!({}))
        .await
        .is_invalid("password", "missing");
    app.post(&path, json!({"password": "short"}))
        .await
        .is_invalid("password", "too_short");
    let answer = app.post(&path, json!({"password": OTHER})).await;
    assert_eq!(
        answer.is(StatusCode::OK).json["account"]["email"],
        "ben@example.org"
    );
    assert!(answer.cookie().is_some());
    let gone = app.post(&path, json!({"password": OTHER})).await;
    gone.is_problem(StatusCode::NOT_FOUND, "no_such_link");
    let unknown = app.get("/links/0000").await;
    unknown.is_problem(StatusCode::NOT_FOUND, "no_such_link");
    assert_eq!(gone.json, unknown.json, "used and unknown are one answer");
    app.sign_in("ben@example.org", OTHER)
        .await
        .is(StatusCode::OK);

    let twice = app
        .call(&owner, Method::POST, "/accounts", Some(body))
        .await;
    twice.is_invalid("email", "taken");
}

on_both_databases!(a_copied_link_signs_in_by_either_door);
async fn a_copied_link_signs_in_by_either_door(db: TestDatabase) {
    let app = App::new(db);
    let (owner, amy) = (app.owner().await, app.author().await);
    let path = format!("/accounts/{}/link", amy.account);
    for door in ["session", "link"] {
        let answer = app.call(&owner, Method::POST, &path, None).await;
        let token = App::token(
            answer.is(StatusCode::OK).json["url"]
                .as_str()
                .expect("a link"),
        );
        let answer = match door {
            "session" => app.post("/session", json!({"token": token})).await,
            _ => app.post(&format!("/links/{token}"), json!({})).await,
        };
        assert_eq!(
            answer.is(StatusCode::OK).json["account"]["email"],
            amy.email
        );
    }
    let answer = app.call(&owner, Method::POST, &path, None).await;
    let token = App::token(answer.json["url"].as_str().expect("a link"));
    app.clock.pass(Duration::minutes(21));
    app.post("/session", json!({"token": token}))
        .await
        .is_problem(StatusCode::NOT_FOUND, "no_such_link");
}

on_both_databases!(asking_for_a_link_is_always_answered_alike);
async fn asking_for_a_link_is_always_answered_alike(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    for email in [amy.email.as_str(), "nobody@example.org", ""] {
        for purpose in [json!(null), json!("sign_in"), json!("reset")] {
            let answer = app
                .post("/links", json!({"email": email, "purpose": purpose}))
                .await;
            assert!(answer.is(StatusCode::ACCEPTED).bytes.is_empty());
        }
    }
}

on_both_databases!(a_disabled_account_is_out_at_once);
async fn a_disabled_account_is_out_at_once(db: TestDatabase) {
    let app = App::new(db);
    let (owner, amy) = (app.owner().await, app.author().await);
    let path = format!("/accounts/{}", amy.account);
    app.call(&amy, Method::GET, "/session", None)
        .await
        .is(StatusCode::OK);
    let answer = app
        .call(
            &owner,
            Method::PATCH,
            &path,
            Some(json!({"disabled": true})),
        )
        .await;
    assert!(answer.is(StatusCode::OK).json["disabled_at"].is_string());
    app.call(&amy, Method::GET, "/session", None)
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
    app.sign_in(&amy.email, PASSWORD)
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "wrong_credentials");
    app.call(
        &owner,
        Method::PATCH,
        &path,
        Some(json!({"disabled": false})),
    )
    .await
    .is(StatusCode::OK);
    app.sign_in(&amy.email, PASSWORD).await.is(StatusCode::OK);
}

on_both_databases!(roles_are_the_owners_to_give);
async fn roles_are_the_owners_to_give(db: TestDatabase) {
    let app = App::new(db);
    let (owner, editor) = (app.owner().await, app.editor().await);
    let path = format!("/accounts/{}", editor.account);
    let promote = Some(json!({"roles": ["editor", "owner"]}));
    app.call(&editor, Method::PATCH, &path, promote.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    let last = format!("/accounts/{}", owner.account);
    let demote = Some(json!({"roles": ["editor"]}));
    app.call(&owner, Method::PATCH, &last, demote.clone())
        .await
        .is_problem(StatusCode::CONFLICT, "conflict");
    let answer = app.call(&owner, Method::PATCH, &path, promote).await;
    assert_eq!(
        answer.is(StatusCode::OK).json["roles"],
        json!(["editor", "owner"])
    );
    // From the next request on, in a session that began before.
    app.call(&editor, Method::PATCH, &last, demote)
        .await
        .is(StatusCode::OK);
    app.call(
        &owner,
        Method::PATCH,
        &path,
        Some(json!({"disabled": true})),
    )
    .await
    .is_problem(StatusCode::FORBIDDEN, "not_allowed");

    let amy = app.author().await;
    app.call(&amy, Method::GET, "/accounts", None)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    let answer = app.call(&owner, Method::GET, "/accounts", None).await;
    assert_eq!(
        answer.is(StatusCode::OK).json["items"]
            .as_array()
            .map(Vec::len),
        Some(3)
    );
    let both = Some(json!({"roles": ["author"], "disabled": true}));
    app.call(&editor, Method::PATCH, &path, both)
        .await
        .is_problem(StatusCode::BAD_REQUEST, "bad_request");
}

on_both_databases!(a_password_is_changed_by_who_knows_it);
async fn a_password_is_changed_by_who_knows_it(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    let change = |current: &str, new: &str| Some(json!({"current": current, "new": new}));
    let path = "/account/password";
    app.call(&amy, Method::PUT, path, change("wrong", OTHER))
        .await
        .is_invalid("current", "wrong");
    app.call(&amy, Method::PUT, path, change(PASSWORD, "amy@example.org"))
        .await
        .is_invalid("new", "is_email");
    app.call(&amy, Method::PUT, path, change(PASSWORD, OTHER))
        .await
        .is(StatusCode::NO_CONTENT);
    app.call(&amy, Method::GET, "/session", None)
        .await
        .is(StatusCode::OK);
    for _ in 0..5 {
        app.call(&amy, Method::PUT, path, change("wrong", PASSWORD))
            .await
            .is_invalid("current", "wrong");
    }
    app.call(&amy, Method::PUT, path, change(OTHER, PASSWORD))
        .await
        .is_problem(StatusCode::TOO_MANY_REQUESTS, "too_many_tries");
}

on_both_databases!(the_first_owner_comes_in_by_the_first_link);
async fn the_first_owner_comes_in_by_the_first_link(db: TestDatabase) {
    let app = App::new(db);
    let link = editorial::accounts::first_run(&app.desk)
        .await
        .expect("it works")
        .expect("a link");
    let path = format!("/links/{}", App::token(&link.url));
    let seen = app.get(&path).await;
    assert_eq!(
        seen.is(StatusCode::OK).json,
        json!({"purpose": "first_run", "valid": true})
    );
    let answer = app
        .post(
            &path,
            json!({"name": "Olive Owner", "email": "o@example.org", "password": PASSWORD}),
        )
        .await;
    let roles = &answer.is(StatusCode::OK).json["account"]["roles"];
    assert_eq!(roles, &json!(["author", "editor", "owner"]));
}
