//! The real program as a process of its own.

use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::http::Browser;

/// Long enough for a slow machine.
pub(crate) const DEADLINE: Duration = Duration::from_mins(1);

/// A command, with no settings but those given.
pub(crate) fn command(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_countersign"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("COUNTERSIGN_")) {
        command.env_remove(name);
    }
    command
        .args(arguments)
        .arg("--data")
        .arg(data)
        .kill_on_drop(true);
    command
}

/// What a command that ends by itself said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs a command to its end.
pub(crate) async fn run(data: &Path, arguments: &[&str], input: &str) -> Said {
    let mut child = command(data, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("an input");
    // It may have ended without reading.
    let _ = stdin.write_all(input.as_bytes()).await;
    drop(stdin);
    let output = child.wait_with_output().await.expect("it ends");
    Said {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    pub(crate) host: String,
    pub(crate) out: Lines,
    pub(crate) err: Lines,
}

/// Lines as they come.
#[derive(Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<Vec<String>>>);

impl Lines {
    fn follow(source: impl AsyncRead + Unpin + Send + 'static) -> Self {
        let lines = Self::default();
        let kept = lines.clone();
        tokio::spawn(async move {
            let mut source = BufReader::new(source).lines();
            while let Ok(Some(line)) = source.next_line().await {
                kept.0.lock().expect("whole").push(line);
            }
        });
        lines
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().expect("whole").clone()
    }

    /// Waits for a line with these words.
    pub(crate) async fn with(&self, words: &str) -> String {
        until(words, async || {
            self.all().into_iter().find(|line| line.contains(words))
        })
        .await
    }
}

/// Asks again until there is an answer.
pub(crate) async fn until<T>(what: &str, ask: impl AsyncFn() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(begun.elapsed() < DEADLINE, "waited too long for {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

impl Server {
    /// Starts `serve` at a free port and waits until it answers.
    pub(crate) async fn start(data: &Path, arguments: &[&str]) -> Self {
        let mut server = Self::begin(data, arguments);
        server.ready().await;
        server
    }

    /// Starts `serve` without waiting.
    pub(crate) fn begin(data: &Path, arguments: &[&str]) -> Self {
        Self::begin_command("serve", data, arguments)
    }

    pub(crate) fn begin_command(name: &str, data: &Path, arguments: &[&str]) -> Self {
        let all = [&[name, "--listen", "127.0.0.1:0"], arguments].concat();
        let mut child = command(data, &all)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let out = Lines::follow(child.stdout.take().expect("an output"));
        let err = Lines::follow(child.stderr.take().expect("an output"));
        Self {
            child,
            host: String::new(),
            out,
            err,
        }
    }

    /// Waits until it answers.
    pub(crate) async fn ready(&mut self) {
        let begun = Instant::now();
        let line = loop {
            let found = self
                .out
                .all()
                .into_iter()
                .find(|line| line.contains("http://"));
            if let Some(line) = found {
                break line;
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                panic!("it ended with {status}: {:?}", self.err.all());
            }
            assert!(
                begun.elapsed() < DEADLINE,
                "it does not start: {:?}",
                self.err.all()
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        };
        let (_, host) = line.split_once("http://").expect("an address");
        host.trim_end_matches('/').clone_into(&mut self.host);
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(&self.host)
    }

    /// Ends it as a power cut would.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.expect("killed");
    }

    /// Asks it to end.
    pub(crate) fn terminate(&self) {
        let id = self.child.id().expect("it runs").to_string();
        let done = std::process::Command::new("kill")
            .args(["-TERM", &id])
            .status();
        assert!(done.expect("a signal").success());
    }

    /// Waits for its end; answers its code.
    pub(crate) async fn ended(mut self) -> Option<i32> {
        let ended = tokio::time::timeout(DEADLINE, self.child.wait()).await;
        ended.expect("it ends in time").expect("it ended").code()
    }
}
