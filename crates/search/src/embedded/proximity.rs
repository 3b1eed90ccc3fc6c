//! A reward for words that stand together as they were typed.

use std::collections::BTreeMap;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Searcher};

use super::plan::Plan;
use super::ranking::Candidate;
use super::schema::Fields;
use super::slot::Slot;
use crate::index::SearchError;

/// Words taken for one word of the query whose places are looked up.
const MAX_FORMS: usize = 6;
/// The part of its score that an article gains when all words stand as typed.
const GAIN: f32 = 0.5;

/// Raises the scores of candidates whose words stand near to each other.
pub(super) fn reward(
    searcher: &Searcher,
    fields: &Fields,
    plan: &Plan,
    candidates: &mut [Candidate],
) -> Result<(), SearchError> {
    if plan.slots.len() < 2 {
        return Ok(());
    }
    let mut by_segment: BTreeMap<u32, Vec<&mut Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_segment
            .entry(candidate.address.segment_ord)
            .or_default()
            .push(candidate);
    }
    for (ord, mut candidates) in by_segment {
        candidates.sort_unstable_by_key(|candidate| candidate.address.doc_id);
        let inverted = searcher.segment_reader(ord).inverted_index(fields.all)?;
        let mut lists = Vec::new();
        for slot in &plan.slots {
            let mut forms: Vec<SegmentPostings> = Vec::new();
            for word in forms_of(slot) {
                if let Some(info) = inverted.terms().get(word.as_bytes())? {
                    let option = IndexRecordOption::WithFreqsAndPositions;
                    forms.push(inverted.read_postings_from_terminfo(&info, option)?);
                }
            }
            lists.push(forms);
        }
        for candidate in candidates {
            let places: Vec<Vec<u32>> = lists
                .iter_mut()
                .map(|forms| places(forms, candidate.address.doc_id))
                .collect();
            candidate.score *= 1.0 + GAIN * nearness(&plan.slots, &places);
        }
    }
    Ok(())
}

fn forms_of(slot: &Slot) -> impl Iterator<Item = &String> {
    slot.plain.iter().chain(&slot.near).take(MAX_FORMS)
}

/// Where any form of a word stands in an article.
fn places(forms: &mut [SegmentPostings], doc: u32) -> Vec<u32> {
    let mut places = Vec::new();
    let mut more = Vec::new();
    for form in forms {
        if form.doc() <= doc && form.seek(doc) == doc {
            form.positions(&mut more);
            places.append(&mut more);
        }
    }
    places.sort_unstable();
    places
}

/// 1 when every two neighbours stand as they were typed, 0 when none are near.
#[expect(clippy::cast_precision_loss, reason = "a dozen words at most")]
fn nearness(slots: &[Slot], places: &[Vec<u32>]) -> f32 {
    let pairs = slots.windows(2).zip(places.windows(2));
    let sum: f32 = pairs
        .map(|(slots, places)| {
            let typed = i64::try_from(slots[1].at - slots[0].at).unwrap_or(i64::MAX);
            match closest(&places[0], &places[1], typed) {
                0 => 1.0,
                1..=2 => 0.6,
                3..=8 => 0.25,
                _ => 0.0,
            }
        })
        .sum();
    sum / (slots.len() - 1) as f32
}

/// How far the gap between two words is from the gap that was typed, at its best.
fn closest(left: &[u32], right: &[u32], typed: i64) -> i64 {
    let mut least = i64::MAX;
    let mut ahead = 0;
    for from in left.iter().map(|place| i64::from(*place)) {
        while right
            .get(ahead)
            .is_some_and(|to| i64::from(*to) < from + typed)
        {
            ahead += 1;
        }
        for to in [ahead.checked_sub(1), Some(ahead)].into_iter().flatten() {
            if let Some(to) = right.get(to) {
                least = least.min((i64::from(*to) - from - typed).abs());
            }
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gap_is_measured_against_the_one_typed() {
        assert_eq!(closest(&[3, 40], &[4], 1), 0);
        assert_eq!(closest(&[3], &[5], 2), 0);
        assert_eq!(closest(&[4], &[3], 1), 2);
        assert_eq!(closest(&[], &[3], 1), i64::MAX);
    }
}
