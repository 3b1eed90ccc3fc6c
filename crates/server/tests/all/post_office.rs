//! A mail server in a few lines, to hold a real conversation with.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A letter that arrived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arrived {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) data: String,
}

/// Keeps what arrives.
#[derive(Clone)]
pub(crate) struct PostOffice {
    pub(crate) port: u16,
    letters: Arc<Mutex<Vec<Arrived>>>,
}

impl PostOffice {
    pub(crate) async fn open() -> Self {
        Self::open_at(0).await
    }

    pub(crate) async fn open_at(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .await
            .expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let office = Self {
            port,
            letters: Arc::default(),
        };
        let counter = office.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let counter = counter.clone();
                // A conversation that is cut off brings no letter.
                tokio::spawn(async move { counter.talk(stream).await });
            }
        });
        office
    }

    pub(crate) fn letters(&self) -> Vec<Arrived> {
        self.letters.lock().expect("whole").clone()
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        let mut letter = Arrived::default();
        stream.write_all(b"220 post.example ready\r\n").await?;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let word = line
                .split([' ', '\r'])
                .next()
                .unwrap_or_default()
                .to_uppercase();
            let answer = match word.as_str() {
                "EHLO" => "250-post.example\r\n250 8BITMIME\r\n",
                "MAIL" => {
                    line.trim_end().clone_into(&mut letter.from);
                    "250 fine\r\n"
                }
                "RCPT" if line.contains("nobody@") => "550 no such person\r\n",
                "RCPT" => {
                    line.trim_end().clone_into(&mut letter.to);
                    "250 fine\r\n"
                }
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await?;
                    while !letter.data.ends_with("\r\n.\r\n") {
                        if stream.read_line(&mut letter.data).await? == 0 {
                            return Ok(());
                        }
                    }
                    self.letters
                        .lock()
                        .expect("whole")
                        .push(std::mem::take(&mut letter));
                    "250 taken\r\n"
                }
                "QUIT" => {
                    stream.write_all(b"221 bye\r\n").await?;
                    return Ok(());
                }
                _ => "250 fine\r\n",
            };
            stream.write_all(answer.as_bytes()).await?;
        }
    }
}
