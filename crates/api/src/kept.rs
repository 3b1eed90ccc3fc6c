//! Earlier words of a draft: shown, kept where two texts met, and brought back.

use content::draft::HeadInput;
use content::ids::{ArticleId, KeptTextId, SaveId, SectionId};
use editorial::Refusal;
use editorial::writing::{self, KeptTextView, Place, SectionInput, Unchosen};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use storage::kept_texts::{self, KeptWords};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::beside_shapes::{Image, ImageFacts, Reference, TypedReference, all, image_inputs};
use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::shapes::{Answer, PersonRef};
use crate::version::BasedOn;

pub(crate) struct Kept;

/// Why words were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "KeptBecause", rename_all = "snake_case")]
enum Why {
    /// Other words took their place.
    Replaced,
    /// Their section was taken out.
    Removed,
    /// Of two texts, the other one was chosen.
    NotChosen,
}

impl From<kept_texts::Why> for Why {
    fn from(why: kept_texts::Why) -> Self {
        match why {
            kept_texts::Why::Replaced => Self::Replaced,
            kept_texts::Why::Removed => Self::Removed,
            kept_texts::Why::NotChosen => Self::NotChosen,
        }
    }
}

/// Where earlier words belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "KeptPlace", rename_all = "snake_case")]
enum Part {
    /// Title, summary and question.
    Head,
    /// A section of the draft.
    Section,
    /// A section that was taken out; bringing the words back adds it again.
    RemovedSection,
}

/// Earlier words of a draft.
#[derive(Object)]
struct KeptText {
    id: Uuid,
    part: Part,
    section_id: OrNull<Uuid>,
    /// Order on the page, from 1, where the section is there.
    position: OrNull<u32>,
    why: Why,
    saved_at: OffsetDateTime,
    saved_by: OrNull<PersonRef>,
    title: OrNull<String>,
    summary: OrNull<String>,
    question: OrNull<String>,
    body_html: OrNull<String>,
    /// Of a section; empty for the head.
    images: Vec<Image>,
    /// Of a section; empty for the head.
    references: Vec<Reference>,
    /// What stands there now; `If-Match` names it when the words are brought back.
    version: i64,
}

impl From<KeptTextView> for KeptText {
    fn from(view: KeptTextView) -> Self {
        let (part, position) = match view.place {
            Place::Head => (Part::Head, None),
            Place::Section(_, position) => (Part::Section, Some(position)),
            Place::Removed(_) => (Part::RemovedSection, None),
        };
        let section_id = view.kept.words.section().map(|id| id.0).into();
        let (mut images, mut references) = (Vec::new(), Vec::new());
        let (title, summary, question, body_html) = match view.kept.words {
            KeptWords::Head {
                title,
                summary,
                question,
            } => (Some(title), Some(summary), question, None),
            KeptWords::Section {
                body_html,
                images: seen,
                references: rests_on,
                ..
            } => {
                images = all(seen);
                references = all(rests_on);
                (None, None, None, Some(body_html))
            }
        };
        Self {
            id: view.kept.id.0,
            part,
            section_id,
            position: position.into(),
            why: view.kept.why.into(),
            saved_at: view.kept.saved_at,
            saved_by: view.saved_by.map(PersonRef::from).into(),
            title: title.into(),
            summary: summary.into(),
            question: question.into(),
            body_html: body_html.into(),
            images,
            references,
            version: view.based_on,
        }
    }
}

/// Words that stood beside the ones chosen: of a section, or of the head.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct WordsNotChosen {
    section_id: Option<Uuid>,
    /// Of a section.
    body_html: Option<String>,
    /// Of a section.
    images: Option<Vec<ImageFacts>>,
    /// Of a section.
    references: Option<Vec<TypedReference>>,
    /// Of the head.
    title: Option<String>,
    summary: Option<String>,
    question: Option<String>,
}

impl TryFrom<WordsNotChosen> for Unchosen {
    type Error = Refusal;

    fn try_from(words: WordsNotChosen) -> Result<Self, Refusal> {
        match (words.section_id, words.body_html, words.title) {
            (Some(id), Some(body_html), None) => Ok(Self::Section {
                id: SectionId(id),
                typed: SectionInput {
                    body_html,
                    images: image_inputs(words.images)?,
                    references: words.references.map(all),
                },
            }),
            (None, None, Some(title)) => Ok(Self::Head(HeadInput {
                title,
                summary: words.summary.unwrap_or_default(),
                question: words.question,
            })),
            _ => Err(Refusal::field(
                "body_html",
                "missing",
                "Send the text of a section, or title, summary and question.",
            )),
        }
    }
}

/// The name of words that were kept.
#[derive(Object)]
struct KeptName {
    id: Uuid,
}

/// A name for bringing words back.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct BringBack {
    /// Made by the client, so that a retry is recognised.
    save_id: Uuid,
}

/// What was stored.
#[derive(Object)]
struct BroughtBack {
    /// What the next `If-Match` names.
    version: i64,
    saved_at: OffsetDateTime,
}

#[OpenApi(tag = "Tag::Writing")]
impl Kept {
    /// Keep the words that were not chosen
    ///
    /// Where two people had changed one part. Changes nothing but the history.
    #[oai(path = "/drafts/:article/kept", method = "post")]
    async fn keep(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        body: Body<WordsNotChosen>,
    ) -> Answer<KeptName> {
        let words = body.0.try_into()?;
        let id = writing::keep_words(&by.desk, &by.caller, ArticleId(article.0), words).await?;
        Ok(Json(KeptName { id: id.0 }))
    }

    /// Earlier words of a draft
    #[oai(path = "/drafts/:article/kept/:id", method = "get")]
    async fn show(&self, by: SignedIn, article: Path<Uuid>, id: Path<Uuid>) -> Answer<KeptText> {
        let (article, id) = (ArticleId(article.0), KeptTextId(id.0));
        let view = writing::kept_text(&by.desk, &by.caller, article, id).await?;
        Ok(Json(view.into()))
    }

    /// Bring earlier words back
    ///
    /// A save like any other: needs `If-Match` with the version it takes the place of. A section
    /// that was taken out is added again.
    #[oai(path = "/drafts/:article/kept/:id/bring-back", method = "post")]
    async fn bring_back(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        id: Path<Uuid>,
        based_on: BasedOn,
        body: Body<BringBack>,
    ) -> Answer<BroughtBack> {
        let saved = writing::bring_back(
            &by.desk,
            &by.caller,
            ArticleId(article.0),
            KeptTextId(id.0),
            based_on.0,
            SaveId(body.0.save_id),
        )
        .await?;
        Ok(Json(BroughtBack {
            version: saved.version,
            saved_at: saved.saved_at,
        }))
    }
}
