//! Takes a section out of a draft; its words stay in the history, frozen texts keep it.

use content::ids::{ArticleId, SectionId};
use serde_json::json;
use storage::drafts;

use super::{bring_back_to_review, open_for_editing};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Removes one section. The last one stays.
pub async fn remove_section(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    section: SectionId,
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    if drafts::sections(&tx, article).await?.len() == 1 {
        return Err(Refusal::Conflict(
            "An article keeps at least one text.".to_owned(),
        ));
    }
    let kept = drafts::remove_section(&tx, section, desk.now()).await?;
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    let subject = Subject::article(article).with(json!({ "section": section, "kept": kept }));
    record(desk, &tx, caller, "remove_section", subject).await?;
    tx.commit().await?;
    Ok(())
}
