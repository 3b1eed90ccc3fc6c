//! Taking connections in: not too many, without delay, and calmly when the machine has no more
//! room for them.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;

/// Below the 1,024 open files that a process may usually have, with room for the database.
const CONNECTIONS: usize = 900;
/// Connections that the machine keeps waiting for us.
const BACKLOG: u32 = 1024;
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// An address that is taken, and not yet answered at.
pub struct Address(TcpSocket);

impl Address {
    /// Takes an address.
    ///
    /// # Errors
    /// When it is in use or not of this machine.
    pub fn take(at: SocketAddr) -> io::Result<Self> {
        let socket = if at.is_ipv4() {
            TcpSocket::new_v4()
        } else {
            TcpSocket::new_v6()
        }?;
        socket.set_reuseaddr(true)?;
        socket.bind(at)?;
        Ok(Self(socket))
    }

    /// Which address it is, with the port that was given for port 0.
    ///
    /// # Errors
    /// When the machine does not say.
    pub fn name(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }

    /// Begins to take connections in.
    ///
    /// # Errors
    /// When another process was faster.
    pub fn listen(self) -> io::Result<Acceptor> {
        let places = Arc::new(Semaphore::new(CONNECTIONS));
        Ok(Acceptor {
            address: self.name()?,
            listener: self.0.listen(BACKLOG)?,
            places,
        })
    }
}

/// Takes connections in.
pub struct Acceptor {
    listener: TcpListener,
    address: SocketAddr,
    places: Arc<Semaphore>,
}

/// One connection and its place among those allowed at once.
pub struct Accepted {
    /// The connection.
    pub stream: TcpStream,
    /// The other end.
    pub from: SocketAddr,
    /// Freed when dropped.
    pub place: OwnedSemaphorePermit,
}

impl Acceptor {
    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next connection. Waits while all places are taken, and ever longer while the machine
    /// refuses.
    pub async fn accept(&self) -> Accepted {
        let place = loop {
            if let Ok(place) = Arc::clone(&self.places).acquire_owned().await {
                break place;
            }
        };
        let mut pause = FIRST_PAUSE;
        loop {
            match self.listener.accept().await {
                Ok((stream, from)) => {
                    // Answers are short; waiting to fill a packet only delays them.
                    let _ = stream.set_nodelay(true);
                    return Accepted {
                        stream,
                        from,
                        place,
                    };
                }
                Err(error) if is_of_one_connection(&error) => {}
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
        }
    }
}

/// Errors of a connection that ended before it was accepted say nothing of the next.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
    )
}
