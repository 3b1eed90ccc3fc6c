//! Puts the answers into another order.

use content::ids::{ArticleId, SectionId};
use storage::drafts;

use super::{bring_back_to_review, open_for_editing};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Orders the sections as given: each of them once.
pub async fn reorder_sections(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    order: &[SectionId],
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    let present: Vec<SectionId> = drafts::sections(&tx, article)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let same = present.len() == order.len()
        && present
            .iter()
            .all(|id| order.iter().filter(|one| *one == id).count() == 1);
    if !same {
        return Err(Refusal::Conflict(
            "The answers changed meanwhile. Look at the list again, then order it.".to_owned(),
        ));
    }
    if present == order {
        return Ok(());
    }
    for (position, section) in (0..).zip(order) {
        drafts::set_position(&tx, *section, position).await?;
    }
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    record(
        desk,
        &tx,
        caller,
        "reorder_sections",
        Subject::article(article),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}
