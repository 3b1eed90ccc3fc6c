//! The shapes of what is made, kept as snapshots.

use crate::samples::{an_article, expert_answers, flagged, retracted, site};
use pages::{ArticlePage, Pages, Theme, atom, compose, json_feed, rss};

#[test]
fn an_article_page() {
    let pages = Pages::new(Theme::built_in(), site());
    let cards = [retracted(), flagged(), flagged()].map(|one| compose(&one, &site()).card());
    let page = ArticlePage {
        article: compose(&an_article(), &site()),
        next: cards.to_vec(),
    };
    let html = without_hashes(&pages.article(&page).unwrap());
    assert_eq!(
        html.matches("class=\"card\"").count(),
        1,
        "no retracted text, no two on abuse"
    );
    insta::assert_snapshot!(html);
}

#[test]
fn a_flagged_page() {
    let pages = Pages::new(Theme::built_in(), site());
    let page = ArticlePage {
        article: compose(&flagged(), &site()),
        next: vec![],
    };
    let html = without_hashes(&pages.article(&page).unwrap());
    let (before_article, _) = html.split_once("<article").unwrap();
    insta::assert_snapshot!(before_article);
}

#[test]
fn expert_answers_article() {
    insta::assert_snapshot!(compose(&expert_answers(), &site()).html());
}

#[test]
fn structured_data() {
    insta::assert_json_snapshot!(compose(&an_article(), &site()).json_ld());
}

#[test]
fn the_api_form() {
    insta::assert_json_snapshot!(compose(&retracted(), &site()).json());
}

#[test]
fn plain_text() {
    insta::assert_snapshot!(compose(&retracted(), &site()).plain_text());
}

#[test]
fn feeds_are_well_formed_and_keep_their_ids() {
    let articles = || {
        vec![
            compose(&expert_answers(), &site()),
            compose(&retracted(), &site()),
        ]
    };
    let atom = atom(&articles(), &site());
    let rss = rss(&articles(), &site());
    for xml in [&atom, &rss] {
        let mut reader = quick_xml::Reader::from_str(xml);
        loop {
            if reader.read_event().unwrap() == quick_xml::events::Event::Eof {
                break;
            }
        }
        let id = format!("urn:uuid:{}", expert_answers().article_id);
        assert!(xml.contains(&id));
        assert!(
            !xml.contains("href=\"/") && !xml.contains("href=&quot;/"),
            "absolute addresses"
        );
    }
    assert_eq!(atom.matches("<author>").count(), 4);
    let at = |name: &str| atom.find(&format!("<name>{name}")).unwrap();
    assert!(at("Teodoro Pell") < at("Wilhelmina") && at("Wilhelmina") < at("Ilse"));
    let feed: serde_json::Value = serde_json::from_str(&json_feed(&articles(), &site())).unwrap();
    assert_eq!(feed["items"][0]["authors"].as_array().unwrap().len(), 3);
    assert_eq!(feed["items"][1]["_status"], "retracted");
}

fn without_hashes(html: &str) -> String {
    let mut out = html.to_owned();
    let assets = Theme::built_in();
    for asset in assets.assets().all() {
        let ending = asset.path.rsplit('.').next().unwrap();
        out = out.replace(&asset.path, &format!("/assets/site.[hash].{ending}"));
    }
    out
}
