//! An editor asks the authors for changes.

use content::draft::{plain_line, plain_text};
use content::ids::ArticleId;
use serde_json::json;
use storage::{Transaction, contributors, drafts};

use super::proof_links::tell;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// What an editor answers an author: a reason, and words of their own.
#[derive(Clone, Debug)]
pub struct Answer {
    /// One of the house's reasons, or the editor's own in a few words.
    pub reason: String,
    /// To the authors; may be empty when the reason says it all.
    pub message: String,
}

impl Answer {
    /// The answer as plain text; a reason is mandatory.
    pub(super) fn settled(self) -> Result<Self, Refusal> {
        let reason = plain_line(&self.reason);
        let message = plain_text(&self.message);
        if reason.is_empty() {
            return Err(Refusal::field(
                "reason",
                "no_reason",
                "Choose or write a reason.",
            ));
        }
        if reason.chars().count() > 200 || message.chars().count() > 5000 {
            return Err(Refusal::field(
                "message",
                "too_long",
                "Please write a shorter message.",
            ));
        }
        Ok(Self { reason, message })
    }
}

/// Gives the text back to its authors with a reason.
pub async fn request_changes(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    answer: Answer,
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let answer = answer.settled()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::RequestChanges).await?;
    let next = file.candidate("request_changes")?.request_changes(
        signed_in.person,
        desk.now(),
        answer.reason,
        answer.message,
    )?;
    file.put(desk, &tx, next).await?;
    let subject = Subject::article(article).with(json!({}));
    record(desk, &tx, caller, "request_changes", subject).await?;
    tell_authors(
        desk,
        &tx,
        &file,
        "The editors ask you to change something in your article.",
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Writes to everyone over a section of the draft.
pub(super) async fn tell_authors(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    sentence: &str,
) -> Result<(), Refusal> {
    let sections: Vec<_> = drafts::sections(tx, file.article.id)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let over: Vec<_> = contributors::of_sections(tx, &sections)
        .await?
        .into_iter()
        .map(|(_, person)| person)
        .collect();
    let path = format!("/admin/articles/{}", file.article.id);
    tell(desk, tx, &over, sentence, &path).await
}
