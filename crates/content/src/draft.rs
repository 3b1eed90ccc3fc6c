//! Text being typed; untrusted.

use unicode_normalization::UnicodeNormalization as _;

/// A character that is never part of what somebody wrote: control characters, the signs
/// that turn the direction of writing round, and the byte order mark.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// One line of plain text: NFC, without hidden characters, white space settled.
#[must_use]
pub fn plain_line(typed: &str) -> String {
    let kept: String = typed
        .chars()
        .filter(|&c| c.is_whitespace() || !is_hidden(c))
        .nfc()
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
