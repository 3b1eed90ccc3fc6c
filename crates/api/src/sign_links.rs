//! The proof behind a one-time link: no session and no password.

use editorial::signing;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;

use crate::body::Body;
use crate::caller::Anyone;
use crate::openapi::Tag;
use crate::proof_shapes::Proof;
use crate::reader_page::{PageAnswer, PageMaker};
use crate::shapes::{Answer, Done, Nothing};
use crate::signing::{Attestation, Objection, Signed, extent};

pub(crate) struct SignLinks;

#[OpenApi(tag = "Tag::Signing")]
impl SignLinks {
    /// The proof behind a one-time link
    ///
    /// Opening it signs nothing.
    #[oai(path = "/sign/:token", method = "get")]
    async fn proof_by_link(&self, by: Anyone, token: Path<String>) -> Answer<Proof> {
        let (caller, article) = signing::open_proof_link(&by.desk, &token.0).await?;
        let view = signing::proof(&by.desk, &caller, article).await?;
        Ok(Json(Proof::of(view, &by.desk.site)))
    }

    /// The proof behind a one-time link as the page that readers will be given
    ///
    /// Opening it signs nothing. A link that has signed shows what was signed with it.
    #[oai(path = "/sign/:token/page", method = "get")]
    async fn page_by_link(&self, by: Anyone, token: Path<String>, pages: PageMaker) -> PageAnswer {
        let publication = signing::proof_page_by_link(&by.desk, &token.0).await?;
        pages.page_by_link(publication, &token.0)
    }

    /// Sign by a one-time link
    #[oai(path = "/sign/:token", method = "post")]
    async fn attest_by_link(
        &self,
        by: Anyone,
        token: Path<String>,
        body: Body<Attestation>,
    ) -> Answer<Signed> {
        let (caller, article) = signing::open_proof_link(&by.desk, &token.0).await?;
        Ok(Json(
            signing::attest(&by.desk, &caller, article, body.0.read()?)
                .await?
                .into(),
        ))
    }

    /// Object by a one-time link
    #[oai(path = "/sign/:token/object", method = "post")]
    async fn object_by_link(&self, by: Anyone, token: Path<String>, body: Body<Objection>) -> Done {
        let (caller, article) = signing::open_proof_link(&by.desk, &token.0).await?;
        let extent = extent(body.0.never);
        signing::object(&by.desk, &caller, article, &body.0.message, extent).await?;
        Ok(Nothing::Said)
    }
}
