//! From the tally to a ranked page: how many words must be answered, and in which order.

use std::cmp::Ordering;

use tantivy::columnar::Column;
use tantivy::{DocAddress, Searcher};

use super::danger;
use super::facets::Facets;
use super::plan::Plan;
use super::proximity;
use super::schema::{Fields, PUBLISHED_COLUMN, RETRACTED_COLUMN};
use super::tally::{Entry, Tally};
use crate::index::SearchError;

/// The candidates whose words' nearness is looked at.
const LOOKED_AT: usize = 64;
/// Words from which on a query is long.
const LONG: usize = 4;
/// Articles below which more is done to find some.
pub(super) const FEW: u64 = 10;
/// What is left of the score of an article that readers should not rely on.
const RETRACTED: f32 = 0.5;

/// The articles that answer, as far as they are asked for.
pub(super) struct Ranked {
    /// The page, best first.
    pub(super) page: Vec<DocAddress>,
    pub(super) total: u64,
}

#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub(super) address: DocAddress,
    answered: u32,
    is_exact: bool,
    pub(super) score: f32,
    published: i64,
    pub(super) is_retracted: bool,
}

impl Candidate {
    pub(super) fn new(entry: Entry, address: DocAddress, columns: &Columns) -> Self {
        let (published, retracted) = &columns[address.segment_ord as usize];
        let is_retracted = retracted.first(address.doc_id) == Some(1);
        let left = if is_retracted { RETRACTED } else { 1.0 };
        Self {
            score: entry.score * left,
            published: published.first(address.doc_id).unwrap_or(0),
            is_retracted,
            ..Self::unread(entry, address)
        }
    }

    /// As good as it can be, without a look at its columns.
    const fn unread(entry: Entry, address: DocAddress) -> Self {
        Self {
            address,
            answered: entry.answered.count_ones(),
            is_exact: entry.is_exact,
            score: entry.score,
            published: i64::MAX,
            is_retracted: false,
        }
    }

    /// More words before exactness before score before newness; then any fixed order.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        (other.answered, other.is_exact)
            .cmp(&(self.answered, self.is_exact))
            .then(other.score.total_cmp(&self.score))
            .then(other.published.cmp(&self.published))
            .then(self.address.cmp(&other.address))
    }
}

/// How many of the words an article must answer: all of them; if no article does, as many as
/// some article does, but at least half. When only few do, a long query may lack one word
/// more: one of them may be mistyped into another word, or not be in the text.
///
/// Also tells how many articles answer all words.
pub(super) fn needed(searcher: &Searcher, tally: &Tally, plan: &Plan) -> (u32, u64) {
    let words = plan.slots.len() + plan.phrases.len();
    let phrases = plan.phrase_bits();
    let mut articles = [0_u64; 17];
    visit(searcher, |place, _| {
        if let Some(entry) = tally.at(place)
            && entry.answered & phrases == phrases
        {
            articles[entry.answered.count_ones() as usize] += 1;
        }
    });
    let least = words.div_ceil(2);
    let most = (least..=words)
        .rev()
        .find(|count| articles[*count] > 0)
        .unwrap_or(words);
    let is_long = words >= LONG && most > least && articles[most] < FEW;
    let most = most - usize::from(is_long);
    (u32::try_from(most).unwrap_or(u32::MAX), articles[words])
}

/// Calls for each article that is not deleted, with its place in the tally.
pub(super) fn visit(searcher: &Searcher, mut each: impl FnMut(usize, DocAddress)) {
    let mut base = 0;
    for (ord, segment) in (0..).zip(searcher.segment_readers()) {
        let alive = segment.alive_bitset();
        for doc in 0..segment.max_doc() {
            if alive.is_none_or(|alive| alive.is_alive(doc)) {
                each(base + doc as usize, DocAddress::new(ord, doc));
            }
        }
        base += segment.max_doc() as usize;
    }
}

/// Counts and ranks all articles that answer `needed` words.
pub(super) fn rank(
    searcher: &Searcher,
    fields: &Fields,
    tally: &Tally,
    plan: &Plan,
    needed: u32,
    (offset, limit): (usize, usize),
    facets: &mut Facets,
) -> Result<Ranked, SearchError> {
    let room = (offset + limit).max(LOOKED_AT);
    let phrases = plan.phrase_bits();
    let columns = columns(searcher)?;
    let first = if tally.is_urgent() {
        danger::first(searcher, tally, plan, &columns)
    } else {
        Vec::new()
    };
    let mut total = 0;
    let mut best: Vec<Candidate> = Vec::new();
    let mut bar: Option<Candidate> = None;
    visit(searcher, |place, address| {
        let Some(entry) = tally.at(place) else { return };
        let is_first = first.iter().any(|first| first.address == address);
        let does = is_first || entry.answered.count_ones() >= needed;
        if !does || entry.answered & phrases != phrases {
            return;
        }
        total += 1;
        facets.count(address);
        let at_best = Candidate::unread(entry, address);
        if is_first || bar.is_some_and(|bar| bar.order(&at_best) == Ordering::Less) {
            return;
        }
        best.push(Candidate::new(entry, address, &columns));
        if best.len() >= room * 4 {
            best.select_nth_unstable_by(room - 1, Candidate::order);
            best.truncate(room);
            bar = best.last().copied();
        }
    });
    best.sort_unstable_by(Candidate::order);
    best.truncate(room);
    let looked_at = best.len().min(LOOKED_AT);
    proximity::reward(searcher, fields, plan, &mut best[..looked_at])?;
    best[..looked_at].sort_unstable_by(Candidate::order);
    let page = first
        .into_iter()
        .chain(best)
        .skip(offset)
        .take(limit)
        .map(|found| found.address)
        .collect();
    Ok(Ranked { page, total })
}

pub(super) type Columns = Vec<(Column<i64>, Column<u64>)>;

fn columns(searcher: &Searcher) -> Result<Columns, SearchError> {
    searcher
        .segment_readers()
        .iter()
        .map(|segment| {
            let columns = segment.fast_fields();
            Ok((
                columns.i64(PUBLISHED_COLUMN)?,
                columns.u64(RETRACTED_COLUMN)?,
            ))
        })
        .collect()
}
