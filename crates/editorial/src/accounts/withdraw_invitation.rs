//! Taking back an invitation that nobody has accepted.

use content::ids::ArticleId;
use serde_json::json;
use storage::links::{self, Purpose};
use storage::{accounts, invitations};
use uuid::Uuid;

use super::invitations::of_writer;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Takes an invitation back: its link opens nothing any more, and nobody can sign in with the
/// account that was made for it. The name stays over the text.
pub async fn withdraw_invitation(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    id: Uuid,
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::Edit).await?;
    let invitation = invitations::list(&tx, article)
        .await?
        .into_iter()
        .find(|one| one.id == id)
        .ok_or(Refusal::NotFound)?;
    let account = accounts::find_locked(&tx, invitation.account_id)
        .await?
        .ok_or(Refusal::NotFound)?;
    if !of_writer(&account) {
        return Err(Refusal::Conflict(
            "This invitation was accepted, so it cannot be taken back. An owner can close the \
             account."
                .to_owned(),
        ));
    }
    if invitation.withdrawn_at.is_some() {
        return Ok(());
    }
    let taken_back = invitations::Invitation {
        withdrawn_at: Some(desk.now()),
        ..invitation
    };
    invitations::put(&tx, &taken_back).await?;
    links::end_unused(&tx, Purpose::Invite, Some(account.id), desk.now()).await?;
    let subject = Subject::article(article)
        .with(json!({ "person": account.person_id, "account": account.id }));
    record(desk, &tx, caller, "withdraw_invitation", subject).await?;
    let others = invitations::list_of_account(&tx, account.id).await?;
    if others.iter().all(|one| one.withdrawn_at.is_some()) {
        accounts::set_disabled(&tx, account.id, Some(desk.now())).await?;
    }
    tx.commit().await?;
    Ok(())
}
