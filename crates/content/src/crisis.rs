//! Whether what somebody typed may come from danger, so that help stands above everything else.
//!
//! Recall comes before precision: a help box that nobody needed costs a glance, a missing one
//! may cost a life. The phrases are data, in `data/crisis.txt` and `data/abuse.txt`; how they
//! are read is described at the head of these files. Nothing typed is kept or sent anywhere.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const CRISIS: &str = include_str!("../data/crisis.txt");
const ABUSE: &str = include_str!("../data/abuse.txt");
const NOT_TYPOS: &str = include_str!("../data/not_typos.txt");

/// Words of a query that are looked at; longer ones are articles and not questions.
const LONGEST_QUERY: usize = 400;

/// The shortest word in which one slip of the finger is forgiven.
const FORGIVING_LENGTH: usize = 5;

/// Words that people put anywhere for weight; skipped in queries and in phrases.
const SKIPPED: [&str; 16] = [
    "actually",
    "always",
    "bloody",
    "constantly",
    "even",
    "ever",
    "freaking",
    "fucking",
    "honestly",
    "just",
    "literally",
    "often",
    "really",
    "so",
    "sometimes",
    "still",
];

/// Two words that are read as one, or as another two.
const PAIRS: [(&str, &str, &str); 12] = [
    ("any", "more", "anymore"),
    ("can", "not", "cant"),
    ("did", "not", "didnt"),
    ("do", "not", "dont"),
    ("does", "not", "doesnt"),
    ("he", "is", "hes"),
    ("he", "will", "hell"),
    ("i", "am", "im"),
    ("is", "not", "isnt"),
    ("she", "is", "shes"),
    ("was", "not", "wasnt"),
    ("will", "not", "wont"),
];

/// What a query may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CrisisHit {
    /// Dying, or hurting oneself.
    Crisis,
    /// Being hurt, frightened or controlled by somebody.
    Abuse,
}

/// What the query may be about, if it sounds like danger. [`CrisisHit::Crisis`] goes first
/// where both may be meant: the line for it is for everyone.
#[must_use]
pub fn crisis(query: &str) -> Option<CrisisHit> {
    static PHRASES: LazyLock<[(CrisisHit, Vec<Phrase>); 2]> = LazyLock::new(|| {
        [
            (CrisisHit::Crisis, phrases(CRISIS)),
            (CrisisHit::Abuse, phrases(ABUSE)),
        ]
    });
    let typed = words(query);
    PHRASES
        .iter()
        .find(|(_, phrases)| phrases.iter().any(|phrase| phrase.is_in(&typed)))
        .map(|(hit, _)| *hit)
}

/// Where in a query a phrase has to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    /// The phrase is all there is.
    Whole,
}

struct Phrase {
    place: Place,
    /// For each place in the phrase, the words that may stand there.
    slots: Vec<Vec<Word>>,
}

type Word = Vec<char>;

impl Phrase {
    fn is_in(&self, typed: &[Word]) -> bool {
        match self.place {
            Place::Anywhere => typed.windows(self.slots.len()).any(|run| self.fits(run)),
            Place::Whole => typed.len() == self.slots.len() && self.fits(typed),
        }
    }

    fn fits(&self, run: &[Word]) -> bool {
        self.slots
            .iter()
            .zip(run)
            .all(|(slot, typed)| slot.iter().any(|word| meant(typed, word)))
    }
}

/// Reads a file of phrases: see the head of `data/crisis.txt`.
fn phrases(text: &str) -> Vec<Phrase> {
    let mut named: HashMap<&str, &str> = HashMap::new();
    let mut phrases = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((name, list)) = line.strip_prefix('@').and_then(|l| l.split_once(" = ")) {
            named.insert(name, list);
            continue;
        }
        let (place, line) = line
            .strip_prefix('=')
            .map_or((Place::Anywhere, line), |rest| (Place::Whole, rest));
        let slots = line
            .split_whitespace()
            .filter(|slot| !SKIPPED.contains(slot))
            .map(|slot| slot_words(slot, &named))
            .collect();
        phrases.push(Phrase { place, slots });
    }
    phrases
}

fn slot_words(slot: &str, named: &HashMap<&str, &str>) -> Vec<Word> {
    slot.split('|')
        .flat_map(|word| match word.strip_prefix('@') {
            Some(name) => named[name].split('|').collect(),
            None => vec![word],
        })
        .map(|word| word.chars().collect())
        .collect()
}

/// The words of a query: small letters without accents, apostrophes or punctuation.
fn words(query: &str) -> Vec<Word> {
    let plain: String = query
        .nfkd()
        .filter(|c| {
            !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '\u{ad}')
        })
        .flat_map(char::to_lowercase)
        .map(|c| {
            if c.is_alphanumeric() || c == '*' {
                c
            } else {
                ' '
            }
        })
        .collect();
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split_whitespace().take(LONGEST_QUERY) {
        match word {
            _ if SKIPPED.contains(&word) => {}
            "wanna" => words.extend(["want", "to"]),
            "gonna" => words.extend(["going", "to"]),
            "cannot" => words.push("cant"),
            _ => join(&mut words, word),
        }
    }
    words
        .into_iter()
        .map(|word| word.chars().collect())
        .collect()
}

/// Adds a word, or makes one of it and the word before.
fn join<'a>(words: &mut Vec<&'a str>, word: &'a str) {
    let pair = words
        .last()
        .and_then(|before| PAIRS.iter().find(|(a, b, _)| a == before && *b == word));
    match pair {
        Some((_, _, joined)) => {
            words.pop();
            words.push(joined);
        }
        None => words.push(word),
    }
}

/// Whether the word somebody typed is this word, perhaps with one typo or with stars in it.
fn meant(typed: &[char], word: &[char]) -> bool {
    if typed == word {
        return true;
    }
    let letters = typed.iter().filter(|c| **c != '*').count();
    if letters < typed.len() {
        return letters >= 2 && typed.len() == word.len() && all_same(typed, word);
    }
    word.len() >= FORGIVING_LENGTH && one_slip(typed, word) && !is_ordinary(typed)
}

fn all_same(typed: &[char], word: &[char]) -> bool {
    typed.iter().zip(word).all(|(a, b)| a == b || *a == '*')
}

/// Whether two different words are one letter or one swap apart (Damerau distance 1).
fn one_slip(typed: &[char], word: &[char]) -> bool {
    let (short, long) = if typed.len() <= word.len() {
        (typed, word)
    } else {
        (word, typed)
    };
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[start..], &long[start..]);
    match long.len() - short.len() {
        0 => {
            let swapped = short.len() >= 2
                && (short[0], short[1]) == (long[1], long[0])
                && short[2..] == long[2..];
            swapped || short[1..] == long[1..]
        }
        1 => *short == long[1..],
        _ => false,
    }
}

/// Whether a word close to one of ours is a word of its own: "talking" is not "stalking".
fn is_ordinary(typed: &[char]) -> bool {
    static ORDINARY: LazyLock<HashSet<Word>> = LazyLock::new(|| {
        NOT_TYPOS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .map(|word| word.chars().collect())
            .collect()
    });
    ORDINARY.contains(typed)
}

#[cfg(test)]
mod tests;
