//! From a Word document to a draft: what is found, what is asked, and what comes of it.

use std::path::Path;

use content::ids::{ArticleId, PersonId, TopicId};
use content::image::Clients;
use editorial::comments::list_comments;
use editorial::intake::{
    Begun, By, Choices, IntakeView, TrackedChanges, Who, begin_from_document, look_at_document,
};
use editorial::{Caller, Refusal, signing, writing};
use storage::on_both_databases;

use crate::newsroom::{Newsroom, person, save};

const TITLE: &str = "When Worry Keeps You Awake";
const BYLINE: &str = "By Jo Example, MA, LPC";

/// A document that `make target/documents/.made` wrote.
fn sample(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| {
        panic!("{name} is missing ({error}). Please run: make target/documents/.made")
    })
}

fn choices() -> Choices {
    Choices {
        save: save(),
        changes: TrackedChanges::Accept,
        title: None,
        by: Vec::new(),
        topics: Vec::new(),
        editor: None,
    }
}

fn confirmed(who: Who) -> Vec<By> {
    vec![By {
        found: Some(BYLINE.to_owned()),
        who,
    }]
}

impl Newsroom {
    async fn look(&self, by: &Caller, name: &str) -> Result<IntakeView, Refusal> {
        look_at_document(&self.desk, by, sample(name), TrackedChanges::Accept).await
    }

    async fn begin(&self, by: &Caller, name: &str, choices: Choices) -> Result<Begun, Refusal> {
        begin_from_document(&self.desk, by, sample(name), choices).await
    }

    async fn draft(&self, by: &Caller, id: ArticleId) -> writing::DraftView {
        writing::open_draft(&self.desk, by, id).await.unwrap()
    }

    async fn articles(&self) -> usize {
        let tx = self.desk.storage.look().await.unwrap();
        storage::articles::ids(&tx).await.unwrap().len()
    }
}

on_both_databases! {
    async fn a_look_finds_what_a_document_says_and_keeps_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let jo = room.a_guest("Jo Example, LPC").await;
        let found = room.look(&room.dana, "office-article.docx").await.unwrap();
        assert_eq!(found.title, TITLE);
        let [byline] = &found.bylines[..] else { panic!("{:?}", found.bylines) };
        assert_eq!((byline.words.as_str(), byline.byline.text().as_str()), (BYLINE, "Jo Example, MA, LPC"));
        assert_eq!(byline.matches.iter().map(|one| one.id).collect::<Vec<_>>(), [jo]);
        let topics: Vec<_> = found.topics.iter().map(|topic| topic.id.0.as_str()).collect();
        assert!(topics.contains(&"8.4") && topics.len() <= 3, "{topics:?}");
        assert_eq!(found.references.len(), 2);
        assert_eq!((found.notes, found.comments, found.images), (2, 1, 1));
        assert_eq!((found.changes, &found.tracked.authors[..]), (2, &["Robin Example".to_owned()][..]));
        assert!((1_000..1_300).contains(&found.words), "{}", found.words);
        assert!(found.left_out.is_empty(), "{:?}", found.left_out);
        assert!(found.carried[0].contains("taken in"), "{:?}", found.carried);
        assert_eq!(room.articles().await, 0);
        let tx = room.desk.storage.look().await.unwrap();
        assert_eq!(storage::audit::newest_number(&tx).await.unwrap(), 1, "the guest alone was added");
    }

    async fn an_author_is_asked_about_herself_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let jo = crate::newsroom::hire(&room.desk, "Jo Example", &["LPC"], &[storage::accounts::Role::Author]).await;
        let found = room.look(&room.amina, "node-article.docx").await.unwrap();
        assert!(found.bylines[0].matches.is_empty(), "who else has that name is no author's business");
        let found = room.look(&jo, "node-article.docx").await.unwrap();
        assert_eq!(found.bylines[0].matches[0].id, person(&jo));
    }

    async fn an_author_begins_with_her_own_document(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let jo = crate::newsroom::hire(&room.desk, "Jo Example", &["MA", "LPC"], &[storage::accounts::Role::Author]).await;
        for name in ["python-article.docx", "node-article.docx", "office-article.docx"] {
            let new = Choices {
                by: confirmed(Who::Person(person(&jo))),
                topics: vec![TopicId("8.4".to_owned())],
                ..choices()
            };
            let begun = room.begin(&jo, name, new).await.unwrap();
            assert!(begun.left_out.is_empty(), "{name}: {:?}", begun.left_out);
            let draft = room.draft(&jo, begun.article).await;
            assert_eq!(draft.head.title, TITLE, "{name}");
            assert_eq!(draft.topics[0].id.0, "8.4");
            let section = &draft.sections[0];
            assert_eq!(section.contributors[0].id, person(&jo));
            let html = &section.body_html;
            assert!(html.starts_with("<p>Most people know the hour."), "{name}: {html}");
            for gone in ["By Jo Example", "<h2>References</h2>", "word-", "#ref-note"] {
                assert!(!html.contains(gone), "{name}: {gone} in {html}");
            }
            assert!(html.contains("href=\"#ref-r1\">(Example &amp; Sample, 2019)</a>"), "{name}");
            assert!(html.contains("href=\"#ref-r2\">(Sample, 2021)</a>"), "{name}");
            assert_eq!(section.references.len(), 2, "{name}");
            assert_eq!(section.references[0].authors, "Example, A., & Sample, B.");
            let [image] = &section.images[..] else { panic!("{name}: {:?}", section.images) };
            assert!(html.contains(&format!("src=\"media:{}\"", image.sha256)), "{name}");
            assert_eq!(image.clients, Clients::NotAsked);
            if name != "python-article.docx" {
                assert_eq!(image.alt.as_deref(), Some("A notebook and a pencil on a bedside table under a small lamp."));
                assert!(html.contains("in the morning<sup>1</sup>."), "{name}: {html}");
                assert!(html.contains("<h2>Notes</h2><ol><li><p>All examples"), "{name}: {html}");
            }
            let comments = list_comments(&room.desk, &jo, begun.article).await.unwrap();
            let [comment] = &comments[..] else { panic!("{name}: {comments:?}") };
            assert_eq!(comment.author_name.as_deref(), Some("Robin Example"));
            assert!(comment.person.is_none() && !comment.mine, "who that is here is not guessed");
            assert_eq!(comment.words.as_ref().unwrap().quote, "This article is about those nights");
            assert_eq!(room.state(begun.article).await, "draft");
        }
    }

    async fn an_author_gives_in_nobody_elses_document(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let jo = room.a_guest("Jo Example, MA, LPC").await;
        for who in [Who::Person(jo), Who::New("Jo Example, LPC".to_owned())] {
            let new = Choices { by: confirmed(who), ..choices() };
            let refused = room.begin(&room.amina, "node-article.docx", new).await.unwrap_err();
            assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        }
        let begun = room.begin(&room.amina, "node-article.docx", choices()).await.unwrap();
        let draft = room.draft(&room.amina, begun.article).await;
        assert_eq!(draft.sections[0].contributors[0].id, person(&room.amina));
        assert!(draft.sections[0].body_html.starts_with("<p>By Jo Example"), "nothing was confirmed");
        assert_eq!(room.articles().await, 1);
        for caller in [Caller::Clock, Caller::Link {
            link: content::ids::LinkId(uuid::Uuid::nil()),
            person: jo,
            article: begun.article,
        }] {
            assert!(room.begin(&caller, "node-article.docx", choices()).await.is_err());
            assert!(room.look(&caller, "node-article.docx").await.is_err());
        }
    }

    async fn an_editor_begins_it_for_somebody_without_an_account(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let jo = room.a_guest("Jo Example, MA, LPC").await;
        let new = Choices {
            by: confirmed(Who::Person(jo)),
            title: Some("Awake".to_owned()),
            topics: vec![TopicId("8.4".to_owned())],
            ..choices()
        };
        let id = room.begin(&room.dana, "python-article.docx", new).await.unwrap().article;
        let draft = room.draft(&room.dana, id).await;
        assert_eq!((draft.head.title.as_str(), draft.sections[0].contributors[0].id), ("Awake", jo));
        let image = draft.sections[0].images[0].clone();
        let said = content::image::ImageInput {
            sha256: image.sha256,
            alt: Some("A lamp".to_owned()),
            caption: String::new(),
            credit: String::new(),
            licence: String::new(),
            clients: Clients::NoneShown,
        };
        let typed = writing::SectionInput {
            body_html: draft.sections[0].body_html.clone(),
            images: Some(vec![said]),
            references: None,
        };
        writing::save_section(&room.desk, &room.dana, id, draft.sections[0].id, 1, save(), typed)
            .await.unwrap();
        signing::submit_for_author(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "submitted");
        let lines = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let begun = lines.iter().find(|line| line.act == "begin_from_document").expect("on record");
        assert_eq!(begun.detail["references"], 2);
        assert!(!begun.detail.to_string().contains("Worry"), "{}", begun.detail);
    }

    async fn an_editor_adds_a_new_name_or_leaves_it_open(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let new = Choices { by: confirmed(Who::New("Jo Example, MA, LPC".to_owned())), ..choices() };
        let id = room.begin(&room.dana, "node-article.docx", new).await.unwrap().article;
        let over = &room.draft(&room.dana, id).await.sections[0].contributors;
        assert_eq!(over[0].byline.text(), "Jo Example, MA, LPC");
        let id = room.begin(&room.dana, "node-article.docx", choices()).await.unwrap().article;
        assert!(room.draft(&room.dana, id).await.sections[0].contributors.is_empty());
        let nobody = Choices { by: confirmed(Who::Person(PersonId(uuid::Uuid::now_v7()))), ..choices() };
        let refused = room.begin(&room.dana, "node-article.docx", nobody).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(_)), "{refused:?}");
        let topic = Choices { topics: vec![TopicId("99".to_owned())], ..choices() };
        assert!(room.begin(&room.dana, "node-article.docx", topic).await.is_err());
        assert_eq!(room.articles().await, 2, "what is refused leaves nothing");
    }

    async fn changes_are_taken_in_or_left_out(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for (changes, there, gone) in [
            (TrackedChanges::Accept, "an understandable thing", "worst thing"),
            (TrackedChanges::Refuse, "worst thing", "an understandable thing"),
        ] {
            let new = Choices { changes, ..choices() };
            let id = room.begin(&room.amina, "office-article.docx", new).await.unwrap().article;
            let html = room.draft(&room.amina, id).await.sections[0].body_html.clone();
            assert!(html.contains(there) && !html.contains(gone), "{changes:?}");
        }
    }

    async fn a_lost_answer_makes_no_second_article(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let new = choices();
        let first = room.begin(&room.amina, "node-article.docx", new.clone()).await.unwrap();
        let again = room.begin(&room.amina, "node-article.docx", new.clone()).await.unwrap();
        assert_eq!((first.article, room.articles().await), (again.article, 1));
        let other = room.begin(&room.amina, "office-article.docx", new.clone()).await.unwrap_err();
        assert!(matches!(other, Refusal::Conflict(_)), "{other:?}");
        let stranger = room.begin(&room.tomas, "node-article.docx", new).await.unwrap_err();
        assert!(matches!(stranger, Refusal::Conflict(_)), "{stranger:?}");
        let twice = choices();
        let (one, two) = tokio::join!(
            room.begin(&room.amina, "office-article.docx", twice.clone()),
            room.begin(&room.amina, "office-article.docx", twice.clone()),
        );
        let made: Vec<_> = [one, two].into_iter().flatten().map(|begun| begun.article).collect();
        assert!(made.windows(2).all(|pair| pair[0] == pair[1]) && !made.is_empty());
        assert_eq!(room.articles().await, 2);
    }

    async fn what_cannot_be_read_changes_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for name in ["office-article.doc", "office-article.odt", "picture.png", "python-without-words.docx"] {
            let refused = room.look(&room.amina, name).await.unwrap_err();
            assert!(matches!(refused, Refusal::Unreadable(_)), "{name}: {refused:?}");
            let refused = room.begin(&room.amina, name, choices()).await.unwrap_err();
            assert!(refused.to_string().contains("othing was changed"), "{name}: {refused}");
        }
        assert_eq!(room.articles().await, 0);
    }

    async fn what_stands_in_a_feature_rich_document_arrives(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for name in ["python-features.docx", "node-features.docx", "office-features.docx", "python-long.docx"] {
            let found = room.look(&room.amina, name).await.unwrap();
            let begun = room.begin(&room.amina, name, choices()).await.unwrap();
            assert_eq!(found.left_out, begun.left_out, "{name}: a look says all of it");
            let draft = room.draft(&room.amina, begun.article).await;
            let section = &draft.sections[0];
            assert_eq!(section.images.len(), found.images, "{name}");
            let again = content::clean_html::sanitize(&section.body_html).unwrap();
            assert!(again.dropped.is_empty() && again.html.as_str() == section.body_html, "{name}");
        }
    }
}
