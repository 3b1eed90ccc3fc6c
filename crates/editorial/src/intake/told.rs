//! What came along and what became of it, in plain sentences.

use word::{Tracked, TrackedChanges};

use super::document::Document;

/// "1 note", "3 notes".
pub(super) fn counted(times: usize, one: &str, many: &str) -> String {
    match times {
        1 => format!("1 {one}"),
        _ => format!("{times} {many}"),
    }
}

/// How many changes nobody has settled, of all kinds.
pub(super) const fn changes(tracked: &Tracked) -> usize {
    tracked.insertions + tracked.deletions + tracked.moves + tracked.formatting
}

/// What came along, a sentence each.
pub(super) fn carried(document: &Document, settled: TrackedChanges) -> Vec<String> {
    let found = &document.understood;
    let mut told = Vec::new();
    let changes = changes(&document.tracked);
    if changes > 0 {
        let became = match settled {
            TrackedChanges::Accept => "taken in",
            TrackedChanges::Refuse => "left out",
        };
        let were = if changes == 1 { "was" } else { "were" };
        let which = counted(changes, "change", "changes");
        told.push(format!("{which} that nobody had settled {were} {became}."));
    }
    if found.listed > 0 {
        let works = counted(found.listed, "work", "works");
        told.push(format!(
            "The list of {works} is kept as references, and is printed below the text."
        ));
    }
    if found.citing_notes > 0 {
        let notes = counted(found.citing_notes, "note names a work", "notes name works");
        let became = if found.citing_notes == 1 {
            "became a reference with a citation"
        } else {
            "became references with citations"
        };
        told.push(format!("{notes} and {became}."));
    }
    if found.linked > 0 {
        let lead = counted(found.linked, "citation leads", "citations lead");
        told.push(format!("{lead} to what is cited."));
    }
    if found.notes > 0 {
        let stand = counted(found.notes, "note stands", "notes stand");
        told.push(format!("{stand} at the end of the text, under “Notes”."));
    }
    if !document.images.is_empty() {
        let came = counted(document.images.len(), "picture comes", "pictures come");
        let need = if document.images.len() == 1 {
            "It needs"
        } else {
            "Each needs"
        };
        told.push(format!(
            "{came} along. {need} a description, and an answer on whether a client can be seen, \
             before the text is submitted."
        ));
    }
    let comments: usize = document
        .comments
        .iter()
        .map(|one| 1 + one.replies.len())
        .sum();
    if comments > 0 {
        let came = counted(comments, "comment comes", "comments come");
        told.push(format!("{came} along, beside the text. Readers see none."));
    }
    if found.list_left {
        told.push(
            "The list of references stays in the text: it has more than 200 lines, or one that \
             is too long."
                .to_owned(),
        );
    }
    told
}
