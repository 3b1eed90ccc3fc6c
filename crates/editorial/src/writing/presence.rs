//! Who is writing which part of a draft just now, and handing it over.
//!
//! It is a courtesy, no lock: versions protect every save. It is no act either, so nothing of it
//! is recorded.

use content::ids::{AccountId, ArticleId, SectionId};
use storage::presences::{self, Presence};
use storage::{Transaction, accounts, drafts};
use time::{Duration, OffsetDateTime};

use super::{ArticleFile, open_for_editing};
use crate::people::{PersonRef, one};
use crate::{Act, Caller, Desk, Refusal};

/// Who was not heard of for so long has stopped writing.
const GONE_AFTER: Duration = Duration::seconds(60);

/// What somebody says about writing one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresenceAct {
    /// Nothing: only who writes is asked.
    Look,
    /// I am typing. Where somebody else is, this changes nothing.
    Write,
    /// I have stopped.
    Leave,
    /// May I write?
    Ask,
    /// Who asked may write now.
    HandOver,
    /// Not yet.
    NotYet,
    /// I write, whoever else does.
    Take,
}

/// Somebody who writes a part.
#[derive(Clone, Debug)]
pub struct PresenceView {
    /// The section; `None` for title, question and summary.
    pub section: Option<SectionId>,
    /// Who.
    pub person: PersonRef,
    /// Whether it is the caller's own account, in this window or another.
    pub mine: bool,
    /// Since when.
    pub since: OffsetDateTime,
    /// Who asks to write instead, and got no answer yet.
    pub asked_by: Option<PersonRef>,
    /// Whether the caller asked, and was told "not yet".
    pub refused: bool,
}

/// Says something about writing one part, and answers who writes in the whole draft.
///
/// # Errors
/// As for saving, unless it only looks: [`Refusal::NotFound`] and [`Refusal::WrongState`].
pub async fn presence(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    section: Option<SectionId>,
    act: PresenceAct,
) -> Result<Vec<PresenceView>, Refusal> {
    let me = caller.account().ok_or(Refusal::NotFound)?;
    if act == PresenceAct::Look {
        let tx = desk.storage.look().await?;
        ArticleFile::look(&tx, caller, article, Act::Read).await?;
        return views(desk, &tx, article, me).await;
    }
    let tx = desk.storage.begin().await?;
    open_for_editing(desk, &tx, caller, article).await?;
    if let Some(section) = section {
        drafts::section(&tx, article, section)
            .await?
            .ok_or(Refusal::NotFound)?;
    }
    let known = presences::list(&tx, article, desk.now() - GONE_AFTER)
        .await?
        .into_iter()
        .find(|one| one.section == section);
    let fresh = |account| Presence {
        article_id: article,
        section,
        account,
        since: desk.now(),
        last_seen_at: desk.now(),
        asked_by: None,
        refused_at: None,
    };
    match step(known, act, me, &fresh, desk.now()) {
        Step::Nothing => {}
        Step::Put(next) => presences::put(&tx, &next).await?,
        Step::Forget(last) => presences::forget(&tx, &last).await?,
    }
    let views = views(desk, &tx, article, me).await?;
    tx.commit().await?;
    Ok(views)
}

enum Step {
    Nothing,
    Put(Presence),
    Forget(Presence),
}

fn step(
    known: Option<Presence>,
    act: PresenceAct,
    me: AccountId,
    fresh: &dyn Fn(AccountId) -> Presence,
    now: OffsetDateTime,
) -> Step {
    let Some(known) = known else {
        return match act {
            PresenceAct::Write | PresenceAct::Take | PresenceAct::Ask => Step::Put(fresh(me)),
            _ => Step::Nothing,
        };
    };
    let mine = known.account == me;
    match act {
        PresenceAct::Write if mine => Step::Put(Presence {
            last_seen_at: now,
            ..known
        }),
        PresenceAct::Leave if mine => Step::Forget(known),
        PresenceAct::Ask if !mine => Step::Put(Presence {
            asked_by: Some(me),
            refused_at: None,
            ..known
        }),
        PresenceAct::HandOver if mine => known
            .asked_by
            .map_or(Step::Nothing, |asked| Step::Put(fresh(asked))),
        PresenceAct::NotYet if mine && known.asked_by.is_some() => Step::Put(Presence {
            refused_at: Some(now),
            last_seen_at: now,
            ..known
        }),
        PresenceAct::Take if !mine => Step::Put(fresh(me)),
        _ => Step::Nothing,
    }
}

async fn views(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    me: AccountId,
) -> Result<Vec<PresenceView>, Refusal> {
    let mut views = Vec::new();
    for known in presences::list(tx, article, desk.now() - GONE_AFTER).await? {
        let open = known.asked_by.filter(|_| known.refused_at.is_none());
        views.push(PresenceView {
            section: known.section,
            person: person_of(tx, known.account).await?,
            mine: known.account == me,
            since: known.since,
            asked_by: match open {
                Some(asked) => Some(person_of(tx, asked).await?),
                None => None,
            },
            refused: known.asked_by == Some(me) && known.refused_at.is_some(),
        });
    }
    Ok(views)
}

async fn person_of(tx: &Transaction, account: AccountId) -> Result<PersonRef, Refusal> {
    let account = accounts::find(tx, account)
        .await?
        .ok_or(Refusal::NotFound)?;
    one(tx, account.person_id).await
}
