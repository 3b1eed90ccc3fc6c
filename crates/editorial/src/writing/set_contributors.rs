//! Says who stands over a section.

use content::byline::ContributorRole;
use content::ids::{ArticleId, PersonId, SectionId};
use serde_json::json;
use storage::contributors::{self, Contributor};
use storage::{Transaction, drafts, persons};

use super::{bring_back_to_review, open_for_editing};
use crate::people::printed;
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// The most names over one section.
const MOST: usize = 12;

/// Replaces the names over a section, in the order printed; each person once. Authors stand
/// before the others, and a text that has a name over it has an author.
pub async fn set_contributors(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    section: SectionId,
    over: &[Contributor],
) -> Result<(), Refusal> {
    few_enough(over.len())?;
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    let over = named(&tx, over).await?;
    contributors::set(&tx, section, &over).await?;
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    let names: Vec<PersonId> = over.iter().map(|one| one.person).collect();
    let roles: Vec<ContributorRole> = over.iter().map(|one| one.role).collect();
    let subject = Subject::article(article)
        .with(json!({ "section": section, "contributors": names, "roles": roles }));
    record(desk, &tx, caller, "set_contributors", subject).await?;
    tx.commit().await?;
    Ok(())
}

/// Refuses more names than may stand over a section, before any of them is looked up.
pub(crate) fn few_enough(over: usize) -> Result<(), Refusal> {
    if over > MOST {
        return Err(Refusal::field(
            "contributors",
            "too_many",
            "Twelve names are the most.",
        ));
    }
    Ok(())
}

/// These persons as authors.
pub(crate) fn authors(persons: &[PersonId]) -> Vec<Contributor> {
    persons.iter().copied().map(Contributor::from).collect()
}

/// These contributors in the order printed, merged persons as one, each once.
pub(crate) async fn named(
    tx: &Transaction,
    over: &[Contributor],
) -> Result<Vec<Contributor>, Refusal> {
    let names = printed(tx, over).await?;
    for name in &names {
        if persons::find(tx, name.person).await?.is_none() {
            return Err(Refusal::field(
                "contributors",
                "unknown_person",
                "One of these persons is not known here. Choose from the list, or type a name.",
            ));
        }
    }
    if names.first().is_some_and(|first| !first.role.is_author()) {
        return Err(Refusal::field(
            "contributors",
            "no_author",
            "Nobody would stand over this text as its author. Nothing was changed. Say first who \
             wrote it.",
        ));
    }
    Ok(names)
}
