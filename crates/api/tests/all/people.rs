//! Profiles, credentials and portraits through the API.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App};

on_both_databases!(people_are_added_from_typed_bylines_and_listed);
async fn people_are_added_from_typed_bylines_and_listed(db: TestDatabase) {
    let app = App::new(db);
    let editor = app.editor().await;
    let typed = Some(json!({"typed": "jo sample Ph.D., QXZ"}));
    let answer = app
        .call(&editor, Method::POST, "/bylines/parse", typed.clone())
        .await;
    assert_eq!(
        answer.is(StatusCode::OK).json["unknown_letters"],
        json!(["QXZ"])
    );
    assert_eq!(answer.json["practice"], false);
    let answer = app.call(&editor, Method::POST, "/people", typed).await;
    let person = &answer.is(StatusCode::OK).json["person"];
    assert_eq!(person["byline"]["text"], "Jo Sample, PhD");
    assert_eq!(
        (&person["account"], &person["articles"]),
        (&json!(null), &json!(0))
    );

    let answer = app
        .call(&editor, Method::GET, "/people?limit=1", None)
        .await;
    assert_eq!(
        answer.is(StatusCode::OK).json["items"][0]["account"]["email"],
        editor.email
    );
    let next = answer.json["next"].as_str().expect("more");
    let answer = app
        .call(&editor, Method::GET, &format!("/people?after={next}"), None)
        .await;
    assert_eq!(answer.json["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(answer.json["next"], json!(null));
    let answer = app
        .call(&editor, Method::GET, "/people?q=SAMPLE", None)
        .await;
    assert_eq!(answer.json["items"].as_array().map(Vec::len), Some(1));
    let amy = app.author().await;
    app.call(&amy, Method::GET, "/people", None)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
}

on_both_databases!(everybody_keeps_their_own_profile);
async fn everybody_keeps_their_own_profile(db: TestDatabase) {
    let app = App::new(db);
    let (amy, editor) = (app.author().await, app.editor().await);
    let change =
        json!({"bio": "Walks.", "practice_url": "https://amy.example", "hidden_letters": ["MA"]});
    let answer = app
        .call(&amy, Method::PATCH, "/people/me", Some(change))
        .await;
    let profile = &answer.is(StatusCode::OK).json;
    assert_eq!(profile["id"], amy.person);
    assert_eq!(profile["byline"]["text"], "Jo Example, LPC");
    assert_eq!(profile["practice_url"], "https://amy.example/");
    let keep = app
        .call(&amy, Method::PATCH, "/people/me", Some(json!({"bio": ""})))
        .await;
    assert_eq!(keep.json["practice_url"], "https://amy.example/");
    let none = app
        .call(
            &amy,
            Method::PATCH,
            "/people/me",
            Some(json!({"practice_url": null})),
        )
        .await;
    assert_eq!(none.json["practice_url"], json!(null));
    app.call(
        &amy,
        Method::PATCH,
        "/people/me",
        Some(json!({"practice_url": "amy"})),
    )
    .await
    .is_invalid("practice_url", "not_an_address");

    let theirs = format!("/people/{}", editor.person);
    app.call(&amy, Method::GET, &theirs, None)
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    let hers = format!("/people/{}", amy.person);
    let answer = app.call(&editor, Method::GET, &hers, None).await;
    assert_eq!(
        answer.is(StatusCode::OK).json["account"]["email"],
        amy.email
    );
    for nobody in [
        "/people/018f3c4e-7a10-7000-8000-000000000001",
        "/people/somebody",
    ] {
        app.call(&editor, Method::GET, nobody, None)
            .await
            .is_problem(StatusCode::NOT_FOUND, "not_found");
    }
    let rename = Some(json!({"name": "Amy Stone"}));
    let answer = app
        .call(&editor, Method::POST, &format!("{hers}/rename"), rename)
        .await;
    assert_eq!(answer.is(StatusCode::OK).json["slug"], "amy-stone");
    let merge = Some(json!({"into": editor.person, "confirm": true}));
    app.call(
        &editor,
        Method::POST,
        &format!("{hers}/merge"),
        merge.clone(),
    )
    .await
    .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    let owner = app.owner().await;
    app.call(&owner, Method::POST, &format!("{hers}/merge"), merge)
        .await
        .is_problem(StatusCode::CONFLICT, "conflict");
}

on_both_databases!(nobody_checks_their_own_credential);
async fn nobody_checks_their_own_credential(db: TestDatabase) {
    let app = App::new(db);
    let (editor, owner) = (app.editor().await, app.owner().await);
    let new = json!({
        "abbreviation": "LCSW", "kind": "licence", "jurisdiction": "US-NY", "number": "007",
        "show_number": true, "expires_on": "2026-09-30", "shown": true,
    });
    let answer = app
        .call(&editor, Method::POST, "/people/me/credentials", Some(new))
        .await;
    let credential = &answer.is(StatusCode::OK).json;
    assert_eq!(credential["title"], "Licensed Clinical Social Worker");
    assert_eq!(credential["number"], "007");
    let path = format!("/credentials/{}", credential["id"].as_str().expect("an id"));
    let checks = format!("{path}/verifications");
    let check =
        Some(json!({"source": "the register", "checked_on": "2026-03-02", "status": "current"}));
    app.call(&editor, Method::POST, &checks, check.clone())
        .await
        .is_problem(StatusCode::FORBIDDEN, "not_allowed");
    let answer = app.call(&owner, Method::POST, &checks, check).await;
    assert_eq!(answer.is(StatusCode::OK).json["valid_until"], "2026-09-30");
    assert_eq!(answer.json["by"]["id"], owner.person);

    let change = Some(json!({"shown": false, "expires_on": null}));
    let answer = app.call(&editor, Method::PATCH, &path, change).await;
    assert_eq!(answer.is(StatusCode::OK).json["expires_on"], json!(null));
    assert_eq!(
        answer.json["verifications"].as_array().map(Vec::len),
        Some(1)
    );
    let answer = app.call(&editor, Method::GET, "/people/me", None).await;
    assert_eq!(answer.json["byline"]["text"], "Edith Editor");
    app.call(&editor, Method::DELETE, &path, None)
        .await
        .is(StatusCode::NO_CONTENT);
    app.call(&editor, Method::DELETE, &path, None)
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
    let answer = app
        .call(&editor, Method::GET, "/credential-catalogue", None)
        .await;
    assert!(
        answer.is(StatusCode::OK).json["items"]
            .as_array()
            .is_some_and(|all| all.len() > 90)
    );
}

on_both_databases!(a_portrait_comes_back_as_it_is_kept);
async fn a_portrait_comes_back_as_it_is_kept(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    let put = |kind: &'static str, bytes: Vec<u8>| {
        let request = app
            .request(Method::PUT, "/people/me/photo")
            .header("cookie", amy.cookie());
        async move { Answer::of(request.content_type(kind).body(bytes).send().await).await }
    };
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(640, 480)
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a picture");
    let png = png.into_inner();
    let answer = put("image/png", png.clone()).await;
    assert_eq!(
        answer.is(StatusCode::OK).headers["content-type"],
        "image/jpeg"
    );
    let kept = image::load_from_memory_with_format(&answer.bytes, image::ImageFormat::Jpeg);
    assert_eq!(kept.expect("a picture").width(), 480);
    let profile = app.call(&amy, Method::GET, "/people/me", None).await;
    let url = profile.json["photo_url"].as_str().expect("a portrait");
    assert!(url.starts_with("/media/portraits/"), "{url}");

    put("image/gif", png)
        .await
        .is_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_type");
    put("image/png", b"nothing".to_vec())
        .await
        .is_invalid("photo", "not_a_picture");
    put("image/png", vec![0; 5 * 1024 * 1024 + 1])
        .await
        .is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    app.call(&amy, Method::DELETE, "/people/me/photo", None)
        .await
        .is(StatusCode::NO_CONTENT);
    let profile = app.call(&amy, Method::GET, "/people/me", None).await;
    assert_eq!(profile.json["photo_url"], json!(null));
}
