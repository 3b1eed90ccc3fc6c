//! Another spelling for a query that found nothing.

use super::lexicon::Lexicon;
use crate::index::SearchError;
use crate::parse::Parsed;
use crate::results::Suggestion;
use crate::snippet::Snippet;
use crate::vocabulary::Vocabulary;
use crate::words::distance;

/// Bytes of a query beyond which none is suggested.
const MAX_BYTES: usize = 200;

/// The query with each word that no article holds exchanged for the nearest one that some do.
pub(super) fn suggest(
    lexicon: &Lexicon<'_>,
    vocabulary: &Vocabulary,
    text: &str,
    parsed: &Parsed,
) -> Result<Option<Suggestion>, SearchError> {
    if text.len() > MAX_BYTES {
        return Ok(None);
    }
    let mut changed = String::new();
    let mut ranges = Vec::new();
    let mut at = 0;
    for word in &parsed.read {
        if lexicon.is_held(&word.text)? {
            continue;
        }
        let Some(better) = nearest(lexicon, vocabulary, &word.text)? else {
            continue;
        };
        changed.push_str(&text[at..word.from]);
        ranges.push((changed.len(), changed.len() + better.len()));
        changed.push_str(&better);
        at = word.to;
    }
    if ranges.is_empty() {
        return Ok(None);
    }
    changed.push_str(&text[at..]);
    let marked = Snippet::marking(&changed, ranges);
    Ok(Some(Suggestion {
        text: changed,
        marked,
    }))
}

/// The nearest word of the articles; for a long word, a word readers use for a topic may be
/// further away.
fn nearest(
    lexicon: &Lexicon<'_>,
    vocabulary: &Vocabulary,
    word: &str,
) -> Result<Option<String>, SearchError> {
    let letters = word.chars().count();
    let edits = match letters {
        0..=2 => return Ok(None),
        3 => 1,
        _ => 2,
    };
    for known in lexicon.near(word, edits)? {
        if lexicon.is_held(&known.word)? {
            return Ok(Some(known.word));
        }
    }
    let mut further: Vec<_> = vocabulary
        .all_words()
        .filter_map(|known| Some((distance(word, known, letters / 3)?, known)))
        .collect();
    further.sort_unstable();
    for (_, known) in further {
        if lexicon.is_held(known)? {
            return Ok(Some(known.to_owned()));
        }
    }
    Ok(None)
}
