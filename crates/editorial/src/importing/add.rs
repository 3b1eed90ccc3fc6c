//! Makes a whole article of a line that is new here.

use content::disclaimer::Mode;
use content::ids::{ArticleId, DisclaimerId, SectionId};
use storage::articles::Article;
use storage::new_articles::{FirstPublication, NewArticle};

use super::incoming::{Incoming, in_roles};
use crate::Refusal;
use crate::signing::Outgoing;

impl Incoming<'_> {
    /// The article, and where readers get it at once its publication: imported, and signed by
    /// nobody here.
    pub(super) fn whole(&self, pinned: &[DisclaimerId]) -> Result<NewArticle, Refusal> {
        let now = self.desk.now();
        let article = Article {
            id: ArticleId(self.desk.id()),
            kind: self.text.kind,
            language: self.desk.site.language.clone(),
            slug: self.addresses.slug.clone(),
            editor: None,
            created_by: None,
            created_at: now,
            updated_at: now,
        };
        let answers = self.text.answers.iter().zip(self.persons);
        let sections: Vec<_> = (0..)
            .zip(answers)
            .map(|(position, (answer, persons))| {
                let id = SectionId(self.desk.id());
                let section = self.section(id, article.id, position, answer);
                (section, in_roles(answer, persons))
            })
            .collect();
        let places: Vec<SectionId> = sections.iter().map(|(section, _)| section.id).collect();
        let publication = if self.publish {
            Some(self.first_publication(&article, &places, pinned)?)
        } else {
            None
        };
        let slugs = self.addresses.slug.iter().chain(&self.addresses.earlier);
        Ok(NewArticle {
            head: self.head(1),
            sections,
            topics: self.text.topics.clone(),
            labels: self.text.labels.clone(),
            import: self.import(article.id),
            slugs: slugs.cloned().collect(),
            paths: self.addresses.paths.clone(),
            publication,
            article,
        })
    }

    fn first_publication(
        &self,
        article: &Article,
        places: &[SectionId],
        pinned: &[DisclaimerId],
    ) -> Result<FirstPublication, Refusal> {
        let frozen = self.frozen(article, places);
        let revision = self.revision(&frozen, 1);
        let outgoing = Outgoing {
            article: article.id,
            revision: &revision,
            mode: Mode::Imported,
            by: None,
            imported: &self.dates(),
        };
        let slug = self.addresses.slug.clone().ok_or(Refusal::NotFound)?;
        let (publication, copy) = outgoing.compose(self.desk, pinned.to_vec(), slug, None)?;
        let (frame, sections) = frozen;
        Ok(FirstPublication {
            revision: revision.id,
            frame,
            sections,
            frozen_at: revision.frozen_at,
            publication,
            copy,
            authors: revision.contributors(),
            notices: self.notices(),
        })
    }
}
