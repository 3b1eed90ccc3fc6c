//! The words of a piece, and which of them differ.

use super::align::{Stretch, merged, stretches};
use crate::clean_html::tree::{Leaf, Mark, Run};

/// A word, a space or a sign, with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
}

/// Words that are the same in both texts, or that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    Same(Vec<Token>),
    Changed { old: Vec<Token>, new: Vec<Token> },
}

/// Of 1000 letters, how many two texts must share to be compared word by word.
const SHARED: usize = 250;

/// The words of a leaf, in order.
pub(super) fn tokens(leaf: &Leaf) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for run in &leaf.runs {
        let mut kind = Kind::Sign;
        let mut starts = true;
        for c in run.text.chars() {
            let next = Kind::of(c, kind);
            match tokens.last_mut() {
                Some(last) if !starts && next == kind && next != Kind::Sign => last.text.push(c),
                _ => tokens.push(Token {
                    text: c.to_string(),
                    marks: run.marks.clone(),
                }),
            }
            kind = next;
            starts = false;
        }
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    Sign,
}

impl Kind {
    fn of(c: char, before: Self) -> Self {
        let joins = matches!(c, '\'' | '’' | '\u{ad}' | '\u{200c}' | '\u{200d}')
            || unicode_normalization::char::is_combining_mark(c);
        match c {
            _ if c.is_alphanumeric() => Self::Word,
            _ if joins && before == Self::Word => Self::Word,
            '\n' => Self::Sign,
            _ if c.is_whitespace() => Self::Space,
            _ => Self::Sign,
        }
    }
}

/// The runs of these words.
pub(super) fn runs(tokens: &[Token]) -> Vec<Run> {
    let same_marks = tokens.chunk_by(|a, b| a.marks == b.marks);
    let run = |tokens: &[Token]| Run {
        text: tokens.iter().map(|token| token.text.as_str()).collect(),
        marks: tokens[0].marks.clone(),
    };
    same_marks.map(run).collect()
}

/// What changed between two rows of words, in stretches that a person can read.
pub(super) fn compare(old: &[Token], new: &[Token]) -> Vec<Segment> {
    let mut found = stretches(old, new);
    if share(old, new, &found) < SHARED {
        found = vec![Stretch {
            same: false,
            old: 0..old.len(),
            new: 0..new.len(),
        }];
    }
    let found = slide(joined(found, new), old, new);
    let segment = |stretch: Stretch| {
        if stretch.same {
            Segment::Same(new[stretch.new].to_vec())
        } else {
            Segment::Changed {
                old: old[stretch.old].to_vec(),
                new: new[stretch.new].to_vec(),
            }
        }
    };
    merged(found).into_iter().map(segment).collect()
}

/// Of 1000 letters, how many stand in stretches that are the same.
fn share(old: &[Token], new: &[Token], stretches: &[Stretch]) -> usize {
    let letters = |tokens: &[Token]| -> usize {
        let words = tokens.iter().filter(|token| is_word(token));
        words.map(|token| token.text.chars().count()).sum()
    };
    let same = stretches.iter().filter(|stretch| stretch.same);
    let shared: usize = same.map(|stretch| letters(&new[stretch.new.clone()])).sum();
    let (old, new) = (letters(old), letters(new));
    // Where one text is part of the other, its whole length is shared.
    match old.min(new) {
        0 => 1000,
        least => shared * 1000 / least,
    }
}

/// Changes that only a space, a sign or one short word keeps apart become one.
fn joined(stretches: Vec<Stretch>, new: &[Token]) -> Vec<Stretch> {
    let last = stretches.len().saturating_sub(1);
    let join = |(index, mut stretch): (usize, Stretch)| {
        let mut words = new[stretch.new.clone()]
            .iter()
            .filter(|token| is_word(token));
        let short = words
            .next()
            .is_none_or(|word| word.text.chars().count() <= 3);
        let between = index > 0 && index < last && words.next().is_none() && short;
        stretch.same &= !between;
        stretch
    };
    merged(stretches.into_iter().enumerate().map(join).collect())
}

/// Words that came or went whole are told from the place where a reader would begin:
/// "One. ‹Two.› Three." and not "One‹. Two›. Three."
fn slide(mut stretches: Vec<Stretch>, old: &[Token], new: &[Token]) -> Vec<Stretch> {
    for index in 1..stretches.len().saturating_sub(1) {
        let [before, changed, after] = &mut stretches[index - 1..=index + 1] else {
            continue;
        };
        let (tokens, range) = match (changed.old.is_empty(), changed.new.is_empty()) {
            (true, false) => (new, changed.new.clone()),
            (false, true) => (old, changed.old.clone()),
            _ => continue,
        };
        if changed.same || !before.same || !after.same {
            continue;
        }
        let left = (0..before.new.len().saturating_sub(1))
            .take_while(|n| tokens[range.start - 1 - n] == tokens[range.end - 1 - n])
            .count();
        let right = (0..after.new.len().saturating_sub(1))
            .take_while(|n| tokens[range.start + n] == tokens[range.end + n])
            .count();
        let start = range.start;
        let best = (start - left..=start + right)
            .max_by_key(|&at| (beginning(tokens, at), std::cmp::Reverse(at.abs_diff(start))));
        let Some(best) = best else { continue };
        let moved = |at: usize| {
            if best >= start {
                at + (best - start)
            } else {
                at - (start - best)
            }
        };
        for (before, changed, after) in [
            (&mut before.old, &mut changed.old, &mut after.old),
            (&mut before.new, &mut changed.new, &mut after.new),
        ] {
            *changed = moved(changed.start)..moved(changed.end);
            before.end = changed.start;
            after.start = changed.end;
        }
    }
    stretches
}

/// How good a place this is to begin: a sentence, a word, or neither.
fn beginning(tokens: &[Token], at: usize) -> u8 {
    let text = |back: usize| {
        at.checked_sub(back)
            .and_then(|at| tokens.get(at))
            .map(|t| t.text.as_str())
    };
    match (text(2), text(1)) {
        (_, None | Some("\n")) | (Some("." | "!" | "?" | "”"), Some(" ")) => 3,
        (_, Some(" " | "\u{a0}")) => 2,
        _ if tokens.get(at).is_some_and(|token| token.text == " ") => 1,
        _ => 0,
    }
}

fn is_word(token: &Token) -> bool {
    token.text.contains(char::is_alphanumeric)
}

/// Both sides of a change in plain text. Where the words are the same, what is said of them
/// is told too: "here [bold]".
pub(super) fn described(old: &[Token], new: &[Token]) -> (String, String) {
    let plain = |tokens: &[Token]| {
        tokens
            .iter()
            .map(|token| token.text.as_str())
            .collect::<String>()
    };
    let (before, after) = (plain(old), plain(new));
    if before == after {
        return (
            with_marks(before.trim(), old),
            with_marks(after.trim(), new),
        );
    }
    let trimmed = |text: String| {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            text
        } else {
            trimmed.to_owned()
        }
    };
    (trimmed(before), trimmed(after))
}

fn with_marks(text: &str, tokens: &[Token]) -> String {
    let mut said: Vec<String> = Vec::new();
    for mark in tokens.iter().flat_map(|token| &token.marks) {
        let words = match mark {
            Mark::Strong => "bold".to_owned(),
            Mark::Em => "italic".to_owned(),
            Mark::Sub => "lowered".to_owned(),
            Mark::Sup => "raised".to_owned(),
            Mark::Code => "code".to_owned(),
            Mark::Cite => "title of a work".to_owned(),
            Mark::Q => "quoted".to_owned(),
            Mark::Abbr(Some(title)) => format!("short for {title}"),
            Mark::Abbr(None) => "abbreviation".to_owned(),
            Mark::Link(address) => format!("link to {address}"),
            Mark::Added(_) | Mark::Removed(_) => continue,
        };
        if !said.contains(&words) {
            said.push(words);
        }
    }
    if said.is_empty() {
        text.to_owned()
    } else {
        format!("{text} [{}]", said.join(", "))
    }
}
