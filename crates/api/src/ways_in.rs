//! What the page to sign in has to know before anybody is.

use editorial::accounts;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::caller::Anyone;
use crate::openapi::Tag;
use crate::shapes::Answer;

pub(crate) struct WaysIn;

/// Which ways in there are.
#[derive(Object)]
#[oai(rename = "WaysIn")]
struct Ways {
    /// Whether a link can be sent by mail.
    mail: bool,
    /// Whether anybody has an account; the first owner begins by the link that the server prints.
    has_accounts: bool,
}

#[OpenApi(tag = "Tag::Session")]
impl WaysIn {
    /// Which ways in there are
    #[oai(path = "/ways-in", method = "get")]
    async fn show(&self, by: Anyone) -> Answer<Ways> {
        Ok(Json(Ways {
            mail: by.desk.site.mail,
            has_accounts: accounts::has_accounts(&by.desk).await?,
        }))
    }
}
