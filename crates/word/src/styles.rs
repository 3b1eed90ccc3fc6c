//! Styles: what a paragraph is, and how its words look before anybody touched them.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::names::{attribute, child, children, is, number, switch, value};

/// How far a style is followed to what it is based on.
const LONGEST_CHAIN: usize = 24;

/// What a paragraph is in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    Title,
    /// From 1.
    Heading(u8),
    Quote,
    /// Goes on with the list item above it.
    Continued,
    Caption,
    #[default]
    Body,
}

/// Properties of a run as one place says them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RunLook {
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) hidden: Option<bool>,
    pub(crate) struck: Option<bool>,
    pub(crate) height: Option<Height>,
}

/// Where a run stands on its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Height {
    #[default]
    Line,
    Below,
    Above,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    role: Option<Role>,
    outline: Option<u8>,
    list: Option<(Option<String>, Option<u8>)>,
    indent: Option<i32>,
    look: RunLook,
    marks_first_row: bool,
    marks_first_column: bool,
}

/// All styles of a document.
#[derive(Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
    everywhere: RunLook,
    pub(crate) language: Option<String>,
}

impl Styles {
    pub(crate) fn read(tree: &Document<'_>) -> Self {
        let root = tree.root_element();
        let mut styles = Self::default();
        let everywhere = child(root, "docDefaults")
            .and_then(|defaults| child(defaults, "rPrDefault"))
            .and_then(|defaults| child(defaults, "rPr"));
        if let Some(properties) = everywhere {
            styles.everywhere = RunLook::read(properties);
            styles.language = value(properties, "lang").map(str::to_owned);
        }
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else {
                continue;
            };
            let is_default = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
            if is_default && attribute(node, "type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
                let language = child(node, "rPr").and_then(|look| value(look, "lang"));
                if styles.language.is_none() {
                    styles.language = language.map(str::to_owned);
                }
            }
            styles.by_id.insert(id.to_owned(), Style::read(node, id));
        }
        styles
    }

    /// What a paragraph in this style is.
    pub(crate) fn role(&self, id: Option<&str>) -> Role {
        let found = self.chain(id).find_map(|style| match style.outline {
            _ if style.role.is_some() => style.role,
            Some(level @ 0..=8) => Some(Role::Heading(level + 1)),
            Some(_) => Some(Role::Body),
            None => None,
        });
        found.unwrap_or_default()
    }

    /// The list that a paragraph in this style belongs to, and the level if the style says it.
    pub(crate) fn list(&self, id: Option<&str>) -> Option<(&str, Option<u8>)> {
        let mut level = None;
        for style in self.chain(id) {
            if let Some((list, own_level)) = &style.list {
                level = level.or(*own_level);
                if let Some(list) = list {
                    return Some((list, level));
                }
            }
        }
        None
    }

    /// How far paragraphs in this style stand in from the margin, in twentieths of a point.
    pub(crate) fn indent(&self, id: Option<&str>) -> Option<i32> {
        self.chain(id).find_map(|style| style.indent)
    }

    /// How words in this style look, as far as it says.
    pub(crate) fn look(&self, id: Option<&str>) -> RunLook {
        self.chain(id)
            .fold(RunLook::default(), |look, style| look.or(style.look))
    }

    pub(crate) const fn everywhere(&self) -> RunLook {
        self.everywhere
    }

    pub(crate) fn marks_first_row(&self, table: Option<&str>) -> bool {
        self.chain(table).any(|style| style.marks_first_row)
    }

    pub(crate) fn marks_first_column(&self, table: Option<&str>) -> bool {
        self.chain(table).any(|style| style.marks_first_column)
    }

    /// The style of a paragraph that names none.
    pub(crate) fn default_paragraph(&self) -> Option<&str> {
        self.default_paragraph.as_deref()
    }

    fn chain<'a>(&'a self, id: Option<&str>) -> impl Iterator<Item = &'a Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?))
            .take(LONGEST_CHAIN)
    }
}

impl Style {
    fn read(node: Node<'_, '_>, id: &str) -> Self {
        let is_paragraph = attribute(node, "type").is_none_or(|kind| kind == "paragraph");
        let mut style = Self {
            based_on: value(node, "basedOn").map(str::to_owned),
            ..Self::default()
        };
        if is_paragraph {
            let named = value(node, "name").and_then(role_of_name);
            style.role = named.or_else(|| role_of_name(id));
        }
        if let Some(properties) = child(node, "pPr") {
            style.outline = number(properties, "outlineLvl");
            style.indent = indent(properties);
            style.list = child(properties, "numPr").map(|list| {
                let id = value(list, "numId").map(str::to_owned);
                (id, number(list, "ilvl"))
            });
        }
        if let Some(properties) = child(node, "rPr") {
            style.look = RunLook::read(properties);
        }
        let marks = |part: &str| {
            node.children()
                .any(|child| is(child, "tblStylePr") && attribute(child, "type") == Some(part))
        };
        style.marks_first_row = marks("firstRow");
        style.marks_first_column = marks("firstCol");
        style
    }
}

impl RunLook {
    pub(crate) fn read(properties: Node<'_, '_>) -> Self {
        let struck = switch(properties, "strike");
        let height = match value(properties, "vertAlign") {
            Some("superscript") => Some(Height::Above),
            Some("subscript") => Some(Height::Below),
            Some(_) => Some(Height::Line),
            None => None,
        };
        // Scripts such as Arabic and Hebrew have switches of their own.
        let complex = ["rtl", "cs"]
            .iter()
            .any(|script| switch(properties, script) == Some(true));
        let (bold, italic) = if complex { ("bCs", "iCs") } else { ("b", "i") };
        Self {
            bold: switch(properties, bold),
            italic: switch(properties, italic),
            hidden: switch(properties, "vanish"),
            struck: struck.or_else(|| switch(properties, "dstrike")),
            height,
        }
    }

    /// What is said here, and where nothing is said, there.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            height: self.height.or(other.height),
        }
    }
}

/// How far an element's own properties move a paragraph in from the margin, if they say so, in
/// twentieths of a point.
pub(crate) fn indent(properties: Node<'_, '_>) -> Option<i32> {
    let indent = child(properties, "ind")?;
    let left = attribute(indent, "left").or_else(|| attribute(indent, "start"))?;
    left.trim().parse().ok()
}

/// What a style is by its name, in the languages whose programs translate it.
fn role_of_name(name: &str) -> Option<Role> {
    const HEADINGS: &[&str] = &[
        "heading",
        "überschrift",
        "berschrift",
        "titre",
        "título",
        "titolo",
        "titulo",
        "kop",
        "rubrik",
        "overskrift",
        "otsikko",
        "nagłówek",
        "заголовок",
        "nadpis",
        "encabezado",
        "intestazione",
        "cabeçalho",
        "fyrirsögn",
        "címsor",
        "naslov",
        "başlık",
        "見出し",
        "标题",
        "標題",
        "제목",
    ];
    const TITLES: &[&str] = &[
        "title",
        "titel",
        "titre",
        "título",
        "titolo",
        "tytuł",
        "название",
        "表題",
        "标题",
        "標題",
        "제목",
        "otsikko",
        "tittel",
        "rubrik",
        "název",
    ];
    const QUOTES: &[&str] = &[
        "quote",
        "intense quote",
        "intensequote",
        "block text",
        "blocktext",
        "quotations",
        "block quotation",
        "blockquote",
        "zitat",
        "intensives zitat",
        "citation",
        "citation intense",
        "cita",
        "cita destacada",
        "citazione",
        "citazione intensa",
        "citação",
        "citação intensa",
        "citaat",
        "duidelijk citaat",
        "citat",
        "starkt citat",
        "цитата",
    ];
    let name = name.trim().to_lowercase();
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let level = name[word.len()..].parse().ok();
    let word = word.trim_end_matches([' ', '_', '-']);
    if let Some(level @ 1..=9) = level
        && HEADINGS.contains(&word)
    {
        return Some(Role::Heading(level));
    }
    if level.is_some() && !word.starts_with("list continue") {
        return None;
    }
    if TITLES.contains(&word) {
        Some(Role::Title)
    } else if QUOTES.contains(&word) {
        Some(Role::Quote)
    } else if matches!(word, "caption" | "beschriftung" | "légende") {
        Some(Role::Caption)
    } else if word.starts_with("list continue") || word.starts_with("listcontinue") {
        Some(Role::Continued)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, role_of_name};

    #[test]
    fn names_are_understood_in_several_languages() {
        for (name, role) in [
            ("heading 1", Some(Role::Heading(1))),
            ("Heading2", Some(Role::Heading(2))),
            ("Überschrift 3", Some(Role::Heading(3))),
            ("Titre 1", Some(Role::Heading(1))),
            ("Titre", Some(Role::Title)),
            ("見出し 2", Some(Role::Heading(2))),
            ("Intense Quote", Some(Role::Quote)),
            ("Quotations", Some(Role::Quote)),
            ("List Continue 2", Some(Role::Continued)),
            ("List Bullet 2", None),
            ("TOC Heading", None),
            ("Heading", None),
            ("toc 1", None),
        ] {
            assert_eq!(role_of_name(name), role, "{name}");
        }
    }
}
