//! Passages of plain text as safe HTML, with the words found marked.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::words::{Stems, Word, words};

/// HTML that holds text and `<mark>` and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Snippet(String);

impl Snippet {
    /// The markup.
    #[must_use]
    pub fn as_html(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A text with nothing marked.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::marking(text, [])
    }

    /// A text with the bytes of these ranges marked; they stand in order and do not overlap.
    pub(crate) fn marking(text: &str, ranges: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut html = String::with_capacity(text.len() + 64);
        let mut at = 0;
        for (from, to) in ranges {
            escape(&text[at..from], &mut html);
            html.push_str("<mark>");
            escape(&text[from..to], &mut html);
            html.push_str("</mark>");
            at = to;
        }
        escape(&text[at..], &mut html);
        Self(html)
    }
}

fn escape(text: &str, html: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            sign if sign.is_whitespace() || sign.is_control() => html.push(' '),
            sign => html.push(sign),
        }
    }
}

/// Words of a passage.
const PASSAGE: usize = 34;
/// Words shown ahead of the first one found.
const LEAD: usize = 6;
/// Bytes of a text that are looked at.
const MAX_BYTES: usize = 60_000;

/// The words to mark, each with the query's word that it answers.
#[derive(Default)]
pub(crate) struct Marks {
    plain: HashMap<String, u16>,
    stems: HashMap<String, u16>,
    /// The first bytes of all stems: most words are told from them without stemming.
    starts: HashSet<Vec<u8>>,
    stemmer: Stems,
}

impl Marks {
    /// Marks a word in just this form.
    pub(crate) fn word(&mut self, word: &str, slot: usize) {
        *self.plain.entry(word.to_owned()).or_default() |= 1 << slot;
    }

    /// Marks all words of this stem.
    pub(crate) fn stem(&mut self, stem: &str, slot: usize) {
        *self.stems.entry(stem.to_owned()).or_default() |= 1 << slot;
        self.starts.insert(start(stem).to_owned());
    }

    /// The query's words that a word answers, as bits.
    fn of(&mut self, word: &str) -> u16 {
        let plain = self.plain.get(word).copied().unwrap_or(0);
        if self.starts.contains(start(word)) {
            plain | self.stems.get(&self.stemmer.of(word)).copied().unwrap_or(0)
        } else {
            plain
        }
    }

    /// A whole text, marked.
    pub(crate) fn whole(&mut self, text: &str) -> Snippet {
        let found: Vec<_> = words(text)
            .into_iter()
            .filter(|word| self.of(&word.text) != 0)
            .map(|word| (word.from, word.to))
            .collect();
        Snippet::marking(text, found)
    }

    /// The passage of these texts that answers most of the query, or the beginning of the first
    /// that has words.
    pub(crate) fn passage<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) -> Snippet {
        let mut best: Option<Passage<'t>> = None;
        for text in texts {
            let passage = Passage::best(self, text);
            let rank = |passage: &Passage<'_>| (passage.distinct, passage.often);
            if !passage.words.is_empty() && best.as_ref().is_none_or(|b| rank(b) < rank(&passage)) {
                best = Some(passage);
            }
        }
        best.map(|passage| passage.show()).unwrap_or_default()
    }
}

/// What a word has in common with its stem, but for very few that are then not marked.
fn start(word: &str) -> &[u8] {
    &word.as_bytes()[..word.len().min(2)]
}

/// The best passage of one text.
struct Passage<'t> {
    text: &'t str,
    words: Vec<Word>,
    /// The query's words that each word answers.
    bits: Vec<u16>,
    distinct: u32,
    often: usize,
    /// Its first word found.
    first: usize,
}

impl<'t> Passage<'t> {
    fn best(marks: &mut Marks, text: &'t str) -> Self {
        let text = &text[..text.floor_char_boundary(MAX_BYTES)];
        let words = words(text);
        let bits: Vec<u16> = words.iter().map(|word| marks.of(&word.text)).collect();
        let (distinct, often, first) = densest(&bits);
        Self {
            text,
            words,
            bits,
            distinct,
            often,
            first,
        }
    }

    fn show(&self) -> Snippet {
        let (text, words) = (self.text, &self.words);
        let start = begin(text, words, self.first);
        let end = (start + PASSAGE).min(words.len());
        let from = if start == 0 { 0 } else { words[start].from };
        let to = if end == words.len() {
            text.len()
        } else {
            words[end - 1].to
        };
        let found = (start..end)
            .filter(|at| self.bits[*at] != 0)
            .map(|at| (words[at].from - from, words[at].to - from));
        let mut snippet = Snippet::marking(text[from..to].trim_end(), found);
        if start > 0 {
            snippet.0.insert(0, '…');
        }
        if end < words.len() {
            snippet.0.push('…');
        }
        snippet
    }
}

/// The window that answers most words of the query: how many, how often, and its first word found.
fn densest(bits: &[u16]) -> (u32, usize, usize) {
    let found: Vec<usize> = (0..bits.len()).filter(|at| bits[*at] != 0).collect();
    let mut best = (0, 0, 0);
    for (place, first) in found.iter().enumerate() {
        let window = found[place..]
            .iter()
            .take_while(|at| **at < first + PASSAGE - LEAD);
        let (seen, many) = window.fold((0, 0), |(seen, many), at| (seen | bits[*at], many + 1));
        if (seen.count_ones(), many) > (best.0, best.1) {
            best = (seen.count_ones(), many, *first);
        }
    }
    best
}

/// Where to begin: at the sentence when it is near, else a few words ahead.
fn begin(text: &str, cut: &[Word], first: usize) -> usize {
    let least = first.saturating_sub(LEAD);
    (least.max(1)..=first)
        .find(|at| text[cut[at - 1].to..cut[*at].from].contains(['.', '?', '!', '\n']))
        .unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(plain: &[&str], stems: &[&str]) -> Marks {
        let mut marks = Marks::default();
        for (slot, word) in plain.iter().enumerate() {
            marks.word(word, slot);
        }
        for (slot, stem) in stems.iter().enumerate() {
            marks.stem(stem, slot);
        }
        marks
    }

    #[test]
    fn everything_but_marks_is_escaped() {
        let text = "<script>alert('x')</script> & \"Grief\"";
        let snippet = marks(&["grief"], &[]).whole(text);
        assert_eq!(
            snippet.as_html(),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;<mark>Grief</mark>&quot;"
        );
    }

    #[test]
    fn the_passage_with_most_words_is_shown() {
        let (far, so) = ("far ".repeat(60), "so ".repeat(60));
        let text = format!("{far} Panic alone. {so}. Panic at night is common.");
        let snippet = marks(&["panic", "night"], &[]).passage([text.as_str()]);
        assert!(
            snippet
                .as_html()
                .starts_with("…<mark>Panic</mark> at <mark>night</mark>")
        );
    }

    #[test]
    fn stems_are_marked_and_accents_cut_well() {
        let snippet = marks(&[], &["coupl"]).whole("Café für Couples");
        assert_eq!(snippet.as_html(), "Café für <mark>Couples</mark>");
    }
}
