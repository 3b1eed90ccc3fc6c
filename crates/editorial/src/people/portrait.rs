//! A picture as somebody has it becomes a portrait as we keep it: square, small, and without
//! the camera's notes of where and when it was taken.

use std::io::Cursor;

use content::digest::Digest;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
    RgbaImage,
};
use storage::photos::StoredPhoto;
use tokio::sync::Semaphore;

use crate::Refusal;

/// The sides of a portrait, in pixels.
const SIDE: u32 = 480;
/// A picture with a shorter side would look poor.
const SMALLEST: u32 = 120;
/// A small file can unfold into more than the machine has.
const MOST_PIXELS: u64 = 40_000_000;
/// Forty megapixels with colour and transparency.
const MOST_MEMORY: u64 = 192 * 1024 * 1024;
const QUALITY: u8 = 85;

/// One at a time: pictures take much memory while they are open.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// Makes a portrait, away from the threads that answer.
pub(super) async fn portrait(bytes: Vec<u8>) -> Result<StoredPhoto, Refusal> {
    let _place = AT_ONCE.acquire().await.map_err(|_| not_a_picture())?;
    tokio::task::spawn_blocking(move || make(&bytes))
        .await
        .map_err(|_| not_a_picture())?
}

fn make(bytes: &[u8]) -> Result<StoredPhoto, Refusal> {
    let (picture, orientation) = open(bytes)?;
    let side = picture.width().min(picture.height());
    if side < SMALLEST {
        let words = "This picture is too small. Use one of at least 120 by 120 pixels.";
        return Err(Refusal::field("photo", "too_small", words));
    }
    let (left, top) = ((picture.width() - side) / 2, (picture.height() - side) / 2);
    let square = imageops::crop_imm(&picture, left, top, side, side);
    let mut small: DynamicImage =
        imageops::resize(&*square, SIDE, SIDE, FilterType::Lanczos3).into();
    drop(picture);
    // The middle of a picture is the middle however it is turned; turning the small one is cheap.
    small.apply_orientation(orientation);
    let mut bytes = Vec::new();
    on_white(&small.into_rgba8())
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        .map_err(|_| not_a_picture())?;
    Ok(StoredPhoto {
        digest: Digest::of(&bytes).to_string(),
        bytes,
        width: SIDE,
        height: SIDE,
    })
}

/// The picture, and how the camera was held.
fn open(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Refusal> {
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
    let mut decoder = reader.into_decoder().map_err(|error| refused(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large());
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
    Ok((picture, orientation))
}

/// JPEG has no transparency: what shows through becomes white.
fn on_white(picture: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u16::from);
        let blend = |colour: u16| {
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([blend(red), blend(green), blend(blue)])
    })
}

fn refused(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => too_large(),
        _ => not_a_picture(),
    }
}

fn not_a_picture() -> Refusal {
    let words = "We could not read this picture. Use a JPEG, PNG or WebP file.";
    Refusal::field("photo", "not_a_picture", words)
}

fn too_large() -> Refusal {
    let words = "This picture has too many pixels. Use one of at most 40 megapixels.";
    Refusal::TooLarge(words.to_owned())
}
