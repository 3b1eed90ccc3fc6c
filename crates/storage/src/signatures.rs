//! Signatures, objections and permissions: facts that are added and never changed.

use content::byline::Byline;
use content::digest::Digest;
use content::ids::{
    AccountId, ApprovalId, ArticleId, AttestationId, LinkId, PersonId, RevisionId, SectionId,
};
use content::signature::Attestation;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::entities::{
    approval, attestation, counting_approval, counting_attestation, identity, objection,
    permission_grant, revision,
};
use crate::links::{Purpose, Shown, shown};
use crate::revisions::digest;
use crate::words::{json, parse, parse_json, word};
use crate::{StorageError, Transaction, hands};

/// Through which door a signature came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedBy {
    /// A signed-in account.
    Account {
        /// Whose it is.
        id: AccountId,
        /// The link by which the session began, where one did.
        session_link: Option<LinkId>,
    },
    /// A one-time link.
    Link(LinkId),
}

/// A contributor's signature about to be recorded.
#[derive(Clone, Debug)]
pub struct NewAttestation<'a> {
    /// The name it gets.
    pub id: AttestationId,
    /// The proof that was read.
    pub revision_id: RevisionId,
    /// The section signed.
    pub section_id: SectionId,
    /// Its text.
    pub section_digest: Digest,
    /// Who signs.
    pub person_id: PersonId,
    /// Through which door.
    pub by: SignedBy,
    /// The sentences agreed to.
    pub statement: &'a str,
    /// When.
    pub at: OffsetDateTime,
}

/// What an objection asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// The text has to be looked at again.
    SomethingIsWrong,
    /// The person does not want it published under their name at all.
    NeverUnderMyName,
}

/// An objection as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Its lasting name; orders with attestations by time.
    pub id: Uuid,
    /// The article.
    pub article_id: ArticleId,
    /// The proof objected to.
    pub revision_id: RevisionId,
    /// Who objects.
    pub person_id: PersonId,
    /// In their own words.
    pub message: String,
    /// What it asks for.
    pub extent: Extent,
    /// When.
    pub at: OffsetDateTime,
}

/// What an approval stands for, amendments included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredApprovalKind {
    /// An editor answers for the text.
    Editorial,
    /// A licensed clinician answers for its clinical content.
    Clinical,
    /// One of two site persons who change a text without its author.
    Amendment,
}

/// An approval as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredApproval {
    /// Its lasting name.
    pub id: ApprovalId,
    /// The frozen text that was read.
    pub revision_id: RevisionId,
    /// Its digest.
    pub revision_digest: Digest,
    /// What it stands for.
    pub kind: StoredApprovalKind,
    /// Who; merged persons counted as one where it is read.
    pub person_id: PersonId,
    /// With which account.
    pub account_id: AccountId,
    /// The link by which the session began, where one did.
    pub session_link: Option<LinkId>,
    /// Name and letters at the time.
    pub byline: Byline,
    /// When.
    pub at: OffsetDateTime,
}

/// A contributor's signature that counts, with what is known of the link it came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountingAttestation {
    /// The signature, merged persons counted as one.
    pub attestation: Attestation,
    /// Who was shown the link by which the signer signed or signed in, as the record says.
    pub shown: Option<Shown>,
    /// What that link was for, whether or not somebody was shown it.
    pub link: Option<Purpose>,
    /// Whose signature it may be as well, and counts as.
    pub held_by: Vec<PersonId>,
}

/// An approval that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountingApproval {
    /// The text that was read.
    pub revision_digest: Digest,
    /// What it stands for.
    pub kind: StoredApprovalKind,
    /// Who, merged persons counted as one.
    pub person_id: PersonId,
    /// Name and letters at the time.
    pub byline: Byline,
    /// When.
    pub at: OffsetDateTime,
    /// Whose approval it may be as well, and counts as.
    pub held_by: Vec<PersonId>,
}

/// The signatures on these section digests that count, oldest first, merged persons counted as
/// one.
///
/// A signature counts when the text it names was frozen after the last public change of the
/// article, or is a part of what readers have by countersignature; and when its signer has not
/// objected to that text or a later one.
pub async fn attestations(
    tx: &Transaction,
    article: ArticleId,
    digests: &[Digest],
) -> Result<Vec<CountingAttestation>, StorageError> {
    use counting_attestation::Column as C;
    let rows = counting_attestation::Entity::find()
        .filter(C::ArticleId.eq(article.0))
        .filter(C::SectionDigest.is_in(digests.iter().map(Digest::to_string)))
        .order_by_asc(C::Id)
        .all(tx.db())
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| AttestationId(row.id)).collect();
    let held = hands::of_attestations(tx, &ids).await?;
    rows.into_iter()
        .map(|row| {
            Ok(CountingAttestation {
                held_by: of(&held, AttestationId(row.id)),
                link: row
                    .link_purpose
                    .map(|purpose| parse("attestations", row.id, &purpose))
                    .transpose()?,
                shown: shown("attestations", row.id, row.shown_to, row.shown_because)?,
                attestation: Attestation {
                    section_id: SectionId(row.section_id),
                    section_digest: digest("attestations", row.id, &row.section_digest)?,
                    person_id: PersonId(row.person_id),
                    at: row.at,
                },
            })
        })
        .collect()
}

/// The persons beside one id.
fn of<Id: PartialEq>(held: &[(Id, PersonId)], id: Id) -> Vec<PersonId> {
    held.iter()
        .filter(|(one, _)| *one == id)
        .map(|(_, person)| *person)
        .collect()
}

/// Which text somebody signed, whether or not the signature still counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The frozen text that was read.
    pub revision_id: RevisionId,
    /// The section signed.
    pub section_id: SectionId,
    /// Who signed, as stored.
    pub person_id: PersonId,
}

/// Every signature on these frozen texts.
pub async fn list_of(
    tx: &Transaction,
    revisions: &[RevisionId],
) -> Result<Vec<Signed>, StorageError> {
    let rows = attestation::Entity::find()
        .filter(attestation::Column::RevisionId.is_in(revisions.iter().map(|id| id.0)))
        .order_by_asc(attestation::Column::Id)
        .all(tx.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Signed {
            revision_id: RevisionId(row.revision_id),
            section_id: SectionId(row.section_id),
            person_id: PersonId(row.person_id),
        })
        .collect())
}

/// The digest of the section that somebody signed last, whoever they were merged with.
pub async fn signed_last(
    tx: &Transaction,
    person: PersonId,
) -> Result<Option<Digest>, StorageError> {
    let same = identity::Entity::find()
        .select_only()
        .column(identity::Column::PersonId)
        .filter(identity::Column::Identity.eq(person.0))
        .into_query();
    let row = attestation::Entity::find()
        .filter(attestation::Column::PersonId.in_subquery(same))
        .order_by_desc(attestation::Column::At)
        .order_by_desc(attestation::Column::Id)
        .one(tx.db())
        .await?;
    row.map(|row| digest("attestations", row.id, &row.section_digest))
        .transpose()
}

/// The proof that was signed with a link, once it was.
pub async fn signed_with(
    tx: &Transaction,
    link: LinkId,
) -> Result<Option<RevisionId>, StorageError> {
    let row = attestation::Entity::find()
        .filter(attestation::Column::LinkId.eq(link.0))
        .order_by_desc(attestation::Column::Id)
        .one(tx.db())
        .await?;
    Ok(row.map(|row| RevisionId(row.revision_id)))
}

/// Records a signature and the permission that comes with it.
pub async fn insert_attestation(
    tx: &Transaction,
    article: ArticleId,
    new: &NewAttestation<'_>,
    grant: Uuid,
) -> Result<(), StorageError> {
    let (account_id, session_link_id, link_id) = match new.by {
        SignedBy::Account { id, session_link } => {
            (Some(id.0), session_link.map(|link| link.0), None)
        }
        SignedBy::Link(id) => (None, None, Some(id.0)),
    };
    attestation::Entity::insert(attestation::ActiveModel {
        id: Set(new.id.0),
        revision_id: Set(new.revision_id.0),
        section_id: Set(new.section_id.0),
        section_digest: Set(new.section_digest.to_string()),
        person_id: Set(new.person_id.0),
        account_id: Set(account_id),
        link_id: Set(link_id),
        session_link_id: Set(session_link_id),
        statement: Set(new.statement.to_owned()),
        at: Set(new.at),
    })
    .exec_without_returning(tx.db())
    .await?;
    permission_grant::Entity::insert(permission_grant::ActiveModel {
        id: Set(grant),
        attestation_id: Set(new.id.0),
        article_id: Set(article.0),
        person_id: Set(new.person_id.0),
        granted_at: Set(new.at),
        revoked_at: Set(None),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// Revokes the permissions that a person gave for an article.
pub async fn revoke_permissions(
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
    at: OffsetDateTime,
) -> Result<u64, StorageError> {
    let done = permission_grant::Entity::update_many()
        .col_expr(permission_grant::Column::RevokedAt, Expr::value(at))
        .filter(permission_grant::Column::ArticleId.eq(article.0))
        .filter(permission_grant::Column::PersonId.eq(person.0))
        .filter(permission_grant::Column::RevokedAt.is_null())
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected)
}

/// The objections to an article, oldest text first.
pub async fn objections(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<Objection>, StorageError> {
    let to_text = objection::Entity::belongs_to(revision::Entity)
        .from(objection::Column::RevisionId)
        .to(revision::Column::Id)
        .into();
    let rows = objection::Entity::find()
        .join(JoinType::InnerJoin, to_text)
        .filter(objection::Column::ArticleId.eq(article.0))
        .order_by_asc(revision::Column::Number)
        .order_by_asc(objection::Column::At)
        .order_by_asc(objection::Column::Id)
        .all(tx.db())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Objection {
                extent: parse("objections", row.id, &row.extent)?,
                id: row.id,
                article_id: ArticleId(row.article_id),
                revision_id: RevisionId(row.revision_id),
                person_id: PersonId(row.person_id),
                message: row.message,
                at: row.at,
            })
        })
        .collect()
}

/// Records an objection.
pub async fn insert_objection(tx: &Transaction, new: &Objection) -> Result<(), StorageError> {
    objection::Entity::insert(objection::ActiveModel {
        id: Set(new.id),
        article_id: Set(new.article_id.0),
        revision_id: Set(new.revision_id.0),
        person_id: Set(new.person_id.0),
        message: Set(new.message.clone()),
        extent: Set(word(&new.extent)),
        at: Set(new.at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}

/// The approvals of a revision digest that count, oldest first: by the rule of
/// [`attestations`]. Amendments are signed for themselves and are not among them.
pub async fn approvals(
    tx: &Transaction,
    revision: &Digest,
) -> Result<Vec<CountingApproval>, StorageError> {
    use counting_approval::Column as C;
    let rows = counting_approval::Entity::find()
        .filter(C::RevisionDigest.eq(revision.to_string()))
        .order_by_asc(C::Id)
        .all(tx.db())
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| ApprovalId(row.id)).collect();
    let held = hands::of_approvals(tx, &ids).await?;
    rows.into_iter()
        .map(|row| {
            Ok(CountingApproval {
                held_by: of(&held, ApprovalId(row.id)),
                kind: parse("approvals", row.id, &row.kind)?,
                revision_digest: digest("approvals", row.id, &row.revision_digest)?,
                byline: parse_json("approvals", row.id, row.byline)?,
                person_id: PersonId(row.person_id),
                at: row.at,
            })
        })
        .collect()
}

/// Records an approval.
pub async fn insert_approval(tx: &Transaction, new: &StoredApproval) -> Result<(), StorageError> {
    approval::Entity::insert(approval::ActiveModel {
        id: Set(new.id.0),
        revision_id: Set(new.revision_id.0),
        revision_digest: Set(new.revision_digest.to_string()),
        kind: Set(word(&new.kind)),
        person_id: Set(new.person_id.0),
        account_id: Set(new.account_id.0),
        session_link_id: Set(new.session_link.map(|id| id.0)),
        byline: Set(json(&new.byline)),
        at: Set(new.at),
    })
    .exec_without_returning(tx.db())
    .await?;
    Ok(())
}
