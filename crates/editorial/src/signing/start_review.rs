//! An editor takes up a submitted text.

use content::ids::ArticleId;
use storage::articles;

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Begins the review; the text is this editor's if it was nobody's.
pub async fn start_review(desk: &Desk, caller: &Caller, article: ArticleId) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::StartReview).await?;
    let next = file
        .candidate("start_review")?
        .start_review(signed_in.person, desk.now())?;
    file.put(desk, &tx, next).await?;
    if file.article.editor.is_none() {
        articles::set_editor(&tx, article, Some(signed_in.person)).await?;
    }
    record(desk, &tx, caller, "start_review", Subject::article(article)).await?;
    tx.commit().await?;
    Ok(())
}
