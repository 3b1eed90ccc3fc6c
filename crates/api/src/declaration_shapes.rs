//! The five plain questions as they are sent.

use content::declaration::{self, Answer};
use poem_openapi::{Enum, Object};

use crate::or_null::OrNull;

/// Whether a question was answered, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Answer", rename_all = "snake_case")]
enum Word {
    /// Nobody has answered yet.
    NotAsked,
    /// Answered with no.
    No,
    /// Answered with yes.
    Yes,
}

/// The answer to one question.
#[derive(Clone, Debug, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct DeclarationAnswer {
    answer: Word,
    /// With a yes.
    #[oai(default)]
    details: OrNull<String>,
}

impl Default for OrNull<String> {
    fn default() -> Self {
        Self(None)
    }
}

/// What the contributors of a section declare.
#[derive(Clone, Debug, Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct Declarations {
    interests: DeclarationAnswer,
    sponsorship: DeclarationAnswer,
    ai_assistance: DeclarationAnswer,
    published_before: DeclarationAnswer,
    case_material: DeclarationAnswer,
}

impl From<Answer> for DeclarationAnswer {
    fn from(answer: Answer) -> Self {
        let (answer, details) = match answer {
            Answer::NotAsked => (Word::NotAsked, None),
            Answer::No => (Word::No, None),
            Answer::Yes { details } => (Word::Yes, Some(details)),
        };
        Self {
            answer,
            details: details.into(),
        }
    }
}

impl From<DeclarationAnswer> for Answer {
    fn from(sent: DeclarationAnswer) -> Self {
        match sent.answer {
            Word::NotAsked => Self::NotAsked,
            Word::No => Self::No,
            Word::Yes => Self::Yes {
                details: sent.details.0.unwrap_or_default(),
            },
        }
    }
}

impl From<declaration::Declarations> for Declarations {
    fn from(all: declaration::Declarations) -> Self {
        Self {
            interests: all.interests.into(),
            sponsorship: all.sponsorship.into(),
            ai_assistance: all.ai_assistance.into(),
            published_before: all.published_before.into(),
            case_material: all.case_material.into(),
        }
    }
}

impl From<Declarations> for declaration::Declarations {
    fn from(all: Declarations) -> Self {
        Self {
            interests: all.interests.into(),
            sponsorship: all.sponsorship.into(),
            ai_assistance: all.ai_assistance.into(),
            published_before: all.published_before.into(),
            case_material: all.case_material.into(),
        }
    }
}
