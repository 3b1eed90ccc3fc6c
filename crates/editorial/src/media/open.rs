//! A picture as somebody has it, opened within limits.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::Refusal;

/// A small file can unfold into more than the machine has.
const MOST_PIXELS: u64 = 40_000_000;
/// Forty megapixels with colour and transparency.
const MOST_MEMORY: u64 = 192 * 1024 * 1024;

/// One at a time: pictures take much memory while they are open.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// Waits until no other picture is open.
pub(crate) async fn one_at_a_time() -> Result<SemaphorePermit<'static>, Refusal> {
    AT_ONCE.acquire().await.map_err(|_| not_a_picture())
}

/// How many pixels a picture that can be opened says that it has, across and down.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = decoder(bytes).ok()?.dimensions();
    (u64::from(width) * u64::from(height) <= MOST_PIXELS).then_some((width, height))
}

/// The picture, and how the camera was held.
pub(crate) fn open(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Refusal> {
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large());
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
    Ok((picture, orientation))
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Refusal> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| not_a_picture())?;
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    if !reader
        .format()
        .is_some_and(|format| known.contains(&format))
    {
        return Err(not_a_picture());
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| refused(&error))
}

fn refused(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => too_large(),
        _ => not_a_picture(),
    }
}

/// The sentence for what is no picture, or a broken one.
pub(crate) fn not_a_picture() -> Refusal {
    let words = "We could not read this picture. Use a JPEG, PNG or WebP file.";
    Refusal::field("photo", "not_a_picture", words)
}

fn too_large() -> Refusal {
    let words = "This picture has too many pixels. Use one of at most 40 megapixels.";
    Refusal::TooLarge(words.to_owned())
}
