//! The two kinds of article.

use serde::{Deserialize, Serialize};

/// What an article is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One section, its byline at the top.
    Article,
    /// A question and one section for each clinician who answers it.
    ExpertAnswers,
}

impl Kind {
    /// The word stored, sent and signed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::ExpertAnswers => "expert_answers",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "article" => Ok(Self::Article),
            "expert_answers" => Ok(Self::ExpertAnswers),
            _ => Err(UnknownWord(word.to_owned())),
        }
    }
}

/// A stored or sent word that no variant stands for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a word known here")]
pub struct UnknownWord(pub String);
