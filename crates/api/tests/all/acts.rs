//! Every act in every state: what it leads to, and that a refused one leads nowhere.

use poem::http::StatusCode;
use serde_json::{Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;

use crate::app::{Answer, App, Browser};
use crate::story::declarations;

/// The states an article can be in before an act; `none` is live with nothing under way.
const STATES: [&str; 8] = [
    "draft",
    "submitted",
    "in_review",
    "changes_requested",
    "proof_out",
    "approved",
    "declined",
    "none",
];

/// The acts on an article, by whoever may.
const ACTS: [&str; 13] = [
    "submit",
    "recall",
    "start-review",
    "request-changes",
    "decline",
    "proof",
    "attest",
    "object",
    "approve",
    "publish",
    "revise",
    "withdraw",
    "amend",
];

/// From a state, by an act, to a state. All other acts are refused in a state.
const STEPS: [(&str, &str, &str); 21] = [
    ("draft", "submit", "submitted"),
    ("submitted", "recall", "draft"),
    ("submitted", "start-review", "in_review"),
    ("submitted", "decline", "declined"),
    ("in_review", "recall", "draft"),
    ("in_review", "request-changes", "changes_requested"),
    ("in_review", "decline", "declined"),
    ("in_review", "proof", "proof_out"),
    ("changes_requested", "submit", "submitted"),
    ("changes_requested", "recall", "draft"),
    ("proof_out", "recall", "draft"),
    ("proof_out", "attest", "proof_out"),
    ("proof_out", "object", "in_review"),
    ("proof_out", "approve", "proof_out"),
    ("approved", "recall", "draft"),
    ("approved", "object", "in_review"),
    // By another editor than the one who has approved.
    ("approved", "approve", "approved"),
    ("approved", "publish", "none"),
    ("declined", "revise", "draft"),
    ("none", "revise", "draft"),
    ("none", "withdraw", "none"),
];

/// What a refused act says: that the state is wrong, but for two that can say more.
fn refusal(state: &str, act: &str) -> (StatusCode, &'static str) {
    match (state, act) {
        ("proof_out", "publish") => (StatusCode::UNPROCESSABLE_ENTITY, "failed_checks"),
        ("approved", "attest") => (StatusCode::CONFLICT, "already_signed"),
        _ => (StatusCode::CONFLICT, "wrong_state"),
    }
}

struct Desk {
    app: App,
    author: Browser,
    editor: Browser,
    /// Approves and publishes where the first has approved.
    second: Browser,
}

impl Desk {
    async fn open(db: TestDatabase) -> Self {
        let app = App::new(db);
        let (author, editor) = (app.author().await, app.editor().await);
        let second = app.second_editor().await;
        Self {
            app,
            author,
            editor,
            second,
        }
    }

    async fn article(&self, state: &str) -> String {
        let (app, author, editor) = (&self.app, &self.author, &self.editor);
        let id = match state {
            "draft" => app.draft(author).await.0,
            "submitted" | "declined" => app.submitted(author).await,
            "in_review" | "changes_requested" => app.in_review(author, editor).await,
            "proof_out" => app.proof_out(author, editor).await.0,
            "approved" => app.approved(author, editor).await,
            "none" => app.live(author, editor).await,
            other => panic!("no state {other}"),
        };
        let last = match state {
            "declined" => "decline",
            "changes_requested" => "request-changes",
            _ => return id,
        };
        self.act(&id, last).await.is(StatusCode::NO_CONTENT);
        id
    }

    /// An act by whoever may, on the present text.
    async fn act(&self, id: &str, act: &str) -> Answer {
        let path = format!("/articles/{id}/signatures");
        let method = poem::http::Method::GET;
        let present = self.app.call(&self.editor, method, &path, None).await;
        let digest = match &present.json["digest"] {
            Value::String(digest) => digest.clone(),
            _ => "0".repeat(64),
        };
        let by = match act {
            "submit" | "recall" | "attest" | "object" | "revise" => &self.author,
            "approve" => &self.second,
            _ => &self.editor,
        };
        let body = match act {
            "submit" => json!({"statement": true}),
            "request-changes" | "decline" => {
                json!({"reason": "Outside our topics", "message": "Thank you for it."})
            }
            "attest" => json!({"digest": digest, "declarations": declarations()}),
            "object" => json!({"message": "This is not what I wrote."}),
            "approve" => json!({"digest": digest, "kinds": ["editorial"]}),
            "publish" => json!({"digest": digest}),
            "withdraw" => json!({"printed": "Its author asked us to."}),
            "amend" => json!({"class": "typo"}),
            _ => json!({}),
        };
        self.app.act(by, id, act, body).await
    }
}

on_both_databases!(every_step_leads_to_its_state);
async fn every_step_leads_to_its_state(db: TestDatabase) {
    let desk = Desk::open(db).await;
    for (from, act, to) in STEPS {
        let id = desk.article(from).await;
        let answer = desk.act(&id, act).await;
        assert!(
            answer.status.is_success(),
            "{from} {act}: {:#}",
            answer.json
        );
        assert_eq!(desk.app.state(&desk.editor, &id).await, to, "{from} {act}");
    }
}

on_both_databases!(an_act_in_the_wrong_state_changes_nothing);
async fn an_act_in_the_wrong_state_changes_nothing(db: TestDatabase) {
    let desk = Desk::open(db).await;
    for state in STATES {
        let id = desk.article(state).await;
        assert_eq!(desk.app.state(&desk.editor, &id).await, state);
        let before = desk.app.everything(&desk.editor, &id).await;
        for act in ACTS {
            if STEPS.iter().any(|step| (step.0, step.1) == (state, act)) {
                continue;
            }
            let answer = desk.act(&id, act).await;
            let (status, code) = refusal(state, act);
            assert_eq!(answer.status, status, "{state} {act}: {:#}", answer.json);
            answer.is_problem(status, code);
        }
        let after = desk.app.everything(&desk.editor, &id).await;
        assert_eq!(before, after, "{state}");
    }
}
