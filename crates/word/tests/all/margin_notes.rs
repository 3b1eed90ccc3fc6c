//! Footnotes, endnotes and comments.

use word::NoteKind;

use crate::sample::{accepted, holds};

#[test]
fn notes_are_numbered_as_they_are_cited() {
    let text = accepted("node-features.docx");
    holds(
        &text,
        "cited<sup><a href=\"word-note:0\">1</a></sup> and at the end\
         <sup><a href=\"word-note:1\">2</a></sup> and again<sup><a href=\"word-note:2\">3</a></sup>",
    );
    let notes: Vec<_> = text
        .notes
        .iter()
        .map(|note| (note.kind, note.text.as_str()))
        .collect();
    assert_eq!(
        notes,
        [
            (NoteKind::Footnote, "First at the foot."),
            (NoteKind::Endnote, "At the end."),
            (NoteKind::Footnote, "Second at the foot."),
        ]
    );
}

#[test]
fn comments_keep_their_place_answers_and_state() {
    let text = accepted("node-features.docx");
    let [settled, point] = text.comments.as_slice() else {
        panic!("{:?}", text.comments);
    };
    assert_eq!(
        (settled.before.as_str(), settled.quote.as_str()),
        ("before the ", "commented words")
    );
    assert!(settled.resolved);
    let [reply] = settled.replies.as_slice() else {
        panic!("{:?}", settled.replies);
    };
    assert_eq!(
        (reply.author.as_str(), reply.text.as_str()),
        ("Jo Example", "Yes.")
    );
    assert_eq!((point.before.as_str(), point.quote.as_str()), ("here", ""));
    assert!(!point.resolved);
}

#[test]
fn office_says_what_is_settled() {
    let text = accepted("office-features.docx");
    let [comment] = text.comments.as_slice() else {
        panic!("{:?}", text.comments);
    };
    assert_eq!(comment.quote, "settled words");
    assert!(comment.resolved);
}

#[test]
fn an_answer_is_read_in_the_article_too() {
    let article = accepted("node-article.docx");
    let replies = &article.comments[0].replies;
    assert_eq!(replies.len(), 1);
    assert_eq!(replies[0].text, "Ten minutes each. I will add it.");
}
