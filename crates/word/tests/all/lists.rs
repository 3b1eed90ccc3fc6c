//! Lists: nested, begun anew, gone on with.

use crate::sample::{accepted, holds};

#[test]
fn lists_nest_by_their_levels() {
    let text = accepted("node-features.docx");
    holds(
        &text,
        "<ol><li>one<ol><li>one a</li><li>one b</li></ol></li><li>two</li></ol>\
         <ol><li>one anew</li></ol><p>A break between lists</p>\
         <ol start=\"5\"><li>five</li><li>six</li></ol>",
    );
}

#[test]
fn lists_of_different_styles_nest_by_how_far_they_stand_in() {
    let text = accepted("python-features.docx");
    holds(
        &text,
        "<ul><li>first<ul><li>within it<ul><li>deeper</li></ul></li></ul></li>\
         <li><p>second</p><p>goes on with the second</p></li></ul>",
    );
}

#[test]
fn a_list_goes_on_counting_after_words_between() {
    let text = accepted("python-features.docx");
    holds(
        &text,
        "<ol><li>one</li><li>two</li></ol><p>Words between the items</p>\
         <ol start=\"3\"><li>three</li></ol>",
    );
}

#[test]
fn an_item_may_have_several_paragraphs() {
    let text = accepted("office-features.docx");
    holds(
        &text,
        "<ol start=\"4\"><li>four</li><li><p>five</p><p>and more of five</p></li></ol>",
    );
}
