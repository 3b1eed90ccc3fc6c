//! The style sheet, the script, the icon, portraits, and the word to robots.

use content::digest::Digest;
use content::image_sizes::Size;
use pages::Assets;
use poem::http::StatusCode;
use storage::Snapshot;

use crate::headers;
use crate::kept::Made;
use crate::living::Living;
use crate::site::Absent;

/// An asset at its address. At the address of another build it is still given, but not for ever:
/// a page may have been loaded just before.
pub(crate) fn asset(path: &str, assets: &Assets) -> Option<Made> {
    let ending = path.rsplit('.').next()?;
    let asset = assets
        .all()
        .into_iter()
        .find(|asset| asset.path == path)
        .or_else(|| {
            assets
                .all()
                .into_iter()
                .filter(|_| path.starts_with("/assets/site."))
                .find(|asset| asset.path.ends_with(&format!(".{ending}")))
        })?;
    let cache = if asset.path == path {
        headers::FOR_EVER
    } else {
        headers::ASK_AGAIN
    };
    Some(Made {
        cache,
        ..Made::text(asset.content_type, asset.text.clone())
    })
}

pub(super) fn robots(living: &Living) -> Made {
    Made::text(
        "text/plain; charset=utf-8",
        pages::robots(living.pages.facts()),
    )
}

/// One size of an image, named by its content.
pub(crate) async fn image(sha256: Digest, size: Size, snapshot: &Snapshot) -> Result<Made, Absent> {
    let bytes = snapshot.image(sha256, size).await?.ok_or(Absent::Unknown)?;
    Ok(Made {
        status: StatusCode::OK,
        content_type: size.format.media_type(),
        cache: headers::FOR_EVER,
        body: bytes.into(),
        listed: true,
    })
}

/// A portrait, named by its content.
pub(super) async fn portrait(digest: &str, snapshot: &Snapshot) -> Result<Made, Absent> {
    let photo = snapshot.photo(digest).await?.ok_or(Absent::Unknown)?;
    Ok(Made {
        status: StatusCode::OK,
        content_type: "image/jpeg",
        cache: headers::FOR_EVER,
        body: photo.bytes.into(),
        listed: true,
    })
}
