//! Links that show a text before publication: made by those who work on it, opened by anyone.

use content::ids::ArticleId;
use editorial::previews;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::caller::{Anyone, SignedIn};
use crate::media::{ImageFile, named, sent};
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::problem::Problem;
use crate::reader_page::{PageAnswer, PageMaker};
use crate::shapes::{Answer, Done, Nothing, Page, PersonRef};

pub(crate) struct Previews;

/// A link that has just been made.
#[derive(Object)]
struct NewPreviewLink {
    id: Uuid,
    /// Shown this once.
    url: String,
    expires_at: OffsetDateTime,
}

/// A link to a text before publication, and what came of it.
#[derive(Object)]
struct PreviewLink {
    id: Uuid,
    made_by: PersonRef,
    made_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    /// When its page was first opened.
    opened_at: OrNull<OffsetDateTime>,
    revoked_at: OrNull<OffsetDateTime>,
    /// Whether it shows its text now. Publication, withdrawal and declining end it too.
    open: bool,
}

impl From<previews::PreviewView> for PreviewLink {
    fn from(view: previews::PreviewView) -> Self {
        Self {
            id: view.id,
            made_by: view.made_by.into(),
            made_at: view.made_at,
            expires_at: view.expires_at,
            opened_at: view.opened_at.into(),
            revoked_at: view.revoked_at.into(),
            open: view.is_open,
        }
    }
}

/// What a link to a text before publication says of itself.
#[derive(Object)]
struct PreviewUntil {
    expires_at: OffsetDateTime,
}

#[OpenApi(tag = "Tag::Writing")]
impl Previews {
    /// Make a link that shows the proof that is out, or else the draft as it is now
    ///
    /// It shows this one text, whatever becomes of the draft, and does nothing else.
    #[oai(path = "/articles/:id/previews", method = "post")]
    async fn make_preview(&self, by: SignedIn, id: Path<Uuid>) -> Answer<NewPreviewLink> {
        let made = previews::make_preview(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Json(NewPreviewLink {
            id: made.id,
            url: made.url,
            expires_at: made.expires_at,
        }))
    }

    /// The links that were made to an article, the newest first
    #[oai(path = "/articles/:id/previews", method = "get")]
    async fn list_previews(&self, by: SignedIn, id: Path<Uuid>) -> Answer<Page<PreviewLink>> {
        let all = previews::list_previews(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Json(Page::whole(all)))
    }

    /// End a link
    #[oai(path = "/articles/:id/previews/:preview", method = "delete")]
    async fn revoke_preview(&self, by: SignedIn, id: Path<Uuid>, preview: Path<Uuid>) -> Done {
        previews::revoke_preview(&by.desk, &by.caller, ArticleId(id.0), preview.0).await?;
        Ok(Nothing::Said)
    }

    /// Until when a link shows its text
    #[oai(path = "/preview/:token", method = "get")]
    async fn look_at_preview(&self, by: Anyone, token: Path<String>) -> Answer<PreviewUntil> {
        let expires_at = previews::look_at_preview(&by.desk, &token.0).await?;
        Ok(Json(PreviewUntil { expires_at }))
    }

    /// The text of a link as the page that readers would be given
    #[oai(path = "/preview/:token/page", method = "get")]
    async fn preview_page(&self, by: Anyone, token: Path<String>, pages: PageMaker) -> PageAnswer {
        let publication = previews::preview_page(&by.desk, &token.0).await?;
        pages.page_of_preview(publication, &token.0)
    }

    /// One size of an image of the text that a link shows
    #[oai(path = "/preview/:token/media/:sha256/:size", method = "get")]
    async fn preview_image(
        &self,
        by: Anyone,
        token: Path<String>,
        sha256: Path<String>,
        size: Path<String>,
    ) -> Result<ImageFile, Problem> {
        let (sha256, size) = named(&sha256.0, &size.0)?;
        let bytes = previews::preview_image(&by.desk, &token.0, sha256, size).await?;
        Ok(sent(bytes, size))
    }
}
