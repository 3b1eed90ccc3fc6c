//! Footnotes, endnotes and comments.

use word::NoteKind;

use crate::sample::{Parts, accepted, holds, read};

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

#[test]
fn answers_to_answers_stay_in_their_conversation() {
    let part = "word/commentsExtended.xml";
    let threads = Parts::of("node-features.docx").text(part);
    let ids: Vec<&str> = threads
        .split("w15:paraId=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let [first, second, third] = ids.as_slice() else {
        panic!("{threads}");
    };
    let entry = |id: &str, parent: &str| {
        format!("<w15:commentEx w15:paraId=\"{id}\" w15:paraIdParent=\"{parent}\" w15:done=\"0\"/>")
    };
    let head = &threads[..threads.find("<w15:commentEx ").expect("an entry")];
    let threaded = |entries: String| {
        let all = format!("{head}{entries}</w15:commentsEx>");
        read(&Parts::of("node-features.docx").set(part, all).pack()).comments
    };
    let chain = threaded(entry(second, first) + &entry(third, second));
    assert_eq!(chain.len(), 1);
    let replies: Vec<_> = chain[0]
        .replies
        .iter()
        .map(|reply| reply.text.as_str())
        .collect();
    assert_eq!(replies, ["Yes.", "A point between words"]);
    let circle = threaded(entry(first, second) + &entry(second, first));
    assert_eq!(circle.len(), 3);
}
