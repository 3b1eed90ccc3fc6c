//! The forms that are hashed, field by field.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::is_nfc;

use super::{FrameText, Head, SectionText, Tampered};
use crate::article::Kind;
use crate::byline::Byline;
use crate::clean_html::{self, CleanHtml};
use crate::declaration::{Answer, Declarations};
use crate::digest::Digest;
use crate::disclaimer::Mode;
use crate::ids::{ArticleId, DisclaimerId, SectionId};
use crate::image::Image;
use crate::reference::Reference;

/// The number of these forms.
pub(super) const VERSION: u32 = 1;

/// Section form 1.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionForm {
    v: u32,
    article_id: ArticleId,
    section_id: SectionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    bylines: Vec<Byline>,
    body: Body,
    images: Vec<Image>,
    references: Vec<Reference>,
    declarations: Declarations,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    format: Cow<'static, str>,
    policy: u32,
    html: String,
}

/// Revision form 1.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrameForm {
    v: u32,
    article_id: ArticleId,
    kind: Kind,
    language: String,
    title: String,
    summary: String,
    sections: Vec<Digest>,
}

/// Publication form 1.
#[derive(Serialize)]
pub(super) struct PublicationForm {
    pub(super) v: u32,
    pub(super) revision: Digest,
    pub(super) disclaimers: Vec<DisclaimerId>,
    pub(super) mode: Mode,
}

/// The canonical JSON of a form.
pub(super) fn bytes(form: &impl Serialize) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(form).expect("a form has string keys and whole numbers only")
}

/// Reads a form after checking its digest.
pub(super) fn open<T: DeserializeOwned>(bytes: &[u8], digest: &Digest) -> Result<T, Tampered> {
    let found = Digest::of(bytes);
    if found != *digest {
        return Err(Tampered::OtherDigest {
            signed: *digest,
            found,
        });
    }
    serde_json::from_slice(bytes).map_err(|error| Tampered::Unreadable(error.to_string()))
}

/// Refuses bytes that are not in canonical form, since they would have two digests.
pub(super) fn same(canonical: &[u8], bytes: &[u8]) -> Result<(), Tampered> {
    if canonical == bytes {
        return Ok(());
    }
    Err(Tampered::Unreadable(
        "it is not in canonical form".to_owned(),
    ))
}

fn version(v: u32) -> Result<(), Tampered> {
    if v == VERSION {
        return Ok(());
    }
    Err(Tampered::Unreadable(format!("form {v} is not known here")))
}

fn nfc(text: &str) -> String {
    if is_nfc(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

fn nfc_byline(byline: &Byline) -> Byline {
    Byline {
        name: nfc(&byline.name),
        letters: byline.letters.iter().map(|l| nfc(l)).collect(),
        role: byline.role,
    }
}

fn nfc_image(image: &Image) -> Image {
    Image {
        alt: image.alt.as_deref().map(nfc),
        caption: nfc(&image.caption),
        credit: nfc(&image.credit),
        licence: nfc(&image.licence),
        ..image.clone()
    }
}

fn nfc_reference(reference: &Reference) -> Reference {
    Reference {
        authors: nfc(&reference.authors),
        year: nfc(&reference.year),
        title: nfc(&reference.title),
        source: nfc(&reference.source),
        ..reference.clone()
    }
}

fn nfc_answer(answer: &Answer) -> Answer {
    match answer {
        Answer::Yes { details } => Answer::Yes {
            details: nfc(details),
        },
        other => other.clone(),
    }
}

impl From<&SectionText> for SectionForm {
    fn from(text: &SectionText) -> Self {
        let declared = &text.declarations;
        Self {
            v: VERSION,
            article_id: text.article_id,
            section_id: text.section_id,
            question: text.question.as_deref().map(nfc),
            title: text.head.as_ref().map(|head| nfc(&head.title)),
            summary: text.head.as_ref().map(|head| nfc(&head.summary)),
            bylines: text.bylines.iter().map(nfc_byline).collect(),
            body: Body {
                format: Cow::Borrowed(clean_html::FORMAT),
                policy: text.body.policy(),
                html: nfc(text.body.as_str()),
            },
            images: text.images.iter().map(nfc_image).collect(),
            references: text.references.iter().map(nfc_reference).collect(),
            declarations: Declarations {
                interests: nfc_answer(&declared.interests),
                sponsorship: nfc_answer(&declared.sponsorship),
                ai_assistance: nfc_answer(&declared.ai_assistance),
                published_before: nfc_answer(&declared.published_before),
                case_material: nfc_answer(&declared.case_material),
            },
        }
    }
}

impl SectionForm {
    pub(super) fn into_text(self) -> Result<SectionText, Tampered> {
        version(self.v)?;
        if self.body.format != clean_html::FORMAT {
            return Err(Tampered::Unreadable(format!(
                "{:?} is no format known here",
                self.body.format
            )));
        }
        let head = match (self.title, self.summary) {
            (Some(title), Some(summary)) => Some(Head { title, summary }),
            (None, None) => None,
            _ => {
                return Err(Tampered::Unreadable(
                    "title and summary stand together".to_owned(),
                ));
            }
        };
        Ok(SectionText {
            article_id: self.article_id,
            section_id: self.section_id,
            question: self.question,
            head,
            bylines: self.bylines,
            body: CleanHtml::from_signed(self.body.html, self.body.policy),
            images: self.images,
            references: self.references,
            declarations: self.declarations,
        })
    }
}

impl From<&FrameText> for FrameForm {
    fn from(text: &FrameText) -> Self {
        Self {
            v: VERSION,
            article_id: text.article_id,
            kind: text.kind,
            language: nfc(&text.language),
            title: nfc(&text.head.title),
            summary: nfc(&text.head.summary),
            sections: text.section_digests.clone(),
        }
    }
}

impl FrameForm {
    pub(super) fn into_text(self) -> Result<FrameText, Tampered> {
        version(self.v)?;
        Ok(FrameText {
            article_id: self.article_id,
            kind: self.kind,
            language: self.language,
            head: Head {
                title: self.title,
                summary: self.summary,
            },
            section_digests: self.sections,
        })
    }
}
