//! Whose earlier words are whose to see.

use content::ids::{ArticleId, PersonId};
use storage::kept_texts::KeptText;
use storage::{Transaction, persons, revisions};
use time::OffsetDateTime;

use crate::{Caller, Refusal};

/// Decides which earlier words somebody may see. What a writer replaced before the text was
/// first given to anybody is that writer's alone: a detail of a client that was typed and taken
/// out again was never meant for editors or co-authors.
pub(super) struct OwnWords {
    /// When the text was first frozen; `None` while it never was.
    given_at: Option<OffsetDateTime>,
    viewer: Option<PersonId>,
}

impl OwnWords {
    pub(super) async fn of(
        tx: &Transaction,
        caller: &Caller,
        article: ArticleId,
    ) -> Result<Self, Refusal> {
        let frozen = revisions::list(tx, article).await?;
        let viewer = match caller.person() {
            Some(person) => Some(persons::find_identity(tx, person).await?),
            None => None,
        };
        Ok(Self {
            given_at: frozen.last().map(|(.., at)| *at),
            viewer,
        })
    }

    /// Whether these words may be seen.
    pub(super) async fn shows(&self, tx: &Transaction, kept: &KeptText) -> Result<bool, Refusal> {
        if self
            .given_at
            .is_some_and(|given_at| kept.kept_at >= given_at)
        {
            return Ok(true);
        }
        Ok(match kept.saved_by {
            Some(writer) => Some(persons::find_identity(tx, writer).await?) == self.viewer,
            None => true,
        })
    }
}
