//! Inviting somebody.

use content::ids::PersonId;
use serde_json::json;
use storage::accounts::Role;
use storage::links::Purpose;
use time::OffsetDateTime;

use super::AccountView;
use super::account_view::view;
use super::links::{self, deliver, last_day};
use super::new_account::{Whose, may_manage, new_account};
use crate::record::{Subject, record};
use crate::{Caller, Delivery, Desk, Letter, Refusal};

/// Whom to invite.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Where the letter goes.
    pub email: String,
    /// The name, of somebody new.
    pub name: String,
    /// The letters as typed, such as `MA, LPC`.
    pub letters: Option<String>,
    /// Somebody who has a byline here already; then name and letters are theirs.
    pub person: Option<PersonId>,
    /// What they may.
    pub roles: Vec<Role>,
}

/// What came of an invitation.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The new account.
    pub account: AccountView,
    /// How the link reaches its person.
    pub delivery: Delivery,
    /// When the link ends.
    pub expires_at: OffsetDateTime,
}

/// Makes an account without a password, and the link that opens it.
pub async fn invite(
    desk: &Desk,
    caller: &Caller,
    invitation: &Invitation,
) -> Result<Invited, Refusal> {
    may_manage(caller)?;
    let whose = match invitation.person {
        Some(id) => Whose::Person(id),
        None => Whose::New {
            name: &invitation.name,
            letters: invitation.letters.as_deref(),
        },
    };
    let tx = desk.storage.begin().await?;
    let account = new_account(desk, &tx, &invitation.email, whose, &invitation.roles, None).await?;
    let (id, email) = (account.id, account.email.clone());
    let account = view(&tx, account).await?;

    let shown = if desk.site.mail {
        None
    } else {
        links::shown_to(desk, &tx, caller).await?
    };
    let link = links::make(desk, &tx, Purpose::Invite, Some(id), shown).await?;
    let letter = Letter::Invite {
        name: account.person.byline.name.clone(),
        url: link.url.clone(),
        until: last_day(link.expires_at),
    };
    let delivery = deliver(desk, &tx, &email, &link, letter).await?;
    let subject =
        Subject::new("account", id).with(json!({"roles": account.roles, "link": link.id}));
    record(desk, &tx, caller, "invite", subject).await?;
    tx.commit().await?;
    Ok(Invited {
        account,
        delivery,
        expires_at: link.expires_at,
    })
}
