//! The way from a submitted text to an approved one, and who may go it.

use content::article::Kind;
use content::ids::ArticleId;
use content::signature::ApprovalKind;
use editorial::signing::{self, Answer, Extent};
use editorial::writing::{self, NewArticle};
use editorial::{Caller, Refusal};
use storage::on_both_databases;

use crate::newsroom::{Newsroom, person};

fn because() -> Answer {
    Answer {
        reason: "Outside our topics".to_owned(),
        message: "Thank you.".to_owned(),
    }
}

/// Runs one of the acts that only editors do.
async fn staff_act(
    room: &Newsroom,
    caller: &Caller,
    act: &str,
    id: ArticleId,
) -> Result<(), Refusal> {
    match act {
        "start_review" => signing::start_review(&room.desk, caller, id).await,
        "request_changes" => signing::request_changes(&room.desk, caller, id, because()).await,
        "decline" => signing::decline(&room.desk, caller, id, because()).await,
        "send_proof" => signing::send_proof(&room.desk, caller, id)
            .await
            .map(|_| ()),
        "approve" => {
            let digest = room.digest(id).await;
            signing::approve(&room.desk, caller, id, digest, &[ApprovalKind::Editorial]).await
        }
        "publish" => {
            let digest = room.digest(id).await;
            signing::publish(&room.desk, caller, id, digest)
                .await
                .map(|_| ())
        }
        other => panic!("no act {other}"),
    }
}

on_both_databases! {
    async fn the_whole_way_leads_to_readers(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, second) = room.expert_answers().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        assert_eq!(room.state(id).await, "submitted");
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        room.write(&room.dana, id, first, "<p>Start very small.</p>").await.unwrap();
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(sent.links.len(), 2);
        room.sign(&room.amina, id).await.unwrap();
        assert_eq!(room.state(id).await, "proof_out");
        let link = sent.links.iter().find(|link| link.person.id == person(&room.tomas)).unwrap();
        let token = link.delivery.url.as_ref().unwrap().rsplit('/').next().unwrap().to_owned();
        let (by_link, _) = signing::open_proof_link(&room.desk, &token).await.unwrap();
        room.sign(&by_link, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
        let digest = room.digest(id).await;
        let published = signing::publish(&room.desk, &room.dana, id, digest).await.unwrap();
        assert_eq!(published.url, "http://127.0.0.1:8080/articles/how-do-we-begin-to-talk");
        assert_eq!(room.state(id).await, "none");
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let storage::Lookup::Found(page) = snapshot.article("how-do-we-begin-to-talk").await.unwrap()
            else { panic!("not public") };
        let names: Vec<String> = page.sections.iter()
            .flat_map(|section| &section.contributors)
            .map(|one| one.byline.to_string()).collect();
        assert_eq!(names, ["Amina Example, MA, LPC", "Tomas Sample, PhD"]);
        assert_eq!(page.sections[0].body.as_str(), "<p>Start very small.</p>");
        assert_eq!(page.sections[1].id, second);
        assert!(page.sections.iter().flat_map(|one| &one.contributors).all(|one| {
            one.signed_at.is_some() && one.permission.is_some()
        }));
        assert_eq!(page.countersigners.len(), 1);
        assert_eq!(page.countersigners[0].byline.name, "Dana Specimen");
        assert_eq!(page.disclaimers.len(), 2);
    }

    async fn acts_of_editors_are_refused_to_authors(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        for (act, id) in [
            ("start_review", room.submitted().await),
            ("decline", room.submitted().await),
            ("request_changes", room.in_review().await),
            ("send_proof", room.in_review().await),
            ("approve", room.signed().await),
            ("publish", room.approved().await),
        ] {
            let before = room.state(id).await;
            let own = staff_act(&room, &room.amina, act, id).await.unwrap_err();
            assert!(matches!(own, Refusal::NotAllowed(_)), "{act}: {own:?}");
            let other = staff_act(&room, &room.tomas, act, id).await.unwrap_err();
            assert!(matches!(other, Refusal::NotFound), "{act}: {other:?}");
            assert_eq!(room.state(id).await, before, "{act}");
            staff_act(&room, &room.dana, act, id).await.unwrap();
            assert_ne!(room.state(id).await, before, "{act}");
        }
    }

    async fn acts_of_authors_are_refused_to_editors(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (draft, _) = room.an_article().await;
        let refused = signing::submit(&room.desk, &room.dana, draft, true).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        let submitted = room.submitted().await;
        let refused = signing::recall(&room.desk, &room.dana, submitted).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        let out = room.proof_out().await;
        let refused = room.sign(&room.dana, out).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        let refused = signing::object(&room.desk, &room.dana, out, "No.", Extent::SomethingIsWrong)
            .await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
    }

    async fn an_act_in_the_wrong_state_is_another_refusal(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (draft, _) = room.an_article().await;
        for act in ["start_review", "decline", "request_changes", "send_proof"] {
            let refused = staff_act(&room, &room.dana, act, draft).await.unwrap_err();
            assert!(matches!(refused, Refusal::WrongState(_)), "{act}: {refused:?}");
        }
        let refused = signing::recall(&room.desk, &room.amina, draft).await.unwrap_err();
        assert!(matches!(refused, Refusal::WrongState(_)), "{refused:?}");
        let submitted = room.submitted().await;
        let again = signing::submit(&room.desk, &room.amina, submitted, true).await.unwrap_err();
        assert!(matches!(again, Refusal::WrongState(_)), "{again:?}");
    }

    async fn an_unfinished_text_is_not_submitted(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let new = NewArticle { kind: Kind::ExpertAnswers, title: String::new(), contributor: None };
        let id = writing::begin_article(&room.desk, &room.amina, new).await.unwrap();
        writing::add_section(&room.desk, &room.amina, id, &[]).await.unwrap();
        let refused = signing::submit(&room.desk, &room.amina, id, true).await.unwrap_err();
        let Refusal::FailedChecks(findings) = refused else { panic!("{refused:?}") };
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, ["no_title", "no_question", "no_topic", "no_text", "no_byline", "no_text"]);
        assert_eq!(room.state(id).await, "draft");
        let (whole, _) = room.an_article().await;
        let refused = signing::submit(&room.desk, &room.amina, whole, false).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(_)), "{refused:?}");
        assert_eq!(room.state(whole).await, "draft");
    }

    async fn a_contributor_never_approves_whatever_their_role(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let new = NewArticle {
            kind: Kind::Article, title: "Her own".to_owned(), contributor: None,
        };
        let id = writing::begin_article(&room.desk, &room.priya, new).await.unwrap();
        let section = room.section(&room.priya, id, 0).await;
        room.write(&room.priya, id, section, "<p>Words.</p>").await.unwrap();
        writing::set_topics(&room.desk, &room.priya, id, &[content::ids::TopicId("8.1".to_owned())])
            .await.unwrap();
        signing::submit(&room.desk, &room.priya, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.priya, id).await.unwrap();
        signing::send_proof(&room.desk, &room.priya, id).await.unwrap();
        room.sign(&room.priya, id).await.unwrap();
        let refused = room.approve(&room.priya, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        let digest = room.digest(id).await;
        let refused = signing::publish(&room.desk, &room.priya, id, digest).await.unwrap_err();
        assert!(matches!(refused, Refusal::FailedChecks(_)), "{refused:?}");
        room.approve(&room.dana, id).await.unwrap();
        signing::publish(&room.desk, &room.priya, id, digest).await.unwrap();
    }

    async fn a_contributor_under_a_merged_name_does_not_approve(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.signed().await;
        let tx = room.desk.storage.begin().await.unwrap();
        storage::persons::merge(&tx, person(&room.amina), person(&room.dana)).await.unwrap();
        tx.commit().await.unwrap();
        let refused = room.approve(&room.dana, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
    }

    async fn a_merge_after_the_approval_takes_the_second_person_away(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        let digest = room.digest(id).await;
        let tx = room.desk.storage.begin().await.unwrap();
        storage::persons::merge(&tx, person(&room.dana), person(&room.amina)).await.unwrap();
        tx.commit().await.unwrap();
        let refused = signing::publish(&room.desk, &room.priya, id, digest).await.unwrap_err();
        let Refusal::FailedChecks(findings) = refused else { panic!("{refused:?}") };
        assert_eq!(findings[0].code, "not_approved");
    }

    async fn yesterdays_text_is_not_approved_signed_or_published(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let yesterday = room.digest(id).await;
        let section = room.section(&room.dana, id, 0).await;
        room.write(&room.dana, id, section, "<p>Another text.</p>").await.unwrap();
        assert_eq!(room.state(id).await, "in_review");
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let refused = room.sign_text(&room.amina, id, yesterday).await.unwrap_err();
        assert!(matches!(refused, Refusal::StaleDigest), "{refused:?}");
        let refused = signing::approve(
            &room.desk, &room.dana, id, yesterday, &[ApprovalKind::Editorial],
        ).await.unwrap_err();
        assert!(matches!(refused, Refusal::StaleDigest), "{refused:?}");
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        let refused = signing::publish(&room.desk, &room.dana, id, yesterday).await.unwrap_err();
        assert!(matches!(refused, Refusal::StaleDigest), "{refused:?}");
        assert_eq!(room.state(id).await, "approved");
    }

    async fn one_missing_signature_stops_the_publication(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        let digest = room.digest(id).await;
        let refused = signing::publish(&room.desk, &room.dana, id, digest).await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "It cannot be published yet. Tomas Sample has not signed the present text of answer 2."
        );
    }

    async fn a_changed_section_asks_only_its_own_contributors_again(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, _) = room.expert_answers().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        room.write(&room.dana, id, first, "<p>Start smaller still.</p>").await.unwrap();
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let asked: Vec<_> = sent.links.iter().map(|link| link.person.id).collect();
        assert_eq!(asked, [person(&room.amina)]);
    }

    async fn a_new_title_over_answers_asks_nobody_to_sign_again(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        let head = content::draft::HeadInput {
            title: "Talking again".to_owned(),
            summary: String::new(),
            question: Some("We have not talked for weeks. How do we begin?".to_owned()),
        };
        let version = writing::open_draft(&room.desk, &room.dana, id).await.unwrap().head.version;
        writing::save_head(&room.desk, &room.dana, id, version, crate::newsroom::save(), head)
            .await.unwrap();
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        assert!(sent.links.is_empty(), "{:?}", sent.links);
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }

    async fn a_link_signs_once_and_opens_nothing_else(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let url = sent.links[0].delivery.url.clone().unwrap();
        let token = url.rsplit('/').next().unwrap().to_owned();
        let (by_link, _) = signing::open_proof_link(&room.desk, &token).await.unwrap();
        let other = room.proof_out().await;
        let refused = room.sign(&by_link, other).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotFound), "{refused:?}");
        room.sign(&by_link, id).await.unwrap();
        // A used link still shows the text, so that its holder can object; it signs no more.
        let (used, _) = signing::open_proof_link(&room.desk, &token).await.unwrap();
        assert!(!signing::proof(&room.desk, &used, id).await.unwrap().can_sign);
        let again = room.sign(&used, id).await.unwrap_err();
        assert!(matches!(again, Refusal::AlreadySigned(_)), "{again:?}");
        let mut altered = token.clone();
        altered.replace_range(0..1, if token.starts_with('0') { "1" } else { "0" });
        let unknown = signing::open_proof_link(&room.desk, &altered).await.unwrap_err();
        assert!(matches!(unknown, Refusal::NoSuchLink), "{unknown:?}");
    }

    async fn an_old_link_opens_nothing(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let url = sent.links[0].delivery.url.clone().unwrap();
        let token = url.rsplit('/').next().unwrap().to_owned();
        let (by_link, _) = signing::open_proof_link(&room.desk, &token).await.unwrap();
        room.clock.pass(time::Duration::days(15));
        let old = signing::open_proof_link(&room.desk, &token).await.unwrap_err();
        assert!(matches!(old, Refusal::NoSuchLink), "{old:?}");
        let held = room.sign(&by_link, id).await.unwrap_err();
        assert!(matches!(held, Refusal::NoSuchLink), "{held:?}");
        assert_eq!(room.state(id).await, "proof_out");
    }

    async fn a_recall_ends_the_links_to_the_proof(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let url = sent.links[0].delivery.url.clone().unwrap();
        signing::recall(&room.desk, &room.amina, id).await.unwrap();
        let token = url.rsplit('/').next().unwrap();
        let ended = signing::open_proof_link(&room.desk, token).await.unwrap_err();
        assert!(matches!(ended, Refusal::NoSuchLink), "{ended:?}");
        assert_eq!(room.state(id).await, "draft");
    }

    async fn an_objection_stops_the_text_and_the_signature(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.approved().await;
        signing::object(&room.desk, &room.amina, id, "A name is wrong.", Extent::SomethingIsWrong)
            .await.unwrap();
        assert_eq!(room.state(id).await, "in_review");
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(view.objection.unwrap().message, "A name is wrong.");
        let own = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        assert!(own.objection.is_none());
        // The very same text again: the old signature no longer counts, a new one is asked for.
        let sent = signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(sent.links.len(), 1);
        assert_eq!(room.state(id).await, "proof_out");
        room.sign(&room.amina, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }

    async fn a_second_signature_on_the_same_text_is_refused_kindly(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.signed().await;
        let refused = room.sign(&room.amina, id).await.unwrap_err();
        assert!(matches!(refused, Refusal::AlreadySigned(_)), "{refused:?}");
    }

    async fn answers_given_with_the_signature_are_part_of_what_is_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let shown = room.digest(id).await;
        room.approve(&room.dana, id).await.unwrap();
        let signed = room.sign(&room.amina, id).await.unwrap();
        assert_ne!(signed.digest, shown);
        assert_eq!(room.digest(id).await, signed.digest);
        // The approval named the text before; nothing is carried over.
        assert_eq!(room.state(id).await, "proof_out");
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }

    async fn a_question_left_open_takes_no_signature(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.proof_out().await;
        let mut declarations = crate::newsroom::nothing_to_declare();
        declarations.ai_assistance = content::declaration::Answer::NotAsked;
        let digest = room.digest(id).await;
        let signing = signing::Signing { digest, declarations, put_back: vec![] };
        let refused = signing::attest(&room.desk, &room.amina, id, signing).await.unwrap_err();
        let Refusal::Invalid(errors) = refused else { panic!("{refused:?}") };
        assert_eq!(errors[0].field, "ai_assistance");
        assert_eq!(room.digest(id).await, digest);
    }

    async fn a_contributor_puts_earlier_words_back_and_signs_in_one_visit(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, first, _) = room.expert_answers().await;
        room.write(&room.amina, id, first, "<p>Start small and slow.</p><p>Then wait.</p>").await.unwrap();
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        room.write(&room.dana, id, first, "<p>Start small and fast.</p><p>Then rest.</p>").await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        let shown = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        let mine = shown.sections.iter().find(|section| section.mine).unwrap();
        assert_eq!(mine.changes.len(), 2, "{:?}", mine.changes);
        assert!(mine.marked_html.contains("<del") && mine.marked_html.contains("<ins"));
        let fast = mine.changes.iter().find(|change| change.after.contains("fast")).unwrap();
        let signing = signing::Signing {
            digest: shown.digest,
            declarations: crate::newsroom::nothing_to_declare(),
            put_back: vec![(mine.id, fast.number)],
        };
        signing::attest(&room.desk, &room.amina, id, signing).await.unwrap();
        let after = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(after.sections[0].body.as_str(), "<p>Start small and slow.</p><p>Then rest.</p>");
        assert!(after.signed_at.is_some());
        // The other answer's signature stands: only the approval is asked for now.
        room.approve(&room.dana, id).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
    }

    async fn words_of_others_cannot_be_put_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _, second) = room.expert_answers().await;
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        room.write(&room.dana, id, second, "<p>Start with an answer.</p>").await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let digest = room.digest(id).await;
        let signing = signing::Signing {
            digest,
            declarations: crate::newsroom::nothing_to_declare(),
            put_back: vec![(second, 1)],
        };
        let refused = signing::attest(&room.desk, &room.amina, id, signing).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        assert_eq!(room.digest(id).await, digest);
    }

    async fn a_clinical_review_takes_a_checked_licence(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.signed().await;
        let digest = room.digest(id).await;
        let refused = signing::approve(
            &room.desk, &room.dana, id, digest, &[ApprovalKind::Editorial, ApprovalKind::Clinical],
        ).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        assert_eq!(room.state(id).await, "proof_out");
    }

    async fn every_act_is_on_the_record_and_the_chain_holds(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let lines = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let acts: Vec<&str> = lines.iter().map(|line| line.act.as_str()).collect();
        assert_eq!(acts, [
            "begin", "set_topics", "submit", "start_review", "send_proof", "put_back", "attest",
            "approve", "complete", "publish",
        ]);
        let tx = room.desk.storage.look().await.unwrap();
        assert_eq!(storage::audit::first_broken(&tx).await.unwrap(), None);
    }
}
