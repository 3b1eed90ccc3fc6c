//! Brings earlier words of a draft back.

use content::clean_html::{FORMAT, POLICY, sanitize};
use content::digest::Digest;
use content::ids::{ArticleId, KeptTextId, SaveId};
use serde_json::json;
use storage::Transaction;
use storage::drafts::{self, DraftHead, DraftSection, Saved};
use storage::kept_texts::{self, KeptWords, Why};

use super::add_section::{MOST, too_many};
use super::replay::{Replay, replay};
use super::section_words::unclean;
use super::{
    ArticleFile, bring_back_to_review, kept_text, open_for_editing, save_head, save_section,
};
use crate::record::{Subject, record};
use crate::{Caller, Desk, Refusal};

/// Puts earlier words where they belong, if `based_on` is the version stored there; a section
/// that was taken out is added again at the end. What stands there now is kept in its turn.
pub async fn bring_back(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    id: KeptTextId,
    based_on: i64,
    save: SaveId,
) -> Result<Saved, Refusal> {
    let tx = desk.storage.begin().await?;
    let mut file = open_for_editing(desk, &tx, caller, article).await?;
    let kept = kept_text::find(&tx, caller, article, id).await?;
    let subject = kept.words.section().map_or(article.0, |section| section.0);
    let name = Digest::of(id.to_string().as_bytes());
    match replay(&tx, save, subject, name).await? {
        Replay::Same(saved) => return Ok(saved),
        Replay::OtherWords => {
            return Err(Refusal::Conflict(
                "Other words were brought back a moment ago. Look at the text, then decide."
                    .to_owned(),
            ));
        }
        Replay::First => {}
    }
    let section = kept.words.section();
    let saved = match kept.words {
        KeptWords::Head {
            title,
            summary,
            question,
        } => {
            let words = DraftHead {
                version: based_on + 1,
                title,
                summary,
                question,
                saved_at: desk.now(),
                saved_by: caller.person(),
            };
            put_head(&tx, caller, &file, words).await?
        }
        words @ KeptWords::Section { .. } => {
            put_section(desk, &tx, caller, &file, words, based_on).await?
        }
    };
    bring_back_to_review(desk, &tx, caller, &mut file).await?;
    let subject_of = Subject::article(article).with(json!({ "section": section, "from": id }));
    record(desk, &tx, caller, "bring_back", subject_of).await?;
    drafts::remember_save(&tx, save, subject, name, saved).await?;
    tx.commit().await?;
    Ok(saved)
}

async fn put_head(
    tx: &Transaction,
    caller: &Caller,
    file: &ArticleFile,
    words: DraftHead,
) -> Result<Saved, Refusal> {
    let article = file.article.id;
    let stored = file.head(tx).await?;
    if stored.version + 1 != words.version {
        return Err(save_head::stale(tx, caller, &stored).await?);
    }
    kept_texts::keep(tx, &stored.kept(article, Why::Replaced, words.saved_at)).await?;
    if !drafts::save_head(tx, article, &words).await? {
        return Err(save_head::stale(tx, caller, &stored).await?);
    }
    Ok(Saved {
        version: words.version,
        saved_at: words.saved_at,
    })
}

async fn put_section(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    file: &ArticleFile,
    words: KeptWords,
    based_on: i64,
) -> Result<Saved, Refusal> {
    let article = file.article.id;
    let KeptWords::Section {
        id: section,
        body_html,
        images,
        references,
    } = words
    else {
        return Err(Refusal::NotFound);
    };
    // The policy may have become stricter since these words were saved.
    let cleaned = sanitize(&body_html).map_err(unclean)?;
    let (stored, removed_at) = drafts::section_or_removed(tx, article, section)
        .await?
        .ok_or(Refusal::NotFound)?;
    if stored.version != based_on {
        return Err(save_section::stale(tx, caller, &stored).await?);
    }
    if removed_at.is_some() {
        let present = drafts::sections(tx, article).await?;
        if present.len() >= MOST {
            return Err(too_many());
        }
        let position = present.last().map_or(0, |last| last.position + 1);
        drafts::return_section(tx, section, position).await?;
    }
    kept_texts::keep(tx, &stored.kept(Why::Replaced, desk.now())).await?;
    let next = DraftSection {
        version: stored.version + 1,
        format: format!("{FORMAT}/{POLICY}"),
        body_html: cleaned.html.as_str().to_owned(),
        images,
        references,
        saved_at: desk.now(),
        saved_by: caller.person(),
        ..stored.clone()
    };
    if !drafts::save_section(tx, &next).await? {
        return Err(save_section::stale(tx, caller, &stored).await?);
    }
    Ok(Saved {
        version: next.version,
        saved_at: next.saved_at,
    })
}
