//! Forgets images that nothing uses.

use content::ids::ArticleId;
use storage::media::{self, StoredImage};
use storage::{StorageError, Transaction};
use time::Duration;

use crate::{Desk, Refusal};

/// How long an image is kept that stands in no text: somebody may have just added it, or taken
/// it out and want it back.
pub const UNUSED_FOR: Duration = Duration::days(30);

/// Removes the images that no draft, no earlier words and no frozen text hold, and that nobody
/// has added for [`UNUSED_FOR`]; answers them.
pub async fn remove_unused(desk: &Desk) -> Result<Vec<StoredImage>, Refusal> {
    let tx = desk.storage.begin().await?;
    let unused = media::list_unused(&tx, desk.now() - UNUSED_FOR).await?;
    for image in &unused {
        remove(desk, &tx, image).await?;
    }
    tx.commit().await?;
    Ok(unused)
}

/// Removes the images that were this article's alone; part of its erasure, after its texts
/// have let go of them.
pub(crate) async fn forget_unused_of(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    images: Vec<StoredImage>,
) -> Result<(), Refusal> {
    for image in images {
        if media::is_used(tx, image.sha256).await? {
            tracing::info!(%article, "an image stays: another text holds it");
        } else {
            remove(desk, tx, &image).await?;
        }
    }
    Ok(())
}

/// The row goes first and locks out whoever adds the same image; a process that ends before the
/// row is gone for good leaves it, and adding the image again writes the files again.
async fn remove(desk: &Desk, tx: &Transaction, image: &StoredImage) -> Result<(), Refusal> {
    media::forget(tx, image.sha256).await?;
    let removed = desk.storage.media().remove(image.sha256, image.width).await;
    removed.map_err(StorageError::from)?;
    Ok(())
}
