//! Freezes the draft: clean, with digests.

use content::article::Kind;
use content::byline::Byline;
use content::clean_html::{CleanHtml, sanitize};
use content::declaration::Declarations;
use content::ids::{PersonId, RevisionId, SectionId};
use content::image::{self, Image};
use content::lifecycle::Released;
use content::revision::{FrameText, Head, SectionText};
use storage::contributors::{self, Contributor};
use storage::revisions::{self, NewRevision, Occasion, Revision};
use storage::{Transaction, drafts};

use crate::people::refs_in_roles;
use crate::writing::ArticleFile;
use crate::{Desk, Refusal};

/// Freezes the draft as it stands and answers its names.
///
/// Bylines are printed as they are composed at this moment and stay so in this text.
pub(crate) async fn freeze(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    by: PersonId,
    occasion: Occasion,
) -> Result<Released, Refusal> {
    let (frame, sections) = as_it_stands(tx, file).await?;
    keep(desk, tx, &frame, &sections, by, occasion).await
}

/// The draft as it would be frozen now: cleaned, under the bylines that are composed now.
pub(crate) async fn as_it_stands(
    tx: &Transaction,
    file: &ArticleFile,
) -> Result<(FrameText, Vec<(SectionText, Vec<PersonId>)>), Refusal> {
    let draft = file.head(tx).await?;
    let head = Head {
        title: draft.title,
        summary: draft.summary,
    };
    let is_article = file.article.kind == Kind::Article;
    let mut sections = Vec::new();
    for section in drafts::sections(tx, file.article.id).await? {
        let over: Vec<Contributor> = contributors::in_roles(tx, &[section.id])
            .await?
            .into_iter()
            .map(|(_, one)| one)
            .collect();
        let named = refs_in_roles(tx, &over).await?;
        let over = named.iter().map(|person| person.id).collect();
        let bylines: Vec<Byline> = named.into_iter().map(|person| person.byline).collect();
        let cleaned =
            sanitize(&section.body_html).map_err(|_| Refusal::Conflict(UNREADABLE.to_owned()))?;
        let text = SectionText {
            article_id: file.article.id,
            section_id: section.id,
            question: draft.question.clone().filter(|_| !is_article),
            head: is_article.then(|| head.clone()),
            bylines,
            images: image::standing_in(&cleaned.html, &section.images),
            body: cleaned.html,
            references: section.references,
            declarations: section.declarations,
        };
        sections.push((text, over));
    }
    let frame = FrameText {
        article_id: file.article.id,
        kind: file.article.kind,
        language: file.article.language.clone(),
        head,
        section_digests: sections.iter().map(|(text, _)| text.digest()).collect(),
    };
    Ok((frame, sections))
}

/// Freezes the draft as an amendment of what readers have: other words, under the names and with
/// the answers that were signed, whatever the draft says of these by now.
pub(super) async fn freeze_amendment(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    live: &Revision,
    by: PersonId,
) -> Result<Released, Refusal> {
    let (frame, mut sections) = as_it_stands(tx, file).await?;
    for (text, over) in &mut sections {
        let id = text.section_id;
        let Some(section) = live.sections.iter().find(|section| section.id == id) else {
            continue;
        };
        let signed = section.text.as_ref().ok_or(Refusal::NotFound)?;
        let names = each_once(section.contributors.clone());
        if names.len() == over.len() && names.iter().all(|name| over.contains(name)) {
            *over = names;
            text.bylines.clone_from(&signed.bylines);
        }
        text.declarations = signed.declarations.clone();
    }
    let frame = FrameText {
        section_digests: sections.iter().map(|(text, _)| text.digest()).collect(),
        ..frame
    };
    keep(desk, tx, &frame, &sections, by, Occasion::Amendment).await
}

/// What a contributor signs in place of what was shown.
#[derive(Clone, Debug)]
pub(crate) struct OwnText {
    /// Whose words.
    pub(crate) section: SectionId,
    /// With earlier words put back.
    pub(crate) body: CleanHtml,
    /// What is said of the images in it.
    pub(crate) images: Vec<Image>,
    /// Their answers.
    pub(crate) declarations: Declarations,
}

/// Freezes the text that was shown with a contributor's own words and answers, and answers
/// the names of what came of it. Nothing else of it can differ: bylines, head, order and the
/// other sections are those of the text on the screen, whatever the draft holds by now.
pub(crate) async fn freeze_signed(
    desk: &Desk,
    tx: &Transaction,
    shown: &Revision,
    own: &[OwnText],
    by: PersonId,
) -> Result<Released, Refusal> {
    let frame = shown.frame.as_ref().ok_or(Refusal::NotFound)?;
    let mut sections = Vec::with_capacity(shown.sections.len());
    for section in &shown.sections {
        let text = section.text.as_ref().ok_or(Refusal::NotFound)?;
        let written = own.iter().find(|one| one.section == section.id);
        if written.is_some() && !section.contributors.contains(&by) {
            return Err(Refusal::NotAllowed(
                "You put back words of your own only.".to_owned(),
            ));
        }
        let text = match written {
            Some(own) => SectionText {
                body: own.body.clone(),
                images: own.images.clone(),
                declarations: own.declarations.clone(),
                ..text.clone()
            },
            None => text.clone(),
        };
        sections.push((text, each_once(section.contributors.clone())));
    }
    let frame = FrameText {
        section_digests: sections.iter().map(|(text, _)| text.digest()).collect(),
        ..frame.clone()
    };
    keep(desk, tx, &frame, &sections, by, Occasion::Signature).await
}

async fn keep(
    desk: &Desk,
    tx: &Transaction,
    frame: &FrameText,
    sections: &[(SectionText, Vec<PersonId>)],
    by: PersonId,
    occasion: Occasion,
) -> Result<Released, Refusal> {
    let released = Released {
        revision_id: RevisionId(desk.id()),
        revision_digest: frame.digest(),
    };
    revisions::insert(
        tx,
        &NewRevision {
            id: released.revision_id,
            frame,
            sections,
            frozen_at: desk.now(),
            frozen_by: Some(by),
            occasion,
        },
    )
    .await?;
    Ok(released)
}

/// Two names that turned out to be one person's stand once.
fn each_once(persons: Vec<PersonId>) -> Vec<PersonId> {
    let mut once: Vec<PersonId> = Vec::with_capacity(persons.len());
    for person in persons {
        if !once.contains(&person) {
            once.push(person);
        }
    }
    once
}

const UNREADABLE: &str = "We could not read the layout of the stored text. Open it and save it \
                          again; nothing is lost.";
