//! What changed since an earlier text of a draft.

use content::ids::{ArticleId, KeptTextId, RevisionId};
use editorial::writing::{self, ChangedPart, ChangesSince, Earlier, Part};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::proof_shapes::Change;
use crate::shapes::{Answer, PersonRef};

pub(crate) struct Changes;

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum TextPart {
    Title,
    Question,
    Summary,
    Section,
    /// References, and what is said of images, a line for each fact.
    Beside,
}

/// One part with its changes marked.
#[derive(Object)]
#[oai(rename = "ChangedPart")]
struct Changed {
    part: TextPart,
    section_id: OrNull<Uuid>,
    /// Order on the page, from 1; `null` where the section was taken out.
    position: OrNull<u32>,
    /// The present words with `<ins>` and `<del>`; a title, question or summary is one line.
    marked_html: String,
    changes: Vec<Change>,
}

impl From<ChangedPart> for Changed {
    fn from(changed: ChangedPart) -> Self {
        let (part, section_id, position) = match changed.part {
            Part::Title => (TextPart::Title, None, None),
            Part::Question => (TextPart::Question, None, None),
            Part::Summary => (TextPart::Summary, None, None),
            Part::Section(id, position) => (TextPart::Section, Some(id.0), position),
            Part::Beside(id, position) => (TextPart::Beside, Some(id.0), position),
        };
        Self {
            part,
            section_id: section_id.into(),
            position: position.into(),
            marked_html: changed.marked.html,
            changes: changed
                .marked
                .changes
                .into_iter()
                .map(Change::from)
                .collect(),
        }
    }
}

/// The differences between an earlier text and the draft as it stands.
#[derive(Object)]
#[oai(rename = "ChangesSince")]
struct Since {
    /// When the earlier words were saved or frozen.
    at: OffsetDateTime,
    by: OrNull<PersonRef>,
    /// How many changes there are in all parts.
    changes: u32,
    words_added: u32,
    words_removed: u32,
    /// In the order printed; what was taken out comes last.
    parts: Vec<Changed>,
}

impl From<ChangesSince> for Since {
    fn from(since: ChangesSince) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            at: since.at,
            by: since.by.map(PersonRef::from).into(),
            changes: count(since.changes),
            words_added: count(since.words_added),
            words_removed: count(since.words_removed),
            parts: since.parts.into_iter().map(Changed::from).collect(),
        }
    }
}

#[OpenApi(tag = "Tag::Writing")]
impl Changes {
    /// What changed since words that were kept
    #[oai(path = "/drafts/:article/kept/:id/changes", method = "get")]
    async fn since_kept(&self, by: SignedIn, article: Path<Uuid>, id: Path<Uuid>) -> Answer<Since> {
        let (article, earlier) = (ArticleId(article.0), Earlier::Kept(KeptTextId(id.0)));
        let since = writing::changes_since(&by.desk, &by.caller, article, earlier).await?;
        Ok(Json(since.into()))
    }

    /// What changed since the text was frozen
    ///
    /// `revision_id` in the history names it.
    #[oai(path = "/drafts/:article/revisions/:id/changes", method = "get")]
    async fn since_frozen(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        id: Path<Uuid>,
    ) -> Answer<Since> {
        let (article, earlier) = (ArticleId(article.0), Earlier::Frozen(RevisionId(id.0)));
        let since = writing::changes_since(&by.desk, &by.caller, article, earlier).await?;
        Ok(Json(since.into()))
    }
}
