//! What the contributors declared, in sentences for readers. "None declared" differs from
//! "not asked".

use content::article::Kind;
use content::declaration::{Answer, Declarations};
use content::disclaimer::Mode;
use content::publication::{Publication, PublishedSection};
use serde::Serialize;

use crate::byline_html;

/// A label and what follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fact {
    /// "Connected interests"
    pub(crate) label: &'static str,
    /// Plain text.
    pub(crate) text: String,
}

/// What stands beside the words it is about, not only at the foot.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Nearby {
    /// Who paid, for what.
    pub(crate) sponsor: Option<String>,
    /// Which tool did what.
    pub(crate) ai: Option<String>,
    /// How people in the text were made unrecognisable.
    pub(crate) case: Option<String>,
    /// Whether an earlier site said so, and nobody here.
    pub(crate) is_imported: bool,
}

/// The declarations that must be seen before the text.
pub(crate) fn nearby(declarations: &Declarations, mode: Mode) -> Nearby {
    Nearby {
        is_imported: mode == Mode::Imported,
        sponsor: yes(&declarations.sponsorship),
        ai: yes(&declarations.ai_assistance),
        case: yes(&declarations.case_material),
    }
}

fn yes(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Yes { details } => Some(sentence(details)),
        Answer::No | Answer::NotAsked => None,
    }
}

/// Ends with a full stop.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…', '”']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// "none declared", "not asked", or what was declared.
fn interests(answer: &Answer) -> String {
    match answer {
        Answer::NotAsked => "not asked.".to_owned(),
        Answer::No => "none declared.".to_owned(),
        Answer::Yes { details } => sentence(details),
    }
}

/// The lines about interests and money.
pub(crate) fn facts(publication: &Publication) -> Vec<Fact> {
    let mut facts = vec![Fact {
        label: "Connected interests",
        text: all_interests(publication),
    }];
    if publication.mode == Mode::Imported && publication.sections.iter().any(is_declared) {
        facts.push(Fact {
            label: "Who said so",
            text: "the earlier site. These answers came with the text, and nobody has signed \
                   them here."
                .to_owned(),
        });
    }
    let before = each(publication, |declarations| {
        yes(&declarations.published_before)
    });
    if let Some(text) = before {
        facts.push(Fact {
            label: "Published before",
            text,
        });
    }
    facts
}

fn is_declared(section: &PublishedSection) -> bool {
    section.declarations != Declarations::default()
}

fn all_interests(publication: &Publication) -> String {
    let all: Vec<&Answer> = publication
        .sections
        .iter()
        .map(|section| &section.declarations.interests)
        .collect();
    let unpaid = publication
        .sections
        .iter()
        .all(|section| section.declarations.sponsorship == Answer::No);
    let mut text = match all.as_slice() {
        [] => interests(&Answer::NotAsked),
        [one] => interests(one),
        [first, rest @ ..]
            if rest.iter().all(|other| other == first) && !matches!(first, Answer::Yes { .. }) =>
        {
            let count = byline_html::number(all.len());
            match first {
                Answer::No => format!("none declared by the {count} authors."),
                _ => "not asked.".to_owned(),
            }
        }
        _ => each(publication, |declarations| {
            Some(interests(&declarations.interests))
        })
        .unwrap_or_default(),
    };
    if unpaid && !publication.sections.is_empty() {
        text.push_str(match publication.kind {
            Kind::Article => " No one paid for this article.",
            Kind::ExpertAnswers => " No one paid for these answers.",
        });
    }
    text
}

/// One sentence for each section that has one, with the name before it where there are several.
fn each(
    publication: &Publication,
    say: impl Fn(&Declarations) -> Option<String>,
) -> Option<String> {
    let several = publication.sections.len() > 1;
    let said: Vec<String> = publication
        .sections
        .iter()
        .filter_map(|section| {
            let words = say(&section.declarations)?;
            Some(if several {
                format!("{}: {words}", names(section))
            } else {
                words
            })
        })
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The names over a section, without letters.
pub(crate) fn names(section: &PublishedSection) -> String {
    let names: Vec<&str> = section
        .contributors
        .iter()
        .map(|one| one.byline.name.as_str())
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
