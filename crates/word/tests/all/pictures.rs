//! Pictures, and what is drawn and cannot be shown.

use crate::sample::{DOCUMENT, Parts, accepted, holds, lacks, left_out, read};

#[test]
fn descriptions_and_decoration_are_told() {
    let text = accepted("node-features.docx");
    let told: Vec<_> = text
        .images
        .iter()
        .map(|image| (image.alt.as_deref(), image.decorative))
        .collect();
    assert_eq!(told, [(Some("A door, half open."), false), (None, true)]);
    assert!(
        text.images
            .iter()
            .all(|image| image.bytes.starts_with(b"\x89PNG"))
    );
    assert!(text.images.iter().all(|image| !image.name.contains('/')));
    holds(
        &text,
        "<img src=\"word-image:0\" alt=\"A door, half open.\"><img src=\"word-image:1\" alt=\"\">",
    );
}

#[test]
fn pictures_beside_the_text_are_shown_with_their_paragraph() {
    let text = accepted("office-features.docx");
    assert_eq!(text.images.len(), 1);
    holds(
        &text,
        "<p><img src=\"word-image:0\" alt=\"A lamp.\">A floating picture.</p>",
    );
}

#[test]
fn a_form_that_web_pages_do_not_show_is_told() {
    let text = accepted("python-features.docx");
    assert_eq!(text.images.len(), 1);
    let told = "1 picture in a form that web pages do not show (BMP)".to_owned();
    assert!(left_out(&text).contains(&told), "{:?}", left_out(&text));
    let drawing = Parts::of("python-article.docx")
        .set(
            "word/media/image1.png",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
        .pack();
    let text = read(&drawing);
    lacks(&text, "<img");
    assert_eq!(
        left_out(&text),
        ["1 picture in a form that web pages do not show (SVG)"]
    );
}

#[test]
fn linked_pictures_are_never_fetched() {
    let linked = Parts::of("python-article.docx")
        .swap(DOCUMENT, "r:embed=", "r:link=")
        .pack();
    let text = read(&linked);
    assert!(text.images.is_empty());
    assert_eq!(
        left_out(&text),
        ["1 picture that is only linked and not in the file"]
    );
}

#[test]
fn charts_diagrams_and_embedded_objects_are_told() {
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    for (kind, told) in [
        (
            "http://schemas.openxmlformats.org/drawingml/2006/chart",
            "1 chart",
        ),
        (
            "http://schemas.openxmlformats.org/drawingml/2006/diagram",
            "1 SmartArt diagram",
        ),
    ] {
        let drawn = Parts::of("python-article.docx")
            .swap(
                DOCUMENT,
                &format!("uri=\"{picture}\""),
                &format!("uri=\"{kind}\""),
            )
            .pack();
        assert_eq!(left_out(&read(&drawn)), [told]);
    }
    let embedded = Parts::of("python-article.docx")
        .swap(DOCUMENT, "<w:drawing>", "<w:object>")
        .swap(DOCUMENT, "</w:drawing>", "</w:object>")
        .pack();
    assert_eq!(
        left_out(&read(&embedded)),
        ["1 embedded object, such as a sheet from Excel"]
    );
}
