//! The comments of a document, as they stand beside the draft.

use content::draft::{plain_line, plain_text};
use content::ids::{ArticleId, CommentId, SectionId};
use storage::comments::Comment;
use time::OffsetDateTime;
use word::Reply;

use crate::Desk;
use crate::comments::shortened;

/// The longest name of who wrote a comment, in characters.
const NAME_LONGEST: usize = 120;

/// The comments and the answers to them, by whom the document says. Who that is here is not
/// guessed. Empty ones are left out, unless somebody answered them.
pub(super) fn comments(
    desk: &Desk,
    article: ArticleId,
    section: SectionId,
    read: &[word::Comment],
) -> Vec<Comment> {
    let now = desk.now();
    let stored = |parent, author: &str, words, written_at| Comment {
        id: CommentId(desk.id()),
        article_id: article,
        section_id: section,
        parent,
        person: None,
        author_name: Some(name(author)),
        words: Some(words),
        written_at: past(written_at, now),
        added_at: now,
        resolved_at: None,
        resolved_by: None,
    };
    let is_said = |reply: &&Reply| !reply.text.trim().is_empty();
    let mut out = Vec::new();
    for one in read {
        let mut body = plain_text(&one.text);
        if body.is_empty() {
            if !one.replies.iter().any(|reply| is_said(&reply)) {
                continue;
            }
            "(no words)".clone_into(&mut body);
        }
        let words = shortened(&one.quote, &one.before, &body);
        let mut first = stored(None, &one.author, words, one.written_at);
        first.resolved_at = one.resolved.then_some(now);
        let parent = first.id;
        out.push(first);
        for reply in one.replies.iter().filter(is_said) {
            let words = shortened("", "", &plain_text(&reply.text));
            out.push(stored(Some(parent), &reply.author, words, reply.written_at));
        }
    }
    out
}

fn name(author: &str) -> String {
    let name: String = plain_line(author).chars().take(NAME_LONGEST).collect();
    if name.is_empty() {
        "Somebody".to_owned()
    } else {
        name
    }
}

/// A time that has been: clocks of documents go wrong.
fn past(at: Option<OffsetDateTime>, now: OffsetDateTime) -> Option<OffsetDateTime> {
    at.filter(|at| *at <= now && at.year() >= 1980)
}
