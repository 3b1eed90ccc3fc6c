//! A database with a few invented articles, and the site that reads it.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use content::article::Kind;
use content::byline::{Byline, LettersOverride};
use content::clean_html::sanitize;
use content::declaration::Declarations;
use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{
    ArticleId, HelpEntryId, NoticeId, PersonId, PublicationId, RevisionId, SectionId, TopicId,
};
use content::lifecycle::{BodyAfterRetraction, PublicCopy};
use content::notice::{Notice, NoticeKind};
use content::revision::{FrameText, Head, SectionText, publication_digest};
use content::seed;
use pages::{Pages, SiteFacts, Theme};
use poem::test::{TestClient, TestResponse};
use search::SearchIndex;
use site::Site;
use storage::articles::Article;
use storage::drafts::DraftSection;
use storage::imports::Import;
use storage::persons::Person;
use storage::photos::StoredPhoto;
use storage::publications::{NewPublication, StoredPublicCopy};
use storage::revisions::NewRevision;
use storage::site_state::{self, Subject};
use storage::testing::{TestDatabase, raw};
use storage::{
    Reader, Transaction, articles, drafts, house_texts, imports, notices, old_paths, persons,
    photos, publications, revisions,
};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

pub(crate) const START: OffsetDateTime = datetime!(2026-03-02 9:00 UTC);

/// A site with seeds and no articles.
pub(crate) struct Library {
    db: TestDatabase,
    pub(crate) site: Site,
    author: PersonId,
}

impl Library {
    pub(crate) async fn open(db: TestDatabase) -> Self {
        Self::with_index(db, None).await
    }

    pub(crate) async fn with_index(db: TestDatabase, index: Option<Arc<dyn SearchIndex>>) -> Self {
        let tx = db.storage.begin().await.unwrap();
        for topic in seed::topics::topics() {
            house_texts::insert_topic(&tx, &topic).await.unwrap();
        }
        for one in seed::disclaimers::disclaimers() {
            house_texts::insert_disclaimer(&tx, &one).await.unwrap();
        }
        for entry in seed::help::help_entries() {
            house_texts::insert_help_entry(&tx, &entry).await.unwrap();
        }
        let author = PersonId(Uuid::now_v7());
        persons::insert(&tx, &person(author)).await.unwrap();
        tx.commit().await.unwrap();
        let site = open_site(&db, index).await;
        Self { db, site, author }
    }

    /// The same library with another search engine, or none.
    pub(crate) async fn behind(self, index: Option<Arc<dyn SearchIndex>>) -> Self {
        let site = open_site(&self.db, index).await;
        Self { site, ..self }
    }

    /// The same library, and how often its site has asked the database.
    pub(crate) async fn counted(self) -> (Self, Arc<AtomicU64>) {
        let (reader, asked) = self.db.counted_reader();
        let site = site_by(reader, "US", None).await;
        (Self { site, ..self }, asked)
    }

    /// The same library as a site of another country.
    pub(crate) async fn in_country(self, country: &str) -> Self {
        let site = site_in(country, &self.db, None).await;
        Self { site, ..self }
    }

    pub(crate) async fn write<T>(&self, act: impl AsyncFnOnce(&Transaction) -> T) -> T {
        let tx = self.db.storage.begin().await.unwrap();
        let done = act(&tx).await;
        tx.commit().await.unwrap();
        done
    }

    /// Publishes an imported article under a topic; its address is the title's.
    pub(crate) async fn publish(&self, title: &str, topic: &str) -> ArticleId {
        self.publish_text(title, topic, "<p>Some words of no importance.</p>")
            .await
    }

    pub(crate) async fn publish_text(&self, title: &str, topic: &str, html: &str) -> ArticleId {
        let id = ArticleId(Uuid::now_v7());
        let author = self.author;
        self.write(async |tx| import(tx, id, author, title, topic, html).await)
            .await;
        id
    }

    /// Changes the public copy and says so.
    pub(crate) async fn change(
        &self,
        article: ArticleId,
        change: impl FnOnce(PublicCopy) -> PublicCopy,
    ) {
        self.write(async |tx| {
            let mut copy = publications::find_copy(tx, article).await.unwrap().unwrap();
            copy.state = change(copy.state);
            copy.reason = Some("Its author asked for it.".to_owned());
            publications::put_copy(tx, article, &copy).await.unwrap();
            site_state::bump(tx, Subject::Article(article), "change", START)
                .await
                .unwrap();
        })
        .await;
    }

    pub(crate) async fn withdraw(&self, article: ArticleId) {
        let reason = "Its author asked for it.".to_owned();
        self.change(article, |state| state.withdraw(START, reason).unwrap())
            .await;
    }

    pub(crate) async fn retract(&self, article: ArticleId) {
        let reason = "It rests on nothing.".to_owned();
        self.notice(article, NoticeKind::Retraction, &reason).await;
        self.change(article, |state| {
            state
                .retract(START, reason, BodyAfterRetraction::BodyKept)
                .unwrap()
        })
        .await;
    }

    pub(crate) async fn notice(&self, article: ArticleId, kind: NoticeKind, text: &str) {
        self.notice_of(START, article, kind, text).await;
    }

    /// A notice that readers were given at this time.
    pub(crate) async fn notice_of(
        &self,
        at: OffsetDateTime,
        article: ArticleId,
        kind: NoticeKind,
        text: &str,
    ) {
        let notice = Notice {
            id: NoticeId(Uuid::now_v7()),
            kind,
            text: text.to_owned(),
            at,
        };
        self.write(async |tx| {
            notices::insert(tx, article, &notice, None).await.unwrap();
            site_state::bump(tx, Subject::Article(article), "notice", START)
                .await
                .unwrap();
        })
        .await;
    }

    /// Gives the one author of this site a portrait; answers its digest and bytes.
    pub(crate) async fn portray(&self) -> (String, Vec<u8>) {
        let bytes = b"a picture".to_vec();
        let digest = Digest::of(&bytes).to_string();
        let photo = StoredPhoto {
            digest: digest.clone(),
            bytes: bytes.clone(),
            width: 480,
            height: 480,
        };
        let author = self.author;
        self.write(async |tx| {
            photos::keep(tx, &photo, START).await.unwrap();
            let mut person = persons::find(tx, author).await.unwrap().unwrap();
            person.photo_digest = Some(photo.digest.clone());
            persons::update(tx, &person).await.unwrap();
            site_state::bump(tx, Subject::Person(author), "photo", START)
                .await
                .unwrap();
        })
        .await;
        (digest, bytes)
    }

    /// Leads a path of another system to an article.
    pub(crate) async fn lead_here(&self, path: &str, article: ArticleId) {
        self.write(async |tx| old_paths::insert(tx, path, article).await.unwrap())
            .await;
    }

    /// Makes the stored text of an article another than the one that was signed.
    pub(crate) async fn break_text(&self, article: ArticleId) {
        let rule = "DROP TRIGGER revision_bodies_only_erased";
        let (rule, id) = if self.db.address.starts_with("sqlite:") {
            (rule.to_owned(), format!("x'{}'", article.0.simple()))
        } else {
            (format!("{rule} ON revision_bodies"), format!("'{article}'"))
        };
        let change = format!(
            "UPDATE revision_bodies SET canonical = canonical || ' ' WHERE article_id = {id}"
        );
        raw(&self.db, &rule).await.unwrap();
        assert_ne!(raw(&self.db, &change).await.unwrap(), 0);
    }

    pub(crate) async fn rename(&self, article: ArticleId, slug: &str) {
        self.write(async |tx| {
            articles::reserve_slug(tx, article, slug).await.unwrap();
            articles::set_slug(tx, article, Some(slug)).await.unwrap();
            publications::set_copy_slug(tx, article, slug)
                .await
                .unwrap();
            site_state::bump(tx, Subject::Article(article), "slug", START)
                .await
                .unwrap();
        })
        .await;
    }

    /// Bumps the version as another process would: this one is not told.
    pub(crate) async fn change_elsewhere(&self) {
        let other = storage::Storage::connect(&self.db.address, self.db.storage.media().clone())
            .await
            .unwrap();
        let tx = other.begin().await.unwrap();
        let newest = HelpEntryId(Uuid::now_v7());
        let mut entry = seed::help::help_entries().remove(1);
        entry.id = newest;
        "A line of another process".clone_into(&mut entry.service);
        house_texts::insert_help_entry(&tx, &entry).await.unwrap();
        site_state::bump(&tx, Subject::Help, "help", START)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) fn client(&self) -> TestClient<Site> {
        TestClient::new(self.site.clone())
    }

    pub(crate) async fn get(&self, path: &str) -> TestResponse {
        self.client().get(path).send().await
    }

    /// The body of a page that is there.
    pub(crate) async fn page(&self, path: &str) -> String {
        let response = self.get(path).await;
        response.assert_status_is_ok();
        response.0.into_body().into_string().await.unwrap()
    }
}

async fn open_site(db: &TestDatabase, index: Option<Arc<dyn SearchIndex>>) -> Site {
    site_in("US", db, index).await
}

async fn site_in(country: &str, db: &TestDatabase, index: Option<Arc<dyn SearchIndex>>) -> Site {
    site_by(db.storage.reader(), country, index).await
}

async fn site_by(reader: Reader, country: &str, index: Option<Arc<dyn SearchIndex>>) -> Site {
    let facts = SiteFacts {
        country: country.to_owned(),
        ..SiteFacts::new("The Lantern Room", "https://lantern.example")
    };
    let pages = Pages::new(Theme::built_in(), facts);
    Site::open(reader, index, pages).await.unwrap()
}

fn person(id: PersonId) -> Person {
    Person {
        id,
        name: "Ilse Marwick-Dunne".to_owned(),
        slug: "ilse-marwick-dunne".to_owned(),
        bio: "Lives near a harbor.".to_owned(),
        practice_url: None,
        letters: LettersOverride::default(),
        photo_digest: None,
        merged_into: None,
        created_at: START,
    }
}

async fn import(
    tx: &Transaction,
    id: ArticleId,
    author: PersonId,
    title: &str,
    topic: &str,
    html: &str,
) {
    let slug = content::slug::slugify(title);
    let article = Article {
        id,
        kind: Kind::Article,
        language: "en".to_owned(),
        slug: None,
        editor: None,
        created_by: None,
        created_at: START,
        updated_at: START,
    };
    articles::insert(tx, &article).await.unwrap();
    articles::reserve_slug(tx, id, &slug).await.unwrap();
    articles::set_slug(tx, id, Some(&slug)).await.unwrap();
    articles::set_topics(tx, id, &[TopicId(topic.to_owned())])
        .await
        .unwrap();
    let import = Import {
        external_id: id.to_string(),
        article_id: id,
        source_digest: Digest::of(title.as_bytes()).to_string(),
        source_url: Some("https://earlier.example/1".to_owned()),
        imported_at: START,
    };
    imports::put(tx, &import).await.unwrap();

    let head = Head {
        title: title.to_owned(),
        summary: "A summary.".to_owned(),
    };
    let byline = Byline::new("Ilse Marwick-Dunne".to_owned(), vec!["LPC".to_owned()]);
    let section = SectionText {
        article_id: id,
        section_id: SectionId(Uuid::now_v7()),
        question: None,
        head: Some(head.clone()),
        bylines: vec![byline.clone()],
        body: sanitize(html).unwrap().html,
        images: Vec::new(),
        references: Vec::new(),
        declarations: Declarations::default(),
    };
    let draft = DraftSection {
        id: section.section_id,
        article_id: id,
        position: 1,
        version: 1,
        format: "test/1".to_owned(),
        body_html: html.to_owned(),
        images: Vec::new(),
        references: Vec::new(),
        declarations: Declarations::default(),
        saved_at: START,
        saved_by: None,
    };
    drafts::insert_section(tx, &draft).await.unwrap();
    let frame = FrameText {
        article_id: id,
        kind: Kind::Article,
        language: "en".to_owned(),
        head,
        section_digests: vec![section.digest()],
    };
    let revision = NewRevision {
        id: RevisionId(Uuid::now_v7()),
        frame: &frame,
        sections: &[(section, vec![author])],
        frozen_at: START,
        frozen_by: None,
        occasion: revisions::Occasion::Import,
    };
    revisions::insert(tx, &revision).await.unwrap();
    let mode = Mode::Imported;
    let disclaimers: Vec<_> = house_texts::disclaimers_in_force(tx, mode.required(), "en", START)
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.id)
        .collect();
    let publication = NewPublication {
        id: PublicationId(Uuid::now_v7()),
        article_id: id,
        revision_id: revision.id,
        revision_digest: frame.digest(),
        mode,
        digest: publication_digest(&frame.digest(), &disclaimers, mode),
        disclaimers,
        published_at: START,
        published_by: None,
    };
    publications::insert(tx, &publication).await.unwrap();
    let copy = StoredPublicCopy {
        state: PublicCopy::Unpublished
            .publish(publication.id, START)
            .unwrap(),
        publication_id: publication.id,
        slug,
        title: Some(title.to_owned()),
        summary: Some("A summary.".to_owned()),
        bylines: vec![byline],
        sponsorship: None,
        since: START,
        reason: None,
        first_published_at: START,
        published_at: START,
    };
    publications::put_copy(tx, id, &copy).await.unwrap();
    publications::set_authors(tx, id, &[author]).await.unwrap();
    site_state::bump(tx, Subject::Article(id), "publish", START)
        .await
        .unwrap();
}
