//! One word of a query, and the words of articles that may answer it.

use super::lexicon::{Known, Lexicon, MAX_NEAR};
use crate::index::SearchError;
use crate::parse::{Parsed, Wanted};
use crate::spelling::Spellings;
use crate::words::Stems;

/// Articles from which on a word is taken to be what the reader meant.
const COMMON: u64 = 20;
/// Letters up to which a word that articles hold stands for itself alone: "life" is near to
/// "wife", "live" and "like", and means none of them.
const SHORT: usize = 4;
/// Words from which on a query is long: each of them need not stand for as many others.
const LONG: usize = 6;
/// Other words that one word of a long query may stand for, at most.
const MAX_NEAR_OF_LONG: usize = 12;

/// How far a word may be from what answers it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// A common word stands for itself alone.
    Narrow,
    /// Every word may be mistyped or go on.
    Wide,
}

/// How many words stand beside a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// None.
    Alone,
    Few,
    Many,
}

impl Company {
    pub(super) fn of(parsed: &Parsed) -> Self {
        match parsed.wanted.len() + parsed.phrases.len() {
            ..=1 => Self::Alone,
            2..LONG => Self::Few,
            _ => Self::Many,
        }
    }

    const fn room(self) -> usize {
        match self {
            Self::Alone | Self::Few => MAX_NEAR,
            Self::Many => MAX_NEAR_OF_LONG,
        }
    }
}

/// One word of the query.
pub(super) struct Slot {
    /// As typed, and its equal spellings.
    pub(super) plain: Vec<String>,
    /// Mistyped or going on: the words of articles that are taken for it.
    pub(super) near: Vec<String>,
    /// What answers it, the best first.
    pub(super) stems: Vec<Answer>,
    /// How much it tells one article from another.
    pub(super) rarity: f32,
    /// Its place among all words read.
    pub(super) at: usize,
    /// Whether it is part of what readers call a topic.
    pub(super) means_topic: bool,
    /// Whether [`Width::Wide`] would look for more.
    pub(super) is_held_back: bool,
}

/// A stem that answers a word.
pub(super) struct Answer {
    pub(super) stem: String,
    pub(super) quality: f32,
    pub(super) is_exact: bool,
}

/// How good an answer is: exactness before typos before beginnings.
mod quality {
    pub(super) const STEM: f32 = 0.9;
    pub(super) const ONE_EDIT: f32 = 0.6;
    pub(super) const TWO_EDITS: f32 = 0.45;
    pub(super) const BEGINNING: f32 = 0.35;
}

impl Slot {
    pub(super) fn new(
        lexicon: &Lexicon<'_>,
        wanted: &Wanted,
        spellings: &Spellings,
        width: Width,
        company: Company,
        stems: &mut Stems,
    ) -> Result<Self, SearchError> {
        let mut slot = Self {
            plain: vec![wanted.text.clone()],
            near: Vec::new(),
            stems: Vec::new(),
            rarity: 0.0,
            at: wanted.at,
            means_topic: false,
            is_held_back: false,
        };
        slot.plain.extend(spellings.equals(&wanted.text));
        let mut articles = 0;
        for word in slot.plain.clone() {
            let stem = stems.of(&word);
            articles = articles.max(lexicon.articles_with_stem(&stem)?);
            slot.answer(stem, quality::STEM, true);
        }
        if width == Width::Narrow && articles >= COMMON {
            slot.is_held_back = wanted.may_go_on || wanted.text.chars().count() > SHORT;
        } else {
            let others = slot.widen(lexicon, wanted, company, articles > 0, stems)?;
            if articles == 0 {
                articles = others;
            }
        }
        slot.stems.sort_by(|a, b| b.quality.total_cmp(&a.quality));
        slot.rarity = rarity(lexicon.searcher.num_docs(), articles);
        Ok(slot)
    }

    fn answer(&mut self, stem: String, quality: f32, is_exact: bool) {
        if !self.stems.iter().any(|answer| answer.stem == stem) {
            self.stems.push(Answer {
                stem,
                quality,
                is_exact,
            });
        }
    }

    /// Takes in what it may be a typo or the beginning of. Tells how many articles hold the
    /// most frequent of those words.
    fn widen(
        &mut self,
        lexicon: &Lexicon<'_>,
        wanted: &Wanted,
        company: Company,
        is_known: bool,
        stems: &mut Stems,
    ) -> Result<u64, SearchError> {
        let mistyped = mistyped(lexicon, &wanted.text, company, is_known)?;
        let longer = if wanted.may_go_on {
            lexicon.beginning(&wanted.text)?
        } else {
            Vec::new()
        };
        let mut most = 0;
        for (known, is_longer) in fair(mistyped, longer, company.room()) {
            let quality = match (is_longer, known.edits) {
                (true, _) => quality::BEGINNING,
                (false, 1) => quality::ONE_EDIT,
                (false, _) => quality::TWO_EDITS,
            };
            self.answer(stems.of(&known.word), quality, false);
            self.near.push(known.word);
            most = most.max(known.articles);
        }
        Ok(most)
    }
}

/// Short words look like each other: those that articles hold are taken as typed, and one of
/// three letters needs company to be taken for another.
fn mistyped(
    lexicon: &Lexicon<'_>,
    word: &str,
    company: Company,
    is_known: bool,
) -> Result<Vec<Known>, SearchError> {
    match word.chars().count() {
        ..=SHORT if is_known => Ok(Vec::new()),
        3 if company != Company::Alone => lexicon.mistyped_short(word),
        _ => lexicon.mistyped(word),
    }
}

/// As many of both as there is room for, marked by whether they are longer words.
fn fair(
    mistyped: Vec<Known>,
    longer: Vec<Known>,
    room: usize,
) -> impl Iterator<Item = (Known, bool)> {
    let left = room - longer.len().min(room / 2);
    let mistyped: Vec<_> = mistyped.into_iter().take(left).collect();
    let rest = room - mistyped.len();
    let longer = longer.into_iter().take(rest);
    mistyped
        .into_iter()
        .map(|word| (word, false))
        .chain(longer.map(|word| (word, true)))
}

/// Grows as fewer of the articles hold a word.
#[expect(
    clippy::cast_precision_loss,
    reason = "a logarithm of a count needs no exact count"
)]
fn rarity(articles: u64, holding: u64) -> f32 {
    let (articles, holding) = (articles.max(holding) as f32, holding as f32);
    (1.0 + (articles - holding + 0.5) / (holding + 0.5))
        .ln()
        .max(0.05)
}
