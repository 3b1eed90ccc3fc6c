//! One line of a bundle as it was written.

use std::fmt;

use content::byline::ContributorRole;
use content::declaration::Declarations;
use content::digest::Digest;
use content::draft::plain_line;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use super::report::{Code, Remark};

/// The longest name that a line may have, in characters.
const ID_LONGEST: usize = 500;

/// One line. Whatever else stands in it is not read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Entry {
    #[serde(deserialize_with = "text_or_number")]
    pub(super) external_id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) question: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) topics: Option<Vec<String>>,
    pub(super) url: Option<String>,
    pub(super) old_urls: Option<Vec<String>>,
    pub(super) slug: Option<String>,
    pub(super) published_at: Option<String>,
    pub(super) modified_at: Option<String>,
    /// There is no room for them yet: counted and reported.
    #[serde(skip_serializing)]
    pub(super) images: Option<Vec<de::IgnoredAny>>,
    pub(super) answers: Option<Vec<Answer>>,
    /// Written by an export: `expert_answers` with one answer stays so, and all fields but
    /// the bodies are plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<String>,
    /// Written by an export: what is not `live` stays a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) standing: Option<String>,
    /// Written by an export: what stands round the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) public: Option<Around>,
}

/// What stands round the words on the page, as far as it can come along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Around {
    pub(super) notices: Vec<Told>,
}

/// What readers were told about a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Told {
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) at: String,
}

/// One answer of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    #[serde(flatten)]
    pub(super) by: Typed,
    pub(super) body_html: Option<String>,
    /// Written by an export: what they declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) declarations: Option<Declarations>,
    /// Written by an export: those who stand over the same answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) with: Option<Vec<Typed>>,
}

/// A name over an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub(super) byline: Option<String>,
    #[serde(deserialize_with = "text_or_number")]
    pub(super) author_id: Option<String>,
    /// Written by an export: the byline taken apart, so that nobody has to guess.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Goes with `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) letters: Option<Vec<String>>,
    /// Written by an export: what somebody did who is no author.
    #[serde(skip_serializing_if = "ContributorRole::is_author")]
    pub(super) role: ContributorRole,
}

impl Entry {
    pub(super) fn parse(line: &str) -> Result<Self, Remark> {
        if line.starts_with('[') {
            let detail = "This line is not one of a bundle: it is a list.";
            return Err(Remark::new(Code::NotAnEntry, detail));
        }
        serde_json::from_str(line).map_err(|error: serde_json::Error| {
            let at = error.column();
            if error.is_data() {
                let detail = format!("This line is not one of a bundle: {}.", reason(&error));
                Remark::new(Code::NotAnEntry, detail)
            } else {
                Remark::new(
                    Code::NotJson,
                    format!("This line is not JSON: see its column {at}."),
                )
            }
        })
    }

    /// The line's own name.
    pub(super) fn external_id(&self) -> Result<String, Remark> {
        let id = plain_line(self.external_id.as_deref().unwrap_or_default());
        if id.is_empty() {
            return Err(Remark::new(
                Code::NoExternalId,
                "This line has no external_id.",
            ));
        }
        if id.chars().count() > ID_LONGEST {
            let detail = "The external_id of this line is too long to be one.";
            return Err(Remark::new(Code::NoExternalId, detail));
        }
        Ok(id)
    }

    /// Names everything of the line that is used, however it is spaced.
    pub(super) fn digest(&self) -> Digest {
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Whether readers of the other system saw it.
    pub(super) fn is_live(&self) -> bool {
        self.standing
            .as_deref()
            .is_none_or(|standing| standing == "live")
    }
}

/// What does not fit, without the place, which the line number says better.
fn reason(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    words.chars().take(200).collect()
}

/// Other systems name things by number.
fn text_or_number<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<String>, D::Error> {
    struct Id;

    impl Visitor<'_> for Id {
        type Value = Option<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a whole number")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(text.to_owned()))
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }

    reader.deserialize_any(Id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_used_does_not_count() {
        let plain = Entry::parse(r#"{"external_id": "a", "answers": []}"#).unwrap();
        let more = r#"{ "answers":[], "mode":"imported", "images":[{}], "external_id":"a" }"#;
        let more = Entry::parse(more).unwrap();
        assert_eq!(plain.digest(), more.digest());
        assert_eq!(more.images.as_ref().map(Vec::len), Some(1));
        let other = Entry::parse(r#"{"external_id": "a", "answers": [{}]}"#).unwrap();
        assert_ne!(plain.digest(), other.digest());
    }

    #[test]
    fn names_may_be_numbers_and_fields_may_be_null() {
        let entry = r#"{"external_id": 17, "title": null, "answers": [{"author_id": -1}]}"#;
        let entry = Entry::parse(entry).unwrap();
        assert_eq!(entry.external_id(), Ok("17".to_owned()));
        assert_eq!(
            entry.answers.unwrap()[0].by.author_id.as_deref(),
            Some("-1")
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (line, code, part) in [
            ("{", Code::NotJson, "column 1"),
            ("{} x", Code::NotJson, "column"),
            ("[1]", Code::NotAnEntry, "bundle"),
            (r#"{"title": 3}"#, Code::NotAnEntry, "expected a string"),
            (
                r#"{"title": "a", "title": "b"}"#,
                Code::NotAnEntry,
                "duplicate",
            ),
        ] {
            let remark = Entry::parse(line).unwrap_err();
            assert!(
                remark.code == code && remark.detail.contains(part),
                "{line}: {remark:?}"
            );
        }
        for line in ["{}", r#"{"external_id": " \u0000 "}"#] {
            let remark = Entry::parse(line).unwrap().external_id().unwrap_err();
            assert_eq!(remark.code, Code::NoExternalId);
        }
    }
}
