//! An article with what is under way: what most verbs load first.

use content::clean_html::{CleanHtml, sanitize};
use content::draft::HeadDraft;
use content::ids::{ArticleId, PersonId};
use content::image::{self, Clients, Image};
use content::lifecycle::{Candidate, WrongState};
use content::reference;
use content::topic::Flag;
use storage::articles::Article;
use storage::drafts::{DraftHead, DraftSection};
use storage::{
    Transaction, articles, candidates, contributors, drafts, persons, publications, revisions,
};
use time::OffsetDateTime;

use crate::permissions::may;
use crate::{Act, Caller, Desk, Refusal, Relation};

/// An article, locked for this transaction, with its candidate.
pub(crate) struct ArticleFile {
    pub(crate) article: Article,
    pub(crate) candidate: Option<Candidate>,
    pub(crate) since: Option<OffsetDateTime>,
    pub(crate) relation: Relation,
}

impl ArticleFile {
    /// Loads the article and asks whether the caller may do `act` with it, and still has the roles
    /// they were let in with.
    ///
    /// Who may not even read it is told that it is not there.
    pub(crate) async fn open(
        desk: &Desk,
        tx: &Transaction,
        caller: &Caller,
        id: ArticleId,
        act: Act,
    ) -> Result<Self, Refusal> {
        let article = desk.article(tx, id).await?;
        caller.still_may(tx).await?;
        Self::of(tx, caller, article, act).await
    }

    /// The same without the lock, for verbs that only look.
    pub(crate) async fn look(
        tx: &Transaction,
        caller: &Caller,
        id: ArticleId,
        act: Act,
    ) -> Result<Self, Refusal> {
        let article = articles::find(tx, id).await?.ok_or(Refusal::NotFound)?;
        Self::of(tx, caller, article, act).await
    }

    async fn of(
        tx: &Transaction,
        caller: &Caller,
        article: Article,
        act: Act,
    ) -> Result<Self, Refusal> {
        let relation = relation(tx, caller, &article).await?;
        if may(caller, Act::Read, relation).is_err() {
            return Err(Refusal::NotFound);
        }
        may(caller, act, relation)?;
        let stored = candidates::find(tx, article.id).await?;
        let (candidate, since) = match stored {
            Some(stored) => (Some(stored.state), Some(stored.since)),
            None => (None, None),
        };
        Ok(Self {
            article,
            candidate,
            since,
            relation,
        })
    }

    /// The candidate, or the refusal of an act that needs one.
    pub(crate) fn candidate(&self, act: &'static str) -> Result<Candidate, Refusal> {
        self.candidate
            .clone()
            .ok_or_else(|| WrongState { act, state: "none" }.into())
    }

    /// Puts the candidate into its next state.
    pub(crate) async fn put(
        &mut self,
        desk: &Desk,
        tx: &Transaction,
        next: Candidate,
    ) -> Result<(), Refusal> {
        let now = desk.now();
        candidates::put(tx, self.article.id, &next, now).await?;
        articles::touch(tx, self.article.id, now).await?;
        self.candidate = Some(next);
        self.since = Some(now);
        Ok(())
    }

    /// The head of the draft.
    pub(crate) async fn head(&self, tx: &Transaction) -> Result<DraftHead, Refusal> {
        drafts::head(tx, self.article.id)
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// What is missing before the text may go on.
    pub(crate) async fn check(&self, desk: &Desk, tx: &Transaction) -> Result<(), Refusal> {
        let head = self.head(tx).await?;
        let sections = drafts::sections(tx, self.article.id).await?;
        let named = sections_with_bylines(tx, &sections).await?;
        let topics: Vec<Flag> = articles::topics(tx, self.article.id)
            .await?
            .iter()
            .map(|topic| topic.flag)
            .collect();
        let help = storage::house_texts::help_entries(tx).await?;
        let findings = checks::complete(&checks::Completeness {
            kind: self.article.kind,
            title: head.title,
            question: head.question,
            sections: named,
            topics,
            help_at_hand: help.iter().any(|entry| entry.country == desk.site.country),
        });
        if findings.is_empty() {
            Ok(())
        } else {
            Err(Refusal::FailedChecks(findings))
        }
    }
}

async fn sections_with_bylines(
    tx: &Transaction,
    sections: &[DraftSection],
) -> Result<Vec<checks::SectionFacts>, Refusal> {
    let ids: Vec<_> = sections.iter().map(|section| section.id).collect();
    let over = contributors::of_sections(tx, &ids).await?;
    let mut facts = Vec::with_capacity(sections.len());
    for section in sections {
        let persons: Vec<PersonId> = over
            .iter()
            .filter(|(id, _)| *id == section.id)
            .map(|(_, person)| *person)
            .collect();
        let bylines = crate::people::refs(tx, &persons).await?;
        let body = sanitize(&section.body_html)
            .ok()
            .map(|cleaned| cleaned.html);
        let images = body
            .as_ref()
            .map(|body| image::standing_in(body, &section.images))
            .unwrap_or_default();
        let count = |open: &dyn Fn(&Image) -> bool| images.iter().filter(|one| open(one)).count();
        facts.push(checks::SectionFacts {
            words: body.as_ref().map_or(0, CleanHtml::words),
            loose_citations: body
                .as_ref()
                .map_or(0, |body| reference::loose(body, &section.references).len()),
            undescribed_images: count(&|one| one.alt.is_none()),
            images_not_asked: count(&|one| one.clients == Clients::NotAsked),
            bylines: bylines
                .iter()
                .map(|person| person.byline.to_string())
                .collect(),
        });
    }
    Ok(facts)
}

/// How the caller stands to the article: over a section of its draft or of what readers have,
/// or the one who began it, as long as it was never submitted.
async fn relation(
    tx: &Transaction,
    caller: &Caller,
    article: &Article,
) -> Result<Relation, Refusal> {
    let Some(person) = caller.person() else {
        return Ok(Relation::Other);
    };
    if let Caller::Link {
        article: linked, ..
    } = caller
        && *linked != article.id
    {
        return Ok(Relation::Other);
    }
    if contributors::is_contributor(tx, article.id, person).await?
        || (!caller.is_staff() && began(tx, article, person).await?)
    {
        return Ok(Relation::Contributor);
    }
    Ok(if publications::is_author(tx, article.id, person).await? {
        Relation::Published
    } else {
        Relation::Other
    })
}

/// Whether a person began an article that nobody has submitted yet.
async fn began(tx: &Transaction, article: &Article, person: PersonId) -> Result<bool, Refusal> {
    let Some(creator) = article.created_by else {
        return Ok(false);
    };
    Ok(persons::find_identity(tx, creator).await? == person
        && !revisions::was_given(tx, article.id).await?)
}

/// Loads an article whose words the caller may change now.
///
/// Contributors write in a draft and after changes were asked for; editors write in review, and
/// in a draft that they began themselves for somebody.
pub(crate) async fn open_for_editing(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    id: ArticleId,
) -> Result<ArticleFile, Refusal> {
    let file = ArticleFile::open(desk, tx, caller, id, Act::Edit).await?;
    let candidate = file.candidate("edit")?;
    let own_draft = file.relation == Relation::Contributor
        || (caller.person().is_some() && file.article.created_by == caller.person());
    let writable = match candidate {
        Candidate::Draft | Candidate::ChangesRequested { .. } => own_draft,
        Candidate::Submitted { .. }
        | Candidate::InReview { .. }
        | Candidate::ProofOut { .. }
        | Candidate::Approved { .. } => caller.is_staff(),
        Candidate::Scheduled { .. } | Candidate::Declined { .. } => false,
    };
    if writable {
        return Ok(file);
    }
    Err(match candidate {
        Candidate::Draft | Candidate::ChangesRequested { .. } => {
            Refusal::WrongState("Its authors are writing. Wait until they submit it.".to_owned())
        }
        Candidate::Scheduled { .. } | Candidate::Declined { .. } => WrongState {
            act: "edit",
            state: candidate.state(),
        }
        .into(),
        _ => Refusal::WrongState(
            "The editors have it now. Take it back first if you want to change it.".to_owned(),
        ),
    })
}

/// After an editor changed words: a text that waited or was frozen is in review again.
pub(crate) async fn bring_back_to_review(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    file: &mut ArticleFile,
) -> Result<(), Refusal> {
    let (Some(candidate), Some(person)) = (file.candidate.clone(), caller.person()) else {
        return Ok(());
    };
    let next = match candidate {
        Candidate::Submitted { .. } => candidate.start_review(person, desk.now())?,
        Candidate::ProofOut { .. } | Candidate::Approved { .. } => {
            crate::signing::end_proof_links(desk, tx, file.article.id).await?;
            candidate.edit(person, desk.now())?
        }
        _ => {
            return articles::touch(tx, file.article.id, desk.now())
                .await
                .map_err(Refusal::from);
        }
    };
    let act = next.state();
    file.put(desk, tx, next).await?;
    let subject =
        crate::record::Subject::article(file.article.id).with(serde_json::json!({ "state": act }));
    crate::record::record(desk, tx, caller, "edit", subject).await
}

/// The head as plain text within its limits.
pub(crate) fn head_draft(head: &DraftHead) -> HeadDraft {
    HeadDraft {
        title: head.title.clone(),
        summary: head.summary.clone(),
        question: head.question.clone(),
    }
}
