//! The pictures of a document: which of them can be kept, and the keeping.

use content::clean_html::CleanHtml;
use content::digest::Digest;
use content::ids::PersonId;
use content::image::{Clients, ImageInput, MOST};
use word::Image;

use crate::media::{could_be_added, keep_image};
use crate::{Desk, Refusal};

/// The pictures that can be kept, and those of the text that cannot.
pub(super) fn sorted(
    images: Vec<Image>,
    files: Vec<Digest>,
    body: &CleanHtml,
) -> (Vec<(Digest, Image)>, Vec<Digest>) {
    let standing = body.images();
    let mut kept: Vec<(Digest, Image)> = Vec::new();
    let mut gone = Vec::new();
    for (image, file) in images.into_iter().zip(files) {
        let is_known = kept.iter().any(|(other, _)| *other == file) || gone.contains(&file);
        if !standing.contains(&file) || is_known {
            continue;
        }
        if kept.len() < MOST && could_be_added(&image.bytes) {
            kept.push((file, image));
        } else {
            gone.push(file);
        }
    }
    (kept, gone)
}

/// How many could not be kept, for a line in a list.
pub(super) fn left_out(times: usize) -> String {
    let rule = "such as GIF files, very large or very tall ones, broken ones, and those after \
                the first 60; you can add them again as JPEG or PNG";
    match times {
        1 => format!("1 picture that cannot be kept here ({rule})"),
        _ => format!("{times} pictures that cannot be kept here ({rule})"),
    }
}

/// A body whose pictures are kept here, and what is said of them.
pub(super) struct Kept {
    pub(super) body_html: String,
    pub(super) images: Vec<ImageInput>,
    /// How many could not be kept after all.
    pub(super) gone: usize,
}

/// Keeps the pictures. What the document says of them comes along; whether a client can be seen
/// is asked of the author.
pub(super) async fn keep(
    desk: &Desk,
    by: Option<PersonId>,
    body: &CleanHtml,
    images: Vec<(Digest, Image)>,
) -> Result<Kept, Refusal> {
    let mut gone = Vec::new();
    let mut places = Vec::new();
    let mut said: Vec<ImageInput> = Vec::new();
    for (file, image) in images {
        let alt = if image.decorative {
            Some(String::new())
        } else {
            image.alt.map(|alt| alt.chars().take(1000).collect())
        };
        match keep_image(desk, by, image.bytes).await {
            Ok(kept) => {
                places.push((file, kept.sha256));
                if said.iter().all(|one| one.sha256 != kept.sha256) {
                    said.push(ImageInput {
                        sha256: kept.sha256,
                        alt,
                        caption: String::new(),
                        credit: String::new(),
                        licence: String::new(),
                        clients: Clients::NotAsked,
                    });
                }
            }
            Err(Refusal::Invalid(_) | Refusal::TooLarge(_)) => gone.push(file),
            Err(other) => return Err(other),
        }
    }
    let left = body
        .without_images(&gone)
        .map_err(|_| Refusal::Unreadable(word::Unreadable::TooDeep))?;
    let body_html = places
        .iter()
        .fold(left.as_str().to_owned(), |html, (file, kept)| {
            html.replace(&format!("\"media:{file}\""), &format!("\"media:{kept}\""))
        });
    Ok(Kept {
        body_html,
        images: said,
        gone: gone.len(),
    })
}
