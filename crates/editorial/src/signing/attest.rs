//! A contributor signs: once, on the proof, for the sections under their name.

use content::changes::put_back;
use content::declaration::{Answer, Declarations};
use content::digest::Digest;
use content::draft::FieldError;
use content::ids::{ArticleId, AttestationId, PersonId, SectionId};
use content::image;
use content::lifecycle::Candidate;
use serde_json::json;
use storage::drafts::{self, DraftSection};
use storage::links::{self, ProofLinks};
use storage::revisions::RevisionSection;
use storage::signatures::{self, NewAttestation, SignedBy};
use storage::{Transaction, persons};
use time::OffsetDateTime;

use super::freeze::{OwnText, freeze_signed};
use super::proof::STATEMENT;
use super::proof_links::{Show, Wanted, link_of, make_proof_link, tell};
use super::seen::Seen;
use super::standing::{Standing, settle};
use crate::hands::link_shown_to;
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
    pub put_back: Vec<(SectionId, u32)>,
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
    let mut file = ArticleFile::open(desk, &tx, caller, article, Act::Attest).await?;
    let door = door(desk, &tx, caller).await?;
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

    let own = own_text(&tx, &standing, me, &declarations, &signing.put_back).await?;
    // A letter that has not left yet need not ask any more.
    links::end_proofs(&tx, ProofLinks::Unsent(article, me), desk.now()).await?;
    let standing = if own.is_empty() {
        standing
    } else {
        save_own(desk, &tx, article, me, &own).await?;
        let released = freeze_signed(desk, &tx, &standing.revision, &own, me).await?;
        let next = candidate.put_back(released, me, desk.now())?;
        file.put(desk, &tx, next).await?;
        let now = Standing::of(&tx, released.revision_id).await?;
        ask_again(desk, &tx, &standing, &now, me).await?;
        if !signing.put_back.is_empty() {
            tell_editor(desk, &tx, &file, me).await?;
        }
        let subject = Subject::article(article)
            .on(released.revision_digest)
            .with(json!({ "changes": signing.put_back.len() }));
        record(desk, &tx, caller, "put_back", subject).await?;
        now
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

/// Through which door the signature comes.
async fn door(desk: &Desk, tx: &Transaction, caller: &Caller) -> Result<Door, Refusal> {
    match (caller, link_of(desk, tx, caller).await?) {
        (Caller::Account(signed_in), _) => Ok(Door {
            by: SignedBy::Account {
                id: signed_in.account,
                session_link: signed_in.link,
            },
            shown_to: link_shown_to(tx, signed_in).await?,
        }),
        (Caller::Link { link, .. }, Some(stored)) => match stored.used_at {
            Some(used) => Err(Refusal::AlreadySigned(used)),
            None => Ok(Door {
                by: SignedBy::Link(*link),
                shown_to: stored.shown.map(|shown| shown.to),
            }),
        },
        _ => Err(Refusal::SignedOut),
    }
}

/// A door, and who else could have come through it.
struct Door {
    by: SignedBy,
    shown_to: Option<PersonId>,
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

/// What the caller's sections say with their answers and the earlier words they put back;
/// empty where that is what they were shown.
async fn own_text(
    tx: &Transaction,
    standing: &Standing,
    me: PersonId,
    declarations: &Declarations,
    wanted: &[(SectionId, u32)],
) -> Result<Vec<OwnText>, Refusal> {
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
    let seen = Seen::of(tx, &standing.revision, Some(me)).await?;
    let mut written = Vec::new();
    for section in own {
        let text = section.text.as_ref().ok_or(Refusal::NotFound)?;
        let numbers: Vec<u32> = wanted
            .iter()
            .filter(|(id, _)| *id == section.id)
            .map(|(_, n)| *n)
            .collect();
        if text.declarations != *declarations {
            same_answers(tx, standing, section, me, &text.declarations, declarations).await?;
        }
        if !numbers.is_empty() {
            let before = seen.section(section).unwrap_or(text);
            let restored =
                put_back(&before.body, &text.body, &numbers).map_err(|_| Refusal::StaleDigest)?;
            let known = [text.images.as_slice(), &before.images].concat();
            written.push(OwnText {
                section: section.id,
                images: image::standing_in(&restored, &known),
                body: restored,
                declarations: declarations.clone(),
            });
        } else if text.declarations != *declarations {
            written.push(OwnText {
                section: section.id,
                body: text.body.clone(),
                images: text.images.clone(),
                declarations: declarations.clone(),
            });
        }
    }
    Ok(written)
}

/// Refuses answers that would replace those which a co-author of the same text has signed.
async fn same_answers(
    tx: &Transaction,
    standing: &Standing,
    section: &RevisionSection,
    me: PersonId,
    theirs: &Declarations,
    mine: &Declarations,
) -> Result<(), Refusal> {
    let Some(other) = section
        .contributors
        .iter()
        .find(|other| **other != me && standing.signed(section, **other).is_some())
    else {
        return Ok(());
    };
    let name = one(tx, *other).await?.byline.name;
    let differing: Vec<&str> = answers(theirs)
        .into_iter()
        .zip(answers(mine))
        .filter(|((_, theirs), (_, mine))| theirs != mine)
        .map(|((question, _), _)| question)
        .collect();
    Err(Refusal::Conflict(format!(
        "{name} signed this text with other answers than yours, about {}. A text has one set of \
         answers. Nothing has been signed, and {name}'s signature stands. Agree on the answers \
         with {name}, or write to the editors.",
        differing.join(", ")
    )))
}

fn answers(declared: &Declarations) -> [(&'static str, &Answer); 5] {
    [
        ("interests", &declared.interests),
        ("sponsorship", &declared.sponsorship),
        ("help by AI", &declared.ai_assistance),
        ("earlier publication", &declared.published_before),
        ("case material", &declared.case_material),
    ]
}

/// Writes what was signed into the draft, so that the next proof begins from it.
async fn save_own(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    me: PersonId,
    own: &[OwnText],
) -> Result<(), Refusal> {
    for text in own {
        let stored = drafts::section(tx, article, text.section)
            .await?
            .ok_or(Refusal::NotFound)?;
        let next = DraftSection {
            version: stored.version + 1,
            body_html: text.body.as_str().to_owned(),
            images: text.images.clone(),
            declarations: text.declarations.clone(),
            saved_at: desk.now(),
            saved_by: Some(me),
            ..stored
        };
        if !drafts::save_section(tx, &next).await? {
            return Err(Refusal::StaleDigest);
        }
    }
    Ok(())
}

/// Sends a fresh link to each co-author whose signature fell with the caller's own words.
async fn ask_again(
    desk: &Desk,
    tx: &Transaction,
    before: &Standing,
    now: &Standing,
    me: PersonId,
) -> Result<(), Refusal> {
    let owed = before.missing();
    for gap in now.missing() {
        if gap.person_id == me || owed.contains(&gap) {
            continue;
        }
        let changes = Seen::of(tx, &now.revision, Some(gap.person_id))
            .await?
            .count();
        let wanted = Wanted::Signature { changes };
        let article = now.revision.article_id;
        make_proof_link(desk, tx, article, gap.person_id, wanted, Show::Never).await?;
    }
    Ok(())
}

async fn sign(
    desk: &Desk,
    tx: &Transaction,
    caller: &Caller,
    standing: &Standing,
    me: PersonId,
    door: Door,
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
            by: door.by,
            statement: &statement,
            at: desk.now(),
        };
        signatures::insert_attestation(tx, standing.revision.article_id, &new, desk.id()).await?;
        let subject = Subject::article(standing.revision.article_id)
            .on(section.digest)
            .with(json!({ "section": section.id, "link_shown_to": door.shown_to }));
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
