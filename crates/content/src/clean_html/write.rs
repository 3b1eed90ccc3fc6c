//! A tree as markup, in the form that the editor and ammonia write too.

use std::fmt::Write as _;

use super::policy::{IMAGE, LINK_REL};
use super::tree::{Block, Cell, Leaf, LeafTag, ListKind, Mark, Picture, Row, Run};

/// The markup of these blocks.
pub(crate) fn html(blocks: &[Block]) -> String {
    let mut out = String::new();
    write_blocks(&mut out, blocks);
    out
}

/// The words of these blocks, one line for each leaf and line break.
pub(crate) fn text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    collect_lines(&mut lines, blocks);
    lines.join("\n")
}

/// The words of one leaf.
pub(crate) fn leaf_text(leaf: &Leaf) -> String {
    leaf.runs.iter().map(|run| run.text.as_str()).collect()
}

fn collect_lines(lines: &mut Vec<String>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Leaf(leaf) if leaf.is_blank() => {}
            Block::Leaf(leaf) => lines.push(leaf_text(leaf)),
            Block::Rule(_) | Block::Image(_) => {}
            Block::Quote(content) => collect_lines(lines, content),
            Block::List(_, items) => items.iter().for_each(|item| collect_lines(lines, item)),
            Block::Table(rows) => {
                for cell in rows.iter().flat_map(|row| &row.cells) {
                    collect_lines(lines, &cell.content);
                }
            }
        }
    }
}

fn write_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Leaf(leaf) if leaf.tag == LeafTag::Bare => write_runs(out, leaf.tag, &leaf.runs),
            Block::Leaf(leaf) => {
                element(out, leaf.tag.name(), |out| {
                    write_runs(out, leaf.tag, &leaf.runs);
                });
            }
            Block::Rule(None) => out.push_str("<hr>"),
            Block::Rule(Some(mark)) => {
                open_mark(out, mark);
                out.push_str("<hr>");
                close(out, mark.name());
            }
            Block::Image(picture) => write_image(out, picture),
            Block::Quote(content) => element(out, "blockquote", |out| write_blocks(out, content)),
            Block::List(kind, items) => write_list(out, *kind, items),
            Block::Table(rows) => element(out, "table", |out| write_rows(out, rows)),
        }
    }
}

fn write_image(out: &mut String, picture: &Picture) {
    if let Some(mark) = &picture.mark {
        open_mark(out, mark);
    }
    element(out, "figure", |out| {
        out.push_str("<img");
        attribute(out, "src", &format!("{IMAGE}{}", picture.sha256));
        out.push('>');
    });
    if let Some(mark) = &picture.mark {
        close(out, mark.name());
    }
}

fn element(out: &mut String, name: &str, content: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    content(out);
    close(out, name);
}

fn close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn write_list(out: &mut String, kind: ListKind, items: &[Vec<Block>]) {
    let name = match kind {
        ListKind::Bulleted => {
            out.push_str("<ul>");
            "ul"
        }
        ListKind::Numbered { start: 1 } => {
            out.push_str("<ol>");
            "ol"
        }
        ListKind::Numbered { start } => {
            attribute_number(out, "<ol", "start", start);
            out.push('>');
            "ol"
        }
    };
    for item in items {
        element(out, "li", |out| write_blocks(out, item));
    }
    close(out, name);
}

fn write_rows(out: &mut String, rows: &[Row]) {
    let heads = rows.iter().take_while(|row| row.head).count();
    for (name, rows) in [("thead", &rows[..heads]), ("tbody", &rows[heads..])] {
        if !rows.is_empty() {
            element(out, name, |out| {
                for row in rows {
                    element(out, "tr", |out| {
                        row.cells.iter().for_each(|cell| write_cell(out, cell));
                    });
                }
            });
        }
    }
}

fn write_cell(out: &mut String, cell: &Cell) {
    let name = if cell.form.header { "th" } else { "td" };
    out.push('<');
    out.push_str(name);
    if let Some(span) = cell.form.colspan {
        attribute_number(out, "", "colspan", i32::from(span));
    }
    if let Some(span) = cell.form.rowspan {
        attribute_number(out, "", "rowspan", i32::from(span));
    }
    if let Some(scope) = cell.form.scope {
        attribute(out, "scope", scope.name());
    }
    out.push('>');
    write_blocks(out, &cell.content);
    close(out, name);
}

fn write_runs(out: &mut String, tag: LeafTag, runs: &[Run]) {
    let mut open: &[Mark] = &[];
    for run in runs {
        let shared = open
            .iter()
            .zip(&run.marks)
            .take_while(|(a, b)| a == b)
            .count();
        open[shared..]
            .iter()
            .rev()
            .for_each(|mark| close(out, mark.name()));
        run.marks[shared..]
            .iter()
            .for_each(|mark| open_mark(out, mark));
        open = &run.marks;
        for (index, line) in run.text.split('\n').enumerate() {
            if index > 0 {
                out.push_str(if tag == LeafTag::Pre { "\n" } else { "<br>" });
            }
            escape(out, line);
        }
    }
    open.iter().rev().for_each(|mark| close(out, mark.name()));
}

fn open_mark(out: &mut String, mark: &Mark) {
    out.push('<');
    out.push_str(mark.name());
    match mark {
        Mark::Link(address) => {
            attribute(out, "rel", LINK_REL);
            attribute(out, "href", address);
        }
        Mark::Abbr(Some(title)) => attribute(out, "title", title),
        Mark::Added(number) | Mark::Removed(number) => {
            attribute(out, "data-change", &number.to_string());
        }
        _ => {}
    }
    out.push('>');
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for part in value.split_inclusive('"') {
        match part.strip_suffix('"') {
            Some(part) => {
                escape(out, part);
                out.push_str("&quot;");
            }
            None => escape(out, part),
        }
    }
    out.push('"');
}

fn attribute_number(out: &mut String, before: &str, name: &str, value: i32) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{before} {name}=\"{value}\"");
}

/// Text as markup, in HTML's own serialised form.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            _ => out.push(c),
        }
    }
}
