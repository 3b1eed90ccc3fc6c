//! What changed between an earlier text of an article and the words that stand there now.

use content::changes::{Marked, marked, marked_text};
use content::clean_html::{CleanHtml, sanitize};
use content::ids::{ArticleId, KeptTextId, PersonId, RevisionId, SectionId};
use content::revision::SectionText;
use storage::kept_texts::KeptWords;
use storage::{Transaction, revisions};
use time::OffsetDateTime;

use super::ArticleFile;
use super::kept_text::find;
use crate::people::{PersonRef, one};
use crate::signing::{as_it_stands, said_beside};
use crate::{Act, Caller, Desk, Refusal};

/// An earlier text of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// Words of one part, kept when others took their place.
    Kept(KeptTextId),
    /// The whole text, as it was frozen.
    Frozen(RevisionId),
}

/// The differences, read from then to now.
#[derive(Clone, Debug)]
pub struct ChangesSince {
    /// When the earlier words were saved or frozen.
    pub at: OffsetDateTime,
    /// By whom; `None` when imported.
    pub by: Option<PersonRef>,
    /// How many changes there are in all parts.
    pub changes: usize,
    /// Words that stand there now and did not then.
    pub words_added: usize,
    /// Words that stood there then and do not now.
    pub words_removed: usize,
    /// The parts that the earlier text has or the present one has, in the order printed; what
    /// is no longer there comes last.
    pub parts: Vec<ChangedPart>,
}

/// One part with its changes marked.
#[derive(Clone, Debug)]
pub struct ChangedPart {
    /// Which.
    pub part: Part,
    /// The present words with `<ins>` and `<del>`.
    pub marked: Marked,
}

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One line.
    Title,
    /// In `expert_answers`.
    Question,
    /// A sentence or two.
    Summary,
    /// A section by its place from 1; `None` where it was taken out.
    Section(SectionId, Option<u32>),
    /// What stands beside the words of a section: references, and what is said of images.
    Beside(SectionId, Option<u32>),
}

/// Compares an earlier text with the draft as it stands, for whoever may read the draft and see
/// the earlier words.
///
/// # Errors
/// [`Refusal::NotFound`] where there is no such text or the caller may not see it,
/// [`Refusal::WrongState`] where its words were erased.
pub async fn changes_since(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    earlier: Earlier,
) -> Result<ChangesSince, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let (at, by, before) = match earlier {
        Earlier::Kept(id) => {
            let kept = find(&tx, caller, article, id).await?;
            (kept.saved_at, kept.saved_by, Words::kept(kept.words)?)
        }
        Earlier::Frozen(id) => {
            let revision = revisions::find(&tx, id)
                .await?
                .filter(|revision| revision.article_id == article)
                .ok_or(Refusal::NotFound)?;
            let (at, by) = (revision.frozen_at, revision.frozen_by);
            (at, by, Words::frozen(revision)?)
        }
    };
    let parts = before.compared_with(&present(&tx, &file).await?)?;
    let changes = parts.iter().flat_map(|part| &part.marked.changes);
    let (words_added, words_removed) = changes.fold((0, 0), |(added, removed), change| {
        (
            added + words(&change.after),
            removed + words(&change.before),
        )
    });
    Ok(ChangesSince {
        at,
        by: author(&tx, by).await?,
        changes: parts.iter().map(|part| part.marked.changes.len()).sum(),
        words_added,
        words_removed,
        parts,
    })
}

async fn author(tx: &Transaction, by: Option<PersonId>) -> Result<Option<PersonRef>, Refusal> {
    Ok(match by {
        Some(person) => Some(one(tx, person).await?),
        None => None,
    })
}

fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// A section with what stands beside its words.
struct Section {
    id: SectionId,
    body: CleanHtml,
    beside: String,
}

/// The words of an article, or of the one part that was kept of it.
#[derive(Default)]
struct Words {
    title: Option<String>,
    question: Option<String>,
    summary: Option<String>,
    sections: Vec<Section>,
    /// Whether sections that are not among these were not there, or were not looked at.
    is_whole: bool,
}

impl Words {
    fn kept(words: KeptWords) -> Result<Self, Refusal> {
        Ok(match words {
            KeptWords::Head {
                title,
                summary,
                question,
            } => Self {
                title: Some(title),
                question,
                summary: Some(summary),
                ..Self::default()
            },
            KeptWords::Section {
                id,
                body_html,
                images,
                references,
            } => Self {
                sections: vec![Section {
                    id,
                    body: clean(&body_html)?,
                    beside: said_beside(&references, &images),
                }],
                ..Self::default()
            },
        })
    }

    fn frozen(revision: revisions::Revision) -> Result<Self, Refusal> {
        let erased = || Refusal::WrongState("The words of that time were erased.".to_owned());
        let head = revision.frame.ok_or_else(erased)?.head;
        let texts: Vec<SectionText> = revision
            .sections
            .into_iter()
            .map(|section| section.text.ok_or_else(erased))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            title: Some(head.title),
            question: texts.iter().find_map(|text| text.question.clone()),
            summary: Some(head.summary),
            sections: bodies(texts),
            is_whole: true,
        })
    }

    fn compared_with(&self, now: &Self) -> Result<Vec<ChangedPart>, Refusal> {
        let line = |part, then: &Option<String>, now: &Option<String>| {
            then.as_ref().map(|then| ChangedPart {
                part,
                marked: marked_text(then, now.as_deref().unwrap_or_default()),
            })
        };
        let mut parts: Vec<ChangedPart> = [
            line(Part::Title, &self.title, &now.title),
            line(Part::Question, &self.question, &now.question),
            line(Part::Summary, &self.summary, &now.summary),
        ]
        .into_iter()
        .flatten()
        .collect();
        let nothing = clean("")?;
        for (place, present) in (1..).zip(&now.sections) {
            let then = self.section(present.id);
            if then.is_some() || self.is_whole {
                let body = then.map_or(&nothing, |then| &then.body);
                let beside = then.map_or("", |then| then.beside.as_str());
                parts.push(ChangedPart {
                    part: Part::Section(present.id, Some(place)),
                    marked: marked(body, &present.body),
                });
                parts.extend(changed_beside(
                    present.id,
                    Some(place),
                    beside,
                    &present.beside,
                ));
            }
        }
        let gone = self
            .sections
            .iter()
            .filter(|section| now.section(section.id).is_none());
        for section in gone {
            parts.push(ChangedPart {
                part: Part::Section(section.id, None),
                marked: marked(&section.body, &nothing),
            });
            parts.extend(changed_beside(section.id, None, &section.beside, ""));
        }
        Ok(parts)
    }

    fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|one| one.id == id)
    }
}

async fn present(tx: &Transaction, file: &ArticleFile) -> Result<Words, Refusal> {
    let (frame, sections) = as_it_stands(tx, file).await?;
    let texts: Vec<SectionText> = sections.into_iter().map(|(text, _)| text).collect();
    Ok(Words {
        title: Some(frame.head.title),
        question: texts.iter().find_map(|text| text.question.clone()),
        summary: Some(frame.head.summary),
        sections: bodies(texts),
        is_whole: true,
    })
}

fn bodies(texts: Vec<SectionText>) -> Vec<Section> {
    texts
        .into_iter()
        .map(|text| Section {
            id: text.section_id,
            beside: said_beside(&text.references, &text.images),
            body: text.body,
        })
        .collect()
}

/// What changed beside the words of a section; nothing where nothing did.
fn changed_beside(id: SectionId, place: Option<u32>, then: &str, now: &str) -> Option<ChangedPart> {
    (then != now).then(|| ChangedPart {
        part: Part::Beside(id, place),
        marked: marked_text(then, now),
    })
}

fn clean(html: &str) -> Result<CleanHtml, Refusal> {
    sanitize(html)
        .map(|cleaned| cleaned.html)
        .map_err(|_| Refusal::Conflict("The earlier words cannot be read any more.".to_owned()))
}
