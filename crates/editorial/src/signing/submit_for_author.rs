//! An editor gives in a text that came from its author, who has no account: by mail, on paper.

use content::ids::{ArticleId, PersonId};
use serde_json::json;
use storage::revisions::Occasion;
use storage::{Transaction, accounts, contributors, drafts, persons};

use super::freeze::freeze;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Submits a draft that the caller began for somebody without an account. That it came from
/// its author is recorded; what authors say of their own work is not said for them, and they
/// sign the proof like everybody.
///
/// The text is frozen as the editor typed it, so that its author is later shown what changed
/// since. The author has seen none of it here: only what authors submit themselves counts as seen.
pub async fn submit_for_author(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<(), Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::SubmitForAuthor).await?;
    let next = file
        .candidate("submit")?
        .submit(signed_in.person, desk.now())?;
    let authors = authors_without_account(&tx, caller, &file)
        .await?
        .ok_or_else(|| {
            Refusal::NotAllowed(
                "You submit a text for somebody only if you began it for them and they have no \
                 account. Its authors can submit it themselves."
                    .to_owned(),
            )
        })?;
    file.check(desk, &tx).await?;
    let frozen = freeze(desk, &tx, &file, signed_in.person, Occasion::Submission).await?;
    file.put(desk, &tx, next).await?;
    let subject = Subject::article(article)
        .on(frozen.revision_digest)
        .with(json!({ "came_from": authors }));
    record(desk, &tx, caller, "submit_for_author", subject).await?;
    tx.commit().await?;
    Ok(())
}

/// Who stands over the draft, if the caller began it for them and none of them has an account.
pub(crate) async fn authors_without_account(
    tx: &Transaction,
    caller: &Caller,
    file: &ArticleFile,
) -> Result<Option<Vec<PersonId>>, Refusal> {
    let (Some(creator), Some(me)) = (file.article.created_by, caller.person()) else {
        return Ok(None);
    };
    if persons::find_identity(tx, creator).await? != me {
        return Ok(None);
    }
    let ids: Vec<_> = drafts::sections(tx, file.article.id)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let over: Vec<PersonId> = contributors::of_sections(tx, &ids)
        .await?
        .into_iter()
        .map(|(_, person)| person)
        .collect();
    let mut authors = persons::identities(tx, &over).await?;
    authors.sort_unstable();
    authors.dedup();
    let held = accounts::list_by_persons(tx, &authors).await?;
    Ok(held.is_empty().then_some(authors))
}
