//! Saves what the contributors of a section have answered so far.

use content::declaration::{Answer, Declarations};
use content::draft::{FieldError, plain_text};
use content::ids::{ArticleId, SectionId};
use storage::drafts::{self, DraftSection, Saved};

use super::save_section::stale;
use super::{bring_back_to_review, open_for_editing};
use crate::{Caller, Desk, Refusal};

/// The longest answer, in characters.
const LONGEST: usize = 1000;

/// Saves the answers, if `based_on` is the version stored.
pub async fn save_declarations(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    section: SectionId,
    based_on: i64,
    declarations: Declarations,
) -> Result<Saved, Refusal> {
    let declarations = plain(declarations)?;
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    let stored = drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    if stored.version != based_on {
        return Err(stale(&tx, caller, &stored).await?);
    }
    if stored.declarations == declarations {
        return Ok(Saved {
            version: stored.version,
            saved_at: stored.saved_at,
        });
    }
    let next = DraftSection {
        version: stored.version + 1,
        declarations,
        saved_at: desk.now(),
        saved_by: caller.person(),
        ..stored.clone()
    };
    if !drafts::save_section(&tx, &next).await? {
        return Err(stale(&tx, caller, &stored).await?);
    }
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    tx.commit().await?;
    Ok(Saved {
        version: next.version,
        saved_at: next.saved_at,
    })
}

/// The answers as plain text within their limits; a yes needs its details.
pub(crate) fn plain(declarations: Declarations) -> Result<Declarations, Refusal> {
    let mut errors = Vec::new();
    let mut settle = |field: &str, answer: Answer| match answer {
        Answer::Yes { details } => {
            let details = plain_text(&details);
            if details.is_empty() {
                errors.push(FieldError {
                    field: field.to_owned(),
                    code: "no_details",
                    detail: "Add a few words to your yes.".to_owned(),
                });
            } else if details.chars().count() > LONGEST {
                errors.push(FieldError {
                    field: field.to_owned(),
                    code: "too_long",
                    detail: format!("Please keep this answer under {LONGEST} characters."),
                });
            }
            Answer::Yes { details }
        }
        other => other,
    };
    let settled = Declarations {
        interests: settle("interests", declarations.interests),
        sponsorship: settle("sponsorship", declarations.sponsorship),
        ai_assistance: settle("ai_assistance", declarations.ai_assistance),
        published_before: settle("published_before", declarations.published_before),
        case_material: settle("case_material", declarations.case_material),
    };
    if errors.is_empty() {
        Ok(settled)
    } else {
        Err(Refusal::Invalid(errors))
    }
}
