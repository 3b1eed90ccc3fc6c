//! A contributor gives the text to the editors.

use content::ids::ArticleId;
use storage::Transaction;
use storage::revisions::Occasion;

use super::freeze::freeze;
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Submits the draft. `agreed` is the tick at the one plain line; without it nothing happens.
///
/// The text is frozen as it was submitted, so that its author is later shown what changed.
pub async fn submit(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    agreed: bool,
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Submit).await?;
    let next = file
        .candidate("submit")?
        .submit(signed_in.person, desk.now())?;
    if !agreed {
        return Err(Refusal::field(
            "statement",
            "not_agreed",
            "Please tick this, or write to the editors instead.",
        ));
    }
    file.check(desk, &tx).await?;
    let frozen = freeze(desk, &tx, &file, signed_in.person, Occasion::Submission).await?;
    file.put(desk, &tx, next).await?;
    let subject = Subject::article(article).on(frozen.revision_digest);
    record(desk, &tx, caller, "submit", subject).await?;
    tell_editor(desk, &tx, &file, signed_in.person).await?;
    tx.commit().await?;
    Ok(())
}

async fn tell_editor(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    by: content::ids::PersonId,
) -> Result<(), Refusal> {
    let Some(editor) = file.article.editor else {
        return Ok(());
    };
    let author = one(tx, by).await?;
    let sentence = format!("{} submitted an article again.", author.byline.name);
    let path = format!("/admin/articles/{}/review", file.article.id);
    super::proof_links::tell(desk, tx, &[editor], &sentence, &path).await
}
