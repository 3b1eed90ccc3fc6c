//! Reading one list of articles from end to end.

use tantivy::InvertedIndexReader;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::schema::IndexRecordOption;

use crate::index::SearchError;

/// Visits each article that holds a term, with how often it does.
#[expect(clippy::cast_precision_loss, reason = "no word is that frequent")]
pub(super) fn each(
    inverted: &InvertedIndexReader,
    term: &str,
    option: IndexRecordOption,
    mut visit: impl FnMut(u32, f32),
) -> Result<(), SearchError> {
    let Some(info) = inverted.terms().get(term.as_bytes())? else {
        return Ok(());
    };
    let mut block = inverted.read_block_postings_from_terminfo(&info, option)?;
    while !block.docs().is_empty() {
        if option.has_freq() {
            for (doc, often) in block.docs().iter().zip(block.freqs()) {
                visit(*doc, *often as f32);
            }
        } else {
            for doc in block.docs() {
                visit(*doc, 1.0);
            }
        }
        block.advance();
    }
    Ok(())
}

/// By stored length: a word in a short line counts for more.
#[expect(clippy::cast_precision_loss, reason = "lengths are stored in one byte")]
pub(super) fn short_lengths() -> [f32; 256] {
    lengths(|length| 0.75 + 0.25 / (length.max(1) as f32).sqrt())
}

/// By stored length: how soon one more occurrence of a word in a text stops to matter (BM25).
#[expect(clippy::cast_precision_loss, reason = "lengths are stored in one byte")]
pub(super) fn body_lengths(words: u64, articles: u32) -> [f32; 256] {
    let average = (words as f32 / articles.max(1) as f32).max(1.0);
    lengths(|length| 1.2 * (0.25 + 0.75 * length as f32 / average))
}

fn lengths(of: impl Fn(u32) -> f32) -> [f32; 256] {
    let mut table = [0.0; 256];
    for (id, value) in (0..=u8::MAX).zip(&mut table) {
        *value = of(FieldNormReader::id_to_fieldnorm(id));
    }
    table
}
