//! Who is writing which part of a draft just now.

use content::ids::{ArticleId, SectionId};
use editorial::writing::{self, PresenceAct, PresenceView};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::shapes::{Answer, Page, PersonRef};

pub(crate) struct Presence;

/// What is said about writing one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "PresenceAct", rename_all = "snake_case")]
enum Said {
    /// Nothing: only who writes is asked.
    Look,
    /// The caller is typing; said again every 20 seconds.
    Write,
    /// The caller has stopped.
    Leave,
    /// The caller asks whoever writes to hand over.
    Ask,
    /// Who asked may write now.
    HandOver,
    /// Who asked may not write yet.
    NotYet,
    /// The caller writes, whoever else does.
    Take,
}

impl From<Said> for PresenceAct {
    fn from(said: Said) -> Self {
        match said {
            Said::Look => Self::Look,
            Said::Write => Self::Write,
            Said::Leave => Self::Leave,
            Said::Ask => Self::Ask,
            Said::HandOver => Self::HandOver,
            Said::NotYet => Self::NotYet,
            Said::Take => Self::Take,
        }
    }
}

/// What somebody says about writing.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PresenceSaid {
    act: Said,
    /// The part; title, question and summary where it is left out.
    section_id: Option<Uuid>,
}

/// Somebody who writes a part of a draft just now.
#[derive(Object)]
#[oai(rename = "Presence")]
struct Writer {
    section_id: OrNull<Uuid>,
    person: PersonRef,
    /// Whether it is the caller, in this window or another.
    mine: bool,
    since: OffsetDateTime,
    /// Who asks to write instead, and got no answer yet.
    asked_by: OrNull<PersonRef>,
    /// Whether the caller asked, and was told "not yet".
    refused: bool,
}

impl From<PresenceView> for Writer {
    fn from(view: PresenceView) -> Self {
        Self {
            section_id: view.section.map(|id| id.0).into(),
            person: view.person.into(),
            mine: view.mine,
            since: view.since,
            asked_by: view.asked_by.map(PersonRef::from).into(),
            refused: view.refused,
        }
    }
}

#[OpenApi(tag = "Tag::Writing")]
impl Presence {
    /// Say who is writing, and hear it
    ///
    /// A courtesy and no lock: versions protect every save. Who was not heard of for a minute has
    /// stopped. Answers everybody who writes in the draft.
    #[oai(path = "/drafts/:article/presence", method = "post")]
    async fn say(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        body: Body<PresenceSaid>,
    ) -> Answer<Page<Writer>> {
        let PresenceSaid { act, section_id } = body.0;
        let section = section_id.map(SectionId);
        let article = ArticleId(article.0);
        let all = writing::presence(&by.desk, &by.caller, article, section, act.into()).await?;
        Ok(Json(Page::whole(all)))
    }
}
