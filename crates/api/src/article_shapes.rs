//! Articles as lists and the writing screen show them.

use editorial::Act;
use editorial::signing::Extent;
use editorial::writing::{ArticleRow, DraftView, ObjectionView};
use poem_openapi::{Enum, Object};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::beside_shapes::{Image, Reference, all};
use crate::candidate_shapes::{Candidate, JointAct, PublicCopy};
use crate::declaration_shapes::Declarations;
use crate::or_null::OrNull;
use crate::shapes::{Byline, PersonRef};

/// What an article is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// One text.
    Article,
    /// A question with an answer from each clinician.
    ExpertAnswers,
}

impl From<content::article::Kind> for Kind {
    fn from(kind: content::article::Kind) -> Self {
        match kind {
            content::article::Kind::Article => Self::Article,
            content::article::Kind::ExpertAnswers => Self::ExpertAnswers,
        }
    }
}

impl From<Kind> for content::article::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Article => Self::Article,
            Kind::ExpertAnswers => Self::ExpertAnswers,
        }
    }
}

/// What a topic asks of the pages that carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub(crate) enum Flag {
    /// Nothing special.
    None,
    /// Suicide or self-harm.
    Crisis,
    /// Abuse.
    Abuse,
    /// Eating disorders.
    EatingDisorder,
}

impl From<content::topic::Flag> for Flag {
    fn from(flag: content::topic::Flag) -> Self {
        match flag {
            content::topic::Flag::None => Self::None,
            content::topic::Flag::Crisis => Self::Crisis,
            content::topic::Flag::Abuse => Self::Abuse,
            content::topic::Flag::EatingDisorder => Self::EatingDisorder,
        }
    }
}

/// A topic as a label with an address.
#[derive(Clone, Debug, Object)]
pub(crate) struct TopicRef {
    /// Lasting number, such as `5.1`.
    id: String,
    label: String,
    slug: String,
    flag: Flag,
}

impl From<content::public::TopicRef> for TopicRef {
    fn from(topic: content::public::TopicRef) -> Self {
        Self {
            id: topic.id.0,
            label: topic.label,
            slug: topic.slug,
            flag: topic.flag.into(),
        }
    }
}

/// How far the signatures on a proof are.
#[derive(Clone, Debug, Object)]
pub(crate) struct SignatureCount {
    needed: u32,
    given: u32,
    /// Whether a second person has approved.
    approved: bool,
    /// Whether the caller could be that person.
    open_to_you: bool,
}

/// One article in a list.
#[derive(Clone, Debug, Object)]
#[oai(rename = "ArticleRow")]
pub(crate) struct Row {
    id: Uuid,
    kind: Kind,
    /// As typed; may be empty.
    title: String,
    question: OrNull<String>,
    bylines: Vec<Byline>,
    topics: Vec<TopicRef>,
    candidate: OrNull<Candidate>,
    public: PublicCopy,
    /// Whose turn it is; empty when it is the editors'.
    waiting_for: Vec<PersonRef>,
    waiting_since: OrNull<OffsetDateTime>,
    signatures: SignatureCount,
    editor: OrNull<PersonRef>,
    /// What waits for a second person, for those who can have a part in it.
    joint_act: OrNull<JointAct>,
    updated_at: OffsetDateTime,
}

impl From<ArticleRow> for Row {
    fn from(row: ArticleRow) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            bylines: row.bylines().into_iter().map(Byline::from).collect(),
            candidate: row
                .candidate
                .as_ref()
                .map(|candidate| Candidate::new(candidate, row.since, row.by.clone()))
                .into(),
            id: row.id.0,
            kind: row.kind.into(),
            title: row.title,
            question: row.question.into(),
            topics: row.topics.into_iter().map(TopicRef::from).collect(),
            public: PublicCopy::new(row.public, row.erased_at),
            waiting_for: row.waiting_for.into_iter().map(PersonRef::from).collect(),
            waiting_since: row.since.into(),
            signatures: SignatureCount {
                open_to_you: row.signatures.open_to_you,
                needed: count(row.signatures.needed),
                given: count(row.signatures.given),
                approved: row.signatures.approved,
            },
            editor: row.editor.map(PersonRef::from).into(),
            joint_act: row.joint_act.map(JointAct::from).into(),
            updated_at: row.updated_at,
        }
    }
}

/// Title, summary and question as typed.
#[derive(Clone, Debug, Object)]
struct Head {
    /// What the next `If-Match` names.
    version: i64,
    title: String,
    summary: String,
    question: OrNull<String>,
    topics: Vec<TopicRef>,
    saved_at: OffsetDateTime,
    saved_by: OrNull<PersonRef>,
}

/// One section as typed.
#[derive(Clone, Debug, Object)]
struct Section {
    id: Uuid,
    /// What the next `If-Match` names.
    version: i64,
    /// From 1.
    position: u32,
    body_html: String,
    images: Vec<Image>,
    references: Vec<Reference>,
    contributors: Vec<PersonRef>,
    declarations: Declarations,
    saved_at: OffsetDateTime,
    saved_by: OrNull<PersonRef>,
}

/// What a contributor says is wrong with a proof.
#[derive(Clone, Debug, Object)]
struct StandingObjection {
    by: PersonRef,
    at: OffsetDateTime,
    /// In their own words; may be empty.
    message: String,
    /// Whether the person does not want it under their name at all.
    never: bool,
}

impl From<ObjectionView> for StandingObjection {
    fn from(objection: ObjectionView) -> Self {
        Self {
            by: objection.by.into(),
            at: objection.at,
            message: objection.message,
            never: objection.extent == Extent::NeverUnderMyName,
        }
    }
}

/// An article on the writing screen.
#[derive(Clone, Debug, Object)]
pub(crate) struct Article {
    id: Uuid,
    slug: OrNull<String>,
    kind: Kind,
    language: String,
    head: Head,
    sections: Vec<Section>,
    candidate: OrNull<Candidate>,
    public: PublicCopy,
    editor: OrNull<PersonRef>,
    /// For editors: what stopped the text, or is said of an amendment, and is not answered yet.
    objection: OrNull<StandingObjection>,
    /// What waits for a second person, for those who can have a part in it.
    joint_act: OrNull<JointAct>,
    /// Whether the caller is one of its authors.
    mine: bool,
    /// What the caller can do now.
    may: Vec<Doable>,
}

/// What a caller can do with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Act", rename_all = "snake_case")]
pub(crate) enum Doable {
    Edit,
    Arrange,
    Submit,
    SubmitForAuthor,
    Recall,
    StartReview,
    RequestChanges,
    Decline,
    SendProof,
    Attest,
    Object,
    Approve,
    Publish,
    Revise,
    Withdraw,
    Amend,
    Erase,
}

fn doable(act: Act) -> Option<Doable> {
    Some(match act {
        Act::Edit => Doable::Edit,
        Act::Arrange => Doable::Arrange,
        Act::Submit => Doable::Submit,
        Act::SubmitForAuthor => Doable::SubmitForAuthor,
        Act::Recall => Doable::Recall,
        Act::StartReview => Doable::StartReview,
        Act::RequestChanges => Doable::RequestChanges,
        Act::Decline => Doable::Decline,
        Act::SendProof => Doable::SendProof,
        Act::Attest => Doable::Attest,
        Act::Object => Doable::Object,
        Act::Approve => Doable::Approve,
        Act::Publish => Doable::Publish,
        Act::Revise => Doable::Revise,
        Act::Withdraw => Doable::Withdraw,
        Act::Amend => Doable::Amend,
        Act::Erase => Doable::Erase,
        _ => return None,
    })
}

impl From<DraftView> for Article {
    fn from(view: DraftView) -> Self {
        Self {
            candidate: view
                .candidate
                .as_ref()
                .map(|candidate| Candidate::new(candidate, view.since, view.by.clone()))
                .into(),
            id: view.id.0,
            slug: view.slug.into(),
            kind: view.kind.into(),
            language: view.language,
            head: Head {
                version: view.head.version,
                title: view.head.title,
                summary: view.head.summary,
                question: view.head.question.into(),
                topics: view.topics.into_iter().map(TopicRef::from).collect(),
                saved_at: view.head.saved_at,
                saved_by: view.head.saved_by.map(PersonRef::from).into(),
            },
            sections: view
                .sections
                .into_iter()
                .map(|section| Section {
                    id: section.id.0,
                    version: section.version,
                    position: section.position,
                    body_html: section.body_html,
                    images: all(section.images),
                    references: all(section.references),
                    contributors: section
                        .contributors
                        .into_iter()
                        .map(PersonRef::from)
                        .collect(),
                    declarations: section.declarations.into(),
                    saved_at: section.saved_at,
                    saved_by: section.saved_by.map(PersonRef::from).into(),
                })
                .collect(),
            public: PublicCopy::new(view.public, view.erased_at),
            editor: view.editor.map(PersonRef::from).into(),
            objection: view.objection.map(StandingObjection::from).into(),
            joint_act: view.joint_act.map(JointAct::from).into(),
            mine: view.mine,
            may: view.may.into_iter().filter_map(doable).collect(),
        }
    }
}
