//! What could not be carried over, in plain words.

use std::collections::BTreeMap;
use std::fmt;

/// Something that could not be carried over as it was: "2 charts".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What and how many, for a line in a list.
    pub words: String,
    /// How many.
    pub times: usize,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// Kinds of what cannot be carried over, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    Chart,
    Diagram,
    Formula,
    Ink,
    Shape,
    LinkedPicture,
    MissingPicture,
    UnshownPicture(&'static str),
    EmbeddedObject,
    EmbeddedFile,
    FormControl,
    Symbol,
    Link,
    LongLink,
    TextBox,
    HiddenParagraph,
    StruckParagraph,
    UnderlinedParagraph,
    NumberedHeading,
    Contents,
    PageNumber,
    MissingNote,
    NoteInNote,
    Note,
    Comment,
}

/// Counts them.
#[derive(Default)]
pub(crate) struct Tally {
    counts: BTreeMap<Thing, usize>,
    margins: Vec<String>,
}

impl Tally {
    pub(crate) fn add(&mut self, thing: Thing) {
        self.add_times(thing, 1);
    }

    pub(crate) fn add_times(&mut self, thing: Thing, times: usize) {
        if times > 0 {
            *self.counts.entry(thing).or_default() += times;
        }
    }

    /// The words of a header or footer; the same ones count once.
    pub(crate) fn margin(&mut self, words: String) {
        if !words.is_empty() && !self.margins.contains(&words) {
            self.margins.push(words);
        }
    }

    /// How often something was counted.
    pub(crate) fn times(&self, thing: Thing) -> usize {
        self.counts.get(&thing).copied().unwrap_or_default()
    }

    pub(crate) fn told(self) -> Vec<LeftOut> {
        let mut told: Vec<_> = self
            .counts
            .into_iter()
            .map(|(thing, times)| LeftOut {
                words: words(thing, times),
                times,
            })
            .collect();
        if !self.margins.is_empty() {
            told.push(LeftOut {
                words: format!("headers and footers: “{}”", self.margins.join("”, “")),
                times: self.margins.len(),
            });
        }
        told
    }
}

fn words(thing: Thing, times: usize) -> String {
    let counted = |one: &str, many: &str| match times {
        1 => format!("1 {one}"),
        _ => format!("{times} {many}"),
    };
    match thing {
        Thing::Chart => counted("chart", "charts"),
        Thing::Diagram => counted("SmartArt diagram", "SmartArt diagrams"),
        Thing::Formula => counted("formula", "formulas"),
        Thing::Ink => counted("handwritten drawing", "handwritten drawings"),
        Thing::Shape => counted("drawn shape", "drawn shapes"),
        Thing::LinkedPicture => counted(
            "picture that is only linked and not in the file",
            "pictures that are only linked and not in the file",
        ),
        Thing::MissingPicture => counted(
            "picture that is missing from the file",
            "pictures that are missing from the file",
        ),
        Thing::UnshownPicture(format) => counted(
            &format!("picture in a form that web pages do not show ({format})"),
            &format!("pictures in a form that web pages do not show ({format})"),
        ),
        Thing::EmbeddedObject => counted(
            "embedded object, such as a sheet from Excel",
            "embedded objects, such as sheets from Excel",
        ),
        Thing::EmbeddedFile => counted("embedded file", "embedded files"),
        Thing::FormControl => counted("form field", "form fields"),
        Thing::Symbol => counted(
            "sign from a symbol typeface, shown as □",
            "signs from a symbol typeface, shown as □",
        ),
        Thing::Link => counted(
            "link that leads to neither a web page, an e-mail address nor a telephone number (its words were kept)",
            "links that lead to neither a web page, an e-mail address nor a telephone number (their words were kept)",
        ),
        Thing::LongLink => counted(
            "link with a very long address (its words were kept)",
            "links with very long addresses (their words were kept)",
        ),
        Thing::TextBox => counted(
            "text box (its words were kept, below the paragraph beside it)",
            "text boxes (their words were kept, below the paragraphs beside them)",
        ),
        Thing::HiddenParagraph => format!("hidden words in {}", paragraphs(times)),
        Thing::StruckParagraph => {
            format!(
                "crossing-out in {} (the words were kept)",
                paragraphs(times)
            )
        }
        Thing::UnderlinedParagraph => {
            format!("underlining in {} (the words were kept)", paragraphs(times))
        }
        Thing::NumberedHeading => counted(
            "automatic number before a heading",
            "automatic numbers before headings",
        ),
        Thing::Contents => counted("table of contents", "tables of contents"),
        Thing::PageNumber => "page numbers".to_owned(),
        Thing::MissingNote => counted(
            "note that is missing from the file",
            "notes that are missing from the file",
        ),
        Thing::NoteInNote => counted("note within a note", "notes within notes"),
        Thing::Note => counted(
            "note beyond the first 1,000",
            "notes beyond the first 1,000",
        ),
        Thing::Comment => counted(
            "comment beyond the first 1,000",
            "comments beyond the first 1,000",
        ),
    }
}

fn paragraphs(times: usize) -> String {
    match times {
        1 => "1 paragraph".to_owned(),
        _ => format!("{times} paragraphs"),
    }
}
