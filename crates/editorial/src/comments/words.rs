//! What a comment may say.

use content::draft::plain_text;
use storage::comments::CommentWords;

use crate::Refusal;

/// The longest comment, in characters.
pub(super) const LONGEST: usize = 4000;

/// The longest stretch of a text that one comment is about, in characters.
const LONGEST_QUOTE: usize = 1000;

/// How much of the text before the quote is kept, in characters.
const BEFORE: usize = 40;

/// Typed words as a comment, or what is wrong with them.
pub(super) fn typed(quote: &str, before: &str, body: &str) -> Result<CommentWords, Refusal> {
    let body = plain_text(body);
    if body.is_empty() {
        return Err(Refusal::field("body", "missing", "Write your comment."));
    }
    if body.chars().count() > LONGEST {
        return Err(Refusal::field(
            "body",
            "too_long",
            "A comment can have 4,000 characters. Please shorten it a little; your words are \
             still on this screen.",
        ));
    }
    Ok(shortened(quote, before, &body))
}

/// Words that came from elsewhere, cut to what a comment can hold.
pub(crate) fn shortened(quote: &str, before: &str, body: &str) -> CommentWords {
    let begin = before.chars().count().saturating_sub(BEFORE);
    CommentWords {
        quote: quote.chars().take(LONGEST_QUOTE).collect(),
        before: before.chars().skip(begin).collect(),
        body: start_of_body(body),
    }
}

/// As much of a text as one comment can hold.
fn start_of_body(body: &str) -> String {
    if body.chars().count() <= LONGEST {
        return body.to_owned();
    }
    body.chars().take(LONGEST - 2).chain([' ', '…']).collect()
}
