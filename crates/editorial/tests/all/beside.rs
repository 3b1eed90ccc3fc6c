//! What stands beside the words: references and images, from the first save to the last reader.

use content::draft::FieldError;
use content::ids::{ArticleId, SectionId};
use content::image::{Clients, ImageInput};
use content::reference::ReferenceInput;
use editorial::signing::{self, ErasureStep, WithdrawalStep};
use editorial::writing::{self, SectionInput};
use editorial::{Caller, Refusal, media};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};
use storage::kept_texts::KeptWords;
use storage::media::StoredImage;
use storage::on_both_databases;
use storage::testing::raw;
use time::Duration;

use crate::newsroom::{Newsroom, save};

fn work(id: &str, title: &str) -> ReferenceInput {
    ReferenceInput {
        id: id.to_owned(),
        authors: "Sample, S.".to_owned(),
        year: "2021".to_owned(),
        title: title.to_owned(),
        doi: "10.1000/abc".to_owned(),
        ..ReferenceInput::default()
    }
}

fn resting_on(html: &str, references: Vec<ReferenceInput>) -> SectionInput {
    SectionInput {
        body_html: html.to_owned(),
        references: Some(references),
        images: None,
    }
}

/// A picture of two colours, `wide` by `high`, as a camera held upright writes it: lying, with a
/// note of how it was held and of where it was taken.
fn photograph(wide: u32, high: u32) -> Vec<u8> {
    let lying = RgbImage::from_fn(high, wide, |x, _| {
        if x < high / 2 {
            Rgb([200, 40, 40])
        } else {
            Rgb([40, 40, 200])
        }
    });
    let mut jpeg = Vec::new();
    lying
        .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 90))
        .unwrap();
    let mut notes =
        b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    notes.extend(b"GPS 51.5 N 0.1 W");
    let length = u16::try_from(notes.len() + 2).unwrap().to_be_bytes();
    let mut file = jpeg[..2].to_vec();
    file.extend([0xff, 0xe1]);
    file.extend(length);
    file.extend(notes);
    file.extend(&jpeg[2..]);
    file
}

fn holds(file: &[u8], words: &[u8]) -> bool {
    file.windows(words.len()).any(|window| window == words)
}

fn said(image: &StoredImage) -> ImageInput {
    ImageInput {
        sha256: image.sha256,
        alt: Some("A path in a wood".to_owned()),
        caption: "The way to the lake".to_owned(),
        credit: "Photo: Amina Example".to_owned(),
        licence: "Own work".to_owned(),
        clients: Clients::NoneShown,
    }
}

fn with_image(image: &StoredImage, facts: Option<ImageInput>) -> SectionInput {
    SectionInput {
        body_html: format!(
            "<p>Begin with a walk.</p><img src=\"media:{}\">",
            image.sha256
        ),
        images: facts.map(|facts| vec![facts]),
        references: None,
    }
}

impl Newsroom {
    async fn put(
        &self,
        caller: &Caller,
        article: ArticleId,
        section: SectionId,
        typed: SectionInput,
    ) -> Result<writing::SavedSection, Refusal> {
        let view = writing::open_draft(&self.desk, caller, article).await?;
        let version = view
            .sections
            .iter()
            .find(|one| one.id == section)
            .unwrap()
            .version;
        writing::save_section(&self.desk, caller, article, section, version, save(), typed).await
    }

    async fn picture(&self, wide: u32, high: u32) -> StoredImage {
        media::add_image(&self.desk, &self.amina, photograph(wide, high))
            .await
            .unwrap()
    }

    /// Whether readers are given this image.
    async fn is_public(&self, image: &StoredImage) -> bool {
        let size = "400.jpg".parse().unwrap();
        let snapshot = self.desk.storage.reader().snapshot().await.unwrap();
        snapshot.image(image.sha256, size).await.unwrap().is_some()
    }

    async fn is_kept(&self, image: &StoredImage) -> bool {
        self.desk
            .storage
            .media()
            .has_all(image.sha256, image.width)
            .await
            .unwrap()
    }
}

on_both_databases! {
    async fn references_are_saved_with_the_words_and_signed(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let html = "<p>Walking helps <a href=\"#ref-r1\">(Sample, 2021)</a>.</p>";
        room.put(&room.amina, id, section, resting_on(html, vec![work("r1", "Walking")])).await.unwrap();
        // Words alone leave the references as they are.
        let saved = room.write(&room.amina, id, section, html).await.unwrap();
        assert_eq!(saved.words.references[0].to_text(), "Sample, S. (2021). Walking. https://doi.org/10.1000/abc");
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let before = room.digest(id).await;
        let proof = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(proof.sections[0].references.len(), 1);
        assert_eq!(proof.marked_head.changes, 0);

        room.put(&room.dana, id, section, resting_on(html, vec![work("r1", "Walking and sleep")])).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        assert_ne!(room.digest(id).await, before, "a reference is part of what is signed");
        let proof = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(proof.marked_head.changes, 1, "the author is shown it");
        assert!(proof.sections[0].marked_beside.contains("<ins data-change=\"1\">"), "{}", proof.sections[0].marked_beside);
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        let digest = room.digest(id).await;
        signing::publish(&room.desk, &room.dana, id, digest).await.unwrap();

        let tx = room.desk.storage.reader().snapshot().await.unwrap();
        let page = tx.article("evenings-without-a-quarrel").await.unwrap();
        let storage::Lookup::Found(public) = page else { panic!("not public: {page:?}") };
        assert_eq!(public.sections[0].references[0].title, "Walking and sleep");
    }

    async fn a_wrong_reference_is_refused_by_its_place_and_nothing_is_saved(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let wrong = ReferenceInput { doi: "doi 7".to_owned(), ..work("r2", "Two") };
        let refused = room.put(&room.amina, id, section, resting_on("<p>New.</p>", vec![work("r1", "One"), wrong])).await;
        let Err(Refusal::Invalid(errors)) = refused else { panic!("{refused:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].code), ("references.1.doi", "not_a_doi"));
        let view = writing::open_draft(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(view.sections[0].body_html, "<p>Begin with a walk.</p>");
        assert!(view.sections[0].references.is_empty());
    }

    async fn a_citation_without_its_reference_is_found_before_submitting(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        room.write(&room.amina, id, section, "<p>As known <a href=\"#ref-r7\">(7)</a>.</p>").await.unwrap();
        let refused = signing::submit(&room.desk, &room.amina, id, true).await;
        let Err(Refusal::FailedChecks(found)) = refused else { panic!("{refused:?}") };
        assert_eq!((found[0].code.as_str(), found[0].field.as_str()), ("no_reference", "sections.1.references"));
    }

    async fn references_that_somebody_replaces_are_kept_and_come_back(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let html = "<p>Begin with a walk.</p>";
        room.put(&room.amina, id, section, resting_on(html, vec![work("r1", "One")])).await.unwrap();
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        let saved = room.put(&room.dana, id, section, resting_on(html, vec![])).await.unwrap();

        let lines = writing::history(&room.desk, &room.amina, id).await.unwrap();
        let kept = lines.iter().find_map(|line| line.kept).expect("kept, though only a reference went");
        let view = writing::kept_text(&room.desk, &room.amina, id, kept).await.unwrap();
        let KeptWords::Section { references, .. } = view.kept.words else { panic!("a head") };
        assert_eq!(references[0].title, "One");
        writing::bring_back(&room.desk, &room.dana, id, kept, saved.saved.version, save()).await.unwrap();
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(view.sections[0].references[0].title, "One");
    }

    async fn the_same_save_with_other_references_is_another_text(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let name = save();
        let send = |title: &str| {
            let typed = resting_on("<p>x</p>", vec![work("r1", title)]);
            writing::save_section(&room.desk, &room.amina, id, section, 2, name, typed)
        };
        let first = send("One").await.unwrap();
        assert_eq!(send("One").await.unwrap().saved.version, first.saved.version);
        let other = send("Two").await;
        let Err(Refusal::Stale(current)) = other else { panic!("{other:?}") };
        assert_eq!(current.references.unwrap()[0].title, "One");
    }

    async fn a_photograph_is_kept_upright_in_sizes_and_without_its_notes(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let image = room.picture(1700, 2550).await;
        assert_eq!((image.width, image.height), (1600, 2400));
        let files = room.desk.storage.media();
        for size in storage::sizes(image.width) {
            let file = files.get(image.sha256, size).await.unwrap().expect("a file");
            assert!(!holds(&file, b"Exif") && !holds(&file, b"GPS 51.5"), "{size}");
            let format = if size.to_string().ends_with("webp") { ImageFormat::WebP } else { ImageFormat::Jpeg };
            let seen = image::load_from_memory_with_format(&file, format).unwrap().to_rgb8();
            assert_eq!(seen.dimensions(), (size.width, size.width * 3 / 2), "{size}");
            let (top, bottom) = (seen.get_pixel(5, 5), seen.get_pixel(5, seen.height() - 5));
            assert!(top[0] > 150 && bottom[2] > 150, "turned the wrong way: {top:?} {bottom:?}");
        }
        let again = room.picture(1700, 2550).await;
        assert_eq!(again, image, "the same picture has the same name");
        assert_eq!(room.picture(300, 200).await.width, 300, "a small one is not made larger");
    }

    async fn what_is_no_picture_is_refused_in_words(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let mut bomb = std::io::Cursor::new(Vec::new());
        image::GrayImage::new(9000, 5000).write_to(&mut bomb, ImageFormat::Png).unwrap();
        let too_tall = {
            let mut file = std::io::Cursor::new(Vec::new());
            RgbImage::new(20, 100).write_to(&mut file, ImageFormat::Png).unwrap();
            file.into_inner()
        };
        for (bytes, words) in [
            (b"GIF89a".to_vec(), "We could not read this picture."),
            (photograph(400, 300)[..300].to_vec(), "We could not read this picture."),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "We could not read this picture."),
            (bomb.into_inner(), "This picture has too many pixels."),
            (vec![0; media::LARGEST_IMAGE + 1], "This picture is too large."),
            (too_tall, "This picture is too tall for a page."),
        ] {
            let refused = media::add_image(&room.desk, &room.amina, bytes).await.unwrap_err();
            assert!(refused.to_string().starts_with(words), "{refused}");
        }
        let nobody = media::add_image(&room.desk, &Caller::Operator, photograph(40, 40)).await;
        assert!(matches!(nobody, Err(Refusal::NotAllowed(_))));
    }

    async fn an_image_is_described_before_submitting_and_given_when_public(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let image = room.picture(800, 600).await;
        let saved = room.put(&room.amina, id, section, with_image(&image, None)).await.unwrap();
        assert_eq!(saved.words.images[0].alt, None);
        let refused = signing::submit(&room.desk, &room.amina, id, true).await;
        let Err(Refusal::FailedChecks(found)) = refused else { panic!("{refused:?}") };
        let codes: Vec<_> = found.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["no_alt", "no_clients_answer"]);

        let typed = with_image(&image, Some(said(&image)));
        let words = typed.body_html.clone();
        room.put(&room.amina, id, section, typed).await.unwrap();
        // What was said of an image stays where only words are sent.
        let saved = room.write(&room.amina, id, section, &words).await.unwrap();
        assert_eq!(saved.words.images[0].caption, "The way to the lake");
        assert_eq!((saved.words.images[0].width, saved.words.images[0].height), (800, 600));
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        room.sign(&room.amina, id).await.unwrap();
        room.approve(&room.dana, id).await.unwrap();
        assert!(!room.is_public(&image).await, "readers saw an image before it was published");
        let digest = room.digest(id).await;
        signing::publish(&room.desk, &room.dana, id, digest).await.unwrap();
        assert!(room.is_public(&image).await);

        let ask = WithdrawalStep::Ask { printed: "It is out of date.".to_owned() };
        signing::withdraw(&room.desk, &room.dana, id, ask).await.unwrap();
        let view = writing::open_draft(&room.desk, &room.priya, id).await.unwrap();
        let join = WithdrawalStep::Join { act: view.joint_act.unwrap().id };
        signing::withdraw(&room.desk, &room.priya, id, join).await.unwrap();
        assert!(!room.is_public(&image).await, "an image outlived its article");
        assert!(room.is_kept(&image).await);
    }

    async fn an_image_that_is_not_here_is_left_out_and_told(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let nowhere = content::digest::Digest::of(b"nowhere");
        let html = format!("<p>a</p><img src=\"media:{nowhere}\"><p>b</p>");
        let saved = room.write(&room.amina, id, section, &html).await.unwrap();
        assert_eq!(saved.words.body.as_str(), "<p>a</p><p>b</p>");
        assert_eq!(saved.words.dropped[0].to_string(), "1 picture that is not stored here any more");
        let image = room.picture(40, 40).await;
        let long = ImageInput { caption: "x".repeat(1001), ..said(&image) };
        let refused = room.put(&room.amina, id, section, with_image(&image, Some(long))).await;
        let Err(Refusal::Invalid(errors)) = refused else { panic!("{refused:?}") };
        let FieldError { field, code, .. } = &errors[0];
        assert_eq!((field.as_str(), *code), ("images.0.caption", "too_long"));
    }

    async fn words_put_back_bring_their_image_with_them(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let image = room.picture(40, 30).await;
        room.put(&room.amina, id, section, with_image(&image, Some(said(&image)))).await.unwrap();
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        room.write(&room.dana, id, section, "<p>Begin with a walk.</p>").await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let proof = signing::proof(&room.desk, &room.amina, id).await.unwrap();
        assert_eq!(proof.sections[0].changes[0].before, "[picture]");
        let wanted = signing::Signing {
            digest: proof.digest,
            declarations: crate::newsroom::nothing_to_declare(),
            put_back: vec![(section, 1)],
        };
        signing::attest(&room.desk, &room.amina, id, wanted).await.unwrap();
        let proof = signing::proof(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(proof.sections[0].images[0].alt.as_deref(), Some("A path in a wood"));
        let view = writing::open_draft(&room.desk, &room.dana, id).await.unwrap();
        assert_eq!(view.sections[0].images.len(), 1);
    }

    async fn images_that_no_text_holds_are_removed_in_time(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (id, section) = room.an_article().await;
        let (held, kept, loose) = (
            room.picture(50, 40).await, room.picture(60, 40).await, room.picture(70, 40).await,
        );
        room.put(&room.amina, id, section, with_image(&kept, Some(said(&kept)))).await.unwrap();
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        // The editor's image takes the place of the author's, whose words are kept.
        room.put(&room.dana, id, section, with_image(&held, Some(said(&held)))).await.unwrap();
        assert_eq!(media::remove_unused(&room.desk).await.unwrap(), []);
        room.clock.pass(media::UNUSED_FOR + Duration::minutes(1));
        assert_eq!(media::remove_unused(&room.desk).await.unwrap(), [loose]);
        assert!(room.is_kept(&held).await && room.is_kept(&kept).await);
        assert!(!room.is_kept(&loose).await, "the files stayed");
        let again = room.picture(70, 40).await;
        assert_eq!(again, loose);
        assert!(room.is_kept(&again).await, "adding it again writes it again");
    }

    async fn an_erasure_takes_images_with_it_but_those_of_others(db: TestDatabase) {
        let room = Newsroom::open(db).await;
        let (own, shared) = (room.picture(50, 40).await, room.picture(60, 40).await);
        let (id, section) = room.an_article().await;
        room.put(&room.amina, id, section, with_image(&own, Some(said(&own)))).await.unwrap();
        signing::submit(&room.desk, &room.amina, id, true).await.unwrap();
        signing::start_review(&room.desk, &room.dana, id).await.unwrap();
        room.put(&room.dana, id, section, with_image(&shared, Some(said(&shared)))).await.unwrap();
        signing::send_proof(&room.desk, &room.dana, id).await.unwrap();
        let (other, place) = room.an_article().await;
        room.put(&room.amina, other, place, with_image(&shared, Some(said(&shared)))).await.unwrap();

        let ask = ErasureStep::Ask { reason: "A client asked.".to_owned() };
        signing::erase(&room.desk, &room.dana, id, ask).await.unwrap();
        let act = writing::open_draft(&room.desk, &room.priya, id).await.unwrap().joint_act.unwrap().id;
        let halfway = raw(&room.database, "UPDATE kept_texts SET body_html = NULL, title = NULL, erased_at = kept_at");
        assert!(halfway.await.is_err(), "what stood beside kept words was left");
        signing::erase(&room.desk, &room.priya, id, ErasureStep::Join { act }).await.unwrap();
        assert!(!room.is_kept(&own).await, "the erased article's image stayed");
        assert!(room.is_kept(&shared).await, "another text lost its image");
    }
}
