//! Text being typed; untrusted. A draft may be half-typed: only too much is refused here,
//! too little is found when it is submitted.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// The longest title, in characters.
pub const TITLE_LONGEST: usize = 200;

/// The longest summary, in characters.
pub const SUMMARY_LONGEST: usize = 600;

/// The longest question, in characters.
pub const QUESTION_LONGEST: usize = 10_000;

/// Title, summary and question as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HeadInput {
    /// May be empty while typing.
    pub title: String,
    /// May be empty.
    pub summary: String,
    /// In `expert_answers`.
    pub question: Option<String>,
}

/// Title, summary and question as plain text within their limits, as [`HeadInput::parse`]
/// makes them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadDraft {
    /// One line; empty while nobody has typed one.
    pub title: String,
    /// One line; may be empty.
    pub summary: String,
    /// Paragraphs with an empty line between them; `None` where there is none.
    pub question: Option<String>,
}

/// What is wrong with one field, for the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The field, as it is sent.
    pub field: String,
    /// Stays the same when the words change.
    pub code: &'static str,
    /// One plain sentence or two.
    pub detail: String,
}

impl HeadInput {
    /// The head as plain text, or everything that is wrong with it.
    pub fn parse(self) -> Result<HeadDraft, Vec<FieldError>> {
        let head = HeadDraft {
            title: plain_line(&self.title),
            summary: plain_line(&self.summary),
            question: self
                .question
                .map(|q| plain_text(&q))
                .filter(|q| !q.is_empty()),
        };
        let fields = [
            ("title", "title", head.title.as_str(), TITLE_LONGEST),
            ("summary", "summary", head.summary.as_str(), SUMMARY_LONGEST),
            (
                "question",
                "question",
                head.question.as_deref().unwrap_or_default(),
                QUESTION_LONGEST,
            ),
        ];
        let errors: Vec<FieldError> = fields
            .into_iter()
            .filter_map(|(field, name, text, longest)| too_long(field, name, text, longest))
            .collect();
        if errors.is_empty() {
            Ok(head)
        } else {
            Err(errors)
        }
    }
}

fn too_long(field: &str, name: &str, text: &str, longest: usize) -> Option<FieldError> {
    let length = text.chars().count();
    (length > longest).then(|| FieldError {
        field: field.to_owned(),
        code: "too_long",
        detail: format!(
            "The {name} has {} characters and can have {}. Please shorten it a little.",
            thousands(length),
            thousands(longest)
        ),
    })
}

/// A number as people read it: `10,000`.
fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A character that is never part of what somebody wrote: control characters, the signs
/// that turn the direction of writing round, and the byte order mark.
pub(crate) fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}')
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

/// Plain text of several lines: each as [`plain_line`] makes it, at most one empty line
/// between them and none at either end.
#[must_use]
pub fn plain_text(typed: &str) -> String {
    let typed = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut out = String::with_capacity(typed.len());
    let mut gap = 0;
    for line in typed.split('\n').map(plain_line) {
        gap += 1;
        if !line.is_empty() {
            if !out.is_empty() {
                out.push_str(if gap > 1 { "\n\n" } else { "\n" });
            }
            out.push_str(&line);
            gap = 0;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn input(title: &str, summary: &str, question: Option<&str>) -> HeadInput {
        HeadInput {
            title: title.to_owned(),
            summary: summary.to_owned(),
            question: question.map(str::to_owned),
        }
    }

    #[test]
    fn a_half_typed_head_is_a_draft() {
        assert_eq!(HeadInput::default().parse(), Ok(HeadDraft::default()));
        let head = input(" A\n title\u{202e} ", "", Some(" \n "))
            .parse()
            .unwrap();
        assert_eq!(
            (head.title.as_str(), head.summary.as_str(), head.question),
            ("A title", "", None)
        );
    }

    #[test]
    fn every_field_that_is_too_long_is_named() {
        let long = "é".repeat(10_001);
        let errors = input(&long[..402], &long, Some(&long)).parse().unwrap_err();
        let fields: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.code)).collect();
        assert_eq!(
            fields,
            [
                ("title", "too_long"),
                ("summary", "too_long"),
                ("question", "too_long")
            ]
        );
        assert_eq!(
            errors[2].detail,
            "The question has 10,001 characters and can have 10,000. Please shorten it a little."
        );
        assert!(
            input(
                &"é".repeat(200),
                &"é".repeat(600),
                Some(&"é".repeat(10_000))
            )
            .parse()
            .is_ok()
        );
    }

    #[test]
    fn characters_are_counted_after_they_are_settled() {
        assert!(input(&"e\u{301}".repeat(200), "", None).parse().is_ok());
        assert!(
            input(&format!("{}x", " ".repeat(5000)), "", None)
                .parse()
                .is_ok()
        );
    }

    #[test]
    fn lines_and_paragraphs_of_a_question_stay() {
        assert_eq!(
            plain_text("\r\n a  b\r\nc\n\n\n\nd\u{0}\u{7}\n"),
            "a b\nc\n\nd"
        );
        assert_eq!(plain_line("a\u{a0}b\u{2028}c\u{feff}\td"), "a b c d");
        assert_eq!(plain_text("👩\u{200d}⚕\u{fe0f}"), "👩\u{200d}⚕\u{fe0f}");
    }

    proptest! {
        #[test]
        fn plain_stays_plain(typed in "[ -~é\u{301}\u{338}\u{202e}\n\r\t\u{a0}\u{85}\u{feff}\0]{0,60}") {
            let line = plain_line(&typed);
            prop_assert_eq!(&plain_line(&line), &line);
            prop_assert!(!line.chars().any(is_hidden));
            prop_assert!(unicode_normalization::is_nfc(&line));
            let text = plain_text(&typed);
            prop_assert_eq!(&plain_text(&text), &text);
            prop_assert!(!text.contains("\n\n\n"));
            prop_assert_eq!(plain_line(&text), line);
        }
    }
}
