//! A contributor says that something is wrong. Nothing is signed by that, and the text stops.

use content::draft::plain_text;
use content::ids::ArticleId;
use storage::signatures::{self, Extent, Objection};
use storage::{links, persons};

use super::Standing;
use super::proof_links::{end_proof_links, tell};
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Objects to the proof. The person's signatures on this article stop counting.
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
    let candidate = file.candidate("object")?;
    let next = candidate.clone().object(me, desk.now())?;
    let standing = Standing::of_candidate(&tx, article, &candidate).await?;
    if !standing.revision.contributors().contains(&me) {
        return Err(Refusal::NotAllowed(
            "There is nothing under your name here.".to_owned(),
        ));
    }
    signatures::insert_objection(
        &tx,
        &Objection {
            id: desk.id(),
            article_id: article,
            revision_id: standing.revision.id,
            person_id: me,
            message,
            extent,
            at: desk.now(),
        },
    )
    .await?;
    file.put(desk, &tx, next).await?;
    if let Caller::Link { link, .. } = caller {
        links::mark_used(&tx, *link, desk.now()).await?;
    }
    end_proof_links(desk, &tx, article).await?;
    let subject = Subject::article(article)
        .on(standing.revision.digest)
        .with(serde_json::json!({ "extent": extent }));
    record(desk, &tx, caller, "object", subject).await?;
    if let Some(editor) = file.article.editor {
        let name = one(&tx, me).await?.byline.name;
        let sentence = format!("{name} says that something is wrong with a proof.");
        let path = format!("/admin/articles/{article}/review");
        tell(desk, &tx, &[editor], &sentence, &path).await?;
    }
    tx.commit().await?;
    Ok(())
}
