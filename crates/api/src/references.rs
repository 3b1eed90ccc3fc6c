//! References as people type and paste them. Nothing is stored here.

use content::reference;
use editorial::Refusal;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::beside_shapes::{Reference, TypedReference, all};
use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::shapes::{Answer, Page};

pub(crate) struct References;

/// The longest list that is taken apart, in characters.
const LONGEST: usize = 100_000;

/// A pasted list.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PastedReferences {
    /// One work a line, in the form of the APA where it can be.
    typed: String,
    /// The number that the first one gets in its name.
    first: u32,
}

/// Works as typed.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TypedReferences {
    references: Vec<TypedReference>,
}

#[OpenApi(tag = "Tag::Writing")]
impl References {
    /// Take a pasted list of references apart
    ///
    /// What has not the form of the APA stays whole, in `title`.
    #[oai(path = "/references/parse", method = "post")]
    #[expect(clippy::unused_async, reason = "every call is one to the framework")]
    async fn parse(&self, _by: SignedIn, body: Body<PastedReferences>) -> Answer<Page<Reference>> {
        let PastedReferences { typed, first } = body.0;
        if typed.chars().count() > LONGEST {
            let words = "This list is too long to be taken apart at once. Paste it in parts.";
            return Err(Refusal::field("typed", "too_long", words).into());
        }
        let mut works = reference::pasted(&typed, first as usize);
        works.truncate(reference::LONGEST_LIST);
        Ok(Json(Page::whole(works)))
    }

    /// Look at typed references as saving would, and print them
    #[oai(path = "/references/check", method = "post")]
    #[expect(clippy::unused_async, reason = "every call is one to the framework")]
    async fn check(&self, _by: SignedIn, body: Body<TypedReferences>) -> Answer<Page<Reference>> {
        let works = reference::parse_list(all(body.0.references)).map_err(Refusal::Invalid)?;
        Ok(Json(Page::whole(works)))
    }
}
