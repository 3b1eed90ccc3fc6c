//! An imported article as it stands here now, and whether people have worked on it.

use content::article::Kind;
use content::disclaimer::Mode;
use content::ids::{ArticleId, PersonId, SectionId};
use content::lifecycle::{Candidate, PublicCopy};
use storage::articles::Article;
use storage::drafts::{DraftHead, DraftSection};
use storage::publications::StoredPublicCopy;
use storage::{
    Transaction, articles, audit, candidates, contributors, drafts, persons, publications,
};

use super::people::People;
use super::report::{Code, Remark};
use super::text::Text;
use crate::Refusal;

/// An imported article as it stands here now.
#[derive(Debug)]
pub(super) struct Present {
    pub(super) article: Article,
    pub(super) head: DraftHead,
    pub(super) sections: Vec<(DraftSection, Vec<PersonId>)>,
    pub(super) candidate: Option<Candidate>,
    pub(super) copy: Option<StoredPublicCopy>,
}

impl Present {
    pub(super) async fn load(
        tx: &Transaction,
        id: ArticleId,
        write: bool,
    ) -> Result<Self, Refusal> {
        // A transaction that only looks cannot lock.
        let article = if write {
            articles::find_locked(tx, id).await?
        } else {
            articles::find(tx, id).await?
        };
        let rows = drafts::sections(tx, id).await?;
        let ids: Vec<SectionId> = rows.iter().map(|section| section.id).collect();
        let over = contributors::of_sections(tx, &ids).await?;
        let stored: Vec<PersonId> = over.iter().map(|(_, person)| *person).collect();
        let merged = persons::identities(tx, &stored).await?;
        let sections = rows
            .into_iter()
            .map(|section| {
                let of_it = over
                    .iter()
                    .zip(&merged)
                    .filter(|((id, _), _)| *id == section.id);
                let persons = of_it.map(|(_, person)| *person).collect();
                (section, persons)
            })
            .collect();
        Ok(Self {
            article: article.ok_or(Refusal::NotFound)?,
            head: drafts::head(tx, id).await?.ok_or(Refusal::NotFound)?,
            sections,
            candidate: candidates::find(tx, id).await?.map(|stored| stored.state),
            copy: publications::find_copy(tx, id).await?,
        })
    }

    /// Whether readers have it now.
    pub(super) fn is_live(&self) -> bool {
        self.copy
            .as_ref()
            .is_some_and(|copy| matches!(copy.state, PublicCopy::Live { .. }))
    }

    /// Why the import must not touch it: somebody worked on it here.
    pub(super) async fn reason_to_leave(
        &self,
        tx: &Transaction,
        people: &People,
    ) -> Result<Option<Remark>, Refusal> {
        let saved = self.head.saved_by.is_some()
            || self
                .sections
                .iter()
                .any(|(section, _)| section.saved_by.is_some());
        let under_way = !matches!(self.candidate, None | Some(Candidate::Draft));
        let off_the_site = self.copy.is_some() && !self.is_live();
        let article = self.article.id;
        let acted = || async {
            let acts = audit::list_of(tx, "article", &article.to_string()).await?;
            Ok::<_, Refusal>(acts.iter().any(|act| act.caller != "operator"))
        };
        let published = || async {
            let all = publications::list(tx, article).await?;
            Ok::<_, Refusal>(all.iter().any(|one| one.mode != Mode::Imported))
        };
        if saved || under_way || off_the_site || acted().await? || published().await? {
            let detail = "People have worked on this article here. It was left as it is.";
            return Ok(Some(Remark::new(Code::EditedHere, detail)));
        }
        if self
            .sections
            .iter()
            .flat_map(|(_, persons)| persons)
            .any(|id| people.has_account(*id))
        {
            let detail = "An author of this article has an account here now. It was left as it \
                          is.";
            return Ok(Some(Remark::new(Code::AuthorHasAccount, detail)));
        }
        Ok(None)
    }

    /// For each answer the section that holds it now: one under the same names, else none.
    pub(super) fn places(&self, persons: &[Vec<PersonId>]) -> Vec<Option<SectionId>> {
        let mut free: Vec<&(DraftSection, Vec<PersonId>)> = self.sections.iter().collect();
        persons
            .iter()
            .map(|wanted| {
                let at = free.iter().position(|(_, persons)| persons == wanted)?;
                Some(free.remove(at).0.id)
            })
            .collect()
    }

    /// Whether the draft holds these words under these names, in this order.
    pub(super) fn has_words(&self, text: &Text, persons: &[Vec<PersonId>]) -> bool {
        let question =
            (text.kind == Kind::ExpertAnswers).then(|| text.question.clone().unwrap_or_default());
        self.article.kind == text.kind
            && self.head.title == text.head.title
            && self.head.summary == text.head.summary
            && self.head.question == question
            && self.sections.len() == text.answers.len()
            && self.sections.iter().zip(&text.answers).zip(persons).all(
                |(((section, over), answer), persons)| {
                    section.body_html == answer.body.as_str()
                        && section.declarations == answer.declarations
                        && over == persons
                },
            )
    }
}
