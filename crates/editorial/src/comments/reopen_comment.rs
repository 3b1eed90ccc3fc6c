//! Somebody says that a comment is not settled after all.

use content::ids::{ArticleId, CommentId};
use serde_json::json;
use storage::comments;

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Opens a settled comment again; one that is open stays as it is.
pub async fn reopen_comment(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    id: CommentId,
) -> Result<(), Refusal> {
    caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::Comment).await?;
    let comment = comments::find(&tx, article, id)
        .await?
        .filter(|comment| comment.parent.is_none())
        .ok_or(Refusal::NotFound)?;
    if comment.resolved_at.is_some() {
        comments::set_resolved(&tx, id, None).await?;
        let subject = Subject::new("comment", id).with(json!({ "article": article }));
        record(desk, &tx, caller, "reopen_comment", subject).await?;
    }
    tx.commit().await?;
    Ok(())
}
