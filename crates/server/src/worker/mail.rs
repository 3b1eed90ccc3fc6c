//! Letters leave the machine: the words are those of the pages, the way is SMTP.

use std::sync::Arc;
use std::time::Duration;

use content::ids::JobId;
use editorial::{Letter, Nudge};
use lettre::message::{Mailbox, header};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Closing, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use pages::SiteFacts;
use pages::mail::{self, Mail};
use tokio::time::timeout;

use crate::Failure;
use crate::config::{Smtp, Tls};

/// Shorter than the lease of a job, so that no letter is sent by two at once.
const LONGEST: Duration = Duration::from_secs(40);
/// For each answer of the mail server.
const ANSWER: Duration = Duration::from_secs(20);

/// Why a letter did not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It may yet.
    ForNow(String),
    /// It never will.
    ForGood(String),
}

/// Sends letters.
#[derive(Clone)]
pub struct Post {
    smtp: Option<Arc<Way>>,
    site: Arc<SiteFacts>,
}

struct Way {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// A post office with these settings; without them it sends nothing.
    ///
    /// # Errors
    /// When the settings of mail cannot be used.
    pub fn new(smtp: Option<&Smtp>, site: SiteFacts) -> Result<Self, Failure> {
        let smtp = smtp.map(way).transpose()?.map(Arc::new);
        Ok(Self {
            smtp,
            site: Arc::new(site),
        })
    }

    /// Greets the mail server and leaves again.
    ///
    /// # Errors
    /// When it does not answer as it should.
    pub async fn greet(&self) -> Result<(), Failure> {
        let Some(way) = &self.smtp else {
            return Ok(());
        };
        let failed = |why: String| Failure::because("The mail server cannot be used", why);
        match timeout(LONGEST, way.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(failed("it did not answer as it should".to_owned())),
            Ok(Err(error)) => Err(failed(words(&error))),
            Err(_) => Err(failed("it did not answer in time".to_owned())),
        }
    }

    /// Sends one letter. The name of its job names the letter too, so that one sent twice can be
    /// known as one.
    pub(super) async fn send(&self, job: JobId, to: &str, letter: &Letter) -> Result<(), Trouble> {
        let Some(way) = &self.smtp else {
            return Err(Trouble::ForGood("mail is not set up any more".to_owned()));
        };
        let message = self.message(job, to, letter, &way.from)?;
        match timeout(LONGEST, way.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(Trouble::ForGood(words(&error))),
            Ok(Err(error)) => Err(Trouble::ForNow(words(&error))),
            Err(_) => Err(Trouble::ForNow(
                "the mail server did not answer in time".to_owned(),
            )),
        }
    }

    fn message(
        &self,
        job: JobId,
        to: &str,
        letter: &Letter,
        from: &Mailbox,
    ) -> Result<Message, Trouble> {
        let wrong = |error: &dyn std::fmt::Display| Trouble::ForGood(error.to_string());
        let to: lettre::Address = to.parse().map_err(|error| wrong(&error))?;
        let Mail { subject, text } = self.words(letter);
        Message::builder()
            .from(from.clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .message_id(Some(format!("<{job}@{}>", from.email.domain())))
            .header(header::ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(|error| wrong(&error))
    }

    fn words(&self, letter: &Letter) -> Mail {
        let site = &*self.site;
        match letter {
            Letter::Invite { name, url, until } => mail::invite(name, url, until, site),
            Letter::InviteToWrite {
                name,
                by,
                title,
                url,
                until,
                ..
            } => mail::invite_to_write(name, by, title, url, until, site),
            Letter::SignIn { url, minutes } => mail::sign_in(url, *minutes, site),
            Letter::Reset { url, minutes } => mail::password_reset(url, *minutes, site),
            Letter::Proof {
                name,
                changes,
                url,
                until,
            } => mail::proof_ready(name, *changes, url, until, site),
            Letter::Reminder {
                name,
                nudge,
                url,
                until,
            } => {
                let nudge = match nudge {
                    Nudge::First => mail::Nudge::First,
                    Nudge::Last => mail::Nudge::Last,
                    Nudge::Editor => mail::Nudge::Editor,
                };
                mail::reminder(name, nudge, url, until, site)
            }
            Letter::Step {
                name,
                sentence,
                url,
            } => mail::step(name, sentence, url, site),
        }
    }
}

fn way(smtp: &Smtp) -> Result<Way, Failure> {
    let closed = || {
        TlsParameters::new(smtp.host.clone())
            .map_err(|error| Failure::because("The setting smtp.host cannot be used", error))
    };
    let tls = match smtp.tls {
        Tls::StartTls => Closing::Required(closed()?),
        Tls::Tls => Closing::Wrapper(closed()?),
        Tls::None => Closing::None,
    };
    let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
        .port(smtp.port)
        .tls(tls)
        .timeout(Some(ANSWER));
    if let Some((user, password)) = &smtp.login {
        transport = transport.credentials(Credentials::new(user.clone(), password.clone()));
    }
    Ok(Way {
        transport: transport.build(),
        from: smtp.from.clone(),
    })
}

/// What went wrong, with its causes: "network unreachable" says more than "connection error".
fn words(error: &lettre::transport::smtp::Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        let more = next.to_string();
        if !words.contains(&more) {
            words.push_str(": ");
            words.push_str(&more);
        }
        cause = next.source();
    }
    words
}
