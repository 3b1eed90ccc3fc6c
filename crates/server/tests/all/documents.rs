//! Word documents through the program.

use std::path::Path;

use crate::program::run;

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    let file = folder.join(name);
    assert!(
        file.exists(),
        "{name} is missing. Please run: make target/documents/.made"
    );
    file.display().to_string()
}

#[tokio::test]
async fn a_document_becomes_a_draft_of_its_author() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let file = sample("office-article.docx");
    let import = ["import", "docx", &file, "--author", "Jo Example, MA, LPC"];
    let unknown = run(&data, &import, "").await;
    assert_eq!(unknown.code, Some(1), "{unknown:?}");
    assert!(unknown.err.contains("--new-author"), "{unknown:?}");

    let named = [&import[..], &["--new-author"]].concat();
    let dry = run(&data, &[&named[..], &["--dry-run"]].concat(), "").await;
    assert_eq!((dry.code, dry.err.as_str()), (Some(0), ""), "{dry:?}");
    for line in [
        "Title: When Worry Keeps You Awake",
        "Byline: Jo Example, MA, LPC",
        "Topic suggested: 8.4 Sleep",
        "2 changes that nobody had settled were taken in.",
        "Nothing was changed.",
    ] {
        assert!(dry.out.contains(line), "{line}: {dry:?}");
    }
    let done = run(&data, &[&named[..], &["--topic", "8.4"]].concat(), "").await;
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{done:?}");
    assert!(done.out.contains("A draft was begun: "), "{done:?}");
    let again = run(&data, &named, "").await;
    assert_eq!(again.code, Some(1), "{again:?}");
    assert!(again.err.contains("known here already"), "{again:?}");

    let add = [
        "account",
        "add",
        "edda@example.org",
        "--name",
        "Edda Editor",
        "--role",
        "editor",
    ];
    assert_eq!(run(&data, &add, "").await.code, Some(0));
    let for_editor = [
        "--editor",
        "edda@example.org",
        "--tracked",
        "refuse",
        "--title",
        "Awake",
    ];
    let done = run(&data, &[&import[..], &for_editor].concat(), "").await;
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.out.contains("were left out."), "{done:?}");
    let nobody = run(
        &data,
        &[&import[..], &["--editor", "x@example.org"]].concat(),
        "",
    )
    .await;
    assert_eq!(nobody.code, Some(1), "{nobody:?}");
}

#[tokio::test]
async fn several_people_of_one_name_are_listed() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    for email in ["one@example.org", "two@example.org"] {
        let add = [
            "account",
            "add",
            email,
            "--name",
            "Jo Example, LPC",
            "--role",
            "author",
        ];
        assert_eq!(run(&data, &add, "").await.code, Some(0));
    }
    let file = sample("python-article.docx");
    let import = ["import", "docx", &file, "--author", "jo example"];
    let said = run(&data, &import, "").await;
    assert_eq!(said.code, Some(1), "{said:?}");
    assert_eq!(said.err.matches("--author-id ").count(), 2, "{said:?}");
    let id = said
        .err
        .split("--author-id ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let chosen = ["import", "docx", &file, "--author-id", id.expect("an id")];
    assert_eq!(run(&data, &chosen, "").await.code, Some(0));
}

#[tokio::test]
async fn what_is_no_document_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    for (file, words) in [
        (sample("office-article.doc"), "older .doc file"),
        (sample("picture.png"), "not a Word document"),
        (
            "/nowhere/at/all.docx".to_owned(),
            "/nowhere/at/all.docx cannot be read",
        ),
    ] {
        let import = [
            "import",
            "docx",
            &file,
            "--author",
            "Jo Example",
            "--new-author",
        ];
        let said = run(&data, &import, "").await;
        assert_eq!(said.code, Some(1), "{said:?}");
        assert!(said.err.contains(words), "{said:?}");
    }
    let nobody = run(&data, &["import", "docx", &sample("picture.png")], "").await;
    assert_ne!(nobody.code, Some(0), "{nobody:?}");
}
