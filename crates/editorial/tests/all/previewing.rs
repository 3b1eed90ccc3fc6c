//! A link shows one frozen text before publication, and does nothing else.

use content::ids::ArticleId;
use content::lifecycle::Candidate;
use content::publication::Publication;
use editorial::previews::{
    self, NewPreview, PreviewView, look_at_preview, make_preview, preview_page, revoke_preview,
};
use editorial::signing::{self, ErasureStep, WithdrawalStep};
use editorial::{Caller, Refusal, accounts, writing};
use storage::on_both_databases;
use time::Duration;

use crate::newsroom::{Newsroom, person};

fn token(made: &NewPreview) -> &str {
    made.url.rsplit('/').next().unwrap()
}

async fn shown(room: &Newsroom, made: &NewPreview) -> Result<Publication, Refusal> {
    preview_page(&room.desk, token(made)).await
}

async fn words(room: &Newsroom, made: &NewPreview) -> String {
    let page = shown(room, made).await.unwrap();
    page.sections[0].body.as_str().to_owned()
}

#[track_caller]
fn shows_nothing<T: std::fmt::Debug>(result: Result<T, Refusal>) {
    assert!(matches!(result, Err(Refusal::NoSuchLink)), "{result:?}");
}

fn because() -> signing::Answer {
    signing::Answer {
        reason: "Outside our topics".to_owned(),
        message: "Not for our readers.".to_owned(),
    }
}

async fn listed(room: &Newsroom, id: ArticleId) -> Vec<PreviewView> {
    previews::list_previews(&room.desk, &room.dana, id)
        .await
        .unwrap()
}

async fn candidate(room: &Newsroom, id: ArticleId) -> Option<Candidate> {
    let tx = room.desk.storage.look().await.unwrap();
    let stored = storage::candidates::find(&tx, id).await.unwrap();
    stored.map(|stored| stored.state)
}

async fn withdraw(room: &Newsroom, id: ArticleId) {
    let ask = WithdrawalStep::Ask {
        printed: "Its author asked for it.".to_owned(),
    };
    signing::withdraw(&room.desk, &room.dana, id, ask)
        .await
        .unwrap();
    let view = writing::open_draft(&room.desk, &room.priya, id)
        .await
        .unwrap();
    let join = WithdrawalStep::Join {
        act: view.joint_act.unwrap().id,
    };
    signing::withdraw(&room.desk, &room.priya, id, join)
        .await
        .unwrap();
}

on_both_databases! {
    async fn a_preview_shows_one_text_though_the_draft_goes_on(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let first = make_preview(&room.desk, &room.amina, id).await.unwrap();
        room.write(&room.amina, id, section, "<p>Begin with a talk.</p>").await.unwrap();
        let second = make_preview(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(words(&room, &first).await, "<p>Begin with a walk.</p>");
        assert_eq!(words(&room, &second).await, "<p>Begin with a talk.</p>");
        assert_eq!(candidate(&room, id).await, Some(Candidate::Draft));
        let tx = room.desk.storage.look().await.unwrap();
        let kept = storage::preview_links::list(&tx, id).await.unwrap();
        assert!(kept.iter().all(|link| link.token_digest != token(&first)), "only a digest is kept");
        drop(tx);
        let log = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let made: Vec<_> = log.iter().filter(|line| line.act == "make_preview_link").collect();
        assert_eq!(made.len(), 2);
        assert_eq!(made[0].detail, serde_json::json!({ "preview": first.id }));
    }

    async fn it_ends_after_a_fortnight_or_when_it_is_revoked(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _) = room.an_article().await;
        let made = make_preview(&room.desk, &room.amina, id).await.unwrap();
        let other = make_preview(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(made.expires_at, room.desk.now() + Duration::days(14));
        assert_eq!(look_at_preview(&room.desk, token(&made)).await.unwrap(), made.expires_at);
        assert_eq!(listed(&room, id).await[1].opened_at, None, "looking opens nothing");
        room.clock.pass(Duration::days(1));
        shown(&room, &made).await.unwrap();
        let opened = room.desk.now();
        room.clock.pass(Duration::days(13) - Duration::seconds(1));
        shown(&room, &made).await.unwrap();
        revoke_preview(&room.desk, &room.dana, id, other.id).await.unwrap();
        revoke_preview(&room.desk, &room.dana, id, other.id).await.unwrap();
        shows_nothing(shown(&room, &other).await);
        room.clock.pass(Duration::seconds(1));
        shows_nothing(shown(&room, &made).await);
        shows_nothing(look_at_preview(&room.desk, token(&made)).await);
        shows_nothing(preview_page(&room.desk, "no token").await);
        let all = listed(&room, id).await;
        assert_eq!((all[0].id, all[1].id), (other.id, made.id), "the newest first");
        assert!(all[0].revoked_at.is_some() && all[1].revoked_at.is_none());
        assert_eq!(all[1].opened_at, Some(opened), "the first time");
        assert!(all.iter().all(|link| !link.is_open && link.made_by.id == person(&room.amina)));
        let log = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let ended = log.iter().filter(|line| line.act == "revoke_preview_link").count();
        assert_eq!(ended, 1, "ending it twice is one act");
    }

    async fn it_shows_the_proof_that_is_out_and_leaves_it_alone(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let (before, digest) = (candidate(&room, id).await, room.digest(id).await);
        let tx = room.desk.storage.look().await.unwrap();
        let number = storage::revisions::newest_number(&tx, id).await.unwrap();
        drop(tx);
        let made = make_preview(&room.desk, &room.dana, id).await.unwrap();
        let tx = room.desk.storage.look().await.unwrap();
        assert_eq!(storage::revisions::newest_number(&tx, id).await.unwrap(), number);
        drop(tx);
        assert!(matches!(before, Some(Candidate::ProofOut { .. })));
        assert_eq!((candidate(&room, id).await, room.digest(id).await), (before, digest));
        room.sign(&room.amina, id).await.unwrap();
        let signed = make_preview(&room.desk, &room.dana, id).await.unwrap();
        let page = shown(&room, &signed).await.unwrap();
        assert_eq!(page.sections[0].contributors[0].signed_at, None, "signatures are not shown");
        shown(&room, &made).await.unwrap();
        room.approve(&room.priya, id).await.unwrap();
        room.publish(id).await.unwrap();
        shows_nothing(shown(&room, &made).await);
        shows_nothing(shown(&room, &signed).await);
        assert!(listed(&room, id).await.iter().all(|link| !link.is_open));
        // Nor does the next text bring it back.
        signing::revise(&room.desk, &room.amina, id).await.unwrap();
        shows_nothing(shown(&room, &made).await);
        let next = make_preview(&room.desk, &room.amina, id).await.unwrap();
        shown(&room, &next).await.unwrap();
    }

    async fn nobody_signs_by_it(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let made = make_preview(&room.desk, &room.dana, id).await.unwrap();
        let refused = signing::open_proof_link(&room.desk, token(&made)).await;
        shows_nothing(refused.map(|(_, article)| article));
        let refused = accounts::look_at_link(&room.desk, token(&made)).await;
        shows_nothing(refused);
        let sent = room.send(id).await;
        let proof = sent.links[0].delivery.url.clone().unwrap();
        shows_nothing(preview_page(&room.desk, proof.rsplit('/').next().unwrap()).await);
        let by_proof_link = room.open_link(&sent.links[0]).await.unwrap();
        let refused = make_preview(&room.desk, &by_proof_link, id).await;
        assert!(refused.is_err(), "{refused:?}");
        let tx = room.desk.storage.begin().await.unwrap();
        let links = storage::preview_links::list(&tx, id).await.unwrap();
        let frozen = storage::revisions::find(&tx, links[0].revision_id).await.unwrap().unwrap();
        let signature = storage::signatures::StoredApproval {
            id: content::ids::ApprovalId(room.desk.id()),
            revision_id: frozen.id,
            revision_digest: frozen.digest,
            kind: storage::signatures::StoredApprovalKind::Editorial,
            person_id: person(&room.priya),
            account_id: room.priya.account().unwrap(),
            session_link: None,
            byline: content::byline::Byline::new("Priya Pattern".to_owned(), Vec::new()),
            at: room.desk.now(),
        };
        let refused = storage::signatures::insert_approval(&tx, &signature).await.unwrap_err();
        assert!(format!("{refused:?}").contains("frozen for a preview"), "{refused:?}");
    }

    async fn a_preview_is_no_step_on_the_way_of_a_text(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        make_preview(&room.desk, &room.amina, id).await.unwrap();
        room.write(&room.amina, id, section, "<p>Begin with a talk.</p>").await.unwrap();
        room.submit_and_review(id).await;
        room.write(&room.dana, id, section, "<p>Begin with a long talk.</p>").await.unwrap();
        make_preview(&room.desk, &room.dana, id).await.unwrap();
        room.send(id).await;
        let proof = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        let marked = &proof.sections[0].marked_html;
        assert!(marked.contains("<ins"), "what the editor wrote is marked: {marked}");
        assert!(!marked.contains("walk"), "measured by what was submitted: {marked}");
        // In review again by an objection, which a preview does not hide.
        signing::object(&room.desk, &room.amina, id, "Not my words.", signing::Extent::SomethingIsWrong)
            .await
            .unwrap();
        make_preview(&room.desk, &room.dana, id).await.unwrap();
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert!(view.objection.is_some(), "the objection is still to be answered");
    }

    async fn what_was_taken_out_before_submitting_stays_its_writers(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        make_preview(&room.desk, &room.amina, id).await.unwrap();
        room.clock.pass(Duration::minutes(20));
        room.write(&room.amina, id, section, "<p>Begin with a detail.</p>").await.unwrap();
        room.clock.pass(Duration::minutes(20));
        room.write(&room.amina, id, section, "<p>Begin again.</p>").await.unwrap();
        let own = writing::history(&room.desk, &room.amina, id).await.unwrap();
        assert!(own.iter().any(|line| line.kept.is_some()), "there are earlier words");
        let seen = writing::history(&room.desk, &room.dana, id).await.unwrap();
        assert!(seen.iter().all(|line| line.kept.is_none()), "{seen:?}");
    }

    async fn nothing_is_shown_once_it_was_declined_withdrawn_or_erased(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let declined = room.in_review().await;
        let made = make_preview(&room.desk, &room.amina, declined).await.unwrap();
        signing::decline(&room.desk, &room.dana, declined, because()).await.unwrap();
        shows_nothing(shown(&room, &made).await);
        let refused = make_preview(&room.desk, &room.amina, declined).await;
        assert!(matches!(refused, Err(Refusal::WrongState(_))), "{refused:?}");

        let id = room.live().await;
        let refused = make_preview(&room.desk, &room.amina, id).await;
        assert!(matches!(refused, Err(Refusal::WrongState(_))), "{refused:?}");
        signing::revise(&room.desk, &room.amina, id).await.unwrap();
        let made = make_preview(&room.desk, &room.amina, id).await.unwrap();
        withdraw(&room, id).await;
        shows_nothing(shown(&room, &made).await);

        let (id, _) = room.an_article().await;
        let made = make_preview(&room.desk, &room.amina, id).await.unwrap();
        let ask = ErasureStep::Ask { reason: "Asked for by a client.".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        let view = writing::open_draft(&room.desk, &room.priya, id).await.unwrap();
        let join = ErasureStep::Join { act: view.joint_act.unwrap().id };
        signing::erase(&room.desk, &room.priya, id, join).await.unwrap();
        shows_nothing(shown(&room, &made).await);
        assert!(listed(&room, id).await[0].revoked_at.is_some());
    }

    async fn only_those_who_work_on_it_make_and_end_one(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _) = room.an_article().await;
        let made = make_preview(&room.desk, &room.amina, id).await.unwrap();
        for by in [&room.tomas, &Caller::Operator, &Caller::Clock] {
            let refused = make_preview(&room.desk, by, id).await;
            assert!(refused.is_err(), "{refused:?}");
            assert!(previews::list_previews(&room.desk, by, id).await.is_err());
            assert!(revoke_preview(&room.desk, by, id, made.id).await.is_err());
        }
        let (other, _) = room.an_article().await;
        let elsewhere = revoke_preview(&room.desk, &room.amina, other, made.id).await;
        assert!(matches!(elsewhere, Err(Refusal::NotFound)), "{elsewhere:?}");
        shown(&room, &made).await.unwrap();
    }
}
