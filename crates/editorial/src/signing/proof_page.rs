//! The proof as readers will see it: the frozen text in the form of the publication it would
//! become.

use content::ids::{ArticleId, PersonId};
use content::publication::Publication;
use content::revision::SectionText;
use storage::links::{self, Purpose};
use storage::{Transaction, signatures};

use super::preview::as_published;
use super::{Standing, open_proof_link};
use crate::tokens::digest_of;
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// The proof of an article, while one is out or approved, as it would be published.
///
/// # Errors
/// As for [`super::proof`]: who may not read it is told that it is not there.
pub async fn proof_page(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<Publication, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let candidate = file.candidate("proof")?;
    let released = candidate.revision().ok_or_else(|| {
        Refusal::WrongState("No proof is out for this article just now.".to_owned())
    })?;
    let standing = Standing::of(&tx, released.revision_id).await?;
    page_of(desk, &tx, &file, &standing).await
}

/// The same behind a one-time link. One that has signed shows what was signed with it, for as
/// long as it would have worked, so that its holder can read and keep it.
///
/// # Errors
/// When the link opens nothing, or nothing any more.
pub async fn proof_page_by_link(desk: &Desk, token: &str) -> Result<Publication, Refusal> {
    let (caller, article) = match open_proof_link(desk, token).await {
        Err(Refusal::AlreadySigned(_)) => return signed_page(desk, token).await,
        opened => opened?,
    };
    proof_page(desk, &caller, article).await
}

async fn signed_page(desk: &Desk, token: &str) -> Result<Publication, Refusal> {
    let tx = desk.storage.look().await?;
    let link = links::find(&tx, &digest_of(token))
        .await?
        .filter(|link| link.purpose == Purpose::Proof)
        .filter(|link| link.ended_at.is_none() && link.expires_at > desk.now())
        .ok_or(Refusal::NoSuchLink)?;
    let (Some(person), Some(article)) = (link.person_id, link.article_id) else {
        return Err(Refusal::NoSuchLink);
    };
    let revision = signatures::signed_with(&tx, link.id)
        .await?
        .ok_or(Refusal::NoSuchLink)?;
    let caller = Caller::Link {
        link: link.id,
        person,
        article,
    };
    let file = ArticleFile::look(&tx, &caller, article, Act::Read)
        .await
        .map_err(|_| Refusal::NoSuchLink)?;
    let standing = Standing::of(&tx, revision).await?;
    page_of(desk, &tx, &file, &standing).await
}

async fn page_of(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    standing: &Standing,
) -> Result<Publication, Refusal> {
    let revision = &standing.revision;
    let frame = revision.frame.as_ref().ok_or(Refusal::NotFound)?;
    let sections: Vec<(&SectionText, &[PersonId])> = revision
        .sections
        .iter()
        .map(|section| {
            let text = section.text.as_ref().ok_or(Refusal::NotFound)?;
            Ok((text, section.persons.as_slice()))
        })
        .collect::<Result<_, Refusal>>()?;
    as_published(desk, tx, &file.article, frame, &sections, Some(standing)).await
}
