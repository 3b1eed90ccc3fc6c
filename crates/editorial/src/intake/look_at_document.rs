//! What a Word document would become, before anything is kept.

use content::digest::Digest;
use content::intake::{Place, suggested};
use content::public::TopicRef;
use content::reference::Reference;
use storage::house_texts;
use word::{Tracked, TrackedChanges};

use super::document::Document;
use super::{told, who};
use crate::people::PersonRef;
use crate::permissions::may_here;
use crate::{Act, Caller, Desk, Refusal};

/// A byline in a document, and who it may be.
#[derive(Clone, Debug)]
pub struct BylineFound {
    /// The words as they stand in it.
    pub words: String,
    /// Where.
    pub place: Place,
    /// The name and the letters behind it.
    pub byline: content::byline::Byline,
    /// Letters that the catalogue does not know, and words that stood among them.
    pub unknown_letters: Vec<String>,
    /// Persons of this name here; for an author at most herself.
    pub matches: Vec<PersonRef>,
}

/// What was found in a document. Nothing of it is kept.
#[derive(Clone, Debug)]
pub struct IntakeView {
    /// Of the file.
    pub digest: Digest,
    /// Empty where it has none.
    pub title: String,
    /// Who may have written it.
    pub bylines: Vec<BylineFound>,
    /// At most three, the likeliest first.
    pub topics: Vec<TopicRef>,
    /// The works it rests on, as they will be printed.
    pub references: Vec<String>,
    /// Notes that will stand at the end.
    pub notes: usize,
    /// Comments and answers to them.
    pub comments: usize,
    /// Pictures that come along.
    pub images: usize,
    /// Words of the text.
    pub words: usize,
    /// What nobody had settled, and whose it is.
    pub tracked: Tracked,
    /// How many changes that is.
    pub changes: usize,
    /// The language that it will be begun in.
    pub language: String,
    /// What comes along, a sentence each.
    pub carried: Vec<String>,
    /// What cannot be carried over, a line each.
    pub left_out: Vec<String>,
}

/// Reads a document and says what it would become.
pub async fn look_at_document(
    desk: &Desk,
    caller: &Caller,
    bytes: Vec<u8>,
    changes: TrackedChanges,
) -> Result<IntakeView, Refusal> {
    if !matches!(caller, Caller::Operator) {
        may_here(caller, Act::Begin)?;
    }
    let tx = desk.storage.look().await?;
    let names = who::names(&tx, caller).await?;
    let topics = house_texts::topics(&tx).await?;
    drop(tx);
    let known = names.iter().map(|(_, name)| name.clone()).collect();
    let document = Document::read(bytes, changes, known).await?;
    let tx = desk.storage.look().await?;
    let found = &document.understood;
    let mut bylines = Vec::with_capacity(found.bylines.len());
    for one in &found.bylines {
        let name = &one.parsed.byline.name;
        bylines.push(BylineFound {
            words: one.words.clone(),
            place: one.place,
            byline: one.parsed.byline.clone(),
            unknown_letters: one.parsed.unknown_letters.clone(),
            matches: who::matching(&tx, &names, name).await?,
        });
    }
    let (language, foreign) = language(&desk.site.language, document.language.as_deref());
    let mut carried = told::carried(&document, changes);
    carried.extend(foreign);
    Ok(IntakeView {
        digest: document.digest,
        title: found.title.clone(),
        topics: suggested(&found.title, &found.body, &topics)
            .iter()
            .filter_map(|id| topics.iter().find(|topic| topic.id == *id))
            .map(|topic| TopicRef {
                id: topic.id.clone(),
                label: topic.label.clone(),
                slug: topic.slug.clone(),
                flag: topic.flag,
            })
            .collect(),
        bylines,
        references: found.references.iter().map(Reference::to_text).collect(),
        notes: found.notes,
        comments: document
            .comments
            .iter()
            .map(|one| 1 + one.replies.len())
            .sum(),
        images: document.images.len(),
        words: found.body.words(),
        changes: told::changes(&document.tracked),
        tracked: document.tracked,
        language,
        carried,
        left_out: document.left_out,
    })
}

/// The language an article is begun in, and a sentence where the document says another one.
fn language(site: &str, document: Option<&str>) -> (String, Option<String>) {
    let main = |tag: &str| {
        tag.split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_lowercase()
    };
    let other = document
        .map(main)
        .filter(|of| !of.is_empty() && *of != main(site))
        .map(|of| {
            format!(
                "The document says that its language is “{of}”. The article is begun in that of \
                 this site, “{site}”."
            )
        });
    (site.to_owned(), other)
}
