//! One-time links: made, found again, and handed to whom they are for.

use content::ids::{AccountId, ArticleId, LinkId, PersonId};
use storage::links::{self, Link, Purpose};
use storage::accounts::{self, Account};
use storage::Transaction;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

use crate::tokens::{digest_of, new_token};
use crate::{Delivery, Desk, Job, Letter, Refusal};

/// How long links of each purpose work.
pub(crate) struct Lifetime;

impl Lifetime {
    /// The link that makes the first owner.
    pub(crate) const FIRST_RUN: Duration = Duration::days(7);
    /// An invitation.
    pub(crate) const INVITE: Duration = Duration::days(14);
    /// Signing in; short, since it opens everything.
    pub(crate) const SIGN_IN: Duration = Duration::minutes(15);
    /// A new password.
    pub(crate) const RESET: Duration = Duration::minutes(60);
    /// A proof to sign.
    pub(crate) const PROOF: Duration = Duration::days(14);

    const fn of(purpose: Purpose) -> Duration {
        match purpose {
            Purpose::FirstRun => Self::FIRST_RUN,
            Purpose::Invite => Self::INVITE,
            Purpose::SignIn => Self::SIGN_IN,
            Purpose::Reset => Self::RESET,
            Purpose::Proof => Self::PROOF,
        }
    }
}

/// A link that has just been made; the only place where its address is known.
#[derive(Clone, Debug)]
pub(crate) struct NewLink {
    /// Its lasting name.
    pub(crate) id: LinkId,
    /// The address that opens it.
    pub(crate) url: String,
    /// When it ends by itself.
    pub(crate) expires_at: OffsetDateTime,
}

/// Whom a link is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum For {
    /// The owner that there is not yet.
    Nobody,
    /// An account.
    Account(AccountId),
    /// Somebody who is asked to sign, with or without an account.
    Signer {
        /// Who signs.
        person: PersonId,
        /// The article whose proof it shows.
        article: ArticleId,
    },
}

/// Makes a link; earlier unused ones of the same purpose end.
pub(crate) async fn make(
    desk: &Desk,
    tx: &Transaction,
    purpose: Purpose,
    whom: For,
) -> Result<NewLink, Refusal> {
    let (account, signer) = match whom {
        For::Nobody => (None, None),
        For::Account(id) => (Some(id), None),
        For::Signer { person, article } => (None, Some((person, article))),
    };
    let now = desk.now();
    let proof = signer.map(|(person, article)| (article, Some(person)));
    links::end_unused(tx, purpose, account, proof, now).await?;
    let token = new_token()?;
    let link = Link {
        id: LinkId(desk.id()),
        token_digest: digest_of(&token),
        purpose,
        account_id: account,
        person_id: signer.map(|(person, _)| person),
        article_id: signer.map(|(_, article)| article),
        created_at: now,
        expires_at: now + Lifetime::of(purpose),
        used_at: None,
        ended_at: None,
    };
    links::insert(tx, &link).await?;
    let page = match purpose {
        Purpose::FirstRun => "first",
        Purpose::Invite | Purpose::SignIn | Purpose::Reset => "in",
        Purpose::Proof => "sign",
    };
    let url = desk.url(&format!("/admin/{page}/{token}"));
    Ok(NewLink { id: link.id, url, expires_at: link.expires_at })
}

/// Looks at a link without using it. Used, ended, too old, altered and unknown are one answer.
pub(crate) async fn find(desk: &Desk, tx: &Transaction, token: &str) -> Result<Link, Refusal> {
    open(desk, links::find(tx, &digest_of(token)).await?)
}

/// Uses a link up. Of two who try at once, one gets it.
pub(crate) async fn take(desk: &Desk, tx: &Transaction, token: &str) -> Result<Link, Refusal> {
    let link = open(desk, links::find_for_use(tx, &digest_of(token)).await?)?;
    links::mark_used(tx, link.id, desk.now()).await?;
    Ok(link)
}

fn open(desk: &Desk, link: Option<Link>) -> Result<Link, Refusal> {
    link.filter(|link| {
        link.used_at.is_none() && link.ended_at.is_none() && link.expires_at > desk.now()
    })
    .ok_or(Refusal::NoSuchLink)
}

/// The account that a link opens, locked; a disabled one is not opened.
pub(super) async fn account_of(tx: &Transaction, link: &Link) -> Result<Account, Refusal> {
    let id = link.account_id.ok_or(Refusal::NoSuchLink)?;
    accounts::find_locked(tx, id)
        .await?
        .filter(|account| account.disabled_at.is_none())
        .ok_or(Refusal::NoSuchLink)
}

/// Ends every link that opens an account, because its password or its standing changed.
pub(super) async fn end_all(
    desk: &Desk,
    tx: &Transaction,
    account: AccountId,
) -> Result<(), Refusal> {
    for purpose in [Purpose::Invite, Purpose::SignIn, Purpose::Reset] {
        links::end_unused(tx, purpose, Some(account), None, desk.now()).await?;
    }
    Ok(())
}

/// Sends a letter with a link, or hands the link over to be copied where there is no mail.
pub(crate) async fn deliver(
    desk: &Desk,
    tx: &Transaction,
    to: &str,
    link: &NewLink,
    letter: Letter,
) -> Result<Delivery, Refusal> {
    if !desk.site.mail {
        return Ok(Delivery { url: Some(link.url.clone()), mailed: false });
    }
    desk.later(tx, &Job::Mail { to: to.to_owned(), letter }).await?;
    Ok(Delivery { url: None, mailed: true })
}

/// The last day on which something works, as a letter says it: `30 November`.
pub(crate) fn last_day(expires_at: OffsetDateTime) -> String {
    let words = format_description!("[day padding:none] [month repr:long]");
    expires_at.format(words).unwrap_or_default()
}
