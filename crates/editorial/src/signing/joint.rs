//! Acts that take two persons, from the first one's word to the second's.

use content::digest::Digest;
use content::ids::{ArticleId, PersonId};
use serde_json::{Value, json};
use storage::accounts::{self, Role};
use storage::joint_acts::{self, Act as Joint, JointAct};
use storage::publications::StoredPublicCopy;
use storage::{Transaction, persons, publications};
use time::OffsetDateTime;
use uuid::Uuid;

use super::amend::AmendmentClass;
use super::stand_still::stand_still;
use super::tie::Tie;
use crate::caller::SignedIn;
use crate::hands::Hands;
use crate::people::{PersonRef, one};
use crate::permissions::may;
use crate::{Act, Caller, Desk, Refusal, Relation};

/// An act that waits for a second person, with all that they need to decide.
#[derive(Clone, Debug)]
pub struct OpenAct {
    /// What agreeing to it names.
    pub id: Uuid,
    /// What is to be done.
    pub act: Joint,
    /// Who asked, or did it in an emergency.
    pub asked_by: PersonRef,
    /// When.
    pub asked_at: OffsetDateTime,
    /// Of a withdrawal, as it is printed for readers; of an erasure, for the record.
    pub reason: Option<String>,
    /// What kind of change an amendment is.
    pub class: Option<AmendmentClass>,
    /// The text of an amendment.
    pub digest: Option<Digest>,
    /// Whether it was done already, by one person because it could not wait.
    pub emergency: bool,
    hands: Hands,
}

impl OpenAct {
    /// Whether its second can be in these hands.
    pub(crate) fn waits_for(&self, hands: &Hands) -> bool {
        self.hands.shared(hands).is_none()
    }
}

/// Asks for an act on what readers have now. Answers its name.
pub(super) async fn begin(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    act: Joint,
    by: &SignedIn,
    mut facts: Value,
) -> Result<Uuid, Refusal> {
    if let Some(open) = joint_acts::find_open(tx, article, act).await? {
        joint_acts::end(tx, open.id, desk.now()).await?;
    }
    let copy = publications::find_copy(tx, article).await?;
    facts["publication_id"] = json!(copy.map(|copy| copy.publication_id));
    let new = JointAct {
        id: desk.id(),
        article_id: article,
        act,
        facts,
        asked_by: by.person,
        asked_link: by.link,
        asked_at: desk.now(),
        joined_by: None,
    };
    joint_acts::insert(tx, &new).await?;
    Ok(new.id)
}

/// Refuses to ask for what somebody has asked for already.
pub(super) async fn not_asked_yet(
    tx: &Transaction,
    article: ArticleId,
    act: Joint,
) -> Result<(), Refusal> {
    let copy = publications::find_copy(tx, article).await?;
    match joint_acts::find_open(tx, article, act).await? {
        Some(open) if is_about(&open, copy.as_ref()) => Err(Refusal::Conflict(
            "Somebody has asked for this already. A second person can agree to it.".to_owned(),
        )),
        _ => Ok(()),
    }
}

/// The act that the second person agrees to: the one they were shown, about what readers have
/// now.
pub(super) async fn to_confirm(
    tx: &Transaction,
    article: ArticleId,
    act: Joint,
    id: Uuid,
    me: &SignedIn,
) -> Result<JointAct, Refusal> {
    let open = joint_acts::find_open(tx, article, act)
        .await?
        .ok_or_else(|| {
            Refusal::WrongState("Nobody asks for this now, or it was done.".to_owned())
        })?;
    if open.id != id {
        return Err(Refusal::Conflict(
            "Somebody has asked anew since you opened this. Nothing was done. Read what is asked \
             now, then decide."
                .to_owned(),
        ));
    }
    let copy = publications::find_copy(tx, article).await?;
    if !is_about(&open, copy.as_ref()) {
        return Err(Refusal::Conflict(
            "This was asked about an earlier text. Readers have another one now, and nothing was \
             done."
                .to_owned(),
        ));
    }
    let (asker, me) = both(tx, &open, me).await?;
    if asker.person == me.person {
        return Err(Refusal::NotAllowed(
            "You asked for this. A second person has to agree.".to_owned(),
        ));
    }
    two_persons(tx, &asker, &me).await?;
    Ok(open)
}

/// Whose hands were in the asking and are in the agreeing, held as who they are from now on.
pub(super) async fn both(
    tx: &Transaction,
    act: &JointAct,
    second: &SignedIn,
) -> Result<(Hands, Hands), Refusal> {
    let mut concerned: Vec<PersonId> = asker(tx, act).await?.all().collect();
    concerned.extend(Hands::of(tx, second).await?.all());
    stand_still(tx, &concerned).await?;
    Ok((asker(tx, act).await?, Hands::of(tx, second).await?))
}

/// Whose hands were in the asking.
async fn asker(tx: &Transaction, act: &JointAct) -> Result<Hands, Refusal> {
    Hands::behind(tx, act.asked_by, act.asked_link).await
}

/// Refuses a second whose hands may have been the first's.
pub(super) async fn two_persons(
    tx: &Transaction,
    first: &Hands,
    second: &Hands,
) -> Result<(), Refusal> {
    let Some(between) = second.shared(first) else {
        return Ok(());
    };
    let tie = Tie {
        second: second.person,
        signer: first.person,
        between,
        link: None,
    };
    Err(tie.refusal(tx).await?)
}

/// Whether an act is about the publication that readers have, or about none where none is.
fn is_about(open: &JointAct, copy: Option<&StoredPublicCopy>) -> bool {
    open.facts["publication_id"] == json!(copy.map(|copy| copy.publication_id))
}

/// Whether a person works at the editors' desk now.
pub(super) async fn is_staff_now(tx: &Transaction, person: PersonId) -> Result<bool, Refusal> {
    let person = persons::find_identity(tx, person).await?;
    let account = accounts::find_by_person(tx, person).await?;
    Ok(account.is_some_and(|account| {
        account.disabled_at.is_none()
            && (account.roles.contains(&Role::Editor) || account.roles.contains(&Role::Owner))
    }))
}

/// What waits for a second person on an article, if the caller may have a part in it: of
/// several, one that waits for the caller, and the newest.
pub(crate) async fn open_act(
    tx: &Transaction,
    caller: &Caller,
    relation: Relation,
    open: &[JointAct],
    copy: Option<&StoredPublicCopy>,
) -> Result<Option<OpenAct>, Refusal> {
    let me = Hands::of_caller(tx, caller).await?;
    let mut found: Option<OpenAct> = None;
    for act in open {
        let needed = match act.act {
            Joint::Withdraw => Act::Withdraw,
            Joint::Erase => Act::Erase,
            Joint::Amend => Act::Amend,
        };
        if may(caller, needed, relation).is_err() || !is_about(act, copy) {
            continue;
        }
        let view = view(tx, act).await?;
        let mine = |one: &OpenAct| me.as_ref().is_some_and(|me| one.waits_for(me));
        if found.is_none() || (mine(&view) && !found.as_ref().is_some_and(mine)) {
            found = Some(view);
        }
    }
    Ok(found)
}

/// Whether this text is an amendment that waits for its second signer. Its authors are not asked.
pub(crate) fn is_amendment(open: &[JointAct], digest: Digest) -> bool {
    let digest = digest.to_string();
    open.iter()
        .any(|act| act.act == Joint::Amend && act.facts["digest"] == digest)
}

async fn view(tx: &Transaction, act: &JointAct) -> Result<OpenAct, Refusal> {
    let said = |field: &str| act.facts[field].as_str().map(str::to_owned);
    Ok(OpenAct {
        id: act.id,
        act: act.act,
        asked_by: one(tx, act.asked_by).await?,
        asked_at: act.asked_at,
        reason: said("printed").or_else(|| said("reason")),
        class: serde_json::from_value(act.facts["class"].clone()).ok(),
        digest: said("digest").and_then(|digest| digest.parse().ok()),
        emergency: act.facts["emergency"] == json!(true),
        hands: asker(tx, act).await?,
    })
}
