//! A slow other end is waited for, but not for ever.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use countersign::acceptor::Address;
use countersign::access_log::AccessLog;
use countersign::http_server::{Patience, answer};
use poem::Response;
use poem::endpoint::make_sync;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;

const SHORT: Duration = Duration::from_millis(300);
const LARGE: usize = 64 * 1024 * 1024;

/// A server that is quickly out of patience; `/large` is more than any buffer holds.
fn impatient() -> (SocketAddr, CancellationToken) {
    let address = Address::take(([127, 0, 0, 1], 0).into()).expect("an address");
    let name = address.name().expect("its name");
    let acceptor = address.listen().expect("it listens");
    let stop = CancellationToken::new();
    let routes = make_sync(|request| match request.uri().path() {
        "/large" => Response::from(vec![b'x'; LARGE]),
        _ => Response::from("small"),
    });
    let patience = Patience {
        head: SHORT,
        write: SHORT,
        stop: SHORT,
    };
    tokio::spawn(answer(
        acceptor,
        routes,
        AccessLog::new(false),
        patience,
        stop.clone(),
    ));
    (name, stop)
}

/// Reads until the other end is gone.
async fn rest(stream: &mut TcpStream) -> usize {
    let mut all = Vec::new();
    let read = stream.read_to_end(&mut all);
    // Cut off by a reset is as good as by an end.
    let _ = tokio::time::timeout(Duration::from_secs(20), read)
        .await
        .expect("it is cut");
    all.len()
}

#[tokio::test]
async fn a_head_that_never_ends_is_cut() {
    let (address, _stop) = impatient();
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: a\r\nx-slow: ")
        .await
        .expect("sent");
    rest(&mut stream).await;
    assert!(begun.elapsed() >= SHORT);
}

#[tokio::test]
async fn silence_is_cut() {
    let (address, _stop) = impatient();
    let mut stream = TcpStream::connect(address).await.expect("connected");
    rest(&mut stream).await;
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n")
        .await
        .expect("sent");
    assert!(rest(&mut stream).await > 0, "an answer, and then an end");
}

#[tokio::test]
async fn whoever_takes_nothing_is_cut_while_others_are_answered() {
    let (address, _stop) = impatient();
    let mut lazy = TcpStream::connect(address).await.expect("connected");
    lazy.write_all(b"GET /large HTTP/1.1\r\nhost: a\r\n\r\n")
        .await
        .expect("sent");
    tokio::time::sleep(SHORT * 3).await;
    let mut busy = TcpStream::connect(address).await.expect("connected");
    busy.write_all(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
        .await
        .expect("sent");
    assert!(rest(&mut busy).await > 0);
    assert!(rest(&mut lazy).await < LARGE, "not all of it");
}

#[tokio::test]
async fn a_reader_who_is_slow_but_steady_gets_it_all() {
    let (address, _stop) = impatient();
    let mut steady = TcpStream::connect(address).await.expect("connected");
    let request = b"GET /large HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    steady.write_all(request).await.expect("sent");
    let (mut all, mut buffer) = (0, vec![0; 4 * 1024 * 1024]);
    loop {
        let read = steady.read(&mut buffer).await.expect("more");
        if read == 0 {
            break;
        }
        all += read;
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(all > LARGE);
}
