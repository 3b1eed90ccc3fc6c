//! Tables.

use crate::sample::{accepted, holds, left_out};

#[test]
fn merged_cells_stay_merged() {
    let python = accepted("python-features.docx");
    holds(
        &python,
        "<table><tbody><tr><td colspan=\"2\">wide</td><td>r0c2</td></tr>\
         <tr><td>r1c0</td><td>r1c1</td><td rowspan=\"2\">tall</td></tr>\
         <tr><td>r2c0</td><td>r2c1</td></tr></tbody></table>",
    );
    let node = accepted("node-features.docx");
    holds(
        &node,
        "<table><thead><tr><th colspan=\"2\">A</th><th>B</th></tr></thead><tbody>\
         <tr><td rowspan=\"2\">tall</td><td>c</td><td>d</td></tr>\
         <tr><td>e</td><td>f</td></tr></tbody></table>",
    );
    holds(
        &accepted("office-page.docx"),
        "<table><tbody><tr><td rowspan=\"2\">tall</td>\
         <td colspan=\"2\">wide</td></tr><tr><td>a</td><td>b</td></tr></tbody></table>",
    );
}

#[test]
fn the_look_of_a_style_makes_headings() {
    let article = accepted("python-article.docx");
    holds(
        &article,
        "<tbody><tr><th scope=\"row\">Daylight on your face</th><td>Within",
    );
}

#[test]
fn a_box_round_words_is_no_table() {
    holds(&accepted("python-features.docx"), "<p>Words in a box</p>");
}

#[test]
fn tables_stand_within_cells() {
    holds(
        &accepted("python-features.docx"),
        "<td>outer</td><td><table><tbody><tr>\
         <td>inner left</td><td>inner right</td></tr></tbody></table></td>",
    );
}

#[test]
fn words_in_boxes_follow_their_paragraph() {
    let text = accepted("office-features.docx");
    holds(
        &text,
        "<p>A paragraph with a frame.</p><p>Words in a frame</p>\
         <p>A paragraph with a shape.</p><p>Words in a shape</p>",
    );
    let told = "2 text boxes (their words were kept, below the paragraphs beside them)";
    assert!(
        left_out(&text).contains(&told.to_owned()),
        "{:?}",
        left_out(&text)
    );
    let node = accepted("node-features.docx");
    assert_eq!(node.html.matches("Words in a text box").count(), 1);
}
