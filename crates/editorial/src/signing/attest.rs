//! A contributor signs: once, on the proof, for the sections under their name.

use content::changes::{marked, put_back};
use content::declaration::{Answer, Declarations};
use content::digest::Digest;
use content::draft::FieldError;
use content::ids::{ArticleId, AttestationId, PersonId};
use content::lifecycle::Candidate;
use serde_json::json;
use storage::drafts::{self, DraftSection};
use storage::signatures::{self, NewAttestation, SignedBy};
use storage::{Transaction, links, persons};
use time::OffsetDateTime;

use super::freeze::freeze;
use super::proof::{STATEMENT, last_seen};
use super::proof_links::tell;
use super::standing::{Standing, settle};
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::{ArticleFile, save_declarations_plain};
use crate::{Act, Caller, Desk, Refusal};

/// What a contributor sends with a signature.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The digest of the proof on their screen.
    pub digest: Digest,
    /// Their answers to the five questions.
    pub declarations: Declarations,
    /// The changes in which they put their earlier words back, by section and number.
    pub put_back: Vec<(content::ids::SectionId, u32)>,
}

/// A signature that was taken.
#[derive(Clone, Debug)]
pub struct Attested {
    /// When.
    pub at: OffsetDateTime,
    /// The digest of the whole text now: another one when words were put back.
    pub digest: Digest,
}

/// Signs every unsigned section under the caller's name, on exactly the text that was shown.
///
/// Answers, or words put back, make a new frozen text, which is what is signed; an approval
/// already given falls with that, signatures on other sections stand.
pub async fn attest(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    signing: Signing,
) -> Result<Attested, Refusal> {
    let declarations = save_declarations_plain(signing.declarations.clone())?;
    every_question_answered(&declarations)?;
    let tx = desk.storage.begin().await?;
    let door = door(desk, &tx, caller).await?;
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Attest).await?;
    let me = caller.person().ok_or(Refusal::SignedOut)?;
    let me = persons::find_identity(&tx, me).await?;
    let candidate = file.candidate("attest")?;
    let Candidate::ProofOut {
        revision_digest, ..
    } = candidate
    else {
        return Err(refusal_when_not_out(&tx, &file, &candidate, me).await?);
    };
    if revision_digest != signing.digest {
        return Err(Refusal::StaleDigest);
    }
    let standing = Standing::of_candidate(&tx, article, &candidate).await?;
    if let Some(at) = signed_already(&standing, me) {
        return Err(Refusal::AlreadySigned(at));
    }
    if !standing.revision.contributors().contains(&me) {
        return Err(Refusal::NotAllowed(
            "There is nothing under your name to sign.".to_owned(),
        ));
    }

    let rewritten = rewrite(desk, &tx, &standing, me, &declarations, &signing.put_back).await?;
    let standing = if rewritten == Rewritten::No {
        standing
    } else {
        let released = freeze(desk, &tx, &file, Some(me)).await?;
        let next = candidate.put_back(released, me, desk.now())?;
        file.put(desk, &tx, next).await?;
        if rewritten == Rewritten::Words {
            tell_editor(desk, &tx, &file, me).await?;
        }
        let subject = Subject::article(article)
            .on(released.revision_digest)
            .with(json!({ "changes": signing.put_back.len() }));
        record(desk, &tx, caller, "put_back", subject).await?;
        Standing::of(&tx, released.revision_id).await?
    };
    sign(desk, &tx, caller, &standing, me, door).await?;
    if let Caller::Link { link, .. } = caller {
        links::mark_used(&tx, *link, desk.now()).await?;
    }
    settle(desk, &tx, caller, &mut file).await?;
    tx.commit().await?;
    Ok(Attested {
        at: desk.now(),
        digest: standing.revision.digest,
    })
}

/// The statement says that five answers are true, so there have to be five.
fn every_question_answered(declarations: &Declarations) -> Result<(), Refusal> {
    let open: Vec<FieldError> = [
        ("interests", &declarations.interests),
        ("sponsorship", &declarations.sponsorship),
        ("ai_assistance", &declarations.ai_assistance),
        ("published_before", &declarations.published_before),
        ("case_material", &declarations.case_material),
    ]
    .into_iter()
    .filter(|(_, answer)| **answer == Answer::NotAsked)
    .map(|(field, _)| FieldError {
        field: field.to_owned(),
        code: "not_answered",
        detail: "Not signed yet. Please answer this question first.".to_owned(),
    })
    .collect();
    if open.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Invalid(open))
    }
}

/// Through which door the signature comes; a link is asked once more, now that it is locked.
async fn door(desk: &Desk, tx: &Transaction, caller: &Caller) -> Result<SignedBy, Refusal> {
    match caller {
        Caller::Account(signed_in) => Ok(SignedBy::Account(signed_in.account)),
        Caller::Link { link, .. } => {
            let stored = links::find_for_use_by_id(tx, *link)
                .await?
                .ok_or(Refusal::NoSuchLink)?;
            if let Some(used) = stored.used_at {
                return Err(Refusal::AlreadySigned(used));
            }
            if stored.ended_at.is_some() || stored.expires_at <= desk.now() {
                return Err(Refusal::NoSuchLink);
            }
            Ok(SignedBy::Link(*link))
        }
        Caller::Operator | Caller::Clock => Err(Refusal::SignedOut),
    }
}

async fn refusal_when_not_out(
    tx: &Transaction,
    file: &ArticleFile,
    candidate: &Candidate,
    me: PersonId,
) -> Result<Refusal, Refusal> {
    if candidate.revision().is_some() {
        let standing = Standing::of_candidate(tx, file.article.id, candidate).await?;
        if let Some(at) = signed_already(&standing, me) {
            return Ok(Refusal::AlreadySigned(at));
        }
    }
    Ok(Refusal::WrongState(
        "This text is not out for signature just now. Nothing has been signed.".to_owned(),
    ))
}

fn signed_already(standing: &Standing, me: PersonId) -> Option<OffsetDateTime> {
    let owes = standing.missing().iter().any(|gap| gap.person_id == me);
    standing
        .attestations
        .iter()
        .filter(|one| one.person_id == me && !owes)
        .map(|one| one.at)
        .max()
}

/// Whether a signature came with changes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rewritten {
    No,
    Answers,
    Words,
}

/// Writes answers and earlier words into the caller's sections of the draft.
async fn rewrite(
    desk: &Desk,
    tx: &Transaction,
    standing: &Standing,
    me: PersonId,
    declarations: &Declarations,
    wanted: &[(content::ids::SectionId, u32)],
) -> Result<Rewritten, Refusal> {
    let mut rewritten = Rewritten::No;
    let own: Vec<_> = standing
        .revision
        .sections
        .iter()
        .filter(|one| one.contributors.contains(&me))
        .collect();
    if wanted
        .iter()
        .any(|(id, _)| !own.iter().any(|section| section.id == *id))
    {
        return Err(Refusal::NotAllowed(
            "You put back words of your own only.".to_owned(),
        ));
    }
    for section in own {
        let text = section.text.as_ref().ok_or(Refusal::NotFound)?;
        let numbers: Vec<u32> = wanted
            .iter()
            .filter(|(id, _)| *id == section.id)
            .map(|(_, n)| *n)
            .collect();
        let mut body_html = text.body.as_str().to_owned();
        if !numbers.is_empty() {
            let before = last_seen(tx, &standing.revision, section, Some(me)).await?;
            let before = before.as_ref().map_or(&text.body, |before| &before.body);
            let known = marked(before, &text.body).changes;
            if numbers
                .iter()
                .any(|n| !known.iter().any(|change| change.number == *n))
            {
                return Err(Refusal::StaleDigest);
            }
            let restored =
                put_back(before, &text.body, &numbers).map_err(|_| Refusal::StaleDigest)?;
            restored.as_str().clone_into(&mut body_html);
            rewritten = Rewritten::Words;
        }
        if numbers.is_empty() && text.declarations == *declarations {
            continue;
        }
        if rewritten == Rewritten::No {
            rewritten = Rewritten::Answers;
        }
        let stored = drafts::section(tx, standing.revision.article_id, section.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let next = DraftSection {
            version: stored.version + 1,
            body_html,
            declarations: declarations.clone(),
            saved_at: desk.now(),
            saved_by: Some(me),
            ..stored
        };
        if !drafts::save_section(tx, &next).await? {
            return Err(Refusal::StaleDigest);
        }
    }
    Ok(rewritten)
}

async fn sign(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    standing: &Standing,
    me: PersonId,
    door: SignedBy,
) -> Result<(), Refusal> {
    let statement = STATEMENT.join(" ");
    for gap in standing
        .missing()
        .into_iter()
        .filter(|gap| gap.person_id == me)
    {
        let Some(section) = standing
            .revision
            .sections
            .iter()
            .find(|one| one.id == gap.section_id)
        else {
            continue;
        };
        let new = NewAttestation {
            id: AttestationId(desk.id()),
            revision_id: standing.revision.id,
            section_id: section.id,
            section_digest: section.digest,
            person_id: me,
            by: door,
            statement: &statement,
            at: desk.now(),
        };
        signatures::insert_attestation(tx, standing.revision.article_id, &new, desk.id()).await?;
        let subject = Subject::article(standing.revision.article_id)
            .on(section.digest)
            .with(json!({ "section": section.id }));
        record(desk, tx, caller, "attest", subject).await?;
    }
    Ok(())
}

async fn tell_editor(
    desk: &Desk,
    tx: &Transaction,
    file: &ArticleFile,
    me: PersonId,
) -> Result<(), Refusal> {
    let Some(editor) = file.article.editor else {
        return Ok(());
    };
    let name = one(tx, me).await?.byline.name;
    let sentence = format!("{name} put earlier words back on a proof and signed that text.");
    let path = format!("/admin/articles/{}/review", file.article.id);
    tell(desk, tx, &[editor], &sentence, &path).await
}
