//! From submitted to public, and off the site again.

use content::digest::Digest;
use content::ids::{ArticleId, PersonId, SectionId};
use content::signature::ApprovalKind;
use editorial::Refusal;
use editorial::signing::{self, Extent, Signing as Signature};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::body::Body;
use crate::caller::SignedIn;
use crate::declaration_shapes::Declarations;
use crate::openapi::Tag;
use crate::or_null::OrNull;
use crate::proof_shapes::{Proof, Signatures};
use crate::reader_page::{PageAnswer, PageMaker};
use crate::shapes::{Answer, Done, Nothing, PersonRef};

pub(crate) struct Signing;

/// The tick at the one plain line.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Submission {
    /// The tick at the one plain line.
    statement: Option<bool>,
    /// Instead of it, by the editor who began the text for somebody without an account: it came
    /// from its author.
    came_from_author: Option<bool>,
}

/// What an editor answers an author.
#[derive(Object)]
#[oai(rename = "EditorsAnswer", deny_unknown_fields)]
struct Reasoned {
    reason: String,
    message: Option<String>,
}

impl From<Reasoned> for signing::Answer {
    fn from(sent: Reasoned) -> Self {
        Self {
            reason: sent.reason,
            message: sent.message.unwrap_or_default(),
        }
    }
}

/// A proof that went out.
#[derive(Object)]
struct ProofSent {
    revision_id: Uuid,
    digest: String,
    fingerprint: String,
    /// One for each clinician who has to sign.
    links: Vec<ProofLink>,
    /// One for each clinician who need not sign again, although title or summary over their
    /// answer are new: they can look, and object.
    to_look_at: Vec<ProofLink>,
}

/// The link of one clinician.
#[derive(Object)]
struct ProofLink {
    person: PersonRef,
    /// To copy; null when it went by mail.
    url: OrNull<String>,
    mailed: bool,
}

impl From<signing::ProofLink> for ProofLink {
    fn from(link: signing::ProofLink) -> Self {
        Self {
            person: link.person.into(),
            url: link.delivery.url.into(),
            mailed: link.delivery.mailed,
        }
    }
}

/// A reminder that is on its way.
#[derive(Object)]
struct Reminded {
    at: OffsetDateTime,
}

/// Whether letters remind by themselves.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Reminders {
    automatic: bool,
}

/// One change that is put back.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PutBack {
    section_id: Uuid,
    number: u32,
}

/// A contributor's signature.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Attestation {
    /// The digest of the proof on the screen.
    digest: String,
    declarations: Declarations,
    #[oai(default)]
    put_back: Vec<PutBack>,
}

impl Attestation {
    pub(crate) fn read(self) -> Result<Signature, Refusal> {
        Ok(Signature {
            digest: digest(&self.digest)?,
            declarations: self.declarations.into(),
            put_back: self
                .put_back
                .into_iter()
                .map(|one| (SectionId(one.section_id), one.number))
                .collect(),
        })
    }
}

/// A signature that was taken.
#[derive(Object)]
pub(crate) struct Signed {
    at: OffsetDateTime,
    /// Of the whole text now.
    digest: String,
}

impl From<signing::Attested> for Signed {
    fn from(signed: signing::Attested) -> Self {
        Self {
            at: signed.at,
            digest: signed.digest.to_string(),
        }
    }
}

/// Something is wrong with a proof.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Objection {
    pub(crate) message: String,
    /// Whether the person does not want it under their name at all.
    #[oai(default)]
    pub(crate) never: bool,
}

/// What an approval stands for.
#[derive(Clone, Copy, Enum)]
#[oai(rename_all = "snake_case")]
enum Reading {
    /// An editor answers for the text.
    Editorial,
    /// A licensed clinician answers for its clinical content.
    Clinical,
}

/// An approval.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct Approval {
    /// The digest of the text that was read.
    digest: String,
    kinds: Vec<Reading>,
}

pub(crate) fn digest(text: &str) -> Result<Digest, Refusal> {
    text.parse().map_err(|_| {
        Refusal::field(
            "digest",
            "not_a_digest",
            "The text could not be recognized. Reload it.",
        )
    })
}

#[OpenApi(tag = "Tag::Signing")]
impl Signing {
    /// Give the text to the editors
    #[oai(path = "/articles/:id/submit", method = "post")]
    async fn submit(&self, by: SignedIn, id: Path<Uuid>, body: Body<Submission>) -> Done {
        let id = ArticleId(id.0);
        if body.0.came_from_author == Some(true) {
            signing::submit_for_author(&by.desk, &by.caller, id).await?;
        } else {
            let agreed = body.0.statement.unwrap_or_default();
            signing::submit(&by.desk, &by.caller, id, agreed).await?;
        }
        Ok(Nothing::Said)
    }

    /// Take the text back
    #[oai(path = "/articles/:id/recall", method = "post")]
    async fn recall(&self, by: SignedIn, id: Path<Uuid>) -> Done {
        signing::recall(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Nothing::Said)
    }

    /// Take up a submitted text
    #[oai(path = "/articles/:id/start-review", method = "post")]
    async fn start_review(&self, by: SignedIn, id: Path<Uuid>) -> Done {
        signing::start_review(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Nothing::Said)
    }

    /// Ask its authors for changes
    #[oai(path = "/articles/:id/request-changes", method = "post")]
    async fn request_changes(&self, by: SignedIn, id: Path<Uuid>, body: Body<Reasoned>) -> Done {
        let id = ArticleId(id.0);
        signing::request_changes(&by.desk, &by.caller, id, body.0.into()).await?;
        Ok(Nothing::Said)
    }

    /// Say no
    #[oai(path = "/articles/:id/decline", method = "post")]
    async fn decline(&self, by: SignedIn, id: Path<Uuid>, body: Body<Reasoned>) -> Done {
        signing::decline(&by.desk, &by.caller, ArticleId(id.0), body.0.into()).await?;
        Ok(Nothing::Said)
    }

    /// Freeze the text and ask for signatures
    #[oai(path = "/articles/:id/proof", method = "post")]
    async fn send_proof(&self, by: SignedIn, id: Path<Uuid>) -> Answer<ProofSent> {
        let sent = signing::send_proof(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Json(ProofSent {
            revision_id: sent.released.revision_id.0,
            digest: sent.released.revision_digest.to_string(),
            fingerprint: sent.released.revision_digest.fingerprint(),
            links: sent.links.into_iter().map(ProofLink::from).collect(),
            to_look_at: sent.to_look_at.into_iter().map(ProofLink::from).collect(),
        }))
    }

    /// The proof as the caller sees it
    #[oai(path = "/articles/:id/proof", method = "get")]
    async fn proof(&self, by: SignedIn, id: Path<Uuid>) -> Answer<Proof> {
        let view = signing::proof(&by.desk, &by.caller, ArticleId(id.0)).await?;
        Ok(Json(Proof::of(view, &by.desk.site)))
    }

    /// The proof as the page that readers will be given
    #[oai(path = "/articles/:id/proof/page", method = "get")]
    async fn proof_page(&self, by: SignedIn, id: Path<Uuid>, pages: PageMaker) -> PageAnswer {
        pages.page(signing::proof_page(&by.desk, &by.caller, ArticleId(id.0)).await?)
    }

    /// A fresh link for one clinician, to copy
    #[oai(path = "/articles/:id/proof/links/:person", method = "post")]
    async fn copy_link(
        &self,
        by: SignedIn,
        id: Path<Uuid>,
        person: Path<Uuid>,
    ) -> Answer<ProofLink> {
        let (id, person) = (ArticleId(id.0), PersonId(person.0));
        Ok(Json(
            signing::copy_proof_link(&by.desk, &by.caller, id, person)
                .await?
                .into(),
        ))
    }

    /// Remind one clinician now, by mail
    #[oai(path = "/articles/:id/proof/reminders/:person", method = "post")]
    async fn remind(&self, by: SignedIn, id: Path<Uuid>, person: Path<Uuid>) -> Answer<Reminded> {
        let (id, person) = (ArticleId(id.0), PersonId(person.0));
        let at = signing::remind(&by.desk, &by.caller, id, person).await?;
        Ok(Json(Reminded { at }))
    }

    /// Say whether those who have not signed are reminded by themselves
    #[oai(path = "/articles/:id/proof/reminders", method = "put")]
    async fn set_reminders(&self, by: SignedIn, id: Path<Uuid>, body: Body<Reminders>) -> Done {
        let id = ArticleId(id.0);
        signing::set_reminders(&by.desk, &by.caller, id, body.0.automatic).await?;
        Ok(Nothing::Said)
    }

    /// Who signed which text, and what is missing
    #[oai(path = "/articles/:id/signatures", method = "get")]
    async fn signatures(&self, by: SignedIn, id: Path<Uuid>) -> Answer<Signatures> {
        Ok(Json(
            signing::signatures(&by.desk, &by.caller, ArticleId(id.0))
                .await?
                .into(),
        ))
    }

    /// Sign one's own text
    #[oai(path = "/articles/:id/attest", method = "post")]
    async fn attest(
        &self,
        by: SignedIn,
        id: Path<Uuid>,
        body: Body<Attestation>,
    ) -> Answer<Signed> {
        let id = ArticleId(id.0);
        Ok(Json(
            signing::attest(&by.desk, &by.caller, id, body.0.read()?)
                .await?
                .into(),
        ))
    }

    /// Say that something is wrong
    #[oai(path = "/articles/:id/object", method = "post")]
    async fn object(&self, by: SignedIn, id: Path<Uuid>, body: Body<Objection>) -> Done {
        let id = ArticleId(id.0);
        signing::object(
            &by.desk,
            &by.caller,
            id,
            &body.0.message,
            extent(body.0.never),
        )
        .await?;
        Ok(Nothing::Said)
    }

    /// Approve as the second person
    #[oai(path = "/articles/:id/approve", method = "post")]
    async fn approve(&self, by: SignedIn, id: Path<Uuid>, body: Body<Approval>) -> Done {
        let kinds: Vec<ApprovalKind> = body
            .0
            .kinds
            .iter()
            .map(|kind| match kind {
                Reading::Editorial => ApprovalKind::Editorial,
                Reading::Clinical => ApprovalKind::Clinical,
            })
            .collect();
        let digest = digest(&body.0.digest)?;
        signing::approve(&by.desk, &by.caller, ArticleId(id.0), digest, &kinds).await?;
        Ok(Nothing::Said)
    }
}

pub(crate) const fn extent(never: bool) -> Extent {
    if never {
        Extent::NeverUnderMyName
    } else {
        Extent::SomethingIsWrong
    }
}
