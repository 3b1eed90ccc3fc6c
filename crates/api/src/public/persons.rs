//! Authors and topics that something can be read of.

use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use super::shapes::{PublicAuthor, PublicTopic};
use super::{Reading, failed};
use crate::openapi::Tag;
use crate::shapes::{Answer, Page};

pub(crate) struct Persons;

#[OpenApi(tag = "Tag::Reading")]
impl Persons {
    /// Authors of public articles, by name
    #[oai(path = "/persons", method = "get")]
    async fn list(&self, reading: Reading) -> Answer<Page<PublicAuthor>> {
        Ok(Json(Page::whole(
            reading.snapshot.authors().await.map_err(failed)?,
        )))
    }

    /// Topics and groups, in order
    #[oai(path = "/topics", method = "get")]
    async fn topics(&self, reading: Reading) -> Answer<Page<PublicTopic>> {
        Ok(Json(Page::whole(
            reading.snapshot.topics().await.map_err(failed)?,
        )))
    }
}
