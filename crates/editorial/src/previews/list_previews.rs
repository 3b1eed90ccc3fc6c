//! The links to one article: who made each, and what came of it.

use content::ids::ArticleId;
use storage::preview_links;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::people::{PersonRef, one};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// A link as those who work on the article see it. Its address is not known any more.
#[derive(Clone, Debug)]
pub struct PreviewView {
    /// Its lasting name.
    pub id: Uuid,
    /// Who made it.
    pub made_by: PersonRef,
    /// When.
    pub made_at: OffsetDateTime,
    /// When it ends by itself.
    pub expires_at: OffsetDateTime,
    /// When its page was first opened.
    pub opened_at: Option<OffsetDateTime>,
    /// When somebody ended it.
    pub revoked_at: Option<OffsetDateTime>,
    /// Whether it shows its text now. It ends too when the article is published, withdrawn,
    /// declined or erased.
    pub is_open: bool,
}

/// The links to an article, the newest first.
pub async fn list_previews(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<Vec<PreviewView>, Refusal> {
    let tx = desk.storage.look().await?;
    ArticleFile::look(&tx, caller, article, Act::Preview).await?;
    let mut views = Vec::new();
    for link in preview_links::list(&tx, article).await? {
        let is_open = link.expires_at > desk.now() && preview_links::is_open(&tx, link.id).await?;
        views.push(PreviewView {
            id: link.id,
            made_by: one(&tx, link.made_by).await?,
            made_at: link.made_at,
            expires_at: link.expires_at,
            opened_at: link.opened_at,
            revoked_at: link.revoked_at,
            is_open,
        });
    }
    Ok(views)
}
