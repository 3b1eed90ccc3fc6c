//! Documents made to do harm.

use std::fmt::Write as _;

use word::{MOST_PARTS, MOST_UNPACKED, Unreadable};

use crate::sample::{DOCUMENT, Parts, accepted, patched, read, refusal, sample};

const ARTICLE: &str = "node-article.docx";
const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn with_body(body: &str) -> Vec<u8> {
    let text = format!("<w:document {SPACE}><w:body>{body}</w:body></w:document>");
    Parts::of(ARTICLE).set(DOCUMENT, text).pack()
}

#[test]
fn half_a_document_is_truncated() {
    let whole = sample(ARTICLE);
    for length in [5, 100, whole.len() / 2, whole.len() - 60] {
        assert_eq!(
            refusal(&whole[..length]),
            Unreadable::Truncated,
            "{length} bytes"
        );
    }
}

#[test]
fn what_grows_without_measure_is_refused() {
    let words = "a".repeat(MOST_UNPACKED + 1);
    let bomb = with_body(&format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"));
    assert!(bomb.len() < 200_000);
    assert_eq!(refusal(&bomb), Unreadable::UnpacksTooLarge);
    let picture = Parts::of("python-article.docx")
        .set("word/media/image1.png", words)
        .pack();
    assert_eq!(refusal(&picture), Unreadable::UnpacksTooLarge);
}

#[test]
fn what_is_counted_is_what_comes_out() {
    let words = "a".repeat(14 * 1024 * 1024);
    let text = format!(
        "<w:document {SPACE}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    );
    let told = u32::try_from(text.len()).expect("a size").to_le_bytes();
    let bomb = Parts::of(ARTICLE).set(DOCUMENT, text).pack();
    let lying = patched(bomb, &told, &1000_u32.to_le_bytes());
    let refused = refusal(&lying);
    let is_refused = matches!(
        refused,
        Unreadable::UnpacksTooLarge | Unreadable::Damaged { .. }
    );
    assert!(is_refused, "{refused:?}");
}

#[test]
fn many_parts_that_are_each_small_are_refused() {
    let mut parts = Parts::of(ARTICLE);
    for number in 0..=MOST_PARTS {
        parts
            .0
            .push((format!("word/media/{number}.png"), Vec::new()));
    }
    assert_eq!(refusal(&parts.pack()), Unreadable::TooManyParts);
    for number in 0..=MOST_PARTS {
        parts
            .0
            .push((format!("word/more/{number}.png"), Vec::new()));
    }
    assert_eq!(refusal(&parts.pack()), Unreadable::TooManyParts);
}

#[test]
fn a_bomb_that_nobody_opens_does_no_harm() {
    let inner = Parts(vec![("zeros".to_owned(), vec![0; 20 * 1024 * 1024])]).pack();
    let parts = Parts::of(ARTICLE).set("word/embeddings/nested.zip", inner);
    assert_eq!(read(&parts.pack()), accepted(ARTICLE));
    let parts = Parts::of(ARTICLE).set("word/embeddings/zeros.bin", vec![0; MOST_UNPACKED + 1]);
    assert_eq!(read(&parts.pack()), accepted(ARTICLE));
}

#[test]
fn declarations_are_refused_in_every_part() {
    let mut laughs = "<!DOCTYPE w [<!ENTITY a \"ha\">".to_owned();
    for (name, of) in ["b", "c", "d", "e", "f", "g"]
        .iter()
        .zip(["a", "b", "c", "d", "e", "f"])
    {
        let many = format!("&{of};").repeat(10);
        let _ = write!(laughs, "<!ENTITY {name} \"{many}\">");
    }
    laughs.push_str("]>");
    let outside = "<!DOCTYPE w SYSTEM \"http://127.0.0.1:9/x.dtd\">";
    let file = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    for part in [
        DOCUMENT,
        "word/styles.xml",
        "word/numbering.xml",
        "word/comments.xml",
        "word/footnotes.xml",
        "docProps/core.xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    ] {
        for declaration in [laughs.as_str(), outside, file] {
            let text = Parts::of(ARTICLE).text(part);
            let start = text.find("?>").map_or(0, |at| at + 2);
            let (head, rest) = text.split_at(start);
            let hostile = Parts::of(ARTICLE).set(part, format!("{head}{declaration}{rest}"));
            let expected = Unreadable::Declarations {
                part: part.to_owned(),
            };
            assert_eq!(refusal(&hostile.pack()), expected);
        }
    }
}

#[test]
fn unknown_entities_are_damage() {
    let hostile = with_body("<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>");
    let expected = Unreadable::Damaged {
        part: DOCUMENT.to_owned(),
    };
    assert_eq!(refusal(&hostile), expected);
}

#[test]
fn damaged_markup_and_damaged_bytes_are_told() {
    for broken in [
        "",
        "<w:document",
        "<a></b>",
        "words",
        "<a/><b/>",
        "<a>\u{1}</a>",
    ] {
        let hostile = Parts::of(ARTICLE).set(DOCUMENT, broken).pack();
        let expected = Unreadable::Damaged {
            part: DOCUMENT.to_owned(),
        };
        assert_eq!(refusal(&hostile), expected, "{broken}");
    }
    let mut bytes = sample(ARTICLE);
    let at = bytes
        .windows(DOCUMENT.len())
        .position(|w| w == DOCUMENT.as_bytes())
        .expect("a part");
    for byte in &mut bytes[at + DOCUMENT.len() + 200..at + DOCUMENT.len() + 260] {
        *byte ^= 0xFF;
    }
    assert!(matches!(refusal(&bytes), Unreadable::Damaged { .. }));
}

#[test]
fn a_document_of_another_kind_inside_is_no_word_document() {
    let hostile = Parts::of(ARTICLE)
        .set(DOCUMENT, "<html><body>words</body></html>")
        .pack();
    assert_eq!(refusal(&hostile), Unreadable::NotWord);
}

#[test]
fn nests_without_end_are_refused_and_deep_ones_are_read() {
    let nest = |depth: usize, open: &str, close: &str| {
        let inner = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>";
        with_body(&format!(
            "<w:p><w:r><w:t>top</w:t></w:r></w:p>{}{inner}{}",
            open.repeat(depth),
            close.repeat(depth)
        ))
    };
    for (open, close, deep) in [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 40),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 60),
        ("<w:customXml>", "</w:customXml>", 120),
        (
            "<w:p><w:r><w:drawing><w:txbxContent>",
            "</w:txbxContent></w:drawing></w:r></w:p>",
            29,
        ),
        (
            "<w:p><w:r><w:pict><w:txbxContent>",
            "</w:txbxContent></w:pict></w:r></w:p>",
            29,
        ),
        ("<w:p><w:ins>", "</w:ins></w:p>", 60),
    ] {
        assert!(
            read(&nest(deep, open, close)).html.contains("top"),
            "{open}"
        );
        assert_eq!(
            refusal(&nest(20_000, open, close)),
            Unreadable::TooDeep,
            "{open}"
        );
    }
}

#[test]
fn names_that_stand_twice_are_refused() {
    let twice = || Parts::of(ARTICLE).set("word/documenX.xml", *b"<a/>");
    let same = patched(twice().pack(), b"word/documenX.xml", b"word/document.xml");
    assert_eq!(refusal(&same), Unreadable::DuplicateParts);
    let case = twice()
        .rename("word/documenX.xml", "Word/Document.XML")
        .pack();
    assert_eq!(refusal(&case), Unreadable::DuplicateParts);
    let slash = twice()
        .rename("word/documenX.xml", "/word/document.xml")
        .pack();
    assert_eq!(refusal(&slash), Unreadable::DuplicateParts);
}

#[test]
fn parts_that_lead_outside_are_as_good_as_absent() {
    let parts = Parts::of(ARTICLE)
        .set("../../outside.xml", *b"x")
        .set("/etc/passwd", *b"x")
        .set("C:\\windows\\x", *b"x");
    assert_eq!(read(&parts.pack()), accepted(ARTICLE));
}

#[test]
fn crowds_are_refused() {
    let attributes: String = (0..5_000).fold(String::new(), |mut all, number| {
        let _ = write!(all, " a{number}=\"\"");
        all
    });
    let damaged = Unreadable::Damaged {
        part: DOCUMENT.to_owned(),
    };
    assert_eq!(refusal(&with_body(&format!("<w:p{attributes}/>"))), damaged);
    assert_eq!(
        refusal(&with_body(&"<w:p/>".repeat(500_000))),
        Unreadable::TooLong
    );
    let spaces = |from: usize| {
        (from..from + 100).fold(String::new(), |mut all, number| {
            let _ = write!(all, " xmlns:n{number}=\"urn:{number}\"");
            all
        })
    };
    let nested = (0..10).fold(String::new(), |mut all, level| {
        let _ = write!(all, "<w:sdt{}>", spaces(level * 100));
        all
    });
    let hostile = with_body(&format!("{nested}{}", "</w:sdt>".repeat(10)));
    assert_eq!(refusal(&hostile), damaged);
}

#[test]
fn long_addresses_do_not_multiply() {
    let address = format!("https://example.org/{}", "a".repeat(1_900));
    let link = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK \"{address}\"</w:instrText>\
         <w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>".repeat(20_000)
    );
    assert_eq!(
        refusal(&with_body(&format!("<w:p>{link}</w:p>"))),
        Unreadable::TooLong
    );
    let longer = address.repeat(2);
    let field = format!(
        "<w:p><w:fldSimple w:instr=\"HYPERLINK {longer}\"><w:r><w:t>words</w:t></w:r></w:fldSimple></w:p>"
    );
    assert!(read(&with_body(&field)).html.contains("<p>words</p>"));
}

#[test]
fn loops_among_styles_and_lists_end() {
    let styles = format!(
        "<w:styles {SPACE}><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>"
    );
    let text = format!(
        "<w:document {SPACE}><w:body><w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p></w:body></w:document>"
    );
    let parts = Parts::of(ARTICLE)
        .set("word/styles.xml", styles)
        .set(DOCUMENT, text);
    assert_eq!(read(&parts.pack()).html, "<p>words</p>");
}

#[test]
fn other_encodings_are_refused() {
    let text = Parts::of(ARTICLE)
        .text(DOCUMENT)
        .replace("UTF-8", "windows-1252");
    assert_eq!(
        refusal(&Parts::of(ARTICLE).set(DOCUMENT, text).pack()),
        Unreadable::Encoding
    );
    let hostile = Parts::of(ARTICLE)
        .set(DOCUMENT, [0xFF, 0xFE, 0x00, 0xD8, 0x00])
        .pack();
    assert!(matches!(refusal(&hostile), Unreadable::Damaged { .. }));
}

#[test]
fn parts_with_a_password_are_told() {
    // The bit that says so, in the local header and in the directory.
    let mut locked = sample(ARTICLE);
    for at in 0..locked.len() - 10 {
        if locked[at..].starts_with(b"PK\x03\x04") {
            locked[at + 6] |= 1;
        } else if locked[at..].starts_with(b"PK\x01\x02") {
            locked[at + 8] |= 1;
        }
    }
    assert_eq!(refusal(&locked), Unreadable::PasswordProtected);
}

#[test]
fn notes_and_comments_without_number_are_cut_short() {
    let mut body = "<w:p><w:r><w:t>words</w:t></w:r>".to_owned();
    for id in 0..1_200 {
        let _ = write!(
            body,
            "<w:commentRangeStart w:id=\"{id}\"/><w:r><w:footnoteReference w:id=\"{id}\"/></w:r>"
        );
    }
    let text = read(&with_body(&format!("{body}</w:p>")));
    assert_eq!(text.notes.len(), 1_000);
    let told: Vec<_> = text.left_out.iter().map(ToString::to_string).collect();
    assert!(
        told.contains(&"200 notes beyond the first 1,000".to_owned()),
        "{told:?}"
    );
}

#[test]
fn a_note_within_a_note_leads_nowhere() {
    let within = "<w:footnoteReference w:id=\"77\"/><w:t xml:space=\"preserve\">The link runs";
    let hostile = Parts::of(ARTICLE).swap(
        "word/footnotes.xml",
        "<w:t xml:space=\"preserve\">The link runs",
        within,
    );
    let text = read(&hostile.pack());
    assert_eq!(text.notes, accepted(ARTICLE).notes);
    assert_eq!(text.left_out[0].words, "1 note within a note");
}
