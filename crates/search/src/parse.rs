//! A reader's text, taken apart. Every text has a reading; none is an error.

use crate::stop_words::is_stop_word;
use crate::words::{Word, words};

/// Words looked for, at most.
pub const MAX_WORDS: usize = 12;
/// Phrases in quotes, at most.
pub const MAX_PHRASES: usize = 4;
/// Exclusions, at most.
pub const MAX_EXCLUSIONS: usize = 8;
/// Words of one phrase, at most.
const MAX_PHRASE_WORDS: usize = 12;
/// Bytes read, at most.
const MAX_BYTES: usize = 2_000;
/// Words read, those too common to look for among them, at most.
const MAX_READ: usize = 64;

/// What a text asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Every word that is not excluded, in order, the common ones too.
    pub read: Vec<Word>,
    /// The words to look for.
    pub wanted: Vec<Wanted>,
    /// In quotes: exactly these words in this order.
    pub phrases: Vec<Vec<String>>,
    /// With a minus: a word or a phrase that must not occur.
    pub excluded: Vec<Vec<String>>,
}

/// A word to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Folded.
    pub text: String,
    /// Its place in [`Parsed::read`].
    pub at: usize,
    /// Whether it may be the beginning of a longer word.
    pub may_go_on: bool,
}

impl Parsed {
    /// Takes a text apart.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = &text[..text.floor_char_boundary(MAX_BYTES)];
        let mut parsed = Self::default();
        let mut loose = Vec::new();
        for piece in Pieces::new(text) {
            let mut found = words(piece.text);
            for word in &mut found {
                word.from += piece.from;
                word.to += piece.from;
            }
            if piece.excluded {
                found.truncate(MAX_PHRASE_WORDS);
                if !found.is_empty() && parsed.excluded.len() < MAX_EXCLUSIONS {
                    parsed
                        .excluded
                        .push(found.into_iter().map(|word| word.text).collect());
                }
                continue;
            }
            found.truncate(MAX_READ - parsed.read.len());
            if piece.quoted {
                let phrase: Vec<_> = found
                    .iter()
                    .take(MAX_PHRASE_WORDS)
                    .map(|word| word.text.clone())
                    .collect();
                if !phrase.is_empty() && parsed.phrases.len() < MAX_PHRASES {
                    parsed.phrases.push(phrase);
                }
            } else {
                loose.extend(parsed.read.len()..parsed.read.len() + found.len());
            }
            parsed.read.extend(found);
        }
        parsed.wanted = parsed.choose(&loose, text);
        parsed
    }

    /// Whether there is anything to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.phrases.is_empty()
    }

    fn choose(&self, loose: &[usize], text: &str) -> Vec<Wanted> {
        let only_common =
            self.phrases.is_empty() && loose.iter().all(|at| is_stop_word(&self.read[*at].text));
        let mut wanted: Vec<Wanted> = Vec::new();
        for at in loose {
            let word = &self.read[*at];
            let is_repeated = wanted.iter().any(|other| other.text == word.text);
            if is_repeated || (is_stop_word(&word.text) && !only_common) {
                continue;
            }
            if wanted.len() == MAX_WORDS {
                break;
            }
            let may_go_on = word.to == text.len() && word.text.chars().count() > 1;
            wanted.push(Wanted {
                text: word.text.clone(),
                at: *at,
                may_go_on,
            });
        }
        wanted
    }
}

struct Piece<'t> {
    text: &'t str,
    from: usize,
    quoted: bool,
    excluded: bool,
}

/// Runs between blanks and quotes.
struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Pieces<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }
}

const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{00ab}' | '\u{00bb}'
    )
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let mut excluded = false;
        loop {
            let sign = self.peek()?;
            let after = self.at + sign.len_utf8();
            if is_quote(sign) {
                self.at = after;
                // A quote that is never closed is none.
                if let Some(length) = self.text[after..].find(is_quote) {
                    let text = &self.text[after..after + length];
                    self.at = after + length;
                    self.at += self.peek().map_or(0, char::len_utf8);
                    return Some(Piece {
                        text,
                        from: after,
                        quoted: true,
                        excluded,
                    });
                }
            } else if sign == '-' && !excluded {
                let next = self.text[after..].chars().next();
                excluded = next.is_some_and(|next| next.is_alphanumeric() || is_quote(next));
                self.at = after;
            } else if sign.is_whitespace() {
                excluded = false;
                self.at = after;
            } else {
                let rest = &self.text[self.at..];
                let length = rest
                    .find(|c: char| c.is_whitespace() || is_quote(c))
                    .unwrap_or(rest.len());
                let from = self.at;
                self.at += length;
                return Some(Piece {
                    text: &rest[..length],
                    from,
                    quoted: false,
                    excluded,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(text: &str) -> Vec<String> {
        Parsed::new(text)
            .wanted
            .into_iter()
            .map(|word| word.text)
            .collect()
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let parsed = Parsed::new(r#"help "panic attack" -alcohol -"new job" self-harm"#);
        assert_eq!(parsed.phrases, [["panic", "attack"]]);
        assert_eq!(parsed.excluded, [vec!["alcohol"], vec!["new", "job"]]);
        assert_eq!(wanted("help -alcohol self-harm"), ["help", "self", "harm"]);
    }

    #[test]
    fn common_words_go_unless_there_are_no_others() {
        assert_eq!(wanted("how do I talk to my mother"), ["talk", "mother"]);
        assert_eq!(wanted("who am I"), ["who", "am", "i"]);
    }

    #[test]
    fn an_open_quote_is_no_quote() {
        let parsed = Parsed::new("panic \"attack at night");
        assert!(parsed.phrases.is_empty());
        assert_eq!(
            wanted("panic \"attack at night"),
            ["panic", "attack", "night"]
        );
    }

    #[test]
    fn only_the_word_being_typed_may_go_on() {
        let goes_on = |text| {
            Parsed::new(text)
                .wanted
                .iter()
                .map(|w| w.may_go_on)
                .collect::<Vec<_>>()
        };
        assert_eq!(goes_on("couples ther"), [false, true]);
        assert_eq!(goes_on("couples ther "), [false, false]);
    }

    #[test]
    fn much_text_is_cut_short() {
        let words: Vec<_> = (0..5_000).map(|n| format!("word{n}")).collect();
        let text = words.join(" ");
        assert_eq!(Parsed::new(&text).wanted.len(), MAX_WORDS);
        assert!(Parsed::new(&"\"a b\" ".repeat(999)).phrases.len() <= MAX_PHRASES);
        assert!(Parsed::new(&"-".repeat(9_999)).is_empty());
    }
}
