//! Whether anything is missing that every article needs.

use content::article::Kind;
use content::topic::Flag;

use crate::Finding;

/// What is known of a text before it is submitted, proofed or published.
#[derive(Clone, Debug)]
pub struct Completeness {
    /// What it is made of.
    pub kind: Kind,
    /// As typed.
    pub title: String,
    /// As typed.
    pub question: Option<String>,
    /// Its sections, in order.
    pub sections: Vec<SectionFacts>,
    /// The flags of its topics; empty when it has none.
    pub topics: Vec<Flag>,
    /// Whether the help directory has an entry for the site's own country.
    pub help_at_hand: bool,
}

/// What is known of one section.
#[derive(Clone, Debug, Default)]
pub struct SectionFacts {
    /// The clinicians over it, as printed.
    pub bylines: Vec<String>,
    /// Words of text.
    pub words: usize,
    /// Works that the text cites and its list of references has not.
    pub loose_citations: usize,
    /// Images that nobody has described, nor called decoration.
    pub undescribed_images: usize,
    /// Images of which nobody has said whether a client is shown.
    pub images_not_asked: usize,
}

/// Everything that is missing; nothing when the text is whole.
///
/// A flagged topic without help at hand blocks (rule SM10 of the field: a page on suicide,
/// self-harm, abuse or eating disorders carries the way to help).
#[must_use]
pub fn complete(facts: &Completeness) -> Vec<Finding> {
    let mut missing = Vec::new();
    if facts.title.trim().is_empty() {
        missing.push(Finding::new(
            "no_title",
            "title",
            "Give the article a title.",
        ));
    }
    if facts.kind == Kind::ExpertAnswers
        && facts
            .question
            .as_deref()
            .is_none_or(|question| question.trim().is_empty())
    {
        missing.push(Finding::new(
            "no_question",
            "question",
            "Write the question that is answered.",
        ));
    }
    if facts.topics.is_empty() {
        missing.push(Finding::new(
            "no_topic",
            "topics",
            "Choose at least one topic.",
        ));
    }
    if facts.sections.is_empty() {
        missing.push(Finding::new(
            "no_section",
            "sections",
            "Write the text first.",
        ));
    }
    for (number, section) in (1..).zip(&facts.sections) {
        let field = format!("sections.{number}");
        if section.bylines.is_empty() {
            let detail = match facts.kind {
                Kind::Article => "Say who wrote it.".to_owned(),
                Kind::ExpertAnswers => format!("Say who wrote answer {number}."),
            };
            missing.push(Finding::new("no_byline", field.clone(), detail));
        }
        if section.words == 0 {
            let detail = match facts.kind {
                Kind::Article => "The text is empty.".to_owned(),
                Kind::ExpertAnswers => format!("Answer {number} is empty."),
            };
            missing.push(Finding::new("no_text", field.clone(), detail));
        }
        missing.extend(beside(section, &field));
    }
    if facts.topics.iter().any(|flag| *flag != Flag::None) && !facts.help_at_hand {
        missing.push(Finding::new(
            "no_help",
            "topics",
            "This topic needs help lines for the site's country. An editor has to add them to \
             the help directory first.",
        ));
    }
    missing
}

/// What is missing beside the words of a section.
///
/// Full-face photographs identify a client (45 CFR 164.514(b)(2)(i)(Q)), so the question is
/// asked of every image.
fn beside(section: &SectionFacts, field: &str) -> Vec<Finding> {
    let mut missing = Vec::new();
    let mut add = |code: &str, part: &str, count: usize, one: &str, several: &str| {
        if count > 0 {
            let detail = if count == 1 {
                one.to_owned()
            } else {
                format!("{count} {several}")
            };
            missing.push(Finding::new(code, format!("{field}.{part}"), detail));
        }
    };
    add(
        "no_reference",
        "references",
        section.loose_citations,
        "The text cites a work that is not in the references. Add it, or take the citation out.",
        "citations lead to works that are not in the references. Add these, or take the \
         citations out.",
    );
    add(
        "no_alt",
        "images",
        section.undescribed_images,
        "Describe the picture for people who cannot see it, or say that it is only decoration.",
        "pictures are not described yet. Describe each, or say that it is only decoration.",
    );
    add(
        "no_clients_answer",
        "images",
        section.images_not_asked,
        "Say of the picture whether a client is shown.",
        "pictures: say of each whether a client is shown.",
    );
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Completeness {
        Completeness {
            kind: Kind::ExpertAnswers,
            title: "Talking at the table".to_owned(),
            question: Some("How do we begin?".to_owned()),
            sections: vec![SectionFacts {
                bylines: vec!["Jo Example, LPC".to_owned()],
                words: 12,
                ..SectionFacts::default()
            }],
            topics: vec![Flag::None],
            help_at_hand: true,
        }
    }

    fn codes(facts: &Completeness) -> Vec<String> {
        complete(facts)
            .into_iter()
            .map(|finding| finding.code)
            .collect()
    }

    #[test]
    fn nothing_is_missing_from_a_whole_text() {
        assert_eq!(complete(&whole()), []);
    }

    #[test]
    fn each_missing_part_is_named() {
        let empty = Completeness {
            kind: Kind::ExpertAnswers,
            title: " ".to_owned(),
            question: None,
            sections: vec![SectionFacts {
                bylines: vec![],
                words: 0,
                ..SectionFacts::default()
            }],
            topics: vec![],
            help_at_hand: true,
        };
        assert_eq!(
            codes(&empty),
            [
                "no_title",
                "no_question",
                "no_topic",
                "no_byline",
                "no_text"
            ]
        );
    }

    #[test]
    fn what_stands_beside_the_words_is_asked_for() {
        let mut facts = whole();
        facts.sections[0].loose_citations = 1;
        facts.sections[0].undescribed_images = 2;
        facts.sections[0].images_not_asked = 1;
        assert_eq!(
            codes(&facts),
            ["no_reference", "no_alt", "no_clients_answer"]
        );
        let findings = complete(&facts);
        assert_eq!(findings[1].field, "sections.1.images");
        assert!(findings[1].detail.starts_with("2 pictures are not"));
    }

    #[test]
    fn a_flagged_topic_needs_help_at_hand() {
        let mut facts = whole();
        facts.topics = vec![Flag::None, Flag::Crisis];
        assert_eq!(complete(&facts), []);
        facts.help_at_hand = false;
        assert_eq!(codes(&facts), ["no_help"]);
    }

    #[test]
    fn an_article_needs_no_question() {
        let mut facts = whole();
        facts.kind = Kind::Article;
        facts.question = None;
        assert_eq!(complete(&facts), []);
    }
}
