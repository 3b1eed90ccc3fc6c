//! What every page of the reader site keeps to.

use content::ids::TopicId;
use content::public::Tombstone;
use content::topic::{Flag, Topic};
use pages::{
    ArticlePage, AuthorPage, ComposedCard, HomePage, Outcome, Pages, Results, SearchPage, Theme,
    TopicPage, compose,
};
use time::macros::datetime;

use crate::samples::{
    amended, an_article, corrected, expert_answers, flagged, imported, licence, many_letters,
    person, retracted, site, topics,
};

fn pages() -> Pages {
    Pages::new(Theme::built_in(), site())
}

fn cards() -> Vec<ComposedCard> {
    [an_article(), expert_answers(), retracted()]
        .map(|publication| compose(&publication, &site()).card())
        .to_vec()
}

fn search(query: &str, flag: Flag, outcome: Outcome) -> String {
    let page = SearchPage {
        query: query.to_owned(),
        topic: None,
        author: None,
        page: 1,
        flag,
        outcome,
        topics: topics(),
    };
    pages().search(&page).unwrap()
}

fn found() -> Outcome {
    Outcome::Found(Results {
        cards: cards(),
        total: 61,
        suggestion: None,
        facets: Vec::new(),
    })
}

fn topic(flag: Flag) -> String {
    let page = TopicPage {
        topic: Topic {
            id: TopicId("3.3".to_owned()),
            group: None,
            label: "Domestic violence".to_owned(),
            slug: "domestic-violence".to_owned(),
            introduction: String::new(),
            flag,
            position: 1,
            synonyms: Vec::new(),
        },
        group: None,
        topics: topics(),
        cards: cards(),
        total: 61,
        page: 2,
    };
    pages().topic(&page).unwrap()
}

/// One page of each kind, by name.
fn every_page() -> Vec<(&'static str, String)> {
    let pages = pages();
    let article = |publication| {
        let article = compose(&publication, pages.facts());
        pages
            .article(&ArticlePage {
                article,
                next: cards(),
            })
            .unwrap()
    };
    let person = person(9, &many_letters(), vec![licence("LPC-S", "Texas")]);
    let author = AuthorPage {
        person,
        cards: cards(),
        total: 3,
        page: 1,
    };
    let tombstone = Tombstone {
        slug: "gone".to_owned(),
        title: None,
        reason: "Asked for by its author.".to_owned(),
        since: datetime!(2026-06-01 0:00 UTC),
    };
    vec![
        (
            "home",
            pages
                .home(&HomePage {
                    newest: cards(),
                    topics: topics(),
                })
                .unwrap(),
        ),
        ("article", article(an_article())),
        ("corrected", article(corrected())),
        ("expert answers", article(expert_answers())),
        ("retracted", article(retracted())),
        ("amended", article(amended())),
        ("imported", article(imported())),
        ("flagged", article(flagged())),
        ("topics", pages.topics(&topics()).unwrap()),
        ("topic", topic(Flag::None)),
        ("flagged topic", topic(Flag::Crisis)),
        ("authors", pages.authors(&[]).unwrap()),
        ("author", pages.author(&author).unwrap()),
        ("search", search("he hurts me", Flag::Abuse, found())),
        ("search, blank", search("", Flag::None, Outcome::Blank)),
        (
            "search, nothing",
            search("x", Flag::None, Outcome::Nothing { suggestion: None }),
        ),
        ("search, away", search("x", Flag::None, Outcome::Away)),
        ("help", pages.help().unwrap()),
        ("about", pages.about().unwrap()),
        (
            "disclaimers",
            pages.disclaimers(&an_article().disclaimers).unwrap(),
        ),
        ("privacy", pages.privacy().unwrap()),
        ("reading safely", pages.reading_safely().unwrap()),
        ("feeds", pages.feeds().unwrap()),
        ("corrections", pages.corrections(&[]).unwrap()),
        ("tombstone", pages.tombstone(&tombstone, &cards()).unwrap()),
        ("not found", pages.not_found(&topics()).unwrap()),
        ("trouble", pages.trouble().unwrap()),
    ]
}

#[test]
fn every_page_keeps_to_the_policy_for_content() {
    for (name, html) in every_page() {
        for never in [
            " style=",
            "<style",
            " onclick",
            " onload",
            "javascript:",
            "<iframe",
            "<form method=\"post\"",
        ] {
            assert!(!html.contains(never), "{name} has {never}");
        }
        for script in html.split("<script").skip(1) {
            let ok = script.starts_with(" type=\"application/ld+json\">")
                || script.starts_with(" src=\"/assets/site.");
            assert!(ok, "{name}: <script{}", &script[..60]);
        }
        for loaded in [
            "src=\"http",
            "src=\"//",
            "stylesheet\" href=\"http",
            "srcset",
            "preconnect",
            "@import",
        ] {
            assert!(
                !html.contains(loaded),
                "{name} loads from elsewhere: {loaded}"
            );
        }
    }
}

#[test]
fn every_page_offers_help_and_a_way_past_the_header() {
    for (name, html) in every_page() {
        assert!(
            html.contains("<a class=\"btn now\" href=\"/help\">Get help now</a>"),
            "{name}"
        );
        assert!(html.contains("<a class=\"skip\" href=\"#main\">"), "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("id=\"main\"").count(), 1, "{name}");
        assert!(
            html.starts_with("<!DOCTYPE html>\n<html lang=\"en-US\""),
            "{name}"
        );
    }
}

#[test]
fn fragments_are_unique() {
    for (name, html) in every_page() {
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}");
        for target in html
            .split("=\"#")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                ids.contains(&target),
                "{name} leads to #{target}, which is not there"
            );
        }
        for label in html
            .split("labelledby=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                ids.contains(&label),
                "{name} is labelled by {label}, which is not there"
            );
        }
    }
}

#[test]
fn links_away_tell_nothing() {
    for (name, html) in every_page() {
        for tag in html
            .split("<a ")
            .skip(1)
            .filter_map(|rest| rest.split('>').next())
        {
            if tag.contains("href=\"http") {
                assert!(tag.contains("noreferrer"), "{name}: {tag}");
            }
        }
        assert!(
            html.contains("<meta name=\"referrer\" content=\"no-referrer\">"),
            "{name}"
        );
    }
}

#[test]
fn the_flag_decides_on_help_and_exit() {
    let expected = [
        ("flagged", true, true),
        ("flagged topic", true, false),
        ("search", true, true),
        ("reading safely", false, true),
        ("help", true, true),
        ("article", false, false),
        ("home", false, false),
    ];
    let all = every_page();
    for (name, help, exit) in expected {
        let html = &all.iter().find(|(other, _)| *other == name).unwrap().1;
        assert_eq!(html.contains("<section class=\"help\""), help, "{name}");
        assert_eq!(html.contains("<a class=\"exit\""), exit, "{name}");
        assert_eq!(html.contains("class=\"flagged\""), exit, "{name}");
        assert_eq!(html.contains("<script src="), exit, "{name}");
        if help {
            let (box_at, main_at) = (html.find("class=\"help\""), html.find("<article"));
            assert!(
                main_at.is_none() || box_at < main_at,
                "{name}: help comes first"
            );
        }
    }
}

#[test]
fn what_is_typed_stays_text_and_out_of_the_title() {
    let typed = "<img src=x onerror=alert(1)> \"my husband\"";
    let html = search(
        typed,
        Flag::None,
        Outcome::Nothing {
            suggestion: Some(typed.to_owned()),
        },
    );
    assert!(!html.contains("<img"));
    assert!(html.contains("<title>Search – The Lantern Room</title>"));
    assert!(html.contains("value=\"&lt;img src=x onerror=alert(1)&gt; &quot;my husband&quot;\""));
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn words_of_authors_stay_text() {
    let evil = "</script><script>alert(1)</script>\"><img src=x>{{ 7*7 }}\u{1}0\u{1}";
    let mut publication = retracted();
    evil.clone_into(&mut publication.head.title);
    evil.clone_into(&mut publication.head.summary);
    publication.question = Some(evil.to_owned());
    publication.notices[0].text = evil.to_owned();
    publication.topics[0].label = evil.to_owned();
    publication.import_labels.push(evil.to_owned());
    publication.source_url = Some("javascript:alert(1)".to_owned());
    let one = &mut publication.sections[0].contributors[0];
    evil.clone_into(&mut one.byline.name);
    one.byline.letters.push(evil.to_owned());
    evil.clone_into(&mut one.person.bio);
    one.person.practice_url = Some("javascript:alert(1)".to_owned());
    let pages = pages();
    let article = compose(&publication, pages.facts());
    let card = article.card();
    let html = pages
        .article(&ArticlePage {
            article,
            next: vec![],
        })
        .unwrap();
    let list = pages
        .home(&HomePage {
            newest: vec![card],
            topics: vec![],
        })
        .unwrap();
    for html in [html, list] {
        assert!(!html.contains("<script>") && !html.contains("<img src=x>"));
        assert!(!html.contains("javascript:") && !html.contains('\u{1}'));
        assert!(html.contains("{{ 7*7 }}"));
    }
}

#[test]
fn a_page_number_stands_in_the_address_that_counts() {
    let html = topic(Flag::None);
    assert!(html.contains(
        "<link rel=\"canonical\" href=\"https://lantern.example/topics/domestic-violence?page=2\">"
    ));
    assert!(html.contains("rel=\"prev\">Previous</a>") && html.contains("rel=\"next\">Next</a>"));
}
