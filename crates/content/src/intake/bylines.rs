//! Who may have written a text as it came. What is found is offered, and taken out of the text
//! only when a person has said that it is right.

use std::sync::LazyLock;

use regex::Regex;

use super::leaves::{line, notes_of};
use crate::byline::{self, Parsed, Remark};
use crate::clean_html::tree::{Block, Leaf, Run};
use crate::clean_html::write::leaf_text;
use crate::clean_html::{CleanHtml, Unclean, settle};

/// How many lines from the beginning, and from the end, can be a byline.
const LINES: usize = 3;

/// The longest line that is one, in characters.
const LONGEST: usize = 160;

/// Where a byline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// It is a line of its own.
    Line,
    /// The first words of a paragraph, before a colon.
    Opening,
    /// In a paragraph about the author, which stays.
    About,
}

/// A byline that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundByline {
    /// The words as they stand in the text.
    pub words: String,
    /// Where.
    pub place: Place,
    /// Name and letters.
    pub parsed: Parsed,
}

static PREFIX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:By|BY)\s*:?\s+|(?i:written by|article by|by line|byline|authors?)\s*:?\s+)")
        .expect("a fixed pattern")
});

static ABOUT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^about the authors?\b\s*[:.–—-]?\s*").expect("a fixed pattern")
});

/// Where a name ends in a sentence about somebody.
static ENDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r",?\s+(?:is|has|was|works|practices|practises|specializes|sees|lives|helps|provides|earned|received)\b")
        .expect("a fixed pattern")
});

/// Whether a line begins to tell about the author.
pub(super) fn is_about(line: &str) -> bool {
    ABOUT.is_match(line)
}

/// The bylines among the first and last lines; `end` is where a list of references stood.
pub(super) fn find(blocks: &[Block], end: usize, known: &dyn Fn(&str) -> bool) -> Vec<FoundByline> {
    let lines: Vec<(usize, &Leaf, String)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| line(block).map(|(leaf, words)| (at, leaf, words)))
        .collect();
    let before = lines.iter().filter(|(at, ..)| *at < end).count();
    let is_near = |place: usize| {
        place < LINES || (place < before && place + LINES >= before) || place + LINES >= lines.len()
    };
    let mut found: Vec<FoundByline> = Vec::new();
    let mut about = false;
    for (place, (_, _, words)) in lines.iter().enumerate() {
        if !is_near(place) {
            continue;
        }
        let heads_about = ABOUT.replace(words, "");
        let here = if is_about(words) && heads_about.is_empty() {
            about = true;
            continue;
        } else if about || is_about(words) {
            about = false;
            told_of(words, &heads_about, known)
        } else if words.chars().count() <= LONGEST {
            own_line(words, known)
        } else if place < LINES {
            opening(words).into_iter().collect()
        } else {
            Vec::new()
        };
        for one in here {
            let name = &one.parsed.byline.name;
            if !found.iter().any(|other| other.parsed.byline.name == *name) {
                found.push(one);
            }
        }
    }
    found
}

/// A line that is one byline, or several joined by "and".
fn own_line(words: &str, known: &dyn Fn(&str) -> bool) -> Vec<FoundByline> {
    let prefix = PREFIX.find(words).map_or(0, |found| found.end());
    let rest = words[prefix..].trim();
    let single = one(rest, prefix > 0, known);
    let parts: Vec<&str> = rest
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(';'))
        .map(str::trim)
        .collect();
    let all: Option<Vec<Parsed>> = parts
        .iter()
        .map(|part| one(part, prefix > 0, known))
        .collect();
    let of = match all {
        Some(all) if all.len() > 1 => all,
        _ => single.into_iter().collect(),
    };
    if of.is_empty() {
        return opening(words).into_iter().collect();
    }
    of.into_iter()
        .map(|parsed| FoundByline {
            words: words.to_owned(),
            place: Place::Line,
            parsed,
        })
        .collect()
}

/// A name and letters; without letters that are known only after "By", or of somebody known.
fn one(typed: &str, after_by: bool, known: &dyn Fn(&str) -> bool) -> Option<Parsed> {
    if typed.ends_with(['?', '!']) {
        return None;
    }
    let parsed = byline::parse(typed.trim_end_matches('.')).ok()?;
    let said = |remark| parsed.remarks.contains(&remark);
    let name = &parsed.byline.name;
    if said(Remark::NoName) || !is_name(name) {
        return None;
    }
    let letters = known_letters(&parsed) > 0;
    let plain = !said(Remark::SmallLetters) && !said(Remark::WordsLeftOut);
    let is_one = letters || known(name) || (after_by && plain && !said(Remark::PracticeNotPerson));
    is_one.then_some(parsed)
}

fn known_letters(parsed: &Parsed) -> usize {
    let letters = parsed.byline.letters.iter();
    letters
        .filter(|one| !parsed.unknown_letters.contains(one))
        .count()
}

/// Two to six words, the first and last of them with a capital.
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    (2..=6).contains(&words.len())
        && name.chars().count() <= 80
        && !name.contains(|c: char| c.is_ascii_digit())
        && words.first().is_some_and(capital)
        && words.last().is_some_and(capital)
        && words.iter().filter(|word| !capital(word)).count() <= 2
}

/// "Jo Example, MA, LPC: It is a question …"
fn opening(words: &str) -> Option<FoundByline> {
    let (before, _) = words.split_once(": ")?;
    if before.chars().count() > LONGEST {
        return None;
    }
    let parsed = one(before, false, &|_| false)?;
    Some(FoundByline {
        words: format!("{before}:"),
        place: Place::Opening,
        parsed,
    })
}

/// "About the author: Jo Example, MA, LPC, is a therapist in Exampleton."
fn told_of(words: &str, sentence: &str, known: &dyn Fn(&str) -> bool) -> Vec<FoundByline> {
    let end = ENDS
        .find(sentence)
        .map_or(sentence.len(), |found| found.start());
    let parsed = one(&sentence[..end], true, known);
    parsed
        .into_iter()
        .map(|parsed| FoundByline {
            words: words.to_owned(),
            place: Place::About,
            parsed,
        })
        .collect()
}

/// The text without the words of a byline that somebody confirmed. Where these stand nowhere
/// among its first and last lines, it stays as it is, and so does what tells about an author.
///
/// # Errors
/// When what is left cannot be cleaned.
pub fn without_byline(body: &CleanHtml, found: &FoundByline) -> Result<CleanHtml, Unclean> {
    let mut blocks = body.blocks();
    let at = blocks.iter().position(|block| {
        line(block).is_some_and(|(_, words)| match found.place {
            Place::Line => words == found.words,
            Place::Opening => words.starts_with(&found.words),
            Place::About => false,
        })
    });
    let Some(at) = at else {
        return Ok(body.clone());
    };
    let Block::Leaf(leaf) = &blocks[at] else {
        return Ok(body.clone());
    };
    if found.place == Place::Line {
        let notes = notes_of(leaf);
        blocks.splice(at..=at, notes);
    } else {
        blocks[at] = Block::Leaf(from(leaf, &found.words));
    }
    settle(&blocks)
}

/// A leaf from the end of its first words on.
fn from(leaf: &Leaf, words: &str) -> Leaf {
    let text = leaf_text(leaf);
    let wanted = words.chars().filter(|c| !c.is_whitespace()).count();
    let mut seen = 0;
    let end = text
        .char_indices()
        .find_map(|(at, c)| {
            seen += usize::from(!c.is_whitespace());
            (seen == wanted).then(|| at + c.len_utf8())
        })
        .unwrap_or(0);
    let mut at = 0;
    let mut runs: Vec<Run> = Vec::new();
    for run in &leaf.runs {
        let cut = end.saturating_sub(at).min(run.text.len());
        at += run.text.len();
        runs.push(Run {
            text: run.text[cut..].to_owned(),
            marks: run.marks.clone(),
        });
    }
    Leaf::settled(leaf.tag, runs)
}
