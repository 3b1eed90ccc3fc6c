//! The five plain questions. A "no" differs from "not asked".

use serde::{Deserialize, Serialize};

/// The answer to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Nobody has answered yet.
    #[default]
    NotAsked,
    /// Answered with no.
    No,
    /// Answered with yes, in these words.
    Yes {
        /// What readers or editors are told, plain text.
        details: String,
    },
}

/// What the contributors of one section declare; part of what they sign.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declarations {
    /// Money, employment, own products or a relation to what is discussed (FTC, 16 CFR 255).
    pub interests: Answer,
    /// Paid for, or with affiliate links.
    pub sponsorship: Answer,
    /// Whether an AI tool helped to write it (ICMJE: disclosed, and a human answers for it).
    pub ai_assistance: Answer,
    /// Whether it appeared elsewhere before.
    pub published_before: Answer,
    /// Whether it tells of a real client (APA 4.07, ACA G.5.a).
    pub case_material: Answer,
}
