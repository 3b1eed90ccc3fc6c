//! An image as those see it who work on a text.

use content::digest::Digest;
use content::image::Image;
use content::image_sizes::Size;

use crate::signing::proof_page_by_link;
use crate::{Caller, Desk, Refusal};

/// One size of an image, for whoever is signed in: its name is a digest, which only those know
/// who were shown a text that holds it, or who added it.
pub async fn image_file(
    desk: &Desk,
    caller: &Caller,
    sha256: Digest,
    size: Size,
) -> Result<Vec<u8>, Refusal> {
    caller.signed_in()?;
    file(desk, sha256, size).await
}

/// One size of an image of the text that a one-time link shows.
pub async fn image_by_link(
    desk: &Desk,
    token: &str,
    sha256: Digest,
    size: Size,
) -> Result<Vec<u8>, Refusal> {
    let shown = proof_page_by_link(desk, token).await?;
    let images = shown.sections.iter().flat_map(|section| &section.images);
    image_of(desk, images, sha256, size).await
}

/// One size of an image, if it is one of these.
pub(crate) async fn image_of(
    desk: &Desk,
    mut images: impl Iterator<Item = &Image>,
    sha256: Digest,
    size: Size,
) -> Result<Vec<u8>, Refusal> {
    if images.any(|image| image.sha256 == sha256) {
        file(desk, sha256, size).await
    } else {
        Err(Refusal::NotFound)
    }
}

async fn file(desk: &Desk, sha256: Digest, size: Size) -> Result<Vec<u8>, Refusal> {
    desk.storage
        .media()
        .get(sha256, size)
        .await?
        .ok_or(Refusal::NotFound)
}
