//! Tracked changes.

use crate::sample::{DOCUMENT, Parts, accepted, holds, lacks, read, refused};
use word::TrackedChanges;

#[test]
fn rows_come_and_go() {
    let after = accepted("node-features.docx");
    holds(
        &after,
        "<tr><td>stays</td><td>too</td></tr><tr><td>new row</td><td>new cell</td></tr></tbody>",
    );
    lacks(&after, "old row");
    let before = refused("node-features.docx");
    holds(
        &before,
        "<tr><td>stays</td><td>too</td></tr><tr><td>old row</td><td>old cell</td></tr></tbody>",
    );
    lacks(&before, "new row");
}

#[test]
fn what_one_person_did_in_one_stretch_counts_once() {
    let text = accepted("node-features.docx");
    holds(
        &text,
        "<p>Kept put in <strong>and more</strong> to the end</p>",
    );
    assert_eq!((text.tracked.insertions, text.tracked.deletions), (2, 2));
    assert_eq!(text.tracked.authors, ["Robin Example", "Jo Example"]);
    holds(
        &refused("node-features.docx"),
        "<p>Kept taken out to the end</p>",
    );
}

#[test]
fn ends_of_paragraphs_come_and_go() {
    let after = accepted("office-features.docx");
    holds(
        &after,
        "<p>First half second half.</p><p>Words that stay</p><p>and part.</p>",
    );
    let before = refused("office-features.docx");
    holds(
        &before,
        "<p>First half</p><p>second half.</p><p>Words that stayand part.</p>",
    );
}

#[test]
fn moves_are_a_kind_of_their_own() {
    let moved = Parts::of("node-features.docx")
        .swap(DOCUMENT, "<w:ins ", "<w:moveTo ")
        .swap(DOCUMENT, "</w:ins>", "</w:moveTo>")
        .swap(DOCUMENT, "<w:del ", "<w:moveFrom ")
        .swap(DOCUMENT, "</w:del>", "</w:moveFrom>")
        .pack();
    let after = read(&moved);
    holds(
        &after,
        "<p>Kept put in <strong>and more</strong> to the end</p>",
    );
    assert_eq!(after.tracked.moves, 1);
    let before = word::read(&moved, TrackedChanges::Refuse).expect("a document");
    holds(&before, "<p>Kept taken out to the end</p>");
}

#[test]
fn earlier_forms_come_back_when_changes_are_refused() {
    let mark = "w:id=\"900\" w:author=\"Robin Example\" w:date=\"2026-03-04T09:30:00Z\"";
    let changed = Parts::of("node-features.docx")
        .swap(
            DOCUMENT,
            "<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">words</w:t>",
            &format!("<w:rPr><w:b/><w:rPrChange {mark}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>words</w:t>"),
        )
        .pack();
    let after = read(&changed);
    holds(&after, "commented <strong>words</strong> after");
    assert_eq!(after.tracked.formatting, 1);
    let before = word::read(&changed, TrackedChanges::Refuse).expect("a document");
    holds(&before, "commented <em>words</em> after");
}
