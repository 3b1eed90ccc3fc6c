//! Inviting clinicians to write in an article.

use content::ids::{ArticleId, PersonId};
use editorial::accounts;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::shapes::{Answer, Done, Nothing, PersonRef};

pub(crate) struct Invitations;

/// Whom to invite to write.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Writer {
    /// Somebody whose name stands over a text of the article.
    person: Uuid,
    email: String,
}

/// An invitation to write that is on its way.
#[derive(Object)]
struct InvitedWriter {
    person: PersonRef,
    /// To copy; null when it went by mail.
    url: OrNull<String>,
    expires_at: OffsetDateTime,
    mailed: bool,
}

/// An invitation to write, and what came of it.
#[derive(Object)]
struct InvitationToWrite {
    id: Uuid,
    person: PersonRef,
    /// The whole one for editors and for who sent it, else its beginning and its house.
    address: String,
    invited_by: PersonRef,
    sent_at: OffsetDateTime,
    /// When its page was first opened.
    opened_at: OrNull<OffsetDateTime>,
    /// When somebody chose a password with it.
    accepted_at: OrNull<OffsetDateTime>,
    withdrawn_at: OrNull<OffsetDateTime>,
    expires_at: OffsetDateTime,
}

impl From<accounts::InvitationView> for InvitationToWrite {
    fn from(sent: accounts::InvitationView) -> Self {
        Self {
            id: sent.id,
            person: sent.person.into(),
            address: sent.address,
            invited_by: sent.invited_by.into(),
            sent_at: sent.sent_at,
            opened_at: sent.opened_at.into(),
            accepted_at: sent.accepted_at.into(),
            withdrawn_at: sent.withdrawn_at.into(),
            expires_at: sent.expires_at,
        }
    }
}

/// The invitations to an article.
#[derive(Object)]
struct SentInvitations {
    /// Oldest first.
    items: Vec<InvitationToWrite>,
    /// Whose name stands over a text, and who has no account.
    can_be_invited: Vec<PersonRef>,
}

#[OpenApi(tag = "Tag::Writing")]
impl Invitations {
    /// Who was invited to write in an article, and who can be
    #[oai(path = "/drafts/:article/invitations", method = "get")]
    async fn list(&self, by: SignedIn, article: Path<Uuid>) -> Answer<SentInvitations> {
        let all = accounts::invitations(&by.desk, &by.caller, ArticleId(article.0)).await?;
        Ok(Json(SentInvitations {
            items: all.sent.into_iter().map(InvitationToWrite::from).collect(),
            can_be_invited: all
                .can_be_invited
                .into_iter()
                .map(PersonRef::from)
                .collect(),
        }))
    }

    /// Invite somebody to write, or send the invitation again
    #[oai(path = "/drafts/:article/invitations", method = "post")]
    async fn invite(
        &self,
        by: SignedIn,
        article: Path<Uuid>,
        body: Body<Writer>,
    ) -> Answer<InvitedWriter> {
        let (article, person) = (ArticleId(article.0), PersonId(body.0.person));
        let email = &body.0.email;
        let sent = accounts::invite_to_write(&by.desk, &by.caller, article, person, email).await?;
        Ok(Json(InvitedWriter {
            person: sent.person.into(),
            url: sent.delivery.url.into(),
            expires_at: sent.expires_at,
            mailed: sent.delivery.mailed,
        }))
    }

    /// Take an invitation back that nobody has accepted
    #[oai(path = "/drafts/:article/invitations/:id", method = "delete")]
    async fn withdraw(&self, by: SignedIn, article: Path<Uuid>, id: Path<Uuid>) -> Done {
        let article = ArticleId(article.0);
        accounts::withdraw_invitation(&by.desk, &by.caller, article, id.0).await?;
        Ok(Nothing::Said)
    }
}
