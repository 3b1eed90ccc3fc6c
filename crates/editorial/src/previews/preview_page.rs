//! What whoever has a link is shown: its one text, and nothing that could be done to it.

use content::digest::Digest;
use content::ids::PersonId;
use content::image_sizes::Size;
use content::publication::Publication;
use content::revision::SectionText;
use storage::preview_links::{self, PreviewLink};
use storage::revisions::{self, Revision};
use storage::{Transaction, articles};
use time::OffsetDateTime;

use crate::media::image_of;
use crate::signing::as_published;
use crate::tokens::digest_of;
use crate::{Desk, Refusal};

/// When a link ends by itself. Looking opens nothing: mail programs look at every link.
///
/// # Errors
/// When the link shows nothing, or nothing any more.
pub async fn look_at_preview(desk: &Desk, token: &str) -> Result<OffsetDateTime, Refusal> {
    let tx = desk.storage.look().await?;
    let (link, _) = open(desk, &tx, token).await?;
    Ok(link.expires_at)
}

/// The text of a link as the publication it would become, without the signatures it may have.
///
/// # Errors
/// When the link shows nothing, or nothing any more: unknown, old, revoked and erased are one
/// answer.
pub async fn preview_page(desk: &Desk, token: &str) -> Result<Publication, Refusal> {
    let tx = desk.storage.look().await?;
    let (link, revision) = open(desk, &tx, token).await?;
    let article = articles::find(&tx, link.article_id)
        .await?
        .ok_or(Refusal::NoSuchLink)?;
    let frame = revision.frame.as_ref().ok_or(Refusal::NoSuchLink)?;
    let sections: Vec<(&SectionText, &[PersonId])> = revision
        .sections
        .iter()
        .map(|section| {
            let text = section.text.as_ref().ok_or(Refusal::NoSuchLink)?;
            Ok((text, section.persons.as_slice()))
        })
        .collect::<Result<_, Refusal>>()?;
    let publication = as_published(desk, &tx, &article, frame, &sections, None).await?;
    drop(tx);
    if link.opened_at.is_none() {
        let tx = desk.storage.begin().await?;
        preview_links::mark_opened(&tx, link.id, desk.now()).await?;
        tx.commit().await?;
    }
    Ok(publication)
}

/// One size of an image of the text that a link shows, and of no other.
pub async fn preview_image(
    desk: &Desk,
    token: &str,
    sha256: Digest,
    size: Size,
) -> Result<Vec<u8>, Refusal> {
    let tx = desk.storage.look().await?;
    let (_, revision) = open(desk, &tx, token).await?;
    drop(tx);
    let texts = revision.sections.iter().filter_map(|one| one.text.as_ref());
    image_of(desk, texts.flat_map(|text| &text.images), sha256, size).await
}

async fn open(
    desk: &Desk,
    tx: &Transaction,
    token: &str,
) -> Result<(PreviewLink, Revision), Refusal> {
    let link = preview_links::find(tx, &digest_of(token))
        .await?
        .filter(|link| link.expires_at > desk.now())
        .ok_or(Refusal::NoSuchLink)?;
    if !preview_links::is_open(tx, link.id).await? {
        return Err(Refusal::NoSuchLink);
    }
    let revision = revisions::find(tx, link.revision_id)
        .await?
        .filter(|revision| revision.frame.is_some())
        .ok_or(Refusal::NoSuchLink)?;
    Ok((link, revision))
}
