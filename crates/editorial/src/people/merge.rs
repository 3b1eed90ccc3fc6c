//! Two persons turn out to be one.

use std::collections::BTreeSet;

use content::disclaimer::Mode;
use content::ids::{ArticleId, CredentialId, PersonId, RevisionId};
use serde_json::json;
use storage::persons::{self, Person};
use storage::site_state::{self, Subject as Seen};
use storage::{Transaction, accounts, candidates, contributors, credentials, publications};

use super::own_or_staff::has_account;
use crate::hands::Hands;
use crate::permissions::may_here;
use crate::record::{Subject, record};
use crate::signing::Standing;
use crate::{Act, Caller, Desk, Refusal};

/// What came of a merge.
#[derive(Clone, Debug)]
pub struct Merged {
    /// How many articles name the person now.
    pub articles: usize,
    /// Articles whose second person turned out to be one of their authors.
    pub lost_second_person: Vec<ArticleId>,
}

/// Records that `from` is `into`. Credentials and account go over; texts and signatures stay
/// as they are, and count as one person's from now on.
///
/// Nobody says this of themselves, nor in a session that they may have begun for another, and a check of somebody who could not sign in says nothing
/// of the one who can: where one of the two has an account, the other's letters go over without
/// their checks and are looked up again.
///
/// An approval by somebody who turns out to be an author is none. What is under way waits for
/// another second person; what is public is named in the answer and in the log.
pub async fn merge(
    desk: &Desk,
    caller: &Caller,
    from: PersonId,
    into: PersonId,
) -> Result<Merged, Refusal> {
    may_here(caller, Act::ManagePeople)?;
    let tx = desk.storage.begin().await?;
    if from == into {
        return Err(conflict("This is the same person already."));
    }
    let me = Hands::of(&tx, caller.signed_in()?).await?;
    if me.all().any(|me| [from, into].contains(&me)) {
        return Err(Refusal::NotAllowed(
            "You cannot say this of yourself. Ask another editor.".to_owned(),
        ));
    }
    let both = persons::list_locked(&tx, &[from, into]).await?;
    let loser = standing_alone(&both, from)?;
    let winner = standing_alone(&both, into)?;
    let accounts_of = (
        has_account(&tx, loser.id).await?,
        has_account(&tx, winner.id).await?,
    );
    if accounts_of == (true, true) {
        return Err(conflict(
            "Both have an account, so they cannot be merged. Each account is its own person.",
        ));
    }
    let public = [loser.id, winner.id];
    let was_public = [
        persons::is_public(&tx, loser.id).await?,
        persons::is_public(&tx, winner.id).await?,
    ];
    let approved = approved_texts(&tx, &public).await?;

    let unchecked = match accounts_of {
        (true, false) => lose_checks(desk, &tx, winner.id).await?,
        (false, true) => lose_checks(desk, &tx, loser.id).await?,
        _ => 0,
    };
    accounts::hand_over(&tx, loser.id, winner.id).await?;
    credentials::hand_over(&tx, loser.id, winner.id).await?;
    persons::merge(&tx, loser.id, winner.id).await?;
    fill_gaps(&tx, &loser, winner).await?;

    let mut lost = BTreeSet::new();
    for (article, revision) in approved {
        if !Standing::of(&tx, revision).await?.is_approved() {
            lost.insert(article);
        }
    }
    let lost_second_person: Vec<ArticleId> = lost.into_iter().collect();
    let subject = Subject::new("person", from).with(json!({
        "into": into,
        "lost_second_person": lost_second_person,
        "unchecked": unchecked,
    }));
    record(desk, &tx, caller, "merge", subject).await?;
    if was_public.contains(&true) {
        for person in public {
            site_state::bump(&tx, Seen::Person(person), "merge", desk.now()).await?;
        }
    }
    let articles = persons::count_articles(&tx, &[into]).await?;
    tx.commit().await?;
    Ok(Merged {
        articles: articles.get(&into).copied().unwrap_or(0),
        lost_second_person,
    })
}

fn standing_alone(both: &[Person], id: PersonId) -> Result<Person, Refusal> {
    let person = both
        .iter()
        .find(|person| person.id == id)
        .ok_or(Refusal::NotFound)?;
    match person.merged_into {
        None => Ok(person.clone()),
        Some(_) => Err(conflict(
            "One of them was merged into somebody else before.",
        )),
    }
}

/// Puts every checked credential of a person under another id, without its checks, which stay
/// on record with the old one. Answers how many they were.
async fn lose_checks(desk: &Desk, tx: &Transaction, person: PersonId) -> Result<usize, Refusal> {
    let held = credentials::list_of(tx, &[person]).await?;
    let ids: Vec<CredentialId> = held.iter().map(|one| one.id).collect();
    let checks = credentials::verifications(tx, &ids).await?;
    let mut unchecked = 0;
    for mut credential in held {
        if checks.iter().all(|one| one.credential_id != credential.id) {
            continue;
        }
        credentials::remove(tx, credential.id, desk.now()).await?;
        credential.id = CredentialId(desk.id());
        credentials::insert(tx, &credential).await?;
        unchecked += 1;
    }
    Ok(unchecked)
}

/// The texts by either person that have a second person now: those under way, and those that
/// readers have.
async fn approved_texts(
    tx: &Transaction,
    persons: &[PersonId],
) -> Result<Vec<(ArticleId, RevisionId)>, Refusal> {
    let mut articles: BTreeSet<ArticleId> = BTreeSet::new();
    for person in persons {
        articles.extend(contributors::articles_of(tx, *person, None).await?);
    }
    articles.extend(publications::articles_of(tx, persons).await?);
    let mut approved = Vec::new();
    for article in articles {
        let candidate = candidates::find(tx, article).await?;
        let candidate = candidate.and_then(|one| one.state.revision());
        let public = match publications::find_copy(tx, article).await? {
            Some(copy) => publications::find(tx, article, copy.publication_id).await?,
            None => None,
        };
        let public = public.filter(|one| one.mode == Mode::Countersigned);
        let texts = candidate
            .map(|one| one.revision_id)
            .into_iter()
            .chain(public.map(|one| one.revision_id));
        for revision in texts {
            if Standing::of(tx, revision).await?.is_approved() {
                approved.push((article, revision));
            }
        }
    }
    Ok(approved)
}

/// What the one does not say of themselves, the other may have said.
async fn fill_gaps(tx: &Transaction, loser: &Person, mut winner: Person) -> Result<(), Refusal> {
    if winner.bio.is_empty() {
        winner.bio.clone_from(&loser.bio);
    }
    winner.practice_url = winner.practice_url.or_else(|| loser.practice_url.clone());
    winner.photo_digest = winner.photo_digest.or_else(|| loser.photo_digest.clone());
    persons::update(tx, &winner).await?;
    Ok(())
}

fn conflict(words: &str) -> Refusal {
    Refusal::Conflict(words.to_owned())
}
