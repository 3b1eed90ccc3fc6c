//! Shows earlier words of a draft.

use content::ids::{ArticleId, KeptTextId, SectionId};
use storage::Transaction;
use storage::drafts;
use storage::kept_texts::{self, KeptText, KeptWords};

use super::ArticleFile;
use super::own_words::OwnWords;
use crate::people::{PersonRef, one};
use crate::{Act, Caller, Desk, Refusal};

/// Earlier words, and where they belong.
#[derive(Clone, Debug)]
pub struct KeptTextView {
    /// The words, when they were saved, and why they were kept.
    pub kept: KeptText,
    /// Who saved them.
    pub saved_by: Option<PersonRef>,
    /// Where they belong now.
    pub place: Place,
    /// The version there now: what bringing them back is based on.
    pub based_on: i64,
}

/// Where earlier words belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Title, summary and question.
    Head,
    /// A section, counted from 1.
    Section(SectionId, u32),
    /// A section that was taken out.
    Removed(SectionId),
}

/// The earlier words of this name, for whoever may read the draft and see them.
pub async fn kept_text(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    id: KeptTextId,
) -> Result<KeptTextView, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let kept = find(&tx, caller, article, id).await?;
    let (place, based_on) = match kept.words {
        KeptWords::Head { .. } => (Place::Head, file.head(&tx).await?.version),
        KeptWords::Section { id, .. } => place_of(&tx, article, id).await?,
    };
    let saved_by = match kept.saved_by {
        Some(person) => Some(one(&tx, person).await?),
        None => None,
    };
    Ok(KeptTextView {
        kept,
        saved_by,
        place,
        based_on,
    })
}

pub(super) async fn find(
    tx: &Transaction,
    caller: &Caller,
    article: ArticleId,
    id: KeptTextId,
) -> Result<KeptText, Refusal> {
    let kept = kept_texts::find(tx, article, id)
        .await?
        .ok_or(Refusal::NotFound)?;
    let own = OwnWords::of(tx, caller, article).await?;
    own.shows(tx, &kept)
        .await?
        .then_some(kept)
        .ok_or(Refusal::NotFound)
}

async fn place_of(
    tx: &Transaction,
    article: ArticleId,
    id: SectionId,
) -> Result<(Place, i64), Refusal> {
    for (position, section) in (1..).zip(drafts::sections(tx, article).await?) {
        if section.id == id {
            return Ok((Place::Section(id, position), section.version));
        }
    }
    let (removed, _) = drafts::section_or_removed(tx, article, id)
        .await?
        .ok_or(Refusal::NotFound)?;
    Ok((Place::Removed(id), removed.version))
}
