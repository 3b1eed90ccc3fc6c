//! One-time links to accounts: made, found again, and handed to whom they are for. Links to
//! proofs are made where proofs are.

use content::ids::{AccountId, LinkId};
use storage::Transaction;
use storage::accounts::{self, Account};
use storage::links::{self, Link, ProofLinks, Purpose, Shown, ShownBecause};
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

use crate::hands::Hands;
use crate::tokens::{digest_of, new_token};
use crate::{Caller, Delivery, Desk, Job, Letter, Refusal};

/// A link to sign in is short-lived, since it opens everything. It outlives the time in which
/// letters to one address are counted: whoever has had the most that may be sent has one that
/// works.
pub(super) const SIGN_IN: Duration = Duration::minutes(20);
/// A link to a new password.
pub(super) const RESET: Duration = Duration::minutes(60);

const fn lifetime(purpose: Purpose) -> Duration {
    match purpose {
        Purpose::FirstRun => Duration::days(7),
        Purpose::Invite | Purpose::Proof => Duration::days(14),
        Purpose::SignIn => SIGN_IN,
        Purpose::Reset => RESET,
    }
}

/// A link that has just been made; the only place where its address is known.
#[derive(Clone, Debug)]
pub(super) struct NewLink {
    /// Its lasting name.
    pub(super) id: LinkId,
    /// The address that opens it.
    pub(super) url: String,
    /// When it ends by itself.
    pub(super) expires_at: OffsetDateTime,
}

/// Who is shown a link that opens another account, and why.
#[derive(Clone, Debug)]
pub(super) struct ShownTo {
    pub(super) hands: Hands,
    because: ShownBecause,
}

/// The caller who is shown a link to hand over; the operator signs nothing, and is nobody here.
pub(super) async fn shown_to(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
) -> Result<Option<ShownTo>, Refusal> {
    let because = if desk.site.mail {
        ShownBecause::AskedFor
    } else {
        ShownBecause::NoMail
    };
    let hands = Hands::of_caller(tx, caller).await?;
    Ok(hands.map(|hands| ShownTo { hands, because }))
}

/// Makes a link to an account, or to none yet; earlier unused ones of the same purpose end.
pub(super) async fn make(
    desk: &Desk,
    tx: &Transaction,
    purpose: Purpose,
    account: Option<AccountId>,
    shown: Option<ShownTo>,
) -> Result<NewLink, Refusal> {
    links::end_unused(tx, purpose, account, desk.now()).await?;
    make_beside(desk, tx, purpose, account, shown).await
}

/// Makes a link to an account and leaves earlier ones alive: anybody may ask for one by mail,
/// and would otherwise end the one that was just sent.
pub(super) async fn make_beside(
    desk: &Desk,
    tx: &Transaction,
    purpose: Purpose,
    account: Option<AccountId>,
    shown: Option<ShownTo>,
) -> Result<NewLink, Refusal> {
    let now = desk.now();
    let token = new_token()?;
    let link = Link {
        id: LinkId(desk.id()),
        token_digest: digest_of(&token),
        purpose,
        account_id: account,
        person_id: None,
        article_id: None,
        created_at: now,
        expires_at: now + lifetime(purpose),
        used_at: None,
        ended_at: None,
        shown: shown.as_ref().map(|shown| Shown {
            to: shown.hands.person,
            because: shown.because,
        }),
    };
    let others = shown.map_or_else(Vec::new, |shown| shown.hands.others);
    links::insert(tx, &link, &others).await?;
    let page = match purpose {
        Purpose::FirstRun => "first",
        Purpose::Invite | Purpose::SignIn | Purpose::Reset => "in",
        Purpose::Proof => "sign",
    };
    let url = desk.url(&format!("/admin/{page}/{token}"));
    Ok(NewLink {
        id: link.id,
        url,
        expires_at: link.expires_at,
    })
}

/// Looks at a link without using it. Used, ended, too old, altered and unknown are one answer.
pub(super) async fn find(desk: &Desk, tx: &Transaction, token: &str) -> Result<Link, Refusal> {
    open(desk, links::find(tx, &digest_of(token)).await?)
}

/// Uses a link up. Of two who try at once, one gets it.
pub(super) async fn take(desk: &Desk, tx: &Transaction, token: &str) -> Result<Link, Refusal> {
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

/// Ends every link that opens an account or speaks for its person on a proof, because its
/// password or its standing changed. Called before the act is recorded, as links are locked
/// before the log.
pub(super) async fn end_all(
    desk: &Desk,
    tx: &Transaction,
    account: AccountId,
) -> Result<(), Refusal> {
    for purpose in [Purpose::Invite, Purpose::SignIn, Purpose::Reset] {
        links::end_unused(tx, purpose, Some(account), desk.now()).await?;
    }
    if let Some(account) = accounts::find(tx, account).await? {
        links::end_proofs(tx, ProofLinks::By(account.person_id), desk.now()).await?;
    }
    Ok(())
}

/// Sends a letter with a link, or hands the link over to be copied where there is no mail.
pub(super) async fn deliver(
    desk: &Desk,
    tx: &Transaction,
    to: &str,
    link: &NewLink,
    letter: Letter,
) -> Result<Delivery, Refusal> {
    if !desk.site.mail {
        return Ok(Delivery {
            url: Some(link.url.clone()),
            mailed: false,
        });
    }
    desk.later(
        tx,
        &Job::Mail {
            to: to.to_owned(),
            letter,
        },
    )
    .await?;
    Ok(Delivery {
        url: None,
        mailed: true,
    })
}

/// The last day on which something works, as a letter says it: `30 November`.
pub(super) fn last_day(expires_at: OffsetDateTime) -> String {
    let words = format_description!("[day padding:none] [month repr:long]");
    expires_at.format(words).unwrap_or_default()
}
