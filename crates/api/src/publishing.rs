//! To readers, and off the site again.

use content::ids::ArticleId;
use editorial::Refusal;
use editorial::signing::{
    self, Amendment, AmendmentClass, ErasureStep, Withdrawal, WithdrawalStep,
};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::shapes::{Answer, Done, Nothing};
use crate::signing::digest;

pub(crate) struct Publishing;

/// A text by its digest.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Named {
    digest: String,
}

/// What was published.
#[derive(Object)]
struct Published {
    url: String,
    /// The site version that first shows it.
    version: i64,
}

impl From<signing::Published> for Published {
    fn from(done: signing::Published) -> Self {
        Self {
            url: done.url,
            version: done.version,
        }
    }
}

/// One of: `printed` to ask, `confirm` to agree as the second person to what was read,
/// `printed` with `emergency` to do it alone.
#[derive(Object)]
#[oai(rename = "WithdrawalRequest", deny_unknown_fields)]
struct Withdraw {
    /// The reason, printed for readers.
    printed: Option<String>,
    /// The id of the article's `joint_act`.
    confirm: Option<Uuid>,
    #[oai(default)]
    emergency: bool,
}

/// What came of an act that takes two.
#[derive(Object)]
struct Joint {
    /// False while it waits for a second person.
    done: bool,
}

/// What kind of change an amendment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "AmendmentClass", rename_all = "snake_case")]
pub(crate) enum Class {
    Typo,
    Factual,
    Safety,
    Legal,
}

impl From<AmendmentClass> for Class {
    fn from(class: AmendmentClass) -> Self {
        match class {
            AmendmentClass::Typo => Self::Typo,
            AmendmentClass::Factual => Self::Factual,
            AmendmentClass::Safety => Self::Safety,
            AmendmentClass::Legal => Self::Legal,
        }
    }
}

/// `class` to propose, `digest` to sign as the second person.
#[derive(Object)]
#[oai(rename = "AmendmentRequest", deny_unknown_fields)]
struct Amend {
    class: Option<Class>,
    digest: Option<String>,
}

/// An amendment proposed or published.
#[derive(Object)]
struct Amended {
    /// To be signed by the second person.
    digest: OrNull<String>,
    published: OrNull<Published>,
}

/// `reason` to ask, `confirm` to agree as the second person to what was read.
#[derive(Object)]
#[oai(rename = "ErasureRequest", deny_unknown_fields)]
struct Erase {
    reason: Option<String>,
    /// The id of the article's `joint_act`.
    confirm: Option<Uuid>,
}

#[OpenApi(tag = "Tag::Signing")]
impl Publishing {
    /// Make it public
    #[oai(path = "/articles/:id/publish", method = "post")]
    async fn publish(&self, by: SignedIn, id: Path<Uuid>, body: Body<Named>) -> Answer<Published> {
        let digest = digest(&body.0.digest)?;
        let id = ArticleId(id.0);
        Ok(Json(
            signing::publish(&by.desk, &by.caller, id, digest)
                .await?
                .into(),
        ))
    }

    /// Begin a successor
    #[oai(path = "/articles/:id/revise", method = "post")]
    async fn revise(&self, by: SignedIn, id: Path<Uuid>) -> Done {
        signing::revise(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Nothing::Said)
    }

    /// Take the live copy off the site
    #[oai(path = "/articles/:id/withdraw", method = "post")]
    async fn withdraw(&self, by: SignedIn, id: Path<Uuid>, body: Body<Withdraw>) -> Answer<Joint> {
        let printed = body.0.printed.unwrap_or_default();
        let step = match (body.0.confirm, body.0.emergency) {
            (Some(act), _) => WithdrawalStep::Join { act },
            (None, true) => WithdrawalStep::Emergency { printed },
            (None, false) => WithdrawalStep::Ask { printed },
        };
        let came = signing::withdraw(&by.desk, &by.caller, ArticleId(id.0), step).await?;
        Ok(Json(Joint {
            done: came == Withdrawal::Done,
        }))
    }

    /// Change a live text without its author
    #[oai(path = "/articles/:id/amend", method = "post")]
    async fn amend(&self, by: SignedIn, id: Path<Uuid>, body: Body<Amend>) -> Answer<Amended> {
        let step = match (body.0.class, body.0.digest) {
            (Some(class), None) => Amendment::Propose {
                class: match class {
                    Class::Typo => AmendmentClass::Typo,
                    Class::Factual => AmendmentClass::Factual,
                    Class::Safety => AmendmentClass::Safety,
                    Class::Legal => AmendmentClass::Legal,
                },
            },
            (None, Some(text)) => Amendment::Join {
                digest: digest(&text)?,
            },
            _ => {
                let words = "Send either the class of the change or the digest to sign.";
                return Err(Refusal::field("class", "one_of", words).into());
            }
        };
        let came = signing::amend(&by.desk, &by.caller, ArticleId(id.0), step).await?;
        Ok(Json(match came {
            Ok(digest) => Amended {
                digest: OrNull(Some(digest.to_string())),
                published: OrNull(None),
            },
            Err(published) => Amended {
                digest: OrNull(None),
                published: OrNull(Some(published.into())),
            },
        }))
    }

    /// Blank every word
    #[oai(path = "/articles/:id/erase", method = "post")]
    async fn erase(&self, by: SignedIn, id: Path<Uuid>, body: Body<Erase>) -> Answer<Joint> {
        let step = match body.0.confirm {
            Some(act) => ErasureStep::Join { act },
            None => ErasureStep::Ask {
                reason: body.0.reason.unwrap_or_default(),
            },
        };
        let done = signing::erase(&by.desk, &by.caller, ArticleId(id.0), step).await?;
        Ok(Json(Joint { done }))
    }
}
