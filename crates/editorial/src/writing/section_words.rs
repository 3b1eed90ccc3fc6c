//! The words of a section and what stands beside them: its images and its references.

use content::clean_html::{CleanHtml, Dropped, Unclean, sanitize};
use content::digest::Digest;
use content::draft::FieldError;
use content::image::{self, Image, ImageInput};
use content::reference::{self, Reference, ReferenceInput};
use storage::drafts::DraftSection;
use storage::kept_texts::KeptWords;
use storage::{Transaction, media};

use crate::Refusal;

/// A section as it is sent. What is left out beside the words stays as it is stored.
#[derive(Clone, Debug, Default)]
pub struct SectionInput {
    /// As typed.
    pub body_html: String,
    /// What is said of the images in it.
    pub images: Option<Vec<ImageInput>>,
    /// The works it rests on.
    pub references: Option<Vec<ReferenceInput>>,
}

/// Words alone: what stands beside them stays as it is.
impl From<&str> for SectionInput {
    fn from(body_html: &str) -> Self {
        Self {
            body_html: body_html.to_owned(),
            ..Self::default()
        }
    }
}

/// A section that was cleaned, not yet beside what is stored.
pub(super) struct CleanSection {
    pub(super) body: CleanHtml,
    pub(super) dropped: Vec<Dropped>,
    images: Option<Vec<ImageInput>>,
    references: Option<Vec<Reference>>,
}

/// A section as it can be stored.
#[derive(Clone, Debug)]
pub struct SectionWords {
    /// The words.
    pub body: CleanHtml,
    /// What is said of the images in `body`, in their order there.
    pub images: Vec<Image>,
    /// In the order printed.
    pub references: Vec<Reference>,
    /// What could not be kept, in plain words.
    pub dropped: Vec<Dropped>,
}

impl SectionInput {
    /// Cleans it: the part that takes time, before anybody waits for the database.
    pub(super) fn clean(self) -> Result<CleanSection, Refusal> {
        let cleaned = sanitize(&self.body_html).map_err(unclean)?;
        let references = self
            .references
            .map(reference::parse_list)
            .transpose()
            .map_err(Refusal::Invalid)?;
        Ok(CleanSection {
            body: cleaned.html,
            dropped: cleaned.dropped,
            images: self.images,
            references,
        })
    }
}

impl CleanSection {
    /// What can be stored in place of `stored`. An image that is not kept here any more is left
    /// out and told.
    pub(super) async fn beside(
        self,
        tx: &Transaction,
        stored: &DraftSection,
    ) -> Result<SectionWords, Refusal> {
        let wanted = self.body.images();
        let kept = media::find_all(tx, &wanted).await?;
        let gone: Vec<Digest> = wanted
            .iter()
            .filter(|digest| !kept.iter().any(|one| one.sha256 == **digest))
            .copied()
            .collect();
        let body = if gone.is_empty() {
            self.body
        } else {
            self.body.without_images(&gone).map_err(unclean)?
        };
        let mut dropped = self.dropped;
        if let Ok(times @ 1..) = u32::try_from(gone.len()) {
            dropped.push(Dropped {
                what: "picture that is not stored here any more".to_owned(),
                times,
            });
        }
        if kept.len() > image::MOST {
            return Err(Refusal::field(
                "images",
                "too_many",
                "There can be 60 pictures in one text. The last ones were not saved.",
            ));
        }
        let typed = self.images.unwrap_or_default();
        let mut images = Vec::with_capacity(kept.len());
        let mut errors: Vec<FieldError> = Vec::new();
        for digest in body.images() {
            let Some(one) = kept.iter().find(|one| one.sha256 == digest) else {
                continue;
            };
            let said = typed.iter().position(|input| input.sha256 == digest);
            let known = || stored.images.iter().find(|image| image.sha256 == digest);
            let image = match (said, known()) {
                (Some(at), _) => typed[at]
                    .clone()
                    .of_size(one.width, one.height)
                    .settled(&format!("images.{at}")),
                (None, Some(image)) => Ok(image.clone()),
                (None, None) => Ok(Image::new(digest, one.width, one.height)),
            };
            match image {
                Ok(image) => images.push(image),
                Err(found) => errors.extend(found),
            }
        }
        if !errors.is_empty() {
            return Err(Refusal::Invalid(errors));
        }
        Ok(SectionWords {
            body,
            images,
            references: self.references.unwrap_or_else(|| stored.references.clone()),
            dropped,
        })
    }
}

impl SectionInput {
    /// A new section with these words, in place of an empty one.
    pub(crate) async fn into_section(
        self,
        tx: &Transaction,
        empty: &DraftSection,
    ) -> Result<DraftSection, Refusal> {
        Ok(self.clean()?.beside(tx, empty).await?.in_place_of(empty))
    }
}

impl SectionWords {
    /// Names these words, to recognise a save that comes once more.
    pub(super) fn digest(&self) -> Digest {
        let all = (self.body.as_str(), &self.images, &self.references);
        let all = serde_json::to_vec(&all).unwrap_or_default();
        if self.images.is_empty() && self.references.is_empty() {
            // As it was before there was anything beside the words.
            Digest::of(self.body.as_str().as_bytes())
        } else {
            Digest::of(&all)
        }
    }

    /// The stored section with these words.
    pub(super) fn in_place_of(&self, stored: &DraftSection) -> DraftSection {
        DraftSection {
            body_html: self.body.as_str().to_owned(),
            images: self.images.clone(),
            references: self.references.clone(),
            ..stored.clone()
        }
    }

    /// These words as the history keeps them.
    pub(super) fn kept(&self, stored: &DraftSection) -> KeptWords {
        KeptWords::Section {
            id: stored.id,
            body_html: self.body.as_str().to_owned(),
            images: self.images.clone(),
            references: self.references.clone(),
        }
    }
}

pub(super) fn unclean(error: Unclean) -> Refusal {
    match error {
        Unclean::TooLong { .. } => Refusal::TooLarge(
            "This text is too large to save. Your words are still on this screen. Large \
             pictures pasted into the text are the usual reason."
                .to_owned(),
        ),
        Unclean::Unsettled => Refusal::field(
            "body_html",
            "unclean",
            "We could not read the layout of this text. Paste it again as plain text; your \
             words are still on this screen.",
        ),
    }
}
