//! Somebody takes a comment of their own away.

use content::ids::{ArticleId, CommentId};
use serde_json::json;
use storage::{comments, persons};

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Takes the words of a comment away for good, by whoever wrote it. The answers to it stay.
pub async fn remove_comment(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    id: CommentId,
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::Comment).await?;
    let comment = comments::find(&tx, article, id)
        .await?
        .ok_or(Refusal::NotFound)?;
    let writer = match comment.person {
        Some(person) => Some(persons::find_identity(&tx, person).await?),
        None => None,
    };
    if writer != Some(signed_in.person) {
        return Err(Refusal::NotAllowed(
            "You take away comments of your own. You can mark this one as settled.".to_owned(),
        ));
    }
    if comment.words.is_some() {
        comments::remove(&tx, id, desk.now()).await?;
        let subject = Subject::new("comment", id).with(json!({ "article": article }));
        record(desk, &tx, caller, "remove_comment", subject).await?;
    }
    tx.commit().await?;
    Ok(())
}
