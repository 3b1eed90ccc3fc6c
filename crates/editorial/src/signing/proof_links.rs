//! The one-time links that sign a proof without a password.

use content::ids::{ArticleId, LinkId, PersonId};
use storage::links::{self, Link, Purpose};
use storage::{Transaction, accounts, candidates};
use time::Duration;

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

/// Makes a link for one contributor; older ones of the same person stop working.
pub(super) async fn make_proof_link(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
    changes: u32,
    always_show: bool,
) -> Result<ProofLink, Refusal> {
    let now = desk.now();
    links::end_unused(tx, Purpose::Proof, None, Some((article, Some(person))), now).await?;
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
    };
    links::insert(tx, &link).await?;
    let url = desk.url(&format!("/admin/sign/{token}"));
    let person = one(tx, person).await?;
    let address = accounts::find_by_person(tx, person.id)
        .await?
        .filter(|account| account.disabled_at.is_none())
        .map(|account| account.email);
    let mailed = match address {
        Some(to) if desk.site.mail => {
            let letter = Letter::Proof {
                name: person.byline.name.clone(),
                changes,
                url: url.clone(),
                until: day(link.expires_at),
            };
            desk.later(tx, &Job::Mail { to, letter }).await?;
            true
        }
        _ => false,
    };
    let shown = always_show || !mailed;
    Ok(ProofLink {
        person,
        delivery: Delivery {
            url: shown.then_some(url),
            mailed,
        },
    })
}

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
    let owes = standing.missing().iter().any(|gap| gap.person_id == person);
    if !owes {
        return Err(Refusal::Conflict(
            "Nobody waits for that signature.".to_owned(),
        ));
    }
    let link = make_proof_link(desk, &tx, article, person, 0, true).await?;
    let subject = Subject::article(article).with(serde_json::json!({ "person": person }));
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
    links::end_unused(tx, Purpose::Proof, None, Some((article, None)), desk.now()).await?;
    Ok(())
}

/// Whom a link speaks for, and which proof it shows. Opening it signs nothing: mail scanners open links.
pub async fn open_proof_link(desk: &Desk, token: &str) -> Result<(Caller, ArticleId), Refusal> {
    let tx = desk.storage.look().await?;
    let link = links::find(&tx, &digest_of(token))
        .await?
        .ok_or(Refusal::NoSuchLink)?;
    let (Some(person), Some(article)) = (link.person_id, link.article_id) else {
        return Err(Refusal::NoSuchLink);
    };
    if let Some(used) = link.used_at {
        return Err(Refusal::AlreadySigned(used));
    }
    let dead = link.purpose != Purpose::Proof
        || link.ended_at.is_some()
        || link.expires_at <= desk.now()
        || candidates::find(&tx, article).await?.is_none();
    if dead {
        return Err(Refusal::NoSuchLink);
    }
    Ok((
        Caller::Link {
            link: link.id,
            person,
            article,
        },
        article,
    ))
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
