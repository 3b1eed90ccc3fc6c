//! Who may sign in: listed by editors, managed by owners.

use content::ids::{AccountId, PersonId};
use editorial::accounts::{self, AccountView, Invitation};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::problem::Problem;
use crate::shapes::{Answer, Page, PersonRef, Role};

pub(crate) struct Accounts;

/// Somebody who signs in.
#[derive(Object)]
pub(crate) struct Account {
    id: Uuid,
    email: String,
    roles: Vec<Role>,
    person: PersonRef,
    /// Since when it cannot be used.
    disabled_at: OrNull<OffsetDateTime>,
    /// In a browser that is still signed in.
    last_seen_at: OrNull<OffsetDateTime>,
    invited_at: OffsetDateTime,
}

/// Whom to invite: somebody new by name, or a person who is known here.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewAccount {
    email: String,
    /// Needed without `person_id`.
    name: Option<String>,
    /// Such as "MA, LPC".
    letters: Option<String>,
    person_id: Option<Uuid>,
    roles: Vec<Role>,
}

/// An invitation.
#[derive(Object)]
struct Invited {
    account: Account,
    link: LinkToCopy,
    /// Whether a letter is on its way; then the link is not shown.
    mailed: bool,
}

/// A link to hand over.
#[derive(Object)]
struct LinkToCopy {
    /// Null when it was mailed.
    url: OrNull<String>,
    expires_at: OffsetDateTime,
}

/// One change of an account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AccountChange {
    roles: Option<Vec<Role>>,
    disabled: Option<bool>,
}

#[OpenApi(tag = "Tag::Accounts")]
impl Accounts {
    /// All accounts
    #[oai(path = "/accounts", method = "get")]
    async fn list(&self, by: SignedIn) -> Answer<Page<Account>> {
        let all = accounts::list_accounts(&by.desk, &by.caller).await?;
        Ok(Json(Page::whole(all)))
    }

    /// Invite somebody
    #[oai(path = "/accounts", method = "post")]
    async fn invite(&self, by: SignedIn, body: Body<NewAccount>) -> Answer<Invited> {
        let invitation = Invitation {
            email: body.0.email,
            name: body.0.name.unwrap_or_default(),
            letters: body.0.letters,
            person: body.0.person_id.map(PersonId),
            roles: body.0.roles.into_iter().map(Into::into).collect(),
        };
        let invited = accounts::invite(&by.desk, &by.caller, &invitation).await?;
        Ok(Json(Invited {
            account: invited.account.into(),
            link: LinkToCopy {
                url: invited.delivery.url.into(),
                expires_at: invited.expires_at,
            },
            mailed: invited.delivery.mailed,
        }))
    }

    /// Change roles, disable or enable
    ///
    /// One change at a time. Disabling ends every session at once.
    #[oai(path = "/accounts/:id", method = "patch")]
    async fn change(
        &self,
        by: SignedIn,
        id: Path<Uuid>,
        body: Body<AccountChange>,
    ) -> Answer<Account> {
        let id = AccountId(id.0);
        let changed = match body.0 {
            AccountChange {
                roles: Some(roles),
                disabled: None,
            } => {
                let roles: Vec<_> = roles.into_iter().map(Into::into).collect();
                accounts::set_roles(&by.desk, &by.caller, id, &roles).await?
            }
            AccountChange {
                roles: None,
                disabled: Some(true),
            } => accounts::disable(&by.desk, &by.caller, id).await?,
            AccountChange {
                roles: None,
                disabled: Some(false),
            } => accounts::enable(&by.desk, &by.caller, id).await?,
            _ => return Err(Problem::bad_request("send either roles or disabled")),
        };
        Ok(Json(changed.into()))
    }

    /// A fresh link to hand over
    ///
    /// It signs in, or invites again where there is no password yet.
    /// Who is shown it cannot be the second person for what is signed with it.
    #[oai(path = "/accounts/:id/link", method = "post")]
    async fn link(&self, by: SignedIn, id: Path<Uuid>) -> Answer<LinkToCopy> {
        let link = accounts::copy_link(&by.desk, &by.caller, AccountId(id.0)).await?;
        Ok(Json(LinkToCopy {
            url: Some(link.url).into(),
            expires_at: link.expires_at,
        }))
    }
}

impl From<AccountView> for Account {
    fn from(account: AccountView) -> Self {
        Self {
            id: account.id.0,
            email: account.email,
            roles: account.roles.into_iter().map(Role::from).collect(),
            person: account.person.into(),
            disabled_at: account.disabled_at.into(),
            last_seen_at: account.last_seen_at.into(),
            invited_at: account.invited_at,
        }
    }
}
