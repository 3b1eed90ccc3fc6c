//! The one-time links that sign a proof without a password.

use content::ids::{ArticleId, LinkId, PersonId};
use storage::links::{self, Link, ProofLinks, Purpose, Shown, ShownBecause};
use storage::{Transaction, accounts, candidates, persons};
use time::Duration;

use super::remind::asked;
use super::seen::Seen;
use crate::hands::Hands;
use crate::people::{PersonRef, one};
use crate::record::{Subject, record};
use crate::tokens::{digest_of, new_token};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Delivery, Desk, Job, Letter, Refusal};

/// How long a link to a proof works.
const VALID: Duration = Duration::days(14);

/// A link made for one contributor.
#[derive(Clone, Debug)]
pub struct ProofLink {
    /// For whom.
    pub person: PersonRef,
    /// How it reaches them.
    pub delivery: Delivery,
}

/// What a link asks of its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// To read so many changes and sign.
    Signature { changes: u32 },
    /// To look at a new title or summary over an answer that they have signed.
    Look,
}

/// Whether somebody is shown another person's link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show<'a> {
    /// Only when no letter can carry it.
    UnlessMailed(&'a Hands),
    /// Because they asked for it.
    Asked(&'a Hands),
    /// Never: without a letter no link is made.
    Never,
}

/// Makes a link for one contributor; older ones of the same person stop working.
///
/// Who is shown the link could sign with it, so that is kept with the link. Called before the
/// act is recorded, as links are locked before the log.
pub(super) async fn make_proof_link(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
    wanted: Wanted,
    show: Show<'_>,
) -> Result<Option<ProofLink>, Refusal> {
    let now = desk.now();
    let person = one(tx, person).await?;
    let address = accounts::find_by_person(tx, person.id)
        .await?
        .filter(|account| account.disabled_at.is_none())
        .map(|account| account.email);
    let because = match (&address, desk.site.mail) {
        (_, false) => Some(ShownBecause::NoMail),
        (None, true) => Some(ShownBecause::NoAddress),
        (Some(_), true) => None,
    };
    let shown = match (show, because) {
        (Show::Never, Some(_)) => return Ok(None),
        (Show::Never | Show::UnlessMailed(_), None) => None,
        (Show::UnlessMailed(hands) | Show::Asked(hands), Some(because)) => Some(Shown {
            to: hands.person,
            because,
        }),
        (Show::Asked(hands), None) => Some(Shown {
            to: hands.person,
            because: ShownBecause::AskedFor,
        }),
    };
    links::end_proofs(tx, ProofLinks::Of(article, person.id), now).await?;
    let others = match show {
        Show::UnlessMailed(hands) | Show::Asked(hands) => hands.others.as_slice(),
        Show::Never => &[],
    };
    if matches!(wanted, Wanted::Signature { .. }) && !matches!(show, Show::Asked(_)) {
        let to = address.clone().filter(|_| desk.site.mail);
        asked(desk, tx, article, person.id, to).await?;
    }
    let (link, url) = keep_link(desk, tx, article, person.id, shown, others).await?;
    let mailed = match address {
        Some(to) if desk.site.mail => {
            let name = person.byline.name.clone();
            let letter = match wanted {
                Wanted::Signature { changes } => Letter::Proof {
                    name,
                    changes,
                    url: url.clone(),
                    until: day(link.expires_at),
                },
                Wanted::Look => Letter::Step {
                    name,
                    sentence: NEW_FRAME.to_owned(),
                    url: url.clone(),
                },
            };
            desk.later(tx, &Job::Mail { to, letter }).await?;
            true
        }
        _ => false,
    };
    Ok(Some(ProofLink {
        person,
        delivery: Delivery {
            url: shown.map(|_| url),
            mailed,
        },
    }))
}

/// Keeps a new link to the article's proof, and answers it with its address.
pub(super) async fn keep_link(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
    shown: Option<Shown>,
    others: &[PersonId],
) -> Result<(Link, String), Refusal> {
    let now = desk.now();
    let token = new_token()?;
    let link = Link {
        id: LinkId(desk.id()),
        token_digest: digest_of(&token),
        purpose: Purpose::Proof,
        account_id: None,
        person_id: Some(person),
        article_id: Some(article),
        created_at: now,
        expires_at: now + VALID,
        used_at: None,
        ended_at: None,
        shown,
    };
    links::insert(tx, &link, others).await?;
    Ok((link, desk.url(&format!("/admin/sign/{token}"))))
}

/// Where a letter to somebody goes; `None` where none can be sent.
pub(super) async fn address_of(
    desk: &Desk,
    tx: &Transaction,
    person: PersonId,
) -> Result<Option<String>, Refusal> {
    let account = accounts::find_by_person(tx, person).await?;
    Ok(account
        .filter(|account| desk.site.mail && account.disabled_at.is_none())
        .map(|account| account.email))
}

const NEW_FRAME: &str = "The editors changed the title or the summary over your answer. Your \
                         words are as you signed them, so you need do nothing. If something is \
                         wrong, you can say so here until it is published:";

/// A fresh link to copy, for a contributor whom no letter reached. It goes on the record: who
/// holds a link can sign with it.
pub async fn copy_proof_link(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    person: PersonId,
) -> Result<ProofLink, Refusal> {
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::SendProof).await?;
    let candidate = file.candidate("send_proof")?;
    let standing = super::Standing::of_candidate(&tx, article, &candidate).await?;
    let person = persons::find_identity(&tx, person).await?;
    let owes = standing.missing().iter().any(|gap| gap.person_id == person);
    if !owes {
        return Err(Refusal::Conflict(
            "Nobody waits for that signature.".to_owned(),
        ));
    }
    let changes = Seen::of(&tx, &standing.revision, Some(person))
        .await?
        .count();
    let me = Hands::of(&tx, caller.signed_in()?).await?;
    let wanted = Wanted::Signature { changes };
    let link = make_proof_link(desk, &tx, article, person, wanted, Show::Asked(&me))
        .await?
        .ok_or(Refusal::NotFound)?;
    let subject = Subject::article(article)
        .with(serde_json::json!({ "person": person, "link_shown_to": me.person }));
    record(desk, &tx, caller, "copy_proof_link", subject).await?;
    tx.commit().await?;
    Ok(link)
}

/// Ends every unused link to the article's proof.
pub(crate) async fn end_proof_links(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
) -> Result<(), Refusal> {
    links::end_proofs(tx, ProofLinks::UnusedOf(article), desk.now()).await?;
    Ok(())
}

/// Whom a link speaks for, and which proof it shows. Opening it signs nothing: mail scanners
/// open links. One that was used signs no more, and shows the text until that is published.
pub async fn open_proof_link(desk: &Desk, token: &str) -> Result<(Caller, ArticleId), Refusal> {
    let tx = desk.storage.look().await?;
    let link = links::find(&tx, &digest_of(token))
        .await?
        .ok_or(Refusal::NoSuchLink)?;
    let (Some(person), Some(article)) = (link.person_id, link.article_id) else {
        return Err(Refusal::NoSuchLink);
    };
    let candidate = candidates::find(&tx, article).await?;
    let out = candidate
        .as_ref()
        .is_some_and(|stored| stored.state.revision().is_some());
    let ended = link.purpose != Purpose::Proof
        || link.ended_at.is_some()
        || link.expires_at <= desk.now()
        || candidate.is_none();
    match link.used_at {
        Some(used) if ended || !out => return Err(Refusal::AlreadySigned(used)),
        None if ended => return Err(Refusal::NoSuchLink),
        _ => {}
    }
    Ok((
        Caller::Link {
            link: link.id,
            person: persons::find_identity(&tx, person).await?,
            article,
        },
        article,
    ))
}

/// Locks the link that the caller came by, where there is one, and asks once more whether it
/// works. Called once the article is locked.
pub(super) async fn link_of(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
) -> Result<Option<Link>, Refusal> {
    let Caller::Link { link, .. } = caller else {
        return Ok(None);
    };
    let stored = links::find_for_use_by_id(tx, *link)
        .await?
        .filter(|link| link.expires_at > desk.now() && link.ended_at.is_none());
    stored.ok_or(Refusal::NoSuchLink).map(Some)
}

/// Writes one sentence and one address to these people, where letters can be sent.
pub(super) async fn tell(
    desk: &Desk,
    tx: &Transaction,
    persons: &[PersonId],
    sentence: &str,
    path: &str,
) -> Result<(), Refusal> {
    if !desk.site.mail {
        return Ok(());
    }
    for person in crate::people::refs(tx, persons).await? {
        let account = accounts::find_by_person(tx, person.id).await?;
        let Some(account) = account.filter(|account| account.disabled_at.is_none()) else {
            continue;
        };
        let letter = Letter::Step {
            name: person.byline.name,
            sentence: sentence.to_owned(),
            url: desk.url(path),
        };
        desk.later(
            tx,
            &Job::Mail {
                to: account.email,
                letter,
            },
        )
        .await?;
    }
    Ok(())
}

/// A day as letters write it: `30 November`.
pub(crate) fn day(at: time::OffsetDateTime) -> String {
    format!("{} {}", at.day(), at.month())
}
