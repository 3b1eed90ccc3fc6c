//! Accounts: links that work once, sessions that end, and an owner who stays.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use editorial::accounts::{
    self, AccountView, FirstAccess, Invitation, LinkUse, NewSession, Visitor,
};
use editorial::testing::{StillClock, desk};
use editorial::{Caller, Desk, Job, Refusal, SiteFacts};
use storage::accounts::Role;
use storage::links::Purpose;
use storage::on_both_databases;
use time::Duration;

const PASSWORD: &str = "lake under quiet snow";
const OTHER: &str = "snow over a loud lake";

fn visitor(last: u8) -> Visitor {
    Visitor {
        address: Some(IpAddr::V4(Ipv4Addr::new(192, 0, 2, last))),
        browser: "Firefox on Linux".to_owned(),
    }
}

fn house(db: &storage::testing::TestDatabase) -> (Desk, Arc<StillClock>) {
    desk(db.storage.clone())
}

fn with_mail(desk: &Desk) -> Desk {
    let site = SiteFacts {
        mail: true,
        ..(*desk.site).clone()
    };
    Desk {
        site: Arc::new(site),
        ..desk.clone()
    }
}

async fn add(desk: &Desk, email: &str, roles: &[Role]) -> AccountView {
    accounts::add_account(
        desk,
        &Caller::Operator,
        email,
        "Ada Example",
        roles,
        Some(PASSWORD),
    )
    .await
    .expect("the account is added")
    .account
}

async fn sign_in(desk: &Desk, email: &str) -> NewSession {
    accounts::sign_in(desk, &visitor(1), email, PASSWORD)
        .await
        .expect("signed in")
}

fn token(url: &str) -> &str {
    url.rsplit('/').next().expect("an address has parts")
}

fn chosen(password: &str) -> LinkUse {
    LinkUse {
        password: Some(password.to_owned()),
        ..LinkUse::default()
    }
}

async fn letters(desk: &Desk) -> Vec<serde_json::Value> {
    let mut letters = Vec::new();
    loop {
        let tx = desk.storage.begin().await.unwrap();
        let later = desk.now() + Duration::hours(1);
        let Some(job) = storage::jobs::take_due(&tx, desk.now(), later)
            .await
            .unwrap()
        else {
            return letters;
        };
        tx.commit().await.unwrap();
        let kept: Job = serde_json::from_value(job.payload).unwrap();
        let letter = match kept {
            Job::Mail { letter, .. } => letter,
            Job::MailLink { letter, link, .. } => editorial::unsealed(desk, letter.clone(), link)
                .await
                .unwrap()
                .unwrap_or(letter),
            Job::Remind { .. } => continue,
        };
        letters.push(serde_json::to_value(letter).unwrap());
    }
}

async fn acts(desk: &Desk, kind: &str, id: impl ToString) -> Vec<String> {
    let tx = desk.storage.look().await.unwrap();
    let entries = storage::audit::list_of(&tx, kind, &id.to_string())
        .await
        .unwrap();
    assert_eq!(storage::audit::first_broken(&tx).await.unwrap(), None);
    entries.into_iter().map(|entry| entry.act).collect()
}

on_both_databases! {
    async fn the_first_owner_makes_themself(db: TestDatabase) {
        let (desk, clock) = house(&db);
        let first = accounts::first_run(&desk).await.unwrap().expect("a link");
        assert!(first.url.starts_with("http://127.0.0.1:8080/admin/first/"));
        let second = accounts::first_run(&desk).await.unwrap().expect("a link");
        let gone = accounts::look_at_link(&desk, token(&first.url)).await;
        assert!(matches!(gone, Err(Refusal::NoSuchLink)), "an earlier link ends");

        let token = token(&second.url);
        let seen = accounts::look_at_link(&desk, token).await.unwrap();
        assert_eq!((seen.purpose, seen.name, seen.email), (Purpose::FirstRun, None, None));
        let mut given = LinkUse {
            name: Some("Olive Owner".to_owned()),
            letters: Some("MA, LPC".to_owned()),
            email: Some("Olive@Example.org".to_owned()),
            password: Some("olive@example.org".to_owned()),
        };
        let refused = accounts::use_link(&desk, &visitor(1), token, &given).await;
        assert!(matches!(refused, Err(Refusal::Invalid(_))), "a bad password uses nothing up");
        given.password = Some(PASSWORD.to_owned());
        clock.pass(Duration::days(6));
        let session = accounts::use_link(&desk, &visitor(1), token, &given).await.unwrap();
        let own = accounts::own_account(&desk, &session.caller).await.unwrap();
        assert_eq!(own.email, "olive@example.org");
        assert_eq!(own.person.byline.text(), "Olive Owner, MA, LPC");
        assert!(own.roles.contains(&Role::Owner));
        assert!(accounts::first_run(&desk).await.unwrap().is_none());
        let again = accounts::use_link(&desk, &visitor(1), token, &given).await;
        assert!(matches!(again, Err(Refusal::NoSuchLink)));
        assert_eq!(acts(&desk, "account", own.id).await, ["make_first_owner"]);
    }

    async fn used_expired_altered_and_unknown_links_are_one_answer(db: TestDatabase) {
        let (desk, clock) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let nothing = LinkUse::default();
        let copied = || async {
            accounts::copy_link(&desk, &Caller::Operator, ada.id).await.unwrap().url
        };

        let url = copied().await;
        let session = accounts::use_link(&desk, &visitor(1), token(&url), &nothing).await.unwrap();
        assert!(accounts::authenticate(&desk, &session.token).await.is_ok());
        let old = copied().await;
        let replaced = old.clone();
        let fresh = copied().await;
        let mut altered = token(&fresh).to_owned();
        let last = if altered.pop() == Some('0') { '1' } else { '0' };
        altered.push(last);
        for dead in [token(&url), token(&replaced), altered.as_str(), "", "0", &"a".repeat(5000)] {
            let looked = accounts::look_at_link(&desk, dead).await;
            assert!(matches!(looked, Err(Refusal::NoSuchLink)), "{dead}");
            let used = accounts::use_link(&desk, &visitor(1), dead, &nothing).await;
            assert!(matches!(used, Err(Refusal::NoSuchLink)), "{dead}");
        }
        accounts::look_at_link(&desk, token(&fresh)).await.expect("looking uses nothing up");
        clock.pass(Duration::minutes(20));
        let late = accounts::use_link(&desk, &visitor(1), token(&fresh), &nothing).await;
        assert!(matches!(late, Err(Refusal::NoSuchLink)));
    }

    async fn of_two_who_use_a_link_at_once_one_gets_it(db: TestDatabase) {
        let (desk, _) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        for _ in 0..8 {
            let url = accounts::copy_link(&desk, &Caller::Operator, ada.id).await.unwrap().url;
            let tries = (1..=4).map(|n| {
                let (desk, token) = (desk.clone(), token(&url).to_owned());
                tokio::spawn(async move {
                    accounts::use_link(&desk, &visitor(n), &token, &LinkUse::default()).await
                })
            });
            let mut won = 0;
            for one in tries.collect::<Vec<_>>() {
                match one.await.unwrap() {
                    Ok(_) => won += 1,
                    Err(Refusal::NoSuchLink) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            assert_eq!(won, 1);
        }
    }

    async fn an_invitation_opens_the_account_of_a_known_person(db: TestDatabase) {
        let (desk, clock) = house(&db);
        let owner = add(&desk, "owner@example.org", &[Role::Owner]).await;
        let owner = sign_in(&desk, &owner.email).await.caller;
        let known = editorial::people::add_person(&desk, &owner, "Ben Sample, LPC").await.unwrap();
        let person = known.person.person;
        let invitation = Invitation {
            email: "Ben@Example.org".to_owned(),
            name: String::new(),
            letters: None,
            person: Some(person.id),
            roles: vec![Role::Author, Role::Author],
        };
        let invited = accounts::invite(&with_mail(&desk), &owner, &invitation).await.unwrap();
        assert_eq!(invited.account.person, person);
        assert_eq!(invited.account.roles, [Role::Author]);
        assert_eq!((invited.delivery.mailed, invited.delivery.url), (true, None));
        let letters = letters(&desk).await;
        assert_eq!(letters[0]["letter"], "invite");
        assert_eq!(letters[0]["name"], "Ben Sample");
        assert_eq!(letters[0]["until"], "16 March");
        let url = letters[0]["url"].as_str().unwrap();
        assert!(url.starts_with("http://127.0.0.1:8080/admin/in/"), "{url}");

        let twice = accounts::invite(&desk, &owner, &invitation).await;
        assert!(matches!(twice, Err(Refusal::Invalid(errors)) if errors[0].code == "taken"));
        let other = Invitation { email: "b@example.org".to_owned(), ..invitation.clone() };
        let twice = accounts::invite(&desk, &owner, &other).await;
        assert!(matches!(twice, Err(Refusal::Conflict(_))), "a person has one account");

        clock.pass(Duration::days(13));
        let none = accounts::use_link(&desk, &visitor(1), token(url), &LinkUse::default()).await;
        assert!(matches!(none, Err(Refusal::Invalid(errors)) if errors[0].field == "password"));
        let session =
            accounts::use_link(&desk, &visitor(1), token(url), &chosen(OTHER)).await.unwrap();
        assert_eq!(session.caller.person(), Some(person.id));
        accounts::sign_in(&desk, &visitor(1), "ben@example.org", OTHER).await.unwrap();
        let acts = acts(&desk, "account", invited.account.id).await;
        assert_eq!(acts, ["invite", "open_account", "sign_in"]);
    }

    async fn asking_for_a_link_says_nothing_and_is_bounded(db: TestDatabase) {
        let (desk, _) = house(&db);
        let desk = with_mail(&desk);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let gone = add(&desk, "gone@example.org", &[Role::Author]).await;
        accounts::disable(&desk, &Caller::Operator, gone.id).await.unwrap();
        for email in [" ADA@example.org", "gone@example.org", "nobody@example.org", "not one"] {
            accounts::request_link(&desk, &visitor(1), email).await.unwrap();
            accounts::request_reset(&desk, &visitor(1), email).await.unwrap();
        }
        let sent = letters(&desk).await;
        assert_eq!(sent.len(), 2, "{sent:?}");
        assert_eq!((sent[0]["letter"].as_str(), sent[0]["minutes"].as_u64()), (Some("sign_in"), Some(20)));
        assert_eq!((sent[1]["letter"].as_str(), sent[1]["minutes"].as_u64()), (Some("reset"), Some(60)));

        for _ in 0..20 {
            accounts::request_link(&desk, &visitor(1), &ada.email).await.unwrap();
        }
        assert_eq!(letters(&desk).await.len(), 3, "five letters to an address are enough");
        let mut refused = 0;
        for n in 0..60 {
            let email = format!("n{n}@example.org");
            let asked = accounts::request_link(&desk, &visitor(1), &email).await;
            if matches!(asked, Err(Refusal::TooManyTries(_))) {
                refused += 1;
            }
        }
        assert!(refused > 30, "{refused}");
    }

    async fn somebody_elses_wishes_for_letters_lock_nobody_out(db: TestDatabase) {
        let (desk, clock) = house(&db);
        let desk = with_mail(&desk);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let elsewhere = |network: u8| Visitor {
            address: Some(IpAddr::V4(Ipv4Addr::new(198, 51, network, 7))),
            browser: String::new(),
        };
        for _ in 0..10 {
            accounts::request_link(&desk, &elsewhere(1), &ada.email).await.unwrap();
        }
        assert_eq!(letters(&desk).await.len(), 5, "one network sends five");
        accounts::request_link(&desk, &visitor(1), &ada.email).await.unwrap();
        let own = letters(&desk).await;
        assert_eq!(own.len(), 1, "her own network is another");
        let own = own[0]["url"].as_str().unwrap().to_owned();
        for network in 2..9 {
            for _ in 0..5 {
                accounts::request_link(&desk, &elsewhere(network), &ada.email).await.unwrap();
            }
        }
        assert_eq!(letters(&desk).await.len(), 14, "twenty letters to an address are enough");
        clock.pass(Duration::minutes(15));
        accounts::request_link(&desk, &elsewhere(1), &ada.email).await.unwrap();
        assert_eq!(letters(&desk).await.len(), 1, "counted anew before the last link ends");
        let nothing = LinkUse::default();
        accounts::use_link(&desk, &visitor(1), token(&own), &nothing).await
            .expect("no later wish ended it");
    }

    async fn links_to_proofs_end_with_the_account(db: TestDatabase) {
        use crate::newsroom::Newsroom;
        let room = Newsroom::open(db).await;
        let id = room.in_review().await;
        let sent = editorial::signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let url = sent.links[0].delivery.url.clone().expect("a link to copy");
        editorial::signing::open_proof_link(&room.desk, token(&url)).await.expect("it opens");
        let account = room.amina.account().unwrap();
        accounts::disable(&room.desk, &Caller::Operator, account).await.unwrap();
        let dead = editorial::signing::open_proof_link(&room.desk, token(&url)).await;
        assert!(matches!(dead, Err(Refusal::NoSuchLink)), "{dead:?}");
    }

    async fn a_reset_ends_what_was_open(db: TestDatabase) {
        let (desk, _) = house(&db);
        let desk = with_mail(&desk);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let before = sign_in(&desk, &ada.email).await;
        let open = accounts::copy_link(&desk, &Caller::Operator, ada.id).await.unwrap().url;
        accounts::request_reset(&desk, &visitor(1), &ada.email).await.unwrap();
        let reset = letters(&desk).await[0]["url"].as_str().unwrap().to_owned();
        let after =
            accounts::use_link(&desk, &visitor(1), token(&reset), &chosen(OTHER)).await.unwrap();
        assert!(matches!(accounts::authenticate(&desk, &before.token).await, Err(Refusal::SignedOut)));
        assert!(accounts::authenticate(&desk, &after.token).await.is_ok());
        assert!(matches!(accounts::look_at_link(&desk, token(&open)).await, Err(Refusal::NoSuchLink)));
        let old = accounts::sign_in(&desk, &visitor(1), &ada.email, PASSWORD).await;
        assert!(matches!(old, Err(Refusal::WrongCredentials)));
    }

    async fn a_new_password_signs_other_browsers_out(db: TestDatabase) {
        let (desk, _) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let here = sign_in(&desk, &ada.email).await;
        let there = sign_in(&desk, &ada.email).await;
        let set = |current: &'static str, new: &'static str| {
            let (desk, caller) = (desk.clone(), here.caller.clone());
            async move { accounts::set_password(&desk, &caller, &visitor(1), current, new).await }
        };
        let wrong = set("not my password", OTHER).await;
        assert!(matches!(wrong, Err(Refusal::Invalid(errors)) if errors[0].field == "current"));
        let weak = set(PASSWORD, "password1234").await;
        assert!(matches!(weak, Err(Refusal::Invalid(errors)) if errors[0].code == "too_common"));
        set(PASSWORD, OTHER).await.unwrap();
        assert!(accounts::authenticate(&desk, &here.token).await.is_ok());
        assert!(matches!(accounts::authenticate(&desk, &there.token).await, Err(Refusal::SignedOut)));
        accounts::sign_in(&desk, &visitor(1), &ada.email, OTHER).await.unwrap();
    }

    async fn a_disabled_account_is_nobodys_at_once(db: TestDatabase) {
        let (desk, _) = house(&db);
        let owner = add(&desk, "owner@example.org", &[Role::Owner]).await;
        let owner = sign_in(&desk, &owner.email).await.caller;
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let session = sign_in(&desk, &ada.email).await;
        let link = accounts::copy_link(&desk, &owner, ada.id).await.unwrap().url;
        let disabled = accounts::disable(&desk, &owner, ada.id).await.unwrap();
        assert!(disabled.disabled_at.is_some() && disabled.last_seen_at.is_none());
        assert!(matches!(accounts::authenticate(&desk, &session.token).await, Err(Refusal::SignedOut)));
        assert!(matches!(accounts::look_at_link(&desk, token(&link)).await, Err(Refusal::NoSuchLink)));
        let tried = accounts::sign_in(&desk, &visitor(1), &ada.email, PASSWORD).await;
        assert!(matches!(tried, Err(Refusal::WrongCredentials)), "as if there were none");
        assert!(matches!(accounts::copy_link(&desk, &owner, ada.id).await, Err(Refusal::Conflict(_))));

        accounts::enable(&desk, &owner, ada.id).await.unwrap();
        assert!(matches!(accounts::authenticate(&desk, &session.token).await, Err(Refusal::SignedOut)));
        assert!(matches!(accounts::look_at_link(&desk, token(&link)).await, Err(Refusal::NoSuchLink)));
        sign_in(&desk, &ada.email).await;
    }

    async fn the_last_owner_stays(db: TestDatabase) {
        let (desk, _) = house(&db);
        let one = add(&desk, "one@example.org", &[Role::Owner]).await;
        let caller = sign_in(&desk, &one.email).await.caller;
        let last = accounts::disable(&desk, &caller, one.id).await;
        assert!(matches!(last, Err(Refusal::Conflict(_))));
        let last = accounts::set_roles(&desk, &caller, one.id, &[Role::Editor]).await;
        assert!(matches!(last, Err(Refusal::Conflict(_))));
        let none = accounts::set_roles(&desk, &caller, one.id, &[]).await;
        assert!(matches!(none, Err(Refusal::Invalid(_))));

        let two = add(&desk, "two@example.org", &[Role::Author]).await;
        accounts::set_roles(&desk, &caller, two.id, &[Role::Owner]).await.unwrap();
        let other = sign_in(&desk, &two.email).await.caller;
        // Each disables the other at the same moment: one of them stays.
        let (first, second) = tokio::join!(
            accounts::disable(&desk, &caller, two.id),
            accounts::disable(&desk, &other, one.id),
        );
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let owners = accounts::list_accounts(&desk, &Caller::Operator).await.unwrap();
        assert_eq!(owners.iter().filter(|one| one.disabled_at.is_none()).count(), 1);
    }

    async fn only_owners_manage_and_editors_see(db: TestDatabase) {
        let (desk, _) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let ed = add(&desk, "ed@example.org", &[Role::Editor]).await;
        let author = sign_in(&desk, &ada.email).await.caller;
        let editor = sign_in(&desk, &ed.email).await.caller;
        assert!(matches!(accounts::list_accounts(&desk, &author).await, Err(Refusal::NotAllowed(_))));
        assert_eq!(accounts::list_accounts(&desk, &editor).await.unwrap().len(), 2);
        for caller in [&author, &editor, &Caller::Clock] {
            let refused = [
                accounts::disable(&desk, caller, ada.id).await.err(),
                accounts::enable(&desk, caller, ada.id).await.err(),
                accounts::set_roles(&desk, caller, ada.id, &[Role::Owner]).await.err(),
                accounts::copy_link(&desk, caller, ed.id).await.err(),
            ];
            for refusal in refused {
                assert!(matches!(refusal, Some(Refusal::NotAllowed(_))), "{refusal:?}");
            }
        }
        let roles = [Role::Author];
        let added = accounts::add_account(&desk, &Caller::Operator, "x@example.org", "X Y", &roles, None)
            .await
            .unwrap();
        let FirstAccess::Link { url, .. } = added.access else { panic!("a link") };
        assert_eq!(accounts::look_at_link(&desk, token(&url)).await.unwrap().purpose, Purpose::Invite);
    }

    async fn sessions_end_when_idle_and_after_ninety_days(db: TestDatabase) {
        let (desk, clock) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let idle = sign_in(&desk, &ada.email).await;
        let used = sign_in(&desk, &ada.email).await;
        for _ in 0..8 {
            clock.pass(Duration::days(11));
            accounts::authenticate(&desk, &used.token).await.unwrap();
        }
        assert!(matches!(accounts::authenticate(&desk, &idle.token).await, Err(Refusal::SignedOut)));
        assert_eq!(accounts::list_sessions(&desk, &used.caller).await.unwrap().len(), 1);
        clock.pass(Duration::days(2));
        assert!(matches!(accounts::authenticate(&desk, &used.token).await, Err(Refusal::SignedOut)));
        assert!(matches!(accounts::authenticate(&desk, "").await, Err(Refusal::SignedOut)));
    }

    async fn a_network_that_guesses_is_stopped_and_links_still_work(db: TestDatabase) {
        let (desk, clock) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        for n in 0..50 {
            let email = format!("n{n}@example.org");
            let wrong = accounts::sign_in(&desk, &visitor(n), &email, OTHER).await;
            assert!(matches!(wrong, Err(Refusal::WrongCredentials)));
        }
        let neighbour = accounts::sign_in(&desk, &visitor(250), &ada.email, PASSWORD).await;
        assert!(matches!(neighbour, Err(Refusal::TooManyTries(wait)) if wait.as_secs() == 900));
        let url = accounts::copy_link(&desk, &Caller::Operator, ada.id).await.unwrap().url;
        accounts::use_link(&desk, &visitor(250), token(&url), &LinkUse::default()).await.unwrap();
        let elsewhere = Visitor { address: Some(IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1))), ..visitor(1) };
        accounts::sign_in(&desk, &elsewhere, &ada.email, PASSWORD).await.unwrap();
        clock.pass(Duration::minutes(15));
        sign_in(&desk, &ada.email).await;
    }

    async fn many_guesses_at_once_are_no_way_round(db: TestDatabase) {
        let (desk, _) = house(&db);
        let ada = add(&desk, "ada@example.org", &[Role::Author]).await;
        let tries: Vec<_> = (0..30)
            .map(|n| {
                let (desk, email) = (desk.clone(), ada.email.clone());
                tokio::spawn(async move {
                    accounts::sign_in(&desk, &visitor(n), &email, "a guess at it").await
                })
            })
            .collect();
        let mut looked_at = 0;
        for one in tries {
            match one.await.unwrap() {
                Err(Refusal::WrongCredentials) => looked_at += 1,
                Err(Refusal::TooManyTries(_)) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(looked_at, 5);
    }
}
