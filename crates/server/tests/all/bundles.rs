//! Bundles in and out through the program.

use std::fs;

use serde_json::json;

use crate::program::{Server, run, until};

#[tokio::test]
async fn a_bundle_comes_in_is_read_and_goes_out_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let line = |id: &str, title: &str| {
        let answer = json!({"byline": "Jo Example, MA, LPC", "body_html": "<p>Lanternwater.</p>"});
        json!({"external_id": id, "title": title, "topics": ["Anxiety"], "answers": [answer]})
    };
    let bundle = format!(
        "{}\nno line\n{}\n",
        line("1", "First steps"),
        line("2", "Next steps")
    );
    fs::write(path("in.jsonl"), bundle).expect("written");
    let (input, report, output) = (path("in.jsonl"), path("report.csv"), path("out.jsonl"));

    let dry = run(
        &data,
        &["import", "bundle", &input, "--dry-run", "--publish"],
        "",
    )
    .await;
    assert_eq!(dry.code, Some(0), "{dry:?}");
    assert!(
        dry.out.contains("line 2: ") && dry.out.contains("Nothing was changed"),
        "{dry:?}"
    );
    let import = ["import", "bundle", &input, "--publish", "--report", &report];
    let done = run(&data, &import, "").await;
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{done:?}");
    assert!(done.out.starts_with("2 in"), "{done:?}");
    assert!(
        fs::read_to_string(&report)
            .expect("a report")
            .lines()
            .count()
            >= 2
    );
    let again = run(&data, &import, "").await;
    assert!(
        again.out.starts_with("0 in") && again.out.contains("2 unchanged"),
        "{again:?}"
    );

    let out = run(&data, &["export", "bundle", &output], "").await;
    assert!(out.out.starts_with("Written: 2 public"), "{out:?}");
    let back = run(
        &folder.path().join("other"),
        &["import", "bundle", &output],
        "",
    )
    .await;
    assert!(back.out.contains("2 in"), "{back:?}");

    let server = Server::start(&data, &[]).await;
    server.browser().get("/articles/first-steps").await.is(200);
    until("the hits", async || {
        let hits = server
            .browser()
            .get("/api/v1/search?q=lanternwater")
            .await
            .json();
        (hits["items"].as_array()?.len() == 2).then_some(())
    })
    .await;
}

#[tokio::test]
async fn what_is_no_bundle_is_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let missing = run(&data, &["import", "bundle", "/nowhere/at/all.jsonl"], "").await;
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.contains("/nowhere/at/all.jsonl"), "{missing:?}");
    let other = folder.path().join("other.jsonl");
    fs::write(&other, "%PDF-1.7\nnothing\n").expect("written");
    let refused = run(
        &data,
        &["import", "bundle", &other.display().to_string()],
        "",
    )
    .await;
    assert_eq!(refused.code, Some(1), "{refused:?}");
    let place = ["export", "bundle", "/nowhere/at/all.jsonl"];
    assert_eq!(run(&data, &place, "").await.code, Some(1));
}
