//! What was read from a document.

use time::OffsetDateTime;

use crate::LeftOut;

/// What becomes of insertions, deletions and moves that nobody has settled in Word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrackedChanges {
    /// The text as it will be when all are accepted.
    Accept,
    /// The text as it was before them.
    Refuse,
}

/// The text of a Word document with all that came along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manuscript {
    /// The title in the text: the paragraph in the style Title, or the only Heading 1 where it
    /// opens a text whose other headings stand below it. It is taken out of [`html`](Self::html).
    pub title: Option<String>,
    /// The title in the document's properties. Often a template's, seldom the article's.
    pub property_title: Option<String>,
    /// The author in the document's properties.
    pub property_author: Option<String>,
    /// The language the document says it is in, such as `en-US`.
    pub language: Option<String>,
    /// The text, for [`content::clean_html::sanitize`]. An image stands in it as
    /// `<img src="word-image:0" alt="…">` and a note as `<sup><a href="word-note:0">1</a></sup>`;
    /// the number is the index into [`images`](Self::images) and [`notes`](Self::notes).
    pub html: String,
    /// The pictures, as they are first shown.
    pub images: Vec<Image>,
    /// Footnotes and endnotes, in the order in which they are first cited.
    pub notes: Vec<Note>,
    /// Comments in the order of their places, resolved ones too.
    pub comments: Vec<Comment>,
    /// What the document says of unsettled changes.
    pub tracked: Tracked,
    /// What could not be carried over.
    pub left_out: Vec<LeftOut>,
}

/// A PNG, JPEG, GIF or WebP picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The file itself.
    pub bytes: Vec<u8>,
    /// Its name in the document, such as `image1.png`; never a path.
    pub name: String,
    /// The description for those who cannot see it.
    pub alt: Option<String>,
    /// Whether the author marked it as mere decoration.
    pub decorative: bool,
}

/// Where a note stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// At the foot of a page.
    Footnote,
    /// At the end of the document.
    Endnote,
}

/// A footnote or endnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it stood.
    pub kind: NoteKind,
    /// Its text, for the sanitizer.
    pub html: String,
    /// Its words alone, a line for each paragraph.
    pub text: String,
}

/// A comment in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Who wrote it, as Word names them.
    pub author: String,
    /// Their initials.
    pub initials: Option<String>,
    /// When. Word writes the time of its own place and calls it UTC, so it can be hours off.
    pub written_at: Option<OffsetDateTime>,
    /// The words it is about, at most 1,000 characters; empty for a place between words.
    pub quote: String,
    /// Up to 40 characters of the same paragraph before the quote.
    pub before: String,
    /// What it says, a line for each paragraph.
    pub text: String,
    /// Whether the conversation was marked as done.
    pub resolved: bool,
    /// The answers to it, in order.
    pub replies: Vec<Reply>,
}

/// An answer to a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Who wrote it.
    pub author: String,
    /// Their initials.
    pub initials: Option<String>,
    /// When; see [`Comment::written_at`].
    pub written_at: Option<OffsetDateTime>,
    /// What it says.
    pub text: String,
}

/// How many unsettled changes there are. What one person did in one stretch counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracked {
    /// Words, paragraphs and rows put in.
    pub insertions: usize,
    /// Words, paragraphs and rows taken out.
    pub deletions: usize,
    /// Passages moved.
    pub moves: usize,
    /// Changes of form alone.
    pub formatting: usize,
    /// Whose they are, in the order in which they first appear.
    pub authors: Vec<String>,
}

impl Tracked {
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.insertions == 0 && self.deletions == 0 && self.moves == 0 && self.formatting == 0
    }
}
