use proptest::prelude::*;

use super::{LONGEST, Unclean, sanitize};
use crate::digest::Digest;

fn clean(html: &str) -> String {
    let once = sanitize(html).unwrap().html;
    let twice = sanitize(once.as_str()).unwrap().html;
    assert_eq!(once, twice, "not a fixed point for {html:?}");
    once.as_str().to_owned()
}

fn dropped(html: &str) -> Vec<String> {
    sanitize(html)
        .unwrap()
        .dropped
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn old_markup_becomes_the_editors() {
    assert_eq!(
        clean("<h1>A</h1><p><b>b</b> <i>i</i></p><h6>c</h6>"),
        "<h2>A</h2><p><strong>b</strong> <em>i</em></p><h4>c</h4>"
    );
    assert_eq!(
        clean("<div>one<div>two</div>three</div>"),
        "<p>one</p><p>two</p><p>three</p>"
    );
    assert_eq!(
        clean("bare <b>words</b>"),
        "<p>bare <strong>words</strong></p>"
    );
    assert_eq!(
        clean("<ul><li>a<li>b</ul>"),
        "<ul><li>a</li><li>b</li></ul>"
    );
    assert_eq!(
        clean("<ul><li>a</li><ul><li>b</li></ul></ul>"),
        "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"
    );
    assert_eq!(
        clean("<ol start=\" 3 \"><li>x</li></ol>"),
        "<ol start=\"3\"><li>x</li></ol>"
    );
    assert_eq!(
        clean("<ol start=\"1\"><li>x</li></ol>"),
        "<ol><li>x</li></ol>"
    );
    assert_eq!(clean("<li>alone"), "<ul><li>alone</li></ul>");
    assert_eq!(clean("a<hr>b"), "<p>a</p><hr><p>b</p>");
}

#[test]
fn marks_reach_over_paragraphs_and_bad_nesting() {
    assert_eq!(
        clean("<p><b>one</p><p>two</b> three</p>"),
        "<p><strong>one</strong></p><p><strong>two</strong> three</p>"
    );
    assert_eq!(
        clean("<p><b>x<i>y</b>z</i></p>"),
        "<p><strong>x<em>y</em></strong><em>z</em></p>"
    );
    assert_eq!(clean("<b><b>x</b>y</b>z"), "<p><strong>xy</strong>z</p>");
    assert_eq!(
        clean("<a href=\"https://a.example/\">one<a href=\"https://b.example/\">two</a>three</a>"),
        "<p><a rel=\"noopener noreferrer\" href=\"https://a.example/\">one</a>\
         <a rel=\"noopener noreferrer\" href=\"https://b.example/\">two</a>three</p>"
    );
}

#[test]
fn empty_things_and_white_space_go() {
    assert_eq!(
        clean("<p></p><p> </p><p>&nbsp;</p><p><br></p><p>x</p>"),
        "<p>x</p>"
    );
    assert_eq!(clean("<p>a&nbsp;&nbsp; b &nbsp;c</p>"), "<p>a b c</p>");
    assert_eq!(clean("<p>10&nbsp;mg</p>"), "<p>10&nbsp;mg</p>");
    assert_eq!(
        clean("<p> a <strong> b</strong> </p>"),
        "<p>a <strong>b</strong></p>"
    );
    assert_eq!(clean("<p><br>a <br> b<br><br></p>"), "<p>a<br>b</p>");
    assert_eq!(clean("<p>e\u{301}</p>"), "<p>\u{e9}</p>");
    assert_eq!(clean("<p>a\0b\u{202e}c\u{8}d</p>"), "<p>abcd</p>");
    assert_eq!(
        clean("<ul><li></li></ul><blockquote><p></p></blockquote>"),
        ""
    );
    assert_eq!(clean(""), "");
}

#[test]
fn a_combining_solidus_cannot_join_a_tag() {
    for html in [
        "<p>\u{338}x</p>",
        "<p>a<b>\u{327}\u{338}x</b></p>",
        "a<br>\u{338}b",
    ] {
        assert!(unicode_normalization::is_nfc(&clean(html)), "{html:?}");
    }
}

#[test]
fn preformatted_text_keeps_its_lines() {
    assert_eq!(
        clean("<pre>\n\n\nfoo\n  bar</pre>"),
        "<pre>foo\n  bar</pre>"
    );
    assert_eq!(
        clean("<pre><code>\na\n</code></pre>"),
        "<pre><code>\na\n</code></pre>"
    );
    assert_eq!(clean("<pre>a<br>b&#13;c</pre>"), "<pre>a\nb\nc</pre>");
}

#[test]
fn tables_are_put_in_order() {
    assert_eq!(
        clean(
            "<table><caption>C</caption>stray<tr><th scope=COL>h<td colspan=2 rowspan=0>d</table>"
        ),
        "<p>C</p><p>stray</p><table><tbody><tr><th scope=\"col\">h</th><td colspan=\"2\">d</td></tr></tbody></table>"
    );
    assert_eq!(
        clean("<table><thead><tr><th>h</thead><tfoot><tr><td>f</table>"),
        "<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>f</td></tr></tbody></table>"
    );
    assert_eq!(
        clean("<table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table>"),
        "<table><tbody><tr><td><p>a</p><table><tbody><tr><td>b</td></tr></tbody></table><p>c</p></td></tr></tbody></table>"
    );
    assert_eq!(clean("<td>x</td><td>y</td>"), "<p>x</p><p>y</p>");
    assert_eq!(clean("<table></table>"), "");
}

#[test]
fn scripts_and_handlers_go_and_are_named() {
    assert_eq!(
        clean("<p onclick=alert(1)>x<script>alert('</p>')</script>y</p>"),
        "<p>xy</p>"
    );
    assert_eq!(
        dropped(
            "<p onclick=a>x<script>1</script><script>2</script><img src='data:image/png;base64,AA'>"
        ),
        ["1 event handler", "1 image", "2 scripts"]
    );
    assert_eq!(
        clean("<style>p{}</style><template><p>t</p></template><noscript>n</noscript>x"),
        "<p>nx</p>"
    );
    assert_eq!(
        clean("<iframe src=//e.example><p>in</p></iframe>out"),
        "<p>out</p>"
    );
    assert_eq!(
        clean("<object><p>in</p></object><select><option>o</select><textarea><p>t</textarea>out"),
        "<p>out</p>"
    );
    assert_eq!(
        clean("<input value=x><button>press</button>out<!-- c --><!--[if mso]>w<![endif]-->"),
        "<p>out</p>"
    );
    assert_eq!(
        clean(
            "<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><p class=MsoNormal style='x'>a<o:p></o:p></p>"
        ),
        "<p>a</p>"
    );
    assert_eq!(dropped("<u>a</u><s>b</s><!--c--><blink>d</blink>").len(), 4);
}

#[test]
fn links_go_out_only_to_the_web_and_mail() {
    let kept =
        "<p><a rel=\"noopener noreferrer\" href=\"https://a.example/?b=1&amp;c=2\">x</a></p>";
    assert_eq!(
        clean("<a target=_blank onfocus=x rel=opener href='https://a.example/?b=1&c=2'>x</a>"),
        kept
    );
    assert_eq!(
        clean("<a href=' mailto:a@b.example\n'>x</a>"),
        "<p><a rel=\"noopener noreferrer\" href=\"mailto:a@b.example\">x</a></p>"
    );
    for href in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,<script>1</script>",
        " DATA:text/html;base64,AA",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://a.example/x",
        "sms:988",
        "/relative",
        "//host.example/x",
        "#fragment",
        "https://user:secret@a.example/",
        "https://",
        "",
    ] {
        let html = format!("<a href=\"{href}\">x</a>");
        assert_eq!(clean(&html), "<p>x</p>", "{href:?}");
        assert_eq!(dropped(&html).len(), 1, "{href:?}");
    }
    assert_eq!(clean("<a name=top>x</a>"), "<p>x</p>");
}

#[test]
fn foreign_namespaces_have_no_way_in() {
    for html in [
        "<svg><style><img src=x onerror=alert(1)></style></svg>x",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\"></style></mglyph></table></mtext></math>x",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\"></svg>x",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></form></mtext></math>x",
        "<svg><foreignObject><p>in</p></foreignObject></svg>x",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x",
        "<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>x",
        "<svg/onload=alert(1)></svg>x",
        "<p><svg><p>x",
    ] {
        let html = clean(html);
        for bad in [
            "<svg", "<math", "<img", "<style", "onerror", "<script", "onload=",
        ] {
            assert!(!html.contains(bad), "{html}");
        }
        assert!(html.contains('x'), "{html}");
    }
}

#[test]
fn what_looks_like_markup_in_words_stays_words() {
    assert_eq!(
        clean("<p>a &lt;script&gt; b</p>"),
        "<p>a &lt;script&gt; b</p>"
    );
    assert_eq!(clean("1 < 2 & 3 > 2"), "<p>1 &lt; 2 &amp; 3 &gt; 2</p>");
    assert_eq!(
        clean("<abbr title='\"><script>'>x</abbr>"),
        "<p><abbr title=\"&quot;&gt;&lt;script&gt;\">x</abbr></p>"
    );
}

#[test]
fn two_megabytes_are_read_and_no_more() {
    let longest = "word ".repeat(LONGEST / 5);
    assert_eq!(sanitize(&longest).unwrap().html.words(), LONGEST / 5);
    assert_eq!(
        sanitize(&"x".repeat(LONGEST + 1)),
        Err(Unclean::TooLong { bytes: LONGEST + 1 })
    );
    for part in [
        "<div>",
        "<p>",
        "<b>",
        "<a href=https://a.example>",
        "<blockquote>",
        "<ul><li>",
        "<table><tr><td>",
        "<table>x",
        "<b><p>",
        "<svg>",
        "</p>",
        "<i></b>",
        "x ",
        "&nbsp;",
        "<br>",
        "<li>",
        "<div><table></div></table>",
        "<td><b>",
        "<pre>\n",
        "<b>x</b> ",
        "<!--",
        "<x",
    ] {
        let _ = sanitize(&part.repeat(LONGEST / 8 / part.len()));
    }
}

#[test]
fn words_and_text() {
    let html = sanitize("<h2>Title here</h2><ul><li>one – two</li></ul><p>a<br>b</p><hr>")
        .unwrap()
        .html;
    assert_eq!(html.to_text(), "Title here\none – two\na\nb");
    assert_eq!(html.words(), 6);
    assert!(!html.is_blank());
    assert!(sanitize("<p>&nbsp;</p><hr>").unwrap().html.is_blank());
}

/// Every body of the real data becomes a fixed point that still has its words.
#[test]
fn real_answers() {
    let Ok(data) = std::env::var("COUNTERSIGN_TEST_DATA") else {
        println!("skipped: COUNTERSIGN_TEST_DATA is not set");
        return;
    };
    let lines = std::fs::read_to_string(format!("{data}/counsel-chat.jsonl")).unwrap();
    let mut blank = 0;
    for line in lines.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        for answer in line["answers"].as_array().unwrap() {
            let html = clean(answer["body_html"].as_str().unwrap());
            blank += usize::from(html.is_empty());
        }
    }
    assert!(blank < 5, "{blank} blank");
}

#[derive(serde::Deserialize)]
struct EditorSample {
    name: String,
    html: String,
}

/// The samples are what the real editor sends: a test of the admin UI writes them.
#[test]
fn what_the_editor_sends_passes_unchanged() {
    let samples: Vec<EditorSample> =
        serde_json::from_str(include_str!("editor_samples.json")).unwrap();
    assert!(samples.len() > 15, "{}", samples.len());
    for EditorSample { name, html } in samples {
        let cleaned = sanitize(&html).unwrap();
        assert_eq!(cleaned.html.as_str(), html, "{name}");
        assert_eq!(cleaned.dropped, [], "{name}");
    }
}

/// Words without white space at either end.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9é’“.,&<>\"]{1,8}( [a-zA-Zé—&]{1,6}){0,3}".prop_map(|text| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    })
}

fn inline() -> impl Strategy<Value = String> {
    let marked = (words(), 0..9).prop_map(|(text, mark)| match mark {
        0 => format!("<strong>{text}</strong>"),
        1 => format!("<em>{text}</em>"),
        2 => format!("<strong><em>{text}</em></strong>"),
        3 => format!(
            "<a rel=\"noopener noreferrer\" href=\"https://a.example/p?q=1&amp;r=2\">{text}</a>"
        ),
        4 => format!("<code>{text}</code>"),
        5 => format!("<sup>{text}</sup>"),
        6 => format!("<a rel=\"noopener noreferrer\" href=\"#ref-r12\">{text}</a>"),
        7 => format!("<abbr title=\"A &quot;B&quot;\">{text}</abbr>"),
        _ => {
            format!("<a rel=\"noopener noreferrer\" href=\"mailto:a@b.example\"><q>{text}</q></a>")
        }
    });
    prop::collection::vec((words(), marked, prop::bool::ANY), 1..4).prop_map(|parts| {
        let parts = parts.into_iter();
        let parts = parts
            .map(|(text, mark, line)| format!("{text}{}{mark}", if line { "<br>" } else { " " }));
        parts.collect::<Vec<_>>().join(" ")
    })
}

/// A document as the editor writes it.
pub(crate) fn editor_document() -> impl Strategy<Value = String> {
    let leaf = (inline(), 0..4usize).prop_map(|(inline, tag)| {
        let tag = ["p", "h2", "h3", "h4"][tag];
        format!("<{tag}>{inline}</{tag}>")
    });
    let leaf = prop_oneof![
        8 => leaf,
        1 => Just("<hr>".to_owned()),
        1 => (0..3_u8).prop_map(|n| {
            format!("<figure><img src=\"media:{}\"></figure>", Digest::of(&[n]))
        }),
        1 => words().prop_map(|code| format!("<pre><code>{code}\n  {code}</code></pre>")),
    ];
    let block = leaf.prop_recursive(3, 24, 4, |block| {
        let item = (inline(), prop::collection::vec(block.clone(), 0..2))
            .prop_map(|(first, rest)| format!("<li><p>{first}</p>{}</li>", rest.concat()));
        let cell =
            (prop::collection::vec(block.clone(), 0..2), 0..3usize).prop_map(|(blocks, cell)| {
                let name = ["td", "th", "td"][cell];
                format!(
                    "<{name} colspan=\"1\" rowspan=\"1\">{}</{name}>",
                    blocks.concat()
                )
            });
        let row = prop::collection::vec(cell, 1..3)
            .prop_map(|cells| format!("<tr>{}</tr>", cells.concat()));
        prop_oneof![
            prop::collection::vec(block, 1..3)
                .prop_map(|blocks| format!("<blockquote>{}</blockquote>", blocks.concat())),
            (prop::collection::vec(item, 1..4), 0..3usize).prop_map(|(items, kind)| {
                let (start, end) = [
                    ("<ul>", "</ul>"),
                    ("<ol>", "</ol>"),
                    ("<ol start=\"4\">", "</ol>"),
                ][kind];
                format!("{start}{}{end}", items.concat())
            }),
            prop::collection::vec(row, 1..3)
                .prop_map(|rows| format!("<table><tbody>{}</tbody></table>", rows.concat())),
        ]
    });
    prop::collection::vec(block, 0..5).prop_map(|blocks| blocks.concat())
}

/// Markup as it should not be.
pub(crate) fn any_markup() -> impl Strategy<Value = String> {
    let names = [
        "p",
        "h1",
        "h2",
        "h6",
        "pre",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "br",
        "b",
        "strong",
        "em",
        "i",
        "sub",
        "code",
        "q",
        "abbr",
        "a href=https://a.example",
        "a href=javascript:x",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "div",
        "span",
        "u",
        "img src=x",
        "img src=media:0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543",
        "figure",
        "a href=#ref-r1",
        "script",
        "style",
        "textarea",
        "svg",
        "math",
        "mtext",
        "select",
        "option",
        "button",
        "template",
        "noscript",
        "title",
        "o:p",
        "xml",
        "svg/",
        "plaintext",
        "a",
        "form",
        "object",
        "td colspan=3",
        "frameset",
        "body",
        "html",
    ];
    let tag = prop::sample::select(names.to_vec());
    let part = prop_oneof![
        4 => tag.clone().prop_map(|name| format!("<{name}>")),
        3 => tag.prop_map(|name| format!("</{}>", name.split(' ').next().unwrap())),
        3 => "[ a-c&<>\n\t\u{a0}\u{338}\u{301}\u{327}\0\r\u{202e}'\"=]{0,6}",
        1 => prop::sample::select(&["<!--", "-->", "<![CDATA[", "]]>", "&nbsp;", "&#13;", "&lt;", "<!x>", "&#0;", "&#x338;", "\u{feff}"][..])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_editors_output_passes_unchanged(html in editor_document()) {
        let cleaned = sanitize(&html).unwrap();
        prop_assert_eq!(cleaned.html.as_str(), html);
        prop_assert_eq!(cleaned.dropped, vec![]);
    }

    #[test]
    fn any_markup_becomes_a_fixed_point(html in any_markup()) {
        let once = sanitize(&html).unwrap();
        prop_assert!(unicode_normalization::is_nfc(once.html.as_str()));
        let twice = sanitize(once.html.as_str()).unwrap();
        prop_assert_eq!(once.html, twice.html);
        prop_assert_eq!(twice.dropped, vec![]);
    }

    #[test]
    fn any_string_becomes_a_fixed_point(html in any::<String>()) {
        let once = sanitize(&html).unwrap().html;
        prop_assert!(unicode_normalization::is_nfc(once.as_str()));
        prop_assert_eq!(&sanitize(once.as_str()).unwrap().html, &once);
    }
}
