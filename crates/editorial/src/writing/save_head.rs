//! Saves title, summary and question.

use content::article::Kind;
use content::digest::Digest;
use content::draft::{HeadDraft, HeadInput};
use content::ids::{ArticleId, SaveId};
use storage::Transaction;
use storage::drafts::{self, DraftHead, Saved};

use super::file::head_draft;
use super::replay::{Replay, replay};
use super::{bring_back_to_review, open_for_editing};
use crate::{Caller, CurrentText, Desk, Refusal};

/// Saves the head, if `based_on` is the version stored; a save of the same name and words is
/// answered as it was the first time.
pub async fn save_head(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    based_on: i64,
    save: SaveId,
    input: HeadInput,
) -> Result<Saved, Refusal> {
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    let mut typed = input.parse().map_err(Refusal::Invalid)?;
    typed.question =
        (file.article.kind == Kind::ExpertAnswers).then(|| typed.question.unwrap_or_default());
    let words = digest_of(&typed);
    let stored = file.head(&tx).await?;
    match replay(&tx, save, article.0, words).await? {
        Replay::Same(saved) => return Ok(saved),
        Replay::OtherWords => return Err(stale(&tx, caller, &stored).await?),
        Replay::First => {}
    }
    if stored.version != based_on {
        return Err(stale(&tx, caller, &stored).await?);
    }

    let saved = if typed == head_draft(&stored) {
        Saved {
            version: stored.version,
            saved_at: stored.saved_at,
        }
    } else {
        let next = DraftHead {
            version: stored.version + 1,
            title: typed.title,
            summary: typed.summary,
            question: typed.question,
            saved_at: desk.now(),
            saved_by: caller.person(),
        };
        if !drafts::save_head(&tx, article, &next).await? {
            return Err(stale(&tx, caller, &stored).await?);
        }
        bring_back_to_review(desk, &tx, caller, &mut file).await?;
        Saved {
            version: next.version,
            saved_at: next.saved_at,
        }
    };
    drafts::remember_save(&tx, save, article.0, words, saved).await?;
    tx.commit().await?;
    Ok(saved)
}

fn digest_of(words: &HeadDraft) -> Digest {
    Digest::of(
        serde_json::json!([words.title, words.summary, words.question])
            .to_string()
            .as_bytes(),
    )
}

pub(super) async fn stale(
    tx: &Transaction,
    caller: &Caller,
    stored: &DraftHead,
) -> Result<Refusal, Refusal> {
    Ok(Refusal::Stale(Box::new(CurrentText {
        version: stored.version,
        saved_at: Some(stored.saved_at),
        saved_by: super::open_draft::name_of(tx, stored.saved_by).await?,
        saved_by_caller: super::open_draft::is_caller(tx, caller, stored.saved_by).await?,
        title: Some(stored.title.clone()),
        summary: Some(stored.summary.clone()),
        question: stored.question.clone(),
        ..CurrentText::default()
    })))
}
