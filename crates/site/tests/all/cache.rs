//! What is kept, for how long, and how it is sent.

use poem::http::StatusCode;
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::library::Library;

fn header(response: &poem::test::TestResponse, name: &str) -> String {
    let value = response
        .0
        .headers()
        .get(name)
        .unwrap_or_else(|| panic!("no {name}"));
    value.to_str().unwrap().to_owned()
}

on_both_databases!(a_page_is_asked_for_again_by_its_tag);
async fn a_page_is_asked_for_again_by_its_tag(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("Waiting rooms", "2.6").await;
    let client = library.client();
    let response = client.get("/articles/waiting-rooms").send().await;
    response.assert_header("cache-control", "no-cache");
    response.assert_header("vary", "accept-encoding");
    let tag = header(&response, "etag");
    for known in [
        tag.clone(),
        format!("W/{tag}"),
        format!("\"x\", {tag}"),
        "*".to_owned(),
    ] {
        let again = client
            .get("/articles/waiting-rooms")
            .header("if-none-match", known)
            .send()
            .await;
        again.assert_status(StatusCode::NOT_MODIFIED);
        again.assert_header("etag", &tag);
        assert!(again.0.into_body().into_bytes().await.unwrap().is_empty());
    }
    let other = client
        .get("/articles/waiting-rooms")
        .header("if-none-match", "\"x\"")
        .send()
        .await;
    other.assert_status_is_ok();
}

on_both_databases!(a_page_is_sent_packed_to_those_who_ask);
async fn a_page_is_sent_packed_to_those_who_ask(db: TestDatabase) {
    let library = Library::open(db).await;
    let plain = library.get("/about").await;
    assert!(plain.0.headers().get("content-encoding").is_none());
    let client = library.client();
    let packed = client
        .get("/about")
        .header("accept-encoding", "br, gzip")
        .send()
        .await;
    packed.assert_header("content-encoding", "gzip");
    assert_ne!(header(&plain, "etag"), header(&packed, "etag"));
    let tag = header(&packed, "etag");
    let length: usize = header(&packed, "content-length").parse().unwrap();
    let body = packed.0.into_body().into_bytes().await.unwrap();
    assert_eq!(body.len(), length);
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&body[..]), &mut text).unwrap();
    assert!(text.contains("How we publish"));
    let known = client
        .get("/about")
        .header("accept-encoding", "gzip")
        .header("if-none-match", tag)
        .send()
        .await;
    known.assert_status(StatusCode::NOT_MODIFIED);
    let refused = client
        .get("/about")
        .header("accept-encoding", "gzip;q=0")
        .send()
        .await;
    assert!(refused.0.headers().get("content-encoding").is_none());
}

on_both_databases!(a_new_version_is_seen_at_once);
async fn a_new_version_is_seen_at_once(db: TestDatabase) {
    let library = Library::open(db).await;
    assert!(
        library
            .page("/")
            .await
            .contains("Nothing has been published")
    );
    library
        .get("/articles/waiting-rooms")
        .await
        .assert_status(StatusCode::NOT_FOUND);
    let article = library.publish("Waiting rooms", "2.6").await;
    assert!(library.page("/").await.contains("Waiting rooms"));
    assert!(
        library
            .page("/articles/waiting-rooms")
            .await
            .contains("Waiting rooms")
    );
    library.withdraw(article).await;
    library
        .get("/articles/waiting-rooms")
        .await
        .assert_status(StatusCode::GONE);
}

on_both_databases!(many_who_wait_get_one_page);
async fn many_who_wait_get_one_page(db: TestDatabase) {
    let library = Library::open(db).await;
    library.publish("Waiting rooms", "2.6").await;
    let waiting: Vec<_> = (0..64)
        .map(|_| {
            let client = library.client();
            tokio::spawn(async move {
                let response = client.get("/articles/waiting-rooms").send().await;
                response.assert_status_is_ok();
                header(&response, "etag")
            })
        })
        .collect();
    let mut tags = Vec::new();
    for one in waiting {
        tags.push(one.await.unwrap());
    }
    tags.dedup();
    assert_eq!(tags.len(), 1);
}

on_both_databases!(only_reading_is_done_here);
async fn only_reading_is_done_here(db: TestDatabase) {
    let library = Library::open(db).await;
    let client = library.client();
    for response in [
        client.post("/").send().await,
        client.delete("/help").send().await,
    ] {
        response.assert_status(StatusCode::METHOD_NOT_ALLOWED);
        response.assert_header("allow", "GET, HEAD");
    }
    let whole = client.get("/help").send().await;
    let head = client.head("/help").send().await;
    head.assert_status_is_ok();
    assert_eq!(
        header(&whole, "content-length"),
        header(&head, "content-length")
    );
    assert!(head.0.into_body().into_bytes().await.unwrap().is_empty());
}

on_both_databases!(assets_are_kept_for_ever_under_their_hash);
async fn assets_are_kept_for_ever_under_their_hash(db: TestDatabase) {
    let library = Library::open(db).await;
    let page = library.page("/help").await;
    for part in page.split("/assets/").skip(1) {
        let name = part.split('"').next().unwrap();
        let response = library.get(&format!("/assets/{name}")).await;
        response.assert_status_is_ok();
        response.assert_header("cache-control", "public, max-age=31536000, immutable");
    }
    let older = library.get("/assets/site.000000000000.css").await;
    older.assert_status_is_ok();
    older.assert_header("cache-control", "no-cache");
    older.assert_content_type("text/css; charset=utf-8");
    library
        .get("/assets/other.css")
        .await
        .assert_status(StatusCode::NOT_FOUND);
}

on_both_databases!(what_another_process_changed_is_seen_by_following);
async fn what_another_process_changed_is_seen_by_following(db: TestDatabase) {
    let library = Library::open(db).await;
    let line = "A line of another process";
    assert!(!library.page("/help").await.contains(line));
    library.change_elsewhere().await;
    assert!(
        !library.page("/help").await.contains(line),
        "nobody told this process"
    );
    let site = library.site.clone();
    let following = tokio::spawn(async move { site.follow().await });
    let mut looks = 0;
    while !library.page("/help").await.contains(line) {
        looks += 1;
        assert!(looks < 100, "not seen within five seconds");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    following.abort();
}
