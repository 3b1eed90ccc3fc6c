//! A small house with people in it, and the ways to get an article to where a test begins.

use std::sync::Arc;

use content::article::Kind;
use content::byline::LettersOverride;
use content::credential::{Credential, CredentialKind, Visibility};
use content::declaration::{Answer, Declarations};
use content::digest::Digest;
use content::draft::HeadInput;
use content::ids::{
    AccountId, ArticleId, CredentialId, PersonId, SaveId, SectionId, SessionId, TopicId,
};
use content::signature::ApprovalKind;
use editorial::signing::{self, Signing};
use editorial::testing::{StillClock, desk};
use editorial::writing::{self, NewArticle};
use editorial::{Caller, Desk, Refusal, SignedIn, SiteFacts};
use storage::accounts::{self, Account, Role};
use storage::persons::{self, Person};
use storage::testing::TestDatabase;
use storage::{credentials, house_texts};

pub(crate) struct Newsroom {
    pub(crate) desk: Desk,
    pub(crate) clock: Arc<StillClock>,
    pub(crate) amina: Caller,
    pub(crate) tomas: Caller,
    pub(crate) dana: Caller,
    pub(crate) priya: Caller,
    pub(crate) database: TestDatabase,
}

pub(crate) fn save() -> SaveId {
    SaveId(uuid::Uuid::new_v4())
}

pub(crate) fn person(caller: &Caller) -> PersonId {
    caller.person().expect("somebody")
}

/// All five questions answered with no.
pub(crate) fn nothing_to_declare() -> Declarations {
    Declarations {
        interests: Answer::No,
        sponsorship: Answer::No,
        ai_assistance: Answer::No,
        published_before: Answer::No,
        case_material: Answer::No,
    }
}

impl Newsroom {
    pub(crate) async fn open(database: TestDatabase) -> Self {
        let (desk, clock) = desk(database.storage.clone());
        let tx = desk.storage.begin().await.expect("a transaction");
        for topic in content::seed::topics::topics() {
            house_texts::insert_topic(&tx, &topic)
                .await
                .expect("a topic");
        }
        for disclaimer in content::seed::disclaimers::disclaimers() {
            house_texts::insert_disclaimer(&tx, &disclaimer)
                .await
                .expect("a disclaimer");
        }
        for entry in content::seed::help::help_entries() {
            house_texts::insert_help_entry(&tx, &entry)
                .await
                .expect("a help entry");
        }
        tx.commit().await.expect("the house texts are kept");
        let amina = hire(&desk, "Amina Example", &["MA", "LPC"], &[Role::Author]).await;
        let tomas = hire(&desk, "Tomas Sample", &["PhD"], &[Role::Author]).await;
        let dana = hire(&desk, "Dana Specimen", &[], &[Role::Editor]).await;
        let priya = hire(&desk, "Priya Pattern", &[], &[Role::Editor, Role::Author]).await;
        Self {
            desk,
            clock,
            amina,
            tomas,
            dana,
            priya,
            database,
        }
    }

    /// An article by Amina with a title, a topic and some words.
    pub(crate) async fn an_article(&self) -> (ArticleId, SectionId) {
        let new = NewArticle {
            kind: Kind::Article,
            title: "Evenings without a quarrel".to_owned(),
            contributor: None,
        };
        let id = writing::begin_article(&self.desk, &self.amina, new)
            .await
            .expect("begun");
        let section = self.section(&self.amina, id, 0).await;
        self.write(&self.amina, id, section, "<p>Begin with a walk.</p>")
            .await
            .expect("saved");
        writing::set_topics(&self.desk, &self.amina, id, &[TopicId("5.1".to_owned())])
            .await
            .expect("topics");
        (id, section)
    }

    /// A question answered by Amina and Tomas, as Amina typed it.
    pub(crate) async fn expert_answers(&self) -> (ArticleId, SectionId, SectionId) {
        let new = NewArticle {
            kind: Kind::ExpertAnswers,
            title: "How do we begin to talk?".to_owned(),
            contributor: None,
        };
        let id = writing::begin_article(&self.desk, &self.amina, new)
            .await
            .expect("begun");
        let head = HeadInput {
            title: "How do we begin to talk?".to_owned(),
            summary: String::new(),
            question: Some("We have not talked for weeks. How do we begin?".to_owned()),
        };
        writing::save_head(&self.desk, &self.amina, id, 1, save(), head)
            .await
            .expect("head");
        let first = self.section(&self.amina, id, 0).await;
        let second = writing::add_section(&self.desk, &self.amina, id, &[person(&self.tomas)])
            .await
            .expect("second section");
        self.write(&self.amina, id, first, "<p>Start small.</p>")
            .await
            .expect("first");
        self.write(&self.amina, id, second, "<p>Start with a question.</p>")
            .await
            .expect("second");
        writing::set_topics(&self.desk, &self.amina, id, &[TopicId("5.5".to_owned())])
            .await
            .expect("topics");
        (id, first, second)
    }

    pub(crate) async fn section(
        &self,
        caller: &Caller,
        article: ArticleId,
        at: usize,
    ) -> SectionId {
        writing::open_draft(&self.desk, caller, article)
            .await
            .expect("open")
            .sections[at]
            .id
    }

    pub(crate) async fn write(
        &self,
        caller: &Caller,
        article: ArticleId,
        section: SectionId,
        html: &str,
    ) -> Result<writing::SavedSection, Refusal> {
        let view = writing::open_draft(&self.desk, caller, article).await?;
        let version = view
            .sections
            .iter()
            .find(|one| one.id == section)
            .expect("it")
            .version;
        writing::save_section(&self.desk, caller, article, section, version, save(), html).await
    }

    pub(crate) async fn submitted(&self) -> ArticleId {
        let (id, _) = self.an_article().await;
        signing::submit(&self.desk, &self.amina, id, true)
            .await
            .expect("submitted");
        id
    }

    pub(crate) async fn in_review(&self) -> ArticleId {
        let id = self.submitted().await;
        signing::start_review(&self.desk, &self.dana, id)
            .await
            .expect("in review");
        id
    }

    pub(crate) async fn proof_out(&self) -> ArticleId {
        let id = self.in_review().await;
        signing::send_proof(&self.desk, &self.dana, id)
            .await
            .expect("proof out");
        id
    }

    pub(crate) async fn signed(&self) -> ArticleId {
        let id = self.proof_out().await;
        self.sign(&self.amina, id).await.expect("signed");
        id
    }

    pub(crate) async fn approved(&self) -> ArticleId {
        let id = self.signed().await;
        self.approve(&self.dana, id).await.expect("approved");
        id
    }

    pub(crate) async fn live(&self) -> ArticleId {
        let id = self.approved().await;
        let digest = self.digest(id).await;
        signing::publish(&self.desk, &self.dana, id, digest)
            .await
            .expect("published");
        id
    }

    /// The digest of the proof under way.
    pub(crate) async fn digest(&self, article: ArticleId) -> Digest {
        signing::signatures(&self.desk, &self.dana, article)
            .await
            .expect("a proof")
            .digest
    }

    pub(crate) async fn sign(
        &self,
        caller: &Caller,
        article: ArticleId,
    ) -> Result<signing::Attested, Refusal> {
        let digest = signing::proof(&self.desk, caller, article).await?.digest;
        self.sign_text(caller, article, digest).await
    }

    pub(crate) async fn sign_text(
        &self,
        caller: &Caller,
        article: ArticleId,
        digest: Digest,
    ) -> Result<signing::Attested, Refusal> {
        let signing = Signing {
            digest,
            declarations: nothing_to_declare(),
            put_back: Vec::new(),
        };
        signing::attest(&self.desk, caller, article, signing).await
    }

    pub(crate) async fn approve(&self, caller: &Caller, article: ArticleId) -> Result<(), Refusal> {
        let digest = self.digest(article).await;
        signing::approve(
            &self.desk,
            caller,
            article,
            digest,
            &[ApprovalKind::Editorial],
        )
        .await
    }

    /// From now on letters can be sent.
    pub(crate) fn sends_letters(&mut self) {
        let site = SiteFacts {
            mail: true,
            ..(*self.desk.site).clone()
        };
        self.desk.site = Arc::new(site);
    }

    /// Where letters to somebody go.
    pub(crate) async fn address(&self, caller: &Caller) -> String {
        let tx = self.desk.storage.look().await.expect("a look");
        let account = accounts::find_by_person(&tx, person(caller))
            .await
            .expect("asked")
            .expect("an account");
        account.email
    }

    /// What was written to somebody's address so far.
    pub(crate) async fn letters_to(&self, caller: &Caller) -> Vec<serde_json::Value> {
        let address = self.address(caller).await;
        let tx = self.desk.storage.look().await.expect("a look");
        storage::jobs::list(&tx)
            .await
            .expect("jobs")
            .into_iter()
            .filter(|job| job.payload["to"] == address.as_str())
            .map(|job| job.payload["letter"].clone())
            .collect()
    }

    /// Somebody with a byline and no account.
    pub(crate) async fn a_guest(&self, typed: &str) -> PersonId {
        editorial::people::add_person(&self.desk, &self.dana, typed)
            .await
            .expect("a person")
            .person
            .person
            .id
    }

    /// Opens a link to sign, as whoever holds it does.
    pub(crate) async fn open_link(&self, link: &signing::ProofLink) -> Result<Caller, Refusal> {
        let url = link.delivery.url.as_deref().expect("the link was shown");
        let token = url.rsplit('/').next().expect("a token");
        Ok(signing::open_proof_link(&self.desk, token).await?.0)
    }

    pub(crate) async fn submit_and_review(&self, article: ArticleId) {
        signing::submit(&self.desk, &self.amina, article, true)
            .await
            .expect("submitted");
        signing::start_review(&self.desk, &self.dana, article)
            .await
            .expect("in review");
    }

    pub(crate) async fn send(&self, article: ArticleId) -> signing::ProofSent {
        signing::send_proof(&self.desk, &self.dana, article)
            .await
            .expect("proof out")
    }

    pub(crate) async fn publish(&self, article: ArticleId) -> Result<signing::Published, Refusal> {
        let digest = self.digest(article).await;
        signing::publish(&self.desk, &self.dana, article, digest).await
    }

    /// What readers get at the address of [`Self::an_article`].
    pub(crate) async fn page(&self) -> storage::Lookup<content::publication::Publication> {
        let snapshot = self.desk.storage.reader().snapshot().await.expect("a look");
        snapshot
            .article("evenings-without-a-quarrel")
            .await
            .expect("an answer")
    }

    /// Two names turn out to be one person's.
    pub(crate) async fn merge(&self, loser: PersonId, winner: PersonId) {
        let tx = self.desk.storage.begin().await.expect("a transaction");
        persons::merge(&tx, loser, winner).await.expect("merged");
        tx.commit().await.expect("merged");
    }

    /// The act that waits for a second person, as `caller` is shown it.
    pub(crate) async fn asked(&self, caller: &Caller, article: ArticleId) -> signing::OpenAct {
        writing::open_draft(&self.desk, caller, article)
            .await
            .expect("open")
            .joint_act
            .expect("somebody asked")
    }

    pub(crate) async fn state(&self, article: ArticleId) -> &'static str {
        let view = writing::open_draft(&self.desk, &self.dana, article)
            .await
            .expect("open");
        view.candidate.map_or("none", |candidate| candidate.state())
    }
}

/// A person with an account and letters.
pub(crate) async fn hire(desk: &Desk, name: &str, letters: &[&str], roles: &[Role]) -> Caller {
    let tx = desk.storage.begin().await.expect("a transaction");
    let id = PersonId(desk.id());
    let slug = content::slug::slugify(name);
    persons::insert(
        &tx,
        &Person {
            id,
            name: name.to_owned(),
            slug: slug.clone(),
            bio: String::new(),
            practice_url: None,
            letters: LettersOverride::default(),
            photo_digest: None,
            merged_into: None,
            created_at: desk.now(),
        },
    )
    .await
    .expect("a person");
    for (position, letters) in (0..).zip(letters) {
        let kind = match *letters {
            "LPC" => CredentialKind::Licence,
            _ => CredentialKind::Degree,
        };
        let credential = Credential {
            id: CredentialId(desk.id()),
            person_id: id,
            kind,
            abbreviation: (*letters).to_owned(),
            title: (*letters).to_owned(),
            jurisdiction: None,
            issuer: None,
            number: None,
            show_number: Visibility::Hidden,
            expires_on: None,
            supervised_by: None,
            shown: Visibility::Shown,
            position,
        };
        credentials::insert(&tx, &credential)
            .await
            .expect("a credential");
    }
    let account = Account {
        id: AccountId(desk.id()),
        person_id: id,
        email: format!("{slug}@house.example"),
        password_hash: None,
        password_link: None,
        disabled_at: None,
        created_at: desk.now(),
        roles: roles.to_vec(),
    };
    accounts::insert(&tx, &account).await.expect("an account");
    tx.commit().await.expect("hired");
    Caller::Account(SignedIn {
        account: account.id,
        person: id,
        roles: roles.to_vec(),
        session: SessionId(desk.id()),
        link: None,
    })
}
