//! The invitations to an article: sent to whom, when, and what came of them.

use content::ids::{ArticleId, PersonId, SectionId};
use storage::accounts::{self, Account, Role};
use storage::links;
use storage::{contributors, drafts, invitations as stored};
use time::OffsetDateTime;
use uuid::Uuid;

use super::invite_to_write::may_choose_address;
use crate::people::{PersonRef, one, refs};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// Who was invited, and who can be.
#[derive(Clone, Debug)]
pub struct Invitations {
    /// Oldest first.
    pub sent: Vec<InvitationView>,
    /// Whose name stands over a text, and who has no account.
    pub can_be_invited: Vec<PersonRef>,
}

/// One invitation as those who write the article see it.
#[derive(Clone, Debug)]
pub struct InvitationView {
    /// Its lasting name.
    pub id: Uuid,
    /// To whom.
    pub person: PersonRef,
    /// The whole address, for editors and for who sent it; else its beginning and its house.
    pub address: String,
    /// Who sent it last.
    pub invited_by: PersonRef,
    /// When it was sent last.
    pub sent_at: OffsetDateTime,
    /// When its page was first opened.
    pub opened_at: Option<OffsetDateTime>,
    /// When somebody chose a password with it.
    pub accepted_at: Option<OffsetDateTime>,
    /// When it was taken back.
    pub withdrawn_at: Option<OffsetDateTime>,
    /// When its link ends, as long as nobody has used it.
    pub expires_at: OffsetDateTime,
}

/// An account that nobody has opened, and that only writes and signs.
pub(super) fn of_writer(account: &Account) -> bool {
    account.password_hash.is_none() && account.roles == [Role::Author]
}

/// The invitations to an article.
pub async fn invitations(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<Invitations, Refusal> {
    let tx = desk.storage.look().await?;
    ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let mut sent = Vec::new();
    for one_sent in stored::list(&tx, article).await? {
        let Some(account) = accounts::find(&tx, one_sent.account_id).await? else {
            continue;
        };
        let Some(link) = links::newest_invite(&tx, account.id).await? else {
            continue;
        };
        let invited_by = one(&tx, one_sent.invited_by).await?;
        let whole = caller.is_staff() || caller.person() == Some(invited_by.id);
        sent.push(InvitationView {
            id: one_sent.id,
            person: one(&tx, account.person_id).await?,
            address: if whole {
                account.email
            } else {
                masked(&account.email)
            },
            invited_by,
            sent_at: one_sent.sent_at,
            opened_at: link.opened_at,
            accepted_at: link.used_at,
            withdrawn_at: one_sent.withdrawn_at,
            expires_at: link.expires_at,
        });
    }
    let sections: Vec<SectionId> = drafts::sections(&tx, article)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let over: Vec<PersonId> = contributors::of_sections(&tx, &sections)
        .await?
        .into_iter()
        .map(|(_, person)| person)
        .collect();
    let mut can_be_invited = Vec::new();
    for person in refs(&tx, &over).await? {
        if may_choose_address(caller).is_ok()
            && accounts::find_by_person(&tx, person.id).await?.is_none()
        {
            can_be_invited.push(person);
        }
    }
    Ok(Invitations {
        sent,
        can_be_invited,
    })
}

/// "a…@house.example"
fn masked(email: &str) -> String {
    let (name, house) = email.split_once('@').unwrap_or((email, ""));
    let first: String = name.chars().take(1).collect();
    format!("{first}…@{house}")
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_masked_address_tells_little() {
        assert_eq!(masked("amina@house.example"), "a…@house.example");
        assert_eq!(masked("é@house.example"), "é…@house.example");
    }
}
