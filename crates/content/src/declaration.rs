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

impl Declarations {
    /// These answers, and where nobody has answered yet what `last` says about the person rather
    /// than about one text: interests, sponsorship, help by AI. Whether a text was published
    /// before and whether it tells of a client is asked anew of each.
    #[must_use]
    pub fn or_as_last_time(self, last: &Self) -> Self {
        let or = |now: Answer, then: &Answer| match now {
            Answer::NotAsked => then.clone(),
            answered => answered,
        };
        Self {
            interests: or(self.interests, &last.interests),
            sponsorship: or(self.sponsorship, &last.sponsorship),
            ai_assistance: or(self.ai_assistance, &last.ai_assistance),
            ..self
        }
    }
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
    fn what_is_about_the_person_is_as_last_time() {
        let last = Declarations {
            interests: Answer::Yes {
                details: "I teach a course.".to_owned(),
            },
            sponsorship: Answer::No,
            ai_assistance: Answer::No,
            published_before: Answer::No,
            case_material: Answer::No,
        };
        let now = Declarations {
            ai_assistance: Answer::Yes {
                details: "A tool suggested headings.".to_owned(),
            },
            ..Declarations::default()
        };
        let filled = now.clone().or_as_last_time(&last);
        assert_eq!(filled.interests, last.interests);
        assert_eq!(filled.sponsorship, Answer::No);
        assert_eq!(filled.ai_assistance, now.ai_assistance, "answered already");
        assert_eq!(filled.published_before, Answer::NotAsked);
        assert_eq!(filled.case_material, Answer::NotAsked);
    }

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
