//! Opens the draft of an article, as the writing screen shows it.

use content::article::Kind;
use content::declaration::Declarations;
use content::disclaimer::Mode;
use content::ids::{ArticleId, PersonId, SectionId};
use content::image::Image;
use content::lifecycle::Candidate;
use content::public::TopicRef;
use content::reference::Reference;
use storage::contributors::{self, Contributor};
use storage::joint_acts::{self, Act as Joint};
use storage::publications::StoredPublicCopy;
use storage::signatures::{self, Extent};
use storage::{Transaction, articles, drafts, persons, revisions};
use time::OffsetDateTime;

use super::ArticleFile;
use crate::hands::Hands;
use crate::people::{PersonRef, one, refs_in_roles};
use crate::permissions::may;
use crate::signing::{Live, OpenAct, Standing, can_approve, is_amendment, open_act};
use crate::{Act, Caller, Desk, Refusal, Relation};

/// The draft of an article with what can be done now.
#[derive(Clone, Debug)]
pub struct DraftView {
    /// The article.
    pub id: ArticleId,
    /// Its address, once it has one.
    pub slug: Option<String>,
    /// What it is made of.
    pub kind: Kind,
    /// Language tag.
    pub language: String,
    /// Title, summary, question.
    pub head: DraftHeadView,
    /// Main topic first.
    pub topics: Vec<TopicRef>,
    /// In order.
    pub sections: Vec<DraftSectionView>,
    /// What is under way.
    pub candidate: Option<Candidate>,
    /// Since when.
    pub since: Option<OffsetDateTime>,
    /// Who brought the candidate into its state.
    pub by: Option<PersonRef>,
    /// What readers have.
    pub public: Option<StoredPublicCopy>,
    /// When two persons erased it.
    pub erased_at: Option<OffsetDateTime>,
    /// The editor who looks after it.
    pub editor: Option<PersonRef>,
    /// For editors: the objection that stopped the text, or that is about an amendment that
    /// readers have, and is not answered yet.
    pub objection: Option<ObjectionView>,
    /// What waits for a second person, for those who can have a part in it.
    pub joint_act: Option<OpenAct>,
    /// Whether the caller is one of its contributors.
    pub mine: bool,
    /// What the caller can do with it now.
    pub may: Vec<Act>,
}

/// What a contributor says is wrong with a proof.
#[derive(Clone, Debug)]
pub struct ObjectionView {
    /// Who.
    pub by: PersonRef,
    /// When.
    pub at: OffsetDateTime,
    /// In their own words.
    pub message: String,
    /// What it asks for.
    pub extent: Extent,
}

/// The head as typed.
#[derive(Clone, Debug)]
pub struct DraftHeadView {
    /// Counts saves.
    pub version: i64,
    /// One line.
    pub title: String,
    /// A sentence or two.
    pub summary: String,
    /// In `expert_answers`.
    pub question: Option<String>,
    /// When it was saved.
    pub saved_at: OffsetDateTime,
    /// By whom.
    pub saved_by: Option<PersonRef>,
}

/// A section as typed.
#[derive(Clone, Debug)]
pub struct DraftSectionView {
    /// Its lasting name.
    pub id: SectionId,
    /// Counts saves.
    pub version: i64,
    /// Order on the page, from 1.
    pub position: u32,
    /// The words.
    pub body_html: String,
    /// What is said of the images in them.
    pub images: Vec<Image>,
    /// The works it rests on.
    pub references: Vec<Reference>,
    /// Who stands over it; what they did is in their byline.
    pub contributors: Vec<PersonRef>,
    /// What they have answered.
    pub declarations: Declarations,
    /// When it was saved.
    pub saved_at: OffsetDateTime,
    /// By whom.
    pub saved_by: Option<PersonRef>,
}

/// Opens the draft.
pub async fn open_draft(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
) -> Result<DraftView, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let head = file.head(&tx).await?;
    let rows = drafts::sections(&tx, article).await?;
    let ids: Vec<SectionId> = rows.iter().map(|row| row.id).collect();
    let over = contributors::in_roles(&tx, &ids).await?;
    let mut sections = Vec::with_capacity(rows.len());
    for (position, row) in (1..).zip(rows) {
        let own = over.iter().filter(|(id, _)| *id == row.id);
        let own: Vec<Contributor> = own.map(|(_, one)| *one).collect();
        sections.push(DraftSectionView {
            id: row.id,
            version: row.version,
            position,
            body_html: row.body_html,
            images: row.images,
            references: row.references,
            contributors: refs_in_roles(&tx, &own).await?,
            declarations: row.declarations,
            saved_at: row.saved_at,
            saved_by: person(&tx, row.saved_by).await?,
        });
    }
    let live = Live::find(&tx, article).await?;
    let public = live.as_ref().map(|live| live.copy.clone());
    let open = joint_acts::list_open(&tx, Some(article)).await?;
    let joint_act = open_act(&tx, caller, file.relation, &open, public.as_ref()).await?;
    let erased_at = joint_acts::erased(&tx, &[article]).await?.remove(&article);
    let hands = Hands::of_caller(&tx, caller).await?;
    let facts = Facts {
        live: live.as_ref(),
        joint_act: joint_act.as_ref(),
        hands: hands.as_ref(),
        is_erased: erased_at.is_some(),
        is_amendment: file
            .candidate
            .as_ref()
            .and_then(Candidate::revision)
            .is_some_and(|released| is_amendment(&open, released.revision_digest)),
        for_author: crate::signing::authors_without_account(&tx, caller, &file)
            .await?
            .is_some_and(|authors| !authors.is_empty()),
    };
    let mut may = acts(caller, &file, &facts);
    if may.contains(&Act::Approve) && !stands_apart(&tx, caller, &file).await? {
        may.retain(|act| *act != Act::Approve);
    }
    Ok(DraftView {
        id: article,
        may,
        head: DraftHeadView {
            version: head.version,
            title: head.title,
            summary: head.summary,
            question: head.question,
            saved_at: head.saved_at,
            saved_by: person(&tx, head.saved_by).await?,
        },
        topics: articles::topics(&tx, article).await?,
        sections,
        by: person(&tx, file.candidate.as_ref().and_then(by_of)).await?,
        since: file.since,
        editor: person(&tx, file.article.editor).await?,
        objection: if caller.is_staff() {
            unanswered(&tx, &file, live.as_ref()).await?
        } else {
            None
        },
        joint_act,
        mine: file.relation == Relation::Contributor,
        kind: file.article.kind,
        language: file.article.language,
        slug: file.article.slug,
        candidate: file.candidate,
        public,
        erased_at,
    })
}

/// Whether the caller could be the second person of the text that is out for signature.
async fn stands_apart(
    tx: &Transaction,
    caller: &Caller,
    file: &ArticleFile,
) -> Result<bool, Refusal> {
    let Some(candidate) = &file.candidate else {
        return Ok(false);
    };
    let standing = Standing::of_candidate(tx, file.article.id, candidate).await?;
    can_approve(tx, &standing, caller).await
}

/// Who brought a candidate into its state.
pub(crate) const fn by_of(candidate: &Candidate) -> Option<PersonId> {
    match candidate {
        Candidate::Submitted { by, .. }
        | Candidate::InReview { by, .. }
        | Candidate::ChangesRequested { by, .. }
        | Candidate::ProofOut { by, .. }
        | Candidate::Scheduled { by, .. }
        | Candidate::Declined { by, .. } => Some(*by),
        Candidate::Draft | Candidate::Approved { .. } => None,
    }
}

/// The objection that brought the text back into review, until another proof goes out; or the
/// one to an amendment, while readers have that.
async fn unanswered(
    tx: &Transaction,
    file: &ArticleFile,
    live: Option<&Live>,
) -> Result<Option<ObjectionView>, Refusal> {
    let objections = signatures::objections(tx, file.article.id).await?;
    let newest = match file.candidate {
        Some(Candidate::InReview { .. }) => revisions::list(tx, file.article.id)
            .await?
            .first()
            .map(|(id, ..)| *id),
        _ => None,
    };
    let amended = live
        .filter(|live| live.is_read() && live.publication.mode == Mode::Amended)
        .map(|live| live.revision.id);
    let found = objections
        .into_iter()
        .rfind(|one| [newest, amended].contains(&Some(one.revision_id)));
    Ok(match found {
        Some(objection) => Some(ObjectionView {
            by: one(tx, objection.person_id).await?,
            at: objection.at,
            message: objection.message,
            extent: objection.extent,
        }),
        None => None,
    })
}

async fn person(tx: &Transaction, id: Option<PersonId>) -> Result<Option<PersonRef>, Refusal> {
    match id {
        Some(id) => one(tx, id).await.map(Some),
        None => Ok(None),
    }
}

/// Whether it was the caller who saved something.
pub(super) async fn is_caller(
    tx: &Transaction,
    caller: &Caller,
    saved_by: Option<PersonId>,
) -> Result<bool, Refusal> {
    let (Some(me), Some(saved_by)) = (caller.person(), saved_by) else {
        return Ok(false);
    };
    Ok(persons::find_identity(tx, me).await? == persons::find_identity(tx, saved_by).await?)
}

/// The name of whoever saved something, for the screen.
pub(super) async fn name_of(
    tx: &Transaction,
    id: Option<PersonId>,
) -> Result<Option<String>, Refusal> {
    Ok(person(tx, id).await?.map(|person| person.byline.name))
}

/// What else decides what can be done.
struct Facts<'a> {
    live: Option<&'a Live>,
    joint_act: Option<&'a OpenAct>,
    hands: Option<&'a Hands>,
    is_erased: bool,
    /// Whether what is out for signature takes two editors and none of its authors.
    is_amendment: bool,
    /// Whether an editor can submit it for authors who have no account.
    for_author: bool,
}

/// What the caller can do now: permitted, and possible in this state. The verbs ask again.
fn acts(caller: &Caller, file: &ArticleFile, facts: &Facts<'_>) -> Vec<Act> {
    use Candidate as C;
    let own = file.relation == Relation::Contributor;
    let began = caller.person().is_some() && file.article.created_by == caller.person();
    let live = facts.live.is_some_and(Live::is_read);
    let me = caller.person();
    let mine = |live: &Live| me.is_some_and(|me| live.is_by(me));
    let in_print = facts.live.is_some_and(mine);
    let amended = facts
        .live
        .is_some_and(|live| me.is_some_and(|me| live.is_amended_text_of(me)));
    let asked = |kind: Joint| {
        facts
            .joint_act
            .zip(facts.hands)
            .is_some_and(|(open, hands)| open.act == kind && open.waits_for(hands))
    };
    let possible = |act: Act| match (act, file.candidate.as_ref()) {
        (Act::Edit, Some(C::Draft | C::ChangesRequested { .. })) => own || began,
        (
            Act::Edit,
            Some(
                C::Submitted { .. } | C::InReview { .. } | C::ProofOut { .. } | C::Approved { .. },
            ),
        ) => caller.is_staff(),
        (Act::Submit, Some(C::Draft | C::ChangesRequested { .. }))
        | (Act::StartReview, Some(C::Submitted { .. }))
        | (Act::RequestChanges | Act::SendProof, Some(C::InReview { .. }))
        | (Act::Decline, Some(C::Submitted { .. } | C::InReview { .. }))
        | (Act::Publish, Some(C::Approved { .. }))
        | (Act::Erase, _) => true,
        (Act::Attest, Some(C::ProofOut { .. })) => !facts.is_amendment,
        (Act::Arrange, _) => facts.live.is_none() || caller.is_staff(),
        (Act::SubmitForAuthor, Some(C::Draft | C::ChangesRequested { .. })) => facts.for_author,
        (Act::Recall, Some(state)) => !matches!(state, C::Draft | C::Declined { .. }),
        (Act::Approve, Some(C::ProofOut { .. } | C::Approved { .. })) => !own,
        (Act::Object, Some(C::ProofOut { .. } | C::Approved { .. } | C::Scheduled { .. })) => {
            own || amended
        }
        (Act::Object, _) => amended,
        (Act::Revise, None | Some(C::Declined { .. })) => !facts.is_erased,
        (Act::Amend, Some(C::InReview { .. })) => live && !own && !in_print,
        (Act::Amend, Some(C::ProofOut { .. })) => asked(Joint::Amend) && !own && !in_print,
        (Act::Withdraw, _) => (live || asked(Joint::Withdraw)) && (caller.is_staff() || in_print),
        _ => false,
    };
    [
        Act::Edit,
        Act::Arrange,
        Act::Submit,
        Act::SubmitForAuthor,
        Act::Recall,
        Act::StartReview,
        Act::RequestChanges,
        Act::Decline,
        Act::SendProof,
        Act::Attest,
        Act::Object,
        Act::Approve,
        Act::Publish,
        Act::Revise,
        Act::Withdraw,
        Act::Amend,
        Act::Erase,
    ]
    .into_iter()
    .filter(|act| possible(*act) && may(caller, *act, file.relation).is_ok())
    .collect()
}
