//! The list of public articles, a part at a time, while it grows and shrinks under the reader.

use poem::http::StatusCode;
use serde_json::{Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;
use time::Duration;

use crate::app::App;

/// The articles of a part, and where the list goes on.
async fn part(app: &App, query: &str) -> (Vec<String>, Option<String>) {
    let answer = app.get(&format!("/articles?{query}")).await;
    let json = &answer.is(StatusCode::OK).json;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let items = json["items"].as_array().expect("a list");
    let ids = items.iter().filter_map(|item| text(&item["id"])).collect();
    (ids, text(&json["next"]))
}

on_both_databases!(nothing_is_told_twice_and_nothing_left_out_while_others_publish);
async fn nothing_is_told_twice_and_nothing_left_out_while_others_publish(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let mut there = Vec::new();
    // Two of each moment: the second of a pair is told from the first by its name alone.
    for pair in 0..3 {
        for _ in 0..2 {
            there.push(app.live(&author, &editor).await);
        }
        // A part of a second is as good a moment as a whole one.
        app.clock.pass(Duration::milliseconds(1_250 + pair));
    }
    there.reverse();
    assert_eq!(part(&app, "limit=200").await, (there.clone(), None));

    let (mut told, mut next) = part(&app, "limit=2").await;
    while let Some(after) = next {
        let newer = app.live(&author, &editor).await;
        let (more, goes_on) = part(&app, &format!("limit=1&after={after}")).await;
        assert!(!more.contains(&newer));
        told.extend(more);
        next = goes_on;
    }
    assert_eq!(told, there);
}

on_both_databases!(a_list_goes_on_where_an_article_went_away);
async fn a_list_goes_on_where_an_article_went_away(db: TestDatabase) {
    let app = App::new(db);
    let (author, editor) = (app.author().await, app.editor().await);
    let mut there = Vec::new();
    for _ in 0..4 {
        there.push(app.live(&author, &editor).await);
    }
    there.reverse();
    let (told, next) = part(&app, "limit=2").await;
    assert_eq!(told, there[..2]);
    let gone = json!({"printed": "It was out of date.", "emergency": true});
    app.act(&editor, &there[1], "withdraw", gone)
        .await
        .is(StatusCode::OK);
    let after = next.expect("it goes on");
    let (told, next) = part(&app, &format!("limit=2&after={after}")).await;
    assert_eq!(told, there[2..]);
    assert_eq!(next, None);
}

on_both_databases!(a_place_that_no_answer_gave_is_refused);
async fn a_place_that_no_answer_gave_is_refused(db: TestDatabase) {
    let app = App::new(db);
    for after in [
        "",
        "20",
        "-1",
        "next",
        "%ff",
        &"0".repeat(63),
        &"7".repeat(64),
    ] {
        let answer = app.get(&format!("/articles?after={after}")).await;
        answer.is_problem(StatusCode::BAD_REQUEST, "bad_request");
    }
    let answer = app.get("/articles?after=20").await;
    assert_eq!(
        answer.json["detail"],
        "This list cannot go on from there: `after` takes what an earlier answer gave as `next`."
    );
}
