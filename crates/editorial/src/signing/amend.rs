//! Changes a live text whose author cannot be asked: two site persons sign it.

use std::collections::BTreeSet;

use content::digest::Digest;
use content::disclaimer::Mode;
use content::ids::{ApprovalId, ArticleId, NoticeId, PersonId, SectionId};
use content::lifecycle::Candidate;
use content::notice::{Notice, NoticeKind};
use content::signature::{IsContributor, may_approve};
use serde::{Deserialize, Serialize};
use serde_json::json;
use storage::joint_acts::{self, Act as Joint};
use storage::links::{self, ProofLinks};
use storage::revisions::{Revision, RevisionSection};
use storage::signatures::{self, StoredApproval, StoredApprovalKind};
use storage::{Transaction, candidates, notices};

use super::freeze::freeze_amendment;
use super::joint;
use super::live::Live;
use super::proof_links::{day, tell};
use super::publish::Published;
use super::publish_revision::{ImportedText, announce, publish_revision};
use super::stand_still::stand_still;
use super::standing::{Standing, written_by_another};
use crate::caller::SignedIn;
use crate::hands::Hands;
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Refusal};

/// What kind of change an amendment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmendmentClass {
    /// A slip of the pen.
    Typo,
    /// A fact was wrong.
    Factual,
    /// The text could do harm.
    Safety,
    /// The law asks for it.
    Legal,
}

/// What somebody does about an amendment.
#[derive(Clone, Debug)]
pub enum Amendment {
    /// Freezes the changed draft and signs it as the first of two.
    Propose {
        /// What kind of change it is.
        class: AmendmentClass,
    },
    /// Signs exactly this text as the second, which publishes it.
    Join {
        /// The text that was read.
        digest: Digest,
    },
}

/// Proposes or publishes an amendment. Answers the digest to sign, or what was published.
pub async fn amend(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    step: Amendment,
) -> Result<Result<Digest, Published>, Refusal> {
    let signed_in = caller.signed_in()?;
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::Amend).await?;
    let live = Live::find(&tx, article)
        .await?
        .filter(Live::is_read)
        .ok_or_else(|| {
            Refusal::WrongState(
                "Only a text that readers have can be amended. This one needs its authors' \
                 signatures."
                    .to_owned(),
            )
        })?;
    let outcome = match step {
        Amendment::Propose { class } => {
            Ok(propose(desk, &tx, caller, signed_in, file, &live, class).await?)
        }
        Amendment::Join { digest } => {
            Err(join(desk, &tx, caller, signed_in, &file, &live, digest).await?)
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

async fn propose(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    signed_in: &SignedIn,
    mut file: ArticleFile,
    live: &Live,
    class: AmendmentClass,
) -> Result<Digest, Refusal> {
    let article = file.article.id;
    let candidate = file.candidate("amend")?;
    if !matches!(candidate, Candidate::InReview { .. }) {
        return Err(content::lifecycle::WrongState {
            act: "amend",
            state: candidate.state(),
        }
        .into());
    }
    file.check(desk, tx).await?;
    let released = freeze_amendment(desk, tx, &file, &live.revision, signed_in.person).await?;
    if released.revision_digest == live.revision.digest {
        return Err(Refusal::Conflict(
            "Nothing was changed. Readers have this text already.".to_owned(),
        ));
    }
    let next = candidate.send_proof(released, signed_in.person, desk.now())?;
    file.put(desk, tx, next).await?;
    let standing = Standing::of(tx, released.revision_id).await?;
    amends_words_only(&live.revision, &standing.revision)?;
    sign(desk, tx, signed_in, live, &standing).await?;
    let facts = json!({ "class": class, "digest": released.revision_digest });
    let act = joint::begin(desk, tx, article, Joint::Amend, signed_in, facts).await?;
    let subject = Subject::article(article)
        .on(released.revision_digest)
        .with(json!({ "class": class, "joint_act": act }));
    record(desk, tx, caller, "ask_amendment", subject).await?;
    Ok(released.revision_digest)
}

async fn join(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    signed_in: &SignedIn,
    file: &ArticleFile,
    live: &Live,
    digest: Digest,
) -> Result<Published, Refusal> {
    let article = file.article.id;
    let open = joint_acts::find_open(tx, article, Joint::Amend)
        .await?
        .ok_or_else(|| {
            Refusal::WrongState("Nobody has proposed an amendment, or it was published.".to_owned())
        })?;
    stand_still(tx, &authors(tx, file, live).await?).await?;
    let live = &Live::find(tx, article).await?.ok_or(Refusal::NotFound)?;
    let (first, second) = joint::both(tx, &open, signed_in).await?;
    if first.person == second.person {
        return Err(Refusal::NotAllowed(
            "You signed this amendment already. A second person has to sign it.".to_owned(),
        ));
    }
    joint::two_persons(tx, &first, &second).await?;
    let candidate = file.candidate("amend")?;
    let standing = Standing::of_candidate(tx, article, &candidate).await?;
    let proposed = open.facts["digest"].as_str().map(str::to_owned);
    if standing.revision.digest != digest || proposed != Some(digest.to_string()) {
        return Err(Refusal::StaleDigest);
    }
    amends_words_only(&live.revision, &standing.revision)?;
    if may_amend(live, &standing, &first).is_err() {
        return Err(Refusal::NotAllowed(
            "Whoever proposed this amendment turned out to be one of its authors. Somebody else \
             has to propose it."
                .to_owned(),
        ));
    }
    file.check(desk, tx).await?;
    sign(desk, tx, signed_in, live, &standing).await?;
    joint_acts::join(tx, open.id, signed_in.person, signed_in.link, desk.now()).await?;
    candidate.all_signed(desk.now())?.publish()?;
    let made = publish_revision(
        desk,
        tx,
        file,
        &standing.revision,
        Mode::Amended,
        Some(signed_in.person),
        &ImportedText::default(),
    )
    .await?;
    candidates::end(tx, article).await?;
    links::end_proofs(tx, ProofLinks::AllOf(article), desk.now()).await?;
    let now = desk.now();
    let text = format!(
        "Amended by the editors on {} {}; the author has not reviewed this change.",
        day(now),
        now.year()
    );
    let notice = Notice {
        id: NoticeId(desk.id()),
        kind: NoticeKind::Amendment,
        text,
        at: now,
    };
    notices::insert(tx, article, &notice, Some(signed_in.person)).await?;
    let subject = Subject::article(article)
        .on(made.digest)
        .with(json!({ "class": open.facts["class"], "joint_act": open.id }));
    record(desk, tx, caller, "amend", subject).await?;
    let sentence = "The editors changed your article without asking you first. You can object, \
                    or ask for it to be taken off the site.";
    let path = format!("/admin/articles/{article}");
    tell(desk, tx, &live.revision.contributors(), sentence, &path).await?;
    Ok(Published {
        url: desk.url(&format!("/articles/{}", made.slug)),
        version: announce(desk, tx, article, "publish").await?,
    })
}

/// An amendment changes words. Texts that come or go, other names, other letters after them, and
/// other answers to the five questions take the signatures of those whose they are.
fn amends_words_only(live: &Revision, new: &Revision) -> Result<(), Refusal> {
    let names = |of: &Revision| -> BTreeSet<(SectionId, PersonId)> {
        of.sections
            .iter()
            .flat_map(|section| section.contributors.iter().map(|one| (section.id, *one)))
            .collect()
    };
    let signed_with = |section: &RevisionSection| {
        let text = section.text.as_ref()?;
        Some((text.bylines.clone(), text.declarations.clone()))
    };
    let as_signed = new.sections.iter().all(|section| {
        let before = live.sections.iter().find(|one| one.id == section.id);
        before.and_then(signed_with) == signed_with(section)
    });
    if as_signed && names(live) == names(new) {
        return Ok(());
    }
    Err(Refusal::Conflict(
        "An amendment changes words only. Here texts, names or answers are others than readers \
         have now. Put them back, or send a proof to the authors instead."
            .to_owned(),
    ))
}

/// Whose names stand over what readers have, and over what they are to have.
async fn authors(
    tx: &Transaction,
    file: &ArticleFile,
    live: &Live,
) -> Result<Vec<PersonId>, Refusal> {
    let mut authors = live.revision.contributors();
    if let Some(candidate) = &file.candidate
        && let Some(released) = candidate.revision()
    {
        let new = Standing::of(tx, released.revision_id).await?;
        authors.extend(new.revision.contributors());
    }
    Ok(authors)
}

/// Neither of the two may have written what readers have, or what they are to have, nor anybody
/// whose hand theirs may be.
fn may_amend(live: &Live, new: &Standing, hands: &Hands) -> Result<(), IsContributor> {
    for person in hands.all() {
        may_approve(&live.revision.contributors(), person)?;
        may_approve(&new.revision.contributors(), person)?;
    }
    Ok(())
}

async fn sign(
    desk: &Desk,
    tx: &Transaction,
    signed_in: &SignedIn,
    live: &Live,
    standing: &Standing,
) -> Result<(), Refusal> {
    let hands = Hands::of(tx, signed_in).await?;
    let mut authors = live.revision.contributors();
    authors.extend(standing.revision.contributors());
    if let Some(tie) = written_by_another(&authors, &hands) {
        return Err(tie.refusal(tx).await?);
    }
    if may_amend(live, standing, &hands).is_err() {
        return Err(Refusal::NotAllowed(
            "You are one of its authors. Send a proof instead; an amendment is for texts whose \
             authors cannot be asked."
                .to_owned(),
        ));
    }
    let approval = StoredApproval {
        id: ApprovalId(desk.id()),
        revision_id: standing.revision.id,
        revision_digest: standing.revision.digest,
        kind: StoredApprovalKind::Amendment,
        person_id: signed_in.person,
        account_id: signed_in.account,
        session_link: signed_in.link,
        byline: one(tx, signed_in.person).await?.byline,
        at: desk.now(),
    };
    signatures::insert_approval(tx, &approval).await?;
    Ok(())
}
