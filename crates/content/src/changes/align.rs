//! Which pieces of two texts belong together.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp};

use super::pieces::{Container, ContainerKind, Content, Piece};
use crate::clean_html::tree::{LeafTag, Run};
use crate::digest::Digest;

/// How two rows of pieces fit together; both keep their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aligned {
    Same { old: usize, new: usize },
    Both { old: usize, new: usize },
    Gone(usize),
    New(usize),
}

/// Beyond so many parts two rows are not compared part by part: it would take too long.
const LONGEST: usize = 6000;

/// Beyond so many pairs, pieces belong together by their place alone.
const MOST_PAIRS: usize = 10_000;

/// How alike two pieces must be to belong together, of 1000.
const ALIKE: u32 = 350;

/// A stretch of two rows that is the same in both, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) same: bool,
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// The stretches of two rows. The same rows always give the same stretches.
pub(super) fn stretches<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<Stretch> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let old_rest = &old_rest[..old_rest.len() - tail];
    let new_rest = &new_rest[..new_rest.len() - tail];

    let mut found = vec![Stretch {
        same: true,
        old: 0..head,
        new: 0..head,
    }];
    if old_rest.len() + new_rest.len() > LONGEST {
        let (old, new) = (head..head + old_rest.len(), head..head + new_rest.len());
        found.push(Stretch {
            same: false,
            old,
            new,
        });
    } else {
        let ops = similar::capture_diff_slices(Algorithm::Myers, old_rest, new_rest);
        found.extend(ops.into_iter().map(|op| {
            let (old, new) = (op.old_range(), op.new_range());
            Stretch {
                same: matches!(op, DiffOp::Equal { .. }),
                old: old.start + head..old.end + head,
                new: new.start + head..new.end + head,
            }
        }));
    }
    found.push(Stretch {
        same: true,
        old: old.len() - tail..old.len(),
        new: new.len() - tail..new.len(),
    });
    merged(found)
}

/// Without empty stretches, and neighbours of one kind as one.
pub(super) fn merged(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        if stretch.old.is_empty() && stretch.new.is_empty() {
            continue;
        }
        match out.last_mut() {
            Some(last) if last.same == stretch.same => {
                last.old.end = stretch.old.end;
                last.new.end = stretch.new.end;
            }
            _ => out.push(stretch),
        }
    }
    out
}

/// How the pieces of two texts fit together.
pub(super) fn align(old: &[Piece], new: &[Piece]) -> Vec<Aligned> {
    let mut names: HashMap<Name, usize> = HashMap::new();
    let mut name = |piece| {
        let next = names.len();
        *names.entry(Name::of(piece)).or_insert(next)
    };
    let old_names: Vec<usize> = old.iter().map(&mut name).collect();
    let new_names: Vec<usize> = new.iter().map(&mut name).collect();
    let mut aligned = Vec::new();
    for stretch in stretches(&old_names, &new_names) {
        if stretch.same {
            let pairs = stretch.old.zip(stretch.new);
            aligned.extend(pairs.map(|(old, new)| Aligned::Same { old, new }));
        } else {
            pair_up(old, new, stretch, &mut aligned);
        }
    }
    aligned
}

/// What makes two pieces the same.
#[derive(PartialEq, Eq, Hash)]
struct Name<'piece> {
    boxes: Vec<ContainerKind>,
    tag: Option<LeafTag>,
    runs: &'piece [Run],
    rule: bool,
    image: Option<Digest>,
}

impl<'piece> Name<'piece> {
    fn of(piece: &'piece Piece) -> Self {
        let kind = |container: &Container| container.kind;
        Self {
            boxes: piece.path.iter().map(kind).collect(),
            tag: piece.tag(),
            runs: match &piece.content {
                Content::Leaf(leaf) => &leaf.runs,
                Content::Rule(_) | Content::Image(_) | Content::Empty => &[],
            },
            rule: matches!(piece.content, Content::Rule(_)),
            image: match &piece.content {
                Content::Image(picture) => Some(picture.sha256),
                _ => None,
            },
        }
    }
}

/// Finds the pairs that are most alike, in order, and tells what is left over.
fn pair_up(old: &[Piece], new: &[Piece], stretch: Stretch, aligned: &mut Vec<Aligned>) {
    let Stretch {
        old: old_range,
        new: new_range,
        ..
    } = stretch;
    let mut pairs = Vec::new();
    if old_range.len() * new_range.len() <= MOST_PAIRS {
        pairs = best_pairs(&old[old_range.clone()], &new[new_range.clone()]);
    }
    pairs.push((old_range.len(), new_range.len()));
    let (mut old_at, mut new_at) = (old_range.start, new_range.start);
    for (from, to) in pairs {
        let (from, to) = (old_range.start + from, new_range.start + to);
        left_over(old, new, old_at..from, new_at..to, aligned);
        if from < old_range.end {
            aligned.push(Aligned::Both { old: from, new: to });
        }
        (old_at, new_at) = (from + 1, to + 1);
    }
}

/// Pieces without a partner. As many old as new ones in the same places were rewritten.
fn left_over(
    old: &[Piece],
    new: &[Piece],
    from: Range<usize>,
    to: Range<usize>,
    aligned: &mut Vec<Aligned>,
) {
    let pairs = from.clone().zip(to.clone());
    let rewritten = from.len() == to.len()
        && pairs
            .clone()
            .all(|(a, b)| old[a].tag().is_some() && old[a].same_place(&new[b]));
    if rewritten {
        aligned.extend(pairs.map(|(old, new)| Aligned::Both { old, new }));
    } else {
        aligned.extend(from.map(Aligned::Gone));
        aligned.extend(to.map(Aligned::New));
    }
}

fn best_pairs(old: &[Piece], new: &[Piece]) -> Vec<(usize, usize)> {
    let old_words: Vec<_> = old.iter().map(bag).collect();
    let new_words: Vec<_> = new.iter().map(bag).collect();
    let alike = |a: usize, b: usize| {
        let place = old[a].tag().is_some() && old[a].same_place(&new[b]);
        let alike = if place {
            likeness(&old_words[a], &new_words[b])
        } else {
            0
        };
        if alike >= ALIKE { alike } else { 0 }
    };
    let width = new.len() + 1;
    let mut best = vec![0u32; (old.len() + 1) * width];
    let mut scores = vec![0u32; old.len() * new.len()];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            let score = alike(a, b);
            scores[a * new.len() + b] = score;
            let apart = best[(a + 1) * width + b].max(best[a * width + b + 1]);
            best[a * width + b] = apart.max(score + best[(a + 1) * width + b + 1]);
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < old.len() && b < new.len() {
        let score = scores[a * new.len() + b];
        if score > 0 && best[a * width + b] == score + best[(a + 1) * width + b + 1] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[a * width + b] == best[(a + 1) * width + b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// The words of a piece, sorted.
fn bag(piece: &Piece) -> Vec<String> {
    let text = piece.text();
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    words.sort_unstable();
    words
}

/// The share of words that two bags have in common, of 1000.
fn likeness(a: &[String], b: &[String]) -> u32 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    let all = a.len() + b.len();
    u32::try_from(2000 * common / all.max(1)).unwrap_or(0)
}
