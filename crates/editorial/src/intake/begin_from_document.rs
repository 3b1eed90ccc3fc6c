//! A Word document becomes a draft.

use content::article::Kind;
use content::clean_html::{CleanHtml, FORMAT, POLICY};
use content::declaration::Declarations;
use content::digest::Digest;
use content::draft::HeadInput;
use content::ids::{ArticleId, PersonId, SaveId, SectionId, TopicId};
use content::intake::without_byline;
use content::lifecycle::Candidate;
use content::reference::ReferenceInput;
use serde_json::json;
use storage::articles::Article;
use storage::contributors::Contributor;
use storage::drafts::{DraftHead, DraftSection, Saved};
use storage::{Transaction, articles, candidates, comments, contributors, drafts};
use word::{TrackedChanges, Unreadable};

use super::document::Document;
use super::{margins, pictures, told, who};
use crate::people::{new_person, read_byline};
use crate::permissions::may_here;
use crate::record::{Subject, record};
use crate::writing::{SectionInput, authors, chosen_topics, few_enough, named};
use crate::{Act, Caller, Desk, Refusal};

/// Who stands over the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody known here.
    Person(PersonId),
    /// Somebody new, by name and letters as typed.
    New(String),
}

/// A contributor whom somebody confirmed.
#[derive(Clone, Debug)]
pub struct By {
    /// The byline in the document that is theirs, word for word: it is taken out of the text.
    pub found: Option<String>,
    /// Who it is.
    pub who: Who,
}

/// What somebody decided after a look.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Made by the client, so that a retry is recognised.
    pub save: SaveId,
    /// What becomes of changes that nobody has settled.
    pub changes: TrackedChanges,
    /// The title; the one that was found where it is `None`.
    pub title: Option<String>,
    /// In the order printed. Without any it is the caller's own, when an author begins it.
    pub by: Vec<By>,
    /// Main topic first.
    pub topics: Vec<TopicId>,
    /// For whom the operator begins it; nobody else names one.
    pub editor: Option<PersonId>,
}

/// A draft that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The article.
    pub article: ArticleId,
    /// What could not be kept after all, a line each.
    pub left_out: Vec<String>,
}

/// Makes a draft of a document, as it was looked at and with what was decided. The same call
/// once more answers the same article.
pub async fn begin_from_document(
    desk: &Desk,
    caller: &Caller,
    bytes: Vec<u8>,
    choices: Choices,
) -> Result<Begun, Refusal> {
    let creator = if matches!(caller, Caller::Operator) {
        choices.editor
    } else {
        may_here(caller, Act::Begin)?;
        Some(caller.signed_in()?.person)
    };
    may_name(caller, &choices.by)?;
    let digest = Digest::of(&bytes);
    let mark = mark(creator, digest, &choices);
    let tx = desk.storage.look().await?;
    if let Some(begun) = before(&tx, choices.save, mark).await? {
        return Ok(begun);
    }
    let names = who::names(&tx, caller).await?;
    drop(tx);

    let known = names.into_iter().map(|(_, name)| name).collect();
    let document = Document::read(bytes, choices.changes, known).await?;
    let typed = choices.title.clone();
    let head = HeadInput {
        title: typed.unwrap_or_else(|| document.understood.title.clone()),
        ..HeadInput::default()
    }
    .parse()
    .map_err(Refusal::Invalid)?;
    let body = without_bylines(&document, &choices.by)?;
    let counts = json!({
        "words": body.words(),
        "references": document.understood.references.len(),
        "notes": document.understood.notes,
        "images": document.images.len(),
        "comments": document.comments.len(),
        "changes": told::changes(&document.tracked),
        "settled": match choices.changes {
            TrackedChanges::Accept => "accept",
            TrackedChanges::Refuse => "refuse",
        },
    });
    let kept = pictures::keep(desk, creator, &body, document.images).await?;
    let mut left_out = document.left_out;
    if kept.gone > 0 {
        left_out.push(pictures::left_out(kept.gone));
    }
    let references = document.understood.references.iter();
    let input = SectionInput {
        body_html: kept.body_html,
        images: Some(kept.images),
        references: Some(references.map(ReferenceInput::from).collect()),
    };

    let tx = desk.storage.begin().await?;
    // Another try of the same may have been faster.
    if let Some(begun) = before(&tx, choices.save, mark).await? {
        return Ok(begun);
    }
    let now = desk.now();
    let article = Article {
        id: ArticleId(desk.id()),
        kind: Kind::Article,
        language: desk.site.language.clone(),
        slug: None,
        editor: None,
        created_by: creator,
        created_at: now,
        updated_at: now,
    };
    let over = contributors_of(desk, &tx, caller, &article, &choices.by).await?;
    let topics = chosen_topics(&tx, &choices.topics).await?;
    articles::insert(&tx, &article).await?;
    let head = DraftHead {
        version: 1,
        title: head.title,
        summary: String::new(),
        question: None,
        saved_at: now,
        saved_by: creator,
    };
    drafts::insert_head(&tx, article.id, &head).await?;
    let empty = DraftSection {
        id: SectionId(desk.id()),
        article_id: article.id,
        position: 0,
        version: 1,
        format: format!("{FORMAT}/{POLICY}"),
        body_html: String::new(),
        images: Vec::new(),
        references: Vec::new(),
        declarations: Declarations::default(),
        saved_at: now,
        saved_by: creator,
    };
    let section = input.into_section(&tx, &empty).await?;
    drafts::insert_section(&tx, &section).await?;
    contributors::set(&tx, section.id, &over).await?;
    candidates::put(&tx, article.id, &Candidate::Draft, now).await?;
    articles::set_topics(&tx, article.id, &topics).await?;
    let said = margins::comments(desk, article.id, section.id, &document.comments);
    comments::insert_all(&tx, &said).await?;
    let saved = Saved {
        version: 1,
        saved_at: now,
    };
    drafts::remember_save(&tx, choices.save, article.id.0, mark, saved).await?;
    let subject = Subject::article(article.id).on(digest).with(counts);
    record(desk, &tx, caller, "begin_from_document", subject).await?;
    tx.commit().await?;
    Ok(Begun {
        article: article.id,
        left_out,
    })
}

/// Authors give in what is their own.
fn may_name(caller: &Caller, by: &[By]) -> Result<(), Refusal> {
    few_enough(by.len())?;
    if caller.is_staff() || matches!(caller, Caller::Operator) {
        return Ok(());
    }
    let own = |one: &By| matches!(&one.who, Who::Person(id) if Some(*id) == caller.person());
    if by.iter().all(own) {
        return Ok(());
    }
    Err(Refusal::NotAllowed(
        "You begin articles under your own name. You can name others on the writing screen."
            .to_owned(),
    ))
}

/// Names what is asked for, to recognise it when it comes once more.
fn mark(creator: Option<PersonId>, digest: Digest, choices: &Choices) -> Digest {
    let by: Vec<_> = choices
        .by
        .iter()
        .map(|one| match &one.who {
            Who::Person(id) => (one.found.clone(), id.to_string()),
            Who::New(typed) => (one.found.clone(), typed.clone()),
        })
        .collect();
    let accepted = choices.changes == TrackedChanges::Accept;
    let all = json!([
        creator,
        digest.to_string(),
        accepted,
        choices.title,
        by,
        choices.topics
    ]);
    Digest::of(all.to_string().as_bytes())
}

/// The article that the same call made before.
async fn before(tx: &Transaction, save: SaveId, mark: Digest) -> Result<Option<Begun>, Refusal> {
    let Some(earlier) = drafts::find_save(tx, save).await? else {
        return Ok(None);
    };
    if earlier.digest == Some(mark.to_string()) {
        return Ok(Some(Begun {
            article: ArticleId(earlier.subject),
            left_out: Vec::new(),
        }));
    }
    Err(Refusal::Conflict(
        "Something else was begun under this name. Nothing was changed; please choose the file \
         again."
            .to_owned(),
    ))
}

/// The text without the bylines that were confirmed.
fn without_bylines(document: &Document, by: &[By]) -> Result<CleanHtml, Refusal> {
    let found = &document.understood.bylines;
    let mut body = document.understood.body.clone();
    let mut taken: Vec<&str> = Vec::new();
    for words in by.iter().filter_map(|one| one.found.as_deref()) {
        let confirmed = found.iter().find(|one| one.words == words);
        if let Some(byline) = confirmed.filter(|_| !taken.contains(&words)) {
            taken.push(words);
            body = without_byline(&body, byline)
                .map_err(|_| Refusal::Unreadable(Unreadable::TooDeep))?;
        }
    }
    Ok(body)
}

async fn contributors_of(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    article: &Article,
    by: &[By],
) -> Result<Vec<Contributor>, Refusal> {
    let mut over = Vec::with_capacity(by.len());
    for one in by {
        over.push(match &one.who {
            Who::Person(id) => *id,
            Who::New(typed) => {
                let person = new_person(desk, tx, &read_byline(typed, "by")?, "by").await?;
                let detail = json!({ "article": article.id });
                let subject = Subject::new("person", person.id).with(detail);
                record(desk, tx, caller, "add_person", subject).await?;
                person.id
            }
        });
    }
    if over.is_empty() && !caller.is_staff() {
        over.extend(caller.person());
    }
    named(tx, &authors(&over)).await
}
