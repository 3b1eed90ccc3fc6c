//! The same documents as other versions of Word would write them.

use word::TrackedChanges;

use crate::sample::{DOCUMENT, Parts, TYPES, accepted, holds, lacks, left_out, read, refusal};

const ARTICLE: &str = "node-article.docx";
const RELATIONSHIPS: &str = "word/_rels/document.xml.rels";

#[test]
fn the_strict_standard_is_read_alike() {
    let strict = Parts::of(ARTICLE)
        .swap_everywhere(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .swap_everywhere(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .swap_everywhere(
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        )
        .swap_everywhere(
            "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://purl.oclc.org/ooxml/drawingml/main",
        );
    assert_eq!(read(&strict.pack()), accepted(ARTICLE));
}

#[test]
fn parts_are_found_by_what_points_to_them() {
    let moved = Parts::of(ARTICLE)
        .rename(DOCUMENT, "text/main.part")
        .rename(RELATIONSHIPS, "text/_rels/main.part.rels")
        .swap("_rels/.rels", "word/document.xml", "/text/main.part")
        .swap(TYPES, "/word/document.xml", "/text/main.part")
        .swap(
            "text/_rels/main.part.rels",
            "Target=\"",
            "Target=\"../word/",
        )
        .swap_everywhere("Target=\"../word/http", "Target=\"http");
    let mut moved_article = read(&moved.pack());
    let article = accepted(ARTICLE);
    moved_article.images[0]
        .name
        .clone_from(&article.images[0].name);
    assert_eq!(moved_article, article);
}

#[test]
fn a_document_that_only_says_its_type_is_found() {
    let bare = Parts::of(ARTICLE).set(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
    );
    assert_eq!(read(&bare.pack()).html, accepted(ARTICLE).html);
}

#[test]
fn templates_are_read_as_documents() {
    let template = Parts::of(ARTICLE)
        .swap(
            TYPES,
            "wordprocessingml.document.main",
            "wordprocessingml.template.main",
        )
        .pack();
    assert_eq!(read(&template), accepted(ARTICLE));
}

#[test]
fn parts_in_utf_16_and_with_marks_of_order_are_read() {
    let text = Parts::of(ARTICLE).text(DOCUMENT).replace("UTF-8", "UTF-16");
    for (mark, order) in [
        ([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]),
        ([0xFE, 0xFF], u16::to_be_bytes),
    ] {
        let mut bytes = mark.to_vec();
        bytes.extend(text.encode_utf16().flat_map(order));
        let wide = Parts::of(ARTICLE).set(DOCUMENT, bytes);
        assert_eq!(read(&wide.pack()), accepted(ARTICLE));
    }
    let mut bytes = vec![0xEF, 0xBB, 0xBF];
    bytes.extend(Parts::of(ARTICLE).text(DOCUMENT).bytes());
    assert_eq!(
        read(&Parts::of(ARTICLE).set(DOCUMENT, bytes).pack()),
        accepted(ARTICLE)
    );
}

#[test]
fn one_branch_is_read_and_never_both() {
    let old = "<w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>";
    let choice = |space: &str| {
        let new = format!(
            "<w:r><mc:AlternateContent><mc:Choice xmlns:n=\"{space}\" Requires=\"n\"><w:t>newer</w:t>\
             </mc:Choice><mc:Fallback><w:t xml:space=\"preserve\">old </w:t></mc:Fallback>\
             </mc:AlternateContent></w:r>"
        );
        read(
            &Parts::of("node-features.docx")
                .swap(DOCUMENT, old, &new)
                .pack(),
        )
    };
    let known = choice("http://schemas.microsoft.com/office/word/2010/wordprocessingShape");
    holds(&known, "<p>newercommented");
    lacks(&known, "old ");
    for known in [
        "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
        "urn:schemas-microsoft-com:vml",
    ] {
        holds(&choice(known), "<p>newercommented");
    }
    let unknown = choice("http://example.org/of-the-future");
    holds(&unknown, "<p>old commented");
    lacks(&unknown, "newer");
}

#[test]
fn fields_that_are_links_become_links() {
    let field = |instruction: &str| {
        let mark = |kind| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let new = format!(
            "{}<w:r><w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r>{}\
             <w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>{}",
            mark("begin"),
            mark("separate"),
            mark("end"),
        );
        let old = "<w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>";
        read(
            &Parts::of("node-features.docx")
                .swap(DOCUMENT, old, &new)
                .pack(),
        )
    };
    holds(
        &field(" HYPERLINK \"https://example.org/page\" \\o \"A tip\" "),
        "<p><a href=\"https://example.org/page\">before the</a> commented",
    );
    holds(
        &field(" HYPERLINK \\l \"place\" "),
        "<p>before the commented",
    );
    holds(
        &field(" HYPERLINK \"file:///C:/secret\" "),
        "<p>before the commented",
    );
    holds(&field(" REF place \\h "), "<p>before the commented");
    holds(&field(" PAGEREF place "), "<p>commented");
}

#[test]
fn a_field_that_never_ends_takes_no_words_away() {
    let old = "<w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>";
    let new = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{old}"
    );
    let text = read(
        &Parts::of("node-features.docx")
            .swap(DOCUMENT, old, &new)
            .pack(),
    );
    holds(&text, "before the commented");
    holds(&text, "A break between lists");
}

#[test]
fn boxes_round_words_are_seen_through() {
    let old = "<w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>";
    for (before, after) in [
        (
            "<w:smartTag w:element=\"place\"><w:smartTagPr/>",
            "</w:smartTag>",
        ),
        ("<w:customXml w:element=\"x\">", "</w:customXml>"),
        (
            "<w:sdt><w:sdtPr><w:alias w:val=\"Name\"/></w:sdtPr><w:sdtContent>",
            "</w:sdtContent></w:sdt>",
        ),
        ("<w:bdo w:val=\"rtl\">", "</w:bdo>"),
    ] {
        let new = format!("{before}{old}{after}");
        let text = read(
            &Parts::of("node-features.docx")
                .swap(DOCUMENT, old, &new)
                .pack(),
        );
        holds(&text, "<p>before the commented");
    }
    let prompt = format!(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{old}</w:sdtContent></w:sdt>"
    );
    let text = read(
        &Parts::of("node-features.docx")
            .swap(DOCUMENT, old, &prompt)
            .pack(),
    );
    holds(&text, "<p>commented");
}

#[test]
fn older_drawings_are_pictures_and_rules() {
    let old = "<w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>";
    let id = Parts::of("node-features.docx").text(DOCUMENT);
    let id = id
        .split("r:embed=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a picture");
    let new = format!(
        "<w:r><w:pict><v:shape alt=\"A lamp.\"><v:imagedata r:id=\"{id}\"/></v:shape></w:pict></w:r>"
    );
    let text = read(
        &Parts::of("node-features.docx")
            .swap(DOCUMENT, old, &new)
            .pack(),
    );
    assert_eq!(text.images[0].alt.as_deref(), Some("A lamp."));
    holds(
        &text,
        "<p><img src=\"word-image:0\" alt=\"A lamp.\">commented",
    );
    let new = "<w:r><w:pict><v:rect o:hr=\"t\" o:hrstd=\"t\"/></w:pict></w:r>";
    let text = read(
        &Parts::of("node-features.docx")
            .swap(DOCUMENT, old, new)
            .pack(),
    );
    holds(&text, "after</p><hr>");
}

#[test]
fn list_patterns_are_found_through_styles() {
    let numbering = Parts::of("node-features.docx").text("word/numbering.xml");
    let linked = numbering.replacen("<w:lvl ", "<w:styleLink w:val=\"Own\"/><w:lvl ", 1);
    let text = read(
        &Parts::of("node-features.docx")
            .set("word/numbering.xml", linked)
            .pack(),
    );
    assert_eq!(text.html, accepted("node-features.docx").html);
}

#[test]
fn what_points_outside_is_never_followed() {
    let article = accepted(ARTICLE);
    let relationship = |kind: &str, target: &str, outside: bool| {
        let mode = if outside {
            " TargetMode=\"External\""
        } else {
            ""
        };
        format!(
            "<Relationship Id=\"hostile\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
             Target=\"{target}\"{mode}/></Relationships>"
        )
    };
    for (kind, target, outside) in [
        ("attachedTemplate", "http://127.0.0.1:9/template.dotm", true),
        ("oleObject", "file:///etc/passwd", true),
        ("frame", "\\\\127.0.0.1\\share\\x", true),
        ("header", "../../../../etc/passwd", false),
        ("header", "/etc/passwd", false),
        ("header", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", false),
        ("header", "missing.xml", false),
    ] {
        let parts = Parts::of(ARTICLE).swap(
            RELATIONSHIPS,
            "</Relationships>",
            &relationship(kind, target, outside),
        );
        assert_eq!(read(&parts.pack()), article, "{kind} {target}");
    }
}

#[test]
fn a_picture_outside_the_document_is_missing() {
    let rels = Parts::of("python-article.docx").text(RELATIONSHIPS);
    let away = rels.replace("media/image1.png", "../../../../../../etc/passwd");
    let text = read(
        &Parts::of("python-article.docx")
            .set(RELATIONSHIPS, away)
            .pack(),
    );
    assert!(text.images.is_empty());
    assert_eq!(left_out(&text), ["1 picture that is missing from the file"]);
}

#[test]
fn notes_that_are_missing_are_told() {
    let text = read(
        &Parts::of(ARTICLE)
            .rename("word/footnotes.xml", "word/other.xml")
            .pack(),
    );
    assert_eq!(left_out(&text), ["2 notes that are missing from the file"]);
    assert_eq!(text.notes.len(), 2);
}

#[test]
fn a_text_that_is_all_taken_out_holds_no_words() {
    let parts = Parts::of(ARTICLE);
    let text = parts.text(DOCUMENT);
    let body = text.find("<w:body>").expect("a body");
    let all = format!(
        "{}<w:body><w:p><w:del w:id=\"1\" w:author=\"A\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:body></w:document>",
        &text[..body]
    );
    let packed = parts.set(DOCUMENT, all).pack();
    assert_eq!(refusal(&packed), word::Unreadable::NoText);
    let kept = word::read(&packed, TrackedChanges::Refuse).expect("words");
    holds(&kept, "<p>gone</p>");
}

#[test]
fn an_outline_level_makes_a_heading_and_a_style_of_another_language_too() {
    let old = "<w:p><w:r><w:t xml:space=\"preserve\">A break between lists";
    let with = |properties: &str| {
        let new = old.replace("<w:p>", &format!("<w:p><w:pPr>{properties}</w:pPr>"));
        Parts::of("node-features.docx").swap(DOCUMENT, old, &new)
    };
    let outlined = with("<w:outlineLvl w:val=\"2\"/>").pack();
    holds(&read(&outlined), "<h3>A break between lists</h3>");
    let style = "<w:style w:type=\"paragraph\" w:styleId=\"x1\"><w:name w:val=\"Nagłówek 3\"/></w:style></w:styles>";
    let named = with("<w:pStyle w:val=\"x1\"/>")
        .swap("word/styles.xml", "</w:styles>", style)
        .pack();
    holds(&read(&named), "<h3>A break between lists</h3>");
    let body = with("<w:outlineLvl w:val=\"9\"/>").pack();
    holds(&read(&body), "<p>A break between lists</p>");
}

#[test]
fn contents_without_a_box_round_them_are_dropped_too() {
    let bare = Parts::of("node-features.docx")
        .swap(
            DOCUMENT,
            "<w:docPartGallery w:val=\"Table of Contents\"/>",
            "",
        )
        .pack();
    let text = read(&bare);
    assert_eq!(text.html, accepted("node-features.docx").html);
    assert!(left_out(&text).contains(&"1 table of contents".to_owned()));
}

#[test]
fn a_comment_may_reach_over_paragraphs() {
    let wide = Parts::of("node-features.docx")
        .swap(DOCUMENT, "<w:commentRangeEnd w:id=\"0\"/>", "")
        .swap(
            DOCUMENT,
            "here</w:t></w:r>",
            "here</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>",
        )
        .pack();
    let comment = &read(&wide).comments[0];
    assert_eq!(comment.quote, "commented words after\nhere");
    assert_eq!(comment.before, "before the ");
}

#[test]
fn what_stands_beside_a_title_is_kept() {
    let title = "When Worry Keeps You Awake</w:t></w:r>";
    let noted = Parts::of(ARTICLE)
        .swap(
            DOCUMENT,
            title,
            &format!("{title}<w:r><w:footnoteReference w:id=\"1\"/></w:r>"),
        )
        .pack();
    let text = read(&noted);
    assert_eq!(text.title.as_deref(), Some("When Worry Keeps You Awake"));
    let start = "<p><sup><a href=\"word-note:0\">1</a></sup></p><p>By Jo";
    assert!(text.html.starts_with(start), "{}", text.html);
}

#[test]
fn scripts_from_right_to_left_have_switches_of_their_own() {
    let old = "<w:r><w:t xml:space=\"preserve\">before the </w:t></w:r>";
    let new =
        "<w:r><w:rPr><w:b/><w:iCs/><w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום </w:t></w:r>";
    let text = read(
        &Parts::of("node-features.docx")
            .swap(DOCUMENT, old, new)
            .pack(),
    );
    holds(&text, "<p><em>שלום</em> commented");
}
