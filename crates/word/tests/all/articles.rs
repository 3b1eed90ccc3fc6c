//! A clinician's article, written with each of three programs.

use content::clean_html::sanitize;
use word::NoteKind;

use crate::sample::{accepted, holds, lacks, left_out, refused};

const ALL: [&str; 3] = [
    "python-article.docx",
    "node-article.docx",
    "office-article.docx",
];

#[test]
fn the_article_arrives_from_each_program() {
    for name in ALL {
        let article = accepted(name);
        assert_eq!(
            article.title.as_deref(),
            Some("When Worry Keeps You Awake"),
            "{name}"
        );
        assert_eq!(
            article.property_author.as_deref(),
            Some("Jo Example"),
            "{name}"
        );
        lacks(&article, "When Worry Keeps You Awake");
        assert!(
            article
                .html
                .starts_with("<p>By Jo Example, MA, LPC</p><p>Most people"),
            "{name}"
        );
        for block in [
            "<h2>Why worry waits for the night</h2>",
            "<h3>What the body adds</h3>",
            "of CO<sub>2</sub> in",
            "afraid of <em>another</em> bad day",
            "call this pattern <strong>repetitive negative thinking</strong>, and",
            "<ol><li><strong>Give worry an appointment.</strong> Choose ten",
            "there is one.<ol><li>If there is a step, say when you will take it.</li>\
             <li>If there is none, write the words <em>not tonight</em> beside it.</li></ol></li>\
             <li><strong>Leave the bed",
            "<ul><li>Keep the last hour before bed free of news and of work.</li>\
             <li>Charge the phone in another room.<ul><li>An old alarm clock",
            "only those numbers ring.</li></ul></li><li>Get up at the same time",
            "<blockquote><p>I stopped trying",
            "was only a night.</p></blockquote>",
            "<table><thead><tr><th>What</th><th>When</th><th>How soon it helps</th></tr></thead>",
            "<h2>References</h2><p>Example, A., &amp; Sample, B. (2019).",
            "<em>Journal of Invented Findings, 12</em>(3), 45–67. ",
        ] {
            holds(&article, block);
        }
        assert_eq!(article.images.len(), 1, "{name}");
        holds(&article, "<img src=\"word-image:0\"");
        assert!(article.images[0].bytes.starts_with(b"\x89PNG"), "{name}");
        let [comment] = article.comments.as_slice() else {
            panic!("{name}: {:?}", article.comments);
        };
        assert_eq!(comment.author, "Robin Example");
        assert_eq!(comment.initials.as_deref(), Some("RE"));
        assert_eq!(comment.quote, "This article is about those nights");
        assert!(
            comment.before.ends_with("at two in the morning. "),
            "{name}: {comment:?}"
        );
        assert!(comment.before.chars().count() <= 40);
        assert_eq!(
            comment.text,
            "Could we say here how long the exercises take?"
        );
        assert!(comment.written_at.is_some() && !comment.resolved);
        assert_eq!(left_out(&article), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn two_programs_write_the_same_article() {
    let node = accepted("node-article.docx");
    let office = accepted("office-article.docx");
    assert_eq!(node.html, office.html);
    assert_eq!(node.notes, office.notes);
    assert_eq!(office.language.as_deref(), Some("en-US"));
}

#[test]
fn notes_links_and_descriptions_come_along() {
    let article = accepted("office-article.docx");
    let kinds: Vec<_> = article.notes.iter().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::Footnote, NoteKind::Footnote]);
    let first = "All examples in this article are put together from many conversations. \
                 No client could be recognized in them.";
    assert_eq!(article.notes[0].text, first);
    assert_eq!(article.notes[0].html, format!("<p>{first}</p>"));
    holds(
        &article,
        "two in the morning<sup><a href=\"word-note:0\">1</a></sup>. This",
    );
    holds(&article, "2019)<sup><a href=\"word-note:1\">2</a></sup>.");
    let link = "<a href=\"https://example.org/helplines?from=article&amp;lang=en\">\
                the directory of helplines</a>";
    holds(&article, link);
    let alt = "A notebook and a pencil on a bedside table under a small lamp.";
    assert_eq!(article.images[0].alt.as_deref(), Some(alt));
    holds(&article, &format!("alt=\"{alt}\""));
}

#[test]
fn changes_are_accepted_or_refused_as_asked() {
    for name in ["node-article.docx", "office-article.docx"] {
        let new = "the clock. That is an understandable thing to do, and it seldom helps. The";
        let old = "the clock. This is the worst thing that anyone could do. The";
        let after = accepted(name);
        let before = refused(name);
        holds(&after, new);
        lacks(&after, "worst thing");
        holds(&before, old);
        lacks(&before, "understandable");
        for article in [after, before] {
            assert_eq!(article.tracked.insertions, 1, "{name}");
            assert_eq!(article.tracked.deletions, 1, "{name}");
            assert_eq!(article.tracked.authors, ["Robin Example"], "{name}");
        }
    }
}

#[test]
fn what_arrives_is_clean_as_it_is() {
    for name in ALL {
        let article = accepted(name);
        let cleaned = sanitize(&article.html).expect("a text that can be cleaned");
        let dropped: Vec<_> = cleaned.dropped.iter().map(ToString::to_string).collect();
        // Images and notes are put in their places by whoever takes the manuscript in.
        let expected: &[&str] = if article.notes.is_empty() {
            &["1 image"]
        } else {
            &["1 image", "2 links of a kind that is not allowed"]
        };
        assert_eq!(dropped, expected, "{name}");
        let words = cleaned.html.words();
        assert!((1_050..1_300).contains(&words), "{name}: {words} words");
    }
}

#[test]
fn a_page_from_the_web_keeps_its_shape() {
    let page = accepted("office-page.docx");
    assert_eq!(page.title.as_deref(), Some("From a page"));
    holds(
        &page,
        "<p>A <strong>bold</strong>, <em>slanted</em> and <a href=\"https://example.org/\">linked</a> word.</p>",
    );
    holds(
        &page,
        "<ul><li>one<ul><li>within</li></ul></li><li>two</li></ul>",
    );
    holds(&page, "<blockquote><p>Quoted words</p></blockquote>");
    holds(&page, "<h2>After</h2><p>The end.</p>");
}

#[test]
fn a_short_book_is_read() {
    let book = accepted("python-long.docx");
    assert_eq!(book.html.matches("<h2>").count(), 60);
    assert_eq!(book.html.matches("<p>").count(), 2_400);
}
