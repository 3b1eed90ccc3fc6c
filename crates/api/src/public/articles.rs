//! Public articles: the list, and one in full.

use content::ids::ArticleId;
use editorial::Refusal;
use pages::compose;
use poem::http::StatusCode;
use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::types::Any;
use storage::Lookup;

use super::shapes::PublicArticle;
use super::{Reading, failed, place};
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::problem::Problem;
use crate::shapes::{Answer, Page};

pub(crate) struct Articles;

/// The most items a list answers at once.
const MOST: u64 = 200;
const USUAL: u64 = 50;

#[OpenApi(tag = "Tag::Reading")]
impl Articles {
    /// Public articles, newest first
    ///
    /// What is published while somebody reads on is neither told twice nor does it push
    /// anything out of the list.
    #[oai(path = "/articles", method = "get")]
    async fn list(
        &self,
        reading: Reading,
        after: Query<Option<String>>,
        limit: Query<Option<u64>>,
    ) -> Answer<Page<PublicArticle>> {
        let after = after.0.as_deref().map(place::read).transpose()?;
        let limit = limit.0.unwrap_or(USUAL).clamp(1, MOST);
        let part = reading
            .snapshot
            .newest_after(after, limit)
            .await
            .map_err(failed)?;
        Ok(Json(Page {
            next: OrNull(part.next.map(place::written)),
            items: part
                .items
                .into_iter()
                .map(|card| PublicArticle::new(card, &reading.state.site))
                .collect(),
        }))
    }

    /// One public article, by its address or id
    ///
    /// Byline, text, disclaimers and notices come together. One that was taken off the site is
    /// answered with 410 and the reason.
    #[oai(path = "/articles/:id", method = "get")]
    async fn show(&self, reading: Reading, id: Path<String>) -> Answer<Any<serde_json::Value>> {
        let found = match id.0.parse::<ArticleId>() {
            Ok(id) => match reading.snapshot.publication(id).await.map_err(failed)? {
                Some(publication) => Lookup::Found(publication),
                None => Lookup::Unknown,
            },
            Err(_) => reading.snapshot.article(&id.0).await.map_err(failed)?,
        };
        let publication = match found {
            Lookup::Found(publication) => publication,
            Lookup::Moved(slug) => match reading.snapshot.article(&slug).await.map_err(failed)? {
                Lookup::Found(publication) => publication,
                _ => return Err(Refusal::NotFound.into()),
            },
            Lookup::Gone(tombstone) => {
                let words = format!("This article was taken off the site. {}", tombstone.reason);
                return Err(Problem::new(StatusCode::GONE, "withdrawn", words));
            }
            Lookup::Unknown => return Err(Refusal::NotFound.into()),
        };
        let site = reading.site().await?;
        Ok(Json(Any(compose(&publication, &site).json())))
    }
}
