//! No outlet without byline, notices and disclaimers.

use crate::samples::{
    amended, an_article, byline, corrected, expert_answers, flagged, imported, person, retracted,
    site,
};
use content::byline::ContributorRole;
use content::clean_html::sanitize;
use content::declaration::{Answer, sponsorship};
use content::digest::Digest;
use content::disclaimer::Mode;
use content::image::Image;
use content::public::{Card, ShortDisclaimer};
use content::publication::Publication;
use content::reference::pasted;
use pages::{
    ArticlePage, ComposedArticle, ComposedCard, Fragment, Pages, Preview, ShownTo, Theme, atom,
    compose, compose_card, compose_preview, json_feed, rss,
};

fn pages() -> Pages {
    Pages::new(Theme::built_in(), site())
}

fn all() -> Vec<Publication> {
    vec![
        an_article(),
        expert_answers(),
        retracted(),
        corrected(),
        amended(),
        imported(),
        flagged(),
    ]
}

/// Every way out of the composer, by name, as text without markup.
fn outlets(publication: &Publication) -> Vec<(&'static str, String)> {
    let site = site();
    let composed = || compose(publication, &site);
    let preview = Preview {
        publication: publication.clone(),
        images: "/api/v1/media".to_owned(),
        shown_to: ShownTo::Desk,
    };
    let page = ArticlePage {
        article: composed(),
        next: Vec::new(),
    };
    let feed =
        |make: fn(&[ComposedArticle], &pages::SiteFacts) -> String| make(&[composed()], &site);
    vec![
        ("page", pages().article(&page).unwrap()),
        ("article", composed().html()),
        ("proof", compose_preview(&preview, &site).proof_html()),
        (
            "preview page",
            pages().preview(&compose_preview(&preview, &site)).unwrap(),
        ),
        ("feed html", composed().feed_html()),
        ("plain text", composed().plain_text()),
        ("atom", unescape(&feed(atom))),
        ("rss", unescape(&feed(rss))),
        ("json feed", json_text(&feed(json_feed))),
        ("api", json_text(&composed().json().to_string())),
    ]
    .into_iter()
    .map(|(name, text)| (name, words(&text)))
    .collect()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// All strings of a JSON document.
fn json_text(text: &str) -> String {
    fn collect(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                out.push_str(text);
                out.push('\n');
            }
            serde_json::Value::Array(all) => all.iter().for_each(|one| collect(one, out)),
            serde_json::Value::Object(all) => all.values().for_each(|one| collect(one, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    collect(&serde_json::from_str(text).unwrap(), &mut out);
    out
}

/// Text without tags, white space as one blank.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    let out = unescape(&out).replace("&#39;", "'");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_outlet_holds_byline_notices_and_disclaimers() {
    for publication in all() {
        for (outlet, text) in outlets(&publication) {
            let must = |what: &str| {
                assert!(
                    text.contains(&flat(what)),
                    "{outlet} of {} lacks {what:?}:\n{text}",
                    publication.slug
                );
            };
            must(&publication.head.title);
            for one in publication
                .sections
                .iter()
                .flat_map(|section| &section.contributors)
            {
                let mut byline = one.byline.name.clone();
                for letters in &one.byline.letters {
                    byline.push_str(", ");
                    byline.push_str(letters);
                }
                must(&byline);
            }
            assert_eq!(
                publication.disclaimers.len(),
                publication.mode.required().len()
            );
            for disclaimer in &publication.disclaimers {
                must(&disclaimer.title);
                must(&disclaimer.body);
            }
            for notice in &publication.notices {
                for block in notice.text.split("\n\n") {
                    must(block.trim_start_matches("Please do not rely on this article."));
                }
            }
            if publication.slug == retracted().slug {
                must("Retracted: Skip breakfast");
                must("Please do not rely on this article.");
            }
            must("If you may be in danger, call 911");
        }
    }
}

/// The card as lists are given it: from the public copy, not from the article.
fn listed(publication: &Publication) -> Card {
    Card {
        article_id: publication.article_id,
        slug: publication.slug.clone(),
        kind: publication.kind,
        title: publication.head.title.clone(),
        summary: publication.head.summary.clone(),
        bylines: publication
            .sections
            .iter()
            .flat_map(|section| &section.contributors)
            .map(|one| one.byline.clone())
            .collect(),
        topics: publication.topics.clone(),
        mode: publication.mode,
        standing: publication.standing,
        disclaimers: publication
            .disclaimers
            .iter()
            .map(|one| ShortDisclaimer {
                kind: one.kind,
                short: one.short.clone(),
            })
            .collect(),
        sponsorship: sponsorship(publication.sections.iter().map(|one| &one.declarations)),
        first_published_at: publication.first_published_at,
        published_at: publication.published_at,
    }
}

/// Every form of a card, by name.
fn cards(publication: &Publication) -> Vec<(&'static str, ComposedCard)> {
    let hit = [Fragment {
        text: publication.head.title.clone(),
        hit: true,
    }];
    let card = || compose_card(&listed(publication));
    vec![
        ("card of an article", compose(publication, &site()).card()),
        ("card in a list", card()),
        ("card on its topic", card().without_topic()),
        ("card of a hit", card().with_hits(&hit, &hit)),
    ]
}

#[test]
fn every_card_holds_byline_disclaimers_and_who_paid() {
    for mut publication in all() {
        publication.sections[0].declarations.sponsorship = Answer::Yes {
            details: "Paid by the Chair Guild".to_owned(),
        };
        for (form, card) in cards(&publication) {
            for (outlet, text) in [
                ("html", words(&card.html())),
                ("json", flat(&json_text(&card.json().to_string()))),
            ] {
                let must = |what: &str| {
                    let slug = &publication.slug;
                    assert!(
                        text.contains(what),
                        "{outlet}, {form}, {slug}: {what}\n{text}"
                    );
                };
                for one in publication
                    .sections
                    .iter()
                    .flat_map(|section| &section.contributors)
                    .take(3)
                {
                    must(&one.byline.text());
                }
                for disclaimer in &publication.disclaimers {
                    must(&disclaimer.short);
                }
                must("Paid by the Chair Guild.");
                let retracted = publication.slug == retracted().slug;
                must(if retracted { "Retracted" } else { "Paid for" });
            }
        }
    }
}

#[test]
fn what_was_not_signed_says_so_everywhere() {
    for (outlet, text) in outlets(&imported()) {
        assert!(
            text.contains("brought here from an earlier site"),
            "{outlet}: {text}"
        );
        assert!(!text.contains("signed it on"), "{outlet}");
        assert!(!text.contains("Permission"), "{outlet}");
        assert!(!text.contains("alone wrote"), "{outlet}");
    }
    for (outlet, text) in outlets(&amended()) {
        assert!(
            text.contains("The author has not reviewed this change."),
            "{outlet}: {text}"
        );
        assert!(!text.contains("Wrote this text and signed"), "{outlet}");
    }
}

#[test]
fn a_mode_without_its_disclaimers_would_be_noticed() {
    // The composer prints what is pinned; this holds the samples to what each mode requires.
    for mode in [Mode::Countersigned, Mode::Amended, Mode::Imported] {
        let kinds: Vec<_> = crate::samples::disclaimers(mode)
            .iter()
            .map(|one| one.kind)
            .collect();
        assert_eq!(kinds, mode.required());
    }
}

#[test]
fn what_an_earlier_site_declared_is_not_told_as_signed() {
    let page = |publication: &Publication| {
        let article = compose(publication, &site());
        let page = ArticlePage {
            article,
            next: Vec::new(),
        };
        pages().article(&page).unwrap()
    };
    let unasked = page(&imported());
    assert!(unasked.contains("not asked"), "{unasked}");
    assert!(!unasked.contains("came with the text"), "{unasked}");
    let mut told = imported();
    told.sections[0].declarations.interests = Answer::No;
    let told_page = page(&told);
    assert!(
        told_page.contains("These answers came with the text, and nobody has signed"),
        "{told_page}"
    );
    let tool = "Spelling was checked.".to_owned();
    told.sections[0].declarations.ai_assistance = Answer::Yes { details: tool };
    let told = page(&told);
    assert!(told.contains("This came with the text from the earlier site"));
    assert!(!told.contains("answers for every word"), "{told}");
}

#[test]
fn a_proof_is_the_same_text_marked_as_not_published() {
    let preview = Preview {
        publication: an_article(),
        images: "/api/v1/media".to_owned(),
        shown_to: ShownTo::Desk,
    };
    let proof = compose_preview(&preview, &site());
    assert!(
        proof
            .proof_html()
            .contains("Only those who work on it can see it.")
    );
    assert!(!proof.proof_html().contains("Published <time"));
    let page = pages().preview(&proof).unwrap();
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn a_preview_says_that_whoever_has_the_link_can_read_it() {
    let shown = Preview {
        shown_to: ShownTo::LinkHolder,
        ..preview(an_article())
    };
    let page = compose_preview(&shown, &site()).proof_html();
    assert!(page.contains("Preview, not published"), "{page}");
    assert!(page.contains("Whoever has the link can read this text."));
    assert!(!page.contains("Only those who work on it can see it."));
    assert!(!page.contains("Published <time"));
}

#[test]
fn a_proof_says_what_will_be_permitted() {
    let mut publication = an_article();
    for one in &mut publication.sections[0].contributors {
        one.permission = None;
    }
    let page = compose(&publication, &site()).html();
    assert!(!page.contains("Permission"), "{page}");
    let proof = compose_preview(&preview(publication), &site()).proof_html();
    assert!(proof.contains("who alone wrote the text. Given with the last signature. ©"));
}

#[test]
fn bodies_are_cleaned_again_and_never_rewritten() {
    let composed = compose(&an_article(), &site());
    assert!(!composed.recleaned());
}

#[test]
fn interests_say_what_was_asked() {
    use content::declaration::Answer;
    let said = |answer: Answer| {
        let mut publication = an_article();
        publication.sections[0].declarations.interests = answer;
        words(&compose(&publication, &site()).html())
    };
    assert!(said(Answer::NotAsked).contains("Connected interests: not asked."));
    assert!(said(Answer::No).contains("Connected interests: none declared."));
    let details = Answer::Yes {
        details: "owns a chair factory".to_owned(),
    };
    assert!(said(details).contains("Connected interests: owns a chair factory."));
    let three = words(&compose(&expert_answers(), &site()).html());
    assert!(three.contains("none declared by the three authors."));
}

#[test]
fn sponsorship_and_tools_are_told_before_the_text() {
    use content::declaration::Answer;
    let mut publication = an_article();
    let declarations = &mut publication.sections[0].declarations;
    declarations.sponsorship = Answer::Yes {
        details: "Paid by the Chair Guild".to_owned(),
    };
    declarations.ai_assistance = Answer::Yes {
        details: "A tool shortened a draft".to_owned(),
    };
    for (outlet, text) in outlets(&publication) {
        if outlet == "api" {
            continue;
        }
        let paid = text.find("Paid by the Chair Guild.").expect(outlet);
        let tool = text.find("A tool shortened a draft.").expect(outlet);
        let first = text
            .find("The chairs are all turned the same way")
            .expect(outlet);
        assert!(paid < first && tool < first, "{outlet}");
        assert!(!text.contains("No one paid"), "{outlet}");
    }
    let card = compose(&publication, &site()).card();
    assert!(card.html().contains("<b class=\"flag\">Paid for</b>"));
}

#[test]
fn ticks_stand_only_beside_current_checks() {
    let mut publication = an_article();
    let person = &mut publication.sections[0].contributors[0].person;
    person.verified[0].lapsed = true;
    let html = compose(&publication, &site()).html();
    assert!(!html.contains("class=\"tick\""));
    assert!(html.contains("license check lapsed on"));
    let graph = compose(&publication, &site()).json_ld().to_string();
    assert!(!graph.contains("hasCredential"));
    publication.sections[0].contributors[0]
        .person
        .verified
        .clear();
    assert!(!words(&compose(&publication, &site()).html()).contains("license"));
}

fn preview(publication: Publication) -> Preview {
    Preview {
        publication,
        images: "/api/v1/media".to_owned(),
        shown_to: ShownTo::Desk,
    }
}

/// A text that cites a work and shows an image.
fn illustrated() -> Publication {
    let mut publication = an_article();
    let digest = Digest::of(b"a path");
    let html = format!(
        "<p>Walking helps <a href=\"#ref-r1\">(Sample, 2021)</a>.</p><img src=\"media:{digest}\">"
    );
    let section = &mut publication.sections[0];
    section.body = sanitize(&html).unwrap().html;
    section.images = vec![Image {
        alt: Some("A path in a wood".to_owned()),
        caption: "The way to the lake".to_owned(),
        credit: "Photo: Ilse Marwick-Dunne".to_owned(),
        ..Image::new(digest, 1200, 800)
    }];
    section.references = pasted(
        "Sample, S. (2021). Walking and sleep. Journal of Examples, 12(3), 45–67. https://doi.org/10.1000/abc",
        1,
    );
    publication
}

#[test]
fn every_outlet_gives_references_and_images_with_their_words() {
    let publication = illustrated();
    let digest = publication.sections[0].images[0].sha256;
    let composed = compose(&publication, &site());
    let api = composed.json().to_string();
    let ld = composed.json_ld().to_string();
    for (name, text) in [
        ("page", composed.html()),
        ("feed", composed.feed_html()),
        ("text", composed.plain_text()),
        ("api", api.clone()),
        ("json-ld", ld.clone()),
        (
            "proof",
            compose_preview(&preview(publication), &site()).proof_html(),
        ),
    ] {
        for words in [
            "Walking and sleep",
            "10.1000/abc",
            "A path in a wood",
            "The way to the lake",
            "Photo: Ilse Marwick-Dunne",
        ] {
            assert!(text.contains(words), "{name} lacks {words}");
        }
    }
    let whole = format!("{}/media/{digest}/800.jpg", site().public_url);
    assert!(composed.feed_html().contains(&whole));
    assert!(api.contains(&whole) && ld.contains(&whole));
    assert!(!composed.feed_html().contains("media:"));
    let page = composed.html();
    assert!(page.contains("<li id=\"ref-r1\">") && page.contains("href=\"#cite-r1\""));
    assert!(page.contains(&format!("/media/{digest}/400.webp 400w")));
}

#[test]
fn a_proof_asks_for_its_images_where_readers_cannot() {
    let publication = illustrated();
    let proof = compose_preview(&preview(publication), &site()).proof_html();
    assert!(proof.contains("srcset=\"/api/v1/media/"));
    assert!(!proof.contains("\"/media/"));
}

fn with_helpers() -> Publication {
    let mut publication = an_article();
    let author = publication.sections[0].contributors[0].clone();
    let others = [
        ("Sam Example", ContributorRole::With),
        ("Ira Example", ContributorRole::Translator),
        ("Kim Example", ContributorRole::Illustrator),
    ];
    for (number, (name, role)) in (900..).zip(others) {
        let mut one = author.clone();
        one.byline = byline(name, &["PhD"]).in_role(role);
        one.person = person(number, &byline(name, &["PhD"]), vec![]);
        publication.sections[0].contributors.push(one);
    }
    publication
}

#[test]
fn everybody_is_printed_for_what_they_did() {
    let line = "Ilse Marwick-Dunne, MA, LPC, with Sam Example, PhD. Translated by Ira Example, \
                PhD. Illustrated by Kim Example, PhD";
    let publication = with_helpers();
    for (outlet, text) in outlets(&publication) {
        // A feed for programs names its people one by one.
        assert!(flat(&words(&text)).contains(line), "{outlet}: {text}");
    }
    for (outlet, card) in cards(&publication) {
        assert_eq!(card.json()["byline"], line, "{outlet}");
    }
    let page = compose(&publication, &site()).html();
    for did in [
        "Helped to write this text.",
        "Translated this text.",
        "Illustrated this text.",
    ] {
        assert_eq!(page.matches(did).count(), 1, "{did}");
    }
    assert!(page.contains("Translated this text and signed it on"));
    assert!(page.contains(
        "with the permission of Ilse Marwick-Dunne, MA, LPC and Sam Example, PhD, who alone \
         wrote the text, and of Ira Example, PhD, translator and Kim Example, PhD, illustrator."
    ));
    // Names and letters are those of now, so no other ones are told.
    assert!(!page.contains("Today: Ira"));
}

#[test]
fn programs_are_told_who_wrote_and_who_translated() {
    let publication = with_helpers();
    let graph = compose(&publication, &site()).json_ld();
    let article = &graph["@graph"][1];
    let ids = |property: &str| -> Vec<String> {
        let people = article[property].as_array().cloned().unwrap_or_default();
        let id = |one: &serde_json::Value| one["@id"].as_str().unwrap().to_owned();
        people
            .iter()
            .map(|one| id(one).rsplit('/').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        ids("author"),
        ["ilse-marwick-dunne#person", "sam-example#person"]
    );
    assert_eq!(ids("translator"), ["ira-example#person"]);
    assert_eq!(ids("contributor"), ["kim-example#person"]);
    assert_eq!(ids("copyrightHolder").len(), 4);
    let alone = compose(&an_article(), &site()).json_ld();
    assert!(alone["@graph"][1].get("translator").is_none());
    let feed = atom(&[compose(&publication, &site())], &site());
    assert_eq!(feed.matches("<author>").count(), 2);
    assert_eq!(feed.matches("<contributor>").count(), 2);
}
