//! Word documents: looked at, and made into drafts.

use content::ids::{PersonId, SaveId, TopicId};
use content::intake::Place as FoundPlace;
use editorial::Refusal;
use editorial::intake::{
    self, By, BylineFound, Choices, IntakeView, TrackedChanges, Who, begin_from_document,
    look_at_document,
};
use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi};
use uuid::Uuid;

use crate::article_shapes::TopicRef;
use crate::caller::SignedIn;
use crate::document_form::DocumentForm;
use crate::openapi::Tag;
use crate::shapes::{Answer, Byline, PersonRef};

pub(crate) struct Documents;

/// What becomes of changes that nobody has settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "TrackedChanges", rename_all = "snake_case")]
enum Tracked {
    /// They are taken in.
    Accept,
    /// The text is as it was before them.
    Refuse,
}

impl From<Tracked> for TrackedChanges {
    fn from(choice: Tracked) -> Self {
        match choice {
            Tracked::Accept => Self::Accept,
            Tracked::Refuse => Self::Refuse,
        }
    }
}

/// How to look at a document.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct LookChoices {
    /// `accept` unless told.
    tracked: Option<Tracked>,
}

/// Where a byline stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "BylinePlace", rename_all = "snake_case")]
enum Place {
    /// It is a line of its own, and is taken out when it is confirmed.
    Line,
    /// The first words of a paragraph, which are taken out when it is confirmed.
    Opening,
    /// In a paragraph about the author, which stays.
    About,
}

/// A byline in a document, and who it may be.
#[derive(Object)]
struct FoundByline {
    /// The words as they stand in the document.
    found: String,
    place: Place,
    byline: Byline,
    /// Not in the catalogue.
    unknown_letters: Vec<String>,
    /// Persons of this name here; for an author at most herself.
    matches: Vec<PersonRef>,
}

impl From<BylineFound> for FoundByline {
    fn from(found: BylineFound) -> Self {
        Self {
            found: found.words,
            place: match found.place {
                FoundPlace::Line => Place::Line,
                FoundPlace::Opening => Place::Opening,
                FoundPlace::About => Place::About,
            },
            byline: found.byline.into(),
            unknown_letters: found.unknown_letters,
            matches: found.matches.into_iter().map(PersonRef::from).collect(),
        }
    }
}

/// Changes in a document that nobody has settled.
#[derive(Object)]
struct UnsettledChanges {
    count: usize,
    /// Whose they are.
    authors: Vec<String>,
}

/// What was found in a document. Nothing of it is kept.
#[derive(Object)]
struct FoundInDocument {
    /// Empty where it has none.
    title: String,
    /// Who may have written it; nobody stands over the text until somebody says so.
    bylines: Vec<FoundByline>,
    /// At most three, the likeliest first; suggested, not set.
    topics: Vec<TopicRef>,
    /// The works it rests on, as they will be printed.
    references: Vec<String>,
    /// Notes that will stand at the end.
    notes: usize,
    /// Comments and the answers to them.
    comments: usize,
    images: usize,
    words: usize,
    changes: UnsettledChanges,
    language: String,
    /// What comes along, a sentence each.
    carried: Vec<String>,
    /// What cannot be carried over, a line each.
    left_out: Vec<String>,
}

impl From<IntakeView> for FoundInDocument {
    fn from(view: IntakeView) -> Self {
        Self {
            title: view.title,
            bylines: view.bylines.into_iter().map(FoundByline::from).collect(),
            topics: view.topics.into_iter().map(TopicRef::from).collect(),
            references: view.references,
            notes: view.notes,
            comments: view.comments,
            images: view.images,
            words: view.words,
            changes: UnsettledChanges {
                count: view.changes,
                authors: view.tracked.authors,
            },
            language: view.language,
            carried: view.carried,
            left_out: view.left_out,
        }
    }
}

/// A contributor whom somebody confirmed: a person known here, or a byline as typed.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct ConfirmedBy {
    /// The byline in the document that is theirs, word for word.
    found: Option<String>,
    person_id: Option<Uuid>,
    /// Such as "Jo Example, MA, LPC", for somebody new here.
    typed: Option<String>,
}

impl TryFrom<ConfirmedBy> for By {
    type Error = Refusal;

    fn try_from(by: ConfirmedBy) -> Result<Self, Refusal> {
        let who = match (by.person_id, by.typed) {
            (Some(id), None) => Who::Person(PersonId(id)),
            (None, Some(typed)) => Who::New(typed),
            _ => {
                let words = "Choose a person, or type a name with its letters.";
                return Err(Refusal::field("by", "missing", words));
            }
        };
        Ok(Self {
            found: by.found,
            who,
        })
    }
}

/// What was decided after a look.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct DocumentChoices {
    /// Made by the client, so that a retry is recognised.
    save_id: Uuid,
    /// `accept` unless told.
    tracked: Option<Tracked>,
    /// The one that was found unless told.
    title: Option<String>,
    /// In the order printed; the caller's own text when an author leaves it out.
    by: Option<Vec<ConfirmedBy>>,
    /// Numbers such as `5.1`, main topic first.
    topics: Option<Vec<String>>,
}

/// The draft that was begun.
#[derive(Object)]
struct BegunDraft {
    id: Uuid,
    /// What could not be carried over, a line each.
    left_out: Vec<String>,
}

#[OpenApi(tag = "Tag::Writing")]
impl Documents {
    /// See what a Word document would become
    ///
    /// A `.docx` of at most 20 MB. Nothing is kept.
    #[oai(path = "/documents/look", method = "post")]
    async fn look(&self, by: SignedIn, form: DocumentForm<LookChoices>) -> Answer<FoundInDocument> {
        let tracked = settled(form.choices.tracked);
        let view = look_at_document(&by.desk, &by.caller, form.document, tracked).await?;
        Ok(Json(view.into()))
    }

    /// Begin an article with a Word document
    ///
    /// With what was decided after a look. The same call once more answers the same draft.
    #[oai(path = "/documents", method = "post")]
    async fn begin(&self, by: SignedIn, form: DocumentForm<DocumentChoices>) -> Answer<BegunDraft> {
        let chosen = form.choices;
        let over: Result<Vec<By>, Refusal> = chosen
            .by
            .unwrap_or_default()
            .into_iter()
            .map(By::try_from)
            .collect();
        let choices = Choices {
            save: SaveId(chosen.save_id),
            changes: settled(chosen.tracked),
            title: chosen.title,
            by: over?,
            topics: chosen
                .topics
                .unwrap_or_default()
                .into_iter()
                .map(TopicId)
                .collect(),
            editor: None,
        };
        let begun: intake::Begun =
            begin_from_document(&by.desk, &by.caller, form.document, choices).await?;
        Ok(Json(BegunDraft {
            id: begun.article.0,
            left_out: begun.left_out,
        }))
    }
}

fn settled(choice: Option<Tracked>) -> TrackedChanges {
    choice.map_or(TrackedChanges::Accept, TrackedChanges::from)
}
