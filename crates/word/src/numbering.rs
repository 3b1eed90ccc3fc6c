//! Lists: which paragraphs are items, with which mark and which number.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use roxmltree::{Document, Node};

use crate::names::{attribute, child, children, number, value};
use crate::styles::indent;

const LEVELS: usize = 9;

/// How the items of one level are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marking {
    Bullet,
    Number,
    /// By nothing that readers see.
    Nothing,
}

#[derive(Clone)]
struct Level {
    marking: Marking,
    start: u32,
    style: Option<String>,
    indent: Option<i32>,
}

#[derive(Default)]
struct Pattern {
    levels: HashMap<u8, Level>,
    /// The list style whose pattern is meant.
    stands_for: Option<String>,
}

struct List {
    pattern: String,
    starts: HashMap<u8, u32>,
    levels: HashMap<u8, Level>,
}

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(crate) struct Numbering {
    patterns: HashMap<String, Pattern>,
    list_styles: HashMap<String, String>,
    lists: HashMap<String, List>,
    counted: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<(String, u8)>,
}

/// A paragraph's place in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The list it belongs to; lists that count on share one.
    pub(crate) list: Rc<str>,
    /// From 0.
    pub(crate) level: u8,
    pub(crate) marking: Marking,
    pub(crate) number: u32,
    /// How far it stands in from the margin, in twentieths of a point, if anything says so.
    pub(crate) indent: Option<i32>,
}

impl Numbering {
    pub(crate) fn read(tree: &Document<'_>) -> Self {
        let root = tree.root_element();
        let mut numbering = Self::default();
        for node in children(root, "abstractNum") {
            let Some(id) = attribute(node, "abstractNumId") else {
                continue;
            };
            if let Some(style) = value(node, "styleLink") {
                numbering
                    .list_styles
                    .insert(style.to_owned(), id.to_owned());
            }
            let pattern = Pattern {
                levels: levels(node),
                stands_for: value(node, "numStyleLink").map(str::to_owned),
            };
            numbering.patterns.insert(id.to_owned(), pattern);
        }
        for node in children(root, "num") {
            let (Some(id), Some(pattern)) =
                (attribute(node, "numId"), value(node, "abstractNumId"))
            else {
                continue;
            };
            let mut list = List {
                pattern: pattern.to_owned(),
                starts: HashMap::new(),
                levels: HashMap::new(),
            };
            for own in children(node, "lvlOverride") {
                let Some(level) = level_number(own) else {
                    continue;
                };
                if let Some(start) = number(own, "startOverride") {
                    list.starts.insert(level, start);
                }
                list.levels.extend(levels(own));
            }
            numbering.lists.insert(id.to_owned(), list);
        }
        numbering
    }

    /// The next item of a list. The level is found by the style that the pattern ties to it, where
    /// the paragraph does not say it.
    pub(crate) fn next(
        &mut self,
        id: &str,
        level: Option<u8>,
        style: Option<&str>,
    ) -> Option<Place> {
        let list = self.lists.get(id)?;
        let pattern_id = self.pattern_of(list);
        let pattern = self.patterns.get(pattern_id)?;
        let tied = || {
            let mut levels = pattern.levels.iter();
            let found =
                levels.find(|(_, level)| style.is_some() && level.style.as_deref() == style);
            found.map(|(level, _)| *level)
        };
        let level = level.or_else(tied).unwrap_or(0).min(8);
        let form = list
            .levels
            .get(&level)
            .or_else(|| pattern.levels.get(&level));
        let indent = form.and_then(|form| form.indent);
        let (marking, start) = form.map_or((Marking::Bullet, 1), |form| (form.marking, form.start));
        let restart = list.starts.get(&level).copied();
        let pattern_id = pattern_id.to_owned();
        let is_new = self.begun.insert((id.to_owned(), level));
        let counted = self.counted.entry(pattern_id.clone()).or_default();
        let index = usize::from(level);
        let number = match (restart, counted[index]) {
            (Some(restart), _) if is_new => restart,
            (_, Some(number)) => number.saturating_add(1),
            (restart, None) => restart.unwrap_or(start),
        };
        counted[index] = Some(number);
        counted[index + 1..].fill(None);
        Some(Place {
            list: pattern_id.into(),
            level,
            marking,
            number,
            indent,
        })
    }

    fn pattern_of<'a>(&'a self, list: &'a List) -> &'a str {
        let style = self
            .patterns
            .get(&list.pattern)
            .and_then(|pattern| pattern.stands_for.as_ref());
        style
            .and_then(|style| self.list_styles.get(style))
            .unwrap_or(&list.pattern)
    }
}

fn levels(node: Node<'_, '_>) -> HashMap<u8, Level> {
    let mut levels = HashMap::new();
    for node in children(node, "lvl") {
        let Some(level) = level_number(node) else {
            continue;
        };
        let shown = value(node, "lvlText").unwrap_or_default();
        let marking = match value(node, "numFmt") {
            Some("bullet") => Marking::Bullet,
            Some("none") if child(node, "lvlPicBulletId").is_some() => Marking::Bullet,
            Some("none") => Marking::Nothing,
            _ if shown.is_empty() => Marking::Nothing,
            _ => Marking::Number,
        };
        levels.insert(
            level,
            Level {
                marking,
                start: number(node, "start").unwrap_or(0),
                style: value(node, "pStyle").map(str::to_owned),
                indent: child(node, "pPr").and_then(indent),
            },
        );
    }
    levels
}

fn level_number(node: Node<'_, '_>) -> Option<u8> {
    attribute(node, "ilvl")?.trim().parse().ok()
}
