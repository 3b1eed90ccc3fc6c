//! Two people and what they make, through the verbs.

use content::article::Kind;
use content::declaration::{Answer, Declarations};
use content::digest::Digest;
use content::ids::{ArticleId, SaveId, SessionId, TopicId};
use content::signature::ApprovalKind;
use countersign::seed;
use editorial::accounts::add_account;
use editorial::signing::{self, Signing};
use editorial::testing::{StillClock, desk};
use editorial::writing::{self, NewArticle};
use editorial::{Caller, Desk, SignedIn, SiteFacts};
use std::sync::Arc;
use storage::Storage;
use storage::accounts::Role;

pub(crate) const PASSWORD: &str = "lake under quiet snow";
pub(crate) const AUTHOR: &str = "amina@house.example";
pub(crate) const EDITOR: &str = "dana@house.example";

/// An author and an editor at a desk.
pub(crate) struct Newsroom {
    pub(crate) desk: Desk,
    pub(crate) clock: Arc<StillClock>,
    pub(crate) author: Caller,
    pub(crate) editor: Caller,
}

impl Newsroom {
    /// Opens it in a database that has a schema.
    pub(crate) async fn open(storage: &Storage) -> Self {
        let (desk, clock) = desk(storage.clone());
        seed::house_texts(storage, desk.now())
            .await
            .expect("house texts");
        let author = hire(&desk, AUTHOR, "Amina Example, MA, LPC", &[Role::Author]).await;
        let editor = hire(&desk, EDITOR, "Dana Specimen", &[Role::Editor, Role::Owner]).await;
        Self {
            desk,
            clock,
            author,
            editor,
        }
    }

    /// From now on letters can be sent.
    pub(crate) fn sends_letters(&mut self) {
        let site = SiteFacts {
            mail: true,
            ..(*self.desk.site).clone()
        };
        self.desk.site = Arc::new(site);
    }

    /// A text that its author is asked to sign.
    pub(crate) async fn proof_out(&self, title: &str) -> ArticleId {
        let Self {
            desk,
            author,
            editor,
            ..
        } = self;
        let new = NewArticle {
            kind: Kind::Article,
            title: title.to_owned(),
            contributor: None,
        };
        let id = writing::begin_article(desk, author, new)
            .await
            .expect("begun");
        let view = writing::open_draft(desk, author, id).await.expect("open");
        let (section, version) = (view.sections[0].id, view.sections[0].version);
        let save = SaveId(desk.id());
        let body = "<p>Begin with a walk by the lanternwater.</p>";
        writing::save_section(desk, author, id, section, version, save, body)
            .await
            .expect("saved");
        let topics = [TopicId("5.1".to_owned())];
        writing::set_topics(desk, author, id, &topics)
            .await
            .expect("topics");
        signing::submit(desk, author, id, true)
            .await
            .expect("submitted");
        signing::start_review(desk, editor, id)
            .await
            .expect("in review");
        signing::send_proof(desk, editor, id)
            .await
            .expect("proof out");
        id
    }

    /// A text that everybody has signed.
    pub(crate) async fn approved(&self, title: &str) -> (ArticleId, Digest) {
        let id = self.proof_out(title).await;
        let Self {
            desk,
            author,
            editor,
            ..
        } = self;
        let digest = signing::proof(desk, author, id)
            .await
            .expect("a proof")
            .digest;
        let signing = Signing {
            digest,
            declarations: answers(),
            put_back: Vec::new(),
        };
        let signed = signing::attest(desk, author, id, signing)
            .await
            .expect("signed");
        let kinds = [ApprovalKind::Editorial];
        signing::approve(desk, editor, id, signed.digest, &kinds)
            .await
            .expect("approved");
        (id, signed.digest)
    }

    pub(crate) async fn publish(&self, title: &str) -> ArticleId {
        let (id, digest) = self.approved(title).await;
        signing::publish(&self.desk, &self.editor, id, digest)
            .await
            .expect("published");
        id
    }
}

pub(crate) async fn hire(desk: &Desk, email: &str, name: &str, roles: &[Role]) -> Caller {
    let added = add_account(desk, &Caller::Operator, email, name, roles, Some(PASSWORD))
        .await
        .expect("an account");
    Caller::Account(SignedIn {
        account: added.account.id,
        person: added.account.person.id,
        roles: roles.to_vec(),
        session: SessionId(desk.id()),
        link: None,
    })
}

pub(crate) fn answers() -> Declarations {
    Declarations {
        interests: Answer::No,
        sponsorship: Answer::No,
        ai_assistance: Answer::No,
        published_before: Answer::No,
        case_material: Answer::No,
    }
}
