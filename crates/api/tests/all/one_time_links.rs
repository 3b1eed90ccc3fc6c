//! Links that open something once: a used, an old and an altered one open nothing.

use editorial::Job;
use editorial::accounts::{self, Visitor};
use poem::http::{Method, StatusCode};
use serde_json::{Value, json};
use storage::on_both_databases;
use storage::testing::TestDatabase;
use time::Duration;

use crate::app::{Answer, App, Browser, PASSWORD};
use crate::story::declarations;

const OTHER: &str = "snow over a loud lake";

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    SignIn,
    Invite,
    Reset,
    FirstRun,
    Proof,
}

impl Purpose {
    const fn lifetime(self) -> Duration {
        match self {
            Self::SignIn => Duration::minutes(20),
            Self::Reset => Duration::minutes(60),
            Self::FirstRun => Duration::days(7),
            Self::Invite | Self::Proof => Duration::days(14),
        }
    }

    fn path(self, token: &str) -> String {
        match self {
            Self::Proof => format!("/sign/{token}"),
            _ => format!("/links/{token}"),
        }
    }
}

/// A house with one link of a purpose in it.
struct House {
    app: App,
    purpose: Purpose,
    /// Whose link it is, except of an invitation and of the first owner.
    author: Option<Browser>,
    article: String,
    token: String,
    body: Value,
}

impl House {
    async fn open(db: TestDatabase, purpose: Purpose) -> Self {
        let app = App::new(db);
        if purpose == Purpose::FirstRun {
            let link = accounts::first_run(&app.desk).await.expect("it works");
            let token = App::token(&link.expect("a link").url);
            return Self {
                app,
                purpose,
                author: None,
                article: String::new(),
                token,
                body: json!({
                    "name": "Olive Owner", "email": "o@example.org", "password": OTHER,
                }),
            };
        }
        let (author, editor, owner) = (app.author().await, app.editor().await, app.owner().await);
        let (article, proof) = app.proof_out(&author, &editor).await;
        let digest = app.digest(&editor, &article).await;
        let (token, body) = match purpose {
            Purpose::SignIn => {
                let path = format!("/accounts/{}/link", author.account);
                let made = app.call(&owner, Method::POST, &path, None).await;
                (token_in(&made.json["url"]), json!({}))
            }
            Purpose::Invite => {
                let new = json!({
                    "email": "new@example.org", "name": "Una Model", "roles": ["author"],
                });
                let made = app.call(&owner, Method::POST, "/accounts", Some(new)).await;
                (
                    token_in(&made.json["link"]["url"]),
                    json!({"password": OTHER}),
                )
            }
            Purpose::Reset => (
                mailed_reset(&app, &author).await,
                json!({"password": OTHER}),
            ),
            _ => (
                proof,
                json!({"digest": digest, "declarations": declarations()}),
            ),
        };
        Self {
            app,
            purpose,
            author: Some(author),
            article,
            token,
            body,
        }
    }

    async fn use_it(&self, token: &str) -> Answer {
        let path = self.purpose.path(token);
        self.app.post(&path, self.body.clone()).await
    }

    /// That a token opens nothing, looked at or used, and that nothing came of trying.
    async fn opens_nothing(&self, token: &str) {
        let before = self.what_it_could_do().await;
        let looked = self.app.get(&self.purpose.path(token)).await;
        looked.is_problem(StatusCode::NOT_FOUND, "no_such_link");
        let used = self.use_it(token).await;
        used.is_problem(StatusCode::NOT_FOUND, "no_such_link");
        assert_eq!(looked.json, used.json);
        let unknown = self.use_it(&"0".repeat(64)).await;
        assert_eq!(used.json, unknown.json, "an unknown link is told the same");
        assert!(used.cookie().is_none(), "{:?}", self.purpose);
        assert_eq!(before, self.what_it_could_do().await, "{:?}", self.purpose);
    }

    /// Who is there and signed in, and what is signed.
    async fn what_it_could_do(&self) -> String {
        let mut seen = String::new();
        if let Some(author) = &self.author {
            let author = self.app.sign_in(&author.email, PASSWORD).await;
            seen += author.status.as_str();
            let path = format!("/articles/{}/signatures", self.article);
            if let Some(cookie) = author.cookie() {
                let request = self.app.request(Method::GET, &path);
                let signed = Answer::of(request.header("cookie", cookie).send().await).await;
                seen += &signed.json.to_string();
            }
            self.sign_out(&author).await;
        }
        let tx = self.app.desk.storage.look().await.expect("a snapshot");
        let accounts = storage::accounts::list(&tx).await.expect("accounts");
        let mut sessions = Vec::new();
        for account in &accounts {
            let of_account = storage::sessions::list(&tx, account.id).await;
            sessions.extend(of_account.expect("sessions"));
        }
        format!("{seen} {accounts:?} {sessions:?}")
    }

    async fn sign_out(&self, who: &Answer) {
        if let Some(cookie) = who.cookie() {
            let request = self.app.request(Method::DELETE, "/session");
            let answer = Answer::of(request.header("cookie", cookie).send().await).await;
            answer.is(StatusCode::NO_CONTENT);
        }
    }
}

#[track_caller]
fn token_in(url: &Value) -> String {
    App::token(url.as_str().expect("a link"))
}

/// A link to set a new password goes by mail alone, so it is read from the letter.
async fn mailed_reset(app: &App, whose: &Browser) -> String {
    let mut desk = app.desk.clone();
    let mut site = (*desk.site).clone();
    site.mail = true;
    desk.site = std::sync::Arc::new(site);
    let visitor = Visitor {
        address: None,
        browser: "Firefox on Windows".to_owned(),
    };
    accounts::request_reset(&desk, &visitor, &whose.email)
        .await
        .expect("heard");
    let tx = desk.storage.look().await.expect("a snapshot");
    let letters = storage::jobs::list(&tx).await.expect("letters");
    let payload = letters.last().expect("a letter").payload.clone();
    drop(tx);
    let Ok(Job::MailLink { letter, link, .. }) = serde_json::from_value(payload) else {
        panic!("a letter without its secret");
    };
    let letter = editorial::unsealed(&desk, letter, link)
        .await
        .expect("made");
    let letter = serde_json::to_value(letter).expect("JSON");
    token_in(&letter["url"])
}

/// The same link with one sign changed, with its end cut off, and with more after it.
fn altered(token: &str) -> [String; 4] {
    let (first, rest) = token.split_at(1);
    let other = if first == "0" { "1" } else { "0" };
    [
        format!("{other}{rest}"),
        token.chars().rev().collect(),
        token[..token.len() - 1].to_owned(),
        format!("{token}0"),
    ]
}

/// Altered, too old, true, and used.
async fn opens_once(db: TestDatabase, purpose: Purpose) {
    let house = House::open(db, purpose).await;
    for token in altered(&house.token) {
        house.opens_nothing(&token).await;
    }
    house.app.clock.pass(purpose.lifetime());
    house.opens_nothing(&house.token).await;
    house.app.clock.pass(-Duration::SECOND);
    let path = purpose.path(&house.token);
    house.app.get(&path).await.is(StatusCode::OK);
    house.use_it(&house.token).await.is(StatusCode::OK);
    if purpose == Purpose::Proof {
        // Whoever comes back learns that it is done.
        let again = house.use_it(&house.token).await;
        again.is_problem(StatusCode::CONFLICT, "already_signed");
    } else {
        house.opens_nothing(&house.token).await;
    }
}

on_both_databases!(a_link_to_sign_in_opens_once);
async fn a_link_to_sign_in_opens_once(db: TestDatabase) {
    opens_once(db, Purpose::SignIn).await;
}

on_both_databases!(an_invitation_opens_once);
async fn an_invitation_opens_once(db: TestDatabase) {
    opens_once(db, Purpose::Invite).await;
}

on_both_databases!(a_link_to_set_a_password_opens_once);
async fn a_link_to_set_a_password_opens_once(db: TestDatabase) {
    opens_once(db, Purpose::Reset).await;
}

on_both_databases!(the_link_of_the_first_owner_opens_once);
async fn the_link_of_the_first_owner_opens_once(db: TestDatabase) {
    opens_once(db, Purpose::FirstRun).await;
}

on_both_databases!(a_link_to_a_proof_signs_once);
async fn a_link_to_a_proof_signs_once(db: TestDatabase) {
    opens_once(db, Purpose::Proof).await;
}
