//! The settings of mail.

use std::fmt;

use lettre::message::Mailbox;

use super::written::WrittenSmtp;
use super::wrong;
use crate::Failure;

/// How letters leave the machine.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// User name and password, where the server asks for them.
    pub login: Option<(String, String)>,
    /// Who the letters are from.
    pub from: Mailbox,
    /// How the way there is closed to others.
    pub tls: Tls,
}

/// How the way to the mail server is closed to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Asked for after a plain greeting; without it nothing is sent.
    StartTls,
    /// From the first byte.
    Tls,
    /// Not at all: for a mail server on the same machine.
    None,
}

impl Tls {
    const fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

/// Leaves the password out.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}

impl Smtp {
    pub(super) fn check(written: WrittenSmtp) -> Result<Option<Self>, Failure> {
        let tls = match written.tls.as_str() {
            "starttls" => Tls::StartTls,
            "tls" => Tls::Tls,
            "none" => Tls::None,
            _ => return Err(wrong("smtp.tls", "write starttls, tls or none")),
        };
        let Some(host) = written.host.filter(|host| !host.is_empty()) else {
            let others = [
                ("smtp.user", written.user.is_some()),
                ("smtp.password", written.password.is_some()),
                ("smtp.from", written.from.is_some()),
                ("smtp.port", written.port.is_some()),
            ];
            return match others.iter().find(|(_, is_written)| *is_written) {
                Some((name, _)) => Err(wrong("smtp.host", &format!("it is missing beside {name}"))),
                None => Ok(None),
            };
        };
        let from = written
            .from
            .ok_or_else(|| wrong("smtp.from", "it is missing; letters need a sender"))?
            .parse()
            .map_err(|_| wrong("smtp.from", "write an address, or Name <address>"))?;
        let login = match (written.user, written.password) {
            (None, None) => None,
            (Some(user), Some(password)) => Some((user, password)),
            (Some(_), None) => {
                return Err(wrong("smtp.password", "it is missing beside smtp.user"));
            }
            (None, Some(_)) => {
                return Err(wrong("smtp.user", "it is missing beside smtp.password"));
            }
        };
        if login.is_some() && tls == Tls::None && !is_here(&host) {
            return Err(wrong(
                "smtp.tls",
                "a password is not sent to another machine for everyone to read",
            ));
        }
        let port = written.port.unwrap_or_else(|| tls.port());
        if port == 0 {
            return Err(wrong("smtp.port", "it is a number from 1 to 65535"));
        }
        Ok(Some(Self {
            host,
            port,
            login,
            from,
            tls,
        }))
    }
}

fn is_here(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}
