//! Begins the successor of a live text, or another try after a no.

use content::ids::ArticleId;
use content::lifecycle::{Candidate, WrongState};
use storage::joint_acts::{self, Act as Joint};

use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal, Relation};

/// Opens the article for a new text; what is live stays live. A contributor begins with a
/// draft, an editor with a review.
pub async fn revise(desk: &Desk, caller: &Caller, article: ArticleId) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Revise).await?;
    match &file.candidate {
        None | Some(Candidate::Declined { .. }) => {}
        Some(other) => {
            return Err(WrongState {
                act: "revise",
                state: other.state(),
            }
            .into());
        }
    }
    if joint_acts::newest_joined(&tx, article, Joint::Erase)
        .await?
        .is_some()
    {
        return Err(Refusal::WrongState(
            "This article was erased, so nothing can be written on from it. Begin a new one."
                .to_owned(),
        ));
    }
    let next = match file.relation {
        Relation::Contributor => Candidate::Draft,
        Relation::Published | Relation::Other => Candidate::InReview {
            by: signed_in.person,
            at: desk.now(),
        },
    };
    file.put(desk, &tx, next).await?;
    record(desk, &tx, caller, "revise", Subject::article(article)).await?;
    tx.commit().await?;
    Ok(())
}
