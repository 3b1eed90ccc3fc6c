//! The comments beside a text, with the answers to each.

use content::ids::{ArticleId, CommentId, PersonId, SectionId};
use storage::comments::{self, Comment, CommentWords};
use storage::persons;
use time::OffsetDateTime;

use crate::people::{PersonRef, refs};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// A comment as screens show it.
#[derive(Clone, Debug)]
pub struct CommentView {
    /// Its lasting name.
    pub id: CommentId,
    /// The section it is about.
    pub section: SectionId,
    /// Who wrote it here.
    pub person: Option<PersonRef>,
    /// Who wrote it, as the document says that it came with.
    pub author_name: Option<String>,
    /// What it says; `None` when that was taken away and the answers stayed.
    pub words: Option<CommentWords>,
    /// When it was written: as its document says, else when it was added.
    pub at: OffsetDateTime,
    /// Since when it is settled.
    pub resolved_at: Option<OffsetDateTime>,
    /// Who settled it.
    pub resolved_by: Option<PersonRef>,
    /// Whether the caller wrote it, and may take it away.
    pub mine: bool,
    /// The answers to it, oldest first; they have none.
    pub answers: Vec<CommentView>,
}

/// The comments of an article: open ones first, the oldest of each first. Those taken away are
/// left out, unless somebody answered them.
pub async fn list_comments(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<Vec<CommentView>, Refusal> {
    let tx = desk.storage.look().await?;
    ArticleFile::look(&tx, caller, article, Act::Comment).await?;
    let all = comments::list(&tx, article).await?;
    let ids: Vec<PersonId> = all
        .iter()
        .flat_map(|one| [one.person, one.resolved_by])
        .flatten()
        .collect();
    let identities = persons::identities(&tx, &ids).await?;
    let known = refs(&tx, &ids).await?;
    let who = |id: Option<PersonId>| {
        let at = ids.iter().position(|one| Some(*one) == id)?;
        known.iter().find(|one| one.id == identities[at]).cloned()
    };
    let view = |one: &Comment| {
        let person = who(one.person);
        CommentView {
            id: one.id,
            section: one.section_id,
            mine: person.is_some() && person.as_ref().map(|one| one.id) == caller.person(),
            person,
            author_name: one.author_name.clone(),
            words: one.words.clone(),
            at: one.written_at.unwrap_or(one.added_at),
            resolved_at: one.resolved_at,
            resolved_by: who(one.resolved_by),
            answers: Vec::new(),
        }
    };
    let mut shown: Vec<CommentView> = all
        .iter()
        .filter(|one| one.parent.is_none())
        .map(|one| CommentView {
            answers: all
                .iter()
                .filter(|answer| answer.parent == Some(one.id) && answer.words.is_some())
                .map(view)
                .collect(),
            ..view(one)
        })
        .filter(|one| one.words.is_some() || !one.answers.is_empty())
        .collect();
    shown.sort_by_key(|one| one.resolved_at.is_some());
    Ok(shown)
}
