//! A save that comes once more, because its answer was lost.

use content::digest::Digest;
use content::ids::SaveId;
use storage::Transaction;
use storage::drafts::{self, Saved};

use crate::Refusal;

/// What is known of a save of some name.
pub(super) enum Replay {
    /// Nothing: it is the first time.
    First,
    /// The same words were saved under it; this was the answer.
    Same(Saved),
    /// Other words were saved under it. These were not, and nobody may be told that they were.
    OtherWords,
}

/// Looks a save up by its name and the digest of its words.
pub(super) async fn replay(
    tx: &Transaction,
    save: SaveId,
    subject: uuid::Uuid,
    words: Digest,
) -> Result<Replay, Refusal> {
    let Some(earlier) = drafts::find_save(tx, save).await? else {
        return Ok(Replay::First);
    };
    let is_same = earlier
        .digest
        .is_none_or(|digest| digest == words.to_string());
    Ok(if earlier.subject == subject && is_same {
        Replay::Same(earlier.saved)
    } else {
        Replay::OtherWords
    })
}
