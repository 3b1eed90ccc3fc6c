//! Says who stands over a section.

use content::ids::{ArticleId, PersonId, SectionId};
use serde_json::json;
use storage::{contributors, drafts, persons};

use super::{bring_back_to_review, open_for_editing};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// The most names over one section.
const MOST: usize = 12;

/// Replaces the names over a section, in the order printed; each person once.
pub async fn set_contributors(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    section: SectionId,
    over: &[PersonId],
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    let mut names: Vec<PersonId> = Vec::new();
    for person in persons::identities(&tx, over).await? {
        persons::find(&tx, person).await?.ok_or(Refusal::NotFound)?;
        if !names.contains(&person) {
            names.push(person);
        }
    }
    if names.len() > MOST {
        return Err(Refusal::field(
            "contributors",
            "too_many",
            "Twelve names are the most.",
        ));
    }
    contributors::set(&tx, section, &names).await?;
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    let subject =
        Subject::article(article).with(json!({ "section": section, "contributors": names }));
    record(desk, &tx, caller, "set_contributors", subject).await?;
    tx.commit().await?;
    Ok(())
}
