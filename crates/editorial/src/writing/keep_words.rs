//! Keeps words that were not chosen, where two people had changed one part.

use content::draft::HeadInput;
use content::ids::{ArticleId, KeptTextId, SectionId};
use storage::drafts;
use storage::kept_texts::{self, KeptText, KeptWords, Why};

use super::section_words::SectionInput;
use super::{ArticleFile, open_for_editing};
use crate::{Caller, Desk, Refusal};

/// Words that stood beside the ones chosen.
#[derive(Clone, Debug)]
pub enum Unchosen {
    /// Of the head.
    Head(HeadInput),
    /// Of a section.
    Section {
        /// Which.
        id: SectionId,
        /// As typed.
        typed: SectionInput,
    },
}

/// Keeps words in the history and changes nothing else. Where they are the ones stored, they
/// are kept as such; words kept before keep their name.
pub async fn keep_words(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    unchosen: Unchosen,
) -> Result<KeptTextId, Refusal> {
    let tx = desk.storage.begin().await?;
    let file = open_for_editing(desk, &tx, caller, article).await?;
    let (words, stored) = match unchosen {
        Unchosen::Head(input) => head(desk, &tx, &file, input).await?,
        Unchosen::Section { id, typed } => {
            let stored = drafts::section(&tx, article, id)
                .await?
                .ok_or(Refusal::NotFound)?;
            let words = typed.clean()?.beside(&tx, &stored).await?.kept(&stored);
            (words, stored.kept(Why::NotChosen, desk.now()))
        }
    };
    let known = kept_texts::list(&tx, article).await?;
    if let Some(known) = known.iter().find(|one| one.words == words) {
        return Ok(known.id);
    }
    let kept = if stored.words == words {
        stored
    } else {
        KeptText {
            version: None,
            words,
            saved_at: desk.now(),
            saved_by: caller.person(),
            ..stored
        }
    };
    let id = kept_texts::keep(&tx, &kept).await?;
    tx.commit().await?;
    Ok(id)
}

async fn head(
    desk: &Desk,
    tx: &storage::Transaction,
    file: &ArticleFile,
    input: HeadInput,
) -> Result<(KeptWords, KeptText), Refusal> {
    let typed = input.parse().map_err(Refusal::Invalid)?;
    let stored = file.head(tx).await?;
    let question = stored
        .question
        .as_ref()
        .map(|_| typed.question.unwrap_or_default());
    let words = KeptWords::Head {
        title: typed.title,
        summary: typed.summary,
        question,
    };
    Ok((
        words,
        stored.kept(file.article.id, Why::NotChosen, desk.now()),
    ))
}
