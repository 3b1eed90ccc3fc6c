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

/// Who paid for a text, in the words of those who signed it; `None` where nobody says so.
#[must_use]
pub fn sponsorship<'a>(all: impl IntoIterator<Item = &'a Declarations>) -> Option<String> {
    let mut said: Vec<String> = Vec::new();
    for declarations in all {
        let Answer::Yes { details } = &declarations.sponsorship else {
            continue;
        };
        let details = details.trim();
        let sentence = if details.ends_with(['.', '!', '?', '…', '”']) {
            details.to_owned()
        } else {
            format!("{details}.")
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    (!said.is_empty()).then(|| said.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_payment_is_named_once() {
        let paid = |details: &str| Declarations {
            sponsorship: Answer::Yes {
                details: details.to_owned(),
            },
            ..Declarations::default()
        };
        let unpaid = Declarations {
            sponsorship: Answer::No,
            ..Declarations::default()
        };
        assert_eq!(sponsorship([&unpaid, &Declarations::default()]), None);
        let all = [
            &paid(" Paid for by the Fern Fund"),
            &unpaid,
            &paid("Paid for by the Fern Fund."),
            &paid("The Reed Trust gave a grant."),
        ];
        assert_eq!(
            sponsorship(all).as_deref(),
            Some("Paid for by the Fern Fund. The Reed Trust gave a grant.")
        );
    }
}
