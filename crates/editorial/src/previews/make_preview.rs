//! Making a link that shows the text as it is now.

use content::ids::ArticleId;
use content::lifecycle::Candidate;
use serde_json::json;
use storage::preview_links::{self, PreviewLink};
use storage::revisions::Occasion;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::record::{Subject, record};
use crate::signing::freeze;
use crate::tokens::{digest_of, new_token};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// How long a preview can be read.
pub const LIFETIME: Duration = Duration::days(14);

/// A link that has just been made; the only place where its address is known.
#[derive(Clone, Debug)]
pub struct NewPreview {
    /// Its lasting name.
    pub id: Uuid,
    /// The address that opens it.
    pub url: String,
    /// When it ends by itself.
    pub expires_at: OffsetDateTime,
}

/// Makes a link that shows the proof that is out, or else the draft frozen as it stands now. What
/// is under way goes on as if nothing had happened: nobody is asked to sign, nothing is called
/// back.
///
/// # Errors
/// When nothing is under way, or the article was declined.
pub async fn make_preview(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<NewPreview, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::Preview).await?;
    let candidate = file.candidate("preview")?;
    if matches!(candidate, Candidate::Declined { .. }) {
        return Err(Refusal::WrongState(
            "This article was declined, so no link to it was made. Its text is kept.".to_owned(),
        ));
    }
    let shown = match candidate.revision() {
        Some(released) => released,
        None => freeze(desk, &tx, &file, signed_in.person, Occasion::Preview).await?,
    };
    let token = new_token()?;
    let link = PreviewLink {
        id: desk.id(),
        article_id: article,
        revision_id: shown.revision_id,
        token_digest: digest_of(&token),
        made_by: signed_in.person,
        made_at: desk.now(),
        expires_at: desk.now() + LIFETIME,
        revoked_at: None,
        opened_at: None,
    };
    preview_links::insert(&tx, &link).await?;
    let subject = Subject::article(article)
        .on(shown.revision_digest)
        .with(json!({ "preview": link.id }));
    record(desk, &tx, caller, "make_preview_link", subject).await?;
    tx.commit().await?;
    Ok(NewPreview {
        id: link.id,
        url: desk.url(&format!("/admin/preview/{token}")),
        expires_at: link.expires_at,
    })
}
