//! A query as lists of articles to go through: for each word, what may answer it.

use super::lexicon::Lexicon;
use super::schema::whole;
use super::slot::{Company, Slot, Width};
use crate::index::SearchError;
use crate::parse::{MAX_WORDS, Parsed};
use crate::snippet::Marks;
use crate::spelling::Spellings;
use crate::stop_words::is_stop_word;
use crate::vocabulary::Meaning;
use crate::words::Stems;

/// Other spellings of one phrase that are looked for.
const MAX_PHRASE_SPELLINGS: usize = 4;
/// Letters from which on a word may be two written as one.
const MIN_SPLIT: usize = 6;

/// What is looked for. The words come first, then the phrases; each has its bit.
pub(super) struct Plan {
    pub(super) slots: Vec<Slot>,
    pub(super) phrases: Vec<Spelt>,
    pub(super) stand_ins: Vec<StandIn>,
    pub(super) excluded: Vec<Exclusion>,
    /// Words too common to look for: they tell apart titles that answer as well.
    pub(super) common: Vec<String>,
    /// The query as if it were a title.
    pub(super) whole: String,
    /// Whether [`Width::Wide`] would look for more.
    pub(super) held_back: bool,
}

/// A phrase in all its spellings.
pub(super) type Spelt = Vec<Vec<String>>;

/// Something else that answers one or more words as a whole.
pub(super) struct StandIn {
    /// The bits of those words.
    pub(super) bits: u16,
    pub(super) what: Stand,
    pub(super) is_exact: bool,
}

/// See [`StandIn`].
pub(super) enum Stand {
    /// Articles under this topic.
    Topic(String),
    /// Articles with these words in a row.
    Words(Vec<String>),
}

/// What must not occur.
pub(super) enum Exclusion {
    /// No word of these stems.
    Stems(Vec<String>),
    /// Not these words in a row.
    Phrase(Spelt),
}

impl Plan {
    pub(super) fn new(
        lexicon: &Lexicon<'_>,
        parsed: &Parsed,
        meanings: &[Meaning],
        spellings: &Spellings,
        width: Width,
    ) -> Result<Self, SearchError> {
        let mut stems = Stems::default();
        let mut plan = Self {
            slots: Vec::new(),
            phrases: parsed
                .phrases
                .iter()
                .map(|phrase| spelt(phrase, spellings))
                .collect(),
            stand_ins: Vec::new(),
            excluded: Vec::new(),
            common: common(parsed),
            whole: whole(parsed.read.iter().cloned()),
            held_back: false,
        };
        let company = Company::of(parsed);
        for wanted in &parsed.wanted {
            let slot = Slot::new(lexicon, wanted, spellings, width, company, &mut stems)?;
            plan.held_back |= slot.is_held_back;
            plan.slots.push(slot);
        }
        for meaning in meanings {
            plan.stand_for(meaning);
        }
        plan.parted_and_joined(lexicon, parsed)?;
        plan.excluded = parsed
            .excluded
            .iter()
            .map(|words| match &words[..] {
                [word] => {
                    let all = std::iter::once(word.clone()).chain(spellings.equals(word));
                    Exclusion::Stems(all.map(|word| stems.of(&word)).collect())
                }
                words => Exclusion::Phrase(spelt(words, spellings)),
            })
            .collect();
        Ok(plan)
    }

    /// The bits of the words in a run of those read.
    fn bits(&self, from: usize, to: usize) -> u16 {
        let within = self
            .slots
            .iter()
            .enumerate()
            .filter(|(_, s)| (from..to).contains(&s.at));
        within.fold(0, |bits, (slot, _)| bits | 1 << slot)
    }

    fn stand_for(&mut self, meaning: &Meaning) {
        let bits = self.bits(meaning.from, meaning.to);
        if bits == 0 {
            return;
        }
        for slot in &mut self.slots {
            slot.means_topic |= (meaning.from..meaning.to).contains(&slot.at);
        }
        let words = meaning
            .equals
            .iter()
            .take(MAX_PHRASE_SPELLINGS)
            .cloned()
            .map(Stand::Words);
        let topic = Stand::Topic(meaning.topic.id.0.clone());
        let is_exact = !meaning.is_corrected;
        self.stand_ins
            .extend(std::iter::once(topic).chain(words).map(|what| StandIn {
                bits,
                what,
                is_exact,
            }));
    }

    /// "selfharm" for "self harm", and the other way round.
    fn parted_and_joined(
        &mut self,
        lexicon: &Lexicon<'_>,
        parsed: &Parsed,
    ) -> Result<(), SearchError> {
        for (slot, wanted) in parsed.wanted.iter().enumerate() {
            let is_known = lexicon.articles_with(&wanted.text)? > 0;
            if !is_known
                && wanted.text.chars().count() >= MIN_SPLIT
                && let Some(parts) = lexicon.split(&wanted.text)?
            {
                let what = Stand::Words(parts.into());
                self.stand_ins.push(StandIn {
                    bits: 1 << slot,
                    what,
                    is_exact: true,
                });
            }
            if let Some(next) = parsed.wanted.get(slot + 1)
                && next.at == wanted.at + 1
            {
                let joined = format!("{}{}", wanted.text, next.text);
                if lexicon.articles_with(&joined)? > 0 {
                    let what = Stand::Words(vec![joined]);
                    self.stand_ins.push(StandIn {
                        bits: 0b11 << slot,
                        what,
                        is_exact: true,
                    });
                }
            }
        }
        Ok(())
    }

    /// The bits of the phrases.
    pub(super) fn phrase_bits(&self) -> u16 {
        (0..self.phrases.len()).fold(0, |bits, phrase| bits | 1 << (self.slots.len() + phrase))
    }

    /// The words to mark in what was found.
    pub(super) fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for (place, slot) in self.slots.iter().enumerate() {
            for word in slot.plain.iter().chain(&slot.near) {
                marks.word(word, place);
            }
            for answer in &slot.stems {
                marks.stem(&answer.stem, place);
            }
        }
        for (place, phrase) in self.phrases.iter().enumerate() {
            for word in phrase.iter().flatten() {
                marks.word(word, self.slots.len() + place);
            }
        }
        for stand_in in &self.stand_ins {
            if let Stand::Words(words) = &stand_in.what {
                for word in words {
                    marks.word(word, stand_in.bits.trailing_zeros() as usize);
                }
            }
        }
        marks
    }
}

/// The words read that are not looked for, each once.
fn common(parsed: &Parsed) -> Vec<String> {
    let mut common: Vec<String> = Vec::new();
    for word in parsed.read.iter().map(|word| &word.text) {
        let is_new = !common.contains(word) && !parsed.wanted.iter().any(|w| w.text == *word);
        if is_new && is_stop_word(word) && common.len() < MAX_WORDS {
            common.push(word.clone());
        }
    }
    common
}

/// A phrase with each of its words in equal spellings, up to a few.
fn spelt(phrase: &[String], spellings: &Spellings) -> Spelt {
    let mut all: Spelt = vec![Vec::new()];
    for word in phrase {
        let mut forms = vec![word.clone()];
        forms.extend(spellings.equals(word));
        forms.truncate((MAX_PHRASE_SPELLINGS / all.len()).max(1));
        all = all
            .iter()
            .flat_map(|start| {
                forms
                    .iter()
                    .map(move |form| start.iter().chain([form]).cloned().collect())
            })
            .collect();
    }
    all
}
