//! The proof as one person sees it: the article exactly as readers will, what changed since
//! this person last saw it, and whether their signature is asked for.

use content::article::Kind;
use content::byline::Byline;
use content::changes::Change;
use content::clean_html::CleanHtml;
use content::declaration::Declarations;
use content::digest::Digest;
use content::disclaimer::{Disclaimer, Mode};
use content::ids::{ArticleId, PersonId, RevisionId, SectionId};
use content::image::Image;
use content::lifecycle::Candidate;
use content::reference::Reference;
use content::revision::Head;
use storage::contributors::Contributor;
use storage::revisions::{Revision, RevisionSection};
use storage::{Transaction, house_texts, links, persons, revisions, signatures};
use time::OffsetDateTime;

use super::Standing;
use super::seen::{MarkedHead, Seen};
use crate::people::{PersonRef, one, refs_in_roles};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// The three sentences that a contributor signs.
pub const STATEMENT: [&str; 3] = [
    "The words under my name are mine, or I agree with them.",
    "Nobody I have treated could be recognized in them, not even by themselves, unless they \
     agreed in writing.",
    "My five answers are true, and you may publish this text under my name.",
];

/// A proof as one person sees it.
#[derive(Clone, Debug)]
pub struct ProofView {
    /// The article.
    pub article_id: ArticleId,
    /// What it is made of.
    pub kind: Kind,
    /// The frozen text.
    pub revision_id: RevisionId,
    /// What the screen shows, and what a signature has to name.
    pub digest: Digest,
    /// Title and summary.
    pub head: Head,
    /// In `expert_answers`.
    pub question: Option<String>,
    /// Title, summary and question with what changed since the caller last saw them. These
    /// changes are read, and not put back one by one.
    pub marked_head: MarkedHead,
    /// In the order printed.
    pub sections: Vec<ProofSection>,
    /// As they would be pinned today.
    pub disclaimers: Vec<Disclaimer>,
    /// What the caller's own sections declare so far; where nothing, what is about the person as
    /// they signed it last.
    pub declarations: Declarations,
    /// Whether the caller's signature is asked for.
    pub can_sign: bool,
    /// When the caller signed the present text.
    pub signed_at: Option<OffsetDateTime>,
    /// The editor who asks for the signatures.
    pub asked_by: Option<PersonRef>,
    /// Until when the caller's link works; `None` for who is signed in.
    pub link_expires_at: Option<OffsetDateTime>,
}

/// One section of a proof.
#[derive(Clone, Debug)]
pub struct ProofSection {
    /// The section.
    pub id: SectionId,
    /// Its text.
    pub digest: Digest,
    /// As printed.
    pub bylines: Vec<Byline>,
    /// The names in one line, with `<ins>` and `<del>`.
    pub marked_byline: String,
    /// Who stands over it.
    pub contributors: Vec<PersonRef>,
    /// The words.
    pub body: CleanHtml,
    /// The words with `<ins>` and `<del>`.
    pub marked_html: String,
    /// What changed since the caller last saw it.
    pub changes: Vec<Change>,
    /// What is said of its images.
    pub images: Vec<Image>,
    /// The works it rests on.
    pub references: Vec<Reference>,
    /// Both as lines of text, with `<ins>` and `<del>`.
    pub marked_beside: String,
    /// Whether the caller stands over it.
    pub mine: bool,
}

/// The proof of an article, while one is out or approved.
pub async fn proof(desk: &Desk, caller: &Caller, article: ArticleId) -> Result<ProofView, Refusal> {
    let tx = desk.storage.look().await?;
    let file = ArticleFile::look(&tx, caller, article, Act::Read).await?;
    let candidate = file.candidate("proof")?;
    let released = candidate.revision().ok_or_else(|| {
        Refusal::WrongState("No proof is out for this article just now.".to_owned())
    })?;
    let standing = Standing::of(&tx, released.revision_id).await?;
    let revision = &standing.revision;
    let frame = revision.frame.as_ref().ok_or(Refusal::NotFound)?;
    let me = match caller.person() {
        Some(person) => Some(persons::find_identity(&tx, person).await?),
        None => None,
    };

    let seen = Seen::of(&tx, revision, me).await?;
    let mut sections = Vec::with_capacity(revision.sections.len());
    let mut declarations = Declarations::default();
    let mut question = None;
    for section in &revision.sections {
        let text = section.text.as_ref().ok_or(Refusal::NotFound)?;
        let mine = me.is_some_and(|me| section.contributors.contains(&me));
        if mine {
            declarations = text.declarations.clone();
        }
        question = question.or_else(|| text.question.clone());
        let shown = seen.words(section, text);
        sections.push(ProofSection {
            id: section.id,
            digest: section.digest,
            bylines: text.bylines.clone(),
            marked_byline: seen.bylines(section).html,
            contributors: refs_in_roles(&tx, &in_roles(section)).await?,
            body: text.body.clone(),
            marked_html: shown.html,
            changes: shown.changes,
            images: text.images.clone(),
            references: text.references.clone(),
            marked_beside: seen.beside(section).html,
            mine,
        });
    }
    if let Some(me) = me {
        declarations = as_last_time(&tx, me, declarations).await?;
    }
    let owes = me.is_some_and(|me| standing.missing().iter().any(|gap| gap.person_id == me))
        && !is_used_up(&tx, caller).await?;
    let signed_at = me.and_then(|me| {
        standing
            .attestations
            .iter()
            .filter(|one| one.person_id == me)
            .map(|one| one.at)
            .max()
    });
    Ok(ProofView {
        article_id: article,
        kind: file.article.kind,
        revision_id: revision.id,
        digest: revision.digest,
        head: frame.head.clone(),
        question,
        marked_head: seen.head(),
        sections,
        disclaimers: house_texts::disclaimers_in_force(
            &tx,
            Mode::Countersigned.required(),
            &file.article.language,
            desk.now(),
        )
        .await?,
        declarations,
        can_sign: owes,
        signed_at: signed_at.filter(|_| !owes),
        asked_by: asked_by(&tx, &file, &candidate, revision).await?,
        link_expires_at: link_expires_at(&tx, caller).await?,
    })
}

/// Who stands over a frozen section, with what each of them did.
pub(super) fn in_roles(section: &RevisionSection) -> Vec<Contributor> {
    let roles = section.roles.iter().copied();
    section
        .contributors
        .iter()
        .zip(roles)
        .map(|(person, role)| Contributor {
            person: *person,
            role,
        })
        .collect()
}

/// The answers so far, and what this person signed last where that is about the person.
async fn as_last_time(
    tx: &Transaction,
    me: PersonId,
    so_far: Declarations,
) -> Result<Declarations, Refusal> {
    let Some(digest) = signatures::signed_last(tx, me).await? else {
        return Ok(so_far);
    };
    let last = revisions::section_text(tx, &digest).await?;
    Ok(match last {
        Some(last) => so_far.or_as_last_time(&last.declarations),
        None => so_far,
    })
}

/// A link that was used still shows the text; to sign again takes another.
async fn is_used_up(tx: &Transaction, caller: &Caller) -> Result<bool, Refusal> {
    let Caller::Link { link, .. } = caller else {
        return Ok(false);
    };
    let stored = links::find_by_id(tx, *link).await?;
    Ok(stored.is_some_and(|link| link.used_at.is_some()))
}

/// Who sent the proof; when a contributor put words back in it, the editor who looks after it.
async fn asked_by(
    tx: &Transaction,
    file: &ArticleFile,
    candidate: &Candidate,
    revision: &Revision,
) -> Result<Option<PersonRef>, Refusal> {
    let sender = match candidate {
        Candidate::ProofOut { by, .. } => Some(persons::find_identity(tx, *by).await?),
        _ => None,
    };
    let asker = sender
        .filter(|by| !revision.contributors().contains(by))
        .or(file.article.editor);
    match asker {
        Some(person) => Ok(Some(one(tx, person).await?)),
        None => Ok(None),
    }
}

async fn link_expires_at(
    tx: &Transaction,
    caller: &Caller,
) -> Result<Option<OffsetDateTime>, Refusal> {
    let Caller::Link { link, .. } = caller else {
        return Ok(None);
    };
    let stored = links::find_by_id(tx, *link).await?;
    Ok(stored.map(|link| link.expires_at))
}
