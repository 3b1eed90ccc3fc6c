//! Links that show a text before publication, to anyone who has them.

use poem::http::{Method, StatusCode};
use serde_json::json;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};

impl App {
    async fn preview(&self, by: &Browser, id: &str) -> (String, String) {
        let path = format!("/articles/{id}/previews");
        let made = self.call(by, Method::POST, &path, None).await;
        let made = &made.is(StatusCode::OK).json;
        let url = made["url"].as_str().expect("an address");
        let token = url.rsplit('/').next().expect("a token").to_owned();
        let opens = format!("http://127.0.0.1:8080/admin/preview/{token}");
        assert_eq!(url, opens);
        let id = made["id"].as_str().expect("a name");
        (id.to_owned(), token)
    }
}

on_both_databases!(whoever_has_the_link_reads_the_text_and_no_more);
async fn whoever_has_the_link_reads_the_text_and_no_more(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let (id, _) = app.draft(&author).await;
    let (preview, token) = app.preview(&author, &id).await;
    let path = format!("/articles/{id}/previews");

    let until = app.get(&format!("/preview/{token}")).await;
    let fortnight = (app.desk.now() + time::Duration::days(14)).date();
    let told = until.is(StatusCode::OK).json["expires_at"].to_string();
    assert!(told.contains(&fortnight.to_string()), "{told}");
    let listed = app.call(&editor, Method::GET, &path, None).await;
    let link = &listed.is(StatusCode::OK).json["items"][0];
    assert_eq!(link["opened_at"], json!(null), "looking opens nothing");
    assert_eq!(link["made_by"]["byline"]["name"], "Jo Example");
    assert_eq!(link["open"], true);
    assert_eq!(link.get("url"), None, "the address is told once");

    let page = app.get(&format!("/preview/{token}/page")).await;
    page.is(StatusCode::OK);
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "private, no-store"),
        ("x-robots-tag", "noindex"),
        ("referrer-policy", "no-referrer"),
    ] {
        assert_eq!(page.headers[name], value, "{name}");
    }
    let html = String::from_utf8(page.bytes.clone()).expect("words");
    for words in ["Preview, not published", "Begin with a walk.", "Jo Example"] {
        assert!(html.contains(words), "{words} is missing in {html}");
    }
    let listed = app.call(&editor, Method::GET, &path, None).await;
    assert_ne!(listed.json["items"][0]["opened_at"], json!(null));

    for signs in ["", "/page"] {
        app.get(&format!("/sign/{token}{signs}"))
            .await
            .is_problem(StatusCode::NOT_FOUND, "no_such_link");
    }

    let one = format!("{path}/{preview}");
    app.call(&editor, Method::DELETE, &one, None)
        .await
        .is(StatusCode::NO_CONTENT);
    let listed = app.call(&author, Method::GET, &path, None).await;
    assert_ne!(listed.json["items"][0]["revoked_at"], json!(null));
    assert_eq!(listed.json["items"][0]["open"], false);
    let revoked = app.get(&format!("/preview/{token}/page")).await;
    let altered = format!("{}x", &token[..token.len() - 1]);
    let unknown = app.get(&format!("/preview/{altered}/page")).await;
    for answer in [&revoked, &unknown] {
        answer.is_problem(StatusCode::NOT_FOUND, "no_such_link");
    }
    assert_eq!(revoked.json, unknown.json, "one answer for all");
}

on_both_databases!(an_old_link_is_answered_as_one_that_never_was);
async fn an_old_link_is_answered_as_one_that_never_was(db: TestDatabase) {
    let app = App::new(db);
    let author = app.author().await;
    let (id, _) = app.draft(&author).await;
    let (_, token) = app.preview(&author, &id).await;
    app.clock.pass(time::Duration::days(14));
    for path in ["", "/page"] {
        app.get(&format!("/preview/{token}{path}"))
            .await
            .is_problem(StatusCode::NOT_FOUND, "no_such_link");
    }
}

on_both_databases!(images_are_those_of_the_text_that_is_shown);
async fn images_are_those_of_the_text_that_is_shown(db: TestDatabase) {
    let app = App::new(db);
    let author = app.author().await;
    let (id, section) = app.draft(&author).await;
    let (_, before) = app.preview(&author, &id).await;
    let image = add_image(&app, &author).await;
    let html = format!("<p>Begin with a walk.</p><img src=\"media:{image}\">");
    app.write(&author, &id, &section, &html)
        .await
        .is(StatusCode::OK);
    let (_, after) = app.preview(&author, &id).await;
    let file = format!("/preview/{after}/media/{image}/400.webp");
    let page = app.get(&format!("/preview/{after}/page")).await;
    let html = String::from_utf8(page.bytes).expect("words");
    assert!(
        html.contains(&format!("/api/v1/preview/{after}/media/{image}/")),
        "{html}"
    );
    let sent = app.get(&file).await;
    sent.is(StatusCode::OK);
    assert_eq!(sent.headers["content-type"], "image/webp");
    app.get(&format!("/preview/{before}/media/{image}/400.webp"))
        .await
        .is_problem(StatusCode::NOT_FOUND, "not_found");
}

async fn add_image(app: &App, by: &Browser) -> String {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(800, 600)
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a picture");
    let request = app
        .request(Method::POST, "/media")
        .header("cookie", by.cookie())
        .content_type("image/png")
        .body(png.into_inner());
    let added = Answer::of(request.send().await).await;
    let name = added.is(StatusCode::OK).json["sha256"].as_str();
    name.expect("a name").to_owned()
}
