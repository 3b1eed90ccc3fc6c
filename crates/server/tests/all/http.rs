//! The smallest client that will do: one request a connection.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// A header of this name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// Checks the status.
    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }
}

/// A browser at one server.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    pub(crate) host: String,
    pub(crate) cookie: Option<String>,
}

impl Browser {
    pub(crate) fn new(host: &str) -> Self {
        Self {
            host: host.to_owned(),
            cookie: None,
        }
    }

    /// Signs in; the cookie is kept.
    pub(crate) async fn sign_in(mut self, email: &str, password: &str) -> Self {
        let body = serde_json::json!({"email": email, "password": password});
        let answer = self.post("/api/v1/session", &body).await.is(200);
        self.keep_cookie(&answer);
        self
    }

    pub(crate) fn keep_cookie(&mut self, answer: &Answer) {
        let cookie = answer.header("set-cookie").expect("a cookie");
        self.cookie = cookie.split(';').next().map(str::to_owned);
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], None).await.expect("an answer")
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &[], Some(body))
            .await
            .expect("an answer")
    }

    /// `None` when the connection ended before the whole answer was there.
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Option<Answer> {
        let exchange = self.exchange(self.request(method, path, headers, body));
        tokio::time::timeout(Duration::from_secs(30), exchange)
            .await
            .ok()?
    }

    /// A request as it goes over the wire.
    pub(crate) fn request(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> String {
        let mut text = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\
             sec-fetch-site: same-origin\r\n",
            self.host
        );
        for (name, value) in headers {
            let _ = write!(text, "{name}: {value}\r\n");
        }
        if let Some(cookie) = &self.cookie {
            let _ = write!(text, "cookie: {cookie}\r\n");
        }
        let body = body.map(Value::to_string).unwrap_or_default();
        if !body.is_empty() {
            let _ = write!(
                text,
                "content-type: application/json\r\ncontent-length: {}\r\n",
                body.len()
            );
        }
        text + "\r\n" + &body
    }

    async fn exchange(&self, request: String) -> Option<Answer> {
        let mut stream = TcpStream::connect(&self.host).await.ok()?;
        stream.write_all(request.as_bytes()).await.ok()?;
        read(&mut stream).await
    }
}

/// Reads one answer to its end.
pub(crate) async fn read(stream: &mut TcpStream) -> Option<Answer> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let answer = Answer {
        status: head.split(' ').nth(1)?.parse().ok()?,
        head: head.to_owned(),
        body: body.to_owned(),
    };
    let length: Option<usize> = answer.header("content-length").and_then(|n| n.parse().ok());
    // Less than was promised is no answer.
    length
        .is_none_or(|length| bytes.len() >= head.len() + 4 + length)
        .then_some(answer)
}
