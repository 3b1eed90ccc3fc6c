//! What comes first when the words may come from danger.

use std::cmp::Ordering;

use content::crisis::{CrisisHit, crisis};
use content::ids::TopicId;
use content::topic::Flag;
use tantivy::Searcher;

use super::plan::Plan;
use super::ranking::{Candidate, Columns, visit};
use super::tally::Tally;
use crate::vocabulary::Vocabulary;

/// Articles that are put first, at most: what was asked for in so many words stays in sight.
const FIRST: usize = 5;

/// The topics that somebody who types this needs first.
pub(super) fn topics(vocabulary: &Vocabulary, text: &str) -> Vec<TopicId> {
    let flag = match crisis(text) {
        Some(CrisisHit::Crisis) => Flag::Crisis,
        Some(CrisisHit::Abuse) => Flag::Abuse,
        None => return Vec::new(),
    };
    vocabulary.flagged(flag).cloned().collect()
}

/// The articles under those topics that answer best, whether or not they hold the words. None
/// that readers should not rely on, and none that lacks a phrase in quotes.
pub(super) fn first(
    searcher: &Searcher,
    tally: &Tally,
    plan: &Plan,
    columns: &Columns,
) -> Vec<Candidate> {
    let phrases = plan.phrase_bits();
    let mut first: Vec<Candidate> = Vec::new();
    visit(searcher, |place, address| {
        let Some(entry) = tally.at(place) else { return };
        if !entry.is_urgent || entry.answered & phrases != phrases {
            return;
        }
        let candidate = Candidate::new(entry, address, columns);
        let is_better = first
            .last()
            .is_none_or(|last| candidate.order(last) == Ordering::Less);
        if candidate.is_retracted || (first.len() == FIRST && !is_better) {
            return;
        }
        first.push(candidate);
        first.sort_unstable_by(Candidate::order);
        first.truncate(FIRST);
    });
    first
}
