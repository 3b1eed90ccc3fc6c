//! Says who stands over a section.

use content::ids::{ArticleId, PersonId, SectionId};
use serde_json::json;
use storage::{Transaction, contributors, drafts, persons};

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
    few_enough(over)?;
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    let names = named(&tx, over).await?;
    contributors::set(&tx, section, &names).await?;
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    let subject =
        Subject::article(article).with(json!({ "section": section, "contributors": names }));
    record(desk, &tx, caller, "set_contributors", subject).await?;
    tx.commit().await?;
    Ok(())
}

/// Refuses more names than may stand over a section, before any of them is looked up.
pub(super) fn few_enough(over: &[PersonId]) -> Result<(), Refusal> {
    if over.len() > MOST {
        return Err(Refusal::field(
            "contributors",
            "too_many",
            "Twelve names are the most.",
        ));
    }
    Ok(())
}

/// These persons, merged ones as one, each once.
pub(super) async fn named(tx: &Transaction, over: &[PersonId]) -> Result<Vec<PersonId>, Refusal> {
    let mut names: Vec<PersonId> = Vec::new();
    for person in persons::identities(tx, over).await? {
        if names.contains(&person) {
            continue;
        }
        if persons::find(tx, person).await?.is_none() {
            return Err(Refusal::field(
                "contributors",
                "unknown_person",
                "One of these persons is not known here. Choose from the list, or type a name.",
            ));
        }
        names.push(person);
    }
    Ok(names)
}
