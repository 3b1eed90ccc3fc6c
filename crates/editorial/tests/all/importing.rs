//! Bundles on both databases. The people and texts in them are invented.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use content::byline::ContributorRole;
use content::declaration::Answer;
use content::disclaimer::{DisclaimerKind, Mode};
use content::ids::{ArticleId, TopicId};
use content::notice::NoticeKind;
use content::publication::Publication;
use editorial::importing::{
    Code, ExportError, ExportReport, ExportScope, ImportError, ImportOptions, ImportReport,
    Progress, export_bundle, import_bundle,
};
use editorial::signing::ErasureStep;
use editorial::{Caller, Desk, Refusal, accounts, signing, writing};
use serde_json::{Value, json};
use storage::accounts::Role;
use storage::contributors::Contributor;
use storage::testing::{Engine, TestDatabase};
use storage::{Lookup, articles, audit, imports, on_both_databases, publications, revisions};

use crate::newsroom::{Newsroom, hire};

const PUBLISH: ImportOptions = ImportOptions {
    publish: true,
    dry_run: false,
};
const DRAFT: ImportOptions = ImportOptions {
    publish: false,
    dry_run: false,
};
const DRY: ImportOptions = ImportOptions {
    publish: true,
    dry_run: true,
};

fn bundle(lines: &[Value]) -> Vec<u8> {
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    lines.join("\n").into_bytes()
}

fn answer(byline: &str, body: &str) -> Value {
    json!({ "byline": byline, "body_html": body })
}

fn line(external_id: &str, title: &str, answers: &[Value]) -> Value {
    json!({
        "external_id": external_id, "title": title, "topics": ["Sleep"], "answers": answers,
    })
}

fn rest() -> Value {
    line(
        "earlier:1",
        "On rest",
        &[answer("Rowan Invented, MA, LPC", "<p>Rest a little.</p>")],
    )
}

async fn import(
    desk: &Desk,
    input: &[u8],
    options: ImportOptions,
) -> Result<ImportReport, ImportError> {
    import_bundle(desk, &Caller::Operator, input, options, &mut |_| {}).await
}

async fn taken_in(desk: &Desk, lines: &[Value], options: ImportOptions) -> ImportReport {
    import(desk, &bundle(lines), options)
        .await
        .expect("the bundle comes in")
}

async fn page(desk: &Desk, slug: &str) -> Publication {
    let snapshot = desk.storage.reader().snapshot().await.expect("a snapshot");
    match snapshot.article(slug).await.expect("an answer") {
        Lookup::Found(page) => page,
        other => panic!("{slug}: {other:?}"),
    }
}

async fn article(desk: &Desk, external_id: &str) -> ArticleId {
    let tx = desk.storage.look().await.expect("a look");
    imports::find(&tx, external_id)
        .await
        .expect("an answer")
        .expect("an import")
        .article_id
}

/// Everything that an import could change without reason.
async fn state(desk: &Desk) -> (i64, usize, usize, usize, usize) {
    let tx = desk.storage.look().await.expect("a look");
    let version = storage::site_state::current(&tx)
        .await
        .expect("a version")
        .version;
    let acts = audit::list(&tx, None, 100_000)
        .await
        .expect("the log")
        .len();
    let people = storage::persons::list(&tx, None)
        .await
        .expect("persons")
        .len();
    let ids = articles::ids(&tx).await.expect("articles");
    let mut texts = 0;
    for id in &ids {
        texts += revisions::list(&tx, *id).await.expect("revisions").len();
    }
    (version, acts, people, ids.len(), texts)
}

fn codes(report: &ImportReport, line: u64) -> Vec<Code> {
    report
        .rows
        .iter()
        .filter(|row| row.line == line)
        .map(|row| row.code)
        .collect()
}

/// One line for each thing that can be wrong with one, each with what is told of it.
fn messy() -> Vec<(Value, Vec<Code>)> {
    let word = "<!--[if gte mso 9]><xml><w:Word>x</w:Word></xml><![endif]-->\
                <p class=\"MsoNormal\">Plain.<o:p></o:p></p>";
    let image = "<p>Look:<img src=\"data:image/png;base64,iVBORw0KGgo=\"></p>";
    let hostile = "<p onclick=\"x()\">Calm<script>alert(1)</script>\
                   <a href=\"javascript:alert(1)\">here</a><iframe src=x></iframe></p>";
    let good = || answer("Juniper Invented, LCSW", "<p>Yes.</p>");
    let with = |external_id: &str, more: Value| {
        let mut line = line(external_id, &format!("Title of {external_id}"), &[good()]);
        let fields = line.as_object_mut().expect("an object");
        fields.extend(more.as_object().expect("an object").clone());
        line
    };
    vec![
        (with("fine", json!({})), vec![]),
        (with("no-title", json!({"title": ""})), vec![Code::NoTitle]),
        (with("no-topic", json!({"topics": []})), vec![Code::NoTopic]),
        (
            with("odd-topic", json!({"topics": ["Gardens"]})),
            vec![Code::UnmappedTopic],
        ),
        (with("fine", json!({})), vec![Code::Duplicate]),
        (
            with(
                "empty",
                json!({"answers": [answer("Ada Invented", "<p>&nbsp;</p>")]}),
            ),
            vec![Code::NoAnswers],
        ),
        (with("none", json!({"answers": []})), vec![Code::NoAnswers]),
        (with(" ", json!({})), vec![Code::NoExternalId]),
        (
            with("word", json!({"answers": [answer("Ada Invented", word)]})),
            vec![Code::WordMarkup, Code::PartsLeftOut],
        ),
        (
            with("image", json!({"answers": [answer("Ada Invented", image)]})),
            vec![Code::DataImage],
        ),
        (
            with(
                "hostile",
                json!({"answers": [answer("Ada Invented", hostile)]}),
            ),
            vec![Code::PartsLeftOut],
        ),
        (
            with(
                "practice",
                json!({"answers": [answer("Invented Counseling  Group", "x")]}),
            ),
            vec![Code::DoubleSpace, Code::PracticeNotPerson],
        ),
        (
            with(
                "letters",
                json!({"answers": [answer("Ada Invented, QXZ", "x")]}),
            ),
            vec![Code::UnknownLetters],
        ),
        (
            with("small", json!({"answers": [answer("Ada invented", "x")]})),
            vec![Code::SmallLetters, Code::SimilarName],
        ),
        (
            with(
                "capitals",
                json!({"answers": [answer("DR. BO INVENTED LPC", "x")]}),
            ),
            vec![Code::PrefixDropped, Code::NoComma, Code::AllCapitals],
        ),
        (
            with(
                "dates",
                json!({"published_at": "soon", "modified_at": "2099-01-01"}),
            ),
            vec![Code::BadDate, Code::BadDate],
        ),
        (
            with("url", json!({"url": "ftp://a.example/x", "images": [{}]})),
            vec![Code::ImagesLeftOut, Code::BadUrl],
        ),
        (
            with("slug", json!({"slug": "title-of-fine"})),
            vec![Code::SlugTaken],
        ),
        (
            with(
                "two",
                json!({"answers": [good(), answer("Ada Invented", " ")]}),
            ),
            vec![Code::EmptyAnswer],
        ),
        (
            with("nobody", json!({"answers": [good(), answer("", "x")]})),
            vec![Code::NoByline],
        ),
        (
            with("question", json!({"question": "How do I sleep?"})),
            vec![],
        ),
    ]
}

on_both_databases! {
    async fn an_imported_page_says_so_and_nobody_signed_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let report = taken_in(&room.desk, &[rest()], PUBLISH).await;
        assert_eq!((report.counts.new, report.counts.published), (1, 1));
        assert_eq!(report.rows, []);
        let page = page(&room.desk, "on-rest").await;
        assert_eq!(page.mode, Mode::Imported);
        assert!(page.countersigners.is_empty());
        let over = &page.sections[0].contributors[0];
        assert_eq!(over.byline.text(), "Rowan Invented, MA, LPC");
        assert_eq!(over.person.byline.text(), "Rowan Invented, MA, LPC");
        assert!(over.signed_at.is_none() && over.permission.is_none());
        assert!(over.person.verified.is_empty());
        let kinds: Vec<DisclaimerKind> = page.disclaimers.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [DisclaimerKind::Imported, DisclaimerKind::NotMedicalAdvice]);
        assert_eq!(page.notices.len(), 1);
        assert_eq!(page.notices[0].kind, NoticeKind::Imported);
        assert!(page.notices[0].text.contains("on 2 March 2026"), "{:?}", page.notices);
        assert_eq!(page.topics[0].label, "Sleep");
        let tx = room.desk.storage.look().await.unwrap();
        let log = audit::list_of(&tx, "article", &page.article_id.to_string()).await.unwrap();
        assert_eq!(log.len(), 1);
        assert_eq!((log[0].act.as_str(), log[0].caller.as_str()), ("import", "operator"));
        assert_eq!(log[0].digest.as_deref(), Some(page.digest.to_string().as_str()));
        assert_eq!(audit::first_broken(&tx).await.unwrap(), None);
    }

    async fn several_answers_are_expert_answers(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut both = line("earlier:2", "How do I begin?", &[
            answer("Rowan Invented, MA", "<p>Slowly.</p>"),
            answer("Juniper Invented, PhD, JD", "<p>Today.</p>"),
            answer("Rowan Invented, MA", "<p>One thing more.</p>"),
        ]);
        both["question"] = json!("I cannot begin.\r\nWhat now?");
        let report = taken_in(&room.desk, &[both], PUBLISH).await;
        assert_eq!(report.rows, []);
        let page = page(&room.desk, "how-do-i-begin").await;
        assert_eq!(page.kind, content::article::Kind::ExpertAnswers);
        assert_eq!(page.question.as_deref(), Some("I cannot begin.\nWhat now?"));
        let bylines: Vec<String> =
            page.sections.iter().map(|one| one.contributors[0].byline.text()).collect();
        assert_eq!(
            bylines,
            ["Rowan Invented, MA", "Juniper Invented, PhD, JD", "Rowan Invented, MA"]
        );
        assert_eq!(page.sections[0].contributors[0].person.id,
            page.sections[2].contributors[0].person.id);
    }

    async fn without_publish_articles_are_drafts_until_they_are_published(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let report = taken_in(&room.desk, &[rest()], DRAFT).await;
        assert_eq!((report.counts.new, report.counts.published), (1, 0));
        let id = article(&room.desk, "earlier:1").await;
        assert_eq!(room.state(id).await, "draft");
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        assert_eq!(snapshot.site_version().await.unwrap().version, 0);
        assert_eq!(taken_in(&room.desk, &[rest()], DRAFT).await.counts.unchanged, 1);

        let report = taken_in(&room.desk, &[rest()], PUBLISH).await;
        assert_eq!((report.counts.updated, report.counts.published), (1, 1));
        assert_eq!(room.state(id).await, "none");
        assert_eq!(page(&room.desk, "on-rest").await.notices.len(), 1);
        assert_eq!(taken_in(&room.desk, &[rest()], PUBLISH).await.counts.unchanged, 1);
    }

    async fn each_irregularity_is_told_by_its_line(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let messy = messy();
        let lines: Vec<Value> = messy.iter().map(|(line, _)| line.clone()).collect();
        let dry = taken_in(&room.desk, &lines, DRY).await;
        assert_eq!(state(&room.desk).await, (0, 0, 4, 0, 0));
        let report = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!(dry, report);
        for (number, (line, expected)) in (1..).zip(&messy) {
            assert_eq!(&codes(&report, number), expected, "line {number}: {line}");
        }
        assert_eq!((report.counts.lines, report.counts.unusable), (21, 4));
        assert_eq!(report.counts.published, 17);
        assert_eq!(report.counts.by_code[&Code::NoAnswers], 2);

        let hostile = page(&room.desk, "title-of-hostile").await;
        assert_eq!(hostile.sections[0].body.as_str(), "<p>Calmhere</p>");
        let quoted = page(&room.desk, "title-of-question").await;
        let words = "<blockquote><p>How do I sleep?</p></blockquote><p>Yes.</p>";
        assert_eq!(quoted.sections[0].body.as_str(), words);
        assert_eq!(page(&room.desk, "title-of-fine-2").await.head.title, "Title of slug");
        assert_eq!(page(&room.desk, "title-of-odd-topic").await.import_labels, ["Gardens"]);
    }

    async fn twice_changes_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut lines: Vec<Value> = messy().into_iter().map(|(line, _)| line).collect();
        taken_in(&room.desk, &lines, PUBLISH).await;
        let before = state(&room.desk).await;
        assert_eq!(before.0, 17);
        room.clock.pass(time::Duration::days(3));
        let again = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!((again.counts.unchanged, again.counts.unusable), (17, 4));
        assert_eq!(state(&room.desk).await, before);

        // Other spelling of the same words is no change either.
        lines[0]["answers"][0]["body_html"] = json!("<p  class=\"x\">Yes.</p>");
        let again = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!((again.counts.unchanged, again.counts.updated), (17, 0));
        assert_eq!(state(&room.desk).await, before);
    }

    async fn a_changed_line_updates_what_nobody_edited(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut both = line("earlier:2", "How do I begin?", &[
            answer("Rowan Invented", "<p>Slowly.</p>"),
            answer("Juniper Invented", "<p>Today.</p>"),
        ]);
        taken_in(&room.desk, &[both.clone()], PUBLISH).await;
        let before = page(&room.desk, "how-do-i-begin").await;
        both["answers"] = json!([
            answer("Sorrel Invented", "<p>With help.</p>"),
            answer("Rowan Invented", "<p>Slowly, then.</p>"),
        ]);
        both["topics"] = json!(["Stress"]);
        room.clock.pass(time::Duration::days(1));
        let report = taken_in(&room.desk, &[both.clone()], PUBLISH).await;
        assert_eq!((report.counts.updated, report.counts.published), (1, 1));
        let after = page(&room.desk, "how-do-i-begin").await;
        let bodies: Vec<&str> = after.sections.iter().map(|one| one.body.as_str()).collect();
        assert_eq!(bodies, ["<p>With help.</p>", "<p>Slowly, then.</p>"]);
        assert_eq!(after.sections[1].id, before.sections[0].id);
        assert_eq!(after.first_published_at, before.first_published_at);
        assert_eq!(after.topics[0].label, "Stress");
        assert_eq!(after.notices.len(), 1);
        assert_eq!(taken_in(&room.desk, &[both.clone()], PUBLISH).await.counts.unchanged, 1);

        both["answers"] = json!([answer("Sorrel Invented", "<p>With help.</p>")]);
        taken_in(&room.desk, &[both.clone()], PUBLISH).await;
        let after = page(&room.desk, "how-do-i-begin").await;
        assert_eq!(after.kind, content::article::Kind::Article);

        // Without publish the change waits as a draft, and readers keep what they have.
        both["answers"] = json!([answer("Sorrel Invented", "<p>With much help.</p>")]);
        taken_in(&room.desk, &[both.clone()], DRAFT).await;
        assert_eq!(room.state(after.article_id).await, "draft");
        let live = page(&room.desk, "how-do-i-begin").await;
        assert_eq!(live.sections[0].body.as_str(), "<p>With help.</p>");
        let report = taken_in(&room.desk, &[both.clone()], PUBLISH).await;
        assert_eq!(report.counts.published, 1);
        let live = page(&room.desk, "how-do-i-begin").await;
        assert_eq!(live.sections[0].body.as_str(), "<p>With much help.</p>");
        assert_eq!(room.state(after.article_id).await, "none");
    }

    async fn what_was_edited_here_is_left_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let ids = ["revised", "tagged", "withdrawn", "drafted", "free"];
        let mut lines: Vec<Value> = ids
            .iter()
            .map(|id| line(id, &format!("On {id}"), &[answer("Rowan Invented", "<p>Old.</p>")]))
            .collect();
        taken_in(&room.desk, &lines, PUBLISH).await;

        let revised = article(&room.desk, "revised").await;
        signing::revise(&room.desk, &room.dana, revised).await.unwrap();
        let tagged = article(&room.desk, "tagged").await;
        let stress = content::ids::TopicId("8.1".to_owned());
        writing::set_topics(&room.desk, &room.dana, tagged, &[stress]).await.unwrap();
        let withdrawn = article(&room.desk, "withdrawn").await;
        let step = signing::WithdrawalStep::Emergency { printed: "It is wrong.".to_owned() };
        signing::withdraw(&room.desk, &room.dana, withdrawn, step).await.unwrap();
        let drafted = article(&room.desk, "drafted").await;
        signing::revise(&room.desk, &room.dana, drafted).await.unwrap();
        let section = room.section(&room.dana, drafted, 0).await;
        room.write(&room.dana, drafted, section, "<p>Ours.</p>").await.unwrap();

        let before = state(&room.desk).await;
        let report = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!((report.counts.unchanged, report.counts.left_alone), (5, 0));
        for line in &mut lines {
            line["answers"][0]["body_html"] = json!("<p>New.</p>");
        }
        let report = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!((report.counts.left_alone, report.counts.updated), (4, 1));
        for number in 1..=4 {
            assert_eq!(codes(&report, number), [Code::EditedHere]);
        }
        let after = state(&room.desk).await;
        assert_eq!(after, (before.0 + 1, before.1 + 1, before.2, before.3, before.4 + 1));
        let again = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!((again.counts.left_alone, again.counts.unchanged), (4, 1));
    }

    async fn persons_are_never_those_who_have_an_account(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let amina = room.amina.person().unwrap();
        let by = |id: &str, name: &str| line(id, id, &[answer(name, "<p>Words.</p>")]);
        let lines = [by("a", "Amina Example, MA, LPC"), by("b", "Amina  Example, MA")];
        let report = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!(codes(&report, 1), [Code::SimilarName]);
        assert_eq!(codes(&report, 2), [Code::DoubleSpace]);
        let first = page(&room.desk, "a").await.sections[0].contributors[0].person.id;
        let second = page(&room.desk, "b").await.sections[0].contributors[0].person.id;
        assert!(first == second && first != amina);
        assert_eq!(page(&room.desk, "b").await.sections[0].contributors[0].byline.text(),
            "Amina Example, MA");

        // When the two are merged, later lines are nobody's who signs here either.
        let tx = room.desk.storage.begin().await.unwrap();
        storage::persons::merge(&tx, first, amina).await.unwrap();
        tx.commit().await.unwrap();
        let mut changed = lines.clone();
        changed[0]["title"] = json!("Changed");
        let report =
            taken_in(&room.desk, &[changed[0].clone(), by("c", "Amina Example")], PUBLISH).await;
        assert_eq!(codes(&report, 1), [Code::AuthorHasAccount]);
        assert_eq!(codes(&report, 2), [Code::SimilarName]);
        let third = page(&room.desk, "c").await.sections[0].contributors[0].person.id;
        assert!(third != amina && third != first);
        let report = taken_in(&room.desk, &[by("d", "Amina Example")], PUBLISH).await;
        assert_eq!(report.rows, []);
        let fourth = page(&room.desk, "d").await.sections[0].contributors[0].person.id;
        assert_eq!(third, fourth);

        // Not even where an export names the account's person.
        let ours = |id: &str| {
            let mut line = by(id, "Amina Example");
            line["answers"][0]["author_id"] = json!(format!("countersign:{amina}"));
            line
        };
        for id in ["e", "f"] {
            taken_in(&room.desk, &[ours(id)], PUBLISH).await;
        }
        let report = taken_in(&room.desk, &[ours("g")], DRY).await;
        assert_eq!(codes(&report, 1), [Code::UnknownClaim]);
        let fifth = page(&room.desk, "e").await.sections[0].contributors[0].person.id;
        let sixth = page(&room.desk, "f").await.sections[0].contributors[0].person.id;
        assert!(fifth == sixth && fifth != amina);
    }

    async fn a_bundle_claims_only_whom_this_site_has_told_of(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let known = editorial::people::add_person(&room.desk, &room.dana, "Rowan Invented, LPC")
            .await
            .unwrap()
            .person
            .person
            .id;
        let claim = |id: &str| {
            let mut line = line(id, id, &[answer("Rowan Invented, LPC", "<p>Words.</p>")]);
            line["answers"][0]["author_id"] = json!(format!("countersign:{known}"));
            line
        };
        let by = async |slug| page(&room.desk, slug).await.sections[0].contributors[0].person.id;
        let report = taken_in(&room.desk, &[claim("a")], PUBLISH).await;
        assert_eq!(codes(&report, 1), [Code::UnknownClaim, Code::SimilarName]);
        assert_ne!(by("a").await, known, "words from elsewhere stand under nobody here");

        let tx = room.desk.storage.begin().await.unwrap();
        imports::remember_export(&tx, &[known]).await.unwrap();
        tx.commit().await.unwrap();
        taken_in(&room.desk, &[claim("b")], PUBLISH).await;
        assert_eq!(by("b").await, known);
    }

    async fn old_paths_survive_a_way_out_and_in(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut first = rest();
        first["url"] = json!("https://earlier.example/2019/05/caf%C3%A9-rest.html?x=1");
        first["old_urls"] = json!(["https://older.example/a/b?p=3", "https://older.example/"]);
        taken_in(&room.desk, &[first], PUBLISH).await;
        let present = async |room: &Newsroom, path: &str| {
            let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
            snapshot.old_path(path).await.unwrap()
        };
        let slug = match present(&room, "/2019/05/café-rest.html").await {
            Lookup::Moved(slug) => slug,
            other => panic!("{other:?}"),
        };
        let mut out = Vec::new();
        export_bundle(&room.desk, &Caller::Operator, &mut out, ExportScope::Public)
            .await
            .unwrap();
        let again = import(&room.desk, &out, PUBLISH).await.unwrap();
        assert_eq!((again.counts.new, again.counts.unchanged), (0, 1), "{again:?}");
        let elsewhere = Newsroom::open(TestDatabase::new(Engine::Sqlite).await).await;
        import(&elsewhere.desk, &out, PUBLISH).await.unwrap();
        for path in ["/2019/05/café-rest.html", "/a/b"] {
            assert_eq!(present(&room, path).await, Lookup::Moved(slug.clone()), "{path}");
            assert_eq!(present(&elsewhere, path).await, Lookup::Moved(slug.clone()), "{path}");
        }
        assert_eq!(present(&room, "/").await, Lookup::Unknown);
    }

    async fn an_author_id_is_one_person_under_any_name(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let by = |id: &str, name: &str, author: &str| {
            let mut line = line(id, id, &[answer(name, "<p>Words.</p>")]);
            line["answers"][0]["author_id"] = json!(author);
            line
        };
        let lines = [
            by("a", "Rowan Invented", "7"),
            by("b", "Rowan Married", "7"),
            by("c", "Rowan Invented", "8"),
        ];
        let report = taken_in(&room.desk, &lines, PUBLISH).await;
        assert_eq!(codes(&report, 2), [Code::OtherName]);
        assert_eq!(codes(&report, 3), [Code::SimilarName]);
        let person = async |slug| page(&room.desk, slug).await.sections[0].contributors[0].clone();
        assert_eq!(person("a").await.person.id, person("b").await.person.id);
        assert_ne!(person("a").await.person.id, person("c").await.person.id);
        assert_eq!(person("b").await.byline.text(), "Rowan Married");
    }

    async fn addresses_and_dates_are_kept(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut first = rest();
        first["url"] = json!("https://earlier.example/2019/05/resting-well.html");
        first["old_urls"] = json!(["https://earlier.example/?p=3", "https://older.example/resting"]);
        first["published_at"] = json!("2019-05-04T10:00:00Z");
        first["modified_at"] = json!("2020-01-02");
        let mut second = line("earlier:3", "Another", &[answer("Rowan Invented", "x")]);
        second["old_urls"] = json!(["https://older.example/resting"]);
        second["published_at"] = json!("2018-05-04");
        let report = taken_in(&room.desk, &[first, second], PUBLISH).await;
        assert_eq!(codes(&report, 2), [Code::OldAddressTaken]);
        let page_1 = page(&room.desk, "resting-well").await;
        let url = "https://earlier.example/2019/05/resting-well.html";
        assert_eq!(page_1.source_url.as_deref(), Some(url));
        assert_eq!(page_1.first_published_at.to_string(), "2019-05-04 10:00:00.0 +00:00:00");
        assert_eq!(page_1.published_at.to_string(), "2020-01-02 0:00:00.0 +00:00:00");
        let page_2 = page(&room.desk, "another").await;
        assert_eq!(page_2.published_at, page_2.first_published_at);
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let moved = snapshot.article("resting").await.unwrap();
        assert!(matches!(moved, Lookup::Moved(to) if to == "resting-well"));
    }

    /// Long topics are looked through another way than short ones. A group counts an article of
    /// two of its topics once.
    async fn a_topic_counts_what_it_lists_and_its_newest_come_first(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let lines: Vec<Value> = (0..260).map(|n| {
            let mut line = line(&format!("one:{n}"), &format!("Title {n}"), &[answer("Rowan Invented", "x")]);
            let topics = if n % 50 == 0 { json!(["Grief", "Loneliness", "Sleep"]) } else { json!(["Sleep"]) };
            line["topics"] = topics;
            line["published_at"] = json!(format!("20{:02}-05-04T10:00:00Z", (n * 7) % 20));
            line
        }).collect();
        taken_in(&room.desk, &lines, PUBLISH).await;
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let topics = page(&room.desk, "title-0").await.topics;
        assert_eq!(topics.len(), 3);
        let counts = snapshot.topics().await.unwrap();
        for count in &counts {
            let listed = snapshot.all_on(&count.topic.id).await.unwrap();
            assert_eq!(listed.len() as u64, count.articles, "{}", count.topic.label);
            let newest = snapshot.newest_on(&count.topic.id, 8).await.unwrap();
            let first = &listed[..listed.len().min(8)];
            assert_eq!(newest, snapshot.cards(first).await.unwrap(), "{}", count.topic.label);
        }
        let of = |id: &TopicId| counts.iter().find(|count| count.topic.id == *id).unwrap();
        for (topic, all) in topics.iter().zip([6, 6, 260]) {
            let topic = of(&topic.id);
            assert_eq!(topic.articles, all, "{}", topic.topic.label);
            let group = of(topic.group.as_ref().unwrap());
            assert_eq!(group.articles, all, "{}", group.topic.label);
        }
    }

    async fn a_correction_alone_is_taken_in(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        taken_in(&room.desk, &[rest()], PUBLISH).await;
        let mut corrected = rest();
        corrected["public"] = json!({"notices": [
            {"kind": "correction", "text": "It was nine.", "at": "2020-05-03T10:00:00Z"},
        ]});
        let report = taken_in(&room.desk, std::slice::from_ref(&corrected), PUBLISH).await;
        assert_eq!(report.counts.updated, 1);
        let told: Vec<NoticeKind> =
            page(&room.desk, "on-rest").await.notices.iter().map(|notice| notice.kind).collect();
        assert_eq!(told, [NoticeKind::Correction, NoticeKind::Imported]);
        corrected["more"] = json!("not read");
        let again = taken_in(&room.desk, &[corrected], PUBLISH).await;
        assert_eq!(again.counts.unchanged, 1);
    }

    /// Two systems number their articles alike.
    async fn an_article_of_another_site_is_left_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let post = |host: &str, title: &str| {
            let mut line = line("12", title, &[answer("Rowan Invented", "x")]);
            line["url"] = json!(format!("https://{host}/posts/{title}"));
            line
        };
        taken_in(&room.desk, &[post("first.example", "ours")], PUBLISH).await;
        let report = taken_in(&room.desk, &[post("second.example", "theirs")], PUBLISH).await;
        assert_eq!(codes(&report, 1), [Code::OtherSource]);
        assert_eq!(report.counts.left_alone, 1);
        assert_eq!(page(&room.desk, "ours").await.head.title, "ours");
        let mut same = post("www.first.example", "ours");
        same["summary"] = json!("New.");
        let report = taken_in(&room.desk, &[same], PUBLISH).await;
        assert_eq!(report.counts.updated, 1);
    }

    async fn the_addresses_of_what_was_erased_go_to_nobody_else(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let there = |external_id: &str| {
            let mut line = line(external_id, "On rest", &[answer("Rowan Invented", "x")]);
            line["url"] = json!("https://earlier.example/2019/05/resting.html");
            line
        };
        taken_in(&room.desk, &[there("one:1")], PUBLISH).await;
        let id = article(&room.desk, "one:1").await;
        let ask = ErasureStep::Ask { reason: "Its author asked for it.".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        let join = ErasureStep::Join { act: room.asked(&room.priya, id).await.id };
        signing::erase(&room.desk, &room.priya, id, join).await.unwrap();
        let report = taken_in(&room.desk, &[there("one:2")], PUBLISH).await;
        assert!(codes(&report, 1).contains(&Code::SlugTaken), "{:?}", report.rows);
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let old = snapshot.old_path("/2019/05/resting.html").await.unwrap();
        assert!(matches!(old, Lookup::Unknown), "{old:?}");
        let again = taken_in(&room.desk, &[there("one:1")], PUBLISH).await;
        assert_eq!(again.counts.new, 0);
    }

    async fn an_account_that_is_made_while_lines_come_in_is_seen(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let input = |summary: &str| {
            let lines: Vec<Value> = (0..103).map(|n| {
                let by = [answer("Rowan Invented", "x")];
                let mut line = line(&format!("one:{n}"), &format!("Title {n}"), &by);
                line["summary"] = json!(summary);
                line
            }).collect();
            bundle(&lines)
        };
        import(&room.desk, &input("Old."), PUBLISH).await.unwrap();
        let owner = hire(&room.desk, "Olu Model", &[], &[Role::Owner]).await;
        let rowan = page(&room.desk, "title-0").await.sections[0].contributors[0].person.id;
        let invitation = accounts::Invitation {
            person: Some(rowan),
            email: "rowan@practice.example".to_owned(),
            name: String::new(),
            letters: None,
            roles: vec![Role::Author],
        };
        let mut invited = false;
        let mut after_a_batch = |_: Progress| {
            if !std::mem::replace(&mut invited, true) {
                let invite = accounts::invite(&room.desk, &owner, &invitation);
                let handle = tokio::runtime::Handle::current();
                tokio::task::block_in_place(|| handle.block_on(invite)).unwrap();
            }
        };
        let input = input("New.");
        let report =
            import_bundle(&room.desk, &Caller::Operator, &input[..], PUBLISH, &mut after_a_batch)
                .await
                .unwrap();
        assert_eq!((report.counts.updated, report.counts.left_alone), (100, 3));
        assert_eq!(codes(&report, 101), [Code::AuthorHasAccount]);
        assert_eq!(page(&room.desk, "title-99").await.head.summary, "New.");
        assert_eq!(page(&room.desk, "title-100").await.head.summary, "Old.");
    }

    /// The lines of one file are written together, and still none takes what another has.
    async fn lines_of_one_file_share_no_address(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let with = |n: u8, more: Value| {
            let title = format!("Title {n}");
            let mut line = line(&format!("one:{n}"), &title, &[answer("Rowan Invented", "x")]);
            line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            line
        };
        let there = with(0, json!({"slug": "there"}));
        taken_in(&room.desk, std::slice::from_ref(&there), PUBLISH).await;
        let mut there_again = there;
        there_again["old_urls"] = json!(["https://earlier.example/walks", "https://earlier.example/2019/07/"]);
        let report = taken_in(&room.desk, &[
            there_again,
            with(1, json!({"slug": "walks"})),
            with(2, json!({"slug": "there"})),
            with(3, json!({"slug": "there"})),
            with(4, json!({"old_urls": ["https://earlier.example/there-2"]})),
            with(5, json!({"old_urls": ["https://earlier.example/2019/07/"]})),
        ], PUBLISH).await;
        assert_eq!((report.counts.new, report.counts.updated), (5, 1));
        assert_eq!(codes(&report, 1), []);
        for taken in [2, 3, 4] {
            assert_eq!(codes(&report, taken), [Code::SlugTaken], "line {taken}");
        }
        for taken in [5, 6] {
            assert_eq!(codes(&report, taken), [Code::OldAddressTaken], "line {taken}");
        }
        for (slug, title) in [
            ("there", "Title 0"),
            ("walks-2", "Title 1"),
            ("there-2", "Title 2"),
            ("there-3", "Title 3"),
        ] {
            assert_eq!(page(&room.desk, slug).await.head.title, title);
        }
        let tx = room.desk.storage.look().await.unwrap();
        assert_eq!(storage::audit::first_broken(&tx).await.unwrap(), None);
    }

    async fn lines_that_cannot_be_read_do_not_stop_the_rest(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut input = b"{\"external_id\": \"caf\xe9\"}\nnot json\n\n[]\n{\"title\": 3}\n".to_vec();
        input.extend_from_slice(rest().to_string().as_bytes());
        let report = import(&room.desk, &input, PUBLISH).await.unwrap();
        assert_eq!((report.counts.new, report.counts.unusable), (1, 4));
        assert_eq!(codes(&report, 1), [Code::NotUtf8]);
        assert_eq!(codes(&report, 2), [Code::NotJson]);
        assert_eq!(codes(&report, 4), [Code::NotAnEntry]);
        assert_eq!(codes(&report, 5), [Code::NotAnEntry]);
    }

    async fn what_is_no_bundle_is_an_error(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let error = import(&room.desk, b"\x7fELF\x02\n\x00\x01", PUBLISH).await.unwrap_err();
        assert!(matches!(error, ImportError::NotABundle { lines: 2, .. }), "{error}");
        let endless = b"x\n".repeat(5000);
        let error = import(&room.desk, &endless, PUBLISH).await.unwrap_err();
        assert!(matches!(error, ImportError::NotABundle { lines: 1000, .. }), "{error}");
        let folder = std::fs::File::open(env!("CARGO_MANIFEST_DIR")).unwrap();
        let folder = std::io::BufReader::new(folder);
        let error = import_bundle(&room.desk, &Caller::Operator, folder, PUBLISH, &mut |_| {})
            .await
            .unwrap_err();
        assert!(matches!(error, ImportError::Unreadable { after_line: 0, .. }), "{error}");
        assert_eq!(import(&room.desk, b"\n \n", PUBLISH).await.unwrap().counts.lines, 0);
        assert_eq!(state(&room.desk).await, (0, 0, 4, 0, 0));
    }

    async fn nobody_but_the_operator_imports(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = hire(&room.desk, "Olive Owner", &[], &[Role::Owner]).await;
        for caller in [&room.amina, &room.dana, &owner, &Caller::Clock] {
            let input = bundle(&[rest()]);
            let error = import_bundle(&room.desk, caller, &input[..], PUBLISH, &mut |_| {})
                .await
                .unwrap_err();
            assert!(matches!(error, ImportError::Refused(Refusal::NotAllowed(_))), "{error}");
        }
        assert_eq!(state(&room.desk).await.3, 0);
    }

    async fn an_import_that_was_cut_off_goes_on(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let lines: Vec<Value> = (0..250)
            .map(|n| {
                let words = format!("<p>Words number {n}.</p>");
                line(&format!("n:{n}"), &format!("Number {n}"), &[answer("Rowan Invented", &words)])
            })
            .collect();
        let whole = bundle(&lines);
        // A disk that fails in the third batch.
        let broken = std::io::Read::chain(&whole[..whole.len() * 9 / 10], Failing);
        let broken = std::io::BufReader::new(broken);
        let mut last = 0;
        let error = import_bundle(&room.desk, &Caller::Operator, broken, PUBLISH, &mut |at| {
            last = at.lines;
        })
        .await
        .unwrap_err();
        assert!(matches!(error, ImportError::Unreadable { .. }), "{error}");
        assert_eq!(last, 200);
        let (version, acts, _, articles, texts) = state(&room.desk).await;
        assert_eq!((version, acts, articles, texts), (200, 200, 200, 200));
        let report = import(&room.desk, &whole, PUBLISH).await.unwrap();
        assert_eq!((report.counts.unchanged, report.counts.new), (200, 50));
        let tx = room.desk.storage.look().await.unwrap();
        for id in articles::ids(&tx).await.unwrap() {
            assert!(publications::find_copy(&tx, id).await.unwrap().is_some());
        }
    }
}

struct Failing;

impl std::io::Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the disk is gone"))
    }
}

async fn exported(desk: &Desk, scope: ExportScope) -> (Vec<Value>, ExportReport) {
    let mut out = Vec::new();
    let report = export_bundle(desk, &Caller::Operator, &mut out, scope)
        .await
        .expect("written");
    let text = String::from_utf8(out).expect("UTF-8");
    (
        text.lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect(),
        report,
    )
}

/// What readers have of an article, without names of rows.
fn printed(page: &Publication) -> Value {
    let sections: Vec<Value> = page
        .sections
        .iter()
        .map(|section| {
            let over: Vec<_> = section.contributors.iter().map(|one| &one.byline).collect();
            json!([over, section.body.as_str(), section.declarations])
        })
        .collect();
    let told: Vec<Value> = page
        .notices
        .iter()
        .filter(|notice| notice.kind != NoticeKind::Imported)
        .map(|notice| json!([notice.kind, notice.text, notice.at.to_string()]))
        .collect();
    let topics: Vec<&str> = page
        .topics
        .iter()
        .map(|topic| topic.id.0.as_str())
        .collect();
    json!({
        "slug": page.slug, "kind": page.kind, "head": page.head, "question": page.question,
        "sections": sections, "topics": topics, "labels": page.import_labels, "told": told,
        "first": page.first_published_at.to_string(), "at": page.published_at.to_string(),
    })
}

async fn all_printed(desk: &Desk) -> Vec<Value> {
    let snapshot = desk.storage.reader().snapshot().await.expect("a snapshot");
    let mut all: Vec<Value> = snapshot
        .publications(10_000)
        .await
        .expect("pages")
        .iter()
        .map(printed)
        .collect();
    all.sort_by_key(|page| page["slug"].to_string());
    all
}

async fn another(db: &TestDatabase) -> TestDatabase {
    let is_sqlite = db.address.starts_with("sqlite:");
    TestDatabase::new(if is_sqlite {
        Engine::Sqlite
    } else {
        Engine::Postgres
    })
    .await
}

on_both_databases! {
    async fn what_goes_out_comes_in_as_it_was(db: TestDatabase) {
        let other = Newsroom::open(another(&db).await).await;
        let room = Newsroom::open(db).await;
        let mut lines: Vec<Value> = messy().into_iter().map(|(line, _)| line).collect();
        let mut both = line("earlier:2", "Tom &amp; I", &[
            answer("Rowan Invented, MA", "<h2>First</h2><p>Slowly &amp; <em>well</em>.</p>"),
            answer("Juniper Invented, PhD, JD", "<ul><li><p>Today.</p></li></ul>"),
        ]);
        both["question"] = json!("One.

Two <3?");
        both["summary"] = json!("In short.");
        both["url"] = json!("https://earlier.example/tom-and-i");
        both["old_urls"] = json!(["https://older.example/tom"]);
        both["published_at"] = json!("2019-05-04T10:00:00.123456Z");
        both["modified_at"] = json!("2020-05-04T10:00:00Z");
        both["answers"][0]["declarations"] = json!({
            "sponsorship": {"answer": "yes", "details": "Paid for by the Fern Fund"},
            "interests": {"answer": "no"},
        });
        both["public"] = json!({"notices": [
            {"kind": "clarification", "text": "We meant <both>.", "at": "2020-05-04T10:00:00Z"},
            {"kind": "correction", "text": "It was nine.", "at": "2020-05-03T10:00:00Z"},
            {"kind": "imported", "text": "Moved there.", "at": "2020-05-03T10:00:00Z"},
        ]});
        lines.push(both);
        taken_in(&room.desk, &lines, PUBLISH).await;
        // A page of the house's own, under two names, one of which no parser would guess.
        let bell = hire(&room.desk, "bell of the center", &["MA", "Q.X."], &[Role::Author]).await;
        let (own, section) = room.an_article().await;
        let bell_too = Contributor {
            person: bell.person().unwrap(),
            role: ContributorRole::Translator,
        };
        let names = [room.amina.person().unwrap().into(), bell_too];
        signing::submit(&room.desk, &room.amina, own, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, own).await.unwrap();
        writing::set_contributors(&room.desk, &room.dana, own, section, &names).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, own).await.unwrap();
        room.sign(&room.amina, own).await.unwrap();
        room.sign(&bell, own).await.unwrap();
        room.approve(&room.dana, own).await.unwrap();
        let digest = room.digest(own).await;
        signing::publish(&room.desk, &room.dana, own, digest).await.unwrap();

        let (out, report) = exported(&room.desk, ExportScope::Public).await;
        assert_eq!((report.public, report.drafts), (19, 0));
        let native = out.iter().find(|line| line["external_id"] == format!("countersign:{own}"));
        let native = native.expect("the house's own page");
        assert_eq!(native["public"]["mode"], "countersigned");
        assert_eq!(native["public"]["disclaimers"].as_array().unwrap().len(), 2);
        assert_eq!(native["answers"][0]["with"][0]["name"], "bell of the center");
        assert_eq!(native["answers"][0]["with"][0]["role"], "translator");
        assert!(native["answers"][0].get("role").is_none());
        assert!(out[0]["public"]["notices"][0]["text"].as_str().unwrap().contains("moved here"));

        other.clock.pass(time::Duration::days(9));
        let report = taken_in(&other.desk, &out, PUBLISH).await;
        assert_eq!((report.counts.new, report.counts.unusable), (19, 0));
        assert_eq!(all_printed(&other.desk).await, all_printed(&room.desk).await);
        let snapshot = other.desk.storage.reader().snapshot().await.unwrap();
        assert!(matches!(snapshot.article("tom").await.unwrap(), Lookup::Moved(_)));
        let page = page(&other.desk, "tom-and-i").await;
        assert_eq!(page.head.title, "Tom & I");
        let told = page.notices.iter().map(|notice| notice.kind).collect::<Vec<_>>();
        let expected = [NoticeKind::Imported, NoticeKind::Clarification, NoticeKind::Correction];
        assert_eq!(told, expected, "the newest first");
        let sponsorship = &page.sections[0].declarations.sponsorship;
        assert!(matches!(sponsorship, Answer::Yes { details } if details.contains("Fern Fund")));
        assert_eq!(page.source_url.as_deref(), Some("https://earlier.example/tom-and-i"));

        // Out once more it is the same, and the house it came from knows its own pages.
        let (again, _) = exported(&other.desk, ExportScope::Public).await;
        let bodies = |lines: &[Value]| -> Vec<(Value, Value)> {
            let of = |line: &Value| {
                let answers = line["answers"].as_array().unwrap().iter();
                let words: Vec<Value> =
                    answers.map(|one| json!([one["byline"], one["body_html"]])).collect();
                (line["title"].clone(), json!([line["slug"], line["topics"], words]))
            };
            lines.iter().map(of).collect()
        };
        assert_eq!(bodies(&again), bodies(&out));
        let before = state(&room.desk).await;
        let report = taken_in(&room.desk, &out, PUBLISH).await;
        assert_eq!((report.counts.unchanged, report.counts.left_alone), (18, 1));
        assert_eq!(report.counts.by_code.get(&Code::WrittenHere), Some(&1));
        assert_eq!(state(&room.desk).await, before);
    }

    async fn drafts_go_out_when_asked_for_and_stay_drafts(db: TestDatabase) {
        let other = Newsroom::open(another(&db).await).await;
        let room = Newsroom::open(db).await;
        room.an_article().await;
        let live = room.live().await;
        signing::revise(&room.desk, &room.amina, live).await.unwrap();
        let gone = withdrawn(&room).await;
        let (out, report) = exported(&room.desk, ExportScope::Public).await;
        assert_eq!((out.len(), report.public, report.drafts), (1, 1, 0));
        assert!(out[0].get("under_way").is_none());
        let (out, report) = exported(&room.desk, ExportScope::Everything).await;
        assert_eq!((out.len(), report.public, report.drafts), (3, 1, 3));
        let standing: Vec<&str> =
            out.iter().map(|line| line["standing"].as_str().unwrap()).collect();
        assert_eq!(standing, ["draft", "live", "withdrawn"]);
        assert_eq!(out[1]["under_way"]["standing"], "draft");
        assert_eq!(out[2]["external_id"], format!("countersign:{gone}"));

        let report = taken_in(&other.desk, &out, PUBLISH).await;
        assert_eq!((report.counts.new, report.counts.published), (3, 1));
        assert_eq!(report.counts.by_code.get(&Code::NotLive), Some(&2));
        assert_eq!(all_printed(&other.desk).await.len(), 1);
        let again = taken_in(&other.desk, &out, PUBLISH).await;
        assert_eq!(again.counts.unchanged, 3);
    }

    async fn nobody_but_the_operator_exports(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut out = Vec::new();
        let error =
            export_bundle(&room.desk, &room.dana, &mut out, ExportScope::Public).await.unwrap_err();
        assert!(matches!(error, ExportError::Refused(Refusal::NotAllowed(_))), "{error}");
        assert!(out.is_empty());
    }
}

/// An article that was live and was withdrawn.
async fn withdrawn(room: &Newsroom) -> ArticleId {
    let id = room.live().await;
    let step = signing::WithdrawalStep::Emergency {
        printed: "It is wrong.".to_owned(),
    };
    signing::withdraw(&room.desk, &room.dana, id, step)
        .await
        .expect("withdrawn");
    id
}

/// The real questions and answers; see the note on test data in the README.
fn counsel_chat() -> Option<Vec<u8>> {
    let Ok(folder) = std::env::var("COUNTERSIGN_TEST_DATA") else {
        println!("SKIPPED: COUNTERSIGN_TEST_DATA is not set, so no real bundle was imported.");
        return None;
    };
    Some(std::fs::read(format!("{folder}/counsel-chat.jsonl")).expect("the real bundle is there"))
}

on_both_databases! {
    async fn the_real_bundle_comes_in_whole(db: TestDatabase) {
        let Some(input) = counsel_chat() else { return };
        let room = Newsroom::open(db).await;
        let report = import(&room.desk, &input, PUBLISH).await.unwrap();
        let counts = &report.counts;
        assert_eq!((counts.lines, counts.new, counts.published), (483, 482, 482));
        assert_eq!((counts.unusable, counts.left_alone), (1, 0));
        assert_eq!(codes(&report, 423), [Code::NoAnswers]);
        for (lines, code) in REAL {
            for line in *lines {
                assert!(codes(&report, *line).contains(code), "line {line}: {code:?}");
            }
        }
        for (code, times) in [
            (Code::NoTitle, 2),
            (Code::NoTopic, 6),
            (Code::EmptyAnswer, 3),
            (Code::DataImage, 2),
            (Code::WordMarkup, 31),
            (Code::PracticeNotPerson, 12),
            (Code::UnmappedTopic, 62),
            (Code::SlugTaken, 1),
            (Code::SimilarName, 1),
            (Code::AllCapitals, 2),
            (Code::NoComma, 16),
            (Code::PrefixDropped, 5),
        ] {
            assert_eq!(counts.by_code.get(&code), Some(&times), "{code:?}");
        }
        every_line_is_public(&room.desk, &input).await;

        let before = state(&room.desk).await;
        let again = import(&room.desk, &input, PUBLISH).await.unwrap();
        assert_eq!((again.counts.unchanged, again.counts.unusable), (482, 1));
        assert_eq!(state(&room.desk).await, before);
    }
}

/// Lines of the real bundle with something that must be told.
const REAL: &[(&[u64], Code)] = &[
    (&[241, 242], Code::NoTitle),
    (&[84, 98, 123, 154, 241, 242], Code::NoTopic),
    (&[180, 237], Code::DataImage),
    (&[268], Code::WordMarkup),
    (&[268], Code::PartsLeftOut),
    (&[154, 446, 447], Code::EmptyAnswer),
    (&[205], Code::SlugTaken),
    (&[452], Code::SmallLetters),
    (&[470], Code::SimilarName),
];

/// Every line but the one without words is at an address, whole, and says that it was imported.
async fn every_line_is_public(desk: &Desk, input: &[u8]) {
    let text = std::str::from_utf8(input).expect("UTF-8");
    let tx = desk.storage.look().await.expect("a look");
    let snapshot = desk.storage.reader().snapshot().await.expect("a snapshot");
    for (number, line) in (1..).zip(text.lines()).filter(|(number, _)| *number != 423) {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let external_id = line["external_id"].as_str().expect("a name");
        let import = imports::find(&tx, external_id)
            .await
            .expect("an answer")
            .expect("it is in");
        let copy = publications::find_copy(&tx, import.article_id)
            .await
            .expect("an answer");
        let slug = copy.expect("it is public").slug;
        let Lookup::Found(page) = snapshot.article(&slug).await.expect("an answer") else {
            panic!("line {number} is not at {slug}");
        };
        assert_eq!(page.mode, Mode::Imported);
        assert!(
            page.disclaimers.len() == 2 && page.notices.len() == 1,
            "line {number}"
        );
        let title = line["title"].as_str().unwrap_or_default().trim();
        assert!(title.is_empty() || page.head.title == content::draft::plain_line(title));
        let bodies: Vec<String> = line["answers"]
            .as_array()
            .expect("answers")
            .iter()
            .filter_map(|answer| answer["body_html"].as_str())
            .map(|body| {
                content::clean_html::sanitize(body)
                    .expect("clean")
                    .html
                    .to_text()
            })
            .filter(|words| !words.trim().is_empty())
            .collect();
        assert_eq!(bodies.len(), page.sections.len(), "line {number}");
        for (words, section) in bodies.iter().zip(&page.sections) {
            assert!(
                section.body.to_text().ends_with(words.trim_end()),
                "line {number}"
            );
        }
        let question = content::draft::plain_line(line["question"].as_str().unwrap_or_default());
        let first = content::draft::plain_line(&page.sections[0].body.to_text());
        let asked = content::draft::plain_line(page.question.as_deref().unwrap_or_default());
        assert!(
            asked == question || first.starts_with(&question),
            "line {number}"
        );
    }
}

/// A large bundle: articles of some 700 words, every third with more than one answer.
fn large_bundle(articles: usize) -> Vec<u8> {
    const WORDS: &[&str] = &[
        "rest",
        "walk",
        "breathe",
        "listen",
        "evening",
        "morning",
        "friend",
        "letter",
        "garden",
        "window",
        "quiet",
        "together",
        "slowly",
        "perhaps",
        "because",
        "therapist",
        "question",
    ];
    let words = |n: usize, seed: usize| -> String {
        let all = (0..n).map(|at| WORDS[(at * at + at * seed + seed) % WORDS.len()]);
        all.collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<Value> = (0..articles)
        .map(|n| {
            let answers: Vec<Value> = (0..if n % 3 == 0 { 3 } else { 1 })
                .map(|k| {
                    let body: Vec<String> = (0..if n % 3 == 0 { 3 } else { 8 })
                        .map(|p| format!("<p>{}.</p>", words(88, n + k * 7 + p)))
                        .collect();
                    let byline = format!("Invented Author {}, MA, LPC", (n + k) % 499);
                    answer(&byline, &body.concat())
                })
                .collect();
            line(
                &format!("large:{n}"),
                &format!("{} {n}", words(6, n)),
                &answers,
            )
        })
        .collect();
    bundle(&lines)
}

on_both_databases! {
    /// `cargo test --release -p editorial --test all ten_thousand -- --ignored --nocapture`
    #[ignore = "a measurement, and not a short one"]
    async fn ten_thousand_articles_come_in(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let input = large_bundle(10_000);
        for (name, options) in [("dry", DRY), ("first", PUBLISH), ("again", PUBLISH)] {
            let begun = std::time::Instant::now();
            let report = import(&room.desk, &input, options).await.unwrap();
            let seconds = begun.elapsed().as_secs_f64();
            let rate = 10_000.0 / seconds;
            println!("{name}: {seconds:.1} s, {rate:.0} articles a second. {}", report.sentence());
        }
    }
}
