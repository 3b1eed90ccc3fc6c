//! Headings, bold and italic through styles, and what stands within lines.

use crate::sample::{accepted, holds, lacks, left_out};

#[test]
fn headings_are_told_from_bold_lines() {
    let text = accepted("python-features.docx");
    holds(&text, "<h2>A heading that is bold by its style</h2>");
    holds(&text, "<h2>Wholly bold</h2>");
    holds(&text, "<h3>A section of the clinic</h3>");
    holds(&text, "<h3>Ein Abschnitt</h3>");
    holds(
        &text,
        "<p><strong>A bold line that looks like a heading</strong></p>",
    );
}

#[test]
fn two_styles_that_are_bold_switch_each_other_off() {
    let text = accepted("python-features.docx");
    holds(
        &text,
        "<p><strong>Opening words in a bold style</strong></p>",
    );
    holds(
        &text,
        "<p>Strong within bold <strong>and bold again</strong></p>",
    );
}

#[test]
fn letters_stay_as_they_were_typed() {
    let text = accepted("python-features.docx");
    holds(
        &text,
        "<p>x<sup>2</sup> and H<sub>2</sub>O, small caps, All Caps, struck out, underlined</p>",
    );
    let told = left_out(&text);
    assert!(
        told.contains(&"crossing-out in 1 paragraph (the words were kept)".to_owned()),
        "{told:?}"
    );
    assert!(
        told.contains(&"underlining in 1 paragraph (the words were kept)".to_owned()),
        "{told:?}"
    );
}

#[test]
fn hidden_words_stay_out_and_are_told() {
    for (name, line) in [
        ("python-features.docx", "<p>Seen and seen again</p>"),
        ("office-features.docx", "<p>Seen again.</p>"),
    ] {
        let text = accepted(name);
        holds(&text, line);
        assert!(
            left_out(&text).contains(&"hidden words in 1 paragraph".to_owned()),
            "{name}"
        );
    }
}

#[test]
fn line_breaks_stay_and_page_breaks_go() {
    holds(
        &accepted("python-features.docx"),
        "<p>one<br>two three four</p>",
    );
    holds(&accepted("office-features.docx"), "<p>one<br>two three</p>");
}

#[test]
fn markup_in_the_words_is_words() {
    let text = accepted("python-features.docx");
    holds(
        &text,
        "Less &lt; than &amp; &quot;quoted&quot; &lt;script&gt;alert(1)&lt;/script&gt;",
    );
}

#[test]
fn right_to_left_and_readings_keep_their_order() {
    holds(
        &accepted("python-features.docx"),
        "שלום and right to left</p>",
    );
    holds(
        &accepted("office-features.docx"),
        "<p>漢字 (kanji) with a reading.</p>",
    );
}

#[test]
fn quotes_stand_together() {
    let text = accepted("python-features.docx");
    holds(
        &text,
        "<blockquote><p>An intense quote</p><p>and its second paragraph</p></blockquote>",
    );
}

#[test]
fn signs_and_hyphens_become_characters() {
    let text = accepted("node-features.docx");
    holds(&text, "<p>✓ done, • dot</p>");
    holds(&text, "<p>non\u{2011}breaking and hyphen</p>");
    holds(&text, "<p>☒ ticked</p>");
}

#[test]
fn links_lead_to_readers_places_only() {
    let text = accepted("node-features.docx");
    holds(
        &text,
        "<p><a href=\"https://example.org/?a=1&amp;b=2\">the web</a>, \
         <a href=\"mailto:jo@example.org\">by mail</a>, elsewhere here, a trap, a file</p>",
    );
    lacks(&text, "javascript");
    lacks(&text, "secret.docx");
    let told = left_out(&text);
    assert!(
        told.iter()
            .any(|line| line.starts_with("2 links that lead to neither")),
        "{told:?}"
    );
}

#[test]
fn what_word_works_out_is_kept_and_what_is_for_paper_is_not() {
    let text = accepted("node-features.docx");
    holds(&text, "<p>A marked place4 March 2026 and on</p>");
    assert_eq!(text.html.matches("A section").count(), 1, "{}", text.html);
    let told = left_out(&text);
    for line in [
        "1 table of contents",
        "page numbers",
        "headers and footers: “Example Clinic”",
        "1 formula",
    ] {
        assert!(told.contains(&line.to_owned()), "{line} not in {told:?}");
    }
    let office = accepted("office-features.docx");
    lacks(&office, "Old line of the contents");
    assert!(left_out(&office).contains(&"1 table of contents".to_owned()));
}

#[test]
fn the_only_first_heading_that_opens_a_text_is_its_title() {
    let text = accepted("node-features.docx");
    assert_eq!(
        text.title.as_deref(),
        Some("The only heading of the first level")
    );
    assert!(text.html.starts_with("<h2>A section</h2>"), "{}", text.html);
    assert_eq!(accepted("python-features.docx").title, None);
}
