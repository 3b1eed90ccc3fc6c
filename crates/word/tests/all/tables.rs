//! Tables.

use word::TrackedChanges;

use crate::sample::{DOCUMENT, Parts, accepted, holds, left_out, read};

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

#[test]
fn cells_that_come_go_and_join_in_older_ways() {
    let row = "<w:tc><w:p><w:r><w:t xml:space=\"preserve\">stays</w:t></w:r></w:p></w:tc>";
    let text = Parts::of("node-features.docx").text(DOCUMENT);
    let cell = text
        .split("<w:tc>")
        .find(|cell| cell.contains(">stays<"))
        .and_then(|cell| cell.split("</w:tc>").next())
        .expect("a cell");
    let with = |new: &str| {
        let old = format!("<w:tc>{cell}</w:tc>");
        Parts::of("node-features.docx")
            .swap(DOCUMENT, &old, new)
            .pack()
    };
    let more = |properties: &str, words: &str| {
        let cell = row.replace("stays", words);
        cell.replace("<w:tc>", &format!("<w:tc><w:tcPr>{properties}</w:tcPr>"))
    };
    let put_in = with(&(row.to_owned() + &more("<w:cellIns w:author=\"R\"/>", "put in")));
    holds(&read(&put_in), "<td>stays</td><td>put in</td><td>too</td>");
    let before = word::read(&put_in, TrackedChanges::Refuse).expect("a document");
    holds(&before, "<td>stays</td><td>too</td>");
    let older =
        with(&(more("<w:hMerge w:val=\"restart\"/>", "left") + &more("<w:hMerge/>", "right")));
    holds(
        &read(&older),
        "<td colspan=\"2\"><p>left</p><p>right</p></td><td>too</td>",
    );
    let orphan = with(&more("<w:vMerge/>", "alone"));
    holds(&read(&orphan), "<td>alone</td><td>too</td>");
    let wide = with(&more("<w:gridSpan w:val=\"4000000000\"/>", "wide"));
    holds(&read(&wide), "<td colspan=\"63\">wide</td><td>too</td>");
}
