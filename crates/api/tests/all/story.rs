//! How far an article goes before a test begins, and all there is to see of it.

use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::accounts::Role;
use uuid::Uuid;

use crate::app::{Answer, App, Browser};

/// The five questions.
const QUESTIONS: [&str; 5] = [
    "interests",
    "sponsorship",
    "ai_assistance",
    "published_before",
    "case_material",
];

/// All five questions answered with no.
pub(crate) fn declarations() -> Value {
    QUESTIONS
        .iter()
        .map(|name| ((*name).to_owned(), json!({"answer": "no"})))
        .collect()
}

/// A fresh name of a save.
pub(crate) fn save() -> String {
    Uuid::new_v4().to_string()
}

/// The id in an answer.
#[track_caller]
pub(crate) fn id_of(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

impl App {
    /// Another editor, who is nobody's author.
    pub(crate) async fn second_editor(&self) -> Browser {
        self.somebody("dana@example.org", "Dana Specimen", &[Role::Editor])
            .await
    }

    /// Another author.
    pub(crate) async fn stranger(&self) -> Browser {
        self.somebody("sam@example.org", "Sam Stranger, PhD", &[Role::Author])
            .await
    }

    /// A save by somebody, on the version that `If-Match` names.
    pub(crate) async fn put_as(
        &self,
        by: &Browser,
        path: &str,
        version: Option<&str>,
        body: Value,
    ) -> Answer {
        let mut request = self
            .request(Method::PUT, path)
            .header("cookie", by.cookie());
        if let Some(version) = version {
            request = request.header("if-match", version);
        }
        Answer::of(request.body_json(&body).send().await).await
    }

    /// An article by this author, ready to be submitted; answers its id and first section.
    pub(crate) async fn draft(&self, by: &Browser) -> (String, String) {
        self.seed().await;
        let new = json!({"kind": "article", "title": "Quiet evenings"});
        let begun = self.call(by, Method::POST, "/drafts", Some(new)).await;
        let id = id_of(&begun.is(StatusCode::OK).json);
        let section = id_of(&begun.json["sections"][0]);
        self.write(by, &id, &section, "<p>Begin with a walk.</p>")
            .await
            .is(StatusCode::OK);
        let path = format!("/drafts/{id}/topics");
        self.call(by, Method::PUT, &path, Some(json!({"topics": ["5.1"]})))
            .await
            .is(StatusCode::NO_CONTENT);
        (id, section)
    }

    /// A question that all of these answer, begun by the first of them.
    pub(crate) async fn answers(&self, over: &[&Browser]) -> String {
        self.seed().await;
        let (first, others) = over.split_first().expect("somebody");
        let new = json!({"kind": "expert_answers", "title": "How do we begin to talk?"});
        let begun = self.call(first, Method::POST, "/drafts", Some(new)).await;
        let id = id_of(&begun.is(StatusCode::OK).json);
        let head = json!({
            "save_id": save(), "title": "How do we begin to talk?", "summary": "",
            "question": "We have not talked for weeks. How do we begin?",
        });
        self.put_as(first, &format!("/drafts/{id}/head"), Some("\"1\""), head)
            .await
            .is(StatusCode::OK);
        let mut sections = vec![id_of(&begun.json["sections"][0])];
        for other in others {
            let path = format!("/drafts/{id}/sections");
            let new = json!({"contributors": [other.person]});
            let added = self.call(first, Method::POST, &path, Some(new)).await;
            sections.push(id_of(&added.is(StatusCode::OK).json));
        }
        for section in &sections {
            self.write(first, &id, section, "<p>Start small.</p>")
                .await
                .is(StatusCode::OK);
        }
        let path = format!("/drafts/{id}/topics");
        self.call(first, Method::PUT, &path, Some(json!({"topics": ["5.5"]})))
            .await
            .is(StatusCode::NO_CONTENT);
        id
    }

    /// Saves words over whatever is stored.
    pub(crate) async fn write(&self, by: &Browser, id: &str, section: &str, html: &str) -> Answer {
        let draft = self.open(by, id).await;
        let sections = draft["sections"].as_array().expect("sections");
        let stored = sections.iter().find(|one| one["id"] == section);
        let version = format!("\"{}\"", stored.expect("the section")["version"]);
        let body = json!({"save_id": save(), "body_html": html});
        let path = format!("/drafts/{id}/sections/{section}");
        self.put_as(by, &path, Some(&version), body).await
    }

    pub(crate) async fn seed(&self) {
        let tx = self.desk.storage.begin().await.expect("a transaction");
        if storage::house_texts::has_no_topics(&tx)
            .await
            .expect("an answer")
        {
            for topic in content::seed::topics::topics() {
                storage::house_texts::insert_topic(&tx, &topic)
                    .await
                    .expect("a topic");
            }
            for one in content::seed::disclaimers::disclaimers() {
                storage::house_texts::insert_disclaimer(&tx, &one)
                    .await
                    .expect("a disclaimer");
            }
        }
        tx.commit().await.expect("seeded");
    }

    pub(crate) async fn act(&self, by: &Browser, id: &str, act: &str, body: Value) -> Answer {
        let path = format!("/articles/{id}/{act}");
        self.call(by, Method::POST, &path, Some(body)).await
    }

    /// The digest of the proof under way.
    pub(crate) async fn digest(&self, by: &Browser, id: &str) -> String {
        let path = format!("/articles/{id}/signatures");
        let answer = self.call(by, Method::GET, &path, None).await;
        answer.json["digest"].as_str().expect("a digest").to_owned()
    }

    /// The draft as somebody sees it.
    pub(crate) async fn open(&self, by: &Browser, id: &str) -> Value {
        let path = format!("/drafts/{id}");
        let answer = self.call(by, Method::GET, &path, None).await;
        answer.is(StatusCode::OK).json.clone()
    }

    /// The state of what is under way; `none` where nothing is.
    pub(crate) async fn state(&self, by: &Browser, id: &str) -> String {
        let draft = self.open(by, id).await;
        let state = draft["candidate"]["state"].as_str();
        state.unwrap_or("none").to_owned()
    }

    pub(crate) async fn sign(&self, by: &Browser, id: &str) -> Answer {
        let digest = self.digest(by, id).await;
        let signature = json!({"digest": digest, "declarations": declarations()});
        self.act(by, id, "attest", signature).await
    }

    pub(crate) async fn approve(&self, by: &Browser, id: &str) -> Answer {
        let approval = json!({"digest": self.digest(by, id).await, "kinds": ["editorial"]});
        self.act(by, id, "approve", approval).await
    }

    pub(crate) async fn publish(&self, by: &Browser, id: &str) -> Answer {
        let named = json!({"digest": self.digest(by, id).await});
        self.act(by, id, "publish", named).await
    }

    /// Everything that can be seen of an article and round it, by somebody at the editors'
    /// desk: what a refused call has to leave as it is.
    pub(crate) async fn everything(&self, by: &Browser, id: &str) -> Value {
        let draft = self.open(by, id).await;
        let mut all = json!({"draft": draft});
        let page = draft["slug"].as_str().unwrap_or("nothing");
        for (name, path) in [
            ("history", format!("/drafts/{id}/history")),
            ("signatures", format!("/articles/{id}/signatures")),
            ("queue", "/queue".to_owned()),
            ("articles", "/drafts".to_owned()),
            ("people", "/people".to_owned()),
            ("accounts", "/accounts".to_owned()),
            ("public", "/articles".to_owned()),
            ("page", format!("/articles/{page}")),
        ] {
            all[name] = self.call(by, Method::GET, &path, None).await.json;
        }
        all
    }

    pub(crate) async fn submitted(&self, author: &Browser) -> String {
        let (id, _) = self.draft(author).await;
        self.submit(author, &id).await;
        id
    }

    async fn submit(&self, author: &Browser, id: &str) {
        self.act(author, id, "submit", json!({"statement": true}))
            .await
            .is(StatusCode::NO_CONTENT);
    }

    pub(crate) async fn in_review(&self, author: &Browser, editor: &Browser) -> String {
        let id = self.submitted(author).await;
        self.act(editor, &id, "start-review", json!({}))
            .await
            .is(StatusCode::NO_CONTENT);
        id
    }

    /// A proof that is out, and the token of the link to sign it.
    pub(crate) async fn proof_out(&self, author: &Browser, editor: &Browser) -> (String, String) {
        let id = self.in_review(author, editor).await;
        let token = self.send_proof(editor, &id).await;
        (id, token)
    }

    /// Sends the proof; answers the token of the first link.
    pub(crate) async fn send_proof(&self, editor: &Browser, id: &str) -> String {
        let sent = self.act(editor, id, "proof", json!({})).await;
        let url = sent.is(StatusCode::OK).json["links"][0]["url"].as_str();
        Self::token(url.expect("a link"))
    }

    /// Brings a draft out as a proof.
    pub(crate) async fn bring_out(&self, author: &Browser, editor: &Browser, id: &str) {
        self.submit(author, id).await;
        self.act(editor, id, "start-review", json!({}))
            .await
            .is(StatusCode::NO_CONTENT);
        self.send_proof(editor, id).await;
    }

    pub(crate) async fn signed(&self, author: &Browser, editor: &Browser) -> String {
        let (id, _) = self.proof_out(author, editor).await;
        self.sign(author, &id).await.is(StatusCode::OK);
        id
    }

    pub(crate) async fn approved(&self, author: &Browser, editor: &Browser) -> String {
        let id = self.signed(author, editor).await;
        self.approve(editor, &id).await.is(StatusCode::NO_CONTENT);
        id
    }

    pub(crate) async fn live(&self, author: &Browser, editor: &Browser) -> String {
        let id = self.approved(author, editor).await;
        self.publish(editor, &id).await.is(StatusCode::OK);
        id
    }
}
