//! A composed article as plain text, for mail, export and copies.

use crate::markup;

/// The words of the feed's markup; nothing is left out.
pub(crate) fn plain_text(feed_html: &str) -> String {
    let mut text = markup::plain_text(feed_html);
    text.push('\n');
    text
}
