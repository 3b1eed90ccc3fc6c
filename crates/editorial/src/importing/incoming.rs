//! A line on its way in: what is made of it, whether or not its article is there already.

use content::article::Kind;
use content::byline::Byline;
use content::clean_html::{FORMAT, POLICY};
use content::digest::Digest;
use content::ids::{ArticleId, NoticeId, PersonId, RevisionId, SectionId};
use content::notice::{Notice, NoticeKind};
use content::revision::{FrameText, SectionText};
use storage::articles::Article;
use storage::contributors::Contributor;
use storage::drafts::{DraftHead, DraftSection};
use storage::imports::Import;
use storage::revisions::{Occasion, Revision, RevisionSection};
use time::OffsetDateTime;
use time::macros::format_description;

use super::give_addresses::Given;
use super::text::{AnswerText, Text};
use super::understand::Wanted;
use crate::Desk;
use crate::signing::ImportedText;

/// A line that is about to be written.
pub(super) struct Incoming<'a> {
    pub(super) desk: &'a Desk,
    pub(super) external_id: &'a str,
    pub(super) digest: Digest,
    pub(super) text: &'a Text,
    /// Who stands over each answer.
    pub(super) persons: &'a [Vec<PersonId>],
    pub(super) publish: bool,
    pub(super) addresses: Given,
}

/// Title, summary and order of the sections, and the sections, each with who stands over it.
pub(super) type Frozen = (FrameText, Vec<(SectionText, Vec<PersonId>)>);

impl<'a> Incoming<'a> {
    pub(super) fn new(
        desk: &'a Desk,
        wanted: &'a Wanted,
        persons: &'a [Vec<PersonId>],
        addresses: Given,
    ) -> Self {
        Self {
            desk,
            external_id: &wanted.external_id,
            digest: wanted.digest,
            text: &wanted.text,
            persons,
            publish: wanted.publish,
            addresses,
        }
    }

    /// The digest that the text would have in these sections.
    pub(super) fn digest_in(
        &self,
        article: &Article,
        places: &[Option<SectionId>],
    ) -> Option<Digest> {
        let sections: Vec<SectionId> = places.iter().copied().collect::<Option<_>>()?;
        Some(self.frozen(article, &sections).0.digest())
    }

    /// The text as it would be frozen in these sections.
    pub(super) fn frozen(&self, article: &Article, sections: &[SectionId]) -> Frozen {
        let text = self.text;
        let is_article = text.kind == Kind::Article;
        let texts: Vec<(SectionText, Vec<PersonId>)> = sections
            .iter()
            .zip(&text.answers)
            .zip(self.persons)
            .map(|((section, answer), persons)| {
                let section = SectionText {
                    article_id: article.id,
                    section_id: *section,
                    question: text.question.clone().filter(|_| !is_article),
                    head: is_article.then(|| text.head.clone()),
                    bylines: bylines(answer),
                    body: answer.body.clone(),
                    images: Vec::new(),
                    references: Vec::new(),
                    declarations: answer.declarations.clone(),
                };
                (section, persons.clone())
            })
            .collect();
        let frame = FrameText {
            article_id: article.id,
            kind: text.kind,
            language: article.language.clone(),
            head: text.head.clone(),
            section_digests: texts.iter().map(|(text, _)| text.digest()).collect(),
        };
        (frame, texts)
    }

    /// The text as frozen.
    pub(super) fn revision(&self, (frame, texts): &Frozen, number: u32) -> Revision {
        Revision {
            id: RevisionId(self.desk.id()),
            article_id: frame.article_id,
            number,
            digest: frame.digest(),
            frozen_at: self.desk.now(),
            frozen_by: None,
            occasion: Occasion::Import,
            frame: Some(frame.clone()),
            sections: texts
                .iter()
                .map(|(text, persons)| RevisionSection {
                    id: text.section_id,
                    digest: text.digest(),
                    contributors: persons.clone(),
                    persons: persons.clone(),
                    roles: text.bylines.iter().map(|byline| byline.role).collect(),
                    text: Some(text.clone()),
                })
                .collect(),
        }
    }

    /// What only an import knows of its text.
    pub(super) fn dates(&self) -> ImportedText {
        ImportedText {
            first_published_at: self.text.published_at,
            modified_at: self.text.modified_at,
        }
    }

    /// What readers are told above the text: what they were told elsewhere, and that it was
    /// moved here.
    pub(super) fn notices(&self) -> Vec<Notice> {
        let now = self.desk.now();
        let told = self.text.told.iter().map(|told| Notice {
            id: NoticeId(self.desk.id()),
            kind: told.kind,
            text: told.text.clone(),
            at: told.at,
        });
        let mut all: Vec<Notice> = told.collect();
        all.push(Notice {
            id: NoticeId(self.desk.id()),
            kind: NoticeKind::Imported,
            text: notice(now),
            at: now,
        });
        all
    }

    pub(super) fn section(
        &self,
        id: SectionId,
        article_id: ArticleId,
        position: i64,
        answer: &AnswerText,
    ) -> DraftSection {
        DraftSection {
            id,
            article_id,
            position,
            version: 1,
            format: format!("{FORMAT}/{POLICY}"),
            body_html: answer.body.as_str().to_owned(),
            images: Vec::new(),
            references: Vec::new(),
            declarations: answer.declarations.clone(),
            saved_at: self.desk.now(),
            saved_by: None,
        }
    }

    pub(super) fn head(&self, version: i64) -> DraftHead {
        DraftHead {
            version,
            title: self.text.head.title.clone(),
            summary: self.text.head.summary.clone(),
            question: self.text.question.clone(),
            saved_at: self.desk.now(),
            saved_by: None,
        }
    }

    pub(super) fn import(&self, article: ArticleId) -> Import {
        Import {
            external_id: self.external_id.to_owned(),
            article_id: article,
            source_digest: self.digest.to_string(),
            source_url: self.text.addresses.source_url.clone(),
            imported_at: self.desk.now(),
        }
    }
}

/// The names as the other system printed them: letters of an import are no claim of ours.
/// The persons over an answer with what each of them did.
pub(super) fn in_roles(answer: &AnswerText, persons: &[PersonId]) -> Vec<Contributor> {
    let roles = answer.authors.iter().map(|author| author.byline().role);
    persons
        .iter()
        .zip(roles)
        .map(|(person, role)| Contributor {
            person: *person,
            role,
        })
        .collect()
}

fn bylines(answer: &AnswerText) -> Vec<Byline> {
    answer
        .authors
        .iter()
        .map(|author| author.byline().clone())
        .collect()
}

/// What readers are told above the text.
fn notice(now: OffsetDateTime) -> String {
    let form = format_description!("[day padding:none] [month repr:long] [year]");
    let day = now.format(form).unwrap_or_default();
    format!(
        "This text was moved here from another site on {day}. Its author and our editors have \
         not signed it here."
    )
}
