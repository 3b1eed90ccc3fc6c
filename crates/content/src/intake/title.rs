//! The title of a text as it came.

use super::leaves::{is_heading, line, notes_of};
use crate::clean_html::tree::{Block, Leaf, LeafTag, Run};
use crate::draft::{TITLE_LONGEST, plain_line};

/// The title, taken out of the text: the one that stood over it, else the heading that opens
/// it, else the one in its properties unless a program gave it. A title longer than any stays
/// in the text.
pub(super) fn take(
    blocks: &mut Vec<Block>,
    over: Option<String>,
    property: Option<String>,
) -> String {
    let over = over.map(|title| plain_line(&title)).unwrap_or_default();
    if !over.is_empty() {
        if fits(&over) {
            take_repeated(blocks, &over);
            return over;
        }
        let runs = vec![Run {
            text: over,
            marks: Vec::new(),
        }];
        blocks.insert(0, Block::Leaf(Leaf::settled(LeafTag::H2, runs)));
        return String::new();
    }
    let opens = blocks.first().and_then(line);
    if let Some((leaf, words)) = opens
        && is_heading(leaf.tag)
        && fits(&words)
    {
        let notes = notes_of(leaf);
        blocks.splice(..1, notes);
        return words;
    }
    let property = property.map(|title| plain_line(&title)).unwrap_or_default();
    if property.is_empty() || !fits(&property) || is_of_a_program(&property) {
        return String::new();
    }
    take_repeated(blocks, &property);
    property
}

fn fits(title: &str) -> bool {
    title.chars().count() <= TITLE_LONGEST
}

/// Takes the first line out where it says the title once more.
fn take_repeated(blocks: &mut Vec<Block>, title: &str) {
    let first = blocks.first().and_then(line);
    if let Some((leaf, words)) = first
        && words.to_lowercase() == title.to_lowercase()
    {
        let notes = notes_of(leaf);
        blocks.splice(..1, notes);
    }
}

/// Whether a title is the name of a file or of a template.
fn is_of_a_program(title: &str) -> bool {
    let small = title.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).collect();
    let of_files = [
        "doc", "docx", "dot", "dotx", "rtf", "odt", "pdf", "template",
    ];
    let begins = [
        "microsoft word",
        "untitled",
        "document",
        "draft",
        "title",
        "normal",
        "powerpoint",
    ];
    let one_word = !small.contains(' ');
    words.iter().any(|word| of_files.contains(word))
        || begins.iter().any(|word| small.starts_with(word))
        || (one_word && small.contains(|c: char| c.is_ascii_digit() || c == '_' || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_and_templates_are_no_titles() {
        for name in [
            "Draft 3 (template)",
            "article_final.docx",
            "Microsoft Word - sleep v2",
            "Untitled",
            "Document1",
            "sleep-final",
            "Title",
        ] {
            assert!(is_of_a_program(name), "{name}");
        }
        for title in [
            "When Worry Keeps You Awake",
            "Grief",
            "Talking to teenagers",
        ] {
            assert!(!is_of_a_program(title), "{title}");
        }
    }
}
