//! Images through the API: added, shown to those who work on a text, and to nobody else.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};

fn picture() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(900, 600)
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a picture");
    png.into_inner()
}

async fn add(app: &App, by: &Browser, kind: &str, bytes: Vec<u8>) -> Answer {
    let request = app
        .request(Method::POST, "/media")
        .header("cookie", by.cookie())
        .content_type(kind);
    Answer::of(request.body(bytes).send().await).await
}

on_both_databases!(an_image_is_added_and_stands_in_a_text);
async fn an_image_is_added_and_stands_in_a_text(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    let added = add(&app, &amy, "image/png", picture()).await;
    let added = &added.is(StatusCode::OK).json;
    assert_eq!(
        (&added["width"], &added["height"]),
        (&json!(900), &json!(600))
    );
    let url = added["url"].as_str().expect("a size of it");
    let path = url.strip_prefix("/api/v1").expect("behind the desk");
    let file = app.call(&amy, Method::GET, path, None).await;
    assert_eq!(
        file.is(StatusCode::OK).headers["content-type"],
        "image/jpeg"
    );
    assert!(
        file.headers["cache-control"]
            .to_str()
            .is_ok_and(|value| value.starts_with("private"))
    );
    app.get(path)
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
    let other_size = path.replace("800.jpg", "801.jpg");
    app.call(&amy, Method::GET, &other_size, None)
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");

    let begun = app
        .call(
            &amy,
            Method::POST,
            "/drafts",
            Some(json!({"kind": "article", "title": "A walk"})),
        )
        .await;
    let draft = &begun.is(StatusCode::OK).json;
    let section = format!(
        "/drafts/{}/sections/{}",
        draft["id"].as_str().expect("an id"),
        draft["sections"][0]["id"].as_str().expect("a section")
    );
    let sha256 = added["sha256"].as_str().expect("a name");
    let body = json!({
        "save_id": uuid::Uuid::new_v4(),
        "body_html": format!("<p>Known <a href=\"#ref-r1\">(1)</a>.</p><img src=\"media:{sha256}\">"),
        "images": [{"sha256": sha256, "alt": "", "caption": "The lake", "clients": "none_shown"}],
        "references": [{"id": "r1", "title": "Sleep", "authors": "Fern, Q.", "year": "2020", "doi": "https://doi.org/10.1000/abc"}],
    });
    let request = app
        .request(Method::PUT, &section)
        .header("cookie", amy.cookie())
        .header("if-match", "\"1\"")
        .body_json(&body);
    let saved = Answer::of(request.send().await).await;
    let saved = &saved.is(StatusCode::OK).json;
    assert_eq!(saved["images"][0]["caption"], "The lake");
    assert_eq!(saved["images"][0]["alt"], "");
    assert_eq!(saved["references"][0]["doi"], "10.1000/abc");
    assert_eq!(saved["references"][0]["citation"], "(Fern, 2020)");
    assert_eq!(
        saved["references"][0]["text"],
        "Fern, Q. (2020). Sleep. https://doi.org/10.1000/abc"
    );
    let page = app
        .call(
            &amy,
            Method::GET,
            &format!("/drafts/{}/page", draft["id"].as_str().unwrap_or_default()),
            None,
        )
        .await;
    let page = String::from_utf8(page.is(StatusCode::OK).bytes.clone()).expect("text");
    assert!(
        page.contains(&format!("/api/v1/media/{sha256}/400.webp")),
        "{page}"
    );
}

on_both_databases!(references_are_taken_apart_and_looked_at);
async fn references_are_taken_apart_and_looked_at(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    let typed = "Fern, Q. (2020). Sleep. Journal of Examples, 2(1), 3–4. doi:10.1000/abc\nOne more";
    let body = Some(json!({"typed": typed, "first": 4}));
    let parsed = app
        .call(&amy, Method::POST, "/references/parse", body)
        .await;
    let items = &parsed.is(StatusCode::OK).json["items"];
    assert_eq!(
        (&items[0]["id"], &items[0]["doi"]),
        (&json!("r4"), &json!("10.1000/abc"))
    );
    assert_eq!(
        (&items[1]["id"], &items[1]["title"]),
        (&json!("r5"), &json!("One more"))
    );

    let wrong =
        json!({"references": [{"id": "r1", "title": "x"}, {"id": "r2", "title": "", "pmid": "x"}]});
    let answer = app
        .call(&amy, Method::POST, "/references/check", Some(wrong))
        .await;
    answer.is_invalid("references.1.title", "no_title");
    assert_eq!(answer.json["errors"][1]["field"], "references.1.pmid");
    let long = json!({"typed": "x".repeat(100_001), "first": 1});
    app.call(&amy, Method::POST, "/references/parse", Some(long))
        .await
        .is_invalid("typed", "too_long");
}

on_both_databases!(what_cannot_be_an_image_is_refused);
async fn what_cannot_be_an_image_is_refused(db: TestDatabase) {
    let app = App::new(db);
    let amy = app.author().await;
    add(&app, &amy, "image/gif", picture())
        .await
        .is_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_type");
    add(&app, &amy, "image/jpeg", b"nothing".to_vec())
        .await
        .is_invalid("photo", "not_a_picture");
    add(&app, &amy, "image/png", vec![0; 20 * 1024 * 1024 + 1])
        .await
        .is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let nobody = app
        .request(Method::POST, "/media")
        .content_type("image/png");
    Answer::of(nobody.body(picture()).send().await)
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
}
