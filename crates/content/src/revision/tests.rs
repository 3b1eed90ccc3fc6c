use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::*;
use crate::byline::ContributorRole;
use crate::clean_html::sanitize;
use crate::declaration::Answer;
use crate::reference::pasted;

fn document() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/digest.md");
    std::fs::read_to_string(path).unwrap()
}

/// The fenced blocks of the page, by what they are and which vector they belong to.
fn vectors() -> HashMap<(String, String), String> {
    let document = document();
    let mut found = HashMap::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let words: Vec<&str> = line.split(' ').collect();
        if let [fence, role, name] = words[..]
            && fence.starts_with("```")
        {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.insert((name.to_owned(), role.to_owned()), block.join("\n"));
        }
    }
    found
}

fn nfc(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.nfc().collect()),
        Value::Array(items) => items.into_iter().map(nfc).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (key, nfc(value)))
            .collect(),
        other => other,
    }
}

#[test]
fn the_page_on_digests_is_true() {
    let vectors = vectors();
    let names = [
        "section-article",
        "section-expert-answers",
        "section-image-reference",
        "section-roles",
        "revision",
        "publication",
    ];
    assert_eq!(vectors.len(), 3 * names.len());
    for name in names {
        let block = |role: &str| vectors[&(name.to_owned(), role.to_owned())].clone();
        let input: Value = serde_json::from_str(&block("input")).unwrap();
        let canonical = block("canonical").into_bytes();
        let digest: Digest = block("digest").parse().unwrap();
        assert_eq!(
            serde_json_canonicalizer::to_vec(&nfc(input.clone())).unwrap(),
            canonical,
            "{name}"
        );
        assert_eq!(Digest::of(&canonical), digest, "{name}");
        match name {
            "revision" => {
                let frame = FrameText::from_signed(&canonical, &digest).unwrap();
                assert_eq!(frame.canonical(), canonical);
                assert_eq!(frame.digest(), digest);
            }
            "publication" => {
                let ids: Vec<DisclaimerId> =
                    serde_json::from_value(input["disclaimers"].clone()).unwrap();
                let revision: Digest = serde_json::from_value(input["revision"].clone()).unwrap();
                let turned: Vec<DisclaimerId> = ids.iter().rev().copied().collect();
                assert_eq!(
                    publication_digest(&revision, &ids, Mode::Countersigned),
                    digest
                );
                assert_eq!(
                    publication_digest(&revision, &turned, Mode::Countersigned),
                    digest
                );
                assert_ne!(publication_digest(&revision, &ids, Mode::Imported), digest);
                assert_ne!(
                    publication_digest(&revision, &ids[..1], Mode::Countersigned),
                    digest
                );
            }
            _ => {
                let section = SectionText::from_signed(&canonical, &digest).unwrap();
                assert_eq!(section.canonical(), canonical);
                assert_eq!(section.digest(), digest);
                let html = sanitize(section.body.as_str()).unwrap().html;
                assert_eq!(html, section.body, "the page shows text the editor makes");
            }
        }
    }
}

fn section() -> SectionText {
    SectionText {
        article_id: "018f3c4e-7a10-7000-8000-000000000001".parse().unwrap(),
        section_id: "018f3c4e-7a10-7000-8000-000000000002".parse().unwrap(),
        question: None,
        head: Some(Head {
            title: "Title".to_owned(),
            summary: String::new(),
        }),
        bylines: vec![Byline::new("Ada Example".to_owned(), vec!["MA".to_owned()])],
        body: sanitize("<p>Words</p>").unwrap().html,
        images: Vec::new(),
        references: Vec::new(),
        declarations: Declarations::default(),
    }
}

#[test]
fn every_fact_changes_the_digest() {
    let text = section();
    let mut changed = vec![text.clone(); 14];
    changed[0].article_id = "018f3c4e-7a10-7000-8000-000000000009".parse().unwrap();
    changed[1].section_id = "018f3c4e-7a10-7000-8000-000000000009".parse().unwrap();
    changed[2].question = Some(String::new());
    changed[3].head = None;
    changed[4].head = Some(Head {
        title: "Title".to_owned(),
        summary: "S".to_owned(),
    });
    changed[5].bylines[0].letters.clear();
    changed[6].body = sanitize("<p><em>Words</em></p>").unwrap().html;
    changed[7].declarations.interests = Answer::No;
    changed[8].body = CleanHtml::from_signed("<p>Words</p>".to_owned(), 2);
    changed[9].images = vec![Image::new(Digest::of(b"1"), 4, 3)];
    changed[10].references = pasted("Fern, Q. (2020). Sleep. Reed.", 1);
    changed[11].bylines[0].role = ContributorRole::With;
    changed[12].bylines[0].role = ContributorRole::Translator;
    changed[13].bylines[0].role = ContributorRole::Illustrator;
    let mut digests: Vec<Digest> = changed.iter().map(SectionText::digest).collect();
    digests.push(text.digest());
    digests.sort();
    digests.dedup();
    assert_eq!(digests.len(), 15);
}

#[test]
fn one_text_in_two_normal_forms_has_one_digest() {
    let mut composed = section();
    composed.bylines[0].name = "Zo\u{eb}".to_owned();
    let mut decomposed = composed.clone();
    decomposed.bylines[0].name = "Zoe\u{308}".to_owned();
    assert_eq!(composed.digest(), decomposed.digest());
}

#[test]
fn a_changed_byte_is_found() {
    let text = section();
    let (mut bytes, digest) = (text.canonical(), text.digest());
    assert_eq!(SectionText::from_signed(&bytes, &digest), Ok(text));
    bytes[40] ^= 1;
    assert!(matches!(
        SectionText::from_signed(&bytes, &digest),
        Err(Tampered::OtherDigest { .. })
    ));
}

#[test]
fn bytes_of_another_form_are_refused_though_their_digest_fits() {
    let canonical = String::from_utf8(section().canonical()).unwrap();
    let frame = FrameText {
        article_id: section().article_id,
        kind: Kind::Article,
        language: "en".to_owned(),
        head: Head {
            title: "T".to_owned(),
            summary: String::new(),
        },
        section_digests: vec![section().digest()],
    };
    for text in [
        String::from_utf8(frame.canonical()).unwrap(),
        canonical.replace("\"v\":1", "\"v\":2"),
        canonical.replace("countersign-html", "html"),
        canonical.replace("\"summary\":\"\",", ""),
        canonical.replace("\"v\":1", "\"v\":1,\"w\":1"),
        canonical.replace("\"v\":1", "\"v\": 1"),
        canonical.replace(
            "\"name\":\"Ada Example\"",
            "\"name\":\"Ada Example\",\"role\":\"author\"",
        ),
        canonical.replace(
            "\"name\":\"Ada Example\"",
            "\"name\":\"Ada Example\",\"role\":\"editor\"",
        ),
        "not json".to_owned(),
    ] {
        let opened = SectionText::from_signed(text.as_bytes(), &Digest::of(text.as_bytes()));
        assert!(matches!(opened, Err(Tampered::Unreadable(_))), "{text}");
    }
}

proptest! {
    #[test]
    fn a_signed_text_opens_as_it_was(
        title in any::<String>(), question in any::<Option<String>>(), names in prop::collection::vec(any::<String>(), 0..3),
        html in any::<String>(), details in any::<String>(), works in any::<String>(),
        alt in any::<Option<String>>(),
    ) {
        let nfc = |text: String| text.nfc().collect::<String>();
        let mut text = section();
        text.head = Some(Head { title: nfc(title), summary: String::new() });
        text.question = question.map(nfc);
        text.bylines = names.into_iter().map(|name| Byline::new(nfc(name), vec![])).collect();
        text.body = sanitize(&html).unwrap().html;
        text.references = pasted(&nfc(works), 1);
        text.images = vec![Image { alt: alt.map(nfc), ..Image::new(Digest::of(b"1"), 4, 3) }];
        text.declarations.sponsorship = Answer::Yes { details: nfc(details) };
        let opened = SectionText::from_signed(&text.canonical(), &text.digest());
        prop_assert_eq!(opened, Ok(text));
    }
}
