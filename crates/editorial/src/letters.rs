//! What Countersign writes to people. The words are made where pages are made.

use content::ids::{ArticleId, LinkId};
use serde::{Deserialize, Serialize};
use storage::{Transaction, drafts, links};

use crate::tokens::{digest_of, new_token};
use crate::{Desk, Job, Refusal};

/// A letter: the facts, not the words. Subjects never name a topic or a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// Opens an account for the first time.
    Invite {
        /// Whom it greets.
        name: String,
        /// The one-time link.
        url: String,
        /// The last day it works, such as `30 November`.
        until: String,
    },
    /// Invites somebody to write in an article, and opens an account for them.
    InviteToWrite {
        /// Whom it greets.
        name: String,
        /// Who invites.
        by: String,
        /// In which article.
        article: ArticleId,
        /// What it is called: put in when the letter is sent, so that no job keeps it.
        title: String,
        /// The one-time link.
        url: String,
        /// The last day it works.
        until: String,
    },
    /// Signs in without a password.
    SignIn {
        /// The one-time link.
        url: String,
        /// How long it works.
        minutes: u32,
    },
    /// Sets a new password.
    Reset {
        /// The one-time link.
        url: String,
        /// How long it works.
        minutes: u32,
    },
    /// Asks for a signature.
    Proof {
        /// Whom it greets.
        name: String,
        /// How many changes there are to read.
        changes: u32,
        /// The one-time link.
        url: String,
        /// The last day it works.
        until: String,
    },
    /// Asks once more for a signature.
    Reminder {
        /// Whom it greets.
        name: String,
        /// Who asks once more.
        nudge: Nudge,
        /// The one-time link.
        url: String,
        /// The last day it works.
        until: String,
    },
    /// Tells authors and editors of a step.
    Step {
        /// Whom it greets.
        name: String,
        /// What happened, one plain sentence.
        sentence: String,
        /// The page of the one thing to do, or of the article.
        url: String,
    },
}

/// Who asks once more for a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nudge {
    /// The clock, and it will once more.
    First,
    /// The clock, for the last time.
    Last,
    /// An editor.
    Editor,
}

/// How a link reaches its person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    /// The link, to copy; only to those who may hand it over.
    pub url: Option<String>,
    /// Whether a letter is on its way.
    pub mailed: bool,
}

impl Letter {
    fn url(&mut self) -> &mut String {
        match self {
            Self::Invite { url, .. }
            | Self::InviteToWrite { url, .. }
            | Self::SignIn { url, .. }
            | Self::Reset { url, .. }
            | Self::Proof { url, .. }
            | Self::Reminder { url, .. }
            | Self::Step { url, .. } => url,
        }
    }
}

/// A job as it may be kept: a letter with a one-time link goes without its secret.
pub(crate) async fn sealed(tx: &Transaction, job: &Job) -> Result<Job, Refusal> {
    let Job::Mail { to, letter } = job else {
        return Ok(job.clone());
    };
    let mut letter = letter.clone();
    let Some((page, token)) = letter.url().rsplit_once('/') else {
        return Ok(job.clone());
    };
    let Some(link) = links::find(tx, &digest_of(token)).await? else {
        return Ok(job.clone());
    };
    *letter.url() = format!("{page}/");
    Ok(Job::MailLink {
        to: to.clone(),
        letter,
        link: link.id,
    })
}

/// The letter with a fresh secret in the address of its link; `None` when the link opens nothing
/// any more, so that nobody wants the letter. Of two tries to send it, the later one counts.
pub async fn unsealed(
    desk: &Desk,
    mut letter: Letter,
    link: LinkId,
) -> Result<Option<Letter>, Refusal> {
    let tx = desk.storage.begin().await?;
    let open = links::find_for_use_by_id(&tx, link).await?;
    let opens = open.is_some_and(|link| {
        link.used_at.is_none() && link.ended_at.is_none() && link.expires_at > desk.now()
    });
    if !opens {
        return Ok(None);
    }
    if let Letter::InviteToWrite { article, title, .. } = &mut letter {
        let head = drafts::head(&tx, *article).await?;
        *title = head.map_or_else(String::new, |head| head.title);
    }
    let token = new_token()?;
    links::set_mailed(&tx, link, &digest_of(&token)).await?;
    tx.commit().await?;
    letter.url().push_str(&token);
    Ok(Some(letter))
}
