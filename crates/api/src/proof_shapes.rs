//! Proofs and the signatures on them.

use editorial::SiteFacts;
use editorial::signing;
use editorial::signing::{
    MissingPart, ProofSection, ProofView, STATEMENT, SecondPerson as SecondPersonView,
    SectionSignatures, SignaturesView,
};
use poem_openapi::{Enum, Object};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::article_shapes::Kind;
use crate::beside_shapes::{Image, Reference, all};
use crate::declaration_shapes::Declarations;
use crate::or_null::OrNull;
use crate::shapes::{Byline, PersonRef};

/// What happened to some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum ChangeKind {
    Added,
    Removed,
    Replaced,
}

/// One change between two texts.
#[derive(Clone, Debug, Object)]
pub(crate) struct Change {
    /// Counts from 1 within the part; `data-change` in `marked_html`.
    number: u32,
    kind: ChangeKind,
    before: String,
    after: String,
}

impl From<content::changes::Change> for Change {
    fn from(change: content::changes::Change) -> Self {
        Self {
            number: change.number,
            kind: match change.kind {
                content::changes::ChangeKind::Added => ChangeKind::Added,
                content::changes::ChangeKind::Removed => ChangeKind::Removed,
                content::changes::ChangeKind::Replaced => ChangeKind::Replaced,
            },
            before: change.before,
            after: change.after,
        }
    }
}

/// One section of a proof.
#[derive(Clone, Debug, Object)]
#[oai(rename = "ProofSection")]
struct Section {
    section_id: Uuid,
    bylines: Vec<Byline>,
    /// The names in one line, with `<ins>` and `<del>`.
    marked_byline: String,
    contributors: Vec<PersonRef>,
    body_html: String,
    /// With `<ins>` and `<del>`.
    marked_html: String,
    changes: Vec<Change>,
    images: Vec<Image>,
    references: Vec<Reference>,
    /// Images and references as lines of text, with `<ins>` and `<del>`.
    marked_beside: String,
    /// Whether the caller stands over it.
    mine: bool,
    digest: String,
    fingerprint: String,
}

impl From<ProofSection> for Section {
    fn from(section: ProofSection) -> Self {
        Self {
            section_id: section.id.0,
            bylines: section.bylines.into_iter().map(Byline::from).collect(),
            marked_byline: section.marked_byline,
            contributors: section
                .contributors
                .into_iter()
                .map(PersonRef::from)
                .collect(),
            body_html: section.body.as_str().to_owned(),
            marked_html: section.marked_html,
            changes: section.changes.into_iter().map(Change::from).collect(),
            images: all(section.images),
            references: all(section.references),
            marked_beside: section.marked_beside,
            mine: section.mine,
            digest: section.digest.to_string(),
            fingerprint: section.digest.fingerprint(),
        }
    }
}

/// Title and summary.
#[derive(Clone, Debug, Object)]
struct ProofHead {
    title: String,
    summary: String,
    /// With `<ins>` and `<del>`; numbers count from 1 in each.
    marked_title: String,
    marked_summary: String,
}

/// A disclaimer as it would be pinned today.
#[derive(Clone, Debug, Object)]
struct ProofDisclaimer {
    title: String,
    body: String,
    version: u32,
}

/// The proof as one person sees it.
#[derive(Clone, Debug, Object)]
pub(crate) struct Proof {
    article_id: Uuid,
    revision_id: Uuid,
    /// What a signature has to name.
    digest: String,
    fingerprint: String,
    kind: Kind,
    head: ProofHead,
    question: OrNull<String>,
    /// With `<ins>` and `<del>`.
    marked_question: OrNull<String>,
    /// How many changes there are in title, summary, question and the names over the caller's
    /// own text. They are read, and cannot be put back one by one.
    head_changes: u32,
    sections: Vec<Section>,
    disclaimers: Vec<ProofDisclaimer>,
    /// What the caller's own text declares so far.
    declarations: Declarations,
    /// The sentences that are signed.
    statement: Vec<String>,
    /// Whether the caller's signature is asked for.
    can_sign: bool,
    /// When the caller signed the present text.
    signed_at: OrNull<OffsetDateTime>,
    /// The site that will publish it.
    site_name: String,
    /// Where its editors can be reached.
    site_contact: OrNull<String>,
    /// The editor who asks.
    asked_by: OrNull<PersonRef>,
    /// Until when the caller's link works; null for who is signed in.
    link_expires_at: OrNull<OffsetDateTime>,
}

impl Proof {
    pub(crate) fn of(proof: ProofView, site: &SiteFacts) -> Self {
        Self {
            site_name: site.name.clone(),
            site_contact: site.contact.clone().into(),
            asked_by: proof.asked_by.map(PersonRef::from).into(),
            link_expires_at: proof.link_expires_at.into(),
            article_id: proof.article_id.0,
            revision_id: proof.revision_id.0,
            digest: proof.digest.to_string(),
            fingerprint: proof.digest.fingerprint(),
            kind: proof.kind.into(),
            head: ProofHead {
                title: proof.head.title,
                summary: proof.head.summary,
                marked_title: proof.marked_head.title,
                marked_summary: proof.marked_head.summary,
            },
            question: proof.question.into(),
            marked_question: proof.marked_head.question.into(),
            head_changes: proof.marked_head.changes,
            sections: proof.sections.into_iter().map(Section::from).collect(),
            disclaimers: proof
                .disclaimers
                .into_iter()
                .map(|one| ProofDisclaimer {
                    title: one.title,
                    body: one.body,
                    version: one.version,
                })
                .collect(),
            declarations: proof.declarations.into(),
            statement: STATEMENT.map(str::to_owned).to_vec(),
            can_sign: proof.can_sign,
            signed_at: proof.signed_at.into(),
        }
    }
}

/// One name over a section.
#[derive(Clone, Debug, Object)]
struct SignedContributor {
    person: PersonRef,
    signed_at: OrNull<OffsetDateTime>,
    /// When a link to sign was last made.
    link_made_at: OrNull<OffsetDateTime>,
    /// Who was shown the link by which they signed, and could have used it.
    link_shown_to: OrNull<PersonRef>,
    /// When this proof was first sent to them.
    asked_at: OrNull<OffsetDateTime>,
    /// When they were reminded of it, oldest first.
    reminded: Vec<OffsetDateTime>,
    /// How they were asked; for editors alone.
    way: OrNull<AskedWay>,
}

impl From<signing::SignedContributor> for SignedContributor {
    fn from(one: signing::SignedContributor) -> Self {
        Self {
            person: one.person.into(),
            signed_at: one.signed_at.into(),
            link_made_at: one.link_made_at.into(),
            link_shown_to: one.link_shown_to.map(PersonRef::from).into(),
            asked_at: one.asked_at.into(),
            reminded: one.reminded,
            way: one.way.map(AskedWay::from).into(),
        }
    }
}

/// How somebody was asked to sign.
#[derive(Clone, Debug, Object)]
struct AskedWay {
    /// Where the letter went; null where none could, and after 90 days.
    mailed_to: OrNull<String>,
    /// Who was last shown a link to hand over.
    copied_by: OrNull<PersonRef>,
    /// When that was.
    copied_at: OrNull<OffsetDateTime>,
    /// Whether a letter can remind them now.
    can_remind: bool,
}

impl From<signing::AskedWay> for AskedWay {
    fn from(way: signing::AskedWay) -> Self {
        let (by, at) = way.copied.unzip();
        Self {
            mailed_to: way.mailed_to.into(),
            copied_by: by.map(PersonRef::from).into(),
            copied_at: at.into(),
            can_remind: way.can_remind,
        }
    }
}

/// The signatures on one section.
#[derive(Clone, Debug, Object)]
#[oai(rename = "SectionSignatures")]
struct SectionRow {
    section_id: Uuid,
    position: u32,
    digest: String,
    fingerprint: String,
    contributors: Vec<SignedContributor>,
}

impl From<SectionSignatures> for SectionRow {
    fn from(section: SectionSignatures) -> Self {
        Self {
            section_id: section.id.0,
            position: section.position,
            digest: section.digest.to_string(),
            fingerprint: section.digest.fingerprint(),
            contributors: section
                .contributors
                .into_iter()
                .map(SignedContributor::from)
                .collect(),
        }
    }
}

/// The readings an approval can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum ApprovalKind {
    Editorial,
    Clinical,
}

/// One approval.
#[derive(Clone, Debug, Object)]
struct GivenApproval {
    person: PersonRef,
    kind: ApprovalKind,
    at: OffsetDateTime,
}

/// What kind of thing is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
enum MissingKind {
    Signature,
    Approval,
}

/// Something missing before publication.
#[derive(Clone, Debug, Object)]
#[oai(rename = "MissingPart")]
struct Missing {
    what: MissingKind,
    person: OrNull<PersonRef>,
    section_id: OrNull<Uuid>,
    detail: String,
}

impl From<MissingPart> for Missing {
    fn from(part: MissingPart) -> Self {
        let what = if part.person.is_some() {
            MissingKind::Signature
        } else {
            MissingKind::Approval
        };
        Self {
            what,
            person: part.person.map(PersonRef::from).into(),
            section_id: part.section.map(|id| id.0).into(),
            detail: part.detail,
        }
    }
}

/// Whether the caller can approve the text, and who else can.
#[derive(Clone, Debug, Object)]
struct SecondPerson {
    /// Why the caller cannot; null where they can.
    refused: OrNull<String>,
    /// The other editors whom nothing known keeps from it.
    others: Vec<PersonRef>,
}

impl From<SecondPersonView> for SecondPerson {
    fn from(view: SecondPersonView) -> Self {
        Self {
            refused: view.refused.into(),
            others: view.others.into_iter().map(PersonRef::from).collect(),
        }
    }
}

/// Who signed which text, and what is missing: the list that the server checks.
#[derive(Clone, Debug, Object)]
pub(crate) struct Signatures {
    /// What an approval has to name.
    digest: String,
    fingerprint: String,
    sections: Vec<SectionRow>,
    approvals: Vec<GivenApproval>,
    missing: Vec<Missing>,
    /// For editors; null for everybody else.
    second_person: OrNull<SecondPerson>,
    /// Whether those who have not signed are reminded by themselves.
    automatic_reminders: bool,
}

impl From<SignaturesView> for Signatures {
    fn from(view: SignaturesView) -> Self {
        Self {
            digest: view.digest.to_string(),
            fingerprint: view.digest.fingerprint(),
            sections: view.sections.into_iter().map(SectionRow::from).collect(),
            approvals: view
                .approvals
                .into_iter()
                .map(|(person, kind, at)| GivenApproval {
                    person: person.into(),
                    kind: match kind {
                        content::signature::ApprovalKind::Editorial => ApprovalKind::Editorial,
                        content::signature::ApprovalKind::Clinical => ApprovalKind::Clinical,
                    },
                    at,
                })
                .collect(),
            missing: view.missing.into_iter().map(Missing::from).collect(),
            second_person: view.second_person.map(SecondPerson::from).into(),
            automatic_reminders: view.automatic_reminders,
        }
    }
}
