//! An app for one test, and the people in it.

use std::net::SocketAddr;
use std::sync::Arc;

use api::{ApiState, PublicState, TrustedProxies, routes};
use editorial::accounts::add_account;
use editorial::testing::{StillClock, desk};
use editorial::{Caller, Desk};
use pages::{Pages, SiteFacts, Theme};
use poem::endpoint::BoxEndpoint;
use poem::http::{Method, StatusCode};
use poem::test::{TestClient, TestRequestBuilder, TestResponse};
use poem::web::RemoteAddr;
use poem::{Addr, EndpointExt, Response};
use serde_json::{Value, json};
use storage::accounts::Role;
use storage::testing::{Engine, TestDatabase};
use tokio::sync::OnceCell;

/// The password of everybody in these tests.
pub(crate) const PASSWORD: &str = "lake under quiet snow";

/// Its hash, made once: hashing is slow by intent.
static HASH: OnceCell<String> = OnceCell::const_new();

async fn hash_of_password() -> String {
    let database = TestDatabase::new(Engine::Sqlite).await;
    let (desk, _) = desk(database.storage.clone());
    let added = add_account(
        &desk,
        &Caller::Operator,
        "hash@example.org",
        "Hash Example",
        &[Role::Author],
        Some(PASSWORD),
    )
    .await
    .expect("the account is added");
    let tx = desk.storage.look().await.expect("a snapshot");
    let account = storage::accounts::find(&tx, added.account.id).await;
    account
        .expect("an answer")
        .and_then(|account| account.password_hash)
        .expect("a hash")
}

/// The routes over a database of their own.
pub(crate) struct App {
    client: TestClient<BoxEndpoint<'static, Response>>,
    pub(crate) desk: Desk,
    pub(crate) clock: Arc<StillClock>,
    _database: TestDatabase,
}

/// Somebody with an account, and the cookie of a browser.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    pub(crate) account: String,
    pub(crate) person: String,
    pub(crate) email: String,
    cookie: String,
}

impl App {
    pub(crate) fn new(database: TestDatabase) -> Self {
        Self::with_url(database, "http://127.0.0.1:8080")
    }

    /// An app that readers know under this address.
    pub(crate) fn with_url(database: TestDatabase, url: &str) -> Self {
        let (mut desk, clock) = desk(database.storage.clone());
        let mut site = (*desk.site).clone();
        url.clone_into(&mut site.public_url);
        desk.site = Arc::new(site);
        let state = ApiState {
            desk: desk.clone(),
            public: PublicState {
                reader: desk.storage.reader(),
                index: None,
                site: SiteFacts::new(&desk.site.name, &desk.site.public_url),
            },
            pages: Pages::new(
                Theme::built_in(),
                SiteFacts::new(&desk.site.name, &desk.site.public_url),
            ),
            proxies: TrustedProxies::default(),
        };
        Self {
            client: TestClient::new(routes(state).boxed()),
            desk,
            clock,
            _database: database,
        }
    }

    /// A request without anything that a browser adds.
    pub(crate) fn bare(
        &self,
        method: Method,
        path: &str,
    ) -> TestRequestBuilder<'_, BoxEndpoint<'static, Response>> {
        self.client
            .request(method, format!("/api{path}"))
            .data(RemoteAddr(Addr::SocketAddr(SocketAddr::from((
                [192, 0, 2, 7],
                4000,
            )))))
    }

    /// A request as this site's own pages send it.
    pub(crate) fn request(
        &self,
        method: Method,
        path: &str,
    ) -> TestRequestBuilder<'_, BoxEndpoint<'static, Response>> {
        self.bare(method, &format!("/v1{path}"))
            .header("sec-fetch-site", "same-origin")
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        Answer::of(
            self.request(Method::POST, path)
                .body_json(&body)
                .send()
                .await,
        )
        .await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path).send().await).await
    }

    /// Somebody who is signed in.
    pub(crate) async fn somebody(&self, email: &str, name: &str, roles: &[Role]) -> Browser {
        let added = add_account(&self.desk, &Caller::Operator, email, name, roles, None)
            .await
            .expect("the account is added");
        let tx = self.desk.storage.begin().await.expect("a transaction");
        let hash = HASH.get_or_init(hash_of_password).await;
        storage::accounts::set_password(&tx, added.account.id, hash, None)
            .await
            .expect("the password is kept");
        tx.commit().await.expect("the password is kept");
        let answer = self.sign_in(email, PASSWORD).await;
        answer.is(StatusCode::OK);
        Browser {
            account: added.account.id.to_string(),
            person: added.account.person.id.to_string(),
            email: email.to_owned(),
            cookie: answer.cookie().expect("a cookie").to_owned(),
        }
    }

    pub(crate) async fn owner(&self) -> Browser {
        self.somebody("owner@example.org", "Olive Owner", &[Role::Owner])
            .await
    }

    pub(crate) async fn editor(&self) -> Browser {
        self.somebody("editor@example.org", "Edith Editor", &[Role::Editor])
            .await
    }

    pub(crate) async fn author(&self) -> Browser {
        self.somebody("amy@example.org", "Jo Example, MA, LPC", &[Role::Author])
            .await
    }

    pub(crate) async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.post("/session", json!({"email": email, "password": password}))
            .await
    }

    /// Somebody in another browser.
    pub(crate) async fn sign_in_again(&self, who: &Browser) -> Browser {
        let answer = self.sign_in(&who.email, PASSWORD).await;
        Browser {
            cookie: answer.cookie().expect("a cookie").to_owned(),
            ..who.clone()
        }
    }

    /// A call by somebody who is signed in.
    pub(crate) async fn call(
        &self,
        by: &Browser,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Answer {
        let mut request = self.request(method, path).header("cookie", &by.cookie);
        if let Some(body) = body {
            request = request.body_json(&body);
        }
        Answer::of(request.send().await).await
    }

    /// The token in the address of a link.
    pub(crate) fn token(url: &str) -> String {
        url.rsplit('/')
            .next()
            .expect("an address has parts")
            .to_owned()
    }
}

impl Browser {
    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }

    /// The same person in the session that an answer began.
    pub(crate) fn in_another(&self, began: &Answer) -> Self {
        Self {
            cookie: began.cookie().expect("a cookie").to_owned(),
            ..self.clone()
        }
    }
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: poem::http::HeaderMap,
    pub(crate) bytes: Vec<u8>,
    /// Null where it is no JSON.
    pub(crate) json: Value,
}

impl Answer {
    pub(crate) async fn of(response: TestResponse) -> Self {
        let response = response.0;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().into_vec().await.expect("a body");
        let json = serde_json::from_slice(&bytes).unwrap_or_default();
        Self {
            status,
            headers,
            bytes,
            json,
        }
    }

    #[track_caller]
    pub(crate) fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{:#}", self.json);
        self
    }

    /// A problem of this status and code, in the form that all have.
    #[track_caller]
    pub(crate) fn is_problem(&self, status: StatusCode, code: &str) -> &Self {
        self.is(status);
        assert_eq!(self.json["code"], code, "{:#}", self.json);
        assert_eq!(self.json["status"], status.as_u16());
        assert_eq!(self.json["type"], "about:blank");
        assert!(self.json["title"].is_string());
        assert!(
            self.json["detail"]
                .as_str()
                .is_some_and(|words| !words.is_empty())
        );
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.headers["cache-control"], "no-store");
        self
    }

    /// A problem with one field.
    #[track_caller]
    pub(crate) fn is_invalid(&self, field: &str, code: &str) -> &Self {
        self.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid");
        assert_eq!(self.json["errors"][0]["field"], field, "{:#}", self.json);
        assert_eq!(self.json["errors"][0]["code"], code, "{:#}", self.json);
        self
    }

    /// The pair of the session cookie that was set.
    pub(crate) fn cookie(&self) -> Option<&str> {
        self.headers
            .get("set-cookie")?
            .to_str()
            .ok()?
            .split(';')
            .next()
    }
}
