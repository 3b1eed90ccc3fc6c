//! Images for texts that are being written: taken in, and given to those who work on them.

use content::digest::Digest;
use content::image_sizes::Size;
use editorial::{Refusal, media};
use poem_openapi::param::Path;
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::beside_shapes::image_url;
use crate::body::LargeImage;
use crate::caller::{Anyone, SignedIn};
use crate::openapi::Tag;
use crate::problem::Problem;
use crate::shapes::Answer;

pub(crate) struct Media;

/// An image as it is kept: in several sizes and two formats, without what the camera noted.
#[derive(Object)]
struct AddedImage {
    /// Its name: what a text says of it, `<img src="media:…">`.
    sha256: String,
    /// In pixels.
    width: u32,
    /// In pixels.
    height: u32,
    /// One size of it, for the screen.
    url: String,
}

/// One size of an image.
#[derive(ApiResponse)]
pub(crate) enum ImageFile {
    /// A WebP or JPEG file.
    #[oai(status = 200)]
    Kept(
        Binary<Vec<u8>>,
        #[oai(header = "Content-Type")] String,
        #[oai(header = "Cache-Control")] String,
    ),
}

/// The name never means another file, and shared caches are kept out.
const CACHE: &str = "private, max-age=31536000, immutable";

pub(crate) fn sent(bytes: Vec<u8>, size: Size) -> ImageFile {
    ImageFile::Kept(
        Binary(bytes),
        size.format.media_type().to_owned(),
        CACHE.to_owned(),
    )
}

pub(crate) fn named(sha256: &str, size: &str) -> Result<(Digest, Size), Problem> {
    let digest = sha256.parse().map_err(|_| Refusal::NotFound)?;
    let size = size.parse().map_err(|_| Refusal::NotFound)?;
    Ok((digest, size))
}

#[OpenApi(tag = "Tag::Writing")]
impl Media {
    /// Add an image
    ///
    /// JPEG, PNG or WebP of at most 20 MB. Adding the same one again answers the same name. An
    /// image that stands in no text for 30 days is removed.
    #[oai(path = "/media", method = "post")]
    async fn add(&self, by: SignedIn, image: LargeImage) -> Answer<AddedImage> {
        let added = media::add_image(&by.desk, &by.caller, image.0).await?;
        Ok(Json(AddedImage {
            sha256: added.sha256.to_string(),
            url: image_url(added.sha256, added.width),
            width: added.width,
            height: added.height,
        }))
    }

    /// One size of an image, such as `800.webp` or `400.jpg`
    #[oai(path = "/media/:sha256/:size", method = "get")]
    async fn file(
        &self,
        by: SignedIn,
        sha256: Path<String>,
        size: Path<String>,
    ) -> Result<ImageFile, Problem> {
        let (sha256, size) = named(&sha256.0, &size.0)?;
        let bytes = media::image_file(&by.desk, &by.caller, sha256, size).await?;
        Ok(sent(bytes, size))
    }

    /// One size of an image of the text behind a one-time link
    #[oai(path = "/sign/:token/media/:sha256/:size", method = "get")]
    async fn file_by_link(
        &self,
        by: Anyone,
        token: Path<String>,
        sha256: Path<String>,
        size: Path<String>,
    ) -> Result<ImageFile, Problem> {
        let (sha256, size) = named(&sha256.0, &size.0)?;
        let bytes = media::image_by_link(&by.desk, &token.0, sha256, size).await?;
        Ok(sent(bytes, size))
    }
}
