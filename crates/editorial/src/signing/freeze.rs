//! Freezes the draft: clean, with digests.

use content::article::Kind;
use content::byline::Byline;
use content::clean_html::sanitize;
use content::ids::{PersonId, RevisionId};
use content::lifecycle::Released;
use content::revision::{FrameText, Head, SectionText};
use storage::revisions::{self, NewRevision};
use storage::{Transaction, contributors, drafts, persons};

use crate::people::refs;
use crate::writing::ArticleFile;
use crate::{Desk, Refusal};

/// Freezes the draft as it stands and answers its names.
///
/// Bylines are printed as they are composed at this moment and stay so in this text.
pub(crate) async fn freeze(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    by: Option<PersonId>,
) -> Result<Released, Refusal> {
    let draft = file.head(tx).await?;
    let head = Head {
        title: draft.title,
        summary: draft.summary,
    };
    let is_article = file.article.kind == Kind::Article;
    let mut sections = Vec::new();
    for section in drafts::sections(tx, file.article.id).await? {
        let over: Vec<PersonId> = contributors::of_sections(tx, &[section.id])
            .await?
            .into_iter()
            .map(|(_, person)| person)
            .collect();
        let over = persons::identities(tx, &over).await?;
        let bylines: Vec<Byline> = refs(tx, &over)
            .await?
            .into_iter()
            .map(|person| person.byline)
            .collect();
        let cleaned =
            sanitize(&section.body_html).map_err(|_| Refusal::Conflict(UNREADABLE.to_owned()))?;
        let text = SectionText {
            article_id: file.article.id,
            section_id: section.id,
            question: draft.question.clone().filter(|_| !is_article),
            head: is_article.then(|| head.clone()),
            bylines,
            body: cleaned.html,
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
    let released = Released {
        revision_id: RevisionId(desk.id()),
        revision_digest: frame.digest(),
    };
    revisions::insert(
        tx,
        &NewRevision {
            id: released.revision_id,
            frame: &frame,
            sections: &sections,
            frozen_at: desk.now(),
            frozen_by: by,
        },
    )
    .await?;
    Ok(released)
}

const UNREADABLE: &str = "We could not read the layout of the stored text. Open it and save it \
                          again; nothing is lost.";
