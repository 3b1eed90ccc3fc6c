//! A picture as we write it: without the camera's notes of where and when it was taken, since
//! nothing but its colours is written again.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage, RgbaImage};

use super::open::not_a_picture;
use crate::Refusal;

const JPEG_QUALITY: u8 = 85;
const WEBP_QUALITY: f32 = 80.0;

/// JPEG has no transparency: what shows through becomes white.
pub(crate) fn on_white(picture: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u16::from);
        let blend = |colour: u16| {
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([blend(red), blend(green), blend(blue)])
    })
}

/// As a JPEG file.
pub(crate) fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
        .map_err(|_| not_a_picture())?;
    Ok(bytes)
}

/// As a WebP file.
pub(super) fn webp(picture: &RgbImage) -> Vec<u8> {
    webp::Encoder::from_rgb(picture.as_raw(), picture.width(), picture.height())
        .encode(WEBP_QUALITY)
        .to_vec()
}
