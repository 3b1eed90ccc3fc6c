//! Saves the words of one section.

use content::clean_html::{Dropped, FORMAT, POLICY, Unclean, sanitize};
use content::digest::Digest;
use content::ids::{ArticleId, SaveId, SectionId};
use storage::Transaction;
use storage::drafts::{self, DraftSection, Saved};

use super::replay::{Replay, replay};
use super::{bring_back_to_review, open_for_editing};
use crate::{Caller, CurrentText, Desk, Refusal};

/// The answer to a save: what is stored now.
#[derive(Clone, Debug)]
pub struct SavedSection {
    /// The version and when it was made.
    pub saved: Saved,
    /// The words as cleaned.
    pub body_html: String,
    /// What could not be kept, in plain words.
    pub dropped: Vec<Dropped>,
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
    body_html: &str,
) -> Result<SavedSection, Refusal> {
    let cleaned = sanitize(body_html).map_err(unclean)?;
    let body = cleaned.html.as_str();

    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    let stored = drafts::section(&tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    let words = Digest::of(body.as_bytes());
    match replay(&tx, save, section.0, words).await? {
        Replay::Same(saved) => {
            return Ok(SavedSection {
                saved,
                body_html: body.to_owned(),
                dropped: cleaned.dropped,
            });
        }
        Replay::OtherWords => return Err(stale(&tx, caller, &stored).await?),
        Replay::First => {}
    }
    if stored.version != based_on {
        return Err(stale(&tx, caller, &stored).await?);
    }
    let saved = if stored.body_html == body {
        Saved {
            version: stored.version,
            saved_at: stored.saved_at,
        }
    } else {
        let next = DraftSection {
            version: stored.version + 1,
            format: format!("{FORMAT}/{POLICY}"),
            body_html: body.to_owned(),
            saved_at: desk.now(),
            saved_by: caller.person(),
            ..stored.clone()
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
    drafts::remember_save(&tx, save, section.0, words, saved).await?;
    tx.commit().await?;
    Ok(SavedSection {
        saved,
        body_html: body.to_owned(),
        dropped: cleaned.dropped,
    })
}

pub(super) fn unclean(error: Unclean) -> Refusal {
    match error {
        Unclean::TooLong { .. } => Refusal::TooLarge(
            "This text is too large to save. Your words are still on this screen. Large \
             pictures pasted into the text are the usual reason."
                .to_owned(),
        ),
        Unclean::Unsettled => Refusal::field(
            "body_html",
            "unclean",
            "We could not read the layout of this text. Paste it again as plain text; your \
             words are still on this screen.",
        ),
    }
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
        ..CurrentText::default()
    })))
}
