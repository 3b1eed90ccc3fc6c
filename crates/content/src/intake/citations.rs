//! Citations in the words of a text, such as "(Sample, 2021)", led to the works that they name.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::leaves::each;
use crate::clean_html::tree::{Block, Leaf, LeafTag, Mark, Run};
use crate::clean_html::write::leaf_text;
use crate::reference::Reference;

/// Brackets with a year in them, and none within.
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\([^()\n]{0,300}\b(?:(?:1[89]|20)\d\d[a-z]?|n\.d\.)[^()\n]{0,60}\)")
        .expect("a fixed pattern")
});

/// One work: its authors, its year, and perhaps a page.
static WORK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:see |cf\. |e\.g\., )?(?P<authors>[^;]+?),? (?P<year>(?:1[89]|20)\d\d[a-z]?|n\.d\.)(?:, (?:pp?|para|ch)\. [^;]+)?$")
        .expect("a fixed pattern")
});

/// Links each citation whose first author and year are those of one work and of no other;
/// answers how many.
pub(super) fn link(blocks: &mut [Block], references: &[Reference]) -> usize {
    if references.is_empty() {
        return 0;
    }
    let mut linked = 0;
    each(blocks, &mut |leaf| linked += link_in(leaf, references));
    linked
}

fn link_in(leaf: &mut Leaf, references: &[Reference]) -> usize {
    if leaf.tag == LeafTag::Pre {
        return 0;
    }
    let text = leaf_text(leaf);
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for brackets in BRACKETS.find_iter(&text) {
        let inner = &brackets.as_str()[1..brackets.len() - 1];
        let parts: Vec<&str> = inner.split(';').collect();
        let mut at = brackets.start() + 1;
        for part in &parts {
            let begin = at + part.len() - part.trim_start().len();
            let range = begin..begin + part.trim().len();
            at += part.len() + 1;
            if let Some(reference) = named(part.trim(), references) {
                let range = if parts.len() == 1 {
                    brackets.range()
                } else {
                    range
                };
                found.push((range, reference.id.address()));
            }
        }
    }
    found.retain(|(range, _)| is_plain(leaf, range));
    if found.is_empty() {
        return 0;
    }
    let runs = std::mem::take(&mut leaf.runs);
    *leaf = Leaf::settled(leaf.tag, with_links(runs, &found));
    found.len()
}

/// The only work whose first author and year these are.
fn named<'a>(part: &str, references: &'a [Reference]) -> Option<&'a Reference> {
    let cited = WORK.captures(part)?;
    let authors = cited["authors"].trim();
    let first = [" et al", " & ", " and ", ","]
        .iter()
        .filter_map(|end| authors.find(end))
        .min()
        .map_or(authors, |end| &authors[..end]);
    let is_it = |one: &&Reference| {
        let year = one.year.split(',').next().unwrap_or_default().trim();
        let whole = one.authors.trim_end_matches('.').trim();
        let surname = one.authors.split([',', '&']).next().unwrap_or_default();
        let surname = surname.trim().trim_end_matches('.');
        let same =
            |name: &str| !name.is_empty() && (same_word(name, first) || same_word(name, authors));
        year == &cited["year"] && (same(surname) || same(whole))
    };
    let mut those = references.iter().filter(is_it);
    let only = those.next()?;
    those.next().is_none().then_some(only)
}

fn same_word(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.trim().to_lowercase()
}

/// Whether nothing in this stretch is a link or code already.
fn is_plain(leaf: &Leaf, range: &Range<usize>) -> bool {
    let mut at = 0;
    leaf.runs.iter().all(|run| {
        let here = at..at + run.text.len();
        at = here.end;
        let apart = here.end <= range.start || here.start >= range.end;
        let taken = |mark: &Mark| matches!(mark, Mark::Link(_) | Mark::Code);
        apart || !run.marks.iter().any(taken)
    })
}

fn with_links(runs: Vec<Run>, links: &[(Range<usize>, String)]) -> Vec<Run> {
    let mut out = Vec::with_capacity(runs.len() + 2 * links.len());
    let mut at = 0;
    for run in runs {
        let end = at + run.text.len();
        let mut cuts: Vec<usize> = links
            .iter()
            .flat_map(|(range, _)| [range.start, range.end])
            .filter(|cut| (at + 1..end).contains(cut))
            .chain([end])
            .collect();
        cuts.sort_unstable();
        let mut from = at;
        for cut in cuts {
            let text = run.text[from - at..cut - at].to_owned();
            let link = links
                .iter()
                .find(|(range, _)| range.start <= from && cut <= range.end)
                .map(|(_, address)| Mark::Link(address.clone()));
            out.push(Run {
                text,
                marks: link.into_iter().chain(run.marks.iter().cloned()).collect(),
            });
            from = cut;
        }
        at = end;
    }
    out
}
