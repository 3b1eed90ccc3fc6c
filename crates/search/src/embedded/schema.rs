//! The fields of the embedded index.

use content::byline::Byline;
use content::disclaimer::Mode;
use content::ids::ArticleId;
use content::public::TopicRef;
use content::publication::Standing;
use serde::{Deserialize, Serialize};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::{Index, TantivyDocument};
use time::OffsetDateTime;

use crate::document::SearchDocument;
use crate::words;

const PLAIN: &str = "plain";
const STEMMED: &str = "stemmed";

/// Each text is kept as typed, for typos, beginnings, phrases and exactness, or stemmed, for
/// finding, or both. `all` is everything together: what is not in it is not found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    pub(super) article_id: Field,
    pub(super) all: Field,
    pub(super) all_stems: Field,
    pub(super) title: Field,
    pub(super) title_stems: Field,
    /// All words of a title as one: who types it knows what they want.
    pub(super) whole_title: Field,
    pub(super) question: Field,
    pub(super) question_stems: Field,
    pub(super) topic_stems: Field,
    pub(super) byline_stems: Field,
    pub(super) summary_stems: Field,
    pub(super) topic_id: Field,
    pub(super) author_slug: Field,
    pub(super) card: Field,
    pub(super) body: Field,
}

/// Columns, one value or more an article.
pub(super) const TOPIC_COLUMN: &str = "topic_facet";
/// As [`TOPIC_COLUMN`].
pub(super) const AUTHOR_COLUMN: &str = "author_facet";
/// Seconds since 1970.
pub(super) const PUBLISHED_COLUMN: &str = "published_at";
/// 1 for a retracted article.
pub(super) const RETRACTED_COLUMN: &str = "retracted";

fn text(tokenizer: &str, record: IndexRecordOption) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(record),
    )
}

/// The schema, and its fields by name.
pub(super) fn schema() -> (Schema, Fields) {
    use IndexRecordOption::{Basic, WithFreqs, WithFreqsAndPositions};
    let mut schema = Schema::builder();
    let fields = Fields {
        article_id: schema.add_text_field("article_id", STRING),
        all: schema.add_text_field("all", text(PLAIN, WithFreqsAndPositions)),
        all_stems: schema.add_text_field("all_stems", text(STEMMED, WithFreqs)),
        title: schema.add_text_field("title", text(PLAIN, WithFreqsAndPositions)),
        title_stems: schema.add_text_field("title_stems", text(STEMMED, Basic)),
        whole_title: schema.add_text_field("whole_title", STRING),
        question: schema.add_text_field("question", text(PLAIN, WithFreqsAndPositions)),
        question_stems: schema.add_text_field("question_stems", text(STEMMED, Basic)),
        topic_stems: schema.add_text_field("topic_stems", text(STEMMED, Basic)),
        byline_stems: schema.add_text_field("byline_stems", text(STEMMED, Basic)),
        summary_stems: schema.add_text_field("summary_stems", text(STEMMED, Basic)),
        topic_id: schema.add_text_field("topic_id", STRING),
        author_slug: schema.add_text_field("author_slug", STRING),
        card: schema.add_text_field("card", STORED),
        body: schema.add_text_field("body", STORED),
    };
    schema.add_text_field(TOPIC_COLUMN, FAST);
    schema.add_text_field(AUTHOR_COLUMN, FAST);
    schema.add_i64_field(PUBLISHED_COLUMN, NumericOptions::default().set_fast());
    schema.add_u64_field(RETRACTED_COLUMN, NumericOptions::default().set_fast());
    (schema.build(), fields)
}

/// Teaches an index how its words are cut.
pub(super) fn register(index: &Index) {
    index.tokenizers().register(PLAIN, words::plain());
    index.tokenizers().register(STEMMED, words::stemmed());
}

/// What a hit shows, as stored.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredCard {
    pub(super) article_id: ArticleId,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) question: Option<String>,
    pub(super) bylines: Vec<Byline>,
    pub(super) topics: Vec<TopicRef>,
    pub(super) standing: Standing,
    pub(super) mode: Mode,
    #[serde(with = "time::serde::rfc3339")]
    pub(super) first_published_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    pub(super) published_at: OffsetDateTime,
    pub(super) language: String,
}

/// An author in a column.
#[derive(Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct StoredAuthor {
    pub(super) slug: String,
    pub(super) name: String,
}

/// An article in the form of this schema.
pub(super) fn document(
    fields: &Fields,
    schema: &Schema,
    article: &SearchDocument,
) -> Result<TantivyDocument, super::SearchError> {
    let mut row = TantivyDocument::default();
    row.add_text(fields.article_id, article.article_id.to_string());
    let everywhere = |row: &mut TantivyDocument, own: &[Field], text: &str| {
        for field in own.iter().chain([&fields.all, &fields.all_stems]) {
            row.add_text(*field, text);
        }
    };
    everywhere(
        &mut row,
        &[fields.title, fields.title_stems],
        &article.title,
    );
    row.add_text(fields.whole_title, whole(words::words(&article.title)));
    if let Some(question) = &article.question {
        everywhere(
            &mut row,
            &[fields.question, fields.question_stems],
            question,
        );
    }
    for topic in &article.topics {
        everywhere(&mut row, &[fields.topic_stems], &topic.label);
    }
    for line in bylines(article) {
        everywhere(&mut row, &[fields.byline_stems], &line);
    }
    everywhere(&mut row, &[fields.summary_stems], &article.summary);
    for group in &article.groups {
        everywhere(&mut row, &[], &group.label);
    }
    for section in &article.sections {
        everywhere(&mut row, &[], &section.body_text);
        row.add_text(fields.body, &section.body_text);
    }

    let groups = article.groups.iter().map(|group| &group.id);
    for id in article.topics.iter().map(|topic| &topic.id).chain(groups) {
        row.add_text(fields.topic_id, &id.0);
    }
    for topic in &article.topics {
        row.add_text(
            schema.get_field(TOPIC_COLUMN)?,
            serde_json::to_string(topic)?,
        );
    }
    let mut slugs: Vec<&String> = Vec::new();
    for (place, slug) in article.author_slugs.iter().enumerate() {
        if slugs.contains(&slug) {
            continue;
        }
        slugs.push(slug);
        row.add_text(fields.author_slug, slug);
        let name = article
            .bylines
            .get(place)
            .map_or(slug, |byline| &byline.name);
        let author = StoredAuthor {
            slug: slug.clone(),
            name: name.clone(),
        };
        row.add_text(
            schema.get_field(AUTHOR_COLUMN)?,
            serde_json::to_string(&author)?,
        );
    }
    row.add_i64(
        schema.get_field(PUBLISHED_COLUMN)?,
        article.published_at.unix_timestamp(),
    );
    let retracted = u64::from(article.standing == Standing::Retracted);
    row.add_u64(schema.get_field(RETRACTED_COLUMN)?, retracted);
    row.add_text(fields.card, serde_json::to_string(&card(article))?);
    Ok(row)
}

/// Words as one term; titles differ in less than their first letters only by chance.
pub(super) fn whole(words: impl IntoIterator<Item = words::Word>) -> String {
    const MAX_BYTES: usize = 512;
    let mut whole = String::new();
    for word in words {
        whole.push_str(&word.text);
        whole.push(' ');
    }
    whole.truncate(whole.floor_char_boundary(MAX_BYTES));
    whole
}

/// The lines with names and letters, each once.
fn bylines(article: &SearchDocument) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let printed = article
        .bylines
        .iter()
        .map(|byline| (&byline.name, &byline.letters));
    for (name, letters) in printed {
        lines.push(format!("{name} {}", letters.join(" ")));
    }
    if lines.is_empty() {
        for section in &article.sections {
            let names = section.names.join(" ");
            lines.push(format!(
                "{} {names} {}",
                section.byline_text,
                section.letters.join(" ")
            ));
        }
    }
    lines
}

fn card(article: &SearchDocument) -> StoredCard {
    StoredCard {
        article_id: article.article_id,
        slug: article.slug.clone(),
        title: article.title.clone(),
        summary: article.summary.clone(),
        question: article.question.clone(),
        bylines: article.bylines.clone(),
        topics: article.topics.clone(),
        standing: article.standing,
        mode: article.mode,
        first_published_at: article.first_published_at,
        published_at: article.published_at,
        language: article.language.clone(),
    }
}
