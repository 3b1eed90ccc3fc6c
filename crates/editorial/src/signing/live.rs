//! What readers have of an article, with its text and names.

use content::disclaimer::Mode;
use content::ids::{ArticleId, PersonId};
use content::lifecycle::PublicCopy;
use storage::Transaction;
use storage::publications::{self, StoredPublicCopy, StoredPublication};
use storage::revisions::{self, Revision};

use crate::Refusal;

/// The present publication of an article, or the one that was withdrawn last.
pub(crate) struct Live {
    pub(crate) copy: StoredPublicCopy,
    pub(crate) publication: StoredPublication,
    pub(crate) revision: Revision,
}

impl Live {
    pub(crate) async fn find(
        tx: &Transaction,
        article: ArticleId,
    ) -> Result<Option<Self>, Refusal> {
        let Some(copy) = publications::find_copy(tx, article).await? else {
            return Ok(None);
        };
        let publication = publications::find(tx, article, copy.publication_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let revision = revisions::find(tx, publication.revision_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        Ok(Some(Self {
            copy,
            publication,
            revision,
        }))
    }

    /// Whether readers can read it now.
    pub(crate) const fn is_read(&self) -> bool {
        matches!(
            self.copy.state,
            PublicCopy::Live { .. } | PublicCopy::UnderConcern { .. }
        )
    }

    /// Whether a person stands over a part of it, merged persons counted as one.
    pub(crate) fn is_by(&self, person: PersonId) -> bool {
        self.revision.contributors().contains(&person)
    }

    /// Whether editors changed it without this person, whose name stands over it.
    pub(crate) fn is_amended_text_of(&self, person: PersonId) -> bool {
        self.is_read() && self.publication.mode == Mode::Amended && self.is_by(person)
    }
}
