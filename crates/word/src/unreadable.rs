//! Why a file could not be read, in the words that its author sees.

use crate::{MOST_BYTES, MOST_PARTS};

const MEGABYTE: usize = 1024 * 1024;

/// Why a file was refused. Each is a sentence or two for a busy clinician.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No bytes at all.
    #[error(
        "This file is empty, so nothing was changed. It may not have been saved or sent completely; please choose it again."
    )]
    Empty,
    /// More than [`MOST_BYTES`].
    #[error(
        "This file is too large: {} MB, and at most {} MB can be read. Nothing was changed. Large pictures are the usual reason; in Word, choose Compress Pictures, save it and try again.",
        bytes.div_ceil(MEGABYTE),
        MOST_BYTES / MEGABYTE
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Something else altogether.
    #[error(
        "This is not a Word document, so nothing was changed. Please choose a file whose name ends in .docx."
    )]
    NotWord,
    /// Word 97 to 2003.
    #[error(
        "This is an older .doc file, which cannot be read here. Nothing was changed. Open it in Word, choose Save As, pick “Word Document (.docx)” and try again."
    )]
    OldWord,
    /// Encrypted.
    #[error(
        "This document is protected with a password, so it could not be opened and nothing was changed. In Word, choose File, Info, Protect Document, Encrypt with Password, clear the password, save it and try again."
    )]
    PasswordProtected,
    /// Rich Text Format.
    #[error(
        "This is a Rich Text (.rtf) file, which cannot be read here. Nothing was changed. Open it in Word, choose Save As, pick “Word Document (.docx)” and try again."
    )]
    RichText,
    /// A PDF.
    #[error(
        "This is a PDF, which cannot be turned back into a text that can be edited. Nothing was changed. Please send the Word document that it was made from."
    )]
    Pdf,
    /// `LibreOffice` and others.
    #[error(
        "This is an OpenDocument (.odt) file, which cannot be read here. Nothing was changed. Open it in the program that made it, choose Save As, pick “Word (.docx)” and try again."
    )]
    OpenDocument,
    /// Apple's Pages.
    #[error(
        "This is a Pages document, which cannot be read here. Nothing was changed. In Pages, choose File, Export To, Word, and try again with that file."
    )]
    Pages,
    /// Word 2003 XML, or a Word document written as one XML file.
    #[error(
        "This is a Word XML file, which cannot be read here. Nothing was changed. Open it in Word, choose Save As, pick “Word Document (.docx)” and try again."
    )]
    WordXml,
    /// A page saved from the web or from Word.
    #[error(
        "This is a web page, not a Word document, so nothing was changed. Open it in Word, choose Save As, pick “Word Document (.docx)” and try again, or copy its words into a new article."
    )]
    WebPage,
    /// A workbook or a presentation.
    #[error(
        "This is an Excel or PowerPoint file, not a Word document, so nothing was changed. Please choose a file whose name ends in .docx."
    )]
    OtherOffice,
    /// A document with programs inside.
    #[error(
        "This document contains macros, which are small programs, so it was not opened and nothing was changed. In Word, choose Save As, pick “Word Document (.docx)”, which leaves them out, and try again."
    )]
    Macros,
    /// The beginning is there and the end is not.
    #[error(
        "Part of this file is missing, so it could not be opened and nothing was changed. It may not have been sent or copied completely; please choose it again."
    )]
    Truncated,
    /// A part cannot be unpacked or is not well-formed.
    #[error(
        "This document is damaged, so it could not be read and nothing was changed. Open it in Word, let Word repair it, save it under a new name and try again."
    )]
    Damaged {
        /// The part at fault, for those who look into it.
        part: String,
    },
    /// It grows beyond [`MOST_UNPACKED`](crate::MOST_UNPACKED), or one of its parts beyond reason.
    #[error(
        "This document becomes so large when it is unpacked that it cannot be read safely. Nothing was changed. Open it in Word, compress its pictures, or copy its text into a new document, and try again."
    )]
    UnpacksTooLarge,
    /// More than [`MOST_PARTS`].
    #[error(
        "This document is made of more than {MOST_PARTS} parts, which is more than can be read safely. Nothing was changed. Copy its text into a new Word document and try again with that."
    )]
    TooManyParts,
    /// Two parts have one name, so that nobody can say which is meant.
    #[error(
        "This document contains two parts of the same name, so it is not clear what it says. Nothing was changed. Open it in Word, save it under a new name and try again."
    )]
    DuplicateParts,
    /// A DOCTYPE or entities, which Word never writes.
    #[error(
        "This document contains declarations that Word never writes and that can do harm, so it was not read and nothing was changed. Copy its text into a new Word document and try again with that."
    )]
    Declarations {
        /// The part at fault, for those who look into it.
        part: String,
    },
    /// Boxes within boxes within boxes.
    #[error(
        "This document is nested too deeply to be read safely: tables or boxes stand within each other many times over. Nothing was changed. Copy its text into a new Word document and try again with that."
    )]
    TooDeep,
    /// Written in an encoding other than Unicode's.
    #[error(
        "This document is written in a character encoding that Word does not use, so its letters might come out wrong. Nothing was changed. Open it in Word, save it under a new name and try again."
    )]
    Encoding,
    /// More words than an article can have.
    #[error(
        "The text of this document is too long for one article. Nothing was changed. Please split it into several documents and try again."
    )]
    TooLong,
    /// No words.
    #[error(
        "No text was found in this document, so nothing was changed. If it is a scan, its pages are pictures of words; please send the document that they were printed from."
    )]
    NoText,
}
