//! A line as it will stand here: plain, clean and within limits.

use content::article::Kind;
use content::clean_html::CleanHtml;
use content::declaration::Declarations;
use content::draft::{QUESTION_LONGEST, SUMMARY_LONGEST, TITLE_LONGEST, plain_line, plain_text};
use content::ids::TopicId;
use content::revision::Head;
use time::OffsetDateTime;

use super::addresses::Addresses;
use super::author::Author;
use super::body::{LeftOut, quotation, words_of};
use super::dates::moment;
use super::entry::{Answer, Entry};
use super::report::{Code, Remark};
use super::told::{self, Told};
use super::topics::{self, TopicMap};
use crate::writing::save_declarations_plain as plain;

/// How long a title is that was made from other words, in characters.
const MADE_TITLE_LONGEST: usize = 80;

/// The longest label that is kept, in characters.
const LABEL_LONGEST: usize = 200;

/// A line that can be used.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) kind: Kind,
    pub(super) head: Head,
    /// In `expert_answers`.
    pub(super) question: Option<String>,
    pub(super) answers: Vec<AnswerText>,
    /// Main topic first.
    pub(super) topics: Vec<TopicId>,
    /// Labels that no topic stands for, in order of the alphabet.
    pub(super) labels: Vec<String>,
    pub(super) addresses: Addresses,
    /// What readers were told about changes, oldest first.
    pub(super) told: Vec<Told>,
    pub(super) published_at: Option<OffsetDateTime>,
    pub(super) modified_at: Option<OffsetDateTime>,
}

/// One answer that can be used.
#[derive(Debug)]
pub(super) struct AnswerText {
    /// At least one.
    pub(super) authors: Vec<Author>,
    pub(super) body: CleanHtml,
    pub(super) declarations: Declarations,
}

/// What a line is understood by.
#[derive(Debug)]
pub(super) struct Here<'a> {
    pub(super) topics: &'a TopicMap,
    pub(super) now: OffsetDateTime,
    /// The address of this site.
    pub(super) public_url: &'a str,
}

impl Text {
    /// Understands a line, or says why it cannot be used.
    pub(super) fn of(
        entry: &Entry,
        here: &Here<'_>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Self, Remark> {
        let now = here.now;
        let mut left_out = LeftOut::default();
        let mut answers = Vec::new();
        let given = entry.answers.as_deref().unwrap_or_default();
        for answer in given {
            answers.extend(read_answer(answer, &mut left_out, remarks)?);
        }
        if answers.is_empty() {
            let why = match remarks.last() {
                Some(last) if matches!(last.code, Code::EmptyAnswer | Code::NoByline) => {
                    last.detail.clone()
                }
                _ => "This line has no answers.".to_owned(),
            };
            remarks.clear();
            return Err(Remark::new(Code::NoAnswers, why));
        }
        let question = settled(entry, entry.question.as_deref(), plain_text);
        let question = within(question, QUESTION_LONGEST, "question", remarks);
        let title = title(entry, &question, &answers, remarks);
        let summary = settled(entry, entry.summary.as_deref(), plain_line);
        let summary = within(summary, SUMMARY_LONGEST, "summary", remarks);

        let said = entry.kind.as_deref();
        let several = answers.len() > 1 || said == Some(Kind::ExpertAnswers.as_str());
        let (kind, question) = if several {
            (Kind::ExpertAnswers, Some(question))
        } else {
            // An article has no question of its own: it stands at the head as a quotation.
            if let Some(only) = answers.first_mut().filter(|_| !question.is_empty()) {
                let html = format!("{}{}", quotation(&question), only.body.as_str());
                only.body = content::clean_html::sanitize(&html)
                    .map_err(unreadable)?
                    .html;
            }
            (Kind::Article, None)
        };
        remarks.extend(left_out.remarks());
        if let Some(images) = entry.images.as_ref().filter(|images| !images.is_empty()) {
            let detail = format!("Images beside the text were left out: {}.", images.len());
            remarks.push(Remark::new(Code::ImagesLeftOut, detail));
        }
        let (topics, labels) = topics_of(entry, here.topics, remarks);
        let published_at = moment(entry.published_at.as_deref(), "published_at", now, remarks);
        let modified_at = moment(entry.modified_at.as_deref(), "modified_at", now, remarks);
        Ok(Self {
            kind,
            head: Head { title, summary },
            question,
            answers,
            topics,
            labels,
            addresses: Addresses::of(entry, here.public_url, remarks),
            told: told::told(entry, now, remarks),
            published_at,
            // What never changed elsewhere is as old as it is.
            modified_at: modified_at.or(published_at),
        })
    }
}

fn unreadable(error: content::clean_html::Unclean) -> Remark {
    Remark::new(
        Code::Unreadable,
        format!("An answer cannot be read: {error}."),
    )
}

fn read_answer(
    answer: &Answer,
    left_out: &mut LeftOut,
    remarks: &mut Vec<Remark>,
) -> Result<Option<AnswerText>, Remark> {
    let body = left_out
        .clean(answer.body_html.as_deref().unwrap_or_default())
        .map_err(unreadable)?;
    let mut authors: Vec<Author> = Vec::new();
    for typed in [&answer.by].into_iter().chain(answer.with.iter().flatten()) {
        let author = Author::of(typed, remarks);
        authors.extend(author.filter(|author| authors.iter().all(|one| one.key != author.key)));
    }
    let Some(first) = authors.first() else {
        let detail = "An answer stands under no name and was left out.";
        remarks.push(Remark::new(Code::NoByline, detail));
        return Ok(None);
    };
    if body.is_blank() {
        let detail = format!(
            "The answer by {} is empty and was left out.",
            first.byline().name
        );
        remarks.push(Remark::new(Code::EmptyAnswer, detail));
        return Ok(None);
    }
    Ok(Some(AnswerText {
        declarations: declared(answer, &first.byline().name, remarks),
        authors,
        body,
    }))
}

/// What the authors declared where the text comes from. What cannot be used counts as not asked.
fn declared(answer: &Answer, name: &str, remarks: &mut Vec<Remark>) -> Declarations {
    let declared = answer.declarations.clone().unwrap_or_default();
    plain(declared).unwrap_or_else(|_| {
        let detail = format!(
            "What {name} declared is empty where words are needed, or too long. It was left out."
        );
        remarks.push(Remark::new(Code::BadDeclaration, detail));
        Declarations::default()
    })
}

fn title(
    entry: &Entry,
    question: &str,
    answers: &[AnswerText],
    remarks: &mut Vec<Remark>,
) -> String {
    let title = settled(entry, entry.title.as_deref(), plain_line);
    if !title.is_empty() {
        return within(title, TITLE_LONGEST, "title", remarks);
    }
    let (from, words) = if question.is_empty() {
        (
            "answer",
            answers
                .first()
                .map(|answer| answer.body.to_text())
                .unwrap_or_default(),
        )
    } else {
        ("question", question.to_owned())
    };
    let detail = format!("There was no title. It is made from the first words of the {from}.");
    remarks.push(Remark::new(Code::NoTitle, detail));
    cut(&plain_line(&words), MADE_TITLE_LONGEST)
}

/// A field in plain words, settled; empty when it is not there.
fn settled(entry: &Entry, field: Option<&str>, settle: fn(&str) -> String) -> String {
    match field {
        Some(plain) if entry.kind.is_some() => settle(plain),
        Some(typed) => settle(&words_of(typed)),
        None => String::new(),
    }
}

fn within(text: String, longest: usize, field: &str, remarks: &mut Vec<Remark>) -> String {
    if text.chars().count() <= longest {
        return text;
    }
    let detail = format!("The {field} was too long and was cut at {longest} characters.");
    remarks.push(Remark::new(Code::Shortened, detail));
    cut(&text, longest)
}

/// As many whole words as fit, with a sign that there were more.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest - 1).collect();
    let end = kept
        .rfind(char::is_whitespace)
        .filter(|end| *end > kept.len() / 2);
    let kept = kept[..end.unwrap_or(kept.len())].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{kept}…")
}

fn topics_of(
    entry: &Entry,
    map: &TopicMap,
    remarks: &mut Vec<Remark>,
) -> (Vec<TopicId>, Vec<String>) {
    let mut ids: Vec<TopicId> = Vec::new();
    let mut labels: Vec<String> = Vec::new();
    for typed in entry.topics.iter().flatten() {
        let label = settled(entry, Some(typed), plain_line);
        let label: String = label.chars().take(LABEL_LONGEST).collect();
        let found = map.find(&label);
        ids.extend(
            found
                .iter()
                .filter(|id| !ids.contains(id))
                .cloned()
                .collect::<Vec<_>>(),
        );
        if found.is_empty() && !label.is_empty() && !labels.contains(&label) {
            let detail = format!("No topic here stands for “{label}”. It is kept as a label.");
            remarks.push(Remark::new(Code::UnmappedTopic, detail));
            labels.push(label);
        }
    }
    if ids.len() > topics::MOST {
        let detail = format!(
            "It has {} topics, and an article has at most {}. The first ones are kept.",
            ids.len(),
            topics::MOST
        );
        remarks.push(Remark::new(Code::TooManyTopics, detail));
        ids.truncate(topics::MOST);
    }
    if ids.is_empty() && labels.is_empty() {
        remarks.push(Remark::new(
            Code::NoTopic,
            "It has no topic. An editor can choose some.",
        ));
    }
    labels.sort();
    (ids, labels)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use time::macros::datetime;

    use super::*;

    fn of(line: &Value) -> (Result<Text, Remark>, Vec<Code>) {
        let entry = Entry::parse(&line.to_string()).unwrap();
        let topics = TopicMap::of(&content::seed::topics::topics());
        let now = datetime!(2026-03-02 9:00 UTC);
        let here = Here {
            topics: &topics,
            now,
            public_url: "https://here.example",
        };
        let mut remarks = Vec::new();
        let text = Text::of(&entry, &here, &mut remarks);
        (
            text,
            remarks.into_iter().map(|remark| remark.code).collect(),
        )
    }

    #[test]
    fn one_answer_is_an_article_and_keeps_its_question() {
        let (text, remarks) = of(&json!({
            "title": "Rest", "question": "How?\n\nWell?", "topics": ["Sleep", "Behavioral Change"],
            "answers": [{"byline": "Ada Example, MA", "body_html": "<p>Slowly.</p>"}],
        }));
        let text = text.unwrap();
        assert_eq!((text.kind, text.question), (Kind::Article, None));
        assert_eq!(
            text.answers[0].body.as_str(),
            "<blockquote><p>How?</p><p>Well?</p></blockquote><p>Slowly.</p>"
        );
        assert_eq!(text.labels, ["Behavioral Change"]);
        assert_eq!(remarks, [Code::UnmappedTopic]);
    }

    #[test]
    fn a_missing_title_is_made_from_the_first_words() {
        let answer = json!({"byline": "Ada Example", "body_html": "<p>Begin.</p><p>Rest.</p>"});
        let (text, remarks) = of(&json!({"answers": [answer]}));
        assert_eq!(text.unwrap().head.title, "Begin. Rest.");
        assert_eq!(remarks, [Code::NoTitle, Code::NoTopic]);
        let question = "word ".repeat(40);
        let (text, _) = of(&json!({"question": question, "answers": [answer, answer]}));
        let title = text.unwrap().head.title;
        assert!(
            title.ends_with("word…") && title.chars().count() <= 80,
            "{title}"
        );
    }

    #[test]
    fn what_is_too_long_is_cut_and_told() {
        let (text, remarks) = of(&json!({
            "title": "é".repeat(300), "summary": "word ".repeat(300), "topics": ["Sleep"],
            "answers": [{"byline": "Ada Example", "body_html": "x"}],
        }));
        let head = text.unwrap().head;
        assert_eq!(head.title.chars().count(), 200);
        assert!(head.summary.chars().count() <= 600);
        assert_eq!(remarks, [Code::Shortened, Code::Shortened]);
    }

    #[test]
    fn answers_that_cannot_be_used_are_left_out_or_end_the_line() {
        let good = json!({"byline": "Ada Example", "body_html": "<p>Yes.</p>"});
        let empty = json!({"byline": "Ben Example", "body_html": "<p><br>&nbsp;</p>"});
        let nameless = json!({"byline": " , ", "body_html": "<p>No.</p>"});
        let (text, remarks) =
            of(&json!({"title": "T", "topics": ["Sleep"], "answers": [empty, good, nameless]}));
        assert_eq!(text.unwrap().kind, Kind::Article);
        assert_eq!(remarks, [Code::EmptyAnswer, Code::NoByline]);
        for answers in [json!([empty]), json!([nameless]), json!([]), json!(null)] {
            let (text, remarks) = of(&json!({"title": "T", "answers": answers}));
            assert_eq!(text.unwrap_err().code, Code::NoAnswers, "{answers}");
            assert!(remarks.is_empty());
        }
        let long = "x".repeat(content::clean_html::LONGEST + 1);
        let (text, _) = of(&json!({"answers": [{"byline": "Ada Example", "body_html": long}]}));
        assert_eq!(text.unwrap_err().code, Code::Unreadable);
    }

    #[test]
    fn seven_topics_are_too_many() {
        let topics = [
            "Sleep", "Stress", "Grief", "Anger", "ADHD", "Autism", "Alcohol",
        ];
        let (text, remarks) = of(&json!({
            "title": "T", "topics": topics,
            "answers": [{"byline": "Ada Example", "body_html": "x"}],
        }));
        assert_eq!(text.unwrap().topics.len(), 6);
        assert_eq!(remarks, [Code::TooManyTopics]);
    }
}
