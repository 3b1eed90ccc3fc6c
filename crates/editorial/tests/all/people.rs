//! People: profiles, merges, credentials that others check, and portraits without a place.

use std::io::Cursor;

use content::credential::{CredentialKind, Visibility};
use content::ids::{PersonId, VerificationId};
use editorial::people::{
    self, Check, CredentialChange, CredentialFields, FieldChange, ProfileChange,
};
use editorial::{Desk, Refusal, signing};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use storage::credentials::{self, Verification, VerificationStatus};
use storage::{Lookup, StorageError, on_both_databases};
use time::macros::date;

use crate::newsroom::{Newsroom, person};

fn licence(letters: &str) -> CredentialFields {
    CredentialFields {
        abbreviation: letters.to_owned(),
        kind: CredentialKind::Licence,
        title: None,
        jurisdiction: Some("US-TX".to_owned()),
        issuer: Some("The board".to_owned()),
        number: Some("00123-A".to_owned()),
        show_number: Visibility::Hidden,
        expires_on: None,
        supervised_by: None,
        shown: Visibility::Shown,
    }
}

fn check() -> Check {
    Check {
        source: "the board’s register".to_owned(),
        source_url: Some("https://example.org/register".to_owned()),
        checked_on: date!(2026 - 03 - 01),
        valid_until: None,
        status: VerificationStatus::Current,
    }
}

fn field(refusal: Refusal) -> (String, &'static str) {
    match refusal {
        Refusal::Invalid(errors) => (errors[0].field.clone(), errors[0].code),
        other => panic!("{other:?}"),
    }
}

async fn version(desk: &Desk) -> i64 {
    let tx = desk.storage.look().await.unwrap();
    storage::site_state::current(&tx).await.unwrap().version
}

on_both_databases! {
    async fn a_typed_byline_becomes_a_person(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let added = people::add_person(&room.desk, &room.dana, "JO SAMPLE Ph.D., L.P.C., QXZ")
            .await
            .unwrap();
        assert_eq!(added.person.person.byline.text(), "Jo Sample, PhD, LPC");
        assert_eq!(added.unknown_letters, ["QXZ"]);
        let again = people::add_person(&room.desk, &room.dana, "Jo Sample").await.unwrap();
        assert_eq!(again.person.person.slug, "jo-sample-2");
        let nobody = people::add_person(&room.desk, &room.dana, "  ").await.unwrap_err();
        assert_eq!(field(nobody), ("typed".to_owned(), "missing"));
        let author = people::add_person(&room.desk, &room.amina, "A B").await;
        assert!(matches!(author, Err(Refusal::NotAllowed(_))));

        let mut names = Vec::new();
        let mut after = None;
        loop {
            let page = people::list_people(&room.desk, &room.dana, Some(" SAMP"), after, 2)
                .await
                .unwrap();
            names.extend(page.items.into_iter().map(|row| row.person.slug));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        names.sort();
        assert_eq!(names, ["jo-sample", "jo-sample-2", "tomas-sample"]);
    }

    async fn a_profile_is_its_own_and_the_editors(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let amina = person(&room.amina);
        let other = people::profile(&room.desk, &room.tomas, amina).await;
        assert!(matches!(other, Err(Refusal::NotAllowed(_))));
        let change = ProfileChange {
            bio: Some("Works with   couples.\r\n\r\n\r\nWalks.".to_owned()),
            practice_url: Some("https://amina.example".to_owned()),
            letters_order: Some(vec!["l.p.c.".to_owned()]),
            hidden_letters: Some(vec!["MA".to_owned()]),
        };
        let own = people::edit_profile(&room.desk, &room.amina, amina, &change).await.unwrap();
        assert_eq!(own.bio, "Works with couples.\n\nWalks.");
        assert_eq!(own.practice_url.as_deref(), Some("https://amina.example/"));
        assert_eq!(own.person.byline.text(), "Amina Example, LPC");
        for (change, name, code) in [
            (ProfileChange { bio: Some("x".repeat(601)), ..Default::default() }, "bio", "too_long"),
            (
                ProfileChange { practice_url: Some("javascript:alert(1)".into()), ..Default::default() },
                "practice_url",
                "not_an_address",
            ),
        ] {
            let refused = people::edit_profile(&room.desk, &room.dana, amina, &change).await;
            assert_eq!(field(refused.unwrap_err()), (name.to_owned(), code));
        }
        let gone = ProfileChange { practice_url: Some(String::new()), ..Default::default() };
        let own = people::edit_profile(&room.desk, &room.dana, amina, &gone).await.unwrap();
        assert_eq!(own.practice_url, None);
        assert_eq!(version(&room.desk).await, 0, "readers do not meet her yet");
    }

    async fn readers_learn_of_a_new_name_and_old_addresses_lead_on(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        let amina = person(&room.amina);
        let before = version(&room.desk).await;
        people::rename(&room.desk, &room.dana, amina, "Amina Example-Stone").await.unwrap();
        assert_eq!(version(&room.desk).await, before + 1);
        let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
        let moved = snapshot.author("amina-example").await.unwrap();
        assert!(matches!(moved, Lookup::Moved(slug) if slug == "amina-example-stone"));
        let Lookup::Found(profile) = snapshot.author("amina-example-stone").await.unwrap() else {
            panic!("she is there");
        };
        assert_eq!(profile.byline.text(), "Amina Example-Stone, MA, LPC");
        people::rename(&room.desk, &room.dana, amina, "Amina Example").await.unwrap();
        let back = people::profile(&room.desk, &room.amina, amina).await.unwrap();
        assert_eq!(back.person.slug, "amina-example", "her own old address is hers");
        let own = people::rename(&room.desk, &room.amina, amina, "Somebody Else").await;
        assert!(matches!(own, Err(Refusal::NotAllowed(_))));
    }

    async fn merged_persons_are_one(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let added = people::add_person(&room.desk, &room.dana, "Amina E. Example, NCC").await.unwrap();
        let (twin, amina) = (added.person.person.id, person(&room.amina));
        let older = people::add_person(&room.desk, &room.dana, "A. Example").await.unwrap();
        let older = older.person.person.id;
        people::merge(&room.desk, &room.dana, older, twin).await.unwrap();
        let merged = people::merge(&room.desk, &room.dana, twin, amina).await.unwrap();
        assert_eq!((merged.articles, merged.lost_second_person.len()), (0, 0));
        let profile = people::profile(&room.desk, &room.dana, older).await.unwrap();
        assert_eq!(profile.person.id, amina, "merged through two steps");
        assert_eq!(profile.person.byline.text(), "Amina Example, MA, LPC, NCC");
        assert_eq!(profile.merged_from.len(), 2);

        for (from, into) in [(twin, person(&room.dana)), (person(&room.dana), twin)] {
            let gone = people::merge(&room.desk, &room.priya, from, into).await;
            assert!(matches!(gone, Err(Refusal::Conflict(_))), "{gone:?}");
        }
        let same = people::merge(&room.desk, &room.dana, amina, amina).await;
        assert!(matches!(same, Err(Refusal::Conflict(_))));
        let both = people::merge(&room.desk, &room.dana, person(&room.tomas), amina).await;
        assert!(matches!(both, Err(Refusal::Conflict(words)) if words.contains("account")));
        let author = people::merge(&room.desk, &room.tomas, older, amina).await;
        assert!(matches!(author, Err(Refusal::NotAllowed(_))));
    }

    async fn two_merges_against_each_other_make_no_circle(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut ids: Vec<PersonId> = Vec::new();
        for name in ["One Sample", "Two Sample"] {
            let added = people::add_person(&room.desk, &room.dana, name).await.unwrap();
            ids.push(added.person.person.id);
        }
        let (there, back) = tokio::join!(
            people::merge(&room.desk, &room.dana, ids[0], ids[1]),
            people::merge(&room.desk, &room.priya, ids[1], ids[0]),
        );
        assert!(there.is_ok() != back.is_ok(), "{there:?} {back:?}");
    }

    async fn an_account_goes_over_and_its_session_speaks_for_the_winner(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let roles = [storage::accounts::Role::Author];
        let added = editorial::accounts::add_account(
            &room.desk, &editorial::Caller::Operator, "zoe@example.org", "Zoe Sample", &roles,
            Some("lake under quiet snow"),
        ).await.unwrap();
        let visitor = editorial::accounts::Visitor { address: None, browser: String::new() };
        let session = editorial::accounts::sign_in(
            &room.desk, &visitor, "zoe@example.org", "lake under quiet snow",
        ).await.unwrap();
        let known = people::add_person(&room.desk, &room.dana, "Zoe B. Sample, LPC").await.unwrap();
        let (from, into) = (added.account.person.id, known.person.person.id);
        people::merge(&room.desk, &room.dana, from, into).await.unwrap();
        let caller = editorial::accounts::authenticate(&room.desk, &session.token).await.unwrap();
        assert_eq!(caller.person(), Some(into));
        let profile = people::profile(&room.desk, &caller, into).await.unwrap();
        assert_eq!(profile.account.expect("her account").id, added.account.id);
    }

    async fn an_approval_by_one_who_turns_out_to_be_an_author_is_none(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let article = room.signed().await;
        let twin = people::add_person(&room.desk, &room.dana, "D. Specimen").await.unwrap();
        let twin = twin.person.person.id;
        // The twin stands over the text beside Amina, and Dana approves it.
        let text = room.in_review().await;
        let section = room.section(&room.dana, text, 0).await;
        let over = [person(&room.amina).into(), twin.into()];
        editorial::writing::set_contributors(&room.desk, &room.dana, text, section, &over)
            .await
            .unwrap();
        signing::send_proof(&room.desk, &room.dana, text).await.unwrap();
        room.approve(&room.dana, text).await.unwrap();

        let merged = people::merge(&room.desk, &room.priya, twin, person(&room.dana)).await.unwrap();
        assert_eq!(merged.lost_second_person, [text]);
        assert_eq!(merged.articles, 1);
        let view = signing::signatures(&room.desk, &room.priya, text).await.unwrap();
        assert!(!view.missing.is_empty());
        room.approve(&room.dana, article).await.expect("what she did not write she may approve");
        let own = room.approve(&room.dana, text).await;
        assert!(matches!(own, Err(Refusal::NotAllowed(_))), "{own:?}");
    }

    async fn credentials_are_attested_by_the_person_and_checked_by_others(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let priya = person(&room.priya);
        let view = people::add_credential(&room.desk, &room.priya, priya, &licence("L.P.C."))
            .await
            .unwrap();
        let id = view.credential.id;
        assert_eq!(view.credential.abbreviation, "LPC");
        assert_eq!(view.credential.title, "Licensed Professional Counselor");

        let own = people::verify_credential(&room.desk, &room.priya, id, &check()).await;
        assert!(matches!(own, Err(Refusal::NotAllowed(_))));
        let author = people::verify_credential(&room.desk, &room.amina, id, &check()).await;
        assert!(matches!(author, Err(Refusal::NotAllowed(_))));
        let tx = room.desk.storage.begin().await.unwrap();
        let forged = Verification {
            id: VerificationId(room.desk.id()),
            credential_id: id,
            source: "myself".to_owned(),
            source_url: None,
            status: VerificationStatus::Current,
            checked_on: date!(2026 - 03 - 01),
            checked_by: priya,
            valid_until: date!(2027 - 03 - 01),
            created_at: room.desk.now(),
        };
        let refused = credentials::insert_verification(&tx, &forged).await;
        assert!(matches!(refused, Err(StorageError::Refused(_))), "{refused:?}");
        drop(tx);

        let noted = people::verify_credential(&room.desk, &room.dana, id, &check()).await.unwrap();
        assert_eq!(noted.check.valid_until, date!(2027 - 03 - 01));
        assert_eq!(noted.by.expect("who looked").byline.name, "Dana Specimen");
        let future = Check { checked_on: date!(2026 - 03 - 05), ..check() };
        let future = people::verify_credential(&room.desk, &room.dana, id, &future).await;
        assert_eq!(field(future.unwrap_err()), ("checked_on".to_owned(), "in_future"));
    }

    async fn another_number_is_another_credential(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let amina = person(&room.amina);
        let id = people::add_credential(&room.desk, &room.amina, amina, &licence("LMHC"))
            .await
            .unwrap()
            .credential
            .id;
        people::verify_credential(&room.desk, &room.dana, id, &check()).await.unwrap();
        let shown = CredentialChange { show_number: Some(Visibility::Shown), ..Default::default() };
        let same = people::edit_credential(&room.desk, &room.amina, id, &shown).await.unwrap();
        assert_eq!((same.credential.id, same.checks.len()), (id, 1));
        let number = CredentialChange { number: FieldChange::Set("9".to_owned()), ..Default::default() };
        let other = people::edit_credential(&room.desk, &room.amina, id, &number).await.unwrap();
        assert_ne!(other.credential.id, id);
        assert_eq!(other.checks.len(), 0, "nobody looked this one up");
        let gone = people::edit_credential(&room.desk, &room.amina, id, &number).await;
        assert!(matches!(gone, Err(Refusal::NotFound)));
        let new = other.credential.id;
        let theirs = people::remove_credential(&room.desk, &room.tomas, new).await;
        assert!(matches!(theirs, Err(Refusal::NotAllowed(_))));
        people::remove_credential(&room.desk, &room.amina, new).await.unwrap();
    }

    async fn what_is_no_credential_is_not_kept(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let amina = person(&room.amina);
        let cases = [
            (CredentialFields { abbreviation: " ".into(), ..licence("") }, "abbreviation", "missing"),
            (licence("PhD(c)"), "abbreviation", "not_a_credential"),
            (licence("MBACP"), "kind", "other_kind"),
            (
                CredentialFields {
                    kind: CredentialKind::Degree,
                    expires_on: Some(date!(2027 - 01 - 01)),
                    ..licence("PhD")
                },
                "expires_on",
                "does_not_expire",
            ),
            (CredentialFields { number: Some("9".repeat(61)), ..licence("LPC") }, "number", "too_long"),
        ];
        for (fields, name, code) in cases {
            let refused = people::add_credential(&room.desk, &room.amina, amina, &fields).await;
            assert_eq!(field(refused.unwrap_err()), (name.to_owned(), code), "{fields:?}");
        }
    }

    async fn a_check_by_one_who_turns_out_to_be_the_holder_does_not_count(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let twin = people::add_person(&room.desk, &room.priya, "D. Specimen, LPC").await.unwrap();
        let twin = twin.person.person.id;
        let held = people::profile(&room.desk, &room.dana, twin).await.unwrap().credentials;
        let id = held[0].credential.id;
        people::verify_credential(&room.desk, &room.dana, id, &check()).await.unwrap();
        people::merge(&room.desk, &room.priya, twin, person(&room.dana)).await.unwrap();
        let profile = people::profile(&room.desk, &room.dana, twin).await.unwrap();
        assert_ne!(profile.credentials[0].credential.id, id);
        assert_eq!(profile.credentials[0].checks.len(), 0);
    }

    async fn nobody_becomes_a_checked_clinician_by_a_merge(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let known = people::add_person(&room.desk, &room.dana, "Lena Example, LPC").await.unwrap();
        let known = known.person.person.id;
        let held = people::profile(&room.desk, &room.dana, known).await.unwrap().credentials;
        let id = held[0].credential.id;
        people::verify_credential(&room.desk, &room.priya, id, &check()).await.unwrap();
        for (from, into) in [(known, person(&room.dana)), (person(&room.dana), known)] {
            let own = people::merge(&room.desk, &room.dana, from, into).await;
            assert!(matches!(own, Err(Refusal::NotAllowed(_))), "{own:?}");
        }
        people::merge(&room.desk, &room.dana, person(&room.tomas), known).await.unwrap();
        let profile = people::profile(&room.desk, &room.dana, known).await.unwrap();
        let letters = profile.credentials.iter().find(|one| one.credential.abbreviation == "LPC");
        assert_eq!(letters.expect("the letters stay").checks.len(), 0, "looked up again");
        let tx = room.desk.storage.look().await.unwrap();
        let kept = credentials::verifications(&tx, &[id]).await.unwrap();
        assert_eq!(kept.len(), 1, "the check stays on record with the old one");
    }

    async fn readers_see_letters_that_somebody_vouched_for(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        room.live().await;
        let amina = person(&room.amina);
        let added = people::add_credential(&room.desk, &room.amina, amina, &licence("LMFT"))
            .await.unwrap();
        let seen = || async {
            let snapshot = room.desk.storage.reader().snapshot().await.unwrap();
            let Lookup::Found(profile) = snapshot.author("amina-example").await.unwrap() else {
                panic!("she is there");
            };
            let listed = snapshot.authors().await.unwrap()[0].byline.text();
            assert_eq!(profile.byline.text(), listed);
            listed
        };
        assert_eq!(seen().await, "Amina Example, MA, LPC", "the printed ones, not the new one");
        let id = added.credential.id;
        people::verify_credential(&room.desk, &room.dana, id, &check()).await.unwrap();
        assert_eq!(seen().await, "Amina Example, MA, LPC, LMFT");
    }

    async fn topics_of_a_public_article_are_the_editors(db: TestDatabase) {
        use content::ids::TopicId;
        use editorial::writing::set_topics;
        let room = Newsroom::open(db).await;
        let id = room.live().await;
        let topics = [TopicId("5.1".to_owned())];
        let own = set_topics(&room.desk, &room.amina, id, &topics).await;
        assert!(matches!(own, Err(Refusal::NotAllowed(_))), "{own:?}");
        let none = set_topics(&room.desk, &room.dana, id, &[]).await;
        assert_eq!(field(none.unwrap_err()), ("topics".to_owned(), "none"));
        set_topics(&room.desk, &room.dana, id, &topics).await.unwrap();
    }

    async fn a_byline_longer_than_any_is_refused(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let typed = format!("Ada Example{}", ", AB1".repeat(400_000));
        let refused = people::add_person(&room.desk, &room.dana, &typed).await;
        assert_eq!(field(refused.unwrap_err()), ("typed".to_owned(), "too_long"));
    }

    async fn a_portrait_is_square_small_and_from_nowhere(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let amina = person(&room.amina);
        let camera = camera_picture();
        assert!(holds(&camera, b"Exif\0\0") && holds(&camera, b"GPSPLACE"));
        let kept = people::set_photo(&room.desk, &room.amina, amina, camera).await.unwrap();
        assert_eq!((kept.width, kept.height), (480, 480));
        assert!(!holds(&kept.bytes, b"Exif") && !holds(&kept.bytes, b"GPSPLACE"));
        let read = image::load_from_memory_with_format(&kept.bytes, ImageFormat::Jpeg).unwrap();
        assert_eq!((read.width(), read.height()), (480, 480));
        // The camera lay on its side; the blue that was on the left is on top now.
        let pixels = read.to_rgb8();
        assert!(pixels.get_pixel(240, 20).0[2] > 200 && pixels.get_pixel(240, 460).0[0] > 200);

        let theirs = people::set_photo(&room.desk, &room.tomas, amina, camera_picture()).await;
        assert!(matches!(theirs, Err(Refusal::NotAllowed(_))));
        let profile = people::profile(&room.desk, &room.amina, amina).await.unwrap();
        let path = format!("/api/v1/people/{amina}/photo?of={}", &kept.digest[..16]);
        assert_eq!(profile.photo_path, Some(path));
        let seen = people::photo(&room.desk, &room.dana, amina).await.unwrap();
        assert_eq!(seen.bytes, kept.bytes);
        let theirs = people::photo(&room.desk, &room.tomas, amina).await;
        assert!(matches!(theirs, Err(Refusal::NotAllowed(_))));
        people::remove_photo(&room.desk, &room.amina, amina).await.unwrap();
        let tx = room.desk.storage.look().await.unwrap();
        assert_eq!(storage::photos::find(&tx, &kept.digest).await.unwrap(), None, "forgotten");
    }

    async fn what_is_no_portrait_is_refused(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let amina = person(&room.amina);
        let set = |bytes| people::set_photo(&room.desk, &room.amina, amina, bytes);
        for nothing in [Vec::new(), b"GIF89a".to_vec(), b"<svg/>".to_vec(), vec![0xff, 0xd8, 0xff]] {
            let refused = set(nothing).await.unwrap_err();
            assert_eq!(field(refused), ("photo".to_owned(), "not_a_picture"));
        }
        let tiny = encoded(&RgbImage::new(60, 300), ImageFormat::Png);
        assert_eq!(field(set(tiny).await.unwrap_err()), ("photo".to_owned(), "too_small"));
        let mut bomb = Cursor::new(Vec::new());
        GrayImage::new(7000, 7000).write_to(&mut bomb, ImageFormat::Png).unwrap();
        let bomb = bomb.into_inner();
        assert!(bomb.len() < 500_000, "a small file that unfolds: {}", bomb.len());
        assert!(matches!(set(bomb).await, Err(Refusal::TooLarge(_))));
        assert!(matches!(set(vec![0; 5 * 1024 * 1024 + 1]).await, Err(Refusal::TooLarge(_))));
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let fine = encoded(&RgbImage::new(300, 200), format);
            assert_eq!(set(fine).await.unwrap().width, 480);
        }
    }
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, format)
        .expect("a picture can be written");
    bytes.into_inner()
}

/// A JPEG as a camera on its side writes it: left half blue, right half red, with Exif that
/// says how to turn it and where it was taken.
fn camera_picture() -> Vec<u8> {
    let picture = RgbImage::from_fn(800, 600, |x, _| {
        if x < 400 {
            Rgb([0, 0, 255])
        } else {
            Rgb([255, 0, 0])
        }
    });
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    // Orientation: turn by 90 degrees.
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    // A place: GPS IFD.
    exif.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x26");
    exif.extend(b"\0\0\0\0GPSPLACE");
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder
        .set_exif_metadata(exif)
        .expect("Exif can be written");
    encoder
        .encode(picture.as_raw(), 800, 600, ExtendedColorType::Rgb8)
        .expect("a picture can be written");
    bytes
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
