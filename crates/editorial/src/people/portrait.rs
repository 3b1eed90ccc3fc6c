//! A picture as somebody has it becomes a portrait as we keep it: square, small, and without
//! the camera's notes of where and when it was taken.

use content::digest::Digest;
use image::DynamicImage;
use image::imageops::{self, FilterType};
use storage::photos::StoredPhoto;

use crate::Refusal;
use crate::media::{jpeg, not_a_picture, on_white, one_at_a_time, open};

/// The sides of a portrait, in pixels.
const SIDE: u32 = 480;
/// A picture with a shorter side would look poor.
const SMALLEST: u32 = 120;

/// Makes a portrait, away from the threads that answer.
pub(super) async fn portrait(bytes: Vec<u8>) -> Result<StoredPhoto, Refusal> {
    let _place = one_at_a_time().await?;
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
    let bytes = jpeg(&on_white(&small.into_rgba8()))?;
    Ok(StoredPhoto {
        digest: Digest::of(&bytes).to_string(),
        bytes,
        width: SIDE,
        height: SIDE,
    })
}
