//! Word documents through the API: looked at, begun, and refused with a code of their own.

use std::path::Path;

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};
use crate::story::id_of;

fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| {
        panic!("{name} is missing ({error}). Please run: make target/documents/.made")
    })
}

const BOUNDARY: &str = "a-line-that-stands-nowhere-else";

fn part(name: &str, kind: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{}\r\n\
         Content-Type: {kind}\r\n\r\n",
        if name == "document" {
            "; filename=\"a.docx\""
        } else {
            ""
        }
    );
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

fn form(document: &[u8], choices: Option<&Value>) -> Vec<u8> {
    let mut form = part("document", "application/octet-stream", document);
    if let Some(choices) = choices {
        form.extend(part(
            "choices",
            "application/json",
            choices.to_string().as_bytes(),
        ));
    }
    form.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    form
}

async fn send(app: &App, by: Option<&Browser>, path: &str, body: Vec<u8>) -> Answer {
    let mut request = app
        .request(Method::POST, path)
        .content_type(format!("multipart/form-data; boundary={BOUNDARY}"));
    if let Some(by) = by {
        request = request.header("cookie", by.cookie());
    }
    Answer::of(request.body(body).send().await).await
}

on_both_databases!(a_document_is_looked_at_and_begun);
async fn a_document_is_looked_at_and_begun(db: TestDatabase) {
    let app = App::new(db);
    let jo = app.author().await;
    let document = sample("node-article.docx");
    let look = send(&app, Some(&jo), "/documents/look", form(&document, None)).await;
    let found = &look.is(StatusCode::OK).json;
    assert_eq!(found["title"], "When Worry Keeps You Awake");
    let byline = &found["bylines"][0];
    assert_eq!(byline["found"], "By Jo Example, MA, LPC");
    assert_eq!(
        (&byline["place"], &byline["matches"][0]["id"]),
        (&json!("line"), &json!(jo.person))
    );
    assert_eq!(
        found["changes"],
        json!({"count": 2, "authors": ["Robin Example"]})
    );
    let refused = json!({"tracked": "refuse"});
    let look = send(
        &app,
        Some(&jo),
        "/documents/look",
        form(&document, Some(&refused)),
    )
    .await;
    let carried = look.is(StatusCode::OK).json["carried"].to_string();
    assert!(carried.contains("left out"), "{carried}");

    let choices = json!({
        "save_id": uuid::Uuid::new_v4(), "tracked": "accept",
        "by": [{"found": byline["found"], "person_id": jo.person}],
    });
    let begun = send(
        &app,
        Some(&jo),
        "/documents",
        form(&document, Some(&choices)),
    )
    .await;
    let id = id_of(&begun.is(StatusCode::OK).json);
    assert_eq!(begun.json["left_out"], json!([]));
    let again = send(
        &app,
        Some(&jo),
        "/documents",
        form(&document, Some(&choices)),
    )
    .await;
    assert_eq!(id_of(&again.is(StatusCode::OK).json), id);
    let draft = app
        .call(&jo, Method::GET, &format!("/drafts/{id}"), None)
        .await;
    let draft = &draft.is(StatusCode::OK).json;
    assert_eq!(
        draft["sections"][0]["references"].as_array().map(Vec::len),
        Some(2)
    );
    let comments = format!("/drafts/{id}/comments");
    let comments = app.call(&jo, Method::GET, &comments, None).await;
    let first = &comments.is(StatusCode::OK).json["items"][0];
    assert_eq!(
        (&first["author_name"], &first["mine"]),
        (&json!("Robin Example"), &json!(false))
    );
    assert_eq!(
        first["answers"][0]["body"],
        "Ten minutes each. I will add it."
    );
}

on_both_databases!(comments_are_written_answered_and_settled);
async fn comments_are_written_answered_and_settled(db: TestDatabase) {
    let app = App::new(db);
    let jo = app.author().await;
    let new = json!({"kind": "article", "title": "A walk"});
    let draft = app.call(&jo, Method::POST, "/drafts", Some(new)).await;
    let draft = draft.is(StatusCode::OK).json.clone();
    let path = format!("/drafts/{}/comments", id_of(&draft));
    let section = id_of(&draft["sections"][0]);
    let new =
        json!({"section_id": section, "quote": "a walk", "before": "after ", "body": "Where?"});
    let added = app.call(&jo, Method::POST, &path, Some(new)).await;
    let id = id_of(&added.is(StatusCode::OK).json);
    let answer = json!({"answers": id, "body": "By the lake."});
    app.call(&jo, Method::POST, &path, Some(answer))
        .await
        .is(StatusCode::OK);
    app.call(&jo, Method::POST, &path, Some(json!({"body": "x"})))
        .await
        .is_invalid("section_id", "missing");
    app.call(
        &jo,
        Method::POST,
        &path,
        Some(json!({"section_id": section, "body": " "})),
    )
    .await
    .is_invalid("body", "missing");
    let at = |act: &str| format!("{path}/{id}/{act}");
    app.call(&jo, Method::POST, &at("resolve"), None)
        .await
        .is(StatusCode::NO_CONTENT);
    let list = app.call(&jo, Method::GET, &path, None).await;
    let one = &list.is(StatusCode::OK).json["items"][0];
    assert_eq!(
        (&one["body"], &one["quote"]),
        (&json!("Where?"), &json!("a walk"))
    );
    assert_eq!(one["resolved_by"]["id"], json!(jo.person));
    app.call(&jo, Method::POST, &at("reopen"), None)
        .await
        .is(StatusCode::NO_CONTENT);
    let gone = app
        .call(&jo, Method::DELETE, &format!("{path}/{id}"), None)
        .await;
    gone.is(StatusCode::NO_CONTENT);
    let list = app.call(&jo, Method::GET, &path, None).await;
    let one = &list.is(StatusCode::OK).json["items"][0];
    assert_eq!(
        (&one["body"], &one["answers"][0]["body"]),
        (&json!(null), &json!("By the lake."))
    );
}

on_both_databases!(each_file_that_cannot_be_read_has_its_code);
async fn each_file_that_cannot_be_read_has_its_code(db: TestDatabase) {
    let app = App::new(db);
    let jo = app.author().await;
    for (document, code) in [
        (Vec::new(), "empty_file"),
        (b"Dear editor, here is my article.".to_vec(), "not_word"),
        (sample("office-article.doc"), "old_word"),
        (sample("office-article.rtf"), "rich_text"),
        (sample("office-article.pdf"), "pdf"),
        (sample("office-article.odt"), "open_document"),
        (sample("python-without-words.docx"), "no_text"),
        (sample("node-article.docx")[..9000].to_vec(), "truncated"),
    ] {
        let choices = json!({"save_id": uuid::Uuid::new_v4()});
        for path in ["/documents/look", "/documents"] {
            let choices = (path == "/documents").then_some(&choices);
            let answer = send(&app, Some(&jo), path, form(&document, choices)).await;
            answer.is_problem(StatusCode::UNPROCESSABLE_ENTITY, code);
            let words = answer.json["detail"].as_str().unwrap_or_default();
            assert!(words.contains("othing was changed"), "{code}: {words}");
        }
    }
    for size in [20 * 1024 * 1024 + 1, 21 * 1024 * 1024] {
        let answer = send(
            &app,
            Some(&jo),
            "/documents/look",
            form(&vec![b'P'; size], None),
        )
        .await;
        answer.is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
        assert!(
            answer.json["detail"]
                .as_str()
                .is_some_and(|words| words.contains("at most 20 MB"))
        );
    }
    let mine = app.call(&jo, Method::GET, "/articles/mine", None).await;
    assert_eq!(mine.is(StatusCode::OK).json["items"], json!([]));
}

on_both_databases!(a_form_that_is_none_is_refused);
async fn a_form_that_is_none_is_refused(db: TestDatabase) {
    let app = App::new(db);
    let jo = app.author().await;
    let document = sample("node-article.docx");
    send(&app, None, "/documents/look", form(&document, None))
        .await
        .is_problem(StatusCode::UNAUTHORIZED, "signed_out");
    for body in [
        b"no form".to_vec(),
        form(&document, None)[..4000].to_vec(),
        form(&document, Some(&json!({"surely_not_a_field": 1}))),
        form(&document, Some(&json!([]))),
        [part("document", "x/y", b"1"), form(b"2", None)].concat(),
        [part("other", "x/y", b"1"), form(b"2", None)].concat(),
    ] {
        send(&app, Some(&jo), "/documents/look", body)
            .await
            .is_problem(StatusCode::BAD_REQUEST, "bad_request");
    }
    send(&app, Some(&jo), "/documents", form(&document, None))
        .await
        .is_problem(StatusCode::BAD_REQUEST, "bad_request");
    let nothing = format!("--{BOUNDARY}--\r\n").into_bytes();
    send(&app, Some(&jo), "/documents/look", nothing)
        .await
        .is_invalid("document", "missing");
    app.call(&jo, Method::POST, "/documents/look", Some(json!({})))
        .await
        .is_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_type");
    let nobody = json!({"save_id": uuid::Uuid::new_v4(), "by": [{"found": "x"}]});
    send(
        &app,
        Some(&jo),
        "/documents",
        form(&document, Some(&nobody)),
    )
    .await
    .is_invalid("by", "missing");
}
