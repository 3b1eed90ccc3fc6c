//! What a person last saw of an article: what a proof shows the difference from.

use content::byline;
use content::changes::{Marked, marked, marked_text};
use content::ids::PersonId;
use content::image::Image;
use content::reference::Reference;
use content::revision::{Head, SectionText};
use storage::revisions::{self, Occasion, Revision, RevisionSection};
use storage::{Transaction, persons, signatures};

use crate::Refusal;

/// The frozen texts before the present one, and what one person knows of them.
///
/// A contributor has seen what they submitted and what they signed, and nothing else: what
/// others submitted or signed may hold words of editors that this person was never shown.
pub(super) struct Seen<'a> {
    present: &'a Revision,
    me: Option<PersonId>,
    /// Newest first.
    earlier: Vec<Earlier>,
}

struct Earlier {
    revision: Revision,
    by: Option<PersonId>,
    /// Who signed which of its sections.
    signed: Vec<(content::ids::SectionId, PersonId)>,
}

impl Earlier {
    fn section(&self, id: content::ids::SectionId) -> Option<&RevisionSection> {
        self.revision.sections.iter().find(|one| one.id == id)
    }

    fn submitted_by(&self, person: PersonId) -> bool {
        self.revision.occasion == Occasion::Submission && self.by == Some(person)
    }
}

/// Title, summary and question with what changed in them.
#[derive(Clone, Debug)]
pub struct MarkedHead {
    /// With `<ins>` and `<del>`.
    pub title: String,
    /// With `<ins>` and `<del>`.
    pub summary: String,
    /// In `expert_answers`; with `<ins>` and `<del>`.
    pub question: Option<String>,
    /// How many changes there are in the three, in the names over the person's sections, and in
    /// what stands beside these: images and references.
    pub changes: u32,
}

impl<'a> Seen<'a> {
    pub(super) async fn of(
        tx: &Transaction,
        present: &'a Revision,
        me: Option<PersonId>,
    ) -> Result<Self, Refusal> {
        let revisions = revisions::list_before(tx, present).await?;
        let ids: Vec<_> = revisions.iter().map(|one| one.id).collect();
        let signatures = signatures::list_of(tx, &ids).await?;
        let signers: Vec<PersonId> = signatures.iter().map(|one| one.person_id).collect();
        let signers = persons::identities(tx, &signers).await?;
        let mut earlier = Vec::with_capacity(revisions.len());
        for revision in revisions {
            let by = match revision.frozen_by {
                Some(person) => Some(persons::find_identity(tx, person).await?),
                None => None,
            };
            let signed = signatures
                .iter()
                .zip(&signers)
                .filter(|(signature, _)| signature.revision_id == revision.id)
                .map(|(signature, signer)| (signature.section_id, *signer))
                .collect();
            earlier.push(Earlier {
                revision,
                by,
                signed,
            });
        }
        Ok(Self {
            present,
            me,
            earlier,
        })
    }

    /// Asks the same for another person.
    pub(super) const fn turn_to(&mut self, person: PersonId) {
        self.me = Some(person);
    }

    /// A section as this person last saw it; of somebody else's, as its contributors last
    /// submitted or signed it. Where there is no such text, the first one that was frozen.
    pub(super) fn section(&self, section: &RevisionSection) -> Option<&SectionText> {
        let mine = self.me.filter(|me| section.contributors.contains(me));
        let with_it = || {
            self.earlier
                .iter()
                .filter_map(|one| one.section(section.id).map(|old| (one, old)))
        };
        let known = with_it().find(|(one, old)| match mine {
            Some(me) => {
                one.signed.contains(&(section.id, me))
                    || (one.submitted_by(me) && old.contributors.contains(&me))
            }
            None => {
                matches!(
                    one.revision.occasion,
                    Occasion::Submission | Occasion::Signature
                ) && one.by.is_some_and(|by| old.contributors.contains(&by))
            }
        });
        let first =
            || with_it().rfind(|(_, old)| mine.is_none_or(|me| old.contributors.contains(&me)));
        known.or_else(first).and_then(|(_, old)| old.text.as_ref())
    }

    /// The text whose title, summary and question this person last saw.
    fn frame(&self) -> Option<&Revision> {
        let me = self
            .me
            .filter(|me| self.present.contributors().contains(me));
        let known = self.earlier.iter().find(|one| match me {
            Some(me) => one.signed.iter().any(|(_, signer)| *signer == me) || one.submitted_by(me),
            None => one.revision.occasion == Occasion::Submission,
        });
        let first = || {
            self.earlier
                .iter()
                .rfind(|one| me.is_none_or(|me| one.revision.contributors().contains(&me)))
        };
        known.or_else(first).map(|one| &one.revision)
    }

    /// Whether title and summary are others than this person last saw.
    pub(super) fn frame_changed(&self) -> bool {
        let before = self.frame().and_then(|revision| revision.frame.as_ref());
        let now = self.present.frame.as_ref();
        before
            .zip(now)
            .is_some_and(|(before, now)| before.head != now.head)
    }

    /// The head with everything marked that is new to this person.
    pub(super) fn head(&self) -> MarkedHead {
        let empty = Head {
            title: String::new(),
            summary: String::new(),
        };
        let present = self.present.frame.as_ref().map_or(&empty, |one| &one.head);
        let before = self.frame();
        let head = before
            .and_then(|revision| revision.frame.as_ref())
            .map_or(present, |frame| &frame.head);
        let title = marked_text(&head.title, &present.title);
        let summary = marked_text(&head.summary, &present.summary);
        let asked = question(self.present);
        let question = asked.map(|asked| {
            let before = before.and_then(question).unwrap_or(asked);
            marked_text(before, asked)
        });
        let names: usize = self
            .own()
            .map(|section| self.bylines(section).changes.len() + self.beside(section).changes.len())
            .sum();
        let changes = title.changes.len()
            + summary.changes.len()
            + question.as_ref().map_or(0, |one| one.changes.len())
            + names;
        MarkedHead {
            title: title.html,
            summary: summary.html,
            question: question.map(|one| one.html),
            changes: count(changes),
        }
    }

    /// The words of a section with what changed in them.
    pub(super) fn words(&self, section: &RevisionSection, text: &SectionText) -> Marked {
        let before = self.section(section);
        marked(before.map_or(&text.body, |one| &one.body), &text.body)
    }

    /// The names over a section, as printed, with what changed in them.
    pub(super) fn bylines(&self, section: &RevisionSection) -> Marked {
        let now = section.text.as_ref().map_or(&[][..], |text| &text.bylines);
        let before = self
            .section(section)
            .map_or(now, |before| before.bylines.as_slice());
        marked_text(&byline::join(before), &byline::join(now))
    }

    /// What stands beside the words of a section, a line for each fact, with what changed in it.
    pub(super) fn beside(&self, section: &RevisionSection) -> Marked {
        let Some(text) = section.text.as_ref() else {
            return marked_text("", "");
        };
        let before = self.section(section).unwrap_or(text);
        marked_text(
            &said_beside(&before.references, &before.images),
            &said_beside(&text.references, &text.images),
        )
    }

    /// How many changes this person has to read: in the head and in their own sections.
    pub(super) fn count(&self) -> u32 {
        let words: usize = self
            .own()
            .filter_map(|section| section.text.as_ref().map(|text| (section, text)))
            .map(|(section, text)| self.words(section, text).changes.len())
            .sum();
        count(words).saturating_add(self.head().changes)
    }

    fn own(&self) -> impl Iterator<Item = &'a RevisionSection> + use<'a> {
        let me = self.me;
        self.present
            .sections
            .iter()
            .filter(move |one| me.is_some_and(|me| one.contributors.contains(&me)))
    }
}

fn question(revision: &Revision) -> Option<&str> {
    revision
        .sections
        .iter()
        .find_map(|section| section.text.as_ref()?.question.as_deref())
}

/// What stands beside the words of a section, a line for each fact: the references as printed,
/// then what is said of each image.
pub(crate) fn said_beside(references: &[Reference], images: &[Image]) -> String {
    let references = references.iter().map(Reference::to_text);
    let images = images.iter().map(Image::to_text);
    references.chain(images).collect::<Vec<_>>().join("\n")
}

fn count(changes: usize) -> u32 {
    u32::try_from(changes).unwrap_or(u32::MAX)
}
