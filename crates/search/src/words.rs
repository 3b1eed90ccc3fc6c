//! Words, cut the same way in articles and in queries.
//!
//! An apostrophe stays inside its word and is then left out, with the `s` of a genitive:
//! "can't" is `cant`, "husband's" is `husband`. A hyphen parts words. Accents and capitals are
//! folded. Marks that combine with a letter, and soft hyphens, leave no gap.

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RawTokenizer, RemoveLongFilter, Stemmer,
    TextAnalyzer, Token, TokenStream, Tokenizer,
};

/// Bytes after which a run of letters is no word.
const LONGEST: usize = 48;

/// Words as typed.
#[must_use]
pub fn plain() -> TextAnalyzer {
    TextAnalyzer::builder(Cut::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(AsciiFoldingFilter)
        .filter(LowerCaser)
        .build()
}

/// Words brought to their English stems.
#[must_use]
pub fn stemmed() -> TextAnalyzer {
    TextAnalyzer::builder(Cut::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(AsciiFoldingFilter)
        .filter(LowerCaser)
        .filter(Stemmer::new(Language::English))
        .build()
}

/// Brings single words, already cut and folded, to their stems.
pub struct Stems(TextAnalyzer);

impl Default for Stems {
    fn default() -> Self {
        Self(
            TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(Language::English))
                .build(),
        )
    }
}

impl Stems {
    /// The stem of a word.
    pub fn of(&mut self, word: &str) -> String {
        let mut stream = self.0.token_stream(word);
        if stream.advance() {
            stream.token().text.clone()
        } else {
            word.to_owned()
        }
    }
}

/// A word and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// First byte.
    pub from: usize,
    /// The byte after the last.
    pub to: usize,
}

/// All words of a text.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut analyzer = plain();
    let mut stream = analyzer.token_stream(text);
    let mut found = Vec::new();
    while stream.advance() {
        let token = stream.token();
        if !token.text.is_empty() {
            found.push(Word {
                text: token.text.clone(),
                from: token.offset_from,
                to: token.offset_to,
            });
        }
    }
    found
}

/// Cuts a text into words.
#[derive(Clone, Default)]
struct Cut {
    token: Token,
}

struct Cutting<'a> {
    text: &'a str,
    at: usize,
    token: &'a mut Token,
}

impl Tokenizer for Cut {
    type TokenStream<'a> = Cutting<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cutting<'a> {
        self.token.reset();
        Cutting {
            text,
            at: 0,
            token: &mut self.token,
        }
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}' | '\u{ff07}')
}

/// Signs that neither stand for a sound nor part two words.
const fn is_silent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

impl TokenStream for Cutting<'_> {
    fn advance(&mut self) -> bool {
        self.token.text.clear();
        self.token.position = self.token.position.wrapping_add(1);
        let rest = &self.text[self.at..];
        let Some(start) = rest.find(char::is_alphanumeric) else {
            self.at = self.text.len();
            return false;
        };
        let from = self.at + start;
        let mut to = self.text.len();
        let mut genitive = None;
        let mut signs = self.text[from..].char_indices().peekable();
        while let Some((offset, sign)) = signs.next() {
            if sign.is_alphanumeric() {
                self.token.text.push(sign);
            } else if is_apostrophe(sign)
                && signs.peek().is_some_and(|(_, next)| next.is_alphanumeric())
            {
                genitive = Some(self.token.text.len());
            } else if !is_silent(sign) {
                to = from + offset;
                break;
            }
        }
        if let Some(end) = genitive
            && end > 1
            && matches!(&self.token.text[end..], "s" | "S")
        {
            self.token.text.truncate(end);
        }
        self.token.offset_from = from;
        self.token.offset_to = to;
        self.at = to;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// How many letters must be added, dropped, changed or exchanged with their neighbour to make
/// one word of the other; `None` when more than `most`.
#[must_use]
pub fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    if left.chars().count().abs_diff(right.chars().count()) > most {
        return None;
    }
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let mut before = vec![0; right.len() + 1];
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut row = above.clone();
    for (i, a) in left.iter().enumerate() {
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let changed = above[j] + usize::from(a != b);
            row[j + 1] = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        if row.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    (above[right.len()] <= most).then_some(above[right.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_folded_and_apostrophes_left_out() {
        assert_eq!(
            cut("My husband’s café: I can't cope!"),
            ["my", "husband", "cafe", "i", "cant", "cope"]
        );
        assert_eq!(
            cut("self-harm SELF\u{ad}HARM"),
            ["self", "harm", "selfharm"]
        );
        assert_eq!(cut("cafe\u{301} noir"), ["cafe", "noir"]);
    }

    #[test]
    fn no_words_in_punctuation_and_signs() {
        assert!(cut("!!! … 🙂 \0 ' '' *").is_empty());
        assert!(cut(&"x".repeat(10_000)).is_empty());
    }

    #[test]
    fn neighbours_exchanged_count_once() {
        assert_eq!(distance("cuoples", "couples", 2), Some(1));
        assert_eq!(distance("xouples", "couples", 2), Some(1));
        assert_eq!(distance("anxiety", "anxiety", 0), Some(0));
        assert_eq!(distance("grief", "belief", 1), None);
    }

    #[test]
    fn stems_bring_forms_together() {
        let mut stems = Stems::default();
        assert_eq!(stems.of("counselling"), stems.of("counseling"));
        assert_eq!(stems.of("couples"), stems.of("couple"));
    }
}
