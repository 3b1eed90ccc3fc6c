//! The editors' no.

use content::ids::ArticleId;

use super::request_changes::{Answer, tell_authors};
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Declines the text with a reason. It stays with its authors.
pub async fn decline(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    answer: Answer,
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let answer = answer.settled()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Decline).await?;
    let next = file.candidate("decline")?.decline(
        signed_in.person,
        desk.now(),
        answer.reason,
        answer.message,
    )?;
    file.put(desk, &tx, next).await?;
    record(desk, &tx, caller, "decline", Subject::article(article)).await?;
    tell_authors(
        desk,
        &tx,
        &file,
        "The editors have answered about your article.",
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
