//! Reminds those whose signature is missing: twice by itself, and when an editor asks for it.
//!
//! What was asked of somebody is kept with the jobs that will remind, in one transaction. A job
//! that falls due asks anew whether there is anything to remind of, and keeps the reminder, its
//! letter and its line in the log at once; so each is sent once, whoever else works and whatever
//! ends in between.

use content::ids::{ArticleId, PersonId};
use content::lifecycle::Candidate;
use serde_json::json;
use storage::requests::{self, RemindedBy, Reminder, SignatureRequest};
use storage::{Transaction, candidates, persons};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::Standing;
use super::proof_links::{address_of, day, keep_link};
use crate::letters::Nudge;
use crate::people::one;
use crate::record::{Subject, record};
use crate::writing::ArticleFile;
use crate::{Act, Caller, Desk, Job, Letter, Refusal};

/// When the clock reminds, counted from when the proof was first sent.
const AFTER: [Duration; 2] = [Duration::days(3), Duration::days(7)];
/// Nobody is reminded twice within this time.
const BETWEEN: Duration = Duration::days(1);

/// Keeps that somebody was asked to sign, and when they are to be reminded.
pub(super) async fn asked(
    desk: &Desk,
    tx: &Transaction,
    article: ArticleId,
    person: PersonId,
    mailed_to: Option<String>,
) -> Result<(), Refusal> {
    let now = desk.now();
    requests::end(tx, article, Some(&[person]), now).await?;
    let request = SignatureRequest {
        id: desk.id(),
        article_id: article,
        person_id: person,
        asked_at: now,
        mailed_to,
        ended_at: None,
    };
    requests::insert(tx, &request).await?;
    if request.mailed_to.is_none() {
        return Ok(());
    }
    for (number, after) in (1..).zip(AFTER) {
        let job = Job::Remind {
            request: request.id,
            number,
        };
        desk.later_at(tx, &job, now + after).await?;
    }
    Ok(())
}

/// What is still asked of a person, who owes their signature on the proof that is out.
struct Owed {
    request: SignatureRequest,
    reminders: Vec<Reminder>,
    /// Counted as one with those merged with them.
    person: PersonId,
    digest: content::digest::Digest,
}

impl Owed {
    /// `None` where nothing is owed any more. The article is locked by now.
    async fn find(
        tx: &Transaction,
        article: ArticleId,
        person: PersonId,
    ) -> Result<Option<Self>, Refusal> {
        let Some(stored) = candidates::find(tx, article).await? else {
            return Ok(None);
        };
        if !matches!(stored.state, Candidate::ProofOut { .. }) {
            return Ok(None);
        }
        let person = persons::find_identity(tx, person).await?;
        let standing = Standing::of_candidate(tx, article, &stored.state).await?;
        if !standing.missing().iter().any(|gap| gap.person_id == person) {
            return Ok(None);
        }
        for request in requests::list_open(tx, article).await? {
            if persons::find_identity(tx, request.person_id).await? != person {
                continue;
            }
            return Ok(Some(Self {
                reminders: requests::reminders(tx, &[request.id]).await?,
                request,
                person,
                digest: standing.revision.digest,
            }));
        }
        Ok(None)
    }

    fn is_fresh(&self, now: OffsetDateTime) -> bool {
        let last = self.reminders.last();
        last.is_some_and(|last| now - last.at < BETWEEN)
    }

    /// Writes the letter, with a link of its own: the one in the first letter works on. Answers
    /// whether it was new.
    async fn send(
        &self,
        desk: &Desk,
        tx: &Transaction,
        caller: &Caller,
        by: RemindedBy,
        to: String,
    ) -> Result<bool, Refusal> {
        let reminder = Reminder {
            id: desk.id(),
            request_id: self.request.id,
            by,
            at: desk.now(),
        };
        if !requests::insert_reminder(tx, &reminder).await? {
            return Ok(false);
        }
        let article = self.request.article_id;
        let (link, url) = keep_link(desk, tx, article, self.person, None, &[]).await?;
        let letter = Letter::Reminder {
            name: one(tx, self.person).await?.byline.name,
            nudge: match by {
                RemindedBy::Person(_) => Nudge::Editor,
                RemindedBy::Clock(number) if usize::from(number) < AFTER.len() => Nudge::First,
                RemindedBy::Clock(_) => Nudge::Last,
            },
            url,
            until: day(link.expires_at),
        };
        desk.later(tx, &Job::Mail { to, letter }).await?;
        let subject = Subject::article(article)
            .on(self.digest)
            .with(json!({ "person": self.person }));
        record(desk, tx, caller, "remind", subject).await?;
        Ok(true)
    }
}

/// Reminds somebody for the first or the second time, if their signature is still missing on the
/// proof of that time, letters reach them and nobody stopped it.
///
/// # Errors
/// When the database fails; doing it again does no harm.
pub async fn remind_when_due(desk: &Desk, request: Uuid, number: u8) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    let Some(asked) = requests::find(&tx, request).await? else {
        return Ok(());
    };
    let article = asked.article_id;
    desk.article(&tx, article).await?;
    let Some(owed) = Owed::find(&tx, article, asked.person_id).await? else {
        return Ok(());
    };
    // Another proof, or another asking, counts from its own day.
    if owed.request.id != request
        || owed.is_fresh(desk.now())
        || requests::is_quiet(&tx, article).await?
    {
        return Ok(());
    }
    let Some(to) = address_of(desk, &tx, owed.person).await? else {
        return Ok(());
    };
    let by = RemindedBy::Clock(number);
    if owed.send(desk, &tx, &Caller::Clock, by, to).await? {
        tx.commit().await?;
    }
    Ok(())
}

/// An editor reminds somebody now, once a day at the most. Answers when.
pub async fn remind(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    person: PersonId,
) -> Result<OffsetDateTime, Refusal> {
    let me = caller.signed_in()?.person;
    let tx = desk.storage.begin().await?;
    let file = ArticleFile::open(desk, &tx, caller, article, Act::SendProof).await?;
    file.candidate("remind")?;
    let person = persons::find_identity(&tx, person).await?;
    let Some(owed) = Owed::find(&tx, article, person).await? else {
        return Err(Refusal::Conflict(
            "Nobody waits for that signature. No letter was sent.".to_owned(),
        ));
    };
    let name = one(&tx, person).await?.byline.name;
    let Some(to) = address_of(desk, &tx, person).await? else {
        return Err(Refusal::Conflict(format!(
            "No letter can be sent to {name}. Make a link, and send it in another way."
        )));
    };
    if owed.is_fresh(desk.now()) {
        return Err(Refusal::Conflict(format!(
            "{name} was reminded within the last day, so no letter was sent. You can send another \
             tomorrow."
        )));
    }
    owed.send(desk, &tx, caller, RemindedBy::Person(me), to)
        .await?;
    tx.commit().await?;
    Ok(desk.now())
}

/// Whether the clock reminds the contributors of an article.
pub async fn set_reminders(
    desk: &Desk,
    caller: &Caller,
    article: ArticleId,
    automatic: bool,
) -> Result<(), Refusal> {
    let tx = desk.storage.begin().await?;
    ArticleFile::open(desk, &tx, caller, article, Act::SendProof).await?;
    if requests::is_quiet(&tx, article).await? != automatic {
        return Ok(());
    }
    let act = if automatic {
        requests::end_quiet(&tx, article).await?;
        "resume_reminders"
    } else {
        requests::make_quiet(&tx, article, desk.now()).await?;
        "stop_reminders"
    };
    record(desk, &tx, caller, act, Subject::article(article)).await?;
    tx.commit().await?;
    Ok(())
}

/// How the signatures screen tells of an asking.
pub(super) struct Asking {
    /// When the proof was first sent to them.
    pub(super) at: OffsetDateTime,
    /// Where the letter went.
    pub(super) mailed_to: Option<String>,
    /// When they were reminded, oldest first.
    pub(super) reminded: Vec<OffsetDateTime>,
}

/// What was asked last of each person on the proof that is out, merged persons as one.
pub(super) async fn askings(
    tx: &Transaction,
    article: ArticleId,
) -> Result<Vec<(PersonId, Asking)>, Refusal> {
    let open = requests::list_open(tx, article).await?;
    let ids: Vec<Uuid> = open.iter().map(|one| one.id).collect();
    let reminders = requests::reminders(tx, &ids).await?;
    let persons: Vec<PersonId> = open.iter().map(|one| one.person_id).collect();
    let persons = persons::identities(tx, &persons).await?;
    Ok(persons
        .into_iter()
        .zip(open)
        .map(|(person, request)| {
            let of_it = reminders.iter().filter(|one| one.request_id == request.id);
            let asking = Asking {
                at: request.asked_at,
                mailed_to: request.mailed_to,
                reminded: of_it.map(|one| one.at).collect(),
            };
            (person, asking)
        })
        .collect())
}

/// Whether an editor can remind somebody now who was reminded at these times.
pub(super) fn can_remind(reminded: &[OffsetDateTime], now: OffsetDateTime) -> bool {
    reminded.last().is_none_or(|last| now - *last >= BETWEEN)
}
