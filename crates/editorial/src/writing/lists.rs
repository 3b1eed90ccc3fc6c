//! What Home shows: an author's articles, and the editors' queue in groups.

use content::article::Kind;
use content::byline::Byline;
use content::ids::{ArticleId, PersonId, SectionId};
use content::lifecycle::Candidate;
use content::public::TopicRef;
use storage::joint_acts::{self, JointAct};
use storage::publications::StoredPublicCopy;
use storage::queue::{self, QueueRow};
use storage::{Transaction, articles, contributors, drafts, persons, publications, revisions};
use time::OffsetDateTime;

use super::open_draft::by_of;
use crate::hands::Hands;
use crate::people::{PersonRef, one, refs};
use crate::permissions::may_here;
use crate::signing::{OpenAct, Standing, can_approve, is_amendment, open_act};
use crate::{Act, Caller, Desk, Refusal, Relation};

/// One article as Home lists it.
#[derive(Clone, Debug)]
pub struct ArticleRow {
    /// The article.
    pub id: ArticleId,
    /// What it is made of.
    pub kind: Kind,
    /// As typed; may be empty.
    pub title: String,
    /// As typed.
    pub question: Option<String>,
    /// Who stands over its sections, each once.
    pub contributors: Vec<PersonRef>,
    /// Main topic first.
    pub topics: Vec<TopicRef>,
    /// What is under way.
    pub candidate: Option<Candidate>,
    /// Since when.
    pub since: Option<OffsetDateTime>,
    /// Who brought it there.
    pub by: Option<PersonRef>,
    /// What readers have.
    pub public: Option<StoredPublicCopy>,
    /// When two persons erased it.
    pub erased_at: Option<OffsetDateTime>,
    /// Whose turn it is; empty when it is the editors'.
    pub waiting_for: Vec<PersonRef>,
    /// How many have signed the present text.
    pub signatures: SignatureCount,
    /// The editor who looks after it.
    pub editor: Option<PersonRef>,
    /// What waits for a second person, for those who can have a part in it.
    pub joint_act: Option<OpenAct>,
    /// When anything of it changed.
    pub updated_at: OffsetDateTime,
}

impl ArticleRow {
    /// The names over it as they are now.
    #[must_use]
    pub fn bylines(&self) -> Vec<Byline> {
        self.contributors
            .iter()
            .map(|person| person.byline.clone())
            .collect()
    }
}

/// How far the signatures on a proof are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignatureCount {
    /// How many it takes.
    pub needed: usize,
    /// How many are there.
    pub given: usize,
    /// Whether a second person has approved.
    pub approved: bool,
    /// Whether the caller could be that person.
    pub open_to_you: bool,
}

/// A group of the editors' queue.
#[derive(Clone, Debug)]
pub struct QueueGroup {
    /// A stable word.
    pub key: &'static str,
    /// What the screen says.
    pub label: &'static str,
    /// The one waiting longest first.
    pub items: Vec<ArticleRow>,
}

/// The whole queue; every count on the screen comes from it.
#[derive(Clone, Debug)]
pub struct Desks {
    /// In the order shown; empty groups included.
    pub groups: Vec<QueueGroup>,
}

/// The caller's own articles, the one changed last first.
pub async fn my_articles(desk: &Desk, caller: &Caller) -> Result<Vec<ArticleRow>, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.look().await?;
    let mut rows = Vec::new();
    let open = joint_acts::list_open(&tx, None).await?;
    for row in queue::list(&tx, &own(&tx, signed_in.person).await?).await? {
        rows.push(article_row(&tx, row, &open, caller, Relation::Contributor).await?);
    }
    Ok(rows)
}

/// What a person stands over a section of, in a draft or before readers, or began and nobody
/// has submitted.
async fn own(tx: &Transaction, person: PersonId) -> Result<Vec<ArticleId>, Refusal> {
    let mut ids = contributors::articles_of(tx, person, None).await?;
    ids.extend(publications::articles_by(tx, person).await?);
    for begun in articles::begun_by(tx, person).await? {
        if !revisions::was_given(tx, begun).await? {
            ids.push(begun);
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// A page of all articles, for the editors' list.
#[derive(Clone, Debug)]
pub struct ArticlePage {
    /// The one changed last first.
    pub items: Vec<ArticleRow>,
    /// How many there are in all.
    pub total: u64,
}

/// All articles, or those whose title holds some words, the one changed last first.
pub async fn all_articles(
    desk: &Desk,
    caller: &Caller,
    containing: Option<&str>,
    offset: u64,
    limit: u64,
) -> Result<ArticlePage, Refusal> {
    may_here(caller, Act::ReadQueue)?;
    let tx = desk.storage.look().await?;
    let (found, total) = queue::page(&tx, containing, offset, limit).await?;
    let mut items = Vec::with_capacity(found.len());
    let open = joint_acts::list_open(&tx, None).await?;
    for row in found {
        items.push(article_row(&tx, row, &open, caller, Relation::Other).await?);
    }
    Ok(ArticlePage { items, total })
}

/// Everything under way, grouped by whose turn it is.
pub async fn queue(desk: &Desk, caller: &Caller) -> Result<Desks, Refusal> {
    may_here(caller, Act::ReadQueue)?;
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.look().await?;
    let mut groups = [
        ("awaiting_you", "Awaiting you"),
        ("unassigned", "Unassigned"),
        ("with_colleagues", "With other editors"),
        ("waiting_author", "Waiting for the author"),
        ("yours", "Yours"),
    ]
    .map(|(key, label)| QueueGroup {
        key,
        label,
        items: Vec::new(),
    });
    let mut under_way = queue::list_under_way(&tx).await?;
    let mine = queue::list(&tx, &own(&tx, signed_in.person).await?).await?;
    under_way.extend(mine.into_iter().filter(|row| {
        let state = row.candidate.as_ref().map(|stored| &stored.state);
        matches!(state, Some(Candidate::Draft | Candidate::Declined { .. }))
    }));
    let me = Hands::of(&tx, signed_in).await?;
    let open = joint_acts::list_open(&tx, None).await?;
    let asked: Vec<ArticleId> = open
        .iter()
        .map(|act| act.article_id)
        .filter(|id| under_way.iter().all(|row| row.article.id != *id))
        .collect();
    under_way.extend(queue::list(&tx, &asked).await?);
    for row in under_way {
        let row = article_row(&tx, row, &open, caller, Relation::Other).await?;
        if let Some(key) = group_of(&row, &me)
            && let Some(group) = groups.iter_mut().find(|group| group.key == key)
        {
            group.items.push(row);
        }
    }
    Ok(Desks {
        groups: groups.into(),
    })
}

/// Whose turn it is, as this editor sees it. Drafts get here only when they are the editor's.
fn group_of(row: &ArticleRow, hands: &Hands) -> Option<&'static str> {
    let me = hands.person;
    let own = row.contributors.iter().any(|person| person.id == me);
    let mine = row.editor.as_ref().is_none_or(|editor| editor.id == me);
    if row
        .joint_act
        .as_ref()
        .is_some_and(|act| act.waits_for(hands))
    {
        return Some("awaiting_you");
    }
    match row.candidate.as_ref()? {
        Candidate::Draft | Candidate::Declined { .. } => Some("yours"),
        _ if own => Some("yours"),
        Candidate::Submitted { .. } if row.editor.is_none() => Some("unassigned"),
        Candidate::Submitted { .. } | Candidate::InReview { .. } | Candidate::Approved { .. } => {
            Some(if mine {
                "awaiting_you"
            } else {
                "with_colleagues"
            })
        }
        Candidate::ChangesRequested { .. } => Some("waiting_author"),
        // An amendment, which takes another editor and no author.
        Candidate::ProofOut { .. } if row.signatures.needed == 0 => Some("with_colleagues"),
        Candidate::ProofOut { .. } if row.signatures.given < row.signatures.needed => {
            Some("waiting_author")
        }
        Candidate::ProofOut { .. } if !row.signatures.open_to_you => Some("with_colleagues"),
        Candidate::ProofOut { .. } => Some("awaiting_you"),
        Candidate::Scheduled { .. } => Some("with_colleagues"),
    }
}

fn is_amended(candidate: &Candidate, open: &[JointAct]) -> bool {
    candidate
        .revision()
        .is_some_and(|released| is_amendment(open, released.revision_digest))
}

async fn article_row(
    tx: &Transaction,
    row: QueueRow,
    open: &[JointAct],
    caller: &Caller,
    relation: Relation,
) -> Result<ArticleRow, Refusal> {
    let id = row.article.id;
    let open: Vec<JointAct> = open
        .iter()
        .filter(|act| act.article_id == id)
        .cloned()
        .collect();
    let joint_act = open_act(tx, caller, relation, &open, row.public.as_ref()).await?;
    let sections: Vec<SectionId> = drafts::sections(tx, id)
        .await?
        .iter()
        .map(|section| section.id)
        .collect();
    let over: Vec<PersonId> = contributors::of_sections(tx, &sections)
        .await?
        .into_iter()
        .map(|(_, person)| person)
        .collect();
    let candidate = row.candidate.as_ref().map(|stored| stored.state.clone());
    let mut signatures = SignatureCount::default();
    let contributors = refs(tx, &over).await?;
    let waiting_for = match &candidate {
        Some(Candidate::ChangesRequested { .. }) => contributors.clone(),
        Some(state) if is_amended(state, &open) => Vec::new(),
        Some(state) if state.revision().is_some() => {
            let standing = Standing::of_candidate(tx, id, state).await?;
            let missing: Vec<PersonId> =
                standing.missing().iter().map(|gap| gap.person_id).collect();
            signatures = SignatureCount {
                needed: standing.needed(),
                given: standing.needed().saturating_sub(missing.len()),
                approved: standing.is_approved(),
                open_to_you: can_approve(tx, &standing, caller).await?,
            };
            refs(tx, &missing).await?
        }
        _ => Vec::new(),
    };
    let by = match candidate.as_ref().and_then(by_of) {
        Some(person) => Some(one(tx, persons::find_identity(tx, person).await?).await?),
        None => None,
    };
    let editor = match row.article.editor {
        Some(person) => Some(one(tx, person).await?),
        None => None,
    };
    Ok(ArticleRow {
        id,
        kind: row.article.kind,
        title: row.title,
        question: row.question,
        contributors,
        topics: articles::topics(tx, id).await?,
        since: row.candidate.as_ref().map(|stored| stored.since),
        candidate,
        by,
        public: row.public,
        erased_at: row.erased_at,
        waiting_for,
        signatures,
        editor,
        joint_act,
        updated_at: row.article.updated_at,
    })
}
