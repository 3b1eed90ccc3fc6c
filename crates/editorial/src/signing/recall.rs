//! An author takes a candidate back.

use content::ids::ArticleId;

use super::proof_links::{end_proof_links, tell};
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Takes the text back, until it is published; links to its proof stop working.
pub async fn recall(desk: &Desk, caller: &Caller, article: ArticleId) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Recall).await?;
    let next = file.candidate("recall")?.recall()?;
    file.put(desk, &tx, next).await?;
    end_proof_links(desk, &tx, article).await?;
    record(desk, &tx, caller, "recall", Subject::article(article)).await?;
    if let Some(editor) = file.article.editor {
        let author = one(&tx, signed_in.person).await?;
        let sentence = format!("{} took an article back.", author.byline.name);
        let path = format!("/admin/articles/{article}/review");
        tell(desk, &tx, &[editor], &sentence, &path).await?;
    }
    tx.commit().await?;
    Ok(())
}
