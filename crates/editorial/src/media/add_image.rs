//! Takes an image in: made small enough, in two formats, under the digest of what was made.

use content::digest::Digest;
use content::ids::PersonId;
use content::image_sizes::{Format, Size, WIDEST, widths};
use image::DynamicImage;
use image::imageops::FilterType;
use image::metadata::Orientation;
use storage::media::{self, StoredImage};

use super::encode::{jpeg, on_white, webp};
use super::open::{not_a_picture, one_at_a_time, open, size};
use crate::{Act, Caller, Desk, Refusal, permissions};

/// The largest file that is looked at, in bytes.
pub const LARGEST_IMAGE: usize = 20 * 1024 * 1024;

/// More than this high, in widths: no picture for a page, and too much to hold.
const TALLEST: u32 = 4;

/// Keeps an image for a text that is being written; keeping the same one again changes nothing.
pub async fn add_image(
    desk: &Desk,
    caller: &Caller,
    bytes: Vec<u8>,
) -> Result<StoredImage, Refusal> {
    permissions::may_here(caller, Act::Begin)?;
    if bytes.len() > LARGEST_IMAGE {
        let words = "This picture is too large. Use one of at most 20 MB.";
        return Err(Refusal::TooLarge(words.to_owned()));
    }
    keep_image(desk, caller.person(), bytes).await
}

/// Keeps an image that somebody may add.
pub(crate) async fn keep_image(
    desk: &Desk,
    by: Option<PersonId>,
    bytes: Vec<u8>,
) -> Result<StoredImage, Refusal> {
    let place = one_at_a_time().await?;
    let made = tokio::task::spawn_blocking(move || make(&bytes))
        .await
        .map_err(|_| not_a_picture())??;
    drop(place);

    let image = StoredImage {
        sha256: made.sha256,
        width: made.width,
        height: made.height,
        bytes: made.files.iter().map(|(_, file)| file.len() as u64).sum(),
    };
    let tx = desk.storage.begin().await?;
    media::keep(&tx, &image, by, desk.now()).await?;
    // While the row is ours nobody removes the files that it stands for.
    for (size, file) in made.files {
        desk.storage.media().put(image.sha256, size, file).await?;
    }
    tx.commit().await?;
    Ok(image)
}

/// Whether a file looks like an image that can be kept, by what it says of itself.
pub(crate) fn could_be_added(bytes: &[u8]) -> bool {
    bytes.len() <= LARGEST_IMAGE
        && size(bytes).is_some_and(|(across, down)| {
            let (short, long) = (across.min(down), across.max(down));
            long <= short.saturating_mul(TALLEST) || across > down
        })
}

struct Made {
    sha256: Digest,
    width: u32,
    height: u32,
    files: Vec<(Size, Vec<u8>)>,
}

fn make(bytes: &[u8]) -> Result<Made, Refusal> {
    let (picture, orientation) = open(bytes)?;
    let turned = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (across, down) = if turned {
        (picture.height(), picture.width())
    } else {
        (picture.width(), picture.height())
    };
    if down > across.saturating_mul(TALLEST) {
        let words = "This picture is too tall for a page. Cut it into parts, or use another.";
        return Err(Refusal::field("image", "too_tall", words));
    }
    let width = across.min(WIDEST);
    let height = scaled(down, width, across);
    // Turning the small one is cheap.
    let (raw_width, raw_height) = if turned {
        (height, width)
    } else {
        (width, height)
    };
    let mut small = if across > WIDEST {
        picture.resize_exact(raw_width, raw_height, FilterType::Lanczos3)
    } else {
        picture
    };
    small.apply_orientation(orientation);
    let widest = DynamicImage::from(on_white(&small.into_rgba8()));
    let (width, height) = (widest.width(), widest.height());
    let mut files = Vec::new();
    for one in widths(width) {
        let picture = if one == width {
            widest.to_rgb8()
        } else {
            let down = scaled(height, one, width);
            widest
                .resize_exact(one, down, FilterType::Lanczos3)
                .into_rgb8()
        };
        for format in Format::ALL {
            let file = match format {
                Format::Jpeg => jpeg(&picture)?,
                Format::Webp => webp(&picture),
            };
            files.push((Size { width: one, format }, file));
        }
    }
    let name = files
        .iter()
        .rfind(|(size, _)| size.format == Format::Jpeg)
        .map(|(_, file)| Digest::of(file))
        .ok_or_else(not_a_picture)?;
    Ok(Made {
        sha256: name,
        width,
        height,
        files,
    })
}

/// The side that keeps the picture's shape; at least one pixel.
fn scaled(side: u32, to: u32, from: u32) -> u32 {
    let scaled = (u64::from(side) * u64::from(to) + u64::from(from) / 2) / u64::from(from.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}
