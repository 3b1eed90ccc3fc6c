//! Frozen texts: the words that people sign, in the exact form that is hashed.
//!
//! `docs/digest.md` describes that form for people who want to check a digest themselves.

mod signed;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::article::Kind;
use crate::byline::Byline;
use crate::clean_html::CleanHtml;
use crate::declaration::Declarations;
use crate::digest::Digest;
use crate::disclaimer::Mode;
use crate::ids::{ArticleId, DisclaimerId, SectionId};
use crate::image::Image;
use crate::reference::Reference;

/// The part of a text that stands under one section's bylines. Section digest v1 is over this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionText {
    /// The article it belongs to.
    pub article_id: ArticleId,
    /// Itself.
    pub section_id: SectionId,
    /// Present in `expert_answers`: the question that is answered.
    pub question: Option<String>,
    /// Present in an `article`: title and summary stand under its byline.
    pub head: Option<Head>,
    /// As printed, in order.
    pub bylines: Vec<Byline>,
    /// The words.
    pub body: CleanHtml,
    /// What is said of the images in `body`, in their order there.
    pub images: Vec<Image>,
    /// The works it rests on, in the order printed.
    pub references: Vec<Reference>,
    /// What the contributors declare.
    pub declarations: Declarations,
}

/// Title and summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// One line, plain text.
    pub title: String,
    /// A sentence or two, plain text; may be empty.
    pub summary: String,
}

/// The frame round the sections. Revision digest v1 is over this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameText {
    /// The article.
    pub article_id: ArticleId,
    /// What it is made of.
    pub kind: Kind,
    /// Language tag, such as `en`.
    pub language: String,
    /// Title and summary.
    pub head: Head,
    /// In the order printed.
    pub section_digests: Vec<Digest>,
}

/// A stored text is not the one that was signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Tampered {
    /// The bytes have another digest.
    #[error("the stored text has digest {found}, and {signed} was signed")]
    OtherDigest {
        /// What was signed.
        signed: Digest,
        /// What the bytes have.
        found: Digest,
    },
    /// The digest fits, but the bytes are no text of this form.
    #[error("the stored text cannot be read: {0}")]
    Unreadable(String),
}

impl SectionText {
    /// The bytes that are hashed: RFC 8785 canonical JSON of section form 1.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        signed::bytes(&signed::SectionForm::from(self))
    }

    /// The digest that contributors sign.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.canonical())
    }

    /// Opens a stored text whose digest is known.
    pub fn from_signed(bytes: &[u8], digest: &Digest) -> Result<Self, Tampered> {
        let section: signed::SectionForm = signed::open(bytes, digest)?;
        let text = section.into_text()?;
        signed::same(&text.canonical(), bytes)?;
        Ok(text)
    }
}

impl FrameText {
    /// The bytes that are hashed: RFC 8785 canonical JSON of revision form 1.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        signed::bytes(&signed::FrameForm::from(self))
    }

    /// The digest that approvals name.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.canonical())
    }

    /// Opens a stored frame whose digest is known.
    pub fn from_signed(bytes: &[u8], digest: &Digest) -> Result<Self, Tampered> {
        let frame: signed::FrameForm = signed::open(bytes, digest)?;
        let text = frame.into_text()?;
        signed::same(&text.canonical(), bytes)?;
        Ok(text)
    }
}

/// The digest of what was made public: a revision with its disclaimers, in whatever order
/// they are given, and how it came about.
#[must_use]
pub fn publication_digest(revision: &Digest, disclaimers: &[DisclaimerId], mode: Mode) -> Digest {
    let mut disclaimer_ids = disclaimers.to_vec();
    disclaimer_ids.sort_unstable();
    disclaimer_ids.dedup();
    let publication = signed::PublicationForm {
        v: signed::VERSION,
        revision: *revision,
        disclaimers: disclaimer_ids,
        mode,
    };
    Digest::of(&signed::bytes(&publication))
}
