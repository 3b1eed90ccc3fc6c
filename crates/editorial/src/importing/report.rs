//! What an import did, line by line.

use std::collections::BTreeMap;

use serde::Serialize;

/// How much a row matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something was set right; nothing is lost.
    Note,
    /// Something was left out or left alone, or should be looked at.
    Warning,
    /// The line was not used.
    Error,
}

impl Severity {
    /// The word in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $word:literal, $severity:ident;)*) => {
        /// What a row is about. The words stay the same when sentences change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// The word in reports.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$code => $word,)* }
            }

            /// How much it matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The line is not UTF-8.
    NotUtf8 = "not_utf8", Error;
    /// The line is not JSON.
    NotJson = "not_json", Error;
    /// The line is JSON, but not one of a bundle.
    NotAnEntry = "not_an_entry", Error;
    /// The line is longer than any that is read.
    TooLong = "too_long", Error;
    /// The line has no name of its own.
    NoExternalId = "no_external_id", Error;
    /// An earlier line has the same name.
    Duplicate = "duplicate", Error;
    /// Nothing is left to read.
    NoAnswers = "no_answers", Error;
    /// A body is too long, or nested past reading.
    Unreadable = "unreadable", Error;
    /// Somebody worked on the article here.
    EditedHere = "edited_here", Warning;
    /// The line names an article that was written here.
    WrittenHere = "written_here", Warning;
    /// An article of that name came from another site.
    OtherSource = "other_source", Warning;
    /// The author signs in here and changes the text herself.
    AuthorHasAccount = "author_has_account", Warning;
    /// The other system did not show it to readers.
    NotLive = "not_live", Warning;
    /// One of several answers was empty.
    EmptyAnswer = "empty_answer", Warning;
    /// One of several answers stands under no name.
    NoByline = "no_byline", Warning;
    /// The name is that of a practice or company.
    PracticeNotPerson = "practice_not_person", Warning;
    /// Letters that the catalogue does not know.
    UnknownLetters = "unknown_letters", Warning;
    /// Words after the name were left out.
    WordsLeftOut = "words_left_out", Warning;
    /// A degree not held yet was left out.
    NotACredential = "not_a_credential", Warning;
    /// One author of the other system under two names.
    OtherName = "other_name", Warning;
    /// The line names somebody here whom no export has told of.
    UnknownClaim = "unknown_claim", Warning;
    /// Another person has the same name, or nearly.
    SimilarName = "similar_name", Warning;
    /// There was no title.
    NoTitle = "no_title", Warning;
    /// Title, summary or question was cut.
    Shortened = "shortened", Warning;
    /// Images inside the text were left out.
    DataImage = "data_image", Warning;
    /// Images beside the text were left out.
    ImagesLeftOut = "images_left_out", Warning;
    /// Markup of a word processor was cleaned.
    WordMarkup = "word_markup", Note;
    /// Parts of the markup were left out.
    PartsLeftOut = "parts_left_out", Warning;
    /// No topic stands for a label.
    UnmappedTopic = "unmapped_topic", Warning;
    /// More topics than an article may have.
    TooManyTopics = "too_many_topics", Warning;
    /// What an author declared could not be used.
    BadDeclaration = "bad_declaration", Warning;
    /// A date that could not be used.
    BadDate = "bad_date", Warning;
    /// An address that could not be used.
    BadUrl = "bad_url", Warning;
    /// The address wanted belongs to another article.
    SlugTaken = "slug_taken", Warning;
    /// An old address leads to another article.
    OldAddressTaken = "old_address_taken", Warning;
    /// The address was written otherwise.
    SlugChanged = "slug_changed", Note;
    /// There was no topic.
    NoTopic = "no_topic", Note;
    /// "Dr" and the like was left out.
    PrefixDropped = "prefix_dropped", Note;
    /// Letters followed the name without a comma.
    NoComma = "no_comma", Note;
    /// The name was in capitals.
    AllCapitals = "all_capitals", Note;
    /// The name began with a small letter.
    SmallLetters = "small_letters", Note;
    /// There was more than one space in the byline.
    DoubleSpace = "double_space", Note;
}

/// Something worth knowing about one line, before the line is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remark {
    pub(super) code: Code,
    pub(super) detail: String,
}

impl Remark {
    pub(super) fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }
}

/// One row of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Counts from 1 in the file.
    pub line: u64,
    /// The line's own name, where it has one.
    pub external_id: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub code: Code,
    /// One plain sentence or two.
    pub detail: String,
}

/// How many lines went which way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Lines that were not empty.
    pub lines: u64,
    /// Articles that were not here before.
    pub new: u64,
    /// Articles that were here and changed.
    pub updated: u64,
    /// Articles that were here just so.
    pub unchanged: u64,
    /// Articles that people work on here, and that were therefore not touched.
    pub left_alone: u64,
    /// Lines that could not be used.
    pub unusable: u64,
    /// Articles that readers see, or see anew, because of this import.
    pub published: u64,
    /// Rows by what they are about.
    pub by_code: BTreeMap<Code, u64>,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// How many lines went which way.
    pub counts: Counts,
    /// In the order of the lines.
    pub rows: Vec<Row>,
}

impl ImportReport {
    /// One line for the screen: "8973 in, 27 not usable; 8973 public; 40 listed with reasons."
    #[must_use]
    pub fn sentence(&self) -> String {
        let counts = &self.counts;
        let mut parts = vec![format!("{} in", counts.new)];
        for (number, words) in [
            (counts.updated, "updated"),
            (counts.unchanged, "unchanged"),
            (counts.left_alone, "left alone"),
            (counts.unusable, "not usable"),
        ] {
            if number > 0 {
                parts.push(format!("{number} {words}"));
            }
        }
        let rows = self.rows.len();
        format!(
            "{}; {} public; {rows} listed with reasons.",
            parts.join(", "),
            counts.published
        )
    }

    pub(super) fn note(&mut self, line: u64, external_id: Option<&str>, remark: Remark) {
        *self.counts.by_code.entry(remark.code).or_default() += 1;
        self.rows.push(Row {
            line,
            external_id: external_id.map(str::to_owned),
            severity: remark.code.severity(),
            code: remark.code,
            detail: remark.detail,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_the_word_that_is_sent() {
        for code in Code::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
        assert_eq!(
            serde_json::to_value(Severity::Note).unwrap(),
            Severity::Note.as_str()
        );
    }
}
