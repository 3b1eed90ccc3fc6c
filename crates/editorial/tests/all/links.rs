//! Links to sign: who was shown them, how long they show, and what ends them.

use content::digest::Digest;
use content::ids::{ArticleId, PersonId};
use content::signature::ApprovalKind;
use editorial::accounts::{LinkUse, Visitor};
use editorial::signing::{self, Extent, ProofLink};
use editorial::{Caller, Refusal, accounts, writing};
use storage::accounts::Role;
use storage::on_both_databases;

use crate::newsroom::{Newsroom, hire, nothing_to_declare, person};

/// An article in review under the name of somebody without an account, with all answers given.
async fn under_a_guest(room: &Newsroom) -> (ArticleId, PersonId) {
    let id = room.in_review().await;
    let section = room.section(&room.dana, id, 0).await;
    let guest = room.a_guest("Olu Model, LMFT").await;
    writing::set_contributors(&room.desk, &room.dana, id, section, &[guest.into()])
        .await
        .unwrap();
    let version = writing::open_draft(&room.desk, &room.dana, id)
        .await
        .unwrap()
        .sections[0]
        .version;
    let answers = nothing_to_declare();
    writing::save_declarations(&room.desk, &room.dana, id, section, version, answers)
        .await
        .unwrap();
    (id, guest)
}

async fn approve(room: &Newsroom, by: &Caller, id: ArticleId, text: Digest) -> Result<(), Refusal> {
    signing::approve(&room.desk, by, id, text, &[ApprovalKind::Editorial]).await
}

async fn sign_by(room: &Newsroom, link: &ProofLink, id: ArticleId) {
    let holder = room.open_link(link).await.unwrap();
    room.sign(&holder, id).await.unwrap();
}

const SHOWN: &str =
    "You were shown Olu Model's link to sign, so a colleague must be the second person.";

on_both_databases! {
    async fn who_was_shown_a_link_is_not_the_second_person(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, _) = under_a_guest(&room).await;
        let sent = room.send(id).await;
        assert!(!sent.links[0].delivery.mailed);
        sign_by(&room, &sent.links[0], id).await;
        let text = room.digest(id).await;
        let refused = approve(&room, &room.dana, id, text).await.unwrap_err();
        assert_eq!(refused.to_string(), SHOWN);
        let view = signing::signatures(&room.desk, &room.dana, id).await.unwrap();
        let shown = view.sections[0].contributors[0].link_shown_to.as_ref().unwrap();
        assert_eq!(shown.id, person(&room.dana));
        let history = writing::history(&room.desk, &room.dana, id).await.unwrap();
        let signed = history.iter().find(|line| line.act == "attest").unwrap();
        assert_eq!(signed.detail["link_shown_to"], person(&room.dana).to_string());
        approve(&room, &room.priya, id, text).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn an_approval_before_such_a_signature_does_not_count_either(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, _) = under_a_guest(&room).await;
        let sent = room.send(id).await;
        let text = room.digest(id).await;
        approve(&room, &room.dana, id, text).await.unwrap();
        sign_by(&room, &sent.links[0], id).await;
        assert_eq!(room.digest(id).await, text, "the approval names this text");
        assert_eq!(room.state(id).await, "proof_out");
        let refused = room.publish(id).await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "It cannot be published yet. Dana Specimen was shown Olu Model's link to sign, so a \
             colleague must be the second person."
        );
        let round = crate::schema::try_to_publish(
            &room, id, content::disclaimer::Mode::Countersigned, true,
        ).await;
        crate::schema::refused_with(round, "a second person approves");
        approve(&room, &room.priya, id, text).await.unwrap();
        assert_eq!(room.state(id).await, "approved");
        room.publish(id).await.unwrap();
        let storage::Lookup::Found(page) = room.page().await else { panic!("gone") };
        let named: Vec<&str> =
            page.countersigners.iter().map(|one| one.byline.name.as_str()).collect();
        assert_eq!(named, ["Priya Pattern"], "the page names whose approval counts");
    }

    async fn a_merge_finds_who_was_shown_the_link(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, _) = under_a_guest(&room).await;
        let sent = room.send(id).await;
        sign_by(&room, &sent.links[0], id).await;
        room.merge(person(&room.dana), person(&room.priya)).await;
        let text = room.digest(id).await;
        let refused = approve(&room, &room.priya, id, text).await.unwrap_err();
        assert_eq!(refused.to_string(), SHOWN);
    }

    async fn without_letters_somebody_has_to_hand_the_link_over(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _) = under_a_guest(&room).await;
        let sent = room.send(id).await;
        sign_by(&room, &sent.links[0], id).await;
        let text = room.digest(id).await;
        approve(&room, &room.dana, id, text).await.unwrap();
        let view = signing::signatures(&room.desk, &room.dana, id).await.unwrap();
        let shown = view.sections[0].contributors[0].link_shown_to.as_ref().unwrap();
        assert_eq!(shown.id, person(&room.dana));
        room.publish(id).await.unwrap();
    }

    async fn a_mailed_link_is_shown_to_nobody_until_it_is_asked_for(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let id = room.in_review().await;
        let sent = room.send(id).await;
        assert!(sent.links[0].delivery.mailed && sent.links[0].delivery.url.is_none());
        let me = person(&room.amina);
        let copied = signing::copy_proof_link(&room.desk, &room.dana, id, me).await.unwrap();
        sign_by(&room, &copied, id).await;
        let text = room.digest(id).await;
        let refused = approve(&room, &room.dana, id, text).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(_)), "{refused:?}");
        approve(&room, &room.priya, id, text).await.unwrap();
        room.publish(id).await.unwrap();
    }

    async fn a_signature_in_the_account_makes_the_copied_link_harmless(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let id = room.proof_out().await;
        let me = person(&room.amina);
        signing::copy_proof_link(&room.desk, &room.dana, id, me).await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        let view = signing::signatures(&room.desk, &room.dana, id).await.unwrap();
        assert!(view.sections[0].contributors[0].link_shown_to.is_none());
        room.publish(id).await.unwrap();
    }

    async fn a_used_link_can_object_until_publication(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, _) = under_a_guest(&room).await;
        let sent = room.send(id).await;
        sign_by(&room, &sent.links[0], id).await;
        let holder = room.open_link(&sent.links[0]).await.unwrap();
        signing::object(&room.desk, &holder, id, "Not this title.", Extent::SomethingIsWrong)
            .await.unwrap();
        assert_eq!(room.state(id).await, "in_review");
        let again = room.send(id).await;
        sign_by(&room, &again.links[0], id).await;
        let text = room.digest(id).await;
        approve(&room, &room.dana, id, text).await.unwrap();
        room.publish(id).await.unwrap();
        let over = room.open_link(&again.links[0]).await.unwrap_err();
        assert!(matches!(over, Refusal::AlreadySigned(_)), "{over:?}");
        // Nor does it open the proof of the successor.
        signing::revise(&room.desk, &room.dana, id).await.unwrap();
        room.send(id).await;
        let over = room.open_link(&again.links[0]).await.unwrap_err();
        assert!(matches!(over, Refusal::AlreadySigned(_)), "{over:?}");
    }

    async fn a_new_title_over_signed_answers_is_shown_to_their_authors(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, ..) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.send(id).await;
        room.sign(&room.amina, id).await.unwrap();
        room.sign(&room.tomas, id).await.unwrap();
        let head = content::draft::HeadInput {
            title: "Talking is never too late".to_owned(),
            summary: String::new(),
            question: Some("We have not talked for weeks. How do we begin?".to_owned()),
        };
        let version = writing::open_draft(&room.desk, &room.dana, id).await.unwrap().head.version;
        writing::save_head(&room.desk, &room.dana, id, version, crate::newsroom::save(), head)
            .await.unwrap();
        let sent = room.send(id).await;
        assert!(sent.links.is_empty());
        let shown: Vec<PersonId> = sent.to_look_at.iter().map(|link| link.person.id).collect();
        assert_eq!(shown, [person(&room.amina), person(&room.tomas)]);
        let holder = room.open_link(&sent.to_look_at[1]).await.unwrap();
        let proof = signing::proof(&room.desk, &holder, id).await.unwrap();
        assert!(!proof.can_sign && proof.signed_at.is_some());
        assert!(proof.marked_head.changes > 0, "{}", proof.marked_head.title);
        assert!(proof.marked_head.title.contains("<ins"), "{}", proof.marked_head.title);
        let signed = room.sign(&holder, id).await.unwrap_err();
        assert!(matches!(signed, Refusal::AlreadySigned(_)), "{signed:?}");
        signing::object(&room.desk, &holder, id, "It can be.", Extent::SomethingIsWrong)
            .await.unwrap();
        assert_eq!(room.state(id).await, "in_review");
    }

    async fn a_new_title_is_written_about_where_letters_can_be_sent(db: TestDatabase) {
        let mut room = Newsroom::open(db).await;
        room.sends_letters();
        let (id, ..) = room.expert_answers().await;
        room.submit_and_review(id).await;
        room.send(id).await;
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
        let sent = room.send(id).await;
        assert!(sent.to_look_at.iter().all(|link| link.delivery.url.is_none()));
        let letter = room.letters_to(&room.tomas).await.pop().unwrap();
        assert!(letter["sentence"].as_str().unwrap().contains("title"), "{letter}");
    }

    async fn a_disabled_account_takes_its_links_along(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = hire(&room.desk, "Olu Model", &[], &[Role::Owner]).await;
        let id = room.in_review().await;
        let sent = room.send(id).await;
        room.open_link(&sent.links[0]).await.unwrap();
        accounts::disable(&room.desk, &owner, room.amina.account().unwrap()).await.unwrap();
        let ended = room.open_link(&sent.links[0]).await.unwrap_err();
        assert!(matches!(ended, Refusal::NoSuchLink), "{ended:?}");
    }

    async fn a_new_password_takes_links_along(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let owner = hire(&room.desk, "Olu Model", &[], &[Role::Owner]).await;
        let id = room.in_review().await;
        let sent = room.send(id).await;
        let account = room.amina.account().unwrap();
        let opens = accounts::copy_link(&room.desk, &owner, account).await.unwrap();
        let visitor = Visitor { address: None, browser: "Firefox on Linux".to_owned() };
        let given = LinkUse {
            password: Some("lake under quiet snow".to_owned()),
            ..LinkUse::default()
        };
        room.open_link(&sent.links[0]).await.unwrap();
        let token = opens.url.rsplit('/').next().unwrap();
        accounts::use_link(&room.desk, &visitor, token, &given).await.unwrap();
        let ended = room.open_link(&sent.links[0]).await.unwrap_err();
        assert!(matches!(ended, Refusal::NoSuchLink), "{ended:?}");
    }

    async fn a_merged_person_holds_one_link(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, guest) = under_a_guest(&room).await;
        let sent = room.send(id).await;
        let other = room.a_guest("O. Model").await;
        room.merge(guest, other).await;
        // The link speaks for whom the name stands now.
        let holder = room.open_link(&sent.links[0]).await.unwrap();
        assert_eq!(holder.person(), Some(other));
        let newer = signing::copy_proof_link(&room.desk, &room.dana, id, guest).await.unwrap();
        let ended = room.open_link(&sent.links[0]).await.unwrap_err();
        assert!(matches!(ended, Refusal::NoSuchLink), "{ended:?}");
        sign_by(&room, &newer, id).await;
    }
}
