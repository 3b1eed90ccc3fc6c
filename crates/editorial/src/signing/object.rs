//! A contributor says that something is wrong. Nothing is signed by that, and the text stops.

use content::draft::plain_text;
use content::ids::{ArticleId, PersonId};
use storage::joint_acts::{self, Act as Joint};
use storage::revisions::{Occasion, Revision};
use storage::signatures::{self, Extent, Objection};
use storage::{Transaction, links, persons};

use super::Standing;
use super::live::Live;
use super::proof_links::{end_proof_links, link_of, tell};
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Objects to the proof: the person's signatures on this text stop counting, and it goes back
/// to the editors. Or objects to an amendment that readers have: the editors are told, and
/// what readers have stays as it is until they decide.
pub async fn object(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    message: &str,
    extent: Extent,
) -> Result<(), Refusal> {
    let message = plain_text(message);
    if message.is_empty() && extent == Extent::SomethingIsWrong {
        return Err(Refusal::field(
            "message",
            "no_message",
            "Tell us in your own words.",
        ));
    }
    if message.chars().count() > 5000 {
        return Err(Refusal::field(
            "message",
            "too_long",
            "Please write a shorter message.",
        ));
    }
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Object).await?;
    let me = caller.person().ok_or(Refusal::SignedOut)?;
    let me = persons::find_identity(&tx, me).await?;
    let amended = amended_text(&tx, article, me).await?;
    let out = file
        .candidate
        .clone()
        .filter(|candidate| candidate.revision().is_some());
    let own = match &out {
        Some(candidate) => Some(
            Standing::of_candidate(&tx, article, candidate)
                .await?
                .revision,
        ),
        None => None,
    };
    let own = own.filter(|revision| revision.contributors().contains(&me));
    let (text, told) = match (own, amended) {
        (Some(text), _) => {
            let next = file.candidate("object")?.object(me, desk.now())?;
            let link = link_of(desk, &tx, caller).await?;
            file.put(desk, &tx, next).await?;
            if let Some(link) = link.filter(|link| link.used_at.is_none()) {
                links::mark_used(&tx, link.id, desk.now()).await?;
            }
            end_proof_links(desk, &tx, article).await?;
            (text, "a proof")
        }
        (None, Some(text)) => (text, "your amendment of an article"),
        (None, None) if out.is_some() => {
            return Err(Refusal::NotAllowed(
                "There is nothing under your name here.".to_owned(),
            ));
        }
        (None, None) => {
            file.candidate("object")?.object(me, desk.now())?;
            return Err(Refusal::NotFound);
        }
    };
    let objection = Objection {
        id: desk.id(),
        article_id: article,
        revision_id: text.id,
        person_id: me,
        message,
        extent,
        at: desk.now(),
    };
    signatures::insert_objection(&tx, &objection).await?;
    let subject = Subject::article(article)
        .on(text.digest)
        .with(serde_json::json!({ "extent": extent }));
    record(desk, &tx, caller, "object", subject).await?;
    let name = one(&tx, me).await?.byline.name;
    let sentence = format!("{name} says that something is wrong with {told}.");
    let path = format!("/admin/articles/{article}/review");
    tell(
        desk,
        &tx,
        &editors(&tx, &file, &text).await?,
        &sentence,
        &path,
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// The amended text that readers have, if this person's name stands over it.
async fn amended_text(
    tx: &Transaction,
    article: ArticleId,
    me: PersonId,
) -> Result<Option<Revision>, Refusal> {
    let live = Live::find(tx, article).await?;
    Ok(live
        .filter(|live| live.is_amended_text_of(me))
        .map(|live| live.revision))
}

/// The editor who looks after the article, and the two who signed an amendment.
async fn editors(
    tx: &Transaction,
    file: &ArticleFile,
    text: &Revision,
) -> Result<Vec<PersonId>, Refusal> {
    let mut editors: Vec<PersonId> = file.article.editor.into_iter().collect();
    if text.occasion == Occasion::Amendment
        && let Some(act) = joint_acts::newest_joined(tx, file.article.id, Joint::Amend).await?
    {
        editors.push(act.asked_by);
        editors.extend(act.joined_by);
    }
    Ok(editors)
}
