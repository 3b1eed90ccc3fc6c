//! Saves the words of one section.

use content::clean_html::{FORMAT, POLICY};
use content::ids::{ArticleId, SaveId, SectionId};
use storage::Transaction;
use storage::drafts::{self, DraftSection, Saved};

use super::replay::{Replay, replay};
use super::section_words::{SectionInput, SectionWords};
use super::{bring_back_to_review, open_for_editing};
use crate::{Caller, CurrentText, Desk, Refusal};

/// The answer to a save: what is stored now.
#[derive(Clone, Debug)]
pub struct SavedSection {
    /// The version and when it was made.
    pub saved: Saved,
    /// What is stored, and what could not be kept.
    pub words: SectionWords,
}

/// Saves a section, if `based_on` is the version stored; a save of the same name and words is
/// answered as it was the first time. The words are cleaned; whatever is dropped is told.
pub async fn save_section(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    section: SectionId,
    based_on: i64,
    save: SaveId,
    typed: impl Into<SectionInput>,
) -> Result<SavedSection, Refusal> {
    let cleaned = typed.into().clean()?;

    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    let stored = drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    let words = cleaned.beside(&tx, &stored).await?;
    match replay(&tx, save, section.0, words.digest()).await? {
        Replay::Same(saved) => return Ok(SavedSection { saved, words }),
        Replay::OtherWords => return Err(stale(&tx, caller, &stored).await?),
        Replay::First => {}
    }
    if stored.version != based_on {
        return Err(stale(&tx, caller, &stored).await?);
    }
    let next = words.in_place_of(&stored);
    let saved = if stored.same_words(&next) {
        Saved {
            version: stored.version,
            saved_at: stored.saved_at,
        }
    } else {
        let next = DraftSection {
            version: stored.version + 1,
            format: format!("{FORMAT}/{POLICY}"),
            saved_at: desk.now(),
            saved_by: caller.person(),
            ..next
        };
        if !drafts::save_section(&tx, &next).await? {
            return Err(stale(&tx, caller, &stored).await?);
        }
        bring_back_to_review(desk, &tx, caller, &mut file).await?;
        Saved {
            version: next.version,
            saved_at: next.saved_at,
        }
    };
    drafts::remember_save(&tx, save, section.0, words.digest(), saved).await?;
    tx.commit().await?;
    Ok(SavedSection { saved, words })
}

pub(super) async fn stale(
    tx: &Transaction,
    caller: &Caller,
    stored: &DraftSection,
) -> Result<Refusal, Refusal> {
    Ok(Refusal::Stale(Box::new(CurrentText {
        version: stored.version,
        saved_at: Some(stored.saved_at),
        saved_by: super::open_draft::name_of(tx, stored.saved_by).await?,
        saved_by_caller: super::open_draft::is_caller(tx, caller, stored.saved_by).await?,
        body_html: Some(stored.body_html.clone()),
        images: Some(stored.images.clone()),
        references: Some(stored.references.clone()),
        ..CurrentText::default()
    })))
}
