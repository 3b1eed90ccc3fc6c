//! An article that is not public yet, as the page that readers will be given.

use content::publication::Publication;
use pages::{Pages, Preview, ShownTo, compose_preview};
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::payload::{Html, Response};

use crate::problem::Problem;
use crate::public::Reading;
use crate::state;

/// The policy of the reader site, but that this site's own screens may show the page in a frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; \
    form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

/// What a call answers with a page, or a problem.
pub(crate) type PageAnswer = Result<Response<Html<String>>, Problem>;

/// Makes pages as the reader site makes them at this moment.
pub(crate) struct PageMaker {
    pages: Pages,
}

impl<'a> FromRequest<'a> for PageMaker {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let facts = Reading::from_request(request, body).await?.site().await?;
        Ok(Self {
            pages: state(request)?.pages.with_facts(facts),
        })
    }
}

impl PageMaker {
    /// The page of this text. The one composer makes it: byline, disclaimers and notices cannot
    /// be parted from the words here either.
    pub(crate) fn page(&self, publication: Publication) -> PageAnswer {
        self.made(publication, "/api/v1/media".to_owned(), ShownTo::Desk)
    }

    /// The same for who has a one-time link and no account.
    pub(crate) fn page_by_link(&self, publication: Publication, token: &str) -> PageAnswer {
        let images = format!("/api/v1/sign/{token}/media");
        self.made(publication, images, ShownTo::Desk)
    }

    /// The same for who has a link that shows it and signs nothing.
    pub(crate) fn page_of_preview(&self, publication: Publication, token: &str) -> PageAnswer {
        let images = format!("/api/v1/preview/{token}/media");
        self.made(publication, images, ShownTo::LinkHolder)
    }

    fn made(&self, publication: Publication, images: String, shown_to: ShownTo) -> PageAnswer {
        let preview = Preview {
            publication,
            images,
            shown_to,
        };
        let composed = compose_preview(&preview, self.pages.facts());
        let page = self.pages.preview(&composed).map_err(|error| {
            tracing::error!(%error, "a page for those who sign could not be made");
            Problem::internal()
        })?;
        Ok(Response::new(Html(page))
            .header("cache-control", "private, no-store")
            .header("content-security-policy", POLICY)
            .header("referrer-policy", "no-referrer")
            .header("x-frame-options", "SAMEORIGIN")
            .header("x-robots-tag", "noindex"))
    }
}
