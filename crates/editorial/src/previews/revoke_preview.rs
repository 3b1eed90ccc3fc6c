//! Ending a link before its time.

use content::ids::ArticleId;
use serde_json::json;
use storage::preview_links;
use uuid::Uuid;

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Ends a link, whoever made it: from now on it shows nothing. Asked again, it is still so.
pub async fn revoke_preview(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    preview: Uuid,
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::Preview).await?;
    let link = preview_links::list(&tx, article)
        .await?
        .into_iter()
        .find(|link| link.id == preview)
        .ok_or(Refusal::NotFound)?;
    if link.revoked_at.is_some() {
        return Ok(());
    }
    preview_links::revoke(&tx, link.id, desk.now()).await?;
    let subject = Subject::article(article).with(json!({ "preview": link.id }));
    record(desk, &tx, caller, "revoke_preview_link", subject).await?;
    tx.commit().await?;
    Ok(())
}
