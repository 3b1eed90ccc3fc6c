//! One text of the demo, from an empty page to as far as it came.

use content::declaration::{Answer, Declarations};
use content::draft::HeadInput;
use content::ids::{ArticleId, SaveId, TopicId};
use content::signature::ApprovalKind;
use editorial::signing::{self, ProofSent, Signing, Withdrawal, WithdrawalStep};
use editorial::writing::{self, NewArticle};
use editorial::{Caller, Desk};
use time::{Duration, OffsetDateTime};

use super::clock::StoryClock;
use super::data::{Article, State};
use super::people::House;
use crate::Failure;

/// Who agrees to a withdrawal.
const OWNER: &str = "beatrix";

/// Tells one text's story; `day` is when it became public, or last moved.
pub(super) async fn tell(
    desk: &Desk,
    clock: &StoryClock,
    house: &House,
    story: &Article,
    day: OffsetDateTime,
) -> Result<(), Failure> {
    let at = |step| clock.set(day - Duration::days(days(story.state, step)));
    at(Step::Write);
    let id = write(desk, house, story).await?;
    if story.state == State::Draft {
        return Ok(());
    }
    at(Step::Submit);
    signing::submit(desk, house.caller(first_author(story)?)?, id, true).await?;
    if story.state == State::Submitted {
        return Ok(());
    }
    at(Step::Review);
    let editor = house.caller(editor(story)?)?;
    signing::start_review(desk, editor, id).await?;
    match story.state {
        State::InReview => return Ok(()),
        State::ChangesRequested => {
            return Ok(signing::request_changes(desk, editor, id, answer(story)).await?);
        }
        State::Declined => return Ok(signing::decline(desk, editor, id, answer(story)).await?),
        _ => {}
    }
    at(Step::Proof);
    let sent = signing::send_proof(desk, editor, id).await?;
    at(Step::Sign);
    sign(desk, house, story, id, &sent).await?;
    if story.state == State::ProofOut {
        return Ok(());
    }
    at(Step::Approve);
    let digest = signing::signatures(desk, editor, id).await?.digest;
    signing::approve(desk, editor, id, digest, &[ApprovalKind::Editorial]).await?;
    if story.state == State::Approved {
        return Ok(());
    }
    clock.set(day);
    signing::publish(desk, editor, id, digest).await?;
    if story.state == State::Withdrawn {
        clock.set(day + Duration::days(120));
        withdraw(desk, house, story, id).await?;
    }
    Ok(())
}

/// Days between a step and the one that made a text public.
#[derive(Clone, Copy)]
enum Step {
    Write = 14,
    Submit = 12,
    Review = 9,
    Proof = 6,
    Sign = 3,
    Approve = 1,
}

/// How many days before its last step a text took another.
const fn days(state: State, step: Step) -> i64 {
    let last = match state {
        State::Draft => Step::Write as i64,
        State::Submitted => Step::Submit as i64,
        State::InReview | State::ChangesRequested | State::Declined => Step::Review as i64,
        State::ProofOut => Step::Sign as i64,
        State::Approved => Step::Approve as i64,
        State::Live | State::Withdrawn => 0,
    };
    step as i64 - last
}

fn first_author(story: &Article) -> Result<&str, Failure> {
    let author = story
        .sections
        .first()
        .and_then(|section| section.authors.first());
    author
        .map(String::as_str)
        .ok_or_else(|| Failure::new("it has no author"))
}

fn editor(story: &Article) -> Result<&str, Failure> {
    story
        .editor
        .as_deref()
        .ok_or_else(|| Failure::new("it has no editor"))
}

fn answer(story: &Article) -> signing::Answer {
    let message = story.reason.clone().unwrap_or_default();
    let reason = match story.state {
        State::Declined => "Not for us now",
        _ => "A little more is needed",
    };
    signing::Answer {
        reason: reason.to_owned(),
        message,
    }
}

async fn write(desk: &Desk, house: &House, story: &Article) -> Result<ArticleId, Failure> {
    let author = house.caller(first_author(story)?)?;
    let new = NewArticle {
        kind: story.kind,
        title: story.title.clone(),
        contributor: None,
    };
    let id = writing::begin_article(desk, author, new).await?;
    let head = HeadInput {
        title: story.title.clone(),
        summary: story.summary.clone().unwrap_or_default(),
        question: story.question.clone(),
    };
    writing::save_head(desk, author, id, 1, save_id(desk), head).await?;
    for (number, section) in story.sections.iter().enumerate() {
        if number > 0 {
            let people = section.authors.iter().map(|key| house.person(key));
            let people = people.collect::<Result<Vec<_>, _>>()?;
            writing::add_section(desk, author, id, &people).await?;
        }
        let view = writing::open_draft(desk, author, id).await?;
        let place = view
            .sections
            .get(number)
            .ok_or_else(|| Failure::new("a section is lost"))?;
        let (place, version) = (place.id, place.version);
        let save = save_id(desk);
        let body = &section.body_html;
        let written =
            writing::save_section(desk, author, id, place, version, save, body.as_str()).await?;
        if story.state != State::Draft {
            let answers = answers(&story.declarations);
            writing::save_declarations(desk, author, id, place, written.saved.version, answers)
                .await?;
        }
    }
    let topics: Vec<TopicId> = story.topics.iter().cloned().map(TopicId).collect();
    writing::set_topics(desk, author, id, &topics).await?;
    Ok(id)
}

fn save_id(desk: &Desk) -> SaveId {
    SaveId(desk.id())
}

/// The five answers; nobody signs while one is open.
fn answers(written: &Declarations) -> Declarations {
    let given = |answer: &Answer| match answer {
        Answer::NotAsked => Answer::No,
        given => given.clone(),
    };
    Declarations {
        interests: given(&written.interests),
        sponsorship: given(&written.sponsorship),
        ai_assistance: given(&written.ai_assistance),
        published_before: given(&written.published_before),
        case_material: given(&written.case_material),
    }
}

/// Everybody signs who was asked; on a proof that is still out, the first alone.
async fn sign(
    desk: &Desk,
    house: &House,
    story: &Article,
    id: ArticleId,
    sent: &ProofSent,
) -> Result<(), Failure> {
    let mut signed = 0;
    let keys = story.sections.iter().flat_map(|section| &section.authors);
    for key in keys {
        let person = house.person(key)?;
        let Some(link) = sent.links.iter().find(|link| link.person.id == person) else {
            continue;
        };
        if story.state == State::ProofOut && signed > 0 {
            break;
        }
        let caller = if House::signs_in(key) {
            house.caller(key)?.clone()
        } else {
            let url = link.delivery.url.as_deref().unwrap_or_default();
            let token = url.rsplit('/').next().unwrap_or_default();
            signing::open_proof_link(desk, token).await?.0
        };
        attest(desk, &caller, story, id).await?;
        signed += 1;
    }
    Ok(())
}

async fn attest(
    desk: &Desk,
    caller: &Caller,
    story: &Article,
    id: ArticleId,
) -> Result<(), Failure> {
    let digest = signing::proof(desk, caller, id).await?.digest;
    let signing = Signing {
        digest,
        declarations: answers(&story.declarations),
        put_back: Vec::new(),
    };
    signing::attest(desk, caller, id, signing).await?;
    Ok(())
}

async fn withdraw(
    desk: &Desk,
    house: &House,
    story: &Article,
    id: ArticleId,
) -> Result<(), Failure> {
    let printed = story.reason.clone().unwrap_or_default();
    let step = WithdrawalStep::Ask { printed };
    signing::withdraw(desk, house.caller(editor(story)?)?, id, step).await?;
    let asked = writing::open_draft(desk, house.caller(OWNER)?, id).await?;
    let Some(asked) = asked.joint_act else {
        return Err(Failure::new("nobody asked for it"));
    };
    let join = WithdrawalStep::Join { act: asked.id };
    let done = signing::withdraw(desk, house.caller(OWNER)?, id, join).await?;
    if done == Withdrawal::Done {
        Ok(())
    } else {
        Err(Failure::new("it was not withdrawn"))
    }
}
