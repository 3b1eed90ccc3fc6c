//! Somebody says that a comment is settled.

use content::ids::{ArticleId, CommentId};
use serde_json::json;
use storage::comments;

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Marks a comment as settled; one that is settled stays as it is.
pub async fn resolve_comment(
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
        .filter(|comment| comment.parent.is_none())
        .ok_or(Refusal::NotFound)?;
    if comment.resolved_at.is_none() {
        comments::set_resolved(&tx, id, Some((signed_in.person, desk.now()))).await?;
        let subject = Subject::new("comment", id).with(json!({ "article": article }));
        record(desk, &tx, caller, "resolve_comment", subject).await?;
    }
    tx.commit().await?;
    Ok(())
}
