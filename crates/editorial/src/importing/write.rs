//! Writes an imported article: its draft, and where asked its publication.

use content::article::Kind;
use content::byline::Byline;
use content::clean_html::{FORMAT, POLICY};
use content::declaration::Declarations;
use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ArticleId, NoticeId, PersonId, RevisionId, SectionId};
use content::lifecycle::Candidate;
use content::notice::{Notice, NoticeKind};
use content::revision::{FrameText, SectionText};
use serde_json::json;
use storage::articles::Article;
use storage::drafts::{DraftHead, DraftSection};
use storage::imports::{self, Import};
use storage::revisions::{self, NewRevision, Occasion, Revision, RevisionSection};
use storage::{Transaction, articles, candidates, contributors, drafts, notices, old_paths};
use time::OffsetDateTime;
use time::macros::format_description;

use super::present::Present;
use super::text::{AnswerText, Text};
use crate::record::{Subject, record};
use crate::signing::{ImportedText, announce, publish_revision};
use crate::writing::ArticleFile;
use crate::{Caller, Desk, Refusal, Relation};

/// A line that is about to be written.
pub(super) struct Incoming<'a> {
    pub(super) desk: &'a Desk,
    pub(super) tx: &'a Transaction,
    pub(super) external_id: &'a str,
    pub(super) digest: Digest,
    pub(super) text: &'a Text,
    /// Who stands over each answer.
    pub(super) persons: &'a [Vec<PersonId>],
    pub(super) publish: bool,
    /// The address that it gets, if it has none yet.
    pub(super) slug: Option<String>,
    /// Old addresses that lead to it from now on.
    pub(super) earlier: Vec<String>,
    /// Old paths that lead to it from now on.
    pub(super) paths: Vec<String>,
}

impl Incoming<'_> {
    /// Adds the article.
    pub(super) async fn add(&self) -> Result<(), Refusal> {
        let now = self.desk.now();
        let mut article = Article {
            id: ArticleId(self.desk.id()),
            kind: self.text.kind,
            language: self.desk.site.language.clone(),
            slug: None,
            editor: None,
            created_by: None,
            created_at: now,
            updated_at: now,
        };
        articles::insert(self.tx, &article).await?;
        drafts::insert_head(self.tx, article.id, &self.head(1)).await?;
        let mut sections = Vec::with_capacity(self.text.answers.len());
        for (position, (answer, persons)) in (0..).zip(self.text.answers.iter().zip(self.persons)) {
            sections.push(
                self.add_section(article.id, position, answer, persons)
                    .await?,
            );
        }
        self.finish(&mut article, &sections, true).await
    }

    /// Brings the article to what the line says now.
    pub(super) async fn update(
        &self,
        present: &Present,
        places: &[Option<SectionId>],
    ) -> Result<(), Refusal> {
        let tx = self.tx;
        let mut article = present.article.clone();
        if article.kind != self.text.kind {
            articles::set_kind(tx, article.id, self.text.kind).await?;
            article.kind = self.text.kind;
        }
        let now = self.desk.now();
        let head = self.head(present.head.version + 1);
        kept(drafts::save_head(tx, article.id, &head).await?)?;
        let mut sections = Vec::with_capacity(self.text.answers.len());
        let answers = self.text.answers.iter().zip(self.persons).zip(places);
        for (position, ((answer, persons), place)) in (0..).zip(answers) {
            let stored = present
                .sections
                .iter()
                .find(|(section, _)| Some(section.id) == *place);
            let Some((stored, _)) = stored else {
                sections.push(
                    self.add_section(article.id, position, answer, persons)
                        .await?,
                );
                continue;
            };
            if stored.body_html != answer.body.as_str() {
                let next = DraftSection {
                    version: stored.version + 1,
                    ..self.section(stored.id, article.id, position, answer)
                };
                kept(drafts::save_section(tx, &next).await?)?;
            }
            if stored.position != position {
                drafts::set_position(tx, stored.id, position).await?;
            }
            sections.push(stored.id);
        }
        for (section, _) in &present.sections {
            if !sections.contains(&section.id) {
                drafts::remove_section(tx, section.id, now).await?;
            }
        }
        self.finish(&mut article, &sections, present.copy.is_none())
            .await
    }

    /// Remembers that the line was seen, where nothing else is new.
    pub(super) async fn remember(&self, article: ArticleId) -> Result<(), Refusal> {
        imports::put(self.tx, &self.import(article)).await?;
        Ok(())
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

    async fn finish(
        &self,
        article: &mut Article,
        sections: &[SectionId],
        is_first: bool,
    ) -> Result<(), Refusal> {
        let tx = self.tx;
        articles::set_topics(tx, article.id, &self.text.topics).await?;
        articles::set_labels(tx, article.id, &self.text.labels).await?;
        imports::put(tx, &self.import(article.id)).await?;
        if let Some(slug) = self.slug.as_deref().filter(|_| article.slug.is_none()) {
            articles::reserve_slug(tx, article.id, slug).await?;
            articles::set_slug(tx, article.id, Some(slug)).await?;
            article.slug = Some(slug.to_owned());
        }
        for slug in &self.earlier {
            articles::reserve_slug(tx, article.id, slug).await?;
        }
        for path in &self.paths {
            old_paths::insert(tx, path, article.id).await?;
        }
        let now = self.desk.now();
        let digest = if self.publish {
            Some(self.publish(article, sections, is_first).await?)
        } else {
            candidates::put(tx, article.id, &Candidate::Draft, now).await?;
            articles::touch(tx, article.id, now).await?;
            None
        };
        let subject = Subject::article(article.id)
            .with(json!({ "source": self.digest, "published": self.publish }));
        let subject = match digest {
            Some(digest) => subject.on(digest),
            None => subject,
        };
        record(self.desk, tx, &Caller::Operator, "import", subject).await?;
        if self.publish {
            announce(self.desk, tx, article.id, "publish").await?;
        }
        Ok(())
    }

    /// Freezes the text and gives it to readers: imported, and signed by nobody here.
    async fn publish(
        &self,
        article: &Article,
        sections: &[SectionId],
        is_first: bool,
    ) -> Result<Digest, Refusal> {
        let now = self.desk.now();
        let (frame, texts) = self.frozen(article, sections);
        let id = RevisionId(self.desk.id());
        let new = NewRevision {
            id,
            frame: &frame,
            sections: &texts,
            frozen_at: now,
            frozen_by: None,
            occasion: Occasion::Import,
        };
        let number = revisions::insert(self.tx, &new).await?;
        let revision = Revision {
            id,
            article_id: article.id,
            number,
            digest: frame.digest(),
            frozen_at: now,
            frozen_by: None,
            occasion: Occasion::Import,
            frame: Some(frame),
            sections: texts
                .into_iter()
                .map(|(text, persons)| RevisionSection {
                    id: text.section_id,
                    digest: text.digest(),
                    contributors: persons.clone(),
                    persons,
                    text: Some(text),
                })
                .collect(),
        };
        let file = ArticleFile {
            article: article.clone(),
            candidate: None,
            since: None,
            relation: Relation::Other,
        };
        let dates = ImportedText {
            slug: None,
            first_published_at: self.text.published_at,
            modified_at: self.text.modified_at,
        };
        let made = publish_revision(
            self.desk,
            self.tx,
            &file,
            &revision,
            Mode::Imported,
            None,
            &dates,
        )
        .await?;
        candidates::end(self.tx, article.id).await?;
        if is_first {
            let notice = Notice {
                id: NoticeId(self.desk.id()),
                kind: NoticeKind::Imported,
                text: notice(now),
                at: now,
            };
            notices::insert(self.tx, article.id, &notice, None).await?;
        }
        Ok(made.digest)
    }

    fn frozen(
        &self,
        article: &Article,
        sections: &[SectionId],
    ) -> (FrameText, Vec<(SectionText, Vec<PersonId>)>) {
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
                    declarations: Declarations::default(),
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

    async fn add_section(
        &self,
        article: ArticleId,
        position: i64,
        answer: &AnswerText,
        persons: &[PersonId],
    ) -> Result<SectionId, Refusal> {
        let section = self.section(SectionId(self.desk.id()), article, position, answer);
        drafts::insert_section(self.tx, &section).await?;
        contributors::set(self.tx, section.id, persons).await?;
        Ok(section.id)
    }

    fn section(
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
            declarations: Declarations::default(),
            saved_at: self.desk.now(),
            saved_by: None,
        }
    }

    fn head(&self, version: i64) -> DraftHead {
        DraftHead {
            version,
            title: self.text.head.title.clone(),
            summary: self.text.head.summary.clone(),
            question: self.text.question.clone(),
            saved_at: self.desk.now(),
            saved_by: None,
        }
    }

    fn import(&self, article: ArticleId) -> Import {
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
fn bylines(answer: &AnswerText) -> Vec<Byline> {
    answer
        .authors
        .iter()
        .map(|author| author.byline().clone())
        .collect()
}

fn kept(saved: bool) -> Result<(), Refusal> {
    let changed = || Refusal::Conflict("The article changed while it was imported.".to_owned());
    saved.then_some(()).ok_or_else(changed)
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
