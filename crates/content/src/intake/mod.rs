//! From a text as it came to an article: which of its words are title, byline, references and
//! notes. Nothing is guessed that a person is not asked about: bylines and topics are found
//! here and set by whoever confirms them.

mod bylines;
mod citations;
mod leaves;
mod notes;
mod references;
mod title;
mod topics;

use crate::clean_html::{CleanHtml, Dropped, Unclean, sanitize, settle};
use crate::reference::Reference;

pub use bylines::{FoundByline, Place, without_byline};
pub use topics::suggested;

/// A text as it came.
#[derive(Clone, Debug, Default)]
pub struct Typescript {
    /// The title that stood over it.
    pub title: Option<String>,
    /// The title in its properties; often a template's.
    pub property_title: Option<String>,
    /// Its words. Where a note belongs there is a link to `#ref-noteN`, counted from 0.
    pub html: String,
    /// The notes.
    pub notes: Vec<NoteText>,
}

/// A note at the foot of a page or at the end.
#[derive(Clone, Debug, Default)]
pub struct NoteText {
    /// As markup.
    pub html: String,
    /// The words alone.
    pub text: String,
}

/// What was understood of a text.
#[derive(Clone, Debug)]
pub struct Understood {
    /// Empty where there is none.
    pub title: String,
    /// Without title and list of references; with its bylines, and its notes at the end.
    pub body: CleanHtml,
    /// Who may have written it, in the order of their places.
    pub bylines: Vec<FoundByline>,
    /// The works it names, first those of its list.
    pub references: Vec<Reference>,
    /// How many of these stood in its list.
    pub listed: usize,
    /// How many notes stand at the end of the body.
    pub notes: usize,
    /// How many notes named a work and became citations.
    pub citing_notes: usize,
    /// How many citations in the text were linked to their works.
    pub linked: usize,
    /// Whether a list of references was left in the text, since it is too long or unclear.
    pub list_left: bool,
    /// What the cleaning rules left out.
    pub dropped: Vec<Dropped>,
}

/// Takes a text apart. `known` says whether somebody here has a name.
///
/// # Errors
/// When it is longer than an article can be, or cannot be cleaned.
pub fn understand(text: Typescript, known: &dyn Fn(&str) -> bool) -> Result<Understood, Unclean> {
    let cleaned = sanitize(&text.html)?;
    let mut blocks = cleaned.html.blocks();
    let title = title::take(&mut blocks, text.title, text.property_title);
    let list = references::take(&mut blocks);
    let bylines = bylines::find(&blocks, list.at, known);
    let mut references = list.references;
    let listed = references.len();
    let placed = notes::place(&mut blocks, &text.notes, &mut references)?;
    let linked = citations::link(&mut blocks, &references);
    Ok(Understood {
        title,
        body: settle(&blocks)?,
        bylines,
        references,
        listed,
        notes: placed.at_end,
        citing_notes: placed.citing,
        linked,
        list_left: list.left,
        dropped: cleaned.dropped,
    })
}

#[cfg(test)]
mod tests;
