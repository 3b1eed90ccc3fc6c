//! What stands beside the words of a section: its images and its references.

use content::digest::Digest;
use content::image::{self, Clients as ClientsAnswer, ImageInput};
use content::image_sizes::{Format, Size, widths};
use content::reference::{self, ReferenceInput};
use editorial::Refusal;
use poem_openapi::{Enum, Object};

use crate::or_null::OrNull;

/// Whether a client can be seen on an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Clients {
    /// Nobody has answered yet.
    NotAsked,
    /// No client is shown.
    NoneShown,
    /// A client is shown and agreed in writing.
    ConsentHeld,
}

/// What is said of an image.
#[derive(Clone, Debug, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct ImageFacts {
    /// Which.
    sha256: String,
    /// What it shows, for people who cannot see it; empty for mere decoration, null while nobody
    /// has said.
    alt: Option<String>,
    #[oai(default)]
    caption: String,
    #[oai(default)]
    credit: String,
    #[oai(default)]
    licence: String,
    clients: Clients,
}

/// An image of a section.
#[derive(Clone, Debug, Object)]
#[oai(rename = "SectionImage")]
pub(crate) struct Image {
    sha256: String,
    /// In pixels.
    width: u32,
    /// In pixels.
    height: u32,
    /// One size of it, for the screen of who is signed in.
    url: String,
    /// What it shows, for people who cannot see it; empty for mere decoration, null while nobody
    /// has said.
    alt: OrNull<String>,
    caption: String,
    credit: String,
    licence: String,
    clients: Clients,
}

/// A work as it is typed. Everything but its name and title may be empty.
#[derive(Clone, Debug, Object)]
#[oai(rename = "ReferenceInput", deny_unknown_fields)]
pub(crate) struct TypedReference {
    /// One to sixteen lowercase letters and digits, once in a section: what citations name,
    /// `<a href="#ref-…">`.
    id: String,
    #[oai(default)]
    authors: String,
    #[oai(default)]
    year: String,
    title: String,
    #[oai(default)]
    source: String,
    /// With or without `https://doi.org/` before it.
    #[oai(default)]
    doi: String,
    #[oai(default)]
    pmid: String,
    #[oai(default)]
    url: String,
}

/// A work of the list of references.
#[derive(Clone, Debug, Object)]
pub(crate) struct Reference {
    id: String,
    authors: String,
    year: String,
    title: String,
    source: String,
    doi: OrNull<String>,
    pmid: OrNull<String>,
    url: OrNull<String>,
    /// As printed, plain text.
    text: String,
    /// What a citation of it says, such as `(Example, 2021)`.
    citation: String,
}

/// As wide as the column of the writing screen, in pixels.
const ENOUGH: u32 = 800;

/// The address of the size of an image that screens show.
pub(crate) fn image_url(sha256: Digest, width: u32) -> String {
    let enough = |one: &u32| *one >= ENOUGH;
    let size = Size {
        width: widths(width).into_iter().find(enough).unwrap_or(width),
        format: Format::Jpeg,
    };
    format!("/api/v1/media/{sha256}/{size}")
}

impl TryFrom<ImageFacts> for ImageInput {
    type Error = Refusal;

    fn try_from(facts: ImageFacts) -> Result<Self, Refusal> {
        let sha256 = facts.sha256.parse().map_err(|_| {
            Refusal::field(
                "images",
                "not_an_image",
                "One of the pictures could not be recognized. Take it out and add it again.",
            )
        })?;
        Ok(Self {
            sha256,
            alt: facts.alt,
            caption: facts.caption,
            credit: facts.credit,
            licence: facts.licence,
            clients: match facts.clients {
                Clients::NotAsked => ClientsAnswer::NotAsked,
                Clients::NoneShown => ClientsAnswer::NoneShown,
                Clients::ConsentHeld => ClientsAnswer::ConsentHeld,
            },
        })
    }
}

impl From<image::Image> for Image {
    fn from(image: image::Image) -> Self {
        Self {
            url: image_url(image.sha256, image.width),
            sha256: image.sha256.to_string(),
            width: image.width,
            height: image.height,
            alt: image.alt.into(),
            caption: image.caption,
            credit: image.credit,
            licence: image.licence,
            clients: match image.clients {
                ClientsAnswer::NotAsked => Clients::NotAsked,
                ClientsAnswer::NoneShown => Clients::NoneShown,
                ClientsAnswer::ConsentHeld => Clients::ConsentHeld,
            },
        }
    }
}

impl From<TypedReference> for ReferenceInput {
    fn from(typed: TypedReference) -> Self {
        Self {
            id: typed.id,
            authors: typed.authors,
            year: typed.year,
            title: typed.title,
            source: typed.source,
            doi: typed.doi,
            pmid: typed.pmid,
            url: typed.url,
        }
    }
}

impl From<reference::Reference> for Reference {
    fn from(work: reference::Reference) -> Self {
        Self {
            text: work.to_text(),
            citation: work.citation(),
            id: work.id.into(),
            authors: work.authors,
            year: work.year,
            title: work.title,
            source: work.source,
            doi: work.doi.map(String::from).into(),
            pmid: work.pmid.map(String::from).into(),
            url: work.url.into(),
        }
    }
}

/// Each of them as the API says it.
pub(crate) fn all<T, U: From<T>>(values: Vec<T>) -> Vec<U> {
    values.into_iter().map(U::from).collect()
}

/// What is said of images, where something is said.
pub(crate) fn image_inputs(
    facts: Option<Vec<ImageFacts>>,
) -> Result<Option<Vec<ImageInput>>, Refusal> {
    let read = |facts: Vec<ImageFacts>| facts.into_iter().map(ImageInput::try_from).collect();
    facts.map(read).transpose()
}
