//! An erased article leaves no word behind: in no table, and in no file of the data folder.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use content::declaration::{Answer, Declarations};
use content::draft::HeadInput;
use content::ids::{ArticleId, NoticeId, SaveId};
use content::notice::{Notice, NoticeKind};
use content::signature::ApprovalKind;
use countersign::folding::{Folded, Folder};
use countersign::index;
use editorial::Caller;
use editorial::importing::{ImportOptions, import_bundle};
use editorial::signing::{self, ErasureStep, Extent, Signing, WithdrawalStep};
use editorial::writing;
use search::{SearchIndex, SearchQuery};
use serde_json::json;
use storage::accounts::Role;
use storage::joint_acts::Act;
use storage::testing::places_of;
use storage::{imports, joint_acts, notices, on_both_databases};

use crate::newsroom::{Newsroom, answers, hire};

/// In every field of the articles that are erased, and nowhere else. No four letters of it stand
/// in any other word, so that a packed file holds it in one piece.
const WORD: &str = "xylquizzov";

/// An article with the word in all that was ever written in it or about it.
async fn with_the_word(room: &Newsroom) -> ArticleId {
    let Newsroom {
        desk,
        author,
        editor,
        ..
    } = room;
    let (id, _) = room.approved(&format!("The {WORD} evenings")).await;
    let message = format!("My {WORD} is missing.");
    signing::object(desk, author, id, &message, Extent::SomethingIsWrong)
        .await
        .expect("objected");
    let view = writing::open_draft(desk, editor, id).await.expect("open");
    let (section, version) = (view.sections[0].id, view.sections[0].version);
    let body = format!("<p>Begin with a {WORD} by the lanternwater.</p>");
    let save = SaveId(desk.id());
    writing::save_section(desk, editor, id, section, version, save, body.as_str())
        .await
        .expect("saved");
    let head = HeadInput {
        title: format!("The {WORD} evenings"),
        summary: format!("On {WORD}."),
        question: None,
    };
    let save = SaveId(desk.id());
    writing::save_head(desk, editor, id, view.head.version, save, head)
        .await
        .expect("saved");
    signing::send_proof(desk, editor, id).await.expect("sent");
    let digest = signing::proof(desk, author, id).await.expect("it").digest;
    let declarations = Declarations {
        sponsorship: Answer::Yes {
            details: format!("Paid for by the {WORD} guild."),
        },
        ..answers()
    };
    let signing = Signing {
        digest,
        declarations,
        put_back: Vec::new(),
    };
    let signed = signing::attest(desk, author, id, signing)
        .await
        .expect("signed");
    signing::approve(desk, editor, id, signed.digest, &[ApprovalKind::Editorial])
        .await
        .expect("approved");
    signing::publish(desk, editor, id, signed.digest)
        .await
        .expect("published");
    let printed = format!("The {WORD} was wrong.");
    signing::withdraw(desk, author, id, WithdrawalStep::Ask { printed })
        .await
        .expect("asked");
    let notice = Notice {
        id: NoticeId(desk.id()),
        kind: NoticeKind::Correction,
        text: format!("It said {WORD}."),
        at: desk.now(),
    };
    let tx = desk.storage.begin().await.expect("a transaction");
    notices::insert(&tx, id, &notice, None).await.expect("kept");
    tx.commit().await.expect("kept");
    signing::revise(desk, editor, id)
        .await
        .expect("a successor");
    id
}

/// The same of an import.
async fn imported_with_the_word(room: &Newsroom) -> (ArticleId, String) {
    let body = format!("<p>An old {WORD}.</p>");
    let line = json!({
        "external_id": format!("{WORD}:1"), "title": format!("An old {WORD}"),
        "topics": ["Sleep", format!("{WORD} lore")],
        "url": format!("https://earlier.example/2019/{WORD}.html"),
        "old_urls": [format!("https://earlier.example/old/{WORD}")],
        "answers": [{"byline": "Wren Pattern, LPC", "body_html": body}],
    })
    .to_string();
    let options = ImportOptions {
        publish: true,
        dry_run: false,
    };
    import_bundle(
        &room.desk,
        &Caller::Operator,
        line.as_bytes(),
        options,
        &mut |_| {},
    )
    .await
    .expect("imported");
    let tx = room.desk.storage.look().await.expect("a look");
    let stored = imports::find(&tx, &format!("{WORD}:1"))
        .await
        .expect("an answer")
        .expect("an import");
    (stored.article_id, line)
}

/// The files below a folder that hold the word in any of its capitals.
fn files_with_the_word(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_with_the_word(&path));
            continue;
        }
        let bytes = fs::read(&path).expect("a file").to_ascii_lowercase();
        if bytes
            .windows(WORD.len())
            .any(|part| part == WORD.as_bytes())
        {
            found.push(path.display().to_string());
        }
    }
    found
}

on_both_databases! {
    async fn an_erasure_leaves_no_word_behind(database: TestDatabase) {
        let room = Newsroom::open(&database.storage).await;
        let second = hire(&room.desk, "robin@house.example", "Robin Sample", &[Role::Editor]).await;
        let kept = room.publish("Evenings that stay").await;
        let written = with_the_word(&room).await;
        let (imported, line) = imported_with_the_word(&room).await;

        let place = tempfile::tempdir().expect("a folder");
        let index: Arc<dyn SearchIndex> =
            index::open(place.path().to_owned(), &database.storage).await.expect("an index");
        let folder = Folder::new(database.storage.clone(), Arc::clone(&index));
        assert_eq!(folder.step().await, Ok(Folded::Rebuilt));
        let mut data = vec![place.path().to_owned()];
        if let Some(file) = database.address.strip_prefix("sqlite:") {
            data.push(Path::new(file).parent().expect("a folder").to_owned());
        }
        for folder in &data {
            assert_ne!(files_with_the_word(folder), [""; 0], "{}", folder.display());
        }
        let places = places_of(&database, WORD).await;
        for must in [
            "article_labels.label", "article_slugs.slug", "imports.external_id",
            "imports.source_url", "joint_acts.facts", "notices.text", "objections.message",
            "old_paths.path", "public_copies.sponsorship", "public_copies.title",
            "revision_bodies.canonical", "draft_sections.body_html",
        ] {
            assert!(places.iter().any(|place| place == must), "{must} of {places:?}");
        }

        for id in [written, imported] {
            let reason = "A client could be recognised".to_owned();
            signing::erase(&room.desk, &room.editor, id, ErasureStep::Ask { reason })
                .await
                .expect("asked");
            let tx = database.storage.look().await.expect("a look");
            let open = joint_acts::find_open(&tx, id, Act::Erase).await.expect("an answer");
            drop(tx);
            let join = ErasureStep::Join { act: open.expect("it waits").id };
            let done = signing::erase(&room.desk, &second, id, join).await;
            assert!(done.expect("joined"));
        }
        assert_eq!(places_of(&database, WORD).await, [""; 0]);
        assert_eq!(folder.step().await, Ok(Folded::Rebuilt), "segments keep what they held");
        assert_eq!(folder.step().await, Ok(Folded::UpToDate));
        for folder in &data {
            assert_eq!(files_with_the_word(folder), [""; 0]);
        }
        let found = index.search(&SearchQuery::new("lanternwater")).await.expect("an answer");
        assert_eq!(found.hits.len(), 1);
        assert_eq!(found.hits[0].article_id, kept);

        let snapshot = database.storage.reader().snapshot().await.expect("a snapshot");
        assert_eq!(snapshot.newest(10).await.expect("a list").len(), 1);
        assert_eq!(snapshot.tombstones(10).await.expect("a list"), []);
        drop(snapshot);
        let tx = database.storage.look().await.expect("a look");
        assert_eq!(storage::audit::first_broken(&tx).await.expect("an answer"), None);
        let slug = format!("the-{WORD}-evenings");
        let owner = storage::articles::find_slug(&tx, &slug).await.expect("an answer");
        assert_eq!(owner, Some(written), "nobody else gets the address");
        let taken = storage::articles::taken_slugs(&tx, std::slice::from_ref(&slug)).await.expect("an answer");
        assert_eq!(taken, [(slug, written)]);
        let name = format!("{WORD}:1");
        let all = imports::find_all(&tx, std::slice::from_ref(&name)).await.expect("an answer");
        assert_eq!((all.len(), &all[0].external_id, all[0].article_id), (1, &name, imported));
        drop(tx);

        // The same line does not bring it back.
        let options = ImportOptions { publish: true, dry_run: false };
        import_bundle(
            &room.desk, &Caller::Operator, line.as_bytes(), options, &mut |_| {},
        ).await.expect("read");
        assert_eq!(places_of(&database, WORD).await, [""; 0]);
    }
}
