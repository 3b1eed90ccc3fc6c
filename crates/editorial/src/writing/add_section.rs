//! Adds an answer for one more clinician.

use content::article::Kind;
use content::ids::{ArticleId, PersonId, SectionId};
use serde_json::json;
use storage::drafts;

use super::begin_article::insert_section;
use super::set_contributors::{authors, few_enough, named};
use super::{bring_back_to_review, open_for_editing};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// The most sections an article may have.
pub(super) const MOST: usize = 30;

/// The refusal of one more.
pub(super) fn too_many() -> Refusal {
    Refusal::Conflict("Thirty answers are the most we can take.".to_owned())
}

/// Adds an empty section at the end, under these names.
pub async fn add_section(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    contributors: &[PersonId],
) -> Result<SectionId, Refusal> {
    few_enough(contributors.len())?;
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    if file.article.kind == Kind::Article {
        return Err(Refusal::Conflict(
            "An article has one text. For several answers, begin a question with answers."
                .to_owned(),
        ));
    }
    let sections = drafts::sections(&tx, article).await?;
    if sections.len() >= MOST {
        return Err(too_many());
    }
    let contributors = named(&tx, &authors(contributors)).await?;
    let position = sections.last().map_or(0, |last| last.position + 1);
    let id = insert_section(desk, &tx, article, position, &contributors, caller.person()).await?;
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    let subject = Subject::article(article).with(json!({ "section": id }));
    record(desk, &tx, caller, "add_section", subject).await?;
    tx.commit().await?;
    Ok(id)
}
