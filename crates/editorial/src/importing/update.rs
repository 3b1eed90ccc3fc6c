//! Brings an article that was imported before to what its line says now.

use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ArticleId, SectionId};
use content::lifecycle::Candidate;
use content::notice::{Notice, NoticeKind};
use storage::articles::Article;
use storage::drafts::DraftSection;
use storage::revisions::{self, NewRevision, Occasion};
use storage::{
    Transaction, articles, candidates, contributors, drafts, imports, notices, old_paths,
};

use super::batch::Batch;
use super::incoming::{Incoming, in_roles};
use super::present::Present;
use crate::signing::publish_revision;
use crate::writing::ArticleFile;
use crate::{Refusal, Relation};

impl Incoming<'_> {
    /// Brings the article to what the line says now.
    pub(super) async fn update(
        &self,
        tx: &Transaction,
        batch: &mut Batch,
        present: &Present,
        places: &[Option<SectionId>],
    ) -> Result<(), Refusal> {
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
                let id = SectionId(self.desk.id());
                let section = self.section(id, article.id, position, answer);
                drafts::insert_section(tx, &section).await?;
                contributors::add(tx, &[(id, &in_roles(answer, persons))]).await?;
                sections.push(id);
                continue;
            };
            if stored.body_html != answer.body.as_str()
                || stored.declarations != answer.declarations
            {
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
        self.put_around(tx, &mut article).await?;
        let digest = if self.publish {
            Some(self.publish(tx, &article, &sections).await?)
        } else {
            candidates::put(tx, article.id, &Candidate::Draft, now).await?;
            articles::touch(tx, article.id, now).await?;
            None
        };
        batch.note(self, article.id, digest);
        Ok(())
    }

    /// What editors change without a signature, and where the article can be found.
    async fn put_around(&self, tx: &Transaction, article: &mut Article) -> Result<(), Refusal> {
        articles::set_topics(tx, article.id, &self.text.topics).await?;
        articles::set_labels(tx, article.id, &self.text.labels).await?;
        imports::put(tx, &self.import(article.id)).await?;
        let addresses = &self.addresses;
        if let Some(slug) = addresses.slug.as_deref().filter(|_| article.slug.is_none()) {
            articles::reserve_slug(tx, article.id, slug).await?;
            articles::set_slug(tx, article.id, Some(slug)).await?;
            article.slug = Some(slug.to_owned());
        }
        for slug in &addresses.earlier {
            articles::reserve_slug(tx, article.id, slug).await?;
        }
        for path in &addresses.paths {
            old_paths::insert(tx, path, article.id).await?;
        }
        Ok(())
    }

    /// The notices of the line that readers of the article were not told of yet.
    pub(super) async fn untold(
        &self,
        tx: &Transaction,
        article: ArticleId,
    ) -> Result<Vec<Notice>, Refusal> {
        let known = notices::list(tx, article).await?;
        let mut all = self.notices();
        all.retain(|notice| {
            let is_same = |known: &Notice| {
                known.kind == notice.kind
                    && (known.kind == NoticeKind::Imported || known.text == notice.text)
            };
            !known.iter().any(is_same)
        });
        Ok(all)
    }

    /// Freezes the text and gives it to readers: imported, and signed by nobody here.
    async fn publish(
        &self,
        tx: &Transaction,
        article: &Article,
        sections: &[SectionId],
    ) -> Result<Digest, Refusal> {
        let frozen = self.frozen(article, sections);
        let number = revisions::newest_number(tx, article.id).await? + 1;
        let revision = self.revision(&frozen, number);
        let new = NewRevision {
            id: revision.id,
            frame: &frozen.0,
            sections: &frozen.1,
            frozen_at: revision.frozen_at,
            frozen_by: None,
            occasion: Occasion::Import,
        };
        revisions::insert_as(tx, &new, number).await?;
        let file = ArticleFile {
            article: article.clone(),
            candidate: None,
            since: None,
            relation: Relation::Other,
        };
        let made = publish_revision(
            self.desk,
            tx,
            &file,
            &revision,
            Mode::Imported,
            None,
            &self.dates(),
        )
        .await?;
        candidates::end(tx, article.id).await?;
        for notice in self.untold(tx, article.id).await? {
            notices::insert(tx, article.id, &notice, None).await?;
        }
        Ok(made.digest)
    }
}

fn kept(saved: bool) -> Result<(), Refusal> {
    let changed = || Refusal::Conflict("The article changed while it was imported.".to_owned());
    saved.then_some(()).ok_or_else(changed)
}
